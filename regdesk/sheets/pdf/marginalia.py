"""What is drawn around the text when all pages are known: the running head, the page count and the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from regdesk.sheets.blocks import Sheet
from regdesk.sheets.captions import foot_texts, page_label
from regdesk.sheets.characters import spoken
from regdesk.sheets.pdf.canvas import Artifact, Mark, PageFinisher, TaggedCanvas
from regdesk.sheets.pdf.drawing import draw_lines
from regdesk.sheets.pdf.geometry import Geometry
from regdesk.sheets.pdf.shortening import shortened
from regdesk.sheets.pdf.structure import Element
from regdesk.sheets.pdf.styles import MARGINAL, MARGINAL_RIGHT, PAGE_LABEL_TOP, TextStyle
from regdesk.sheets.pdf.words import Typesetter
from regdesk.sheets.theme import HAIRLINE

PAGE_LABEL_SHARE: Final = 0.24  # of the text's width, kept free for the page count
_PLAN_SHARE: Final = 0.72
_AIR: Final = 5.0  # points between a rule and a text


def finisher(margins: Sequence[Marginalia]) -> PageFinisher:
    """What draws the margins of each page of a file, as those of the sheet that it belongs to."""

    def finish(canvas: TaggedCanvas, number: int, count: int) -> None:
        owner, before = canvas.drawn.sheets[number], canvas.drawn.sheets[number - 1] if number else None
        margins[owner].finish(canvas, number, count, is_first=owner != before)

    return finish


@dataclass(frozen=True, slots=True, kw_only=True)
class Marginalia:
    """Draws the margins of finished pages. `foot` owns the texts of the last page's foot: they are read once."""

    sheet: Sheet
    page: Geometry
    typesetter: Typesetter
    foot: Sequence[Element]

    def finish(self, canvas: TaggedCanvas, number: int, count: int, *, is_first: bool) -> None:
        """Draw the margins of page `number`, counted from 0 through the whole file; `is_first`: of its sheet."""
        canvas.saveState()
        canvas.translate(self.page.left, 0)
        self._draw_label(canvas, page_label(number + 1, count), has_head=is_first and not self.sheet.is_chapter)
        if not is_first:
            self._draw_running_head(canvas)
        self._draw_foot(canvas, self.foot if number == count - 1 else ())
        canvas.restoreState()

    def _draw_label(self, canvas: TaggedCanvas, label: str, *, has_head: bool) -> None:
        if not has_head and self.sheet.head.appendix:
            label = f"{spoken(self.sheet.head.appendix)}, {label}"
        self._draw(canvas, label, MARGINAL_RIGHT, Artifact.HEADER, self.page.top - PAGE_LABEL_TOP, self.page.width)

    def _draw_running_head(self, canvas: TaggedCanvas) -> None:
        width = self.page.width * (1 - PAGE_LABEL_SHARE)
        top = self.page.top - PAGE_LABEL_TOP
        self._draw(canvas, self.sheet.head.title, MARGINAL, Artifact.HEADER, top, width)
        canvas.rules([top - MARGINAL.leading - _AIR], self.page.width, HAIRLINE, 0.5)

    def _draw_foot(self, canvas: TaggedCanvas, owners: Sequence[Element]) -> None:
        """Plan to the left, the print date to the right, and the seal, if any, below the plan."""
        canvas.rules([self.page.foot], self.page.width, HAIRLINE, 0.5)
        texts = foot_texts(self.sheet.foot)
        marks: Sequence[Mark] = owners or [Artifact.FOOTER] * len(texts)
        top = self.page.foot - _AIR
        for text, mark in zip(texts[:-1], marks, strict=False):
            self._draw(canvas, text, MARGINAL, mark, top, self.page.width * _PLAN_SHARE)
            top -= MARGINAL.leading
        self._draw(canvas, texts[-1], MARGINAL_RIGHT, marks[-1], self.page.foot - _AIR, self.page.width)

    def _draw(self, canvas: TaggedCanvas, text: str, style: TextStyle, mark: Mark, top: float, width: float) -> None:
        lines, _is_short = shortened(spoken(text), style, width, 1, self.typesetter)
        draw_lines(canvas, lines, style, mark, 0, top, width)
