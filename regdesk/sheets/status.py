"""Words, symbols and tones of view-models in the blocks of a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from regdesk.formats import NBSP
from regdesk.sheets.blocks import Run, StatusCell, Text, Tone
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.rows import Tone as RowTone

_SHORT: Final = 12
"""Letters of a piece that a column of values has room for."""

_TONES: Final = {
    RowTone.NEUTRAL: Tone.NONE,
    RowTone.GOOD: Tone.GOOD,
    RowTone.PARTLY: Tone.CAUTION,
    RowTone.SERIOUS: Tone.SERIOUS,
    RowTone.BAD: Tone.BAD,
    RowTone.UNKNOWN: Tone.UNKNOWN,
    RowTone.MUTED: Tone.NONE,
}


def status(cell: Cell, note: str = "") -> StatusCell:
    """A status as paper shows it."""
    return StatusCell(word=cell.text, symbol=cell.symbol, tone=_TONES[cell.tone], note=note)


def plain(cell: Cell) -> Text:
    """A value, quiet where it is none; no line ends between a number and its sign or the unit that it belongs to."""
    return (Run(text=_unbroken(cell.text), quiet=cell.tone is RowTone.MUTED),)


def labelled(label: str, text: str) -> tuple[Run, ...]:
    """`Label: text` with a strong label; the text alone where there is none."""
    return (Run(text=f"{label}: ", strong=True), Run(text=text)) if label else (Run(text=text),)


def stacked(*texts: tuple[Run, ...]) -> tuple[Run, ...]:
    """Texts below each other; the empty ones left out."""
    runs: list[Run] = []
    for text in filter(None, texts):
        runs += [Run(text="\n"), *text] if runs else text
    return tuple(runs)


def told(facts: Iterable[Fact]) -> tuple[Run, ...]:
    """Facts below each other, each after its label."""
    return stacked(*(labelled(fact.label, fact.text) for fact in facts))


def aside(facts: Iterable[Fact]) -> tuple[Run, ...]:
    """Facts of a few words, quiet and on one line, which does not end between a label and its text."""
    text = " · ".join(f"{fact.label}:{NBSP}{fact.text}" if fact.label else fact.text for fact in facts)
    return (Run(text=text, quiet=True),) if text else ()


def _unbroken(text: str) -> str:
    """`39 %` and each piece of `RVN 77, RLF 74` with fixed spaces; a narrow column may break at the comma alone."""
    pieces = text.split(", ")
    if len(pieces) > 1 and all(len(piece) <= _SHORT for piece in pieces):
        pieces = [piece.replace(" ", NBSP) for piece in pieces]
    return ", ".join(pieces).replace(" %", f"{NBSP}%")
