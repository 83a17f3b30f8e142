"""The delaktiviteter on paper: the way from the present to the wished, how work stands, and what is left out."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.codes import StateKind, Verdict, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Goal, GoalState, InterimGoal, Milestone
from regdesk.services.actions import Action
from regdesk.services.assessing import assess
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.activity_follow_up import (
    DUE,
    OVER,
    SORT,
    ActivityFollowUp,
    ActivityLine,
    activity_follow_up,
)
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.registers import Example

TODAY = date(2026, 5, 4)


@pytest.fixture
def goal(example: Example) -> Goal:
    return example.goal


@pytest.fixture
def interim(goal: Goal) -> InterimGoal:
    return InterimGoal(id=new_id(), goal_id=goal.id, year=2026, text="Hälften är klar.")


@pytest.fixture
def late(goal: Goal, interim: InterimGoal) -> Activity:
    return Activity(
        id=new_id(),
        goal_id=goal.id,
        interim_goal_id=interim.id,
        title="Öva",
        responsible_function="Chef",
        starts_on=date(2026, 1, 1),
        due_on=date(2026, 5, 1),
        status=WorkStatus.DELAYED,
        status_reason="Lokalen stängdes.",
        progress=40,
    )


@pytest.fixture
def filled(session: Session, goal: Goal, interim: InterimGoal, late: Activity) -> Session:
    def activity(position: int, title: str, **fields: object) -> Activity:
        return Activity(id=new_id(), goal_id=goal.id, position=position, title=title, **fields)  # type: ignore[arg-type]

    with session.change(Action.ADD) as change:
        change.insert(GoalState(id=new_id(), goal_id=goal.id, kind=StateKind.DESIRED, year=2027, text="Klart."))
        change.insert(GoalState(id=new_id(), goal_id=goal.id, kind=StateKind.CURRENT, year=2025, text="Ojämnt."))
        change.insert_all([interim])
        change.insert_all(
            [
                late,
                activity(1, "Skriva", due_on=date(2026, 9, 1)),
                activity(2, "Bygga", due_on=date(2026, 6, 1)),
                activity(3, "Röja", status=WorkStatus.DONE, progress=100),
            ]
        )
        change.insert_all(
            [
                Milestone(id=new_id(), activity_id=late.id, text="Bokat", reached_on=date(2026, 2, 2)),
                Milestone(id=new_id(), activity_id=late.id, text="Övat", due_on=date(2026, 4, 1)),
                Milestone(id=new_id(), activity_id=late.id, text="Utvärderat", due_on=date(2026, 8, 1)),
            ]
        )
    return session


def read(
    session: Session,
    answers: dict[str, str] | None = None,
    *,
    edition: Edition = Edition.PUBLIC,
    meeting_id: str | None = None,
) -> ActivityFollowUp:
    return activity_follow_up(
        SheetRequest(session=session, printed_on=TODAY, edition=edition, answers=answers or {}, meeting_id=meeting_id)
    )


def lines(found: ActivityFollowUp) -> tuple[ActivityLine, ...]:
    return found.areas[-1].lines


def test_a_plan_without_delaktiviteter_has_no_areas(session: Session, example: Example) -> None:
    found = read(session)
    assert found.areas == ()
    assert found.left_out == ("Målområde 1: En region att lita på",)
    assert example.area.title in found.left_out[0]


def test_the_way_goes_from_the_present_by_the_interim_goal_to_the_wished(filled: Session) -> None:
    area, goal = read(filled).areas
    assert (area.goal.name, area.depth, area.lines) == ("Målområde 1: En region att lita på", 0, ())
    assert [(step.label, step.text) for step in goal.steps] == [
        ("Nuvarande tillstånd 2025", "Ojämnt."),
        ("Delmål 2026", "Hälften är klar."),
        ("Önskat tillstånd 2027", "Klart."),
    ]


def test_delaktiviteter_stand_below_their_interim_goal_or_after(filled: Session) -> None:
    interim, *loose = lines(read(filled))
    assert (interim.label, [line.text for line in interim.below]) == ("Delmål 2026", ["Öva"])
    assert [line.text for line in loose] == ["Skriva", "Bygga", "Röja"]


def test_they_come_by_the_day_that_they_are_due_and_what_has_none_last(filled: Session) -> None:
    _interim, *loose = lines(read(filled, {SORT.key: DUE}))
    assert [line.text for line in loose] == ["Bygga", "Skriva", "Röja"]


def test_what_is_over_can_be_left_out_but_is_counted(filled: Session) -> None:
    found = read(filled, {OVER.key: ""})
    assert "Röja" not in [line.text for line in lines(found)]
    assert [count.numbers for count in found.counts] == [(3, 1, 1, 0, 4)]


def test_a_line_says_who_when_how_far_and_why(filled: Session) -> None:
    (line,) = lines(read(filled))[0].below
    assert line.responsible == "Chef"
    assert line.due
    assert (line.due.symbol, line.due.text) == ("!", "2026-05-01")
    assert line.due_note == "försenat 3\u00a0dagar\nfrån 2026-01-01"
    assert line.status
    assert (line.status.text, line.status_note, line.progress) == ("Försenad", "40\u00a0%", 40)
    assert line.reason == "Lokalen stängdes."


def test_a_milestone_is_reached_missed_or_ahead(filled: Session) -> None:
    (line,) = lines(read(filled))[0].below
    assert {each.text: (each.due, each.state.text, each.note) for each in line.milestones} == {
        "Bokat": ("", "Nådd", "2026-02-02"),
        "Övat": ("2026-04-01", "Inte nådd", ""),
        "Utvärderat": ("2026-08-01", "Återstår", ""),
    }


def test_it_shows_the_verdicts_of_the_meeting_that_is_asked_for(filled: Session, late: Activity) -> None:
    first, second = (add_meeting(filled, new_meeting(date(2026, month, 1))) for month in (2, 4))
    assess(filled, late.id, Verdict.YES, meeting_id=first.id)
    assess(filled, late.id, Verdict.NO, meeting_id=second.id)

    def verdict(meeting_id: str | None) -> Verdict | None:
        (line,) = lines(read(filled, meeting_id=meeting_id))[0].below
        assert line.assessed
        return line.assessed.verdict

    assert [verdict(each) for each in (first.id, second.id, None)] == [Verdict.YES, Verdict.NO, Verdict.NO]


def test_a_goal_that_is_assessed_itself_comes_first(filled: Session, goal: Goal) -> None:
    assess(filled, goal.id, Verdict.PARTLY, "En bit kvar.")
    first = lines(read(filled))[0]
    assert (first.label, first.text) == ("Mål", "Vården är nära")
    assert first.assessed
    assert first.assessed.verdict is Verdict.PARTLY


def test_goals_that_nothing_is_done_for_are_named_once(filled: Session, example: Example) -> None:
    idle = Goal(id=new_id(), level_id=example.area.level_id, position=9, printed_number="2", title="Vila")
    below = Goal(id=new_id(), level_id=example.goal.level_id, parent_id=idle.id, printed_number="2.1", title="Sova")
    with filled.change(Action.ADD) as change:
        change.insert_all([idle])
        change.insert_all([below])
    assert read(filled).left_out == ("Målområde 2: Vila",)


def test_what_is_secret_is_a_line_that_is_not_counted(filled: Session, late: Activity) -> None:
    mark_secret(filled, late.id, "OSL 18:13", TODAY, "Regionen")
    found = read(filled)
    (line,) = lines(found)[0].below
    assert line.text == "Uppgifter omfattas av sekretess (OSL 18:13, 2026-05-04, Regionen)"
    assert (line.status, line.due, line.milestones) == (None, None, ())
    assert [count.numbers for count in found.counts] == [(2, 0, 1, 0, 3)]
    assert len(lines(read(filled, edition=Edition.INTERNAL))[0].below[0].milestones) == 3


def test_a_secret_goal_is_a_heading_alone(filled: Session, goal: Goal) -> None:
    mark_secret(filled, goal.id, "OSL 18:13", TODAY, "Regionen")
    area = read(filled).areas[-1]
    assert area.goal.name.endswith("Uppgifter omfattas av sekretess (OSL 18:13, 2026-05-04, Regionen)")
    assert (area.steps, area.lines) == ((), ())


def test_a_state_that_is_secret_alone_is_a_line_on_the_way(filled: Session) -> None:
    (current,) = (each for each in filled.all(GoalState) if each.kind is StateKind.CURRENT)
    mark_secret(filled, current.id, "OSL 18:13", TODAY, "Regionen")
    steps = read(filled).areas[-1].steps
    assert steps[0].text.startswith("Uppgifter omfattas av sekretess")
    assert steps[1].text == "Hälften är klar."
