"""The same words and colours drawn with nothing but reportlab's platypus: no tags, no archive, no check. The floor."""

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
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate, TableStyle

from regdesk.paths import data_folder
from regdesk.sheets import blocks
from regdesk.sheets.plain import cell_text
from regdesk.sheets.theme import TONES

_FACES = {"Bench": "SourceSans3-Regular", "Bench-Bold": "SourceSans3-Semibold", "Bench-Symbols": "DejaVuSans-Bold"}
_MARGIN = 20 * mm
_LINES = TableStyle([("GRID", (0, 0), (-1, -1), 0.25, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])


class PlainPdf:
    """Fonts and styles once, then any number of files. `plainest`: a status is words like all others."""

    def __init__(self, *, plainest: bool = False) -> None:
        self._cell = _words if plainest else _markup
        for name, face in _FACES.items():
            pdfmetrics.registerFont(TTFont(name, data_folder("resources") / "fonts" / f"{face}.ttf"))
        pdfmetrics.registerFontFamily("Bench", normal="Bench", bold="Bench-Bold")
        self._body = ParagraphStyle("body", fontName="Bench", fontSize=10, leading=13)
        self._heading = ParagraphStyle("heading", self._body, fontName="Bench-Bold", fontSize=14, leading=18)

    def draw(self, sheet: blocks.Sheet) -> bytes:
        """The sheet's title, headings, paragraphs, lists and tables, and the pages' numbers."""
        target = BytesIO()
        page = SimpleDocTemplate(target, pagesize=A4, leftMargin=_MARGIN, rightMargin=_MARGIN)
        title = Paragraph(escape(sheet.head.title), self._heading)
        body = [flowable for block in sheet.blocks for flowable in self._flowables(block, page.width)]
        page.build([title, *body], onFirstPage=_number, onLaterPages=_number)
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
        cells = [[Paragraph(self._cell(cell), self._body) for cell in row] for row in rows]
        return LongTable(cells, [width * share / whole for share in table.widths], repeatRows=1, style=_LINES)


def _words(cell: blocks.Cell) -> str:
    return escape(cell_text(cell))


def _markup(cell: blocks.Cell) -> str:
    """A status has its symbol in a font that has it, and its colours, as the sheet shows it."""
    if not isinstance(cell, blocks.StatusCell):
        return _words(cell)
    tone = TONES[cell.tone]
    verdict = f'<font name="Bench-Symbols">{cell.symbol}</font> <b>{escape(cell.word)}</b>'
    tinted = f'<span color="{tone.text}" backcolor="{tone.tint}">{verdict}</span>'
    return "<br/>".join(filter(None, (tinted, escape(cell.note))))


def _number(canvas: Canvas, _page: object) -> None:
    canvas.setFont("Bench", 8)
    canvas.drawRightString(A4[0] - _MARGIN, _MARGIN / 2, f"sida {canvas.getPageNumber()}")
