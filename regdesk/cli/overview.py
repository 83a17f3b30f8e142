"""`regdesk overview`: several boards' registers side by side, each only read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from regdesk.cli.choices import RegisterFile
from regdesk.cli.faults import FAILED
from regdesk.cli.speech import Argument, Command, Option
from regdesk.cli.telling import put
from regdesk.domain.codes import Verdict
from regdesk.exchange.json_out import as_text
from regdesk.formats import format_iso_date
from regdesk.i18n import _
from regdesk.services.overview import BoardRead, BoardState, read_boards
from regdesk.viewmodels.board_overview import board_name, counted_words, plan_words
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.problems import sentence

_STEP = "    "


def command() -> Command:
    """The command in the present language."""
    return Command(
        "overview",
        overview,
        _("Läs flera nämnders register sida vid sida, utan att ändra dem."),
        Argument("registers", _("REGISTER …"), _("Registrens filer."), RegisterFile(), many=True),
        Option(["--json", "as_json"], is_flag=True, help=_("Som JSON, med ett objekt för varje fil.")),
    )


def overview(registers: tuple[Path, ...], as_json: bool) -> int:
    """Print what each register says; the exit code tells whether all could be read."""
    found = read_boards(registers, date.today())
    if as_json:
        put(as_text({"boards": [_object(each) for each in found]}))
    else:
        put("\n\n".join("\n".join(_lines(each)) for each in found))
    for each in found:
        if each.problem:
            click.echo(sentence(each.problem), err=True)
    return FAILED if any(each.problem for each in found) else 0


def _lines(read: BoardRead) -> Iterator[str]:
    if read.state is None:
        yield _("{file}: kunde inte läsas").format(file=read.path)
        return
    state = read.state
    yield board_name(state)
    yield from (_STEP + line for line in _facts(state) if line)


def _facts(state: BoardState) -> Iterator[str]:
    yield plan_words(state)
    for plural, counted in state.verdicts.items():
        if counted:
            total = sum(counted.values())
            yield f"{many_of(plural)}: {total} ({counted_words(counted)})"
    yield _("Försenade uppdrag: {count}").format(count=state.overdue)
    yield _("Röda risker: {count}").format(count=state.red_risks)
    if state.last_meeting:
        yield _("Senaste sammanträde: {day}").format(day=format_iso_date(state.last_meeting))
    yield _("Historik: steg {seq}, {hash}").format(seq=state.head.seq, hash=state.head.hash)
    yield _("Fil: {file}, sparad {day}").format(file=state.path, day=format_iso_date(state.saved_at))


def _object(read: BoardRead) -> dict[str, object]:
    if read.state is None:
        kind = read.problem.kind.value if read.problem else ""
        return {"file": str(read.path), "problem": kind, "message": sentence(read.problem) if read.problem else ""}
    state = read.state
    return {
        "file": str(state.path),
        "organisation": state.organisation,
        "board": state.board,
        "plan": state.plan,
        "period": list(state.period),
        "goals": state.goals,
        "verdicts": {
            plural: {(each.value if each else "not_assessed"): counted.get(each, 0) for each in (*Verdict, None)}
            for plural, counted in state.verdicts.items()
        },
        "overdue_assignments": state.overdue,
        "red_risks": state.red_risks,
        "last_meeting": state.last_meeting.isoformat() if state.last_meeting else None,
        "history": {"seq": state.head.seq, "hash": state.head.hash},
        "saved_at": state.saved_at.isoformat(),
        "schema_version": state.version,
    }
