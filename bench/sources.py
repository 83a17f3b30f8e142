"""The blocks of a sheet as others want them: HTML with style sheet for WeasyPrint, and markup for Typst."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Final

from regdesk.paths import data_folder
from regdesk.sheets import blocks
from regdesk.sheets.plain import cell_text
from regdesk.sheets.theme import TONES

FONTS: Final = data_folder("resources") / "fonts"

_STYLE: Final = f"""
@font-face {{ font-family: Bench; src: url("{(FONTS / "SourceSans3-Regular.ttf").as_uri()}") }}
@font-face {{ font-family: Bench; font-weight: bold; src: url("{(FONTS / "SourceSans3-Semibold.ttf").as_uri()}") }}
@font-face {{ font-family: Symbols; src: url("{(FONTS / "DejaVuSans-Bold.ttf").as_uri()}") }}
@page {{ size: A4; margin: 20mm; @bottom-right {{ content: "sida " counter(page) "(" counter(pages) ")" }} }}
body {{ font: 10pt/13pt Bench, Symbols }}
h1 {{ font-size: 14pt; line-height: 18pt }}
table {{ width: 100%; border-collapse: collapse }}
th, td {{ border: 0.25pt solid grey; padding: 3pt 6pt; text-align: left; vertical-align: top }}
"""

_PAGE: Final = """
#set document(title: "Uppföljning per mål")
#set page(paper: "a4", margin: 20mm, numbering: "1(1)")
#set text(font: ("Source Sans 3", "DejaVu Sans"), size: 10pt, lang: "sv")
#show heading: set text(size: 14pt)
"""


def html_of(sheet: blocks.Sheet) -> str:
    """A page of HTML."""
    body = "\n".join(part for block in sheet.blocks for part in _html(block))
    title = escape(sheet.head.title)
    head = f"<head><title>{title}</title><style>{_STYLE}</style></head>"
    return f'<html lang="sv">{head}<body><h1>{title}</h1>{body}</body></html>'


def typst_of(sheet: blocks.Sheet) -> str:
    """A document in Typst's markup; texts are strings, so that nothing in them is markup."""
    title = f"#heading({_string(sheet.head.title)})\n"
    return _PAGE + title + "\n".join(part for block in sheet.blocks for part in _typst(block))


def _html(block: blocks.Block) -> Iterator[str]:
    match block:
        case blocks.Heading():
            yield f"<h1>{escape(blocks.words(block.text))}</h1>"
        case blocks.Paragraph():
            yield f"<p>{escape(blocks.words(block.text))}</p>"
        case blocks.BulletList():
            yield f"<ul>{''.join(f'<li>{escape(blocks.words(item.text))}</li>' for item in block.items)}</ul>"
        case blocks.Table():
            head = "".join(f"<th>{escape(blocks.words(text))}</th>" for text in block.header)
            rows = ("".join(f"<td>{_html_cell(cell)}</td>" for cell in row.cells) for row in block.rows)
            yield f"<table><thead><tr>{head}</tr></thead>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _typst(block: blocks.Block) -> Iterator[str]:
    match block:
        case blocks.Heading():
            yield f"#heading({_string(blocks.words(block.text))})"
        case blocks.Paragraph():
            yield f"#par({_string(blocks.words(block.text))})"
        case blocks.BulletList():
            yield f"#list({', '.join(_string(blocks.words(item.text)) for item in block.items)})"
        case blocks.Table():
            columns = ", ".join(f"{width:g}fr" for width in block.widths)
            head = ", ".join(_string(blocks.words(text)) for text in block.header)
            cells = ", ".join(_typst_cell(cell) for row in block.rows for cell in row.cells)
            yield f"#table(columns: ({columns}), stroke: 0.25pt + gray, table.header({head}), {cells})"


def _html_cell(cell: blocks.Cell) -> str:
    if not isinstance(cell, blocks.StatusCell):
        return escape(cell_text(cell))
    tone = TONES[cell.tone]
    verdict = f'<b style="color:{tone.text};background:{tone.tint}">{cell.symbol} {escape(cell.word)}</b>'
    return "<br>".join(filter(None, (verdict, escape(cell.note))))


def _typst_cell(cell: blocks.Cell) -> str:
    if not isinstance(cell, blocks.StatusCell):
        return _string(cell_text(cell))
    tone, words = TONES[cell.tone], _string(f"{cell.symbol} {cell.word}")
    verdict = f'highlight(fill: rgb("{tone.tint}"), text(fill: rgb("{tone.text}"), weight: "semibold", {words}))'
    return f"[#{verdict} #linebreak() #{_string(cell.note)}]" if cell.note else f"[#{verdict}]"


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
