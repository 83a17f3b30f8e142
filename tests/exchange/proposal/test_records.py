"""Approved proposals become records that fit a register, and use what the register has already."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from regdesk.domain.codes import LinkKind
from regdesk.domain.model import (
    RECORDS,
    AgendaGoal,
    Body,
    Goal,
    Indicator,
    Level,
    OrgUnit,
    Record,
    Value,
    ValueColumn,
    ValuePart,
)
from regdesk.domain.models import MODELS
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.json_out import register_lists
from regdesk.exchange.proposal import NodeKind, Proposal, move, set_fields, to_lists, to_records
from regdesk.exchange.propose import propose
from regdesk.services.importing import import_records
from regdesk.services.registers import NewRegister, create_register, opened
from regdesk.services.session import Session
from tests.exchange.word.files import heading, item, paragraph, table, write_docx

_BODY = (
    heading(1, "Målområde 1: Ett öppet län"),
    heading(2, "Mål: Vi lyssnar"),
    paragraph("Ansvariga nämnder: Regionstyrelsen, Patientnämnden"),
    paragraph("Agenda 2030: 3, 5"),
    table(
        ["Indikator", "Utfall 2023", "Målnivå 2024"],
        ["Trivsel, delindex Chef", "RVN 72, RLF 69", "Bibehålla/öka"],
        ["Trivsel, totalindex. Kluster som bedöms utifrån två parametrar.", "RVN 70", "Ja"],
    ),
    paragraph("Under året ska nämnden:"),
    *(item("Öppna dörrar"), item("Alla dörrar", level=1)),
)


@pytest.fixture
def proposal(tmp_path: Path) -> Proposal:
    """A small plan with something of most kinds."""
    return propose(write_docx(tmp_path / "plan.docx", *_BODY))


def _register(folder: Path) -> Path:
    path = folder / "a.regdesk"
    model = MODELS["goal_areas"]
    wanted = NewRegister(
        organisation="Region X", board="Regionstyrelsen", period_start=2024, period_end=2026, model=model
    )
    create_register(path, wanted)
    return path


def _present(session: Session) -> list[Record]:
    return [record for kind in RECORDS.values() for record in session.all(kind)]


def _of(records: tuple[Record, ...], kind: type[Record]) -> list[Record]:
    return [record for record in records if isinstance(record, kind)]


def test_what_is_pointed_at_comes_first(proposal: Proposal) -> None:
    seen: set[str] = set()
    for record in to_records(proposal).records:
        for name in ("parent_id", "goal_id", "indicator_id", "column_id", "level_id", "source_id", "target_id"):
            points_at = getattr(record, name, None)
            assert points_at is None or points_at in seen, (record, name)
        seen.add(record.id)


def test_written_to_a_register_and_read_back(tmp_path: Path, proposal: Proposal) -> None:
    with opened(_register(tmp_path)) as session:
        approved = to_records(proposal, _present(session))
        import_records(session, approved.records, approved.blobs, file_name=proposal.file_name, sha256=proposal.sha256)
        written, expected = register_lists(session), to_lists(proposal)
    counts = {plural: len(rows) for plural, rows in expected.items() if plural not in {"unplaced", "warnings"}}
    more = {"registers": 1, "imports": 1, "agenda_goals": 17, "bodies": 2, "levels": 2, "deadline_rules": 10}
    assert {plural: len(written[plural]) for plural in counts} == counts | more


def test_what_the_register_has_is_used(tmp_path: Path, proposal: Proposal) -> None:
    with opened(_register(tmp_path)) as session:
        records = to_records(proposal, _present(session)).records
    assert _of(records, Level) == []
    assert _of(records, AgendaGoal) == []
    assert [body.name for body in _of(records, Body) if isinstance(body, Body)] == ["Patientnämnden"]


def test_values_with_their_parts(proposal: Proposal) -> None:
    records = to_records(proposal, make_id=str).records
    columns = [column for column in records if isinstance(column, ValueColumn)]
    assert [(column.label, column.year, column.position) for column in columns] == [
        ("Utfall 2023", 2023, 0),
        ("Målnivå 2024", 2024, 1),
    ]
    values = [value for value in records if isinstance(value, Value)]
    assert [value.raw for value in values] == ["RVN 72, RLF 69", "Bibehålla/öka", "RVN 70", "Ja"]
    units = {unit.id: unit.code for unit in records if isinstance(unit, OrgUnit)}
    parts = [part for part in records if isinstance(part, ValuePart) and part.value_id == values[0].id]
    assert [(units[part.org_unit_id or ""], part.number) for part in parts] == [
        ("RVN", Decimal(72)),
        ("RLF", Decimal(69)),
    ]


def test_indicator_under_one_that_comes_later(proposal: Proposal) -> None:
    indicators = [record for record in to_records(proposal).records if isinstance(record, Indicator)]
    assert [indicator.title for indicator in indicators] == ["Trivsel, totalindex", "Trivsel, delindex Chef"]
    assert indicators[1].parent_id == indicators[0].id


def test_positions_among_siblings(proposal: Proposal) -> None:
    goals = [record for record in to_records(proposal).records if isinstance(record, Goal)]
    assert [(goal.title, goal.position) for goal in goals] == [("Ett öppet län", 0), ("Vi lyssnar", 0)]


def test_cells_of_one_column_on_one_indicator_keep_apart(proposal: Proposal) -> None:
    values = [node.id for node in proposal.walk() if node.kind is NodeKind.VALUE]
    second = next(node.id for node in proposal.walk() if node.kind is NodeKind.INDICATOR and "total" in node.text)
    records = to_records(move(proposal, values[0], second)).records
    cells = [(value.indicator_id, value.column_id) for value in records if isinstance(value, Value)]
    assert len(set(cells)) == len(cells) == 4


def test_link_that_nothing_can_be_made_for(proposal: Proposal) -> None:
    link = next(node.id for node in proposal.walk() if node.kind is NodeKind.LINK)
    with pytest.raises(Problem) as caught:
        to_records(set_fields(proposal, link, kind=LinkKind.DUTY))
    assert caught.value.kind is ProblemKind.RULE_BROKEN


def test_parent_that_was_removed_is_no_parent(proposal: Proposal) -> None:
    part = next(node.id for node in proposal.walk() if "delindex" in node.text and node.kind is NodeKind.INDICATOR)
    records = to_records(set_fields(proposal, part, parent_id="borta")).records
    assert {record.parent_id for record in records if isinstance(record, Indicator)} == {None}
