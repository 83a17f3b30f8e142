"""A bar for each kind of thing, divided by how many got which verdict; patterns tell the parts apart in grey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from regdesk.i18n import _
from regdesk.sheets.blocks import Figure
from regdesk.sheets.drawings import Anchor, Area, Drawing, Hue, Label, Pattern, Shape
from regdesk.viewmodels.follow_up_parts import CountRow
from regdesk.viewmodels.rows import Cell, Tone

_WIDTH: Final = 165.0
"""In mm, as are all measures here: that of the text on an upright page."""

_NAMES: Final = 30.0
_BESIDE: Final = 35.0
_BAR: Final = _WIDTH - _NAMES - _BESIDE
_HEIGHT: Final = 6.5
_STEP: Final = 9.0
_LEGEND: Final = 6.0
_SWATCH: Final = 5.0
_KEY: Final = 10.0
"""A swatch with the air around its words."""
_DIGIT: Final = 1.7
_AIR: Final = 2.4
"""Of pattern that shall be seen beside a number."""


_FEWEST: Final = 4
"""Things that a bar tells more of than their table does."""


class _Look(NamedTuple):
    fill: Hue
    edge: Hue
    pattern: Pattern


_LOOKS: Final = {
    Tone.GOOD: _Look(Hue.GOOD_TINT, Hue.GOOD, Pattern.PLAIN),
    Tone.PARTLY: _Look(Hue.CAUTION_TINT, Hue.CAUTION, Pattern.STRIPES),
    Tone.BAD: _Look(Hue.BAD_TINT, Hue.BAD, Pattern.CROSSED),
    Tone.UNKNOWN: _Look(Hue.UNKNOWN_TINT, Hue.UNKNOWN, Pattern.DOTS),
}
_NONE: Final = _Look(Hue.PAPER, Hue.QUIET, Pattern.PLAIN)


def verdict_bars(verdicts: Sequence[Cell], counts: Sequence[CountRow]) -> tuple[Figure, ...]:
    """The counts as bars of equal length, with what each part stands for below; nothing for what is seen at once."""
    if sum(row.total for row in counts) < _FEWEST:
        return ()
    shapes: list[Shape] = []
    for place, row in enumerate(counts):
        shapes += _bar(row, verdicts, place * _STEP)
    shapes += _legend(verdicts, len(counts) * _STEP + 1)
    drawing = Drawing(width=_WIDTH, height=len(counts) * _STEP + _LEGEND, shapes=tuple(shapes))
    told = " ".join(f"{row.kind}: {row.words}." for row in counts)
    return (Figure(image=drawing, alt=_("Staplar över bedömningarna. {counts}").format(counts=told)),)


def _bar(row: CountRow, verdicts: Sequence[Cell], top: float) -> Iterator[Shape]:
    """Its parts with their numbers; those too narrow for a number have it, with its word, beside the bar."""
    base = top + _HEIGHT - 2.1
    yield Label(at=(0, base), text=row.kind, width=_NAMES - 2)
    widths = [_BAR * number / row.total for number in row.numbers]
    beside = []
    for left, width, number, verdict in zip(_edges(widths), widths, row.numbers, verdicts, strict=True):
        look = _LOOKS.get(verdict.tone, _NONE)
        if not number:
            continue
        yield Area.box(left, top, width, _HEIGHT, look.fill, look.edge, look.pattern)
        room = _DIGIT * len(str(number)) + 1
        if width < room + _AIR:
            beside.append(f"{verdict.text} {number}")
            continue
        yield Area.box(left + (width - room) / 2, top + 1, room, _HEIGHT - 2, look.fill)
        yield Label(at=(left + width / 2, base), text=str(number), anchor=Anchor.MIDDLE, strong=True, hue=look.edge)
    if beside:
        yield Label(at=(_NAMES + _BAR + 2, base), text=", ".join(beside), size=8, width=_BESIDE - 2)


def _edges(widths: Sequence[float]) -> list[float]:
    return list(accumulate(widths[:-1], initial=_NAMES))


def _legend(verdicts: Sequence[Cell], top: float) -> Iterator[Shape]:
    """Each look with its verdict, as far apart as their words are long."""
    texts = [f"{verdict.symbol} {verdict.text}" for verdict in verdicts]
    letters = sum(map(len, texts))
    room = _WIDTH - _NAMES - len(texts) * _KEY
    widths = [_KEY + room * len(text) / letters for text in texts]
    for left, verdict, text in zip(_edges(widths), verdicts, texts, strict=True):
        look = _LOOKS.get(verdict.tone, _NONE)
        yield Area.box(left, top, _SWATCH, 3.6, look.fill, look.edge, look.pattern)
        yield Label(at=(left + _SWATCH + 1.5, top + 2.9), text=text, size=8)
