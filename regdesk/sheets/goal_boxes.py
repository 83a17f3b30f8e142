"""Goals as boxes within boxes: columns that fill a page, in the largest letters that have room, or several pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final, NamedTuple

from regdesk.i18n import _
from regdesk.sheets.blocks import Family
from regdesk.sheets.drawings import Anchor, Area, Drawing, Hue, Label, Shape, Stroke
from regdesk.sheets.lettering import ascent, leading, lines_of, longest_word, width_of
from regdesk.viewmodels.goal_map import GoalMap, MapGoal, Named

_SIZES: Final = (11.0, 10.0, 9.0, 8.0)
"""Points, from that of text on paper down; all other measures here are in mm."""

_NARROWEST: Final = 28.0
_GAP: Final = 2.5
_AIR: Final = 2.0
"""Above all boxes."""
_INDENT: Final = 3.5
_COMPACT: Final = 10.0
"""Letters smaller than this have facts on one line, and in fewer words."""
_LINE: Final = 1.0
_SWATCH: Final = 5.0
_KEY_SIZE: Final = 9.0


class Room(NamedTuple):
    """What a page holds: how wide, and how high on the first page and on the others."""

    width: float
    first: float
    later: float


class Facts(NamedTuple):
    """What boxes tell beside the goal itself."""

    boards: bool
    global_goals: bool


class _Style(NamedTuple):
    fill: Hue
    ink: Hue
    edge: Hue


_STYLES: Final = (
    _Style(Hue.ACCENT, Hue.PAPER, Hue.ACCENT),
    _Style(Hue.ACCENT_TINT, Hue.INK, Hue.ACCENT),
    _Style(Hue.PAPER, Hue.INK, Hue.ACCENT),
    _Style(Hue.PAPER, Hue.INK, Hue.HAIRLINE),
)


@dataclass(frozen=True, slots=True)
class _Box:
    """A goal measured for a width, with those below it."""

    goal: MapGoal
    width: float
    size: float
    texts: tuple[tuple[str, int], ...]
    below: tuple[_Box, ...]

    @property
    def pad(self) -> float:
        """The air within its edge, and between it and the boxes below it."""
        return 0.12 * self.size

    @property
    def inner(self) -> float:
        """The width of its texts."""
        return self.width - 2 * self.pad

    @property
    def own(self) -> float:
        """How high it is without those below."""
        return 2 * self.pad + sum(count for _text, count in self.texts) * leading(self.size)

    def height(self, own: float = 0.0) -> float:
        """How high it is with all below it, if it is itself at least `own` high."""
        return max(own, self.own) + sum(box.pad + box.height() for box in self.below)


class _Page(NamedTuple):
    """Boxes in bands from above, each from left to right; `above` spans them all."""

    above: _Box | None
    bands: tuple[tuple[_Box, ...], ...]

    @property
    def height(self) -> float:
        heights = [_band_height(band) for band in self.bands]
        if self.above:
            heights.insert(0, self.above.own)
        return _AIR + sum(heights) + _GAP * (len(heights) - 1)


def drawings_of(
    shown: GoalMap, facts: Facts, room: Room, family: Family = Family.SANS
) -> Iterator[tuple[str, Drawing]]:
    """The map on as few pages as can hold it in letters that can be read, each with which part of it that is."""
    painter = _Painter(shown, facts, room, family)
    pages = list(painter.pages(shown.goals))
    for number, page in enumerate(pages, start=1):
        several = len(pages) > 1
        part = _("Karta {number} av {count}").format(number=number, count=len(pages)) if several else ""
        yield part, painter.drawing(page, part)


@dataclass(frozen=True, slots=True)
class _Painter:
    shown: GoalMap
    facts: Facts
    room: Room
    family: Family

    @property
    def width(self) -> float:
        """Of the boxes, whose edges shall not reach out of the drawing."""
        return self.room.width - _LINE

    def pages(self, goals: Sequence[MapGoal], above: MapGoal | None = None, *, begun: bool = False) -> Iterator[_Page]:
        """Goals divided between pages alike; one that is too much for a page is divided between those below it."""
        rest = list(goals)
        while rest:
            room = (self.room.later if begun else self.room.first) - self._key_height()
            most = self._fitting(rest, above, room)
            count = ceil(len(rest) / ceil(len(rest) / max(1, most)))
            if most or above or not rest[0].children:
                yield self._page(rest[:count], above, room)
            else:
                yield from self.pages(rest[0].children, rest[0], begun=begun)
            rest, begun = rest[count:], True

    def _fitting(self, goals: Sequence[MapGoal], above: MapGoal | None, room: float) -> int:
        """How many of them have room in the smallest letters."""
        count = 0
        while count < len(goals) and self._arranged(goals[: count + 1], above, _SIZES[-1]).height <= room:
            count += 1
        return count

    def _page(self, goals: Sequence[MapGoal], above: MapGoal | None, room: float) -> _Page:
        """Goals in the largest letters that have room."""
        pages = (self._arranged(goals, above, size) for size in _SIZES)
        fitting = (page for page in pages if page.height <= room)
        return next(fitting, None) or self._arranged(goals, above, _SIZES[-1])

    def _arranged(self, goals: Sequence[MapGoal], above: MapGoal | None, size: float) -> _Page:
        """Goals in as many columns as make the least height; fewer only where a word would be broken."""
        most = max(1, min(len(goals), int((self.room.width + _GAP) // (_NARROWEST + _GAP))))
        pages = [self._columns(goals, above, size, columns) for columns in range(most, 0, -1)]
        whole = [page for page in pages if all(self._is_whole(box) for band in page.bands for box in band)]
        return min(whole or pages[-1:], key=lambda page: page.height)

    def _columns(self, goals: Sequence[MapGoal], above: MapGoal | None, size: float, columns: int) -> _Page:
        width = (self.width - _GAP * (columns - 1)) / columns
        boxes = [self._box(goal, width, size) for goal in goals]
        bands = (tuple(boxes[start : start + columns]) for start in range(0, len(boxes), columns))
        return _Page(self._box(above, self.width, size) if above else None, tuple(bands))

    def _box(self, goal: MapGoal, width: float, size: float) -> _Box:
        below = tuple(self._box(child, width - _INDENT, size) for child in goal.children)
        bare = _Box(goal, width, size, (), below)
        texts = self._texts(goal) if size >= _COMPACT else self._few_texts(goal)
        return replace(
            bare,
            texts=tuple(
                (text, lines_of(text, bare.inner, size, strong=_is_strong(text, goal), family=self.family))
                for text in texts
            ),
        )

    def _is_whole(self, box: _Box) -> bool:
        """Whether no word of the box or below it is wider than its line."""
        widest = (
            longest_word(text, box.size, strong=_is_strong(text, box.goal), family=self.family)
            for text, _count in box.texts
        )
        return max(widest, default=0.0) <= box.inner and all(map(self._is_whole, box.below))

    def _texts(self, goal: MapGoal) -> Iterator[str]:
        yield goal.title
        if self.facts.boards and goal.boards:
            yield _("Nämnder: {boards}").format(boards=_short(goal.boards))
        if self.facts.global_goals and goal.global_goals:
            yield _("Agenda 2030: {goals}").format(goals=_short(goal.global_goals))

    def _few_texts(self, goal: MapGoal) -> Iterator[str]:
        yield goal.title
        boards = _short(goal.boards) if self.facts.boards else ""
        global_goals = _short(goal.global_goals) if self.facts.global_goals else ""
        told = _("Agenda {goals}").format(goals=global_goals) if global_goals else ""
        if boards or told:
            yield " · ".join(filter(None, (boards, told)))

    # Drawing

    def drawing(self, page: _Page, part: str) -> Drawing:
        shapes: list[Shape] = []
        top = _AIR
        if page.above:
            shapes += _own(page.above, _LINE / 2, top, page.above.own)
            top += page.above.own + _GAP
        for band in page.bands:
            own = max(box.own for box in band)
            for place, box in enumerate(band):
                shapes += _painted(box, _LINE / 2 + place * (box.width + _GAP), top, own)
            top += _band_height(band) + _GAP
        shapes += self._key(top, part)
        return Drawing(width=self.room.width, height=top + self._key_height() - _GAP, shapes=tuple(shapes))

    def _key_height(self) -> float:
        return _GAP + leading(_KEY_SIZE) * (1.6 + self._key_lines())

    def _key_lines(self) -> int:
        return lines_of(self._abbreviations(), self.room.width, _KEY_SIZE, strong=False, family=self.family)

    def _key(self, top: float, part: str) -> Iterator[Shape]:
        """The levels by their boxes, which part of the map this is, and the names of boards in full."""
        left = 0.0
        for level, name in enumerate(self.shown.levels):
            style = _style(level)
            yield Area.box(left, top, _SWATCH, 3.4, style.fill, style.edge)
            yield Label(at=(left + _SWATCH + 1.5, top + ascent(_KEY_SIZE)), text=name, size=_KEY_SIZE)
            left += _SWATCH + 6 + width_of(name, _KEY_SIZE, strong=False, family=self.family)
        if part:
            at = (self.room.width, top + ascent(_KEY_SIZE))
            yield Label(at=at, text=part, size=_KEY_SIZE, anchor=Anchor.END, strong=True)
        told, lines = self._abbreviations(), self._key_lines()
        if told:
            below = top + 1.3 * leading(_KEY_SIZE) + ascent(_KEY_SIZE)
            yield Label(at=(0, below), text=told, size=_KEY_SIZE, hue=Hue.QUIET, width=self.room.width, lines=lines)

    def _abbreviations(self) -> str:
        """`HVN: Hälsonämnden`, as far as the boxes have short names."""
        found = self.shown.abbreviations() if self.facts.boards else ()
        return ". ".join(f"{short}: {full}" for short, full in found)


def _painted(box: _Box, left: float, top: float, own: float = 0.0) -> Iterator[Shape]:
    """The box, and below it those of the goals under it, each with a line to it."""
    height = max(own, box.own)
    yield from _own(box, left, top, height)
    stem, begun = left + _INDENT / 2, top + height
    below = begun
    for child in box.below:
        below += child.pad
        middle = below + child.own / 2
        yield Stroke(points=((stem, begun), (stem, middle), (left + _INDENT, middle)), hue=Hue.ACCENT)
        yield from _painted(child, left + _INDENT, below)
        below += child.height()


def _own(box: _Box, left: float, top: float, height: float) -> Iterator[Shape]:
    style, step = _style(box.goal.level), leading(box.size)
    yield Area.box(left, top, box.width, height, style.fill, style.edge)
    baseline = top + box.pad + ascent(box.size)
    for text, lines in box.texts:
        yield Label(
            at=(left + box.pad, baseline),
            text=text,
            size=box.size,
            strong=_is_strong(text, box.goal),
            hue=style.ink,
            width=box.inner,
            lines=lines,
        )
        baseline += lines * step


def _style(level: int) -> _Style:
    return _STYLES[min(level, len(_STYLES) - 1)]


def _band_height(band: Sequence[_Box]) -> float:
    own = max(box.own for box in band)
    return max(box.height(own) for box in band)


def _is_strong(text: str, goal: MapGoal) -> bool:
    return goal.level == 0 and text == goal.title


def _short(names: Sequence[Named]) -> str:
    return ", ".join(name.short for name in names)
