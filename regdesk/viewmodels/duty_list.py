"""What the reglemente lays on the board, "Operativt ansvar": who answers for each duty, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from regdesk.domain.codes import LinkKind
from regdesk.domain.collation import sort_key
from regdesk.domain.model import (
    Activity,
    Assignment,
    BoardRole,
    Duty,
    Footnote,
    Goal,
    GoverningDocument,
    Link,
    Record,
    SupervisionEvent,
    plural_of,
)
from regdesk.formats import format_iso_date
from regdesk.i18n import _, mark, ngettext
from regdesk.services.closing import stands
from regdesk.services.secrecy import item_record, names_of
from regdesk.services.supervision import next_due
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.glance import late_words
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.labels import goal_name
from regdesk.viewmodels.rows import Cell, Tone
from regdesk.viewmodels.sheet_options import choice, tick
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line, status_cell

PLAN, FUNCTION = "plan", "function"

SORT: Final = choice("sort", mark("&Ordning"), {PLAN: mark("Som i planen"), FUNCTION: mark("Efter ansvarig funktion")})
CARRIERS: Final = tick("carriers", mark("Uppdrag och upps&ikt som hör till"))

_TO_DUTIES: Final = f"WHERE kind = '{LinkKind.DUTY}' ORDER BY position, id"

_REGLEMENTE: Final = "reglement"
"""What the word begins with in all its forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierLine:
    """Something that points at a duty: what it is, who answers for it and where it stands, `note` with the day."""

    item_id: str
    kind: str
    text: str
    responsible: str = ""
    state: Cell | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """A duty. A withheld one has its text alone."""

    item_id: str
    text: str
    responsible: str = ""
    carriers: tuple[CarrierLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyList:
    """The duties with where they come from, and the main roles that the reglemente gives the board."""

    told: str
    sources: tuple[Fact, ...]
    roles: tuple[str, ...]
    duties: tuple[DutyLine, ...]


def duty_list(request: SheetRequest) -> DutyList:
    """The duties as they stand in the register."""
    session, shows = request.session, request.disclosure
    reader = _Reader(request)
    lines = tuple(map(reader.line, session.all(Duty)))
    if request.answer(SORT) == FUNCTION:
        lines = tuple(sorted(lines, key=lambda line: (not line.responsible, sort_key(line.responsible))))
    return DutyList(
        told=_told(lines, sum(not line.responsible for line in lines if not shows.withholds(line.item_id))),
        sources=tuple(_sources(request)),
        roles=tuple(shows.text(role.id, one_line(role.text)) for role in session.all(BoardRole)),
        duties=lines,
    )


def _told(lines: tuple[DutyLine, ...], unanswered: int) -> str:
    """How many there are, and for how many nobody is said to answer."""
    if not lines:
        return _("Inga uppgifter enligt reglementet är upptagna.")
    told = ngettext("{count} uppgift enligt reglementet.", "{count} uppgifter enligt reglementet.", len(lines))
    missing = ngettext(
        "Ansvarig funktion saknas för {count} uppgift.", "Ansvarig funktion saknas för {count} uppgifter.", unanswered
    )
    counted = (told.format(count=len(lines)), missing.format(count=unanswered) if unanswered else "")
    return " ".join(filter(None, counted))


def _sources(request: SheetRequest) -> Iterator[Fact]:
    """The reglementen among the governing documents, and what footnotes of the plan say of one, to the letter."""
    shows = request.disclosure
    for document in shows.shown(request.session.all(GoverningDocument)):
        if _REGLEMENTE in document.title.casefold():
            number = one_line(document.doc_no)
            dok = _("dokumentnummer {number}").format(number=number) if number else ""
            text = ", ".join(filter(None, (one_line(document.title), dok)))
            yield Fact(label=_("Källa"), text=shows.text(document.id, text))
    for footnote in shows.shown(request.session.all(Footnote)):
        if _REGLEMENTE in footnote.text.casefold():
            yield Fact(label=_("Fotnot i planen"), text=one_line(footnote.text))


class _Reader:
    """Makes the lines. What points at a duty is found among the links that were read before."""

    def __init__(self, request: SheetRequest) -> None:
        self._session = request.session
        self._today = request.printed_on
        self._shows = request.disclosure
        wanted = self._session.repository.select(Link, _TO_DUTIES) if request.has(CARRIERS) else []
        self._links: dict[str, list[Link]] = {}
        for link in self._shows.shown(wanted):
            self._links.setdefault(link.target_id, []).append(link)

    def line(self, duty: Duty) -> DutyLine:
        text = self._shows.text(duty.id, one_line(duty.text))
        if self._shows.withholds(duty.id):
            return DutyLine(item_id=duty.id, text=text)
        sources = dict.fromkeys(link.source_id for link in self._links.get(duty.id, ()))
        found = [record for each in sources if (record := item_record(self._session, each)) and stands(record)]
        return DutyLine(
            item_id=duty.id,
            text=text,
            responsible=one_line(duty.responsible_function),
            carriers=tuple(map(self._carrier, found)),
        )

    def _carrier(self, record: Record) -> CarrierLine:
        state, note = self._standing(record)
        name = goal_name(record) if isinstance(record, Goal) else one_line(next(iter(names_of(record)), ""))
        return CarrierLine(
            item_id=record.id,
            kind=one_of(plural_of(type(record))),
            text=self._shows.text(record.id, name),
            responsible=_responsible(record),
            state=state,
            note=note,
        )

    def _standing(self, record: Record) -> tuple[Cell | None, str]:
        match record:
            case Activity() | Assignment():
                return status_cell(record.status), late_words(record, self._today)
            case SupervisionEvent():
                due = next_due(self._session, record, self._today)
                return _turn(due, self._today) if due else (None, "")
        return None, ""


def _responsible(record: Record) -> str:
    """The function that an uppdrag was given to, or that answers for anything else."""
    if isinstance(record, Assignment):
        return one_line(record.receiver_function)
    return one_line(str(getattr(record, "responsible_function", "")))


def _turn(due: date, today: date) -> tuple[Cell, str]:
    """When supervision is next due, marked once the day has passed without it."""
    day = format_iso_date(due)
    if due < today:
        return Cell(text=_("Försenad"), symbol="!", tone=Tone.BAD), _("sedan {day}").format(day=day)
    return Cell(text=_("Planerad"), symbol="○"), day
