"""Walks the body of a document and makes blocks of it, in reading order, under the headings they stand below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from regdesk.exchange.word.document import Block, Heading, LeftOut, NoteMark, Paragraph, Picture, Row, Table
from regdesk.exchange.word.guard import Progress
from regdesk.exchange.word.inline import Drawing, Inline, read_inline
from regdesk.exchange.word.notes import Notes
from regdesk.exchange.word.package import Package
from regdesk.exchange.word.paragraphs import ParagraphReader
from regdesk.exchange.word.tables import only_cell, read_rows
from regdesk.exchange.word.xml import MC, W, chosen, find, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEDIA_TYPES = {
    **{"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp"},
    **{"tif": "image/tiff", "tiff": "image/tiff", "svg": "image/svg+xml", "emf": "image/emf", "wmf": "image/wmf"},
}


class BodyReader:
    """Reads the body of one document, once."""

    def __init__(self, package: Package, paragraphs: ParagraphReader, notes: Notes, left_out: Counter[LeftOut]) -> None:
        self.blocks: list[Block] = []
        self._package, self._paragraphs, self._notes, self._left_out = package, paragraphs, notes, left_out
        self._media = {relation.id: relation.part for relation in package.relations(package.main)}
        self._headings: list[Heading] = []

    @property
    def title(self) -> str:
        """The first paragraph in the style of a title."""
        titles = (block for block in self.blocks if isinstance(block, Paragraph) and block.is_title)
        return next((block.text.strip() for block in titles), "")

    def read(self, document: _Element, progress: Progress) -> None:
        """Read the document's body. Calls `progress` with 0.0 to 1.0."""
        body = document.find(W + "body")
        elements = [] if body is None else list(body)
        for done, element in enumerate(elements, start=1):
            self._read_element(element)
            progress(done / len(elements))

    def _read_children(self, parent: _Element) -> None:
        for element in parent:
            self._read_element(element)

    def _read_element(self, element: _Element) -> None:
        if element.tag == W + "p":
            self._read_paragraph(element)
        elif element.tag == W + "tbl":
            self._read_table(element)
        elif element.tag == W + "sdt":
            self._read_control(element)
        elif element.tag == W + "altChunk":
            self._left_out[LeftOut.EMBEDDED_DOCUMENT] += 1
        elif element.tag == MC + "AlternateContent":
            branch = chosen(element)
            self._read_children(element if branch is None else branch)
        else:
            self._read_children(element)

    def _read_control(self, control: _Element) -> None:
        """A content control with blocks in it. Word builds its table of contents in one."""
        gallery = value(control, "sdtPr/docPartObj/docPartGallery") or ""
        if gallery.casefold() == "table of contents":
            self._left_out[LeftOut.TABLE_OF_CONTENTS] += 1
        elif is_on(find(control, "sdtPr"), "showingPlcHdr"):
            self._left_out[LeftOut.PLACEHOLDER] += 1
        else:
            self._read_children(control)

    def _read_paragraph(self, paragraph: _Element) -> None:
        inline = read_inline(paragraph, self._left_out)
        marks = self._notes.refer(inline.marks)
        has_text = bool(inline.text.strip() or marks)
        # An empty paragraph is no block, but in a numbered list Word counts it all the same.
        block = self._paragraphs.read(paragraph, inline.text, marks)
        if self._paragraphs.is_contents(paragraph):
            self._left_out[LeftOut.TABLE_OF_CONTENTS] += has_text
        elif has_text:
            self._place(block)
        self._read_drawn(inline)

    def _place(self, block: Block) -> None:
        """Put a block at the end of the document, below the headings that hold there."""
        if isinstance(block, Heading):
            while self._headings and self._headings[-1].level >= block.level:
                self._headings.pop()
        path = tuple(heading.text for heading in self._headings)
        self.blocks.append(replace(block, position=len(self.blocks), path=path))
        if isinstance(block, Heading):
            self._headings.append(block)

    def _read_drawn(self, inline: Inline) -> None:
        """What floats beside a paragraph comes after it."""
        for drawing in inline.drawings:
            self._place(self._picture(drawing))
        for box in inline.boxes:
            self._read_children(box)

    def _picture(self, drawing: Drawing) -> Picture:
        part = self._media.get(drawing.relation, "")
        return Picture(
            text=drawing.alt,
            name=drawing.name,
            media_type=_MEDIA_TYPES.get(part.rpartition(".")[2].lower(), ""),
            content=self._package.blob(part) if part else b"",
        )

    def _read_table(self, table: _Element, inside: int | None = None) -> None:
        """A table, then what stands in its cells beside text. A table of one cell is only a frame."""
        frame = only_cell(table)
        if frame is not None:
            self._read_children(frame)
            return
        position = len(self.blocks)
        aside = _Aside()
        rows = read_rows(table, lambda cell: self._read_cell(cell, aside))
        self._place(Table(text=_table_text(rows), rows=rows, inside=inside))
        for inline in aside.inlines:
            self._read_drawn(inline)
        for nested in aside.tables:
            self._read_table(nested, inside=position)

    def _read_cell(self, cell: _Element, aside: _Aside) -> tuple[str, tuple[NoteMark, ...]]:
        """The text of a cell, its paragraphs on lines of their own."""
        lines: list[str] = []
        marks: list[NoteMark] = []
        offset = 0
        for element in _cell_content(cell):
            if element.tag == W + "tbl":
                aside.tables.append(element)
                continue
            inline = read_inline(element, self._left_out)
            marks += [NoteMark(note, offset + place) for note, place in self._notes.refer(inline.marks)]
            lines.append(inline.text)
            offset += inline.length + len("\n")
            aside.inlines.append(inline)
        return "\n".join(lines), tuple(marks)


class _Aside:
    """What stands in a table's cells beside their text."""

    def __init__(self) -> None:
        self.inlines: list[Inline] = []
        self.tables: list[_Element] = []


def _cell_content(cell: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a cell, those in content controls included."""
    for element in cell:
        if element.tag in {W + "p", W + "tbl"}:
            yield element
        elif element.tag != W + "tcPr":
            yield from _cell_content(element)


def _table_text(rows: tuple[Row, ...]) -> str:
    """A table as text: its cells parted by tabs, merged ones once."""
    return "\n".join("\t".join(cell.text for cell in row.cells if cell.is_origin) for row in rows)
