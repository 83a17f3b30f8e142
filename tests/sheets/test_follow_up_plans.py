"""The follow-up of the three real plans, from Word file to sheet: all of each is printed and nothing is decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regdesk.domain.model import Assignment, ClusterParameter, Indicator, Link, Value
from regdesk.exchange.propose import propose
from regdesk.exchange.writing import write_proposal
from regdesk.services.session import Session
from regdesk.sheets.blocks import Block, BulletList, ListItem, Sheet, Table
from regdesk.sheets.plain import plain_text
from regdesk.viewmodels.words import one_line
from tests.sheets.making import make_sheet
from tests.sheets.plans.common import open_register

PLANS = {
    "goal_areas": "verksamhetsplan-rs-vasternorrland-2024-2026.docx",
    "strategic_areas": "strategiska-omraden-vasterbotten-2026.docx",
    "outcome_goals": "effektmal-varmland-2023.docx",
}


def imported(folder: Path, documents: Path, model: str) -> Session:
    """A register with one of the plans in it."""
    session = open_register(folder, model)
    write_proposal(session, propose(documents / PLANS[model]))
    return session


def sheet_of(session: Session) -> Sheet:
    return make_sheet(session, "follow-up")


@pytest.fixture(params=PLANS)
def session(request: pytest.FixtureRequest, tmp_path: Path, shared_documents: Path) -> Iterator[Session]:
    with imported(tmp_path, shared_documents, request.param) as opened:
        yield opened


@pytest.fixture
def northern(tmp_path: Path, shared_documents: Path) -> Iterator[Session]:
    """The plan with indicators and uppdrag."""
    with imported(tmp_path, shared_documents, "goal_areas") as opened:
        yield opened


def tables(sheet: Sheet) -> list[Table]:
    return [block for block in sheet.blocks if isinstance(block, Table)]


def items(blocks: tuple[Block, ...]) -> Iterator[ListItem]:
    """Every item of every list, whatever its depth."""
    waiting = [item for block in blocks if isinstance(block, BulletList) for item in block.items]
    while waiting:
        item = waiting.pop(0)
        waiting = [*item.items, *waiting]
        yield item


def test_no_plan_gets_a_verdict_by_itself(session: Session) -> None:
    text = plain_text(sheet_of(session))
    assert "Inga bedömningar är gjorda ännu." in text
    assert "| – Ej bedömd" in text
    for verdict in ("✓ Ja", "◐ Delvis", "✗ Nej", "? Kan ej bedömas"):
        assert text.count(verdict) == 1, "in the legend alone"


def test_every_indicator_is_printed_with_its_cells_to_the_letter(northern: Session) -> None:
    text = plain_text(make_sheet(northern, "follow-up", answers={"trend": ""}))
    indicators, values = northern.all(Indicator), northern.all(Value)
    assert (len(indicators), len(values)) == (17, 48)
    for indicator in indicators:
        cells = [one_line(value.raw) for value in values if value.indicator_id == indicator.id]
        assert " | ".join((one_line(indicator.title), *cells, "– Ej bedömd")) in text


def test_every_parameter_stands_under_its_cluster(northern: Session) -> None:
    assert len(northern.all(ClusterParameter)) == 23
    assert [row.level for table in tables(sheet_of(northern)) for row in table.rows].count(1) == 23


def test_every_uppdrag_is_printed(northern: Session) -> None:
    assert len(northern.all(Assignment)) == 44
    assert len(list(items(sheet_of(northern).blocks))) == 44


def test_every_link_is_printed(session: Session) -> None:
    rows = [row for table in tables(sheet_of(session)) if table.header[0] == "Koppling" for row in table.rows]
    told = [row.cells[1] for row in rows if row.cells[0] != "Inget angivet"]
    printed = [name for text in told for name in str(text).replace("; ", ", ").split(", ")]
    commas = sum(name == "innovationer och infrastruktur" for name in printed)  # in the name of a global goal
    assert len(printed) - commas == len(session.all(Link))
