"""A year as a strip: a row for each perspective, a column for each month, and the numbers of the events in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from regdesk.formats import format_month_name
from regdesk.i18n import _, current_language
from regdesk.sheets.blocks import Figure
from regdesk.sheets.drawings import Anchor, Area, Disc, Drawing, Hue, Label, Shape, Stroke
from regdesk.viewmodels.annual_list import month_name
from regdesk.viewmodels.supervision_plan import StripRow

_WIDTH: Final = 165.0
"""In mm, as are all measures here: that of the text on an upright page."""

_NAMES: Final = 33.0
_MONTH: Final = (_WIDTH - _NAMES) / 12
_HEAD: Final = 7.0
_MARK: Final = 5.4
"""The room of a mark, of which two stand beside each other in a month."""

_RADIUS: Final = 2.5
_BESIDE: Final = 2
_LEAST: Final = 10.0
_LETTERS: Final = 3
_ONE_LINE: Final = 18
"""Letters of a name that fit beside the months on one line."""


def year_strip(year: int, rows: Sequence[StripRow]) -> Figure:
    """The strip; the months are told by their first letters, for which the words that replace it have whole ones."""
    shapes: list[Shape] = []
    top = _HEAD
    for row in rows:
        height = _height(row)
        shapes += _row(row, top, height)
        top += height
    drawing = Drawing(width=_WIDTH, height=top + 0.5, shapes=(*_months(top), *shapes))
    told = " ".join(f"{row.perspective}: {_told(row)}." for row in rows)
    return Figure(image=drawing, alt=_("Året {year} månad för månad. {rows}").format(year=year, rows=told))


def _told(row: StripRow) -> str:
    """`februari 1, mars 2 och 3`."""
    parts = [
        f"{month_name(month).lower()} {', '.join(map(str, numbers))}"
        for month, numbers in enumerate(row.months, 1)
        if numbers
    ]
    return "; ".join(parts) or _("inget")


def _height(row: StripRow) -> float:
    lines = max((len(numbers) + _BESIDE - 1) // _BESIDE for numbers in row.months)
    return max(_LEAST, lines * _MARK + 2.6)


def _months(foot: float) -> Iterator[Shape]:
    """The names of the months over their columns, every other of which has a tint."""
    for place in range(12):
        left = _NAMES + place * _MONTH
        if place % 2:
            yield Area.box(left, 0, _MONTH, foot, Hue.ACCENT_TINT)
        name = format_month_name(place + 1, language=current_language())[:_LETTERS]
        yield Label(at=(left + _MONTH / 2, 4.6), text=name, size=8.5, strong=True, hue=Hue.ACCENT, anchor=Anchor.MIDDLE)
    yield Stroke(points=((0, _HEAD - 0.6), (_WIDTH, _HEAD - 0.6)), hue=Hue.ACCENT, thickness=0.4)


def _row(row: StripRow, top: float, height: float) -> Iterator[Shape]:
    baseline = top + height / 2 + (1.1 if len(row.perspective) <= _ONE_LINE else -0.7)
    yield Label(at=(0, baseline), text=row.perspective, size=9, width=_NAMES - 3, lines=2)
    for place, numbers in enumerate(row.months):
        yield from _marks(numbers, _NAMES + (place + 0.5) * _MONTH, top + height / 2)
    yield Stroke(points=((0, top + height), (_WIDTH, top + height)), hue=Hue.HAIRLINE)


def _marks(numbers: Sequence[int], middle: float, centre: float) -> Iterator[Shape]:
    """Discs with the numbers of events, two beside each other and as many below as there must be."""
    lines = [numbers[start : start + _BESIDE] for start in range(0, len(numbers), _BESIDE)]
    for place, line in enumerate(lines):
        y = centre + (place - (len(lines) - 1) / 2) * _MARK
        for beside, number in enumerate(line):
            x = middle + (beside - (len(line) - 1) / 2) * _MARK
            yield Disc(centre=(x, y), radius=_RADIUS, fill=Hue.ACCENT)
            yield Label(at=(x, y + 1.05), text=str(number), size=8, strong=True, hue=Hue.PAPER, anchor=Anchor.MIDDLE)
