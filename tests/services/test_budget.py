"""Ekonomiska ramar: writing amounts, noting them, and the columns that a budget has."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from regdesk.domain.codes import FrameKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import BudgetFrame, BudgetLine
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.arranging import add_in_place
from regdesk.services.budget import (
    FrameColumn,
    add_column,
    columns_of,
    frame_at,
    note_frame,
    rename_line,
    set_unit,
    unit_of,
    write_frame,
)
from regdesk.services.editing import remove
from regdesk.services.registers import check_register
from regdesk.services.session import Session
from tests.registers import make_register

NOW = FrameColumn(2024, FrameKind.BUDGET)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.open(make_register(tmp_path)) as made:
        yield made
        check_register(made)


@pytest.fixture
def line(session: Session) -> BudgetLine:
    return add_in_place(session, BudgetLine(id=new_id(), name="Personal"))


def test_an_amount_is_kept_in_the_unit_it_is_written_in(session: Session, line: BudgetLine) -> None:
    write_frame(session, line.id, NOW, "1 234,5")
    write_frame(session, line.id, FrameColumn(2025, FrameKind.PLAN), "25 mnkr")

    frames = session.all(BudgetFrame, "year")
    assert [(frame.amount, frame.measure_unit) for frame in frames] == [
        (Decimal("1234.5"), "tkr"),
        (Decimal(25), "mnkr"),
    ]


def test_each_amount_is_one_step_and_nothing_takes_it_away(session: Session, line: BudgetLine) -> None:
    write_frame(session, line.id, NOW, "10")
    write_frame(session, line.id, NOW, "12")
    write_frame(session, line.id, NOW, " ")

    assert session.all(BudgetFrame, "id") == []
    session.undo()
    session.undo()
    assert [frame.amount for frame in session.all(BudgetFrame, "id")] == [Decimal(10)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mycket", ProblemKind.AMOUNT_UNREADABLE),
        ("12 %", ProblemKind.AMOUNT_UNREADABLE),
        ("1.234", ProblemKind.AMOUNT_AMBIGUOUS),
        ("1.234 tkr", ProblemKind.AMOUNT_AMBIGUOUS),
    ],
)
def test_what_cannot_be_read_changes_nothing(session: Session, line: BudgetLine, text: str, kind: ProblemKind) -> None:
    write_frame(session, line.id, NOW, "10")
    head = session.head

    with pytest.raises(Problem) as refused:
        write_frame(session, line.id, NOW, text)

    assert (refused.value.kind, refused.value.params) == (kind, {"text": text})
    assert session.head == head
    assert [frame.amount for frame in session.all(BudgetFrame, "id")] == [Decimal(10)]


def test_another_unit_of_the_register_leaves_what_is_written(session: Session, line: BudgetLine) -> None:
    write_frame(session, line.id, NOW, "10")
    set_unit(session, "mnkr")
    write_frame(session, line.id, FrameColumn(2025, FrameKind.PLAN), "11")

    assert [frame.measure_unit for frame in session.all(BudgetFrame, "year")] == ["tkr", "mnkr"]
    session.undo()
    session.undo()
    assert unit_of(session) == "tkr"


def test_a_register_without_a_unit_counts_in_what_most_amounts_are_written_in(
    session: Session, line: BudgetLine
) -> None:
    assert unit_of(session) == "tkr"
    for year, text in ((2024, "1 mnkr"), (2025, "2 mnkr"), (2026, "3 tkr")):
        write_frame(session, line.id, FrameColumn(year, FrameKind.PLAN), text)
    assert unit_of(session) == "mnkr"


def test_a_note_belongs_to_an_amount(session: Session, line: BudgetLine) -> None:
    with pytest.raises(Problem) as refused:
        note_frame(session, line.id, NOW, "Ingen ram än")
    assert refused.value.kind is ProblemKind.ROW_MISSING

    write_frame(session, line.id, NOW, "10")
    note_frame(session, line.id, NOW, "Efter lönerörelsen")
    write_frame(session, line.id, NOW, "11")

    frame = frame_at(session, line.id, NOW)
    assert frame is not None
    assert (frame.amount, frame.note) == (Decimal(11), "Efter lönerörelsen")


def test_there_are_columns_for_the_plan_and_the_year_before(session: Session) -> None:
    kinds = [f"{column.year} {column.kind}" for column in columns_of(session)]

    assert kinds == [
        "2023 budget",
        "2023 outcome",
        "2024 budget",
        "2024 forecast",
        "2024 outcome",
        "2025 plan",
        "2026 plan",
    ]


def test_a_column_is_added_once_and_one_with_an_amount_is_always_there(session: Session, line: BudgetLine) -> None:
    add_column(session, FrameColumn(2025, FrameKind.BUDGET))
    head = session.head
    add_column(session, FrameColumn(2025, FrameKind.BUDGET))
    assert session.head == head
    write_frame(session, line.id, FrameColumn(2019, FrameKind.OUTCOME), "8")

    found = columns_of(session)
    assert found[0] == FrameColumn(2019, FrameKind.OUTCOME)
    assert FrameColumn(2025, FrameKind.BUDGET) in found
    session.undo()
    session.undo()
    assert len(columns_of(session)) == 7


def test_a_line_has_a_name_and_goes_with_its_amounts(session: Session, line: BudgetLine) -> None:
    rename_line(session, line.id, " Löner ")
    with pytest.raises(Problem) as refused:
        rename_line(session, line.id, "  ")
    assert refused.value.kind is ProblemKind.NAME_MISSING
    assert session.get(BudgetLine, line.id).name == "Löner"

    write_frame(session, line.id, NOW, "10")
    remove(session, line)
    assert session.all(BudgetFrame, "id") == []
    session.undo()
    assert len(session.all(BudgetFrame, "id")) == 1
