"""What every sheet says of itself: who speaks, of which plan and period, on which day, from which register."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from regdesk.domain.look import HeadFact, Look, tint
from regdesk.domain.model import AgendaItem, AgendaSubject, Meeting, Register, ReportingPeriod
from regdesk.formats import format_year_span
from regdesk.i18n import _, current_language
from regdesk.services.look import logo_of, look_of
from regdesk.services.registers import board_of, register_of
from regdesk.viewmodels.edition import Disclosure, Edition
from regdesk.viewmodels.labels import period_label
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.titles import register_title
from regdesk.viewmodels.words import one_line

_LANGUAGE_TAGS: Final = {"sv": "sv-SE", "en": "en-GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetHead:
    """What identifies the paper, as far as the look wants it there, and how it looks.

    `language` is a BCP 47 tag; `seal` ties the paper to the state of the register; `note` stands at every foot;
    `typeface` is a code, colours are #RRGGBB, and `logo` are a picture's bytes.
    """

    organisation: str
    board: str
    edition: Edition
    plan: str
    dnr: str
    period: str
    date: dt.date
    printed_on: dt.date
    seal: str
    language: str
    note: str
    typeface: str
    accent: str
    accent_tint: str
    logo: bytes
    logo_alt: str


def sheet_head(request: SheetRequest) -> SheetHead:
    """The head of the sheet that is asked for. Raises Problem(ROW_MISSING) for an unknown meeting or period."""
    look = look_of(request.session)
    return tried_head(request, look, logo_of(request.session, look))


def tried_head(request: SheetRequest, look: Look, logo: bytes) -> SheetHead:
    """The same in a look that is not the register's yet; `look` has a colour that is one."""
    session, register = request.session, register_of(request.session)
    meeting = session.get(Meeting, request.meeting_id) if request.meeting_id else None
    seal = _("Register {seq}-{hash}").format(seq=session.head.seq, hash=session.head.hash[:8])
    return SheetHead(
        organisation=one_line(register.organisation),
        board=one_line(board_of(session).name) if HeadFact.BOARD in look.head else "",
        edition=request.edition,
        plan=one_line(register.plan_title) or register_title(session),
        dnr=_diary_number(request, register, meeting) if HeadFact.DNR in look.head else "",
        period=_period(request, register, meeting) if HeadFact.PERIOD in look.head else "",
        date=meeting.date if meeting else request.printed_on,
        printed_on=request.printed_on,
        seal=seal if look.has_seal else "",
        language=_LANGUAGE_TAGS[current_language()],
        note=one_line(look.foot),
        typeface=look.typeface,
        accent=look.accent,
        accent_tint=tint(look.accent),
        logo=logo,
        logo_alt=look.logo_alt,
    )


def _diary_number(request: SheetRequest, register: Register, meeting: Meeting | None) -> str:
    return _dnr(request, meeting) or one_line(register.dnr) or _("saknas")


def _period(request: SheetRequest, register: Register, meeting: Meeting | None) -> str:
    """The period that is followed up, the year that was asked for, or the years of the plan."""
    period = request.period_id or (meeting.period_id if meeting else None)
    if period:
        return period_label(request.session.get(ReportingPeriod, period))
    return str(request.asked_year) if request.asked_year is not None else _years(register)


def _dnr(request: SheetRequest, meeting: Meeting | None) -> str:
    """The diary number of what the meeting takes up the goals under; several where the goals are spread."""
    if meeting is None:
        return ""
    session = request.session
    items = Disclosure.of(session, request.edition).shown(session.all(AgendaItem, meeting_id=meeting.id))
    numbers = (one_line(item.dnr) for item in items if session.all(AgendaSubject, agenda_item_id=item.id))
    return ", ".join(dict.fromkeys(filter(None, numbers)))


def _years(register: Register) -> str:
    if register.period_start is None or register.period_end is None:
        return ""
    return format_year_span(register.period_start, register.period_end)
