"""The type scale of paper: one size for text, one for tables, and headings that rise calmly above them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from regdesk.sheets.blocks import ParagraphRole
from regdesk.sheets.pdf.fonts import Weight
from regdesk.sheets.theme import ACCENT, INK, QUIET

_CAP_HEIGHT: Final = 0.66  # of the text face, in ems


class Align(Enum):
    """Where a line of text stands in its column."""

    LEFT = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a stretch of text looks. Sizes and spaces are in points."""

    size: float = 11
    leading: float = 15.5
    weight: Weight = Weight.REGULAR
    colour: str = INK
    before: float = 0.0
    after: float = 0.0
    align: Align = Align.LEFT

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline, so that capitals stand in the middle of the line."""
        return (self.leading + _CAP_HEIGHT * self.size) / 2


BODY: Final = TextStyle(after=7)
LEAD: Final = TextStyle(size=12.5, leading=18, before=6, after=10)
INTRODUCTION: Final = TextStyle(before=9, after=4)
FACT: Final = TextStyle(after=2)
NOTE: Final = TextStyle(size=10, leading=13.5, colour=QUIET, before=2, after=5)

PARAGRAPHS: Final[dict[ParagraphRole, TextStyle]] = {
    ParagraphRole.BODY: BODY,
    ParagraphRole.LEAD: LEAD,
    ParagraphRole.INTRODUCTION: INTRODUCTION,
    ParagraphRole.FACT: FACT,
    ParagraphRole.NOTE: NOTE,
}

TITLE: Final = TextStyle(size=24, leading=28, weight=Weight.BOLD, colour=ACCENT, before=22, after=4)
CHAPTER: Final = replace(TITLE, after=10)
SUBTITLE: Final = TextStyle(size=13, leading=18, colour=QUIET, after=8)
HEADINGS: Final[dict[int, TextStyle]] = {
    2: TextStyle(size=16.5, leading=21, weight=Weight.SEMIBOLD, colour=ACCENT, before=24, after=6),
    3: TextStyle(size=13, leading=17, weight=Weight.SEMIBOLD, before=17, after=4),
    4: TextStyle(size=11.5, leading=15.5, weight=Weight.SEMIBOLD, before=12, after=3),
    5: TextStyle(weight=Weight.SEMIBOLD, colour=QUIET, before=9, after=2),
    6: TextStyle(weight=Weight.ITALIC, colour=QUIET, before=8, after=2),
}

DEEPEST_ENTRY: Final = 4
CONTENTS: Final[dict[int, TextStyle]] = {  # by the level of the heading
    1: TextStyle(weight=Weight.SEMIBOLD, before=9, after=2),
    2: TextStyle(after=2),
    3: TextStyle(size=10, leading=14, colour=QUIET, after=1),
    4: TextStyle(size=10, leading=14, colour=QUIET, after=1),
}

LIST_ITEM: Final = TextStyle(after=3)
TABLE_HEADER: Final = TextStyle(size=10, leading=13, weight=Weight.SEMIBOLD, colour=ACCENT)
TABLE_CELL: Final = TextStyle(size=10, leading=13)
LIST_LABEL: Final = TextStyle(colour=ACCENT)
LEGEND: Final = TextStyle(size=10, leading=13)
LEGEND_STATUS: Final = TextStyle(size=10, leading=18)
LEGEND_TITLE: Final = TextStyle(weight=Weight.SEMIBOLD, before=8, after=4)

FIELD_LABEL: Final = TextStyle(size=10, leading=13, before=8, after=2)
TICK_LABEL: Final = TextStyle(before=2, after=4)
SIGNATURE: Final = TextStyle(size=10, leading=13, colour=QUIET)

HEAD_NAME: Final = TextStyle(size=13, leading=16, weight=Weight.BOLD)
HEAD_KIND: Final = TextStyle(size=13, leading=16, weight=Weight.SEMIBOLD)
HEAD_APPENDIX: Final = TextStyle()
FACT_LABEL: Final = TextStyle(size=9.5, leading=13, colour=QUIET)
FACT_VALUE: Final = TextStyle(leading=15)
MARGINAL: Final = TextStyle(size=9.5, leading=13, colour=QUIET)
MARGINAL_RIGHT: Final = TextStyle(size=9.5, leading=13, colour=QUIET, align=Align.RIGHT)
PAGE_LABEL_TOP: Final = 1.5  # points that the page count hangs below the head's edge, to share its first baseline
