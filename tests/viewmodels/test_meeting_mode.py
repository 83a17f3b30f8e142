"""Meeting mode without a window: what is on the card, what a key does, and what is found on coming back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import ClusterRule, ItemKind, PeriodKind, StateKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    AgendaItem,
    Assessment,
    GoalState,
    Indicator,
    InterimGoal,
    Meeting,
    ReportingPeriod,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.assessing import assess, assessments_at, trail_of
from regdesk.services.editing import edit, set_cluster_rule, write_value
from regdesk.services.meetings import (
    add_agenda_item,
    add_meeting,
    add_period,
    add_subjects,
    close_meeting,
    everything_to_assess,
    new_meeting,
)
from regdesk.services.session import Session
from regdesk.viewmodels.cards import Card
from regdesk.viewmodels.meeting_mode import MeetingMode, choices
from tests.registers import Example, open_example


@dataclass(frozen=True)
class Sitting:
    session: Session
    plan: Example
    meeting: Meeting
    agenda_item: AgendaItem
    mode: MeetingMode

    def card(self) -> Card:
        assert self.mode.current
        return self.mode.current


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    session, plan = open_example(tmp_path)
    meeting = add_meeting(session, new_meeting(date(2024, 9, 12), title="Septembermötet"))
    item = add_agenda_item(
        session,
        meeting.id,
        "Uppföljning av målen",
        kind=ItemKind.DECISION,
        section_no="64",
        subjects=everything_to_assess(session),
    )
    mode = MeetingMode(session, meeting.id)
    yield Sitting(session, plan, meeting, item, mode)
    mode.close()
    session.close()


def queries(session: Session, mode: MeetingMode) -> int:
    """How many queries the next card costs."""
    asked: list[str] = []
    session.repository.connection.set_trace_callback(asked.append)
    mode.next()
    session.repository.connection.set_trace_callback(None)
    return len(asked)


# The card


def test_a_card_tells_what_the_room_must_know(sitting: Sitting) -> None:
    edit(sitting.session, sitting.plan.number, criterion="Fler än i fjol.", interpretation="Årets enkät.")
    card = sitting.card()
    assert card.subject.title == "Nöjda besökare"
    assert card.subject.kind_word == "Indikator"
    assert card.subject.path == ("1 En region att lita på", "1.1 Vården är nära")
    assert (card.section, card.agenda_title) == ("§\u00a064", "Uppföljning av målen")
    assert [(fact.label, fact.cell.text) for fact in card.subject.targets] == [("Målnivå 2024", ">45 %")]
    assert [(fact.label, fact.cell.text) for fact in card.subject.outcomes] == [("Utfall 2023", "39 %")]
    assert (card.subject.criterion, card.subject.interpretation) == ("Fler än i fjol.", "Årets enkät.")
    assert (card.cell.text, card.verdict, card.justification) == ("Ej bedömd", None, "")
    assert (card.position, card.progress) == ("Punkt 1 av 5", "0 av 5")
    assert not card.closed
    assert sitting.mode.title == "Septembermötet, 2024-09-12"


def test_values_that_are_none_are_said_in_words(sitting: Sitting) -> None:
    write_value(sitting.session, sitting.plan.number.id, sitting.plan.outcome.id, "")
    write_value(sitting.session, sitting.plan.number.id, sitting.plan.target.id, "-")
    subject = sitting.card().subject
    assert [(each.cell.text, each.cell.spoken) for each in (*subject.outcomes, *subject.targets)] == [
        ("", "inget angivet"),
        ("-", "streck: inget värde"),
    ]


def test_a_parameter_shows_its_cluster_and_the_cluster_its_parameters(sitting: Sitting) -> None:
    first = sitting.mode.go_to(2)
    assert first
    assert first.subject.cluster
    assert (first.subject.title, first.subject.cluster.title) == ("Övningar", "Beredskapen har stärkts")
    assert (first.subject.cluster.number, first.subject.cluster.count) == (1, 2)
    sitting.mode.verdict(Verdict.YES)
    second = sitting.mode.next()
    assert second
    assert second.subject.title == "Parameter 2"
    cluster = sitting.mode.next()
    assert cluster
    assert [(each.parameter.name, each.cell.text) for each in cluster.parameters] == [
        ("Övningar", "Ja"),
        ("Parameter 2", "Ej bedömd"),
    ]
    assert cluster.suggestion is None


def test_a_rule_suggests_only_when_configured_and_never_decides(sitting: Sitting) -> None:
    mode, cluster = sitting.mode, sitting.plan.cluster
    for place, verdict in ((2, Verdict.YES), (3, Verdict.NO)):
        mode.go_to(place)
        mode.verdict(verdict)
    mode.go_to(cluster.id)
    assert sitting.card().suggestion is None
    set_cluster_rule(sitting.session, cluster, ClusterRule.ALL_YES)
    suggestion = sitting.card().suggestion
    assert suggestion
    assert (suggestion.text, sitting.card().verdict) == ("Regeln föreslår Delvis", None)
    mode.accept_suggestion()
    assert sitting.card().verdict is Verdict.PARTLY
    assert sitting.session.undo_step
    assert sitting.session.undo_step.action is Action.CONFIRM_SUGGESTION


def test_accepting_where_nothing_is_suggested_changes_nothing(sitting: Sitting) -> None:
    sitting.mode.accept_suggestion()
    assert sitting.card().verdict is None


def test_the_previous_assessment_is_told_with_its_decision(sitting: Sitting) -> None:
    spring = add_meeting(sitting.session, new_meeting(date(2024, 5, 21)))
    item = add_agenda_item(
        sitting.session, spring.id, "Uppföljning", section_no="31", subjects=[sitting.plan.number.id]
    )
    assess(
        sitting.session,
        sitting.plan.number.id,
        Verdict.PARTLY,
        "På väg.",
        meeting_id=spring.id,
        agenda_item_id=item.id,
    )
    previous = sitting.card().previous
    assert previous
    assert previous.text == "Delvis, 2024-05-21 §\u00a031"
    assert (previous.cell.symbol, previous.justification) == ("◐", "På väg.")


def test_delmal_and_delaktiviteter_show_where_one_was_and_wants_to_be(sitting: Sitting) -> None:
    goal = sitting.plan.goal
    interim = InterimGoal(id=new_id(), goal_id=goal.id, year=2026, text="Hälften av enheterna är med.")
    records = [
        GoalState(id=new_id(), goal_id=goal.id, kind=StateKind.CURRENT, year=2024, text="Få är med."),
        GoalState(
            id=new_id(), goal_id=goal.id, kind=StateKind.DESIRED, position=1, label="Tillståndet 2027:", text="Alla."
        ),
        interim,
        Activity(id=new_id(), goal_id=goal.id, interim_goal_id=interim.id, title="Utbilda ledare"),
    ]
    with sitting.session.change(Action.ADD) as change:
        change.insert_all(records)
    add_subjects(sitting.session, sitting.agenda_item.id, [interim.id, records[-1].id, goal.id])
    card = sitting.mode.go_to(interim.id)
    assert card
    assert (card.subject.kind_word, card.subject.title) == ("Delmål 2026", "Hälften av enheterna är med.")
    assert [(fact.label, fact.text) for fact in card.subject.facts] == [
        ("Nuvarande tillstånd 2024", "Få är med."),
        ("Tillståndet 2027", "Alla."),
    ]
    card = sitting.mode.go_to(records[-1].id)
    assert card
    assert [(fact.label, fact.text) for fact in card.subject.facts] == [("Delmål 2026", "Hälften av enheterna är med.")]
    card = sitting.mode.go_to(goal.id)
    assert card
    assert (card.subject.kind_word, card.subject.path) == ("Mål", ("1 En region att lita på",))


def test_an_assignment_shows_the_role_it_was_given_in(sitting: Sitting) -> None:
    add_subjects(sitting.session, sitting.agenda_item.id, [sitting.plan.assignments[0].id])
    card = sitting.mode.go_to(sitting.plan.assignments[0].id)
    assert card
    assert (card.subject.kind_word, card.subject.title) == ("Uppdrag", "Följa hur väntetiderna utvecklas")
    assert card.subject.facts[0].label == "Leda och samordna"


# Verdicts and words


def test_the_keys_are_the_words_first_letters() -> None:
    assert [(choice.key, choice.cell.text) for choice in choices()] == [
        ("J", "Ja"),
        ("D", "Delvis"),
        ("N", "Nej"),
        ("K", "Kan ej bedömas"),
    ]


def test_a_verdict_is_on_disk_when_the_call_returns(sitting: Sitting) -> None:
    sitting.mode.verdict(Verdict.NO)
    with Session.open(sitting.session.path) as other:
        stored = assessments_at(other, sitting.meeting)[sitting.plan.number.id]
    assert (stored.verdict, stored.section_no, stored.agenda_item_id) == (Verdict.NO, "64", sitting.agenda_item.id)
    assert (sitting.card().cell.text, sitting.card().progress) == ("Nej", "1 av 5")


def test_the_same_verdict_twice_is_one_record(sitting: Sitting) -> None:
    sitting.mode.verdict(Verdict.YES)
    sitting.mode.verdict(Verdict.YES)
    assert len(trail_of(sitting.session, sitting.plan.number.id)) == 1


def test_words_are_asked_for_but_not_forced(sitting: Sitting) -> None:
    sitting.mode.verdict(Verdict.PARTLY)
    assert sitting.card().asks_for_justification
    sitting.mode.comment("Två enheter saknas.")
    assert not sitting.card().asks_for_justification
    assert (sitting.card().justification, sitting.card().verdict) == ("Två enheter saknas.", Verdict.PARTLY)
    sitting.mode.verdict(Verdict.YES)
    assert (sitting.card().justification, sitting.card().asks_for_justification) == ("Två enheter saknas.", False)
    assert [each.verdict for each in trail_of(sitting.session, sitting.plan.number.id)] == [
        Verdict.YES,
        Verdict.PARTLY,
        Verdict.PARTLY,
    ]


def test_words_typed_first_wait_for_the_verdict(sitting: Sitting) -> None:
    sitting.mode.comment("Vi väntar på siffror.")
    assert (sitting.card().justification, sitting.card().saved) == ("Vi väntar på siffror.", False)
    assert sitting.session.all(Assessment) == []
    sitting.mode.next()
    sitting.mode.previous()
    sitting.mode.verdict(Verdict.CANNOT_ASSESS)
    assert (sitting.card().justification, sitting.card().saved) == ("Vi väntar på siffror.", True)


def test_words_that_wait_are_known(sitting: Sitting) -> None:
    seen = [sitting.mode.waiting]
    sitting.mode.go_to(1)
    sitting.mode.comment("Vi väntar på siffror.")
    sitting.mode.go_to(3)
    sitting.mode.comment("  ")
    seen.append(sitting.mode.waiting)
    sitting.mode.go_to(1)
    sitting.mode.verdict(Verdict.CANNOT_ASSESS)
    assert [*seen, sitting.mode.waiting] == [None, 1, None]


def test_a_verdict_takes_the_words_that_are_being_written(sitting: Sitting) -> None:
    sitting.mode.verdict(Verdict.PARTLY, "Två enheter")
    sitting.mode.verdict(Verdict.NO, "Två enheter saknas.")
    assert [(each.verdict, each.justification) for each in trail_of(sitting.session, sitting.plan.number.id)] == [
        (Verdict.NO, "Två enheter saknas."),
        (Verdict.PARTLY, "Två enheter"),
    ]


def test_what_an_earlier_meeting_said_for_the_period_is_said_anew(sitting: Sitting) -> None:
    session = sitting.session
    period = add_period(
        session,
        ReportingPeriod(id=new_id(), kind=PeriodKind.YEAR, starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31)),
    )
    assess(session, sitting.plan.number.id, Verdict.YES, "Klart.", period_id=period.id)
    edit(session, sitting.meeting, period_id=period.id)
    assert (sitting.card().verdict, sitting.card().progress) == (Verdict.YES, "1 av 5")
    sitting.mode.verdict(Verdict.YES)
    assert [each.meeting_id for each in trail_of(session, sitting.plan.number.id)] == [sitting.meeting.id, None]


def test_a_closed_meeting_is_shown_and_refuses(sitting: Sitting) -> None:
    close_meeting(sitting.session, sitting.meeting.id)
    assert sitting.card().closed
    with pytest.raises(Problem) as raised:
        sitting.mode.verdict(Verdict.YES)
    assert raised.value.kind is ProblemKind.MEETING_CLOSED


def test_what_another_program_wrote_is_shown_after_the_refusal(sitting: Sitting) -> None:
    with Session.open(sitting.session.path) as other:
        assess(other, sitting.plan.number.id, Verdict.NO, meeting_id=sitting.meeting.id)
    with pytest.raises(Problem) as raised:
        sitting.mode.verdict(Verdict.YES)
    assert raised.value.kind is ProblemKind.CHANGED_BY_OTHER
    assert sitting.card().verdict is Verdict.NO
    sitting.mode.verdict(Verdict.YES)
    assert sitting.card().verdict is Verdict.YES


# Undo


def test_undo_goes_to_what_it_took_back_and_redo_too(sitting: Sitting) -> None:
    sitting.mode.verdict(Verdict.YES)
    sitting.mode.go_to(3)
    sitting.mode.undo()
    assert (sitting.mode.index, sitting.card().verdict, sitting.mode.done) == (0, None, 0)
    sitting.mode.go_to(3)
    sitting.mode.redo()
    assert (sitting.mode.index, sitting.card().verdict) == (0, Verdict.YES)


def test_undo_brings_back_the_verdict_that_was_superseded(sitting: Sitting) -> None:
    sitting.mode.verdict(Verdict.PARTLY)
    sitting.mode.comment("Nästan.")
    sitting.mode.verdict(Verdict.YES)
    sitting.mode.undo()
    assert (sitting.card().verdict, sitting.card().justification) == (Verdict.PARTLY, "Nästan.")
    sitting.mode.undo()
    assert sitting.card().justification == ""


def test_other_work_is_not_undone_from_a_meeting(sitting: Sitting) -> None:
    edit(sitting.session, sitting.plan.number, title="Nöjda besökare, andel")
    assert not sitting.mode.can_undo
    with pytest.raises(Problem) as raised:
        sitting.mode.undo()
    assert raised.value.kind is ProblemKind.NOTHING_TO_UNDO
    with pytest.raises(Problem) as raised:
        sitting.mode.redo()
    assert raised.value.kind is ProblemKind.NOTHING_TO_REDO
    assert sitting.card().subject.title == "Nöjda besökare, andel"


def test_undo_shows_what_another_program_wrote(sitting: Sitting) -> None:
    sitting.mode.verdict(Verdict.YES)
    with Session.open(sitting.session.path) as other:
        assess(other, sitting.plan.number.id, Verdict.NO, meeting_id=sitting.meeting.id)
    with pytest.raises(Problem) as raised:
        sitting.mode.undo()
    assert raised.value.kind is ProblemKind.CHANGED_BY_OTHER
    assert sitting.card().verdict is Verdict.NO


# Going on


def test_the_ends_stay_where_they_are(sitting: Sitting) -> None:
    sitting.mode.previous()
    assert sitting.mode.index == 0
    sitting.mode.go_to(4)
    sitting.mode.next()
    sitting.mode.go_to(99)
    sitting.mode.go_to("no such id")
    assert sitting.mode.index == 4


def test_next_unassessed_goes_round_and_stays_when_all_is_done(sitting: Sitting) -> None:
    for place in (0, 1, 3, 4):
        sitting.mode.go_to(place)
        sitting.mode.verdict(Verdict.YES)
    sitting.mode.next_unassessed()
    assert sitting.mode.index == 2
    sitting.mode.verdict(Verdict.YES)
    sitting.mode.next_unassessed()
    assert (sitting.mode.index, sitting.card().progress) == (2, "5 av 5")


def test_coming_back_starts_at_the_first_without_a_verdict(sitting: Sitting) -> None:
    sitting.mode.verdict(Verdict.YES)
    sitting.mode.next()
    sitting.mode.verdict(Verdict.NO)
    with Session.open(sitting.session.path) as again:
        mode = MeetingMode(again, sitting.meeting.id)
        assert mode.current
        assert (mode.index, mode.current.progress) == (2, "2 av 5")


def test_the_overview_lists_all_with_their_verdicts(sitting: Sitting) -> None:
    sitting.mode.verdict(Verdict.YES)
    assert [(row.title, row.level, row.cell.text) for row in sitting.mode.overview()] == [
        ("Nöjda besökare", 0, "Ja"),
        ("Samverkan har vuxit", 0, "Ej bedömd"),
        ("Övningar", 1, "Ej bedömd"),
        ("Parameter 2", 1, "Ej bedömd"),
        ("Beredskapen har stärkts", 0, "Ej bedömd"),
    ]
    assert sitting.mode.task_row(0).section == "§\u00a064"
    assert [row.cluster for row in sitting.mode.overview()] == ["", "", *["Beredskapen har stärkts"] * 2, ""]


def test_what_stands_twice_on_the_agenda_is_assessed_in_both_places(sitting: Sitting) -> None:
    add_agenda_item(sitting.session, sitting.meeting.id, "Åter", subjects=[sitting.plan.number.id])
    sitting.mode.verdict(Verdict.YES)
    assert sitting.card().progress == "2 av 6"
    assert [row.cell.text for row in sitting.mode.overview()][::5] == ["Ja", "Ja"]
    sitting.mode.undo()
    assert sitting.card().progress == "0 av 6"


def test_a_changed_agenda_keeps_the_card_in_place(sitting: Sitting) -> None:
    sitting.mode.go_to(sitting.plan.yes_no.id)
    first = add_agenda_item(sitting.session, sitting.meeting.id, "Tillägg", subjects=[sitting.plan.goal.id])
    edit(sitting.session, first, position=0)
    edit(sitting.session, sitting.agenda_item, position=1)
    assert (sitting.card().subject.item_id, sitting.mode.index) == (sitting.plan.yes_no.id, 2)


def test_a_meeting_with_nothing_to_assess_has_no_card(sitting: Sitting) -> None:
    empty = add_meeting(sitting.session, new_meeting(date(2024, 10, 1)))
    mode = MeetingMode(sitting.session, empty.id)
    assert (mode.current, mode.next(), mode.next_unassessed(), mode.overview()) == (None, None, None, ())
    with pytest.raises(Problem):
        mode.verdict(Verdict.YES)


# Cost


def test_a_card_costs_the_same_however_much_there_is_to_assess(sitting: Sitting) -> None:
    assert sitting.card().number == 1
    few = queries(sitting.session, sitting.mode)
    more = [
        replace(sitting.plan.yes_no, id=new_id(), title=f"Indikator {number}", position=10 + number)
        for number in range(200)
    ]
    with sitting.session.change(Action.ADD) as change:
        change.insert_all(more)
    add_subjects(sitting.session, sitting.agenda_item.id, [indicator.id for indicator in more])
    sitting.mode.go_to(10)
    assert queries(sitting.session, sitting.mode) == few <= 8


def test_a_key_press_costs_the_same_however_much_has_been_assessed(sitting: Sitting) -> None:
    def cost() -> int:
        asked: list[str] = []
        sitting.session.repository.connection.set_trace_callback(asked.append)
        sitting.mode.verdict(Verdict.YES)
        sitting.session.repository.connection.set_trace_callback(None)
        return len(asked)

    first = cost()
    more: list[Indicator] = [replace(sitting.plan.yes_no, id=new_id(), position=9 + n) for n in range(50)]
    with sitting.session.change(Action.ADD) as change:
        change.insert_all(more)
        for indicator in more:
            assess(sitting.session, indicator.id, Verdict.NO, meeting_id=sitting.meeting.id)
    sitting.mode.next()
    assert cost() == first
