"""Counts the numbers that Word prints before headings and list items but does not store in their text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regdesk.exchange.word.xml import W, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

BULLET = "•"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")]
_ROMAN += [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
_LETTERS = 26
_MOST_LETTERS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list counts and looks: `text` has %1 to %9 where the levels' numbers go."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style_id: str = ""
    legal: bool = False


class Numbering:
    """The lists of a document, counting as its blocks are read in order."""

    def __init__(self, numbering: _Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract_of: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        if numbering is None:
            return
        for abstract in numbering.iterfind(W + "abstractNum"):
            self._levels[abstract.get(W + "abstractNumId", "")] = dict(map(_read_level, abstract.iterfind(W + "lvl")))
        for instance in numbering.iterfind(W + "num"):
            num_id = instance.get(W + "numId", "")
            self._abstract_of[num_id] = value(instance, "abstractNumId") or ""
            self._restarts[num_id] = dict(_read_restarts(instance))

    def level_of_style(self, num_id: str, style_id: str) -> int:
        """The level that a list ties to a style, 0 where it ties none."""
        levels = self._levels.get(self._abstract_of.get(num_id, ""), {})
        return next((depth for depth, level in levels.items() if level.style_id == style_id), 0)

    def count(self, num_id: str, depth: int) -> str:
        """The number or bullet of the next paragraph at that depth of the list, as printed."""
        abstract = self._abstract_of.get(num_id, "")
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.form == "bullet":
            return BULLET
        counters = self._counters[abstract]
        for restarted, start in list(self._restarts.get(num_id, {}).items()):
            if restarted <= depth:
                counters[restarted] = start - (restarted == depth)
                del self._restarts[num_id][restarted]
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]
        return _print(level, levels, counters).strip()


def _read_level(element: _Element) -> tuple[int, Level]:
    level = Level(
        start=1 if (start := number(element, "start")) is None else start,
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        style_id=value(element, "pStyle") or "",
        legal=is_on(element, "isLgl"),
    )
    return int(element.get(W + "ilvl", "0")), level


def _read_restarts(instance: _Element) -> list[tuple[int, int]]:
    overrides = instance.iterfind(W + "lvlOverride")
    starts = ((int(override.get(W + "ilvl", "0")), number(override, "startOverride")) for override in overrides)
    return [(depth, start) for depth, start in starts if start is not None]


def _print(level: Level, levels: dict[int, Level], counters: dict[int, int]) -> str:
    def place(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        other = levels.get(depth, level)
        return _figure(counters.get(depth, other.start), "decimal" if level.legal else other.form)

    return "" if level.form == "none" else _PLACE.sub(place, level.text)


def _figure(count: int, form: str) -> str:
    if form.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % _LETTERS) * min((count - 1) // _LETTERS + 1, _MOST_LETTERS)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        roman = _roman(count)
        return roman if form.startswith("upper") else roman.lower()
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for figure, letters in _ROMAN:
        while count >= figure and len(text) < _MOST_LETTERS:
            text, count = text + letters, count - figure
    return text
