"""Sheets as plain text: what is read aloud in the preview, and what tests compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Cell,
    Contents,
    FieldCell,
    FieldKind,
    Figure,
    FigureCell,
    FormField,
    Heading,
    KeepTogether,
    Legend,
    ListItem,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Sheet,
    Signature,
    StatusCell,
    Table,
    headings,
    sheets_of,
    words,
)
from regdesk.sheets.captions import foot_texts, head_facts
from regdesk.sheets.characters import spoken
from regdesk.sheets.drawings import Drawing

_BULLET = "•"
_INDENT = "  "
_BLANK = "____"
_BOX = "☐"
_ROOM: Final = re.compile(rf"[^|]+: {_BLANK}|{_BLANK} [^|]+|(?:{_BLANK}|{_BOX})(?: \| (?:{_BLANK}|{_BOX}))*")


def plain_text(document: Sheet | Paper) -> str:
    """The whole document, one line a paragraph, item or table row, with an empty line between blocks."""
    return f"{content_text(document)}\n{_foot(sheets_of(document)[-1])}\n"


def content_text(document: Sheet | Paper) -> str:
    """The same without its foot: what it says, whenever and from whichever state of the register it was printed."""
    parts = (part for sheet in sheets_of(document) for part in _sheet(sheet, document))
    return "\n\n".join(filter(None, parts)) + "\n"


def is_room(line: str) -> bool:
    """Whether a line of a text says nothing but that there is room to write something."""
    return bool(_ROOM.fullmatch(line.strip()))


def reading_order(document: Sheet | Paper) -> Iterator[str]:
    """Every text of the document, without decoration, in the order in which a screen reader meets it.

    The page numbers of a table of contents are not among them: pages are the printer's.
    """
    for sheet in sheets_of(document):
        yield from filter(None, _head_texts(sheet))
        for block in sheet.blocks:
            yield from filter(None, _texts(block, document))
    yield from map(spoken, foot_texts(sheets_of(document)[-1].foot))


def cell_text(cell: Cell) -> str:
    """A cell in one line: its text, the symbol, word and note of its status, or what stands for what it shows."""
    match cell:
        case StatusCell():
            return " ".join(filter(None, map(spoken, (cell.symbol, cell.word, cell.note))))
        case FigureCell():
            return f"[{spoken(cell.alt)}]"
        case FieldCell():
            return _BOX if cell.kind is FieldKind.TICK else _BLANK
        case _:
            return spoken(words(cell))


def _sheet(sheet: Sheet, document: Sheet | Paper) -> Iterator[str]:
    yield f"# {spoken(sheet.head.title)}" if sheet.is_chapter else _head(sheet)
    for block in sheet.blocks:
        yield _block(block, document)


def _head_texts(sheet: Sheet) -> Iterator[str]:
    head = sheet.head
    if not sheet.is_chapter:
        yield from map(spoken, (head.organisation, head.document_type, head.appendix))
        for fact in head_facts(head):
            yield from map(spoken, fact)
    yield spoken(head.title)
    if not sheet.is_chapter:
        yield spoken(head.subtitle)


def _head(sheet: Sheet) -> str:
    head = sheet.head
    logo = f"[{spoken(sheet.style.logo_alt)}]" if sheet.style.logo else ""
    names = filter(None, (logo, *map(spoken, (head.organisation, head.document_type, head.appendix))))
    facts = (f"{label}: {spoken(value)}" for label, value in head_facts(head))
    title = filter(None, (f"# {spoken(head.title)}", spoken(head.subtitle)))
    return "\n".join((*names, *facts)) + "\n\n" + "\n".join(title)


def _foot(sheet: Sheet) -> str:
    return "\n".join(map(spoken, foot_texts(sheet.foot)))


def _block(block: Block, document: Sheet | Paper) -> str:  # noqa: C901 - one case a kind of block
    match block:
        case Heading():
            return f"{'#' * block.level} {spoken(words(block.text))}"
        case Paragraph():
            return spoken(words(block.text))
        case BulletList():
            return "\n".join(_items(block.items, 0))
        case Table():
            return "\n".join(_table(block))
        case Legend():
            entries = (f"{cell_text(entry.status)} – {spoken(entry.meaning)}" for entry in block.entries)
            return "\n".join(filter(None, (spoken(block.title), *entries)))
        case Figure():
            return "\n".join(filter(None, (f"[{spoken(block.alt)}]", spoken(block.caption))))
        case FormField():
            label = spoken(block.label)
            return f"{_BOX} {label}" if block.kind is FieldKind.TICK else f"{label}: {_BLANK}"
        case Signature():
            return "\n".join(f"{_BLANK} {spoken(role)}" for role in block.roles)
        case Contents():
            entries = (_INDENT * (level - 1) + spoken(text) for level, text in headings(document, block.depth))
            return "\n".join(entries)
        case PageBreak():
            return ""
        case KeepTogether():
            return "\n\n".join(filter(None, (_block(inner, document) for inner in block.blocks)))


def _items(items: tuple[ListItem, ...], depth: int) -> Iterator[str]:
    for item in items:
        yield f"{_INDENT * depth}{spoken(item.label) or _BULLET} {spoken(words(item.text))}"
        yield from _items(item.items, depth + 1)


def _table(table: Table) -> Iterator[str]:
    yield " | ".join(spoken(words(text)) for text in table.header)
    yield from map(_row, table.rows)


def _row(row: Row) -> str:
    return _INDENT * row.level + " | ".join(map(cell_text, row.cells))


def _texts(block: Block, document: Sheet | Paper) -> Iterator[str]:  # noqa: C901 - one case a kind of block
    match block:
        case Heading() | Paragraph():
            yield spoken(words(block.text))
        case BulletList():
            yield from _item_texts(block.items)
        case Table():
            yield from (spoken(words(text)) for text in block.header)
            yield from (_printed(cell) for row in block.rows for cell in row.cells)
        case Legend():
            yield spoken(block.title)
            for entry in block.entries:
                yield from (cell_text(entry.status), spoken(entry.meaning))
        case Figure():
            if isinstance(block.image, Drawing):
                yield from map(spoken, block.image.words())
            yield spoken(block.caption)
        case FormField():
            yield spoken(block.label)
        case Signature():
            yield from map(spoken, block.roles)
        case Contents():
            yield from (spoken(text) for _level, text in headings(document, block.depth))
        case PageBreak():
            return
        case KeepTogether():
            for inner in block.blocks:
                yield from _texts(inner, document)


def _printed(cell: Cell) -> str:
    """The letters of a cell: those of a drawing's labels, and none of a field."""
    if isinstance(cell, FigureCell):
        return " ".join(map(spoken, cell.drawing.words()))
    return "" if isinstance(cell, FieldCell) else cell_text(cell)


def _item_texts(items: tuple[ListItem, ...]) -> Iterator[str]:
    for item in items:
        yield from (spoken(item.label) or _BULLET, spoken(words(item.text)))
        yield from _item_texts(item.items)
