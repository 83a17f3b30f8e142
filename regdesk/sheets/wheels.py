"""The year as a drawing: months as sectors, lanes as rings, and a numbered mark for each date or for several."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from regdesk.formats import EN_DASH
from regdesk.i18n import _
from regdesk.sheets.drawings import Anchor, Area, Disc, Drawing, Hue, Label, Point, Sector, Shape, Stroke
from regdesk.sheets.lettering import POINT, leading, width_of
from regdesk.viewmodels.annual_sheet import AnnualSheet
from regdesk.viewmodels.annual_words import lane_words
from regdesk.viewmodels.year_wheel import BAND, HUB, MARK, MONTH, RINGS, Mark, point

_NAME_SIZE: Final = 10.0
_MARK_SIZE: Final = 8.0
_YEAR_SIZE: Final = 18.0
_KEY_SIZE: Final = 9.0
_KEY_STEP: Final = 6.0
"""In mm, as are all measures here but the sizes of letters, which are in points."""

_SWATCH: Final = 1.8
_EDGE: Final = 1.0
_FLAT: Final = 1.9
"""Half the height of a mark that is drawn out."""


class _Look(NamedTuple):
    ink: Hue
    tint: Hue


_LOOKS: Final = (
    _Look(Hue.ACCENT, Hue.ACCENT_TINT),
    _Look(Hue.CAUTION, Hue.CAUTION_TINT),
    _Look(Hue.UNKNOWN, Hue.UNKNOWN_TINT),
    _Look(Hue.GOOD, Hue.GOOD_TINT),
    _Look(Hue.SERIOUS, Hue.SERIOUS_TINT),
)
"""By the place of a lane's ring, from the outside in."""


class Page(NamedTuple):
    """The room of a drawing; what is wider than high has its key beside the wheel."""

    width: float
    height: float

    @property
    def is_wide(self) -> bool:
        return self.width > self.height

    @property
    def radius(self) -> float:
        height = self.height if self.is_wide else self.height - _key_height()
        return min(self.width, height) / 2 - _EDGE


def year_drawing(sheet: AnnualSheet, lanes: Collection[str], page: Page) -> Drawing:
    """The wheel of a year with what its rings are."""
    radius = page.radius
    middle = (radius + _EDGE if page.is_wide else page.width / 2), radius + _EDGE
    painter = _Painter(sheet, lanes, middle, radius)
    across = 2 * (radius + _EDGE)
    key = (across + 12, 14.0, 1) if page.is_wide else (0.0, across + 3, 3)
    height = across if page.is_wide else across + _key_height()
    return Drawing(width=page.width, height=height, shapes=(*painter.wheel(), *painter.key(*key, page.width)))


def _key_height() -> float:
    return 3 + 3 * _KEY_STEP


class _Painter(NamedTuple):
    sheet: AnnualSheet
    lanes: Collection[str]
    middle: Point
    radius: float

    def wheel(self) -> Iterator[Shape]:
        yield Disc(centre=self.middle, radius=self.radius, fill=Hue.PAPER, edge=Hue.HAIRLINE)
        for place, ring in enumerate(RINGS):
            fill = _LOOKS[place].tint if ring.lane in self.lanes else Hue.PAPER
            yield Sector(
                centre=self.middle,
                inner=ring.inner * self.radius,
                outer=ring.outer * self.radius,
                start=0,
                end=360,
                fill=fill,
                edge=Hue.PAPER,
            )
        yield from self._months()
        for mark in self.sheet.wheel.marks:
            yield from self._mark(mark)
        yield self._words((0, 0), str(self.sheet.wheel.year), _YEAR_SIZE, Hue.ACCENT)

    def _months(self) -> Iterator[Shape]:
        for sector in self.sheet.wheel.sectors:
            inner, outer = point(sector.start, HUB), point(sector.start, 1)
            yield Stroke(points=(self._at(inner), self._at(outer)), hue=Hue.HAIRLINE)
            name = point(sector.start + MONTH / 2, (BAND + 1) / 2)
            yield self._words(name, sector.label.text, _NAME_SIZE, Hue.INK)

    def _mark(self, mark: Mark) -> Iterator[Shape]:
        """A date's number, or the first and the last number of those that stand too close."""
        place = next(place for place, ring in enumerate(RINGS) if ring.lane == mark.lane)
        numbers = sorted(self.sheet.numbers[key] for key in mark.keys)
        text = EN_DASH.join(map(str, dict.fromkeys((numbers[0], numbers[-1]))))
        centre = self._at((mark.x, mark.y))
        yield from _pill(centre, MARK * self.radius, width_of(text, _MARK_SIZE) + 1, _LOOKS[place].ink)
        yield self._words((mark.x, mark.y), text, _MARK_SIZE, Hue.PAPER)

    def _words(self, at: Point, text: str, size: float, hue: Hue) -> Label:
        """A short text around a point of the wheel."""
        x, y = self._at(at)
        return Label(at=(x, y + 0.35 * size * POINT), text=text, size=size, anchor=Anchor.MIDDLE, strong=True, hue=hue)

    def _at(self, at: Point) -> Point:
        x, y = at
        return self.middle[0] + x * self.radius, self.middle[1] + y * self.radius

    # The key

    def key(self, left: float, top: float, columns: int, width: float) -> Iterator[Shape]:
        """The lanes of the rings from the outside in, and where the numbers are explained."""
        base = top + leading(_KEY_SIZE) * 0.7
        yield Label(at=(left, base), text=_("Ringarna utifrån och in:"), size=_KEY_SIZE, strong=True)
        shown = [(place, word) for place, (lane, _symbol, word) in enumerate(lane_words()) if lane in self.lanes]
        step = (width - left) / columns
        for index, (place, word) in enumerate(shown):
            x, y = left + index % columns * step, base + _KEY_STEP * (1 + index // columns)
            centre = (x + _SWATCH, y - 1.1)
            yield Disc(centre=centre, radius=_SWATCH, fill=_LOOKS[place].ink, edge=Hue.PAPER)
            yield Label(at=(x + 2 * _SWATCH + 1.5, y), text=word, size=_KEY_SIZE)


def _pill(centre: Point, radius: float, width: float, fill: Hue) -> Iterator[Shape]:
    """A disc, drawn out to both sides and somewhat flatter where its text is wider than it."""
    if width <= 2 * radius:
        yield Disc(centre=centre, radius=radius, fill=fill, edge=Hue.PAPER)
        return
    (x, y), reach = centre, width / 2 - _FLAT
    yield Disc(centre=(x - reach, y), radius=_FLAT, fill=fill)
    yield Disc(centre=(x + reach, y), radius=_FLAT, fill=fill)
    yield Area.box(x - reach, y - _FLAT, 2 * reach, 2 * _FLAT, fill)
