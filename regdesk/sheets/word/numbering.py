"""Lists of Word's own: bullets by level, and numbers that count on where one adds an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from regdesk.sheets.word import styles
from regdesk.sheets.word.elements import hexadecimal, twips, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BULLET: Final = "•"
BULLETS: Final = 1
"""The id of the list that all bulleted items are in."""

_LEVELS: Final = 9
_COUNTED: Final = re.compile(r"(?P<before>.*?)(?P<sign>0|[1-9]\d{0,4}|[A-Za-z])(?P<after>[^\w%]*)")


@dataclass(frozen=True, slots=True)
class Counting:
    """How a list is counted: from `start`, with the same signs before and after each number."""

    kind: str  # Word's name of it
    start: int
    before: str
    after: str


def counting(labels: Sequence[str]) -> Counting | None:
    """How Word counts to print just these labels, or None where it cannot."""
    found = [_counted(label) for label in labels]
    first = found[0] if found else None
    if first is None or "%" in first.before:
        return None
    wanted = [Counting(first.kind, first.start + place, first.before, first.after) for place in range(len(labels))]
    return first if found == wanted else None


class Numbering:
    """Gathers the lists of a file."""

    def __init__(self) -> None:
        self._lists = [
            w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *_bullets(), abstractNumId=BULLETS)
        ]

    def number(self, counted: Counting, left: float, hang: float) -> int:
        """The id of a new list, whose texts begin `left` points from the margin and `hang` from their numbers."""
        number = len(self._lists) + 1
        level = _level(0, counted.kind, f"{counted.before}%1{counted.after}", left, hang, counted.start)
        self._lists.append(w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number))
        return number

    def element(self) -> Element:
        """All lists."""
        numbers = range(1, len(self._lists) + 1)
        used = (w("num", w("abstractNumId", val=number), numId=number) for number in numbers)
        return w("numbering", *self._lists, *used)


def _counted(label: str) -> Counting | None:
    match = _COUNTED.fullmatch(label)
    if match is None or match["before"][-1:].isalnum():
        return None
    sign = match["sign"]
    if sign.isdigit():
        return Counting("decimal", int(sign), match["before"], match["after"])
    kind = "lowerLetter" if sign.islower() else "upperLetter"
    return Counting(kind, ord(sign.lower()) - ord("a") + 1, match["before"], match["after"])


def _bullets() -> list[Element]:
    levels = range(_LEVELS)
    return [_level(level, "bullet", BULLET, (level + 1) * styles.LIST_HANG, styles.LIST_HANG) for level in levels]


def _level(level: int, kind: str, text: str, left: float, hang: float, start: int = 1) -> Element:
    styled = [w("pStyle", val=styles.BULLETS[level])] if kind == "bullet" and level < styles.DEEPEST_LIST else []
    return w(
        "lvl",
        w("start", val=start),
        w("numFmt", val=kind),
        *styled,
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=twips(left), hanging=twips(hang))),
        w("rPr", w("color", val=hexadecimal(styles.LABEL_COLOUR))),
        ilvl=level,
    )
