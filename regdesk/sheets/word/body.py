"""Blocks become paragraphs and tables, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Contents,
    FieldKind,
    Figure,
    FormField,
    Heading,
    KeepTogether,
    Legend,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Sheet,
    Signature,
    Table,
    words,
)
from regdesk.sheets.characters import spoken
from regdesk.sheets.drawings import Drawing
from regdesk.sheets.pdf.fields import signature_rows
from regdesk.sheets.pdf.geometry import Geometry
from regdesk.sheets.word import styles
from regdesk.sheets.word.columns import columns, row
from regdesk.sheets.word.contents import Outline
from regdesk.sheets.word.elements import MILLIMETRE, give, keep_with_next, paragraph, style_of, twips, w
from regdesk.sheets.word.fields import Controls
from regdesk.sheets.word.head import letterhead, logo
from regdesk.sheets.word.lists import ListWriter
from regdesk.sheets.word.pictures import Pictures, Size
from regdesk.sheets.word.tables import TableWriter
from regdesk.sheets.word.texts import Typist

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TALLEST_FIGURE: Final = 0.75  # of a page
_LEGEND_ACROSS: Final = 5
_SIGNATURE_GAP: Final = 24.0
_AFTER_TABLE: Final = 12.0  # points


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Writes the content of one sheet, on pages of this geometry."""

    typist: Typist
    page: Geometry
    outline: Outline
    pictures: Pictures
    controls: Controls
    lists: ListWriter
    tables: TableWriter

    def elements(self, sheet: Sheet) -> list[Element]:
        """All of the sheet, with a paragraph at the end and between its tables, as Word wants it."""
        return list(_apart([*self._head(sheet), *self._blocks(sheet.blocks)]))

    def _head(self, sheet: Sheet) -> Iterator[Element]:
        head = sheet.head
        if not sheet.is_chapter:
            yield from logo(sheet, self.pictures)
            yield letterhead(head, self.typist, self.page.width)
        if spoken(head.title):
            style = styles.HEADINGS[1] if sheet.is_chapter else styles.TITLE
            yield self.outline.heading(self.typist.paragraph(style, head.title))
        if spoken(head.subtitle) and not sheet.is_chapter:
            yield self.typist.paragraph(styles.SUBTITLE, head.subtitle)

    def _blocks(self, blocks: Iterable[Block]) -> list[Element]:
        """The elements of blocks in their order; lines to sign on stand on the page of what is signed."""
        made: list[Element] = []
        for block in blocks:
            if isinstance(block, Signature):
                _keep_last(made)
            made += self._block(block)
        return made

    def _block(self, block: Block) -> Iterator[Element]:  # noqa: C901 - one case a kind of block
        match block:
            case Heading():
                if spoken(words(block.text)):
                    yield self.outline.heading(self.typist.paragraph(styles.HEADINGS[block.level], block.text))
            case Paragraph():
                if spoken(words(block.text)):
                    yield self.typist.paragraph(styles.PARAGRAPHS[block.role], block.text)
            case BulletList():
                yield from _set_off(list(self.lists.items(block.items)))
            case Table():
                yield self.tables.table(block)
            case Legend():
                yield from self._legend(block)
            case Figure():
                yield from self._figure(block)
            case FormField():
                yield from self._field(block)
            case Signature():
                yield from self._signature(block)
            case Contents():
                yield self.outline.contents(block.depth, self.typist, self.page.width)
            case PageBreak():
                yield _page_break()
            case KeepTogether():
                yield from _together(self._blocks(block.blocks))

    def _legend(self, legend: Legend) -> Iterator[Element]:
        if spoken(legend.title):
            yield self.typist.paragraph(styles.LEGEND_TITLE, legend.title)
        stacks = [
            [
                self.typist.paragraph(styles.LEGEND_STATUS, entry.status),
                self.typist.paragraph(styles.LEGEND, entry.meaning),
            ]
            for entry in legend.entries
        ]
        yield from self._side_by_side(stacks, min(len(stacks), _LEGEND_ACROSS), styles.COLUMN_GAP)

    def _side_by_side(
        self, stacks: Sequence[Sequence[Element]], across: int, gap: float, fewest: int = 1
    ) -> Iterator[Element]:
        """Columns of like width with gaps between them, and none that is seen after the last.

        They are no wider than if there were the `fewest`.
        """
        if stacks:
            widths = [(self.page.width + gap) / max(across, fewest)] * across
            starts = range(0, len(stacks), across)
            rows = (row(stacks[start : start + across], widths) for start in starts)
            yield columns(rows, widths, gap=gap)

    def _figure(self, figure: Figure) -> Iterator[Element]:
        shown = self._picture(figure)
        if shown is None:
            made = self.typist.paragraph(styles.PARAGRAPHS[ParagraphRole.NOTE], f"[{figure.alt}]")
        else:
            made = paragraph(styles.PICTURE, shown)
        has_caption = bool(spoken(figure.caption))
        yield give(made, w("keepNext")) if has_caption else made
        if has_caption:
            yield self.typist.paragraph(styles.CAPTION, figure.caption)

    def _picture(self, figure: Figure) -> Element | None:
        if isinstance(figure.image, Drawing):
            wanted = figure.width or figure.image.width
            return self.pictures.drawing(figure.image, figure.alt, lambda size: self._fitted(size, wanted * MILLIMETRE))
        return self.pictures.picture(
            figure.image, figure.alt, lambda size: self._fitted(size, figure.width * MILLIMETRE)
        )

    def _fitted(self, size: Size, wanted: float) -> Size:
        """As wide as wanted, or as the text, and no higher than most of a page."""
        across, down = size
        width = min(wanted or self.page.width, self.page.width, _TALLEST_FIGURE * self.page.height * across / down)
        return width, width * down / across

    def _field(self, field: FormField) -> Iterator[Element]:
        control = self.controls.control(field.name, field.label, field.kind, field.lines)
        if field.kind is FieldKind.TICK:
            yield paragraph(styles.TICK, control, w("r", w("tab")), *self.typist.content(field.label, styles.TICK))
        else:
            yield self.typist.paragraph(styles.FIELD_LABEL, field.label)
            yield paragraph(styles.FIELD, control)

    def _signature(self, signature: Signature) -> Iterator[Element]:
        stacks = [[self.typist.paragraph(styles.SIGNATURE, role)] for role in signature.roles]
        across = max(map(len, signature_rows(signature.roles)), default=0)
        yield from self._side_by_side(stacks, across, _SIGNATURE_GAP, fewest=2)


def _page_break() -> Element:
    """Stands for a break until it is known what it is before."""
    return w("br", type="page")


def _set_off(items: list[Element]) -> list[Element]:
    """The paragraphs of a list; what follows it stands off from it as from a paragraph."""
    after = styles.LOOKS[styles.PARAGRAPHS[ParagraphRole.BODY]].after
    for last in items[-1:]:
        give(last, w("spacing", after=twips(after)))
    return items


def _keep_last(elements: list[Element]) -> None:
    """Let the last paragraph, or the last two rows, stand on the page of what follows."""
    for last in elements[-1:]:
        keep_with_next(list(last.iterchildren(w("tr").tag))[-2:] or [last])


def _together(elements: list[Element]) -> list[Element]:
    """The elements, on one page where that can hold them."""
    keep_with_next(elements[:-1])
    for last in elements[-1:]:
        keep_with_next(list(last.iterchildren(w("tr").tag))[:-1])
    return elements


def _apart(elements: Iterable[Element]) -> Iterator[Element]:
    """Pages broken before what follows a break, room below tables, and a paragraph where Word wants one."""
    above, breaks = "", False
    for element in elements:
        kind = etree.QName(element).localname
        if kind == "br":
            breaks = bool(above)
            continue
        beginning = element if kind == "p" else _seam() if breaks or kind == above == "tbl" else None
        if beginning is not None:
            _begin(beginning, breaks=breaks, below_table=above == "tbl")
        if beginning is not None and beginning is not element:
            yield beginning
        yield element
        above, breaks = kind, False
    if above != "p":
        yield _seam()


def _begin(made: Element, *, breaks: bool, below_table: bool) -> None:
    if breaks:
        give(made, w("pageBreakBefore"), w("spacing", before=0))
    elif below_table:
        before = max(styles.LOOKS[style_of(made)].before, _AFTER_TABLE)
        give(made, w("spacing", before=twips(before)))


def _seam() -> Element:
    return paragraph(styles.SEAM)
