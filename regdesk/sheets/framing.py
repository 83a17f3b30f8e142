"""Puts the head and the foot that all sheets share around the blocks of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from regdesk.i18n import _
from regdesk.sheets.blocks import Block, Family, Foot, Head, HouseStyle, Orientation, Paragraph, Sheet
from regdesk.viewmodels.edition import Edition, internal_notice
from regdesk.viewmodels.sheet_head import SheetHead, sheet_head
from regdesk.viewmodels.sheet_request import SheetRequest

_NOTICE: Final = 9.0


def notice_room(request: SheetRequest) -> float:
    """How much less the first page of an edition holds than that of one for everybody, in mm."""
    return 0.0 if request.edition is Edition.PUBLIC else _NOTICE


def framed(
    request: SheetRequest,
    blocks: Iterable[Block],
    *,
    document_type: str,
    title: str,
    subtitle: str | None = None,
    turned: Orientation = Orientation.PORTRAIT,
    head: SheetHead | None = None,
) -> Sheet:
    """A sheet of `blocks`, which is `turned` unless the request says how; its subtitle is the plan's name.

    `head` has another look than the register's.
    """
    head = head or sheet_head(request)
    number = request.appendix.strip()
    return Sheet(
        head=Head(
            organisation=head.organisation,
            board=head.board,
            document_type=document_type,
            title=title,
            subtitle=head.plan if subtitle is None else subtitle,
            date=head.date,
            appendix=_("Bilaga {number}").format(number=number) if number else "",
            dnr=head.dnr,
            period=head.period,
        ),
        foot=Foot(plan=head.plan, printed=head.printed_on, note=head.note, seal=head.seal),
        blocks=tuple(blocks if request.is_chapter else _noted(head, blocks)),
        language=head.language,
        orientation=Orientation(request.orientation) if request.orientation else turned,
        style=_style(head),
        is_chapter=request.is_chapter,
    )


def _style(head: SheetHead) -> HouseStyle:
    return HouseStyle(
        accent=head.accent,
        accent_tint=head.accent_tint,
        family=Family(head.typeface),
        logo=head.logo,
        logo_alt=head.logo_alt,
    )


def _noted(head: SheetHead, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, after a word of warning where they are not for everybody."""
    if head.edition is Edition.INTERNAL:
        yield Paragraph(text=internal_notice())
    yield from blocks
