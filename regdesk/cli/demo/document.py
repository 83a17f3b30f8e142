"""Writes a Word file out of a plain text that is easy to read and to change.

`#` begins the title and `##` to `####` headings, `-` list items, indented ones below the others; `| a | b |` is a row
of a table, the first one its header; `[^…]` is a footnote. Every other line is a paragraph.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_HEADING = re.compile(r"(#+) (.+)")
_ITEM = re.compile(r"( *)- (.+)")
_NOTE = re.compile(r"\[\^([^\]]+)\]")
_INDENT = 4

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTES_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NOTES_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS: Final = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0">'
    "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
)
"""The lines above footnotes, which Word expects to find in every file that has notes."""


def write_document(text: str, path: Path, author: str) -> None:
    """Write `text` as the Word file `path`. Raises OSError."""
    import docx

    document = docx.Document()
    document.core_properties.author = author
    _Writer(document).write(text)
    document.save(str(path))


class _Writer:
    """Puts one line after the other into a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes: list[str] = []

    def write(self, text: str) -> None:
        rows: list[str] = []
        for line in [*text.splitlines(), ""]:
            if line.startswith("|"):
                rows.append(line)
            else:
                self._write_table(rows)
                rows = []
                self._write_line(line)
        if self._notes:
            self._attach_notes()

    def _write_line(self, line: str) -> None:
        if heading := _HEADING.fullmatch(line):
            self._document.add_heading(heading[2], level=len(heading[1]) - 1)
        elif item := _ITEM.fullmatch(line):
            self._write_item(item[2], len(item[1]) // _INDENT)
        elif line:
            self._fill(self._document.add_paragraph(), line)

    def _write_item(self, text: str, level: int) -> None:
        style = f"List Bullet {level + 1}" if level else "List Bullet"
        self._fill(self._document.add_paragraph(style=style), text)

    def _write_table(self, rows: list[str]) -> None:
        if not rows:
            return
        cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows]
        table = self._document.add_table(len(cells), len(cells[0]), style="Table Grid")
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        self._document.add_paragraph()  # or else Word joins it with the next table

    def _fill(self, paragraph: Paragraph, text: str) -> None:
        """Every second part of the text is a footnote."""
        for number, part in enumerate(_NOTE.split(text)):
            if number % 2:
                self._notes.append(part)
                self._refer(paragraph, len(self._notes))
            else:
                paragraph.add_run(part)

    def _refer(self, paragraph: Paragraph, note: int) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(note))
        run._r.append(reference)

    def _attach_notes(self) -> None:
        """python-docx knows no footnotes, so their part is put together here."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        notes = "".join(_note(number, text) for number, text in enumerate(self._notes, start=1))
        xml = f'<w:footnotes xmlns:w="{_WORD}">{_SEPARATORS}{notes}</w:footnotes>'
        part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, xml.encode(), self._document.part.package)
        self._document.part.relate_to(part, _NOTES_RELATION)


def _note(number: int, text: str) -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    words = f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
    return f'<w:footnote w:id="{number}"><w:p>{mark}{words}</w:p></w:footnote>'
