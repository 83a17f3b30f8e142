"""The report of a period: a summary, the headings of all, and the chosen sheets as chapters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import PeriodKind, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, ReportingPeriod, Risk
from regdesk.formats import NBSP
from regdesk.services.editing import add
from regdesk.services.meetings import add_period
from regdesk.services.session import Session
from regdesk.sheets.blocks import Heading, Paper, words
from regdesk.sheets.kinds import sheet_kind
from regdesk.sheets.plain import plain_text
from regdesk.viewmodels.edition import Edition, internal_notice
from regdesk.viewmodels.fields import YES
from tests.registers import make_register
from tests.sheets.making import make_document
from tests.sheets.plans import goal_areas
from tests.sheets.plans.common import open_register
from tests.sheets.plans.goal_areas import GoalAreas


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[GoalAreas]:
    made = goal_areas.make(tmp_path)
    yield made
    made.session.close()


def report(
    plan: GoalAreas,
    *,
    period: str | None = None,
    edition: Edition = Edition.PUBLIC,
    answers: dict[str, str] | None = None,
) -> Paper:
    paper = make_document(plan.session, "report", period_id=period, edition=edition, answers=answers)
    assert isinstance(paper, Paper)
    return paper


def period_of(plan: GoalAreas, kind: PeriodKind) -> str:
    made = ReportingPeriod(id=new_id(), kind=kind, starts_on=date(2024, 1, 1), ends_on=date(2024, 8, 31))
    return add_period(plan.session, made).id


def test_the_first_sheet_says_whose_report_it_is_and_the_others_are_its_chapters(plan: GoalAreas) -> None:
    first, *chapters = report(plan).sheets
    assert not first.is_chapter
    assert chapters
    assert all(chapter.is_chapter for chapter in chapters)
    titles = [chapter.head.title for chapter in chapters]
    assert len(titles) == len({*titles})
    text = plain_text(report(plan))
    assert text.count("Nämnd: ") == 1
    assert text.count("Register ") == 1


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (PeriodKind.INTERIM, "Delårsuppföljning"),
        (PeriodKind.YEAR, "Årsuppföljning"),
        (PeriodKind.QUARTER, "Uppföljning"),
    ],
)
def test_it_is_called_after_its_period(plan: GoalAreas, kind: PeriodKind, title: str) -> None:
    head = report(plan, period=period_of(plan, kind)).sheets[0].head
    assert (head.title, head.document_type) == (title, "Rapport")


def test_work_is_counted_by_how_it_stands(plan: GoalAreas) -> None:
    for status, due in ((WorkStatus.ONGOING, date(2024, 5, 1)), (WorkStatus.DONE, None)):
        add(plan.session, Assignment(id=new_id(), text=f"Uppdrag {status}", status=status, due_on=due))
    add(plan.session, Risk(id=new_id(), title="Det blir för dyrt"))
    before = len(plan.session.all(Assignment)) - 1
    text = plain_text(report(plan)).replace(NBSP, " ")
    assert f"Uppdrag | Öppna {before}, varav 1 efter sitt datum, Genomförda 1" in text
    assert "Risker | Utan värde 1" in text


def test_a_chapter_that_is_not_chosen_is_in_neither_text_nor_contents(plan: GoalAreas) -> None:
    everything, chosen = (plain_text(report(plan, answers={"follow-up": answer})) for answer in (YES, ""))
    assert everything.count("Uppföljning per mål") == 2
    assert "Uppföljning per mål" not in chosen
    assert plain_text(report(plan, answers={"contents": ""})).count("Uppföljning per mål") == 1


def test_what_the_first_page_says_is_not_said_again_in_the_chapters(plan: GoalAreas) -> None:
    first, *chapters = report(plan, answers={"follow-up-areas": YES}).sheets
    told = "\n".join(map(plain_text, chapters))
    assert "Bedömt av" in plain_text(first)
    assert "Bedömt av" not in told
    assert "Så läses bedömningarna" in plain_text(first)
    assert "Så läses bedömningarna" not in told
    usual = report(plan).sheets[1:]
    assert not any("Staplar över" in plain_text(chapter) for chapter in usual)


def test_the_verdicts_stand_by_goal_area_too_where_it_is_asked_for(plan: GoalAreas) -> None:
    usual, asked = (report(plan, answers=each).sheets for each in ({}, {"follow-up-areas": YES}))
    titles = [sheet.head.title for sheet in usual]
    assert {"Uppföljning per mål", "Indikatorförteckning", "Årshjul 2024"} <= {*titles}
    assert [sheet.head.title for sheet in asked if sheet.head.title not in titles] == ["Uppföljning per målområde"]


def test_a_register_with_nothing_in_it_has_no_heading_over_nothing(tmp_path: Path) -> None:
    with open_register(tmp_path, "goal_areas") as session:
        text = plain_text(make_document(session, "report"))
    assert "Läget i korthet" not in text
    assert "## Uppföljning per mål\n\nPlanen har inga mål." in text


def test_an_internal_report_says_so_once(plan: GoalAreas) -> None:
    assert plain_text(report(plan, edition=Edition.INTERNAL)).count(internal_notice()) == 1


def test_short_chapters_share_the_last_pages(tmp_path: Path) -> None:
    with closing(Session.open(make_register(tmp_path), who="Testaren")) as session:
        paper = make_document(session, "report")
    assert isinstance(paper, Paper)
    last = paper.sheets[-1]
    assert last.head.title == "Övriga delar"
    gathered = [words(block.text) for block in last.blocks if isinstance(block, Heading) and block.level == 2]
    assert {"Riskbild", "Uppdragslista och beslutsuppföljning"} <= {*gathered}
    assert not {*gathered} & {sheet.head.title for sheet in paper.sheets}
    assert "## Riskbild\n\nInga risker är upptagna." in plain_text(paper)


def test_a_single_short_chapter_keeps_its_place(plan: GoalAreas) -> None:
    chosen = {"risks", "budget"}
    answers = {option.key: "" for option in sheet_kind("report").options if option.key not in chosen}
    add(plan.session, Risk(id=new_id(), title="Det blir för dyrt"))
    titles = [sheet.head.title for sheet in report(plan, answers=answers).sheets[1:]]
    assert titles == ["Riskbild", "Ekonomiska ramar"]
