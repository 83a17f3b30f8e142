"""The risk matrix as a drawing: a cell for each step of the scales, with its value and the risks that stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from regdesk.i18n import _
from regdesk.sheets.blocks import Figure
from regdesk.sheets.drawings import Anchor, Area, Drawing, Hue, Label, Pattern, Point, Shape, Stroke
from regdesk.viewmodels.heat_map import HeatMap, MapCell, count_words, spoken
from regdesk.viewmodels.rows import Tone

_SIDE: Final = 33.0
"""The room of the words for likelihood; in mm, as are all measures here."""

_TOP: Final = 6.0
_FOOT: Final = 13.0
_LINE: Final = 4.2
_THICK: Final = 0.9


class _Size(NamedTuple):
    """How large a cell is, and how far from its edge the part begins that words stand on.

    A flat one has the number of its risks beside its value and not below it.
    """

    width: float
    height: float
    plate: float
    is_flat: bool


_LOOKS: Final = {
    Tone.GOOD: (Hue.GOOD_TINT, Hue.GOOD, Pattern.PLAIN),
    Tone.PARTLY: (Hue.CAUTION_TINT, Hue.CAUTION, Pattern.STRIPES),
    Tone.SERIOUS: (Hue.SERIOUS_TINT, Hue.SERIOUS, Pattern.DOTS),
    Tone.BAD: (Hue.BAD_TINT, Hue.BAD, Pattern.CROSSED),
    Tone.UNKNOWN: (Hue.UNKNOWN_TINT, Hue.UNKNOWN, Pattern.PLAIN),
}


def risk_matrix(shown: HeatMap, numbers: Mapping[str, int], stage: str, *, turned: bool = False) -> Figure:
    """The map with the numbers of its risks, which are by their ids; `stage` says which values they are.

    On a page that is `turned` it is as wide as the page and low enough to stand below the sheet's head.
    """
    columns = len(shown.columns)
    upright, flat = _Size(min(33.0, 132 / columns), 21.0, 2.2, False), _Size(min(44.0, 226 / columns), 12.6, 1.5, True)
    size = flat if turned else upright
    shapes = [*_scales(shown, size)]
    for row, cells in enumerate(shown.cells):
        for column, cell in enumerate(cells):
            corner = (_SIDE + column * size.width, _TOP + row * size.height)
            shapes += _cell(cell, corner, size, sorted(numbers[risk_id] for risk_id in cell.risks))
    shapes += _limit(shown, size)
    drawing = Drawing(
        width=_SIDE + size.width * columns + _THICK / 2,
        height=_TOP + size.height * len(shown.rows) + _FOOT,
        shapes=tuple(shapes),
    )
    return Figure(image=drawing, alt=_alt(shown, numbers, stage))


def _alt(shown: HeatMap, numbers: Mapping[str, int], stage: str) -> str:
    """What stands in the cells with risks; the table below the drawing says the same."""
    filled = [cell for row in shown.cells for cell in row if cell.risks]
    told = [f"{spoken(cell)}: {_numbers(sorted(numbers[each] for each in cell.risks))}" for cell in filled]
    return _("Riskmatris, {values}. {cells}").format(
        values=stage.lower(), cells="; ".join(told) or _("Inga risker står i matrisen.")
    )


def _scales(shown: HeatMap, size: _Size) -> Iterator[Shape]:
    """The steps of likelihood to the left, the highest at the top, and those of impact below."""
    yield Label(at=(0, 3.4), text=_("Sannolikhet ↑"), size=8, strong=True, hue=Hue.ACCENT)
    for row, heading in enumerate(shown.rows):
        middle = _TOP + (row + 0.5) * size.height
        yield Label(at=(0, middle), text=heading.text, size=9, width=_SIDE - 3, lines=2)
    foot = _TOP + size.height * len(shown.rows)
    for column, heading in enumerate(shown.columns):
        middle = _SIDE + (column + 0.5) * size.width
        at = (middle, foot + _LINE + 0.6)
        yield Label(at=at, text=heading.text, size=9, anchor=Anchor.MIDDLE, width=size.width - 1, lines=2)
    right = _SIDE + size.width * len(shown.columns)
    yield Label(
        at=(right, foot + _FOOT - 0.8), text=_("Konsekvens →"), size=8, strong=True, hue=Hue.ACCENT, anchor=Anchor.END
    )


def _cell(cell: MapCell, corner: Point, size: _Size, numbers: Sequence[int]) -> Iterator[Shape]:
    """Its value and level on a plate without pattern, with how many risks stand there and which."""
    left, top = corner
    fill, ink, pattern = _LOOKS.get(cell.cell.tone, _LOOKS[Tone.UNKNOWN])
    yield Area.box(left, top, size.width, size.height, fill, ink, pattern)
    plate = size.plate
    yield Area.box(left + plate, top + plate, size.width - 2 * plate, size.height - 2 * plate, fill)
    start, end, line = left + plate + 1, left + size.width - plate - 1, top + plate + _LINE - 0.4
    room = end - start
    yield Label(at=(start, line), text=f"{cell.cell.symbol} {cell.cell.text}", size=8, hue=ink, width=room)
    if not numbers:
        return
    at, anchor = ((end, line), Anchor.END) if size.is_flat else ((start, line + 0.95 * _LINE), Anchor.START)
    yield Label(at=at, text=count_words(cell), size=8, anchor=anchor, width=room)
    below = (start, line + (1.1 if size.is_flat else 1.95) * _LINE)
    yield Label(at=below, text=_numbers(numbers), size=9, strong=True, width=room, lines=1 if size.is_flat else 2)


def _numbers(numbers: Sequence[int]) -> str:
    """`nr 1, 4`."""
    return _("nr {numbers}").format(numbers=", ".join(map(str, numbers)))


def _limit(shown: HeatMap, size: _Size) -> Iterator[Shape]:
    """A thick line around the cells in which something has to be done."""
    acts = {(row, column) for row, cells in enumerate(shown.cells) for column, cell in enumerate(cells) if cell.acts}
    for row, column in sorted(acts):
        left, top = _SIDE + column * size.width, _TOP + row * size.height
        right, foot = left + size.width, top + size.height
        edges = {
            (row - 1, column): ((left, top), (right, top)),
            (row + 1, column): ((left, foot), (right, foot)),
            (row, column - 1): ((left, top), (left, foot)),
            (row, column + 1): ((right, top), (right, foot)),
        }
        yield from (Stroke(points=edge, thickness=_THICK) for beside, edge in edges.items() if beside not in acts)
