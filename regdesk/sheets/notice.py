"""The sheet "Kallelse och föredragningslista": who is called to a meeting, and what will be taken up there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    Row,
    Run,
    Sheet,
    Signature,
    Table,
)
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.meeting_parts import days_table, fact_lines, lines, meeting_sheet, paper_lines
from regdesk.sheets.status import labelled
from regdesk.viewmodels.notice import Notice, NoticeItem, by_kind, notice
from regdesk.viewmodels.sheet_options import Scope, choice, tick
from regdesk.viewmodels.sheet_request import SheetRequest

_PROPOSALS: Final = tick("proposals", mark("&Förslag till beslut"))
_ATTACHMENTS: Final = tick("attachments", mark("B&ilagor"))
_TIMES: Final = tick("times", mark("Dagar för justering, anslag och laga kraft"), first=False)
_AGENDA: Final = "agenda"
_ORDER: Final = choice("order", mark("&Ordning"), {_AGENDA: mark("Som dagordningen"), "kinds": mark("Efter ärendetyp")})
_BOTH, _CHAIR, _SECRETARY, _NOBODY = "both", "chair", "secretary", "nobody"
_SIGNATURE: Final = choice(
    "signature",
    mark("&Underskrift"),
    {
        _BOTH: mark("Ordförande och sekreterare"),
        _CHAIR: mark("Ordförande"),
        _SECRETARY: mark("Sekreterare"),
        _NOBODY: mark("Ingen"),
    },
)
_TITLE: Final = mark("Kallelse och föredragningslista")


def notice_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language. Raises Problem(SHEET_NEEDS_MEETING), Problem(ROW_MISSING)."""
    return meeting_sheet(request, _blocks, document_type=_("Kallelse"), title=_(_TITLE))


def _blocks(request: SheetRequest) -> Iterator[Block]:
    found = notice(request)
    yield from fact_lines(found.facts)
    yield Heading(text=_("Kallade"))
    yield from fact_lines(found.called)
    yield Heading(text=_("Föredragningslista"))
    yield _agenda(request, found) if found.items else Paragraph(text=_("Inga ärenden är upptagna än."))
    if found.papers and request.has(_ATTACHMENTS):
        yield Heading(text=_("Bilagor till hela sammanträdet"))
        yield BulletList.of(*paper_lines(found.papers))
    if found.days and request.has(_TIMES):
        yield Heading(text=_("Efter sammanträdet"))
        yield days_table(_("Vad"), found.days, _("Dagar som följer av sammanträdet, med sin regel."))
    if roles := signing(request.answer(_SIGNATURE)):
        yield Signature(roles=roles)


def signing(answer: str) -> tuple[str, ...]:
    """Who signs."""
    chair = (_("Ordförande"),) if answer in (_BOTH, _CHAIR) else ()
    return (*chair, _("Sekreterare")) if answer in (_BOTH, _SECRETARY) else chair


def _agenda(request: SheetRequest, found: Notice) -> Block:
    """One table of all items, each stretch of one kind under the kind's name."""
    sections = any(item.section for item in found.items)
    header = (_("Nr"), _("Ärende"), *((_("Paragraf"),) if sections else ()), _("Diarienummer"))
    return Table(
        header=header,
        rows=tuple(_rows(request, found.items, sections=sections)),
        widths=(7, 57, 13, 23) if sections else (7, 68, 25),
        summary=_("Ärendena i ordning, med förslag till beslut och bilagor under sitt ärende."),
        row_headers=False,
    )


def _rows(request: SheetRequest, items: Sequence[NoticeItem], *, sections: bool) -> Iterator[Row]:
    ordered = items if request.answer(_ORDER) == _AGENDA else by_kind(items)
    for group, stretch in groupby(ordered, key=lambda item: item.group):
        yield Row(cells=((Run(text=group, strong=True),),))
        for item in stretch:
            section = (item.section,) if sections else ()
            notes = (Run(text=note, quiet=True) for note in item.notes)
            title = lines((Run(text=item.title),), *((note,) for note in notes))
            yield Row(cells=(str(item.number), title, *section, item.dnr), level=1)
            if said := _said(request, item):
                yield Row(cells=(said,), level=2)


def _said(request: SheetRequest, item: NoticeItem) -> tuple[Run, ...]:
    """What is proposed and what is attached, below the item."""
    asked = item.proposal and request.has(_PROPOSALS)
    proposal = labelled(_("Förslag till beslut"), item.proposal) if asked else ()
    return lines(proposal, *(paper_lines(item.papers) if request.has(_ATTACHMENTS) else ()))


KIND: Final = SheetKind(
    code="notice",
    source_title=_TITLE,
    group=Group.MEETING,
    scope=Scope.MEETING,
    maker=notice_sheet,
    options=(_PROPOSALS, _ATTACHMENTS, _TIMES, _ORDER, _SIGNATURE),
)
