"""Sheets as plain text: what is read aloud in the preview, and what tests compare."""

from __future__ import annotations

from collections.abc import Iterator

from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Cell,
    Figure,
    Heading,
    KeepTogether,
    Legend,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    Sheet,
    StatusCell,
    Table,
    words,
)
from regdesk.sheets.captions import foot_texts, head_facts
from regdesk.sheets.characters import spoken

_BULLET = "•"
_INDENT = "  "


def plain_text(sheet: Sheet) -> str:
    """The whole sheet, one line a paragraph, item or table row, with an empty line between blocks."""
    parts = [_head(sheet), *(_block(block) for block in sheet.blocks), _foot(sheet)]
    return "\n\n".join(part for part in parts if part) + "\n"


def reading_order(sheet: Sheet) -> Iterator[str]:
    """Every text of the sheet, without decoration, in the order in which a screen reader meets it."""
    head = sheet.head
    yield from filter(None, map(spoken, (head.organisation, head.document_type, head.appendix)))
    for label, value in head_facts(head):
        yield from (spoken(label), spoken(value))
    yield from filter(None, map(spoken, (head.title, head.subtitle)))
    for block in sheet.blocks:
        yield from filter(None, _texts(block))
    yield from map(spoken, foot_texts(sheet.foot))


def cell_text(cell: Cell) -> str:
    """A cell in one line: its text, or the symbol, word and note of its status."""
    if isinstance(cell, StatusCell):
        return " ".join(filter(None, map(spoken, (cell.symbol, cell.word, cell.note))))
    return spoken(words(cell))


def _head(sheet: Sheet) -> str:
    head = sheet.head
    names = filter(None, map(spoken, (head.organisation, head.document_type, head.appendix)))
    facts = (f"{label}: {spoken(value)}" for label, value in head_facts(head))
    title = filter(None, (f"# {spoken(head.title)}", spoken(head.subtitle)))
    return "\n".join((*names, *facts)) + "\n\n" + "\n".join(title)


def _foot(sheet: Sheet) -> str:
    return "\n".join(map(spoken, foot_texts(sheet.foot)))


def _block(block: Block) -> str:
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
        case PageBreak():
            return ""
        case KeepTogether():
            return "\n\n".join(filter(None, map(_block, block.blocks)))


def _items(items: tuple[ListItem, ...], depth: int) -> Iterator[str]:
    for item in items:
        yield f"{_INDENT * depth}{spoken(item.label) or _BULLET} {spoken(words(item.text))}"
        yield from _items(item.items, depth + 1)


def _table(table: Table) -> Iterator[str]:
    yield " | ".join(spoken(words(text)) for text in table.header)
    yield from map(_row, table.rows)


def _row(row: Row) -> str:
    return _INDENT * row.level + " | ".join(map(cell_text, row.cells))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield spoken(words(block.text))
        case BulletList():
            yield from _item_texts(block.items)
        case Table():
            yield from (spoken(words(text)) for text in block.header)
            yield from (cell_text(cell) for row in block.rows for cell in row.cells)
        case Legend():
            yield spoken(block.title)
            for entry in block.entries:
                yield from (cell_text(entry.status), spoken(entry.meaning))
        case Figure():
            yield spoken(block.caption)
        case PageBreak():
            return
        case KeepTogether():
            for inner in block.blocks:
                yield from _texts(inner)


def _item_texts(items: tuple[ListItem, ...]) -> Iterator[str]:
    for item in items:
        yield from (spoken(item.label) or _BULLET, spoken(words(item.text)))
        yield from _item_texts(item.items)
