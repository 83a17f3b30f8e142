"""Goals of the top level with what asks for attention: counted and listed, never weighed, and nothing secret."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import LinkKind, RiskStage, RiskStatus, Verdict, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Risk, SecrecyMarking
from regdesk.formats import NBSP
from regdesk.services.assessing import assess
from regdesk.services.editing import add, edit
from regdesk.services.links import set_links
from regdesk.services.risks import score_risk
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.follow_up_areas import Area, follow_up_areas
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.sheets.plans import goal_areas
from tests.sheets.plans.goal_areas import GoalAreas

TODAY = date(2024, 9, 13)


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[GoalAreas]:
    made = goal_areas.make(tmp_path)
    yield made
    made.session.close()


def areas(plan: GoalAreas, edition: Edition = Edition.PUBLIC) -> tuple[Area, ...]:
    return follow_up_areas(SheetRequest(session=plan.session, printed_on=TODAY, edition=edition))[1]


def spaced(text: str) -> str:
    """Counts without the fixed spaces that hold each number to its word."""
    return text.replace(NBSP, " ")


def hide(plan: GoalAreas, item_id: str) -> None:
    marking = SecrecyMarking(
        id=new_id(), item_id=item_id, provision="18 kap. 13 §", marked_on=TODAY, authority="Regionen"
    )
    add(plan.session, marking)


def test_each_goal_of_the_top_level_has_its_own_counts(plan: GoalAreas) -> None:
    land, work = areas(plan)
    assert (land.part.name, work.part.name) == (
        "Målområde 1: Ett hållbart län att leva i",
        "Målområde 2: En organisation att lita på",
    )
    assert [(row.kind, spaced(row.words)) for row in land.counts] == [
        ("Indikatorer", "Ja 2, Delvis 1, Nej 1, Kan ej bedömas 1"),
        ("Parametrar", "Ja 1, Delvis 1, Nej 1"),
        ("Uppdrag", "Delvis 1, Ej bedömd 5"),
    ]
    assert [(row.kind, spaced(row.words)) for row in work.counts] == [
        ("Indikatorer", "Ja 1, Ej bedömd 2"),
        ("Parametrar", "Ja 1, Ej bedömd 1"),
    ]


def test_goals_are_counted_with_what_is_below_them_and_have_no_verdict_of_their_own(plan: GoalAreas) -> None:
    land, _work = areas(plan)
    assert [(goal.name, goal.assessed, spaced(goal.indicators), spaced(goal.assignments)) for goal in land.goals] == [
        ("1.1 Vi är en samlande kraft för länets utveckling", None, "Kan ej bedömas 1", "Öppna 1"),
        ("1.2 Vi främjar en god och jämlik hälsa i hela länet", None, "Ja 2, Delvis 1, Nej 1", "Öppna 5"),
    ]


def test_a_goal_that_a_board_assessed_shows_its_verdict(plan: GoalAreas) -> None:
    assess(plan.session, plan.goals[1].id, Verdict.PARTLY)
    goals = areas(plan)[0].goals
    assert [goal.assessed.verdict if goal.assessed else None for goal in goals] == [None, Verdict.PARTLY]


def test_what_asks_for_attention_says_what_it_is_and_where(plan: GoalAreas) -> None:
    land, work = areas(plan)
    assert [(found.kind, found.place, found.assessed.cell.text) for found in land.by_verdict()] == [
        ("Parameter", "Mål 1.2", "Nej"),
        ("Indikator", "Mål 1.2", "Nej"),
        ("Uppdrag", "Mål 1.1", "Delvis"),
        ("Indikator", "Mål 1.2", "Delvis"),
        ("Parameter", "Mål 1.2", "Delvis"),
        ("Indikator", "Mål 1.1", "Kan ej bedömas"),
    ]
    assert [found.kind for found in land.findings][:2] == ["Indikator", "Uppdrag"]
    assert (work.findings, work.is_assessed) == ((), True)


def test_late_work_stands_under_its_area_the_latest_first(plan: GoalAreas) -> None:
    early, late, done = plan.assignments[0], plan.assignments[4], plan.assignments[5]
    edit(plan.session, early, due_on=date(2024, 9, 1))
    edit(plan.session, late, due_on=date(2024, 5, 1))
    edit(plan.session, done, due_on=date(2024, 5, 1), status=WorkStatus.DONE)
    activity = Activity(id=new_id(), goal_id=plan.goals[0].id, title="Bjud in kommunerna", due_on=date(2024, 6, 1))
    add(plan.session, activity)
    land, work = areas(plan)
    assert [(each.kind, each.name, each.late) for each in land.late] == [
        ("Uppdrag", "Ta del av analyser av patientsäkerheten.", "135\u00a0dagar"),
        ("Delaktivitet", "Bjud in kommunerna", "104\u00a0dagar"),
        ("Uppdrag", plan.assignments[0].text, "12\u00a0dagar"),
    ]
    assert work.late == ()


def test_work_that_is_said_to_be_delayed_is_late_before_its_day(plan: GoalAreas) -> None:
    edit(plan.session, plan.assignments[0], status=WorkStatus.DELAYED, due_on=date(2024, 12, 1))
    edit(plan.session, plan.assignments[4], due_on=date(2024, 9, 1))
    edit(plan.session, plan.assignments[1], status=WorkStatus.DELAYED)
    late = areas(plan)[0].late
    assert [(each.due, each.late) for each in late] == [
        (date(2024, 9, 1), "12\u00a0dagar"),
        (date(2024, 12, 1), ""),
        (None, ""),
    ]


def red_risk(plan: GoalAreas, title: str, likelihood: int = 4, impact: int = 4) -> Risk:
    """A risk that is about the first goal."""
    risk = Risk(id=new_id(), title=title)
    add(plan.session, risk)
    score_risk(plan.session, risk.id, RiskStage.CURRENT, likelihood, impact, TODAY)
    set_links(plan.session, risk.id, LinkKind.GOAL, [plan.goals[0].id], title)
    return risk


def test_red_risks_stand_where_their_goals_do(plan: GoalAreas) -> None:
    red_risk(plan, "Samarbetet upphör")
    red_risk(plan, "Ett möte ställs in", likelihood=1, impact=1)
    closed = red_risk(plan, "Gammal oro")
    edit(plan.session, closed, status=RiskStatus.CLOSED)
    land, work = areas(plan)
    assert [(risk.title, risk.value.text[:2]) for risk in land.risks] == [("Samarbetet upphör", "16")]
    assert work.risks == ()


def test_what_is_secret_is_in_no_list_of_a_public_edition(plan: GoalAreas) -> None:
    risk = red_risk(plan, "Samarbetet upphör")
    edit(plan.session, plan.assignments[4], due_on=date(2024, 5, 1))
    near = plan.indicators["Nära vård: från enskilda insatser till samordning utifrån personens behov"]
    for item_id in (risk.id, plan.assignments[4].id, near.id):
        hide(plan, item_id)
    land = areas(plan)[0]
    said = repr((land.findings, land.late, land.risks, land.goals))
    for words in ("Nära vård", "Fast kontakt", "patientsäkerheten", "Samarbetet upphör"):
        assert words not in said
    everything = repr(areas(plan, Edition.INTERNAL)[0])
    assert "Samarbetet upphör [Sekretess: 18 kap. 13 §]" in everything
    assert "Ta del av analyser av patientsäkerheten. [Sekretess: 18 kap. 13 §]" in everything


def test_a_goal_that_is_withheld_has_nothing_but_its_line(plan: GoalAreas) -> None:
    hide(plan, plan.goals[2].parent_id or "")
    work = areas(plan)[1]
    assert (work.counts, work.goals, work.findings, work.late, work.risks) == ((), (), (), (), ())
    assert replace(work.part, title="").children == ()
