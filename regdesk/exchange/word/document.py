"""A Word document as plain blocks: headings, paragraphs, list items, tables and pictures, every one accounted for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import NamedTuple


class Part(StrEnum):
    """Where in a document something stands."""

    BODY = auto()
    NOTE = auto()
    PAGE_MARGIN = auto()


class Source(NamedTuple):
    """The smallest thing that is accounted for: a block, a row of a table, or a cell of that row.

    `place` counts the blocks, the notes or the page margins of the document; rows and columns count from 0.
    """

    place: int
    row: int | None = None
    column: int | None = None
    part: Part = Part.BODY


class LeftOut(StrEnum):
    """What is in the file on purpose but no part of the plan's text."""

    TABLE_OF_CONTENTS = auto()
    TRACKED_DELETION = auto()
    HIDDEN_TEXT = auto()
    PLACEHOLDER = auto()
    COMMENT = auto()
    EMBEDDED_DOCUMENT = auto()


class NoteMark(NamedTuple):
    """A footnote reference: which of the document's notes, and how many characters into the text it stands."""

    note: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block in reading order. `path` is the headings above it, outermost first; `text` is to the letter."""

    position: int = 0
    path: tuple[str, ...] = ()
    text: str
    style: str = ""
    marks: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    """A heading of level 1 to 9 with the number that Word prints before it, if Word does."""

    level: int
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """Running text, or the document's title."""

    is_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Block):
    """An item of a list, nested `level` deep from 0, with its printed number or bullet."""

    level: int = 0
    number: str = ""
    list_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Block):
    """A picture or drawing; its text is the alt text. `content` is empty where the file only points at it."""

    name: str = ""
    media_type: str = ""
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands at one place of a table's grid. A merged cell stands at each place it covers, once as origin."""

    text: str = ""
    is_origin: bool = True
    column_span: int = 1
    row_span: int = 1
    marks: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row with one cell for every column of the grid."""

    cells: tuple[Cell, ...]
    is_header: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in each column, merged cells repeated."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table as a full grid. A table in a cell of another is a block of its own, after the one it is `inside`."""

    rows: tuple[Row, ...]
    inside: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or endnote: `mark` is what the reader sees, empty where nothing refers to the note."""

    mark: str
    text: str
    is_endnote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as read. `page_margins` are the texts of page headers and footers."""

    file_name: str
    sha256: str
    title: str = ""
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    page_margins: tuple[str, ...] = ()
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)

    def sources(self) -> frozenset[Source]:
        """Everything that has to end up somewhere: each block, each row of a table, each note and page margin."""
        of_blocks = (source for block in self.blocks for source in sources_of(block))
        of_notes = (Source(index, part=Part.NOTE) for index in range(len(self.notes)))
        of_margins = (Source(index, part=Part.PAGE_MARGIN) for index in range(len(self.page_margins)))
        return frozenset((*of_blocks, *of_notes, *of_margins))


def sources_of(block: Block) -> tuple[Source, ...]:
    """What is accounted for of a block: the rows of a table, otherwise the block itself."""
    if isinstance(block, Table):
        return tuple(Source(block.position, row) for row in range(len(block.rows)))
    return (Source(block.position),)
