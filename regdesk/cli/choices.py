"""What commands are told: files, dates, periods and meetings, as people write them."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import AbstractContextManager
from pathlib import Path

import click

from regdesk.cli.speech import Argument
from regdesk.domain.model import Meeting
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.formats import parse_date, parse_time, parse_year_span
from regdesk.i18n import _
from regdesk.paths import state_folder
from regdesk.services.registers import opened
from regdesk.services.session import Session
from regdesk.store.files import SUFFIX

Years = tuple[int, int]


class RegisterFile(click.ParamType[Path]):
    """A register's file; its ending may be left out."""

    name = "register"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002
        path = Path(str(value))
        return path if path.suffix or not path.name or os.path.lexists(path) else path.with_suffix(SUFFIX)


class PlainFile(click.ParamType[Path]):
    """Any other file, there or not: whoever reads or writes it says what is wrong with it."""

    name = "file"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ARG002
        return Path(str(value))


class Day(click.ParamType[dt.date]):
    """A date in any of the ways that people write it."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        day = value if isinstance(value, dt.date) else parse_date(str(value))
        if day is None:
            self.fail(
                _("datumet {text} går inte att läsa, skriv till exempel 2024-05-14").format(text=value), param, ctx
            )
        return day


class Clock(click.ParamType[str]):
    """A time of day, as meetings keep it: 09.30."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        time = parse_time(str(value))
        if time is None:
            self.fail(_("klockslaget {text} går inte att läsa, skriv till exempel 9.30").format(text=value), param, ctx)
        return f"{time:%H.%M}"


class Period(click.ParamType[Years]):
    """The first and the last year of a plan. Raises Problem(PERIOD_UNREADABLE)."""

    name = "period"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Years:  # noqa: ARG002
        years = parse_year_span(str(value))
        if years is None:
            raise Problem(ProblemKind.PERIOD_UNREADABLE, text=str(value))
        return years


def register_argument(*, required: bool = True) -> Argument:
    """The register that a command works on."""
    return Argument("register", _("REGISTER"), _("Registrets fil."), RegisterFile(), required=required)


def opened_register(path: Path) -> AbstractContextManager[Session]:
    """The register, open; an older one is first backed up into the user's own folder, then brought up to date."""
    return opened(path, backups=_backup_folder())


def _backup_folder() -> Path | None:
    """None where the user has no folder to write in: backups then lie beside the register."""
    try:
        return state_folder() / "backups"
    except OSError:
        return None


def meeting_of(session: Session, text: str) -> Meeting:
    """The meeting that a text means: its id, the beginning of its id, or its date.

    Raises Problem(MEETING_UNKNOWN), Problem(MEETING_AMBIGUOUS).
    """
    meetings, day = session.all(Meeting, "date, id"), parse_date(text)
    found = [meeting for meeting in meetings if text and meeting.id.startswith(text.lower())]
    found = found or [meeting for meeting in meetings if meeting.date == day]
    if len(found) > 1:
        raise Problem(ProblemKind.MEETING_AMBIGUOUS, meeting=text)
    if not found:
        raise Problem(ProblemKind.MEETING_UNKNOWN, meeting=text)
    return found[0]
