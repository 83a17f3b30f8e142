"""`regdesk meeting` adds a meeting, `regdesk meetings` lists those there are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from regdesk.cli.choices import Clock, Day, opened_register, register_argument
from regdesk.cli.speech import Command, Option
from regdesk.cli.telling import put
from regdesk.domain.codes import PeriodKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import Meeting, ReportingPeriod
from regdesk.exchange.json_out import as_text, lists_of
from regdesk.i18n import _
from regdesk.services import meetings as service
from regdesk.services.actions import Action
from regdesk.services.session import Session
from regdesk.services.tasks import Progress, progress_of_meetings
from regdesk.viewmodels.labels import meeting_days, meeting_hours, progress_label
from regdesk.viewmodels.words import one_line

_KIND_BY_MONTHS = {
    1: PeriodKind.MONTH,
    3: PeriodKind.QUARTER,
    4: PeriodKind.FOUR_MONTHS,
    12: PeriodKind.YEAR,
}


def meeting_command() -> Command:
    """`meeting` in the present language."""
    day = _("DATUM")
    return Command(
        "meeting",
        add,
        _("Lägg till ett sammanträde och skriv ut dess id."),
        register_argument(),
        Option(["--date", "held_on"], required=True, metavar=day, type=Day(), help=_("Dagen.")),
        Option(["--time", "starts_at"], metavar=_("TID"), type=Clock(), help=_("När det börjar, som 9.30.")),
        Option(["--place"], default="", metavar=_("PLATS"), help=_("Var det hålls.")),
        Option(["--title"], default="", metavar=_("TITEL"), help=_("Vad det kallas.")),
        Option(["--period-from", "first"], metavar=day, type=Day(), help=_("Första dagen i det som följs upp.")),
        Option(["--period-to", "last"], metavar=day, type=Day(), help=_("Sista dagen i det som följs upp.")),
        Option(["--period-label", "label"], default="", metavar=_("NAMN"), help=_("Vad perioden kallas.")),
        Option(["--all", "everything"], is_flag=True, help=_("Ta upp allt i planen som ska bedömas, i ett ärende.")),
    )


def list_command() -> Command:
    """`meetings` in the present language."""
    return Command(
        "meetings",
        show_all,
        _("Räkna upp sammanträdena."),
        register_argument(),
        Option(["--json", "as_json"], is_flag=True, help=_("Som JSON.")),
    )


def add(
    register: Path,
    held_on: dt.date,
    starts_at: str | None,
    place: str,
    title: str,
    first: dt.date | None,
    last: dt.date | None,
    label: str,
    everything: bool,
) -> None:
    """Add the meeting with its period and agenda, in one step."""
    period = _period(first, last, label)
    planned = service.new_meeting(held_on, title=title, place=place, starts_at=starts_at or "")
    with opened_register(register) as session:
        meeting = add_meeting(session, planned, period, everything=everything)
    put(meeting.id)


def add_meeting(session: Session, planned: Meeting, period: ReportingPeriod | None, *, everything: bool) -> Meeting:
    """A meeting that follows up a period; with `everything` one item takes up all that is to be assessed."""
    with session.change(Action.ADD_MEETING, planned.title or planned.date.isoformat()):
        kept = _kept(session, period) if period else None
        meeting = service.add_meeting(session, replace(planned, period_id=kept.id if kept else None))
        if everything:
            subjects = service.everything_to_assess(session)
            service.add_agenda_item(session, meeting.id, _("Uppföljning av planen"), subjects=subjects)
    return meeting


def _period(first: dt.date | None, last: dt.date | None, label: str) -> ReportingPeriod | None:
    if first is None and last is None:
        return None
    if first is None or last is None or last < first:
        raise click.UsageError(_("en period behöver både --period-from och --period-to, i den ordningen"))
    return period_of(first, last, label)


def period_of(first: dt.date, last: dt.date, label: str = "") -> ReportingPeriod:
    """A period that is not yet in any register, both days included."""
    return ReportingPeriod(id=new_id(), kind=period_kind(first, last), label=label, starts_on=first, ends_on=last)


def period_kind(first: dt.date, last: dt.date) -> PeriodKind:
    """The kind of a period by its whole months; everything else is an interim one."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    whole = first.day == 1 and (last + dt.timedelta(days=1)).day == 1
    return _KIND_BY_MONTHS.get(months, PeriodKind.INTERIM) if whole else PeriodKind.INTERIM


def _kept(session: Session, period: ReportingPeriod) -> ReportingPeriod:
    """The register's own period of those days, so that several meetings can follow up the same one."""
    days = {"starts_on": period.starts_on.isoformat(), "ends_on": period.ends_on.isoformat()}
    same = session.all(ReportingPeriod, "id", **days)
    return same[0] if same else service.add_period(session, period)


def show_all(register: Path, as_json: bool) -> None:
    """Print the meetings by date."""
    with opened_register(register) as session:
        meetings = session.all(Meeting, "date, starts_at, id")
        progress = progress_of_meetings(session, [meeting.id for meeting in meetings])
    if as_json:
        put(as_text({"meetings": lists_of(meetings)["meetings"]}))
    elif meetings:
        put("\n".join(_line(meeting, progress.get(meeting.id)) for meeting in meetings))
    else:
        put(_("Registret har inga sammanträden."))


def _line(meeting: Meeting, progress: Progress | None) -> str:
    days = f"{meeting_days(meeting)} {meeting_hours(meeting.starts_at, meeting.ends_at)}".strip()
    assessed = (
        _("{progress} bedömda").format(progress=progress_label(progress.done, progress.total)) if progress else ""
    )
    return "  ".join(filter(None, (meeting.id, days, one_line(meeting.title), one_line(meeting.place), assessed)))
