"""The risk matrix as a drawing: a cell for each step of the scales, with its value and the risks that stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from regdesk.i18n import _
from regdesk.sheets.blocks import Figure
from regdesk.sheets.drawings import Anchor, Area, Drawing, Hue, Label, Pattern, Point, Shape, Stroke
from regdesk.viewmodels.heat_map import HeatMap, MapCell, count_words, spoken
from regdesk.viewmodels.rows import Tone

_WIDTH: Final = 165.0
"""In mm, as are all measures here: that of the text on an upright page."""

_SIDE: Final = 33.0
_TOP: Final = 6.0
_FOOT: Final = 14.0
_WIDEST: Final = 33.0
_HEIGHT: Final = 20.0
_PLATE: Final = 2.2
"""From the edge of a cell to the part of it that words stand on."""

_LINE: Final = 4.2
_THICK: Final = 0.9

_LOOKS: Final = {
    Tone.GOOD: (Hue.GOOD_TINT, Hue.GOOD, Pattern.PLAIN),
    Tone.PARTLY: (Hue.CAUTION_TINT, Hue.CAUTION, Pattern.STRIPES),
    Tone.SERIOUS: (Hue.SERIOUS_TINT, Hue.SERIOUS, Pattern.DOTS),
    Tone.BAD: (Hue.BAD_TINT, Hue.BAD, Pattern.CROSSED),
    Tone.UNKNOWN: (Hue.UNKNOWN_TINT, Hue.UNKNOWN, Pattern.PLAIN),
}


def risk_matrix(shown: HeatMap, numbers: Mapping[str, int], stage: str) -> Figure:
    """The map with the numbers of its risks, which are by their ids; `stage` says which values they are."""
    width = min(_WIDEST, (_WIDTH - _SIDE) / len(shown.columns))
    shapes = [*_scales(shown, width)]
    for row, cells in enumerate(shown.cells):
        for column, cell in enumerate(cells):
            corner = (_SIDE + column * width, _TOP + row * _HEIGHT)
            shapes += _cell(cell, corner, width, sorted(numbers[risk_id] for risk_id in cell.risks))
    shapes += _limit(shown, width)
    drawing = Drawing(
        width=_SIDE + width * len(shown.columns) + _THICK,
        height=_TOP + _HEIGHT * len(shown.rows) + _FOOT,
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


def _scales(shown: HeatMap, width: float) -> Iterator[Shape]:
    """The steps of likelihood to the left, the highest at the top, and those of impact below."""
    yield Label(at=(0, 3.4), text=_("Sannolikhet ↑"), size=8, strong=True, hue=Hue.ACCENT)
    for row, heading in enumerate(shown.rows):
        middle = _TOP + (row + 0.5) * _HEIGHT
        yield Label(at=(0, middle), text=heading.text, size=9, width=_SIDE - 3, lines=2)
    foot = _TOP + _HEIGHT * len(shown.rows)
    for column, heading in enumerate(shown.columns):
        middle = _SIDE + (column + 0.5) * width
        at = (middle, foot + _LINE + 0.6)
        yield Label(at=at, text=heading.text, size=9, anchor=Anchor.MIDDLE, width=width - 1, lines=2)
    right = _SIDE + width * len(shown.columns)
    yield Label(
        at=(right, foot + _FOOT - 0.8), text=_("Konsekvens →"), size=8, strong=True, hue=Hue.ACCENT, anchor=Anchor.END
    )


def _cell(cell: MapCell, corner: Point, width: float, numbers: Sequence[int]) -> Iterator[Shape]:
    """Its value and level in words on a plate without pattern, and below them how many risks and which."""
    left, top = corner
    fill, ink, pattern = _LOOKS.get(cell.cell.tone, _LOOKS[Tone.UNKNOWN])
    yield Area.box(left, top, width, _HEIGHT, fill, ink, pattern)
    yield Area.box(left + _PLATE, top + _PLATE, width - 2 * _PLATE, _HEIGHT - 2 * _PLATE, fill)
    at = (left + _PLATE + 1, top + _PLATE + _LINE - 0.4)
    room = width - 2 * _PLATE - 2
    yield Label(at=at, text=f"{cell.cell.symbol} {cell.cell.text}", size=8, hue=ink, width=room)
    if numbers:
        yield Label(at=(at[0], at[1] + _LINE), text=count_words(cell), size=8, width=room)
        yield Label(at=(at[0], at[1] + 2.15 * _LINE), text=_numbers(numbers), size=10, strong=True, width=room, lines=2)


def _numbers(numbers: Sequence[int]) -> str:
    """`nr 1, 4`."""
    return _("nr {numbers}").format(numbers=", ".join(map(str, numbers)))


def _limit(shown: HeatMap, width: float) -> Iterator[Shape]:
    """A thick line around the cells in which something has to be done."""
    acts = {(row, column) for row, cells in enumerate(shown.cells) for column, cell in enumerate(cells) if cell.acts}
    for row, column in sorted(acts):
        left, top = _SIDE + column * width, _TOP + row * _HEIGHT
        right, foot = left + width, top + _HEIGHT
        edges = {
            (row - 1, column): ((left, top), (right, top)),
            (row + 1, column): ((left, foot), (right, foot)),
            (row, column - 1): ((left, top), (left, foot)),
            (row, column + 1): ((right, top), (right, foot)),
        }
        yield from (Stroke(points=edge, thickness=_THICK) for beside, edge in edges.items() if beside not in acts)
