"""Value cells as lists and forms show them: to the letter, with what was understood of them in words."""

from __future__ import annotations

from typing import Final

from regdesk.domain.codes import Comparator, ValueState
from regdesk.domain.model import ValueColumn
from regdesk.domain.notation import ParsedValue, PartRead
from regdesk.formats import format_list, format_quantity
from regdesk.i18n import _, current_language
from regdesk.viewmodels.rows import Cell, Tone
from regdesk.viewmodels.words import one_line, word

_NO_VALUE: Final = frozenset({ValueState.BLANK, ValueState.DASH, ValueState.NEW_INDICATOR, ValueState.PENDING})
_WORDLESS: Final = frozenset({ValueState.BLANK, ValueState.DASH})


def value_cell(raw: str, state: ValueState) -> Cell:
    """A value to the letter, but on one line; what a blank and a dash say is also said aloud."""
    return Cell(
        text=one_line(raw),
        tone=Tone.MUTED if state in _NO_VALUE else Tone.NEUTRAL,
        spoken=word(state) if state in _WORDLESS else "",
    )


def no_cell() -> Cell:
    """Where the plan's table had no such column for the row: not even a blank."""
    return Cell(text="", tone=Tone.MUTED, spoken=_("finns inte i planens tabell"))


def column_label(column: ValueColumn) -> str:
    """The plan's own heading of a column, or what it holds and its year."""
    return one_line(column.label) or f"{word(column.kind)} {column.year or ''}".strip()


def reading(parsed: ParsedValue) -> str:
    """What was understood of a text, with what a person should look at: `större än 75`, `RVN 77 och RLF 74`."""
    understood = [_part_text(part) for part in parsed.parts]
    told = format_list(understood, language=current_language()) if understood else word(parsed.state)
    return "; ".join((told, *map(word, parsed.warnings)))


def _part_text(part: PartRead) -> str:
    label = " ".join(filter(None, (part.org_unit, word(part.sex).lower() if part.sex else "")))
    comparator = "" if part.comparator is Comparator.EQUAL else word(part.comparator)
    year = str(part.year) if part.year else ""
    return " ".join(filter(None, (label, comparator, _quantity(part), year)))


def _quantity(part: PartRead) -> str:
    if part.verdict:
        return word(part.verdict)
    if part.number is None:
        return ""
    return format_quantity(part.number, part.measure_unit, language=current_language())
