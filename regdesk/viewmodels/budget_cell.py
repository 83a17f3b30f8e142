"""What is told of the one cell of the budget that a person stands in, beside the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from regdesk.domain.codes import FrameKind
from regdesk.domain.model import BudgetFrame, BudgetLine
from regdesk.domain.money import MONEY_UNITS, Money, difference, in_unit, share
from regdesk.formats import format_money, format_percent
from regdesk.i18n import _, current_language
from regdesk.services.budget import FrameColumn, add_column, columns_of, frame_at, money_of, note_frame, unit_of
from regdesk.services.session import Session
from regdesk.viewmodels.budget import SUM, column_of
from regdesk.viewmodels.fields import Choice, Field, FieldKind
from regdesk.viewmodels.form_readers import YEAR, choices_of
from regdesk.viewmodels.words import one_line, word


@dataclass(frozen=True, slots=True)
class CellTold:
    """`title` is which cell it is, `text` what there is to say of its amount; a note belongs to an amount alone."""

    title: str = ""
    text: str = ""
    note: str = ""
    takes_note: bool = False


def cell_told(session: Session, row_id: str, key: str) -> CellTold:
    """The amount in its own unit and in the register's, how the outcome stands to the budget, and the note."""
    column = column_of(key)
    line = session.repository.find(BudgetLine, row_id) if row_id and row_id != SUM else None
    if line is None:
        return CellTold()
    if column is None:
        year = key.split(":")[0]
        left = _left(session, line.id, int(year)) if year.isdigit() else ""
        return CellTold(title=one_line(line.name), text=left)
    frame = frame_at(session, line.id, column)
    return CellTold(
        title=_("{line}, {kind} {year}").format(
            line=one_line(line.name), kind=word(column.kind).lower(), year=column.year
        ),
        text=_text(session, frame) if frame else "",
        note=frame.note if frame else "",
        takes_note=frame is not None,
    )


def write_note(session: Session, row_id: str, key: str, note: str) -> None:
    """Keep what is said of an amount, as one step. Raises Problem(ROW_MISSING) where there is none."""
    column = column_of(key)
    if column is not None:
        note_frame(session, row_id, column, note.strip())


def unit_choices() -> tuple[Choice, ...]:
    """The units that a budget can be written in."""
    return tuple(Choice(unit, unit) for unit in MONEY_UNITS)


_USUAL: Final = FrameKind.BUDGET


def column_fields(session: Session) -> tuple[tuple[Field, ...], dict[str, str]]:
    """The questions about a new column and the answers that are proposed: the budget of the next year."""
    years = [column.year for column in columns_of(session) if column.kind is _USUAL]
    fields = (
        Field(key="year", label=_("År"), required=True, check=YEAR.check),
        Field(key="kind", label=_("Beloppen är"), kind=FieldKind.CHOICE, choices=choices_of(FrameKind), required=True),
    )
    return fields, {"year": str(max(years) + 1) if years else "", "kind": _USUAL.value}


def add_answered_column(session: Session, answers: Mapping[str, str]) -> dict[str, str]:
    """Add the column as one step; gives a sentence for each answer that will not do, by key."""
    fault = YEAR.check(answers["year"])
    if fault:
        return {"year": fault}
    column = FrameColumn(int(str(YEAR.read(answers["year"]))), FrameKind(answers["kind"]))
    if column in columns_of(session):
        return {"year": _("Den kolumnen finns redan.")}
    add_column(session, column)
    return {}


def _text(session: Session, frame: BudgetFrame) -> str:
    money, unit = money_of(frame), unit_of(session)
    own = _money(money)
    told = (
        own
        if money.unit == unit
        else _("{amount}, det vill säga {same}").format(amount=own, same=_money(in_unit(money, unit)))
    )
    left = _left(session, frame.line_id, frame.year) if frame.kind is FrameKind.OUTCOME else ""
    return f"{told}. {left}" if left else f"{told}."


def _left(session: Session, line_id: str, year: int) -> str:
    """How the outcome of a year stands to its budget, in a sentence; nothing where either is not known."""
    budget = frame_at(session, line_id, FrameColumn(year, FrameKind.BUDGET))
    outcome = frame_at(session, line_id, FrameColumn(year, FrameKind.OUTCOME))
    if budget is None or outcome is None:
        return ""
    planned, spent = money_of(budget), money_of(outcome)
    left, percent = difference(planned, spent), share(planned, spent)
    if left is None:
        return _("Budget och utfall har olika enheter och jämförs inte.")
    told = _compared(left).format(amount=_money(Money(abs(left.amount), left.unit)))
    if percent is None:
        return told
    of_it = _("{percent} av budgeten").format(percent=format_percent(percent, decimals=1, language=current_language()))
    return f"{told} ({of_it})."


def _compared(left: Money) -> str:
    if not left.amount:
        return _("Utfallet är lika med budgeten")
    return (
        _("Utfallet är {amount} mindre än budgeten")
        if left.amount > 0
        else _("Utfallet är {amount} större än budgeten")
    )


def _money(money: Money) -> str:
    return format_money(money.amount, money.unit, language=current_language())
