"""The uppdrag on paper: where each is listed, in which order, how old and late it is, and what was reported of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from regdesk.domain.codes import AssignmentKind, AssignmentRole, DueKind, Party, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, AssignmentReport, Comment, Meeting
from regdesk.services.actions import Action
from regdesk.services.assignments import report_back
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.registers import board_of
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.assignment_choices import DUE, EVERY, GOAL, NONE, ONLY, OVER, REPORTS, ROLE, SORT
from regdesk.viewmodels.assignment_follow_up import assignment_follow_up
from regdesk.viewmodels.assignment_follow_up_parts import AssignmentFollowUp, AssignmentLine, AssignmentPart
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.registers import Example

TODAY = date(2026, 5, 4)


def given(text: str, **fields: object) -> Assignment:
    return Assignment(id=new_id(), text=text, **fields)  # type: ignore[arg-type]


OLD = given("Utreda", position=3, source_date=date(2024, 2, 4), source_section="7", dnr="RS 24/9")
LATE = given("Föreslå", position=2, source_date=date(2025, 1, 31), due_kind=DueKind.DATE, due_on=date(2026, 4, 1))
ONGOING = given("Bevaka", position=1, due_kind=DueKind.ONGOING, role=AssignmentRole.LEAD_AND_COORDINATE)
MOTION = given("Bereda", position=4, kind=AssignmentKind.MEMBER_MOTION, source_date=date(2025, 4, 2))
DONE = given("Skriva", position=5, status=WorkStatus.DONE, done_on=date(2026, 2, 1))
DONE_BEFORE = given("Räkna", position=6, status=WorkStatus.DONE, done_on=date(2025, 2, 1))
DROPPED = given("Bygga", position=7, status=WorkStatus.DROPPED, status_reason="Marken såldes.")
PART = given("en del", parent_id=DONE_BEFORE.id, receiver_function="Chef")
PART_DONE = given("en klar del", parent_id=OLD.id, status=WorkStatus.DONE, done_on=date(2025, 3, 3))


@pytest.fixture
def session(opened: tuple[Session, Example]) -> Session:
    """A plan without uppdrag."""
    session, example = opened
    with session.change(Action.DELETE) as change:
        change.delete_all(example.assignments)
    return session


@pytest.fixture
def filled(session: Session) -> Session:
    board = board_of(session).id
    mine = [OLD, LATE, ONGOING, MOTION, DONE, DONE_BEFORE, DROPPED]
    with session.change(Action.ADD) as change:
        change.insert_all([replace(each, source_body_id=board if each is OLD else None) for each in mine])
        change.insert(PART_DONE)
    return session


def read(
    session: Session, answers: dict[str, str] | None = None, *, edition: Edition = Edition.PUBLIC
) -> AssignmentFollowUp:
    return assignment_follow_up(SheetRequest(session=session, printed_on=TODAY, edition=edition, answers=answers or {}))


def lines(part: AssignmentPart) -> list[AssignmentLine]:
    return [line for group in part.groups for line in group.lines]


def texts(part: AssignmentPart) -> list[str]:
    return [line.text for line in lines(part)]


def line_of(found: AssignmentFollowUp, assignment: Assignment) -> AssignmentLine:
    whole = (line for part in (found.open, *found.over) for top in lines(part) for line in top.walk())
    return next(line for line in whole if line.item_id == assignment.id)


def test_a_register_without_uppdrag_says_so(session: Session) -> None:
    found = read(session)
    assert found.counts == ()
    assert [(part.groups, part.nothing) for part in (found.open, *found.over)] == [
        ((), "Inga uppdrag är öppna."),
        ((), "Inga uppdrag är genomförda 2026."),
        ((), "Inga uppdrag är avförda."),
    ]


# Order


def test_open_ones_come_by_age_and_those_of_an_unknown_day_last(filled: Session) -> None:
    assert texts(read(filled).open) == ["Utreda", "Föreslå", "Bereda", "Bevaka"]


def test_open_ones_come_by_the_day_that_they_are_due(filled: Session) -> None:
    assert texts(read(filled, {SORT.key: DUE}).open) == ["Föreslå", "Bereda", "Bevaka", "Utreda"]


def test_they_are_grouped_by_role(filled: Session) -> None:
    groups = read(filled, {SORT.key: ROLE}).open.groups
    assert [(group.title, len(group.lines)) for group in groups] == [("Leda och samordna", 1), ("Annan roll", 3)]


def test_they_are_grouped_by_goal_and_what_has_none_comes_last(filled: Session, example: Example) -> None:
    with filled.change(Action.ADD) as change:
        change.insert(given("Öppna", goal_id=example.goal.id))
    groups = read(filled, {SORT.key: GOAL}).open.groups
    assert [group.title for group in groups] == ["1.1 Vården är nära", "Hör inte till något mål"]


# What is over


def test_what_is_over_is_that_of_the_year_and_what_was_dropped(filled: Session) -> None:
    done, dropped = read(filled).over
    assert (done.title, texts(done)) == ("Genomförda 2026", ["Skriva"])
    assert (dropped.title, texts(dropped)) == ("Avförda uppdrag", ["Bygga"])
    assert [(fact.label, fact.text) for fact in lines(dropped)[0].told] == [("Skäl", "Marken såldes.")]


def test_all_that_is_over_or_nothing_of_it_can_be_asked_for(filled: Session) -> None:
    done, _dropped = read(filled, {OVER.key: EVERY}).over
    assert (done.title, texts(done)) == ("Genomförda uppdrag", ["Skriva", "Räkna"])
    assert read(filled, {OVER.key: NONE}).over == ()


def test_a_done_uppdrag_is_open_while_a_part_of_it_is(filled: Session) -> None:
    with filled.change(Action.ADD) as change:
        change.insert(PART)
    found = read(filled)
    assert "Räkna" in texts(found.open)
    assert [line.text for line in line_of(found, DONE_BEFORE).below] == ["en del"]


def test_a_part_that_was_done_another_year_is_listed_with_all_that_are_over_alone(filled: Session) -> None:
    assert line_of(read(filled), OLD).below == ()
    assert [line.text for line in line_of(read(filled, {OVER.key: EVERY}), OLD).below] == ["en klar del"]


# Each line


def test_a_line_says_where_it_was_decided_and_how_old_that_makes_it(filled: Session) -> None:
    old = line_of(read(filled), OLD)
    assert old.origin == ("Regionstyrelsen", "2024-02-04 §\u00a07", "RS 24/9")
    assert old.age == "2\u00a0år 3\u00a0mån"
    assert line_of(read(filled), DONE).age == ""


def test_what_is_late_has_a_mark_and_a_word(filled: Session) -> None:
    late = line_of(read(filled), LATE)
    assert late.due
    assert (late.due.symbol, late.due.text, late.due_note) == ("!", "2026-04-01", "försenat 33\u00a0dagar")


def test_a_motion_has_a_year(filled: Session) -> None:
    motion = line_of(read(filled), MOTION)
    assert motion.due
    assert (motion.kind, motion.due.text) == ("Motion", "2026-04-02")
    assert motion.due_note == "KL 5:35, försenat 32\u00a0dagar"


def test_what_goes_on_all_the_time_says_so(filled: Session) -> None:
    due = line_of(read(filled), ONGOING).due
    assert due
    assert (due.text, due.symbol) == ("Löpande", "")


# Reports


@pytest.fixture
def meeting(filled: Session) -> Meeting:
    held = add_meeting(filled, new_meeting(date(2026, 3, 10)))
    item = add_agenda_item(filled, held.id, "Uppdrag", section_no="31")
    report_back(filled, OLD.id, "Först ut.", WorkStatus.ONGOING, date(2026, 2, 1))
    report_back(filled, OLD.id, "Halvvägs.", WorkStatus.DELAYED, held.date, held.id, item.id)
    return held


def told(found: AssignmentFollowUp, assignment: Assignment) -> list[tuple[str, str]]:
    return [(fact.label, fact.text) for fact in line_of(found, assignment).told]


LATEST_TOLD = ("Rapporterat 2026-03-10 §\u00a031, försenad", "Halvvägs.")


@pytest.mark.usefixtures("meeting")
def test_the_latest_report_all_or_none(filled: Session) -> None:
    assert told(read(filled), OLD) == [LATEST_TOLD]
    every = told(read(filled, {REPORTS.key: EVERY}), OLD)
    assert every == [LATEST_TOLD, ("Rapporterat 2026-02-01, pågår", "Först ut.")]
    assert told(read(filled, {REPORTS.key: NONE}), OLD) == []


@pytest.mark.usefixtures("meeting")
def test_what_nobody_has_reported_says_so_where_reports_are_listed(filled: Session) -> None:
    found = read(filled)
    assert "inte återrapporterat" in [fact.text for fact in line_of(found, LATE).facts]
    assert "inte återrapporterat" not in [fact.text for fact in line_of(found, OLD).facts]
    silent = read(filled, {REPORTS.key: NONE})
    assert "inte återrapporterat" not in [fact.text for fact in line_of(silent, LATE).facts]


def test_where_nothing_at_all_was_reported_that_is_said_once(filled: Session) -> None:
    found = read(filled)
    assert found.told.endswith("Inget uppdrag är återrapporterat.")
    assert "inte återrapporterat" not in [fact.text for fact in line_of(found, LATE).facts]
    assert "återrapporterat" not in read(filled, {REPORTS.key: NONE}).told


@pytest.mark.parametrize(
    ("starts_on", "expected"),
    [
        (date(2026, 4, 30), ("! Skulle ha rapporterats", "2026-04-30, Var tertial")),
        (date(2026, 5, 30), ("Rapporteras", "Var tertial, nästa gång 2026-05-30")),
        (None, ("Rapporteras", "Var tertial")),
    ],
)
def test_when_it_is_next_to_be_reported(filled: Session, starts_on: date | None, expected: tuple[str, str]) -> None:
    with filled.change(Action.EDIT) as change:
        change.update(replace(LATE, report_plan="Var tertial", report_starts_on=starts_on))
    assert told(read(filled), LATE) == [expected]


# Counts and choices


def test_they_are_counted_by_kind_and_all_together(filled: Session) -> None:
    assert [(each.kind, each.numbers) for each in read(filled).counts] == [
        ("Ur planen", (3, 1, 3, 1, 7)),
        ("Motioner", (1, 1, 0, 0, 1)),
        ("Alla", (4, 2, 3, 1, 8)),
    ]


def test_only_those_of_a_body_a_role_or_a_function(filled: Session) -> None:
    choices = {choice.text: choice.code for choice in ONLY.choices(filled)}
    assert list(choices) == [
        "Alla uppdrag",
        "Beslutade av Regionstyrelsen",
        "I rollen: Leda och samordna",
        "I rollen: Annan roll",
    ]
    of_board = read(filled, {ONLY.key: choices["Beslutade av Regionstyrelsen"]})
    assert texts(of_board.open) == ["Utreda"]
    assert of_board.told.endswith("Urval: Beslutade av Regionstyrelsen.")
    assert [each.numbers for each in of_board.counts] == [(1, 0, 0, 0, 1)]
    in_role = read(filled, {ONLY.key: choices["I rollen: Leda och samordna"]})
    assert texts(in_role.open) == ["Bevaka"]


def test_a_part_that_was_asked_for_is_listed_below_what_it_is_part_of(filled: Session) -> None:
    with filled.change(Action.ADD) as change:
        change.insert(PART)
    (code,) = (choice.code for choice in ONLY.choices(filled) if choice.text == "Mottagare: Chef")
    found = read(filled, {ONLY.key: code})
    assert texts(found.open) == ["Räkna"]
    assert [each.numbers for each in found.counts] == [(1, 0, 0, 0, 1)]


# Secrecy


def test_what_is_secret_is_a_line_at_the_end_that_tells_nothing(filled: Session) -> None:
    mark_secret(filled, LATE.id, "OSL 18:13", TODAY, "Regionen")
    found = read(filled)
    assert texts(found.open)[-1] == "Uppgifter omfattas av sekretess (OSL 18:13, 2026-05-04, Regionen)"
    assert lines(found.open)[-1].status is None
    assert found.counts[-1].numbers == (3, 1, 3, 1, 7)
    assert "Föreslå [Sekretess: OSL 18:13]" in texts(read(filled, edition=Edition.INTERNAL).open)


def test_what_is_secret_stands_under_no_goal(filled: Session) -> None:
    mark_secret(filled, LATE.id, "OSL 18:13", TODAY, "Regionen")
    assert read(filled, {SORT.key: GOAL}).open.groups[-1].title == "Omfattas av sekretess"
    assert read(filled).open.groups[-1].title == ""


def test_what_was_said_at_a_secret_meeting_is_not_told(filled: Session, meeting: Meeting) -> None:
    mark_secret(filled, meeting.id, "OSL 18:13", TODAY, "Regionen")
    assert told(read(filled), OLD) == [("Rapporterat 2026-02-01, pågår", "Först ut.")]
    assert told(read(filled, edition=Edition.INTERNAL), OLD) == [LATEST_TOLD]


def test_comments_are_told_by_party_and_those_for_the_inside_only_there(filled: Session) -> None:
    said = datetime(2026, 3, 1, tzinfo=UTC)
    with filled.change(Action.ADD) as change:
        for text, internal in (("Det går bra.", False), ("Oss emellan.", True)):
            change.insert(
                Comment(id=new_id(), item_id=LATE.id, party=Party.UNION, text=text, internal=internal, recorded_at=said)
            )
    assert told(read(filled), LATE) == [("Facklig organisation", "Det går bra.")]
    assert ("Facklig organisation, internt", "Oss emellan.") in told(read(filled, edition=Edition.INTERNAL), LATE)
    assert told(read(filled, {"comments": ""}), LATE) == []


def test_it_costs_as_many_queries_however_many_there_are(filled: Session) -> None:
    def queries() -> int:
        asked: list[str] = []
        filled.repository.connection.set_trace_callback(asked.append)
        read(filled)
        filled.repository.connection.set_trace_callback(None)
        return len(asked)

    before = queries()
    with filled.change(Action.ADD) as change:
        for number in range(20):
            more = given(f"Mer {number}")
            change.insert(more)
            report = AssignmentReport(
                id=new_id(), assignment_id=more.id, reported_on=TODAY, text="Så.", status=WorkStatus.ONGOING
            )
            change.insert(report)
    assert queries() == before
