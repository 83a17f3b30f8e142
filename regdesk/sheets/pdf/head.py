"""The head of the first page: who speaks and in what kind of document, what identifies it, and its title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regdesk.sheets.blocks import Head, Sheet
from regdesk.sheets.captions import head_facts
from regdesk.sheets.characters import spoken
from regdesk.sheets.pdf import styles
from regdesk.sheets.pdf.compose import Composer, Item
from regdesk.sheets.pdf.flowables import HeadingFlowable, PictureFlowable, RuleFlowable, TextFlowable
from regdesk.sheets.pdf.pictures import LOGO_AFTER, logo_size, opened
from regdesk.sheets.pdf.styles import TextStyle
from regdesk.sheets.pdf.texts import BoundText
from regdesk.sheets.theme import HAIRLINE

# The second column begins where Swedish forms put the document's name; the last is left to the page count.
_NAME_SHARES: Final = (0.42, 0.34, 0.24)
_FACT_SHARES: Final = (0.42, 0.18, 0.22, 0.18)


def head_items(sheet: Sheet, composer: Composer) -> Iterator[Item]:
    """The flowables of the head; a chapter has its title alone."""
    head = sheet.head
    if sheet.is_chapter:
        yield _title(head, composer, styles.CHAPTER)
        return
    yield from _logo(sheet, composer)
    yield from _names(head, composer)
    yield Item(RuleFlowable(HAIRLINE, 0.5, before=9, after=7))
    yield from _facts(head, composer)
    yield _title(head, composer, styles.TITLE)
    if spoken(head.subtitle):
        subtitle = composer.bound(head.subtitle, styles.SUBTITLE, composer.section.child("P"))
        yield Item(TextFlowable(subtitle), keeps_next=True)


def _logo(sheet: Sheet, composer: Composer) -> Iterator[Item]:
    image = opened(sheet.style.logo) if sheet.style.logo else None
    if image is not None:
        owner = composer.section.child("Figure", alt=spoken(sheet.style.logo_alt) or spoken(sheet.head.organisation))
        width, height = logo_size(*image.getSize())
        yield Item(PictureFlowable(image, owner, width=width, tallest=height, after=LOGO_AFTER))


def _names(head: Head, composer: Composer) -> Iterator[Item]:
    stacks = (
        [(head.organisation, styles.HEAD_NAME)],
        [(head.document_type, styles.HEAD_KIND), (head.appendix, styles.HEAD_APPENDIX)],
    )
    owner = composer.section
    bound = [
        [composer.bound(text, style, owner.child("P")) for text, style in stack if spoken(text)] for stack in stacks
    ]
    yield from composer.side_by_side(bound, _NAME_SHARES)


def _facts(head: Head, composer: Composer) -> Iterator[Item]:
    stacks = [_fact(label, value, composer) for label, value in head_facts(head)]
    yield from composer.side_by_side(stacks, _FACT_SHARES)


def _fact(label: str, value: str, composer: Composer) -> list[BoundText]:
    owner = composer.section.child("P")
    return [composer.bound(label, styles.FACT_LABEL, owner), composer.bound(value, styles.FACT_VALUE, owner)]


def _title(head: Head, composer: Composer, style: TextStyle) -> Item:
    title = composer.bound(head.title, style, composer.section.child("H1"))
    return Item(HeadingFlowable(title, title=spoken(head.title), depth=0), keeps_next=True)
