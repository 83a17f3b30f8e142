"""The same blocks drawn with nothing but reportlab's platypus: no tags, no archive, no fallback fonts. The floor."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate, TableStyle

from regdesk.paths import data_folder
from regdesk.sheets import blocks
from regdesk.sheets.plain import cell_text

_MARGIN = 20 * mm
_LINES = TableStyle([("GRID", (0, 0), (-1, -1), 0.25, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])


class PlainPdf:
    """Fonts and styles once, then any number of files."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont("Bench", data_folder("resources") / "fonts" / "SourceSans3-Regular.ttf"))
        self._body = ParagraphStyle("body", fontName="Bench", fontSize=10, leading=13)
        self._heading = ParagraphStyle("heading", self._body, fontSize=14, leading=18, spaceBefore=8)

    def draw(self, sheet: blocks.Sheet) -> bytes:
        """The sheet's headings, paragraphs, lists and tables."""
        target = BytesIO()
        page = SimpleDocTemplate(target, pagesize=A4, leftMargin=_MARGIN, rightMargin=_MARGIN)
        page.build([flowable for block in sheet.blocks for flowable in self._flowables(block, page.width)])
        return target.getvalue()

    def _flowables(self, block: blocks.Block, width: float) -> Iterator[Flowable]:
        match block:
            case blocks.Heading():
                yield Paragraph(escape(blocks.words(block.text)), self._heading)
            case blocks.Paragraph():
                yield Paragraph(escape(blocks.words(block.text)), self._body)
            case blocks.BulletList():
                for item in block.items:
                    yield Paragraph(escape(blocks.words(item.text)), self._body, bulletText="•")
            case blocks.Table():
                yield self._table(block, width)
            case blocks.KeepTogether():
                for inner in block.blocks:
                    yield from self._flowables(inner, width)

    def _table(self, table: blocks.Table, width: float) -> Flowable:
        whole = sum(table.widths)
        rows = [table.header, *(row.cells for row in table.rows)]
        cells = [[Paragraph(escape(cell_text(cell)), self._body) for cell in row] for row in rows]
        return LongTable(cells, [width * share / whole for share in table.widths], repeatRows=1, style=_LINES)
