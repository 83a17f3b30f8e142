"""`regdesk calendar`: the dates of a year, to read or as an iCalendar file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from regdesk.cli.choices import PlainFile, opened_register, register_argument
from regdesk.cli.speech import Command, Option
from regdesk.cli.telling import put
from regdesk.exchange.ical_out import calendar_file
from regdesk.exchange.json_out import as_text
from regdesk.i18n import _, ngettext
from regdesk.services.annual_entries import Entry
from regdesk.services.session import Session
from regdesk.sheets.replace import write_whole
from regdesk.viewmodels.annual_list import Year, read_year
from regdesk.viewmodels.annual_words import leads_to, status_cell, why
from regdesk.viewmodels.calendar_file import schedule_of
from regdesk.viewmodels.edition import withheld


def command() -> Command:
    """The command in the present language."""
    return Command(
        "calendar",
        show,
        _("Visa årets datum, eller skriv dem som en kalenderfil."),
        register_argument(),
        Option(["--year"], metavar=_("ÅR"), type=click.IntRange(1900, 2200), help=_("Vilket år: i år om inget sägs.")),
        Option(["-o", "--output"], metavar=_("FIL"), type=PlainFile(), help=_("Kalenderns fil, som slutar på .ics.")),
        Option(["--json", "as_json"], is_flag=True, help=_("Som JSON.")),
        Option(["--public"], is_flag=True, help=_("Utan det som är sekretessmarkerat; en kalenderfil är alltid det.")),
    )


def show(register: Path, year: int | None, output: Path | None, as_json: bool, public: bool) -> None:
    """Print the dates, or write the file and say where it is. Raises Problem(FILE_NOT_WRITTEN)."""
    if output is not None and output.suffix.lower() != ".ics":
        raise click.UsageError(_("filen {name} slutar inte på .ics").format(name=output.name))
    today = dt.date.today()
    with opened_register(register) as session:
        if output is not None:
            _write(session, year or today.year, output, today)
        found = read_year(session, year or today.year)
    if as_json:
        objects = [_object(entry, found, today, public=public) for entry in found.entries]
        put(as_text({"year": found.year, "entries": objects}))
    elif output is None:
        lines = [_line(entry, found, today, public=public) for entry in found.entries]
        put("\n".join(lines) or _("Året har inga datum."))


def _write(session: Session, year: int, output: Path, today: dt.date) -> None:
    schedule = schedule_of(session, year)
    write_whole(calendar_file(session, schedule, today), output)
    count = len(schedule.appointments)
    told = ngettext("{path} är klar, med ett datum.", "{path} är klar, med {count} datum.", count)
    click.echo(told.format(path=output, count=count), err=True)


def _line(entry: Entry, year: Year, today: dt.date, *, public: bool) -> str:
    if public and entry.key in year.secret:
        return f"{entry.day.isoformat()}  {withheld()}"
    cell = status_cell(entry, today)
    return "  ".join(filter(None, (entry.day.isoformat(), year.titles[entry.key], cell.text)))


def _object(entry: Entry, year: Year, today: dt.date, *, public: bool) -> dict[str, object]:
    hidden = public and entry.key in year.secret
    kind, record_id = leads_to(entry)
    return {
        "key": entry.key,
        "day": entry.day.isoformat(),
        "last": entry.last.isoformat(),
        "lane": entry.lane.value,
        "kind": entry.kind.value,
        "title": None if hidden else year.titles[entry.key],
        "why": [] if hidden else list(why(entry)),
        "rule_id": entry.rule.id if entry.rule else None,
        "source_kind": kind,
        "source_id": record_id,
        "moved_from": entry.moved_from.isoformat() if entry.moved_from else None,
        "edited": entry.is_edited,
        "provisional": entry.provisional,
        "done": entry.done,
        "overdue": entry.is_overdue(today),
    }
