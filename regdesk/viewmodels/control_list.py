"""The internal-control plan as a list: each kontrollmoment with when it is due and what it showed last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import ControlOutcome
from regdesk.domain.collation import sort_key
from regdesk.domain.ids import new_id
from regdesk.domain.model import Control, ControlResult
from regdesk.formats import format_iso_date
from regdesk.i18n import _
from regdesk.services.controls import due_on, record_result
from regdesk.services.listing import ListQuery, ListSpec, page
from regdesk.services.session import Session
from regdesk.viewmodels.beginnings import NewRecord, new_record
from regdesk.viewmodels.recurrences import recurrence_words
from regdesk.viewmodels.rows import Cell, Column, Row, Tone
from regdesk.viewmodels.words import one_line, word

_SPEC: Final = ListSpec(columns="NULL", source='"controls" AS item', sorts={"plan": "item.position"})
_MOST: Final = 100_000
_LAST: Final = (1, "")
"""Where a control stands that has nothing to sort by."""

_MARKS: Final[Mapping[ControlOutcome, tuple[str, Tone]]] = MappingProxyType(
    {
        ControlOutcome.NO_DEVIATION: ("✓", Tone.GOOD),
        ControlOutcome.DEVIATION: ("!", Tone.BAD),
        ControlOutcome.NOT_DONE: ("×", Tone.PARTLY),
    }
)

_Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Line:
    control: Control
    due: date | None
    last: ControlResult | None


class ControlList:
    """Every kontrollmoment, the one that is due first at the top.

    When it is due is worked out by its rule and stands in no column of the register, so the list is read as a whole:
    a plan has some dozens of them.
    """

    columns: Sequence[Column]

    def __init__(self, session: Session, today: date | None = None) -> None:
        self.columns = (
            Column(key="text", title=_("Kontrollmoment"), width=3.0, letters=16),
            Column(key="due", title=_("Nästa gång"), width=1.4, letters=20),
            Column(key="last", title=_("Senaste resultat"), width=1.4, letters=15),
            Column(key="frequency", title=_("Hur ofta"), width=1.2, letters=12, sortable=False),
        )
        self._session, self._today = session, today or date.today()
        self._filter, self._order, self._descending = "", "due", False

    def count(self) -> int:
        return len(self._ids())

    def set_filter(self, text: str) -> None:
        self._filter = text

    def set_order(self, key: str, *, descending: bool) -> None:
        """Raises KeyError for a column that the list is not sorted by."""
        _ORDERS[key]
        self._order, self._descending = key, descending

    def page(self, after: Row | None, limit: int) -> list[Row]:
        lines = self._lines()
        start = 1 + next(place for place, line in enumerate(lines) if line.control.id == after.id) if after else 0
        return [self._row(line) for line in lines[start : start + limit]]

    def _ids(self) -> list[str]:
        return [row.id for row in page(self._session, _SPEC, ListQuery(order="plan", filter=self._filter), None, _MOST)]

    def _lines(self) -> list[_Line]:
        """What has nothing to sort by stays last whichever way the others are turned."""
        key = _ORDERS[self._order]
        lines = self._read()
        filled = sorted((line for line in lines if key(line) != _LAST), key=key, reverse=self._descending)
        return filled + [line for line in lines if key(line) == _LAST]

    def _read(self) -> list[_Line]:
        results: dict[str, list[ControlResult]] = {}
        for result in self._session.all(ControlResult, "checked_on DESC, id DESC"):
            results.setdefault(result.control_id, []).append(result)
        shown = set(self._ids())
        return [
            _Line(control, due_on(control, [each.checked_on for each in found]), found[0] if found else None)
            for control in self._session.all(Control)
            if control.id in shown
            for found in [results.get(control.id, [])]
        ]

    def _row(self, line: _Line) -> Row:
        control = line.control
        cells = (
            Cell(text=one_line(control.text)),
            due_cell(line.due, self._today),
            result_cell(line.last),
            Cell(text=often_words(control)),
        )
        return Row(id=control.id, cells=cells, position=())


def often_words(control: Control) -> str:
    """The plan's own word for how often, or else what the rule says."""
    return one_line(control.frequency) or (recurrence_words(control.recurrence) if control.recurrence else "")


def due_cell(due: date | None, today: date) -> Cell:
    """The day, with a mark in words where it has passed; nothing where no rule gives one."""
    if due is None:
        return Cell(text="", tone=Tone.MUTED, spoken=_("inget datum"))
    day = format_iso_date(due)
    return Cell(text=_("{day} försenad").format(day=day), symbol="!", tone=Tone.BAD) if due < today else Cell(text=day)


def result_cell(result: ControlResult | None) -> Cell:
    """What a control showed, with its day spoken; nothing where it was never done."""
    if result is None:
        return Cell(text="", tone=Tone.MUTED, spoken=_("inget resultat än"))
    cell = outcome_cell(result.outcome)
    return Cell(text=cell.text, symbol=cell.symbol, tone=cell.tone, spoken=f"{cell.text} {result.checked_on}")


def outcome_cell(outcome: ControlOutcome) -> Cell:
    """An outcome as word, symbol and tone."""
    symbol, tone = _MARKS[outcome]
    return Cell(text=word(outcome), symbol=symbol, tone=tone)


def _dated(day: date | None) -> _Key:
    return (0, day.isoformat()) if day else _LAST


_ORDERS: Final[Mapping[str, Callable[[_Line], _Key]]] = MappingProxyType(
    {
        "due": lambda line: _dated(line.due),
        "last": lambda line: _dated(line.last.checked_on if line.last else None),
        "text": lambda line: (0, sort_key(line.control.text)),
    }
)


# Noting what a control showed


def is_control(session: Session, record_id: str) -> bool:
    """Whether an id is that of a kontrollmoment."""
    return session.repository.find(Control, record_id) is not None


def note_clean(session: Session, control_id: str, today: date) -> None:
    """Note that a control was done today and showed nothing. Raises Problem(ROW_MISSING)."""
    record_result(session, control_id, ControlOutcome.NO_DEVIATION, today)


def new_result(session: Session, control_id: str, today: date, *, deviating: bool) -> NewRecord:
    """The questions about a control that showed something, or that was not done."""
    outcome = ControlOutcome.DEVIATION if deviating else ControlOutcome.NOT_DONE
    result = ControlResult(id=new_id(), control_id=control_id, checked_on=today, outcome=outcome)
    return new_record(session, result, "control_results")
