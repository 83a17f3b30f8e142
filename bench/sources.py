"""The blocks of a sheet as others want them: HTML with style sheet for WeasyPrint, and markup for Typst."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Final

from regdesk.paths import data_folder
from regdesk.sheets import blocks
from regdesk.sheets.plain import cell_text

FONTS: Final = data_folder("resources") / "fonts"

_STYLE: Final = f"""
@font-face {{ font-family: Bench; src: url("{(FONTS / "SourceSans3-Regular.ttf").as_uri()}") }}
@page {{ size: A4; margin: 20mm }}
body {{ font: 10pt/13pt Bench }}
h1 {{ font-size: 14pt; line-height: 18pt }}
table {{ width: 100%; border-collapse: collapse }}
th, td {{ border: 0.25pt solid grey; padding: 3pt 6pt; text-align: left; vertical-align: top }}
"""

_PAGE: Final = """
#set document(title: "Uppföljning per mål")
#set page(paper: "a4", margin: 20mm)
#set text(font: "Source Sans 3", size: 10pt, lang: "sv")
#show heading: set text(size: 14pt)
"""


def html_of(sheet: blocks.Sheet) -> str:
    """A page of HTML."""
    body = "\n".join(part for block in sheet.blocks for part in _html(block))
    title = escape(sheet.head.title)
    return f'<html lang="sv"><head><title>{title}</title><style>{_STYLE}</style></head><body>{body}</body></html>'


def typst_of(sheet: blocks.Sheet) -> str:
    """A document in Typst's markup; texts are strings, so that nothing in them is markup."""
    return _PAGE + "\n".join(part for block in sheet.blocks for part in _typst(block))


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
            rows = ("".join(f"<td>{escape(cell_text(cell))}</td>" for cell in row.cells) for row in block.rows)
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
            cells = ", ".join(_string(cell_text(cell)) for row in block.rows for cell in row.cells)
            yield f"#table(columns: ({columns}), stroke: 0.25pt + gray, table.header({head}), {cells})"


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
