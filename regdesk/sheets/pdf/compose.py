"""Blocks become flowables, and each of them gets its place in the structure tree, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from reportlab.lib.units import mm

from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Contents,
    FieldCell,
    FieldKind,
    Figure,
    FormField,
    Heading,
    KeepTogether,
    Legend,
    LegendEntry,
    ListItem,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphRole,
    Sheet,
    Signature,
    Table,
    TextCell,
    words,
)
from regdesk.sheets.characters import spoken
from regdesk.sheets.drawings import Drawing
from regdesk.sheets.pdf import styles
from regdesk.sheets.pdf.artwork import DrawingFlowable, artwork_of
from regdesk.sheets.pdf.contents import EntryFlowable, entries_of
from regdesk.sheets.pdf.drawing import TINT_MARGIN
from regdesk.sheets.pdf.fields import BlankFlowable, SignatureFlowable, TickFlowable, signature_rows
from regdesk.sheets.pdf.flowables import (
    ColumnsFlowable,
    HeadingFlowable,
    PictureFlowable,
    TaggedFlowable,
    TextFlowable,
)
from regdesk.sheets.pdf.geometry import Geometry
from regdesk.sheets.pdf.pictures import opened
from regdesk.sheets.pdf.structure import Element, Name
from regdesk.sheets.pdf.styles import TextStyle
from regdesk.sheets.pdf.tables import TableFlowable
from regdesk.sheets.pdf.tabulate import tabulated
from regdesk.sheets.pdf.texts import BoundText
from regdesk.sheets.pdf.words import Typesetter

_BULLET: Final = "•"
_HANG: Final = 13.0  # points from a bullet to its text
_LABEL_GAP: Final = 6.0  # from a printed number to its text
_TALLEST_FIGURE: Final = 0.75  # of a page
_TALLEST_DRAWING: Final = 0.85  # of a page, which leaves room for a heading and a caption
_TALLEST_COLUMNS: Final = 0.5  # of a page
_KEEPING: Final = (ParagraphRole.INTRODUCTION, ParagraphRole.FACT)
_LEGEND_ACROSS: Final = 5
_COLUMN_GAP: Final = 12.0
_AFTER_LEGEND: Final = 10.0


class Item(NamedTuple):
    """A flowable, or None for a page break. `keeps_next`: it stands on the page of the next one, whatever happens.

    `grouped`: it does so as long as a page can hold the group. `whole`: where something is kept with it, that is all
    of it and not only its beginning.
    """

    flowable: TaggedFlowable | None
    keeps_next: bool = False
    grouped: bool = False
    whole: bool = False


class Composer:
    """Makes the flowables of a sheet of `document` below `root`, in the order in which blocks are given."""

    def __init__(self, root: Element, page: Geometry, typesetter: Typesetter, document: Sheet | Paper) -> None:
        self._page, self._typesetter, self._document = page, typesetter, document
        self._sections: list[tuple[int, Element]] = [(1, root)]

    @property
    def section(self) -> Element:
        """Where content belongs now: the document, or the section of the last heading."""
        return self._sections[-1][1]

    def bound(self, text: TextCell, style: TextStyle, element: Element) -> BoundText:
        """`text` in `style`, belonging to `element`."""
        return BoundText(text, style, element, self._typesetter)

    def items(self, block: Block) -> Iterator[Item]:  # noqa: C901 - one case a kind of block
        """The flowables of `block`; none where it is empty."""
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block)
            case BulletList():
                yield from self._whole_list(block)
            case Table():
                yield from self._table(block)
            case Legend():
                yield from self._legend(block)
            case Figure():
                yield from self._figure(block)
            case FormField():
                yield from self._field(block)
            case Signature():
                yield from self._signature(block)
            case Contents():
                yield from self._contents(block)
            case PageBreak():
                yield Item(None)
            case KeepTogether():
                inner = list(chain.from_iterable(map(self.items, block.blocks)))
                yield from (item._replace(grouped=item is not inner[-1], whole=True) for item in inner)

    def _heading(self, heading: Heading) -> Iterator[Item]:
        title = spoken(words(heading.text))
        if not title:
            return
        while self._sections[-1][0] >= heading.level:
            self._sections.pop()
        level = min(heading.level, self._sections[-1][0] + 1)  # an empty heading may have left a gap
        self._sections.append((level, self.section.child("Sect")))
        text = self.bound(heading.text, styles.HEADINGS[heading.level], self.section.child(f"H{level}"))
        yield Item(HeadingFlowable(text, title=title, depth=level - 1), keeps_next=True)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Item]:
        if spoken(words(paragraph.text)):
            text = self.bound(paragraph.text, styles.PARAGRAPHS[paragraph.role], self.section.child("P"))
            yield Item(TextFlowable(text), keeps_next=paragraph.role in _KEEPING)

    def _whole_list(self, block: BulletList) -> Iterator[Item]:
        """What follows a list stands off from it as from a paragraph."""
        items = list(self._list(block.items, self.section, 0.0))
        _stand_off(items, styles.BODY.after)
        yield from items

    def _list(self, items: Sequence[ListItem], parent: Element, indent: float) -> Iterator[Item]:
        if not items:
            return
        numbering = "/Decimal" if any(spoken(item.label) for item in items) else "/Disc"
        element = parent.child("L", {"List": {"ListNumbering": Name(numbering)}})
        hang = self._hang(items)
        for item in items:
            entry = element.child("LI")
            label = self.bound(spoken(item.label) or _BULLET, styles.LIST_LABEL, entry.child("Lbl"))
            body = entry.child("LBody")
            text = self.bound(item.text, styles.LIST_ITEM, body.child("P"))  # before the items below it
            if len(label.lines(hang)) > 1:
                yield Item(TextFlowable(label, indent=indent), keeps_next=True)
                yield Item(TextFlowable(text, indent=indent, hang=hang))
            else:
                yield Item(TextFlowable(text, indent=indent, label=label, hang=hang))
            yield from self._list(item.items, body, min(indent + hang, self._page.width / 2))

    def _hang(self, items: Sequence[ListItem]) -> float:
        """The room that the widest label of a list needs, at most a sixth of the text's width."""
        labels = (self.bound(spoken(item.label), styles.LIST_LABEL, Element("Lbl")) for item in items)
        widths = (line.width + _LABEL_GAP for label in labels for line in label.lines(self._page.width))
        return min(max(_HANG, *widths, 0.0), self._page.width / 6)

    def _table(self, table: Table) -> Iterator[Item]:
        grid = tabulated(table, self.section, self._typesetter, self._page.width, self._page.height)
        yield Item(TableFlowable(grid, self._page.height))

    def _legend(self, legend: Legend) -> Iterator[Item]:
        if spoken(legend.title):
            title = self.bound(legend.title, styles.LEGEND_TITLE, self.section.child("P"))
            yield Item(TextFlowable(title), keeps_next=True)
        if not legend.entries:
            return
        element = self.section.child("L", {"List": {"ListNumbering": Name("/None")}})
        stacks = [self._legend_stack(entry, element.child("LI")) for entry in legend.entries]
        across = min(len(stacks), _LEGEND_ACROSS)
        for start in range(0, len(stacks), across):
            items = list(self.side_by_side(stacks[start : start + across], [1.0] * across, indent=TINT_MARGIN))
            _stand_off(items if start + across >= len(stacks) else (), _AFTER_LEGEND)
            yield from items

    def _legend_stack(self, entry: LegendEntry, element: Element) -> list[BoundText]:
        return [
            self.bound(entry.status, styles.LEGEND_STATUS, element.child("Lbl")),
            self.bound(entry.meaning, styles.LEGEND, element.child("LBody")),
        ]

    def side_by_side(
        self, stacks: Sequence[Sequence[BoundText]], shares: Sequence[float], *, indent: float = 0.0
    ) -> Iterator[Item]:
        """Stacks of texts in columns, or one below the other where they are too high for columns."""
        columns = ColumnsFlowable(stacks, shares, gap=_COLUMN_GAP, indent=indent)
        if columns.height_in(self._page.width) <= _TALLEST_COLUMNS * self._page.height:
            yield Item(columns)
        else:
            yield from (Item(TextFlowable(text)) for text in chain.from_iterable(stacks))

    def _field(self, field: FormField) -> Iterator[Item]:
        is_tick = field.kind is FieldKind.TICK
        blank = FieldCell(name=field.name, tip=field.label, kind=field.kind, lines=field.lines)
        form = self.section.child("Form") if is_tick else None  # read where it is seen: before its label, or after it
        text = self.bound(
            spoken(field.label), styles.TICK_LABEL if is_tick else styles.FIELD_LABEL, self.section.child("P")
        )
        if form is not None:
            yield Item(TickFlowable(text, blank, form))
        else:
            yield Item(TextFlowable(text), keeps_next=True)
            yield Item(BlankFlowable(blank, self.section.child("Form"), tallest=_TALLEST_FIGURE * self._page.height))

    def _signature(self, signature: Signature) -> Iterator[Item]:
        rows = signature_rows(signature.roles)
        for number, roles in enumerate(rows, 1):
            texts = [self._signer(role) for role in roles]
            line = SignatureFlowable(texts, across=len(rows[0]))
            if line.height_in(self._page.width) <= _TALLEST_COLUMNS * self._page.height:
                yield Item(line, keeps_next=number < len(rows), whole=True)
            else:
                yield from (item for text in texts for item in _signed_below(text))

    def _signer(self, role: str) -> BoundText | None:
        return self.bound(spoken(role), styles.SIGNATURE, self.section.child("P")) if spoken(role) else None

    def _contents(self, contents: Contents) -> Iterator[Item]:
        entries = entries_of(self._document, contents.depth)
        toc = self.section.child("TOC") if entries else self.section
        for place, entry in enumerate(entries):
            link = toc.child("TOCI").child("Reference").child("Link")
            text = self.bound(spoken(entry.text), styles.CONTENTS[min(entry.level, styles.DEEPEST_ENTRY)], link)
            opens = entry.level == 1 and place + 1 < len(entries) and entries[place + 1].level > 1
            yield Item(EntryFlowable(text, entry), keeps_next=opens)

    def _figure(self, figure: Figure) -> Iterator[Item]:
        has_caption = bool(spoken(figure.caption))
        yield Item(self._picture(figure), keeps_next=has_caption)
        if has_caption:
            yield Item(TextFlowable(self.bound(figure.caption, styles.NOTE, self.section.child("P"))))

    def _picture(self, figure: Figure) -> TaggedFlowable:
        """The picture or drawing, or the words for a picture that cannot be read."""
        if isinstance(figure.image, Drawing):
            artwork = artwork_of(figure.image, figure.alt, self.section, self._typesetter)
            tallest = _TALLEST_DRAWING * self._page.height
            return DrawingFlowable(artwork, width=figure.width * mm, tallest=tallest)
        image = opened(figure.image)
        if image is None:
            return TextFlowable(self.bound(f"[{figure.alt}]", styles.NOTE, self.section.child("P")))
        element = self.section.child("Figure", alt=spoken(figure.alt))
        tallest = _TALLEST_FIGURE * self._page.height
        return PictureFlowable(image, element, width=figure.width * mm, tallest=tallest)


def _stand_off(items: Sequence[Item], after: float) -> None:
    """Let what follows the last of `items` stand off from it so much."""
    for item in items[-1:]:
        if item.flowable is not None:
            item.flowable.spaceAfter = after


def _signed_below(text: BoundText | None) -> Iterator[Item]:
    """A line to sign on and, below it, words that are too long to stand beside others."""
    yield Item(SignatureFlowable([None], across=1), keeps_next=text is not None)
    if text is not None:
        yield Item(TextFlowable(text))
