"""The sheet "Protokollsunderlag": the minutes of a meeting as far as the register has them, with room for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    BulletList,
    FormField,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphRole,
    Run,
    Sheet,
    Signature,
)
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.meeting_parts import (
    counts_table,
    days_table,
    fact_lines,
    fields_row,
    labelled_paragraphs,
    meeting_sheet,
    paper_lines,
)
from regdesk.sheets.status import labelled
from regdesk.viewmodels.minutes import FrontPage, MinutesItem, front_page, minutes_items
from regdesk.viewmodels.sheet_options import NAMES, RECUSALS, Scope, tick
from regdesk.viewmodels.sheet_request import SheetRequest

_FRONT: Final = tick("front", mark("&Förstasida"))
_ROOM: Final = tick("room", mark("Plats att skri&va"))
_VERDICTS: Final = tick("verdicts", mark("Bedömningar och återrapporter"))
_TITLE: Final = mark("Protokollsunderlag")


def minutes_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language. Raises Problem(SHEET_NEEDS_MEETING), Problem(ROW_MISSING)."""
    return meeting_sheet(request, _blocks, document_type=_("Sammanträde"), title=_(_TITLE))


def _blocks(request: SheetRequest) -> Iterator[Block]:
    if request.has(_FRONT):
        yield from _front(front_page(request))
    items = minutes_items(request)
    for item in items:
        yield KeepTogether(blocks=tuple(_item(request, item)))
    if not items:
        yield Paragraph(text=_("Inga ärenden är upptagna än."))


# The first page


def _front(page: FrontPage) -> Iterator[Block]:
    yield Paragraph(text=labelled(_("Plats och tid"), page.place_and_time))
    yield from _listed(_("Beslutande"), page.serving, "serving", lines=3)
    yield from fact_lines(page.others)
    if page.serving and not page.is_over:
        yield Paragraph(text=_("Sammanträdet är inte avslutat, så närvaron kan ändras."), role=ParagraphRole.NOTE)
    yield _known(_("Utses att justera"), page.approvers, "approvers")
    yield _known(_("Justeringens plats och tid"), page.approved_on, "approved")
    yield _known(_("Paragrafer"), page.sections, "sections")
    yield Signature(roles=(_("Sekreterare"), _("Ordförande"), _("Justerare")))
    yield KeepTogether(blocks=tuple(_posting(page)))


def _posting(page: FrontPage) -> Iterator[Block]:
    """The box of the notice board; the days are those that the register's rules give."""
    yield Heading(text=_("Anslagsbevis"))
    announced = _("{body}, sammanträdet {day}. Justeringen av protokollet är tillkännagiven på anslagstavlan.")
    yield Paragraph(text=announced.format(body=page.body, day=page.day))
    if page.days:
        yield days_table(_("Vad"), page.days, _("Dagar som följer av sammanträdet, med sin regel."))
    yield fields_row(
        {"taken-down": _("Anslaget tas ned"), "kept": _("Protokollet förvaras")},
        (30, 70),
        _("Plats att skriva när anslaget tas ned och var protokollet förvaras."),
    )
    yield Signature(roles=(_("Underskrift"),))


def _known(label: str, text: str, name: str) -> Block:
    """What the register says, or a line to write it on."""
    return Paragraph(text=labelled(label, text), role=ParagraphRole.FACT) if text else FormField(name=name, label=label)


def _listed(label: str, texts: Iterable[str], name: str, *, lines: int) -> Iterator[Block]:
    listed = tuple(texts)
    if listed:
        yield Paragraph(text=labelled(label, ""), role=ParagraphRole.INTRODUCTION)
        yield BulletList.of(*listed)
    else:
        yield FormField(name=name, label=label, lines=lines)


# Items


def _item(request: SheetRequest, item: MinutesItem) -> Iterator[Block]:
    heading = Heading(text=(Run(text=f"{item.number} "), Run(text=item.title)))
    if item.withheld:
        yield heading
        return
    about = Paragraph(text=" · ".join(item.about), role=ParagraphRole.INTRODUCTION)
    yield from (heading, about)
    if request.has(RECUSALS) and item.recused:
        yield Paragraph(text=labelled(_("Jäv"), "; ".join(item.recused)))
    yield from _basis(item)
    if request.has(_VERDICTS):
        yield from _happened(item)
    room, lines = request.has(_ROOM) and item.goes_on, 2 if item.is_decision else 1
    decided = tuple(_decided(item, lines if room else 0))
    yield from (_motions(item, lines), *decided, *_afterwards(item)) if room else decided


def _motions(item: MinutesItem, lines: int) -> Block:
    """Room for what came before the decision, with the order of the questions and the votes (KL 5:67, 6:35)."""
    label = _("Yrkanden, propositionsordning och omröstning") if item.is_decision else _("Yrkanden")
    return FormField(name=f"{item.id}-motions", label=label, lines=lines)


def _afterwards(item: MinutesItem) -> Iterator[Block]:
    """Room for what comes after the decision."""
    yield FormField(name=f"{item.id}-dissent", label=_("Reservation eller protokollsanteckning"))
    if item.is_decision:
        yield FormField(name=f"{item.id}-sent-to", label=_("Beslutet skickas till"))


def _basis(item: MinutesItem) -> Iterator[Block]:
    """What was to be decided, and on what."""
    if item.papers:
        yield Paragraph(text=labelled(_("Handlingar"), ""), role=ParagraphRole.INTRODUCTION)
        yield BulletList.of(*paper_lines(item.papers))
    if item.proposal:
        yield from labelled_paragraphs(_("Förslag till beslut"), item.proposal)


def _happened(item: MinutesItem) -> Iterator[Block]:
    """The verdicts, counted and never weighed together, and what was reported."""
    if item.counts:
        summary = _("Hur många som fick varje bedömning under {item}.").format(item=item.label)
        yield counts_table(_("Bedömt"), item.counts, summary)
    if item.reported:
        yield Paragraph(text=labelled(_("Återrapporterat"), ""), role=ParagraphRole.INTRODUCTION)
        yield BulletList.of(*item.reported)


def _decided(item: MinutesItem, lines: int) -> Iterator[Block]:
    """What became of it; where nothing is recorded there are `lines` to write on, or a dash."""
    if item.outcome:
        yield Paragraph(text=labelled(_("Utfall"), item.outcome.text))
    if item.decision:
        yield from labelled_paragraphs(_("Beslut"), item.decision)
    elif lines:
        yield FormField(name=f"{item.id}-decision", label=_("Beslut"), lines=lines + 1)
    elif item.goes_on:
        yield Paragraph(text=labelled(_("Beslut"), "–"))
    if item.at_once:
        yield Paragraph(text=_("Paragrafen är omedelbart justerad."))
    if item.made:
        yield Paragraph(text=labelled(_("Uppdrag ur beslutet"), ""), role=ParagraphRole.INTRODUCTION)
        yield BulletList.of(*item.made)


KIND: Final = SheetKind(
    code="minutes",
    source_title=_TITLE,
    group=Group.MEETING,
    scope=Scope.MEETING,
    maker=minutes_sheet,
    options=(_FRONT, _ROOM, _VERDICTS, RECUSALS, NAMES),
)
