"""`regdesk meeting` adds a meeting, `regdesk meetings` lists those there are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from regdesk.cli.choices import Clock, Day, opened_register, register_argument
from regdesk.cli.speech import Command, Option
from regdesk.cli.telling import put
from regdesk.domain.model import Meeting, ReportingPeriod
from regdesk.exchange.json_out import as_text, lists_of
from regdesk.i18n import _
from regdesk.services.meetings import new_meeting
from regdesk.services.periods import period_of
from regdesk.services.tasks import Progress, progress_of_meetings
from regdesk.viewmodels.labels import meeting_days, meeting_hours, progress_label
from regdesk.viewmodels.new_meeting import plan_meeting
from regdesk.viewmodels.words import one_line


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
    planned = new_meeting(held_on, title=title, place=place, starts_at=starts_at or "")
    with opened_register(register) as session:
        meeting = plan_meeting(session, planned, period, everything=everything)
    put(meeting.id)


def _period(first: dt.date | None, last: dt.date | None, label: str) -> ReportingPeriod | None:
    if first is None and last is None:
        return None
    if first is None or last is None or last < first:
        raise click.UsageError(_("en period behöver både --period-from och --period-to, i den ordningen"))
    return period_of(first, last, label)


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
