"""The budget as a sheet to write in: lines down, years and what their amounts are across, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from regdesk.domain.codes import FrameKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import BudgetFrame, BudgetLine
from regdesk.domain.money import Money, difference, in_unit, total
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.formats import Language, format_money, format_number
from regdesk.i18n import _, current_language
from regdesk.services.actions import Action
from regdesk.services.arranging import add_in_place
from regdesk.services.budget import (
    FrameColumn,
    columns_of,
    frame_at,
    money_of,
    rename_line,
    unit_of,
    write_frame,
)
from regdesk.services.session import Session, name_of
from regdesk.viewmodels.rows import Align, Cell, Column, Row, Tone, Written
from regdesk.viewmodels.words import one_line, word

SUM: Final = "sum"
"""The id of the last row, which nobody writes in."""

NAME: Final = "name"
_LEFT: Final = "left"
_NOTED: Final = "✎"

Sums = Mapping[FrameColumn, Money]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its amounts as they are shown, and the columns in which something is said of them."""

    id: str
    name: str
    sums: Sums
    notes: Mapping[FrameColumn, str]


class BudgetSheet:
    """Amounts are shown in the unit that each is written in; counted in one only while `in_one_unit` is asked for.

    What is `withheld`, by its id, is neither shown nor added. Without `marks` an amount has no sign of its note.
    """

    def __init__(
        self,
        session: Session,
        *,
        in_one_unit: bool = False,
        withheld: Callable[[str], bool] = lambda _id: False,
        marks: bool = True,
    ) -> None:
        self._session, self._withheld, self._marks = session, withheld, marks
        self._across = columns_of(session)
        self._filter = ""
        self.in_one_unit = in_one_unit
        self.columns: Sequence[Column] = tuple(_columns(self._across))

    def count(self) -> int:
        """Number of lines that pass the filter; the sum is none."""
        return len(self._lines())

    def page(self, after: Row | None, limit: int) -> list[Row]:
        rows = self._rows()
        start = 1 + next(place for place, row in enumerate(rows) if row.id == after.id) if after else 0
        return rows[start : start + limit]

    def set_filter(self, text: str) -> None:
        self._filter = text.casefold()

    def set_order(self, key: str, *, descending: bool) -> None:
        """Lines have the order that they were given."""

    def can_write(self, key: str) -> bool:
        """Names and amounts are written; what is worked out of them is not."""
        return key == NAME or column_of(key) is not None

    def raw(self, row_id: str, key: str) -> str:
        """An amount with its own unit where that is another one than the register's."""
        column = column_of(key)
        if row_id == SUM:
            return ""
        if column is None:
            return self._session.get(BudgetLine, row_id).name if key == NAME else ""
        found = frame_at(self._session, row_id, column)
        # Swedish whatever the language, so that what stands here can be read back.
        return _amount(money_of(found), unit_of(self._session), "sv") if found else ""

    def write(self, cells: Iterable[Written]) -> None:
        """Write cells as one step, all or none. What is raised says by `row` and `column` which cell it was.

        Raises Problem(AMOUNT_UNREADABLE), Problem(AMOUNT_AMBIGUOUS), Problem(NAME_MISSING), Problem(ROW_MISSING).
        """
        written = [cell for cell in cells if cell.row_id != SUM]
        rows = {cell.row_id for cell in written}
        subject = name_of(self._session.get(BudgetLine, written[0].row_id)) if len(rows) == 1 else ""
        renamed = all(cell.key == NAME for cell in written)
        with self._session.change(Action.EDIT if renamed else Action.EDIT_VALUE, subject):
            for cell in written:
                self._write(cell)

    def paste(self, row_id: str, key: str, block: Sequence[Sequence[str]]) -> None:
        """Write a block from a cell to the right and down, as one step, all or none.

        A block that begins with the names of lines may go on below the last one: lines are added for the rest of it.
        Raises what `write` does, and Problem(BLOCK_TOO_LONG) for amounts that have no line.
        """
        ids = [line.id for line in self._lines()]
        start = ids.index(row_id) if row_id in ids else len(ids)
        missing = max(start + len(block) - len(ids), 0)
        if missing and (key != NAME or self._filter):
            raise Problem(ProblemKind.BLOCK_TOO_LONG, row=row_id, column=key)
        columns = [column.key for column in self.columns if self.can_write(column.key)]
        keys = columns[columns.index(key) :]
        with self._session.change(Action.EDIT_VALUE):
            ids += [add_in_place(self._session, BudgetLine(id=new_id(), name="")).id for _new in range(missing)]
            self.write(
                Written(row_id=at, key=to, raw=raw)
                for at, texts in zip(ids[start:], block, strict=False)
                for to, raw in zip(keys, texts, strict=False)
            )

    def _write(self, cell: Written) -> None:
        column = column_of(cell.key)
        try:
            if column is None:
                rename_line(self._session, cell.row_id, cell.raw)
            else:
                write_frame(self._session, cell.row_id, column, cell.raw)
        except Problem as problem:
            raise Problem(problem.kind, **problem.params, row=cell.row_id, column=cell.key) from problem

    def _rows(self) -> list[Row]:
        lines, unit = self._lines(), unit_of(self._session)
        rows = [Row(id=line.id, cells=tuple(self._cells(line, unit))) for line in lines]
        if lines and not self._filter:
            rows.append(Row(id=SUM, cells=tuple(self._sum_cells(lines, unit))))
        return rows

    def _lines(self) -> list[_Line]:
        unit = unit_of(self._session)
        frames: dict[str, list[BudgetFrame]] = {}
        for frame in self._session.all(BudgetFrame, "id"):
            frames.setdefault(frame.line_id, []).append(frame)
        return [
            self._line(line, frames.get(line.id, []), unit)
            for line in self._session.all(BudgetLine)
            if self._filter in line.name.casefold() and not self._withheld(line.id)
        ]

    def _line(self, line: BudgetLine, frames: Iterable[BudgetFrame], unit: str) -> _Line:
        by_column = {FrameColumn(frame.year, frame.kind): frame for frame in frames}
        return _Line(
            id=line.id,
            name=one_line(line.name),
            sums={
                column: in_unit(money_of(frame), unit) if self.in_one_unit else money_of(frame)
                for column, frame in by_column.items()
            },
            notes={
                column: one_line(frame.note)
                for column, frame in by_column.items()
                if self._marks and frame.note.strip()
            },
        )

    def _cells(self, line: _Line, unit: str) -> Iterator[Cell]:
        yield Cell(text=line.name)
        for column in self.columns[1:]:
            place = column_of(column.key)
            if place is None:
                yield _left_cell(line.sums, int(column.key.split(":")[0]), unit)
            else:
                yield _amount_cell(line.sums.get(place), line.notes.get(place, ""), unit)

    def _sum_cells(self, lines: Sequence[_Line], unit: str) -> Iterator[Cell]:
        yield Cell(text=_("Summa"))
        listed = {column: [line.sums[column] for line in lines if column in line.sums] for column in self._across}
        sums = {column: added for column, each in listed.items() if (added := total(each)) is not None}
        for column in self.columns[1:]:
            place = column_of(column.key)
            if place is None:
                yield _left_cell(sums, int(column.key.split(":")[0]), unit)
            elif listed[place] and place not in sums:
                yield _mixed()
            else:
                yield _amount_cell(sums.get(place), "", unit)


def key_of(column: FrameColumn) -> str:
    """`2026:budget`: what the sheet knows a column by."""
    return f"{column.year}:{column.kind.value}"


def column_of(key: str) -> FrameColumn | None:
    """The year and kind of a column that amounts are written in; None for the others."""
    year, colon, kind = key.partition(":")
    return FrameColumn(int(year), FrameKind(kind)) if colon and kind != _LEFT else None


def _columns(across: Sequence[FrameColumn]) -> Iterator[Column]:
    yield Column(key=NAME, title=_("Rad"), width=2.2, sortable=False, letters=14)
    for column in across:
        title = f"{word(column.kind)}\n{column.year}"
        yield Column(key=key_of(column), title=title, align=Align.RIGHT, sortable=False, letters=9)
        if column.kind is FrameKind.OUTCOME and FrameColumn(column.year, FrameKind.BUDGET) in across:
            left = _("Budget − utfall\n{year}").format(year=column.year)
            yield Column(key=f"{column.year}:{_LEFT}", title=left, align=Align.RIGHT, sortable=False, letters=9)


def _amount(money: Money, unit: str, language: Language) -> str:
    """The figures alone in the register's unit, otherwise with their own."""
    if money.unit == unit:
        return format_number(money.amount, language=language)
    return format_money(money.amount, money.unit, language=language)


def _amount_cell(money: Money | None, note: str, unit: str) -> Cell:
    if money is None:
        return Cell(text="", tone=Tone.MUTED, spoken=_("inget belopp"))
    text = _amount(money, unit, current_language())
    spoken = format_money(money.amount, money.unit, language=current_language())
    return Cell(text=f"{text} {_NOTED}", spoken=f"{spoken}, {note}") if note else Cell(text=text, spoken=spoken)


def _left_cell(sums: Sums, year: int, unit: str) -> Cell:
    """What is left of a year's budget, where both it and the outcome are known."""
    budget, outcome = sums.get(FrameColumn(year, FrameKind.BUDGET)), sums.get(FrameColumn(year, FrameKind.OUTCOME))
    if budget is None or outcome is None:
        return Cell(text="", tone=Tone.MUTED)
    left = difference(budget, outcome)
    return _mixed() if left is None else Cell(text=_amount(left, unit, current_language()))


def _mixed() -> Cell:
    return Cell(text=_("blandat"), tone=Tone.MUTED, spoken=_("olika enheter"))
