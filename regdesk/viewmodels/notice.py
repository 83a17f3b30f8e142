"""The notice of a meeting and its agenda: who is called, when and where, and what will be taken up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import AgendaOutcome, AttendanceRole, ItemKind
from regdesk.domain.model import AgendaItem, AgendaSubject, Meeting, plural_of
from regdesk.formats import format_list
from regdesk.i18n import _, current_language, mark
from regdesk.services.secrecy import item_record
from regdesk.viewmodels.counts import things_text
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.labels import item_place, section_label
from regdesk.viewmodels.meeting_papers import (
    AFTERWARDS,
    DayLine,
    PaperLine,
    agenda_of,
    body_name,
    day_lines,
    in_roles,
    meeting_facts,
    papers,
    people,
)
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line, word

_KINDS: Final[Mapping[ItemKind, str]] = MappingProxyType(
    {
        ItemKind.FORMALITY: mark("Procedurfrågor"),
        ItemKind.INFORMATION: mark("Informationsärenden"),
        ItemKind.DECISION: mark("Beslutsärenden"),
        ItemKind.NOTIFICATION: mark("Anmälningsärenden"),
    }
)
"""The kinds of items in the order they stand where they are put together, as source texts."""

_CALLED: Final[Mapping[str, tuple[AttendanceRole, ...]]] = MappingProxyType(
    {
        mark("Ordförande"): (AttendanceRole.CHAIR,),
        mark("Ledamöter"): (AttendanceRole.MEMBER,),
        mark("Ersättare"): (AttendanceRole.SERVING_SUBSTITUTE, AttendanceRole.SUBSTITUTE),
        mark("Tjänstepersoner"): (AttendanceRole.OFFICIAL,),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeItem:
    """An item of business. `number` counts the whole agenda; `notes` are where it comes from and what it takes up."""

    kind: ItemKind
    number: int
    section: str
    title: str
    dnr: str = ""
    notes: tuple[str, ...] = ()
    proposal: str = ""
    papers: tuple[PaperLine, ...] = ()

    @property
    def group(self) -> str:
        """`Beslutsärenden`: what items of its kind are called together."""
        return _(_KINDS[self.kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`called` are those who are called, by role; `papers` belong to the meeting as a whole."""

    called: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    items: tuple[NoticeItem, ...]
    papers: tuple[PaperLine, ...]
    days: tuple[DayLine, ...]


def notice(request: SheetRequest) -> Notice:
    """What the notice of the request's meeting says. Raises Problem(SHEET_NEEDS_MEETING), Problem(ROW_MISSING)."""
    return Notice(
        called=_called(request),
        facts=meeting_facts(request),
        items=tuple(_item(request, item, number) for number, item in enumerate(agenda_of(request), start=1)),
        papers=papers(request, request.meeting.id),
        days=day_lines(request, AFTERWARDS),
    )


def by_kind(items: Iterable[NoticeItem]) -> list[NoticeItem]:
    """The items put together by kind: formalities, information, decisions, notifications."""
    order = {kind: place for place, kind in enumerate(_KINDS)}
    return sorted(items, key=lambda item: order[item.kind])


def _called(request: SheetRequest) -> tuple[Fact, ...]:
    """Those on the list of attendance by their roles, or as long as there is none the body itself."""
    persons = people(request)
    if not persons:
        return (Fact(label=_("Kallas"), text=body_name(request)),)
    called = ((_(label), "; ".join(in_roles(persons, *roles))) for label, roles in _CALLED.items())
    return tuple(Fact(label=label if label != who else "", text=who) for label, who in called if who)


def _item(request: SheetRequest, item: AgendaItem, number: int) -> NoticeItem:
    title, section = request.disclosure.text(item.id, one_line(item.title)), section_label(item.section_no)
    if request.disclosure.withholds(item.id):
        return NoticeItem(kind=item.kind, number=number, section=section, title=title)
    return NoticeItem(
        kind=item.kind,
        number=number,
        section=section,
        title=title,
        dnr=one_line(item.dnr),
        notes=tuple(_notes(request, item)),
        proposal=item.proposal.strip(),
        papers=papers(request, item.id),
    )


def _notes(request: SheetRequest, item: AgendaItem) -> Iterator[str]:
    if item.outcome is AgendaOutcome.WITHDRAWN:
        yield word(AgendaOutcome.WITHDRAWN)
    if item.carried_from_id:
        old = request.session.get(AgendaItem, item.carried_from_id)
        place = item_place(request.session.get(Meeting, old.meeting_id), old)
        yield f"{word(old.outcome)} {place}"
    if taken := taken_up(request, item.id):
        yield _("Tar upp {things}").format(things=taken)


def taken_up(request: SheetRequest, agenda_item_id: str) -> str:
    """`24 indikatorer och 3 uppdrag`: how many of each kind an item takes up, but for what the edition withholds."""
    session, disclosure = request.session, request.disclosure
    subjects = disclosure.shown(session.all(AgendaSubject, agenda_item_id=agenda_item_id))
    records = (item_record(session, each.item_id) for each in subjects)
    counted = Counter(plural_of(type(record)) for record in records if record)
    return format_list([things_text(plural, count) for plural, count in counted.items()], language=current_language())
