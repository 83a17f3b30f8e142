"""The follow-up of goals: which verdicts it shows, who gave them, and that nothing is lost or invented on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from regdesk.domain.codes import Party, PeriodKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Comment, Goal, Indicator, ReportingPeriod, SecrecyMarking
from regdesk.domain.problems import Problem
from regdesk.services.assessing import assess
from regdesk.services.editing import add
from regdesk.services.meetings import add_agenda_item, add_meeting, add_period, new_meeting
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.follow_up import follow_up
from regdesk.viewmodels.follow_up_parts import Assessed, FollowUp, IndicatorRow
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.sheets.plans import goal_areas
from tests.sheets.plans.goal_areas import GoalAreas

TODAY = date(2024, 9, 13)


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[GoalAreas]:
    made = goal_areas.make(tmp_path)
    yield made
    made.session.close()


def at_meeting(plan: GoalAreas) -> FollowUp:
    return follow_up(SheetRequest(session=plan.session, meeting_id=plan.meeting.id, printed_on=TODAY))


def newest(plan: GoalAreas) -> FollowUp:
    return follow_up(SheetRequest(session=plan.session, printed_on=TODAY))


def indicator_rows(found: FollowUp) -> dict[str, IndicatorRow]:
    return {
        row.item_id: row for goal in found.goals for part in goal.walk() for table in part.tables for row in table.rows
    }


def shown(found: FollowUp, indicator: Indicator) -> Assessed:
    assessed = indicator_rows(found)[indicator.id].assessed
    assert assessed
    return assessed


def second_meeting(plan: GoalAreas, verdict: Verdict) -> str:
    """A later meeting that assessed the index anew under § 80."""
    later = add_meeting(plan.session, new_meeting(date(2024, 11, 20)))
    item = add_agenda_item(plan.session, later.id, "Uppföljning", section_no="80")
    index = plan.indicators["Säkerhetsengagemang, index"]
    assess(plan.session, index.id, verdict, meeting_id=later.id, agenda_item_id=item.id)
    return later.id


def test_an_unknown_meeting_is_a_problem(plan: GoalAreas) -> None:
    with pytest.raises(Problem):
        follow_up(SheetRequest(session=plan.session, meeting_id=new_id(), printed_on=TODAY))


# Verdicts


def test_who_decided_stands_once_when_it_was_one_decision(plan: GoalAreas) -> None:
    found = at_meeting(plan)
    assert found.decided == "Bedömt av Regionstyrelsen 2024-09-12 §\u00a064."
    assert {row.assessed.decided for row in indicator_rows(found).values() if row.assessed} == {""}


def test_each_verdict_says_its_decision_when_they_are_several(plan: GoalAreas) -> None:
    second_meeting(plan, Verdict.NO)
    found = newest(plan)
    assert found.decided == "Bedömt av Regionstyrelsen 2024-09-12 §\u00a064 och 2024-11-20 §\u00a080."
    index = shown(found, plan.indicators["Säkerhetsengagemang, index"])
    assert (index.verdict, index.decided) == (Verdict.NO, "2024-11-20 §\u00a080")
    assert shown(found, plan.indicators["Digital mognad, självskattning"]).decided == ""


def test_a_meeting_shows_its_own_verdicts_alone(plan: GoalAreas) -> None:
    later = second_meeting(plan, Verdict.NO)
    index = plan.indicators["Säkerhetsengagemang, index"]
    assert shown(at_meeting(plan), index).verdict is Verdict.YES
    found = follow_up(SheetRequest(session=plan.session, meeting_id=later, printed_on=TODAY))
    assert shown(found, index).verdict is Verdict.NO
    assert sum(row.assessed.verdict is not None for row in indicator_rows(found).values() if row.assessed) == 1


def test_a_period_shows_what_was_said_for_it_in_its_own_words(plan: GoalAreas) -> None:
    period = add_period(
        plan.session,
        ReportingPeriod(id=new_id(), kind=PeriodKind.INTERIM, starts_on=date(2024, 1, 1), ends_on=date(2024, 8, 31)),
    )
    index = plan.indicators["Säkerhetsengagemang, index"]
    made = assess(plan.session, index.id, Verdict.PARTLY, period_id=period.id)
    found = follow_up(SheetRequest(session=plan.session, period_id=period.id, printed_on=TODAY))
    assert shown(found, index).verdict is Verdict.PARTLY
    recorded = made.recorded_at.date().isoformat()
    assert found.decided == f"Bedömningar utan sammanträde är registrerade {recorded}."


def test_a_plan_that_nobody_has_assessed_says_so(plan: GoalAreas) -> None:
    empty = add_meeting(plan.session, new_meeting(date(2025, 1, 15)))
    found = follow_up(SheetRequest(session=plan.session, meeting_id=empty.id, printed_on=TODAY))
    assert found.decided == "Inga bedömningar är gjorda ännu."
    assert [(row.kind, row.total, row.numbers) for row in found.counts] == [
        ("Indikatorer", 8, (0, 0, 0, 0, 8)),
        ("Parametrar", 5, (0, 0, 0, 0, 5)),
    ]


def test_verdicts_are_counted_and_a_cluster_without_one_gets_none(plan: GoalAreas) -> None:
    found = at_meeting(plan)
    assert tuple(verdict.text for verdict in found.verdicts) == ("Ja", "Delvis", "Nej", "Kan ej bedömas", "Ej bedömd")
    assert [(row.kind, row.total, row.numbers) for row in found.counts] == [
        ("Indikatorer", 8, (3, 1, 1, 1, 2)),
        ("Parametrar", 5, (2, 1, 1, 0, 1)),
        ("Uppdrag", 7, (0, 1, 0, 0, 6)),
    ]
    skills = plan.indicators["Stärkt kompetensförsörjning i hela organisationen"]
    assert shown(found, skills).verdict is None


# What it was before


def test_a_first_follow_up_says_once_that_there_is_nothing_to_compare_with(plan: GoalAreas) -> None:
    found = at_meeting(plan)
    assert found.compared == "Det finns inga tidigare bedömningar att jämföra med."
    assert (found.trends, {row.assessed.trend for row in indicator_rows(found).values() if row.assessed}) == ((), {""})


def test_a_later_verdict_says_what_it_was_before_and_a_first_one_that_it_is(plan: GoalAreas) -> None:
    later = second_meeting(plan, Verdict.NO)
    found = follow_up(SheetRequest(session=plan.session, meeting_id=later, printed_on=TODAY))
    assert shown(found, plan.indicators["Säkerhetsengagemang, index"]).trend == "▼ Ja → Nej"
    assert shown(found, plan.indicators["Digital mognad, självskattning"]).trend == ""
    every = newest(plan)
    assert shown(every, plan.indicators["Säkerhetsengagemang, index"]).trend == "▼ Ja → Nej"
    assert shown(every, plan.indicators["Medarbetarengagemang, totalindex"]).trend == "första gången"
    assert [row.cell.text for row in every.trends] == ["▼"], "no sign is explained that nothing has"


def test_nothing_is_told_of_what_a_secret_meeting_said_before(plan: GoalAreas) -> None:
    index = plan.indicators["Säkerhetsengagemang, index"]
    second_meeting(plan, Verdict.NO)
    add(plan.session, _secret(plan.meeting.id))
    assert shown(newest(plan), index).trend == ""
    everything = follow_up(SheetRequest(session=plan.session, printed_on=TODAY, edition=Edition.INTERNAL))
    assert shown(everything, index).trend == "▼ Ja → Nej"


# A part of the plan


def test_one_goal_alone_is_followed_up_with_its_own_counts_and_decisions(plan: GoalAreas) -> None:
    second_meeting(plan, Verdict.NO)
    people = plan.session.get(Goal, plan.goals[2].parent_id or "")
    found = follow_up(SheetRequest(session=plan.session, printed_on=TODAY), people.id)
    assert [goal.item_id for goal in found.goals] == [people.id]
    assert found.decided == "Bedömt av Regionstyrelsen 2024-09-12 §\u00a064."
    assert [(row.kind, row.total) for row in found.counts] == [("Indikatorer", 3), ("Parametrar", 2)]
    assert not found.assignments
    assert [row.cell.text for row in found.notations] == ["Tom ruta", "Streck"]


def test_a_goal_that_is_gone_is_a_problem(plan: GoalAreas) -> None:
    with pytest.raises(Problem):
        follow_up(SheetRequest(session=plan.session, printed_on=TODAY), new_id())


def test_indicators_can_stand_by_their_verdicts(plan: GoalAreas) -> None:
    table = at_meeting(plan).goals[0].children[1].tables[0]
    verdicts = [row.assessed.verdict for row in table.by_verdict().rows if row.assessed]
    assert verdicts == [Verdict.NO, Verdict.PARTLY, Verdict.YES]


# Words


def test_the_justification_and_the_parties_words_are_kept_apart(plan: GoalAreas) -> None:
    index = plan.indicators["Säkerhetsengagemang, index"]
    remarks = shown(at_meeting(plan), index).remarks
    assert [(remark.label, remark.text) for remark in remarks] == [
        ("", "Målnivån är nådd i de flesta verksamheter."),
        ("Förvaltningen", "Mäts igen."),
    ]


def test_what_was_said_at_another_meeting_is_not_said_at_this(plan: GoalAreas) -> None:
    index = plan.indicators["Säkerhetsengagemang, index"]
    later = second_meeting(plan, Verdict.NO)
    said = datetime(2024, 11, 20, tzinfo=UTC)
    words = Comment(id=new_id(), item_id=index.id, meeting_id=later, party=Party.UNION, text="Sent.", recorded_at=said)
    add(plan.session, words)
    at_later = follow_up(SheetRequest(session=plan.session, meeting_id=later, printed_on=TODAY))
    assert "Sent." not in [remark.text for remark in shown(at_meeting(plan), index).remarks]
    assert [remark.text for remark in shown(at_later, index).remarks] == ["Mäts igen.", "Sent."]


# All of it, and nothing that is secret


def test_nothing_of_indicators_and_uppdrag_is_dropped(plan: GoalAreas) -> None:
    found = newest(plan)
    assert set(indicator_rows(found)) == {indicator.id for indicator in plan.indicators.values()}
    lists = [*found.assignments, *(each for goal in found.goals for part in goal.walk() for each in part.assignments)]
    printed = [row.item_id for each in lists for top in each.rows for row in top.walk()]
    assert sorted(printed) == sorted(assignment.id for assignment in plan.assignments)


def test_what_is_marked_secret_is_withheld_with_all_below_it(plan: GoalAreas) -> None:
    near = plan.indicators["Nära vård: från enskilda insatser till samordning utifrån personens behov"]
    order = plan.assignments[1]
    for item in (near.id, order.id, plan.goals[2].id):
        add(plan.session, _secret(item))
    found = at_meeting(plan)
    said = repr(found.goals)
    for words in ("Nära vård", "Fast kontakt", "ojämnt fördelat", "primärvård", "jämlikt sätt", "Medarbetar", "Utbild"):
        assert words not in said
    assert said.count("Uppgifter omfattas av sekretess (18 kap. 13 §, 2024-09-01, Regionen)") == 3
    assert [(row.kind, row.total) for row in found.counts] == [("Indikatorer", 4), ("Uppdrag", 4)]


def test_a_secret_parameter_is_withheld_alone(plan: GoalAreas) -> None:
    add(plan.session, _secret(plan.parameters[0].id))
    near = indicator_rows(at_meeting(plan))[plan.parameters[0].indicator_id]
    assert [(row.name, row.criterion, row.assessed is None) for row in near.parameters] == [
        ("Uppgifter omfattas av sekretess (18 kap. 13 §, 2024-09-01, Regionen)", "", True),
        ("Parameter 2", "", False),
        ("Parameter 3", "", False),
    ]


def _secret(item_id: str) -> SecrecyMarking:
    return SecrecyMarking(
        id=new_id(), item_id=item_id, provision="18 kap. 13 §", marked_on=date(2024, 9, 1), authority="Regionen"
    )


# Cost


def test_it_costs_as_many_queries_however_large_the_plan_is(plan: GoalAreas) -> None:
    def queries() -> int:
        asked: list[str] = []
        plan.session.repository.connection.set_trace_callback(asked.append)
        at_meeting(plan)
        plan.session.repository.connection.set_trace_callback(None)
        return len(asked)

    before = queries()
    template = plan.indicators["Samverkan har utvecklats i linje med sitt syfte"]
    for number in range(30):
        add(plan.session, replace(template, id=new_id(), title=f"Mer {number}", position=20 + number))
    assert queries() == before
