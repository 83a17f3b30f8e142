"""The head of the first page: who speaks and in what kind of document, what identifies it, and its title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from regdesk.sheets.blocks import Head, Sheet
from regdesk.sheets.captions import head_facts
from regdesk.sheets.characters import spoken
from regdesk.sheets.pdf.pictures import logo_size
from regdesk.sheets.word import styles
from regdesk.sheets.word.columns import columns, row
from regdesk.sheets.word.elements import paragraph
from regdesk.sheets.word.pictures import Pictures, Size
from regdesk.sheets.word.texts import Typist

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SHARES: Final = (0.42, 0.18, 0.22, 0.18)
_AIR: Final = 9.0  # points above the rule


def logo(sheet: Sheet, pictures: Pictures) -> Iterator[Element]:
    """The organisation's logo, if it has one that can be read."""
    style, alt = sheet.style, spoken(sheet.style.logo_alt) or sheet.head.organisation
    shown = pictures.picture(style.logo, alt, _logo_size) if style.logo else None
    if shown is not None:
        yield paragraph(styles.LOGO, shown)


def letterhead(head: Head, typist: Typist, width: float) -> Element:
    """The names and the facts, over the whole width of the text."""
    stacks = [list(_fact(label, value, typist)) for label, value in head_facts(head)]
    widths = [share * width for share in _SHARES]
    sender, kind = list(_sender(head, typist)), list(_kind(head, typist))
    names = row([sender, kind], widths, (1, len(_SHARES) - 1))
    return columns([names, row(stacks, widths)], widths, lined=_AIR)


def _logo_size(size: Size) -> Size:
    return logo_size(*map(round, size))


def _sender(head: Head, typist: Typist) -> Iterator[Element]:
    if spoken(head.organisation):
        yield typist.paragraph(styles.HEAD_NAME, head.organisation)


def _kind(head: Head, typist: Typist) -> Iterator[Element]:
    for text, style in ((head.document_type, styles.HEAD_KIND), (head.appendix, styles.HEAD_APPENDIX)):
        if spoken(text):
            yield typist.paragraph(style, text)


def _fact(label: str, value: str, typist: Typist) -> Iterator[Element]:
    yield typist.paragraph(styles.FACT_LABEL, label)
    if spoken(value):
        yield typist.paragraph(styles.FACT_VALUE, value)
