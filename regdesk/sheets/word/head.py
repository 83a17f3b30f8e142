"""The head of the first page: who speaks and in what kind of document, what identifies it, and its title."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from regdesk.sheets.blocks import Head, HouseStyle, Sheet
from regdesk.sheets.captions import head_facts
from regdesk.sheets.characters import spoken
from regdesk.sheets.word import styles
from regdesk.sheets.word.columns import columns, row
from regdesk.sheets.word.elements import MILLIMETRE, paragraph
from regdesk.sheets.word.pictures import Pictures, Size
from regdesk.sheets.word.texts import Typist

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SHARES: Final = (0.42, 0.18, 0.22, 0.18)
_TALLEST_LOGO: Final = 15 * MILLIMETRE
_AIR: Final = 9.0  # points above the rule


def letterhead(sheet: Sheet, typist: Typist, pictures: Pictures, width: float) -> Element:
    """The names, with the organisation's logo above its own, and the facts, over the whole width of the text."""
    head = sheet.head
    stacks = [list(_fact(label, value, typist)) for label, value in head_facts(head)]
    widths = [share * width for share in _SHARES]
    sender = [*_logo(sheet.style, pictures, widths[0] - styles.COLUMN_GAP), *_sender(head, typist)]
    kind = list(_kind(head, typist))
    names = row([sender, kind], widths, (1, len(_SHARES) - 1))
    return columns([names, row(stacks, widths)], widths, lined=_AIR)


def _logo(style: HouseStyle, pictures: Pictures, width: float) -> Iterator[Element]:
    shown = pictures.picture(style.logo, style.logo_alt, partial(_fitted, width)) if style.logo else None
    if shown is not None:
        yield paragraph(styles.LOGO, shown)


def _fitted(width: float, size: Size) -> Size:
    """As large as the sender's column has room for, and no higher than a letterhead's logo is."""
    across, down = size
    scale = min(width / across, _TALLEST_LOGO / down)
    return across * scale, down * scale


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
