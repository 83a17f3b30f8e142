"""`regdesk prints`: the sheets that were printed for a meeting, to list or to write again byte for byte."""

from __future__ import annotations

from pathlib import Path

import click

from regdesk.cli.choices import PlainFile, meeting_of, opened_register, register_argument
from regdesk.cli.speech import Command, Option
from regdesk.cli.telling import put
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _
from regdesk.services.prints import print_bytes, prints_of
from regdesk.services.session import Session
from regdesk.sheets.replace import write_whole
from regdesk.viewmodels.printed import print_rows, secrecy_warning


def command() -> Command:
    """The command in the present language."""
    return Command(
        "prints",
        show,
        _("Räkna upp utskrifterna till ett sammanträde, eller hämta en."),
        register_argument(),
        Option(
            ["--meeting"],
            required=True,
            metavar=_("ID"),
            help=_("Vilket sammanträde: dess id, början av det, eller dagen."),
        ),
        Option(["--get"], metavar=_("ID"), help=_("Vilken fil som ska hämtas: dess id, eller början av det.")),
        Option(["-o", "--output"], metavar=_("FIL"), type=PlainFile(), help=_("Var den hämtade filen ska ligga.")),
    )


def show(register: Path, meeting: str, get: str | None, output: Path | None) -> None:
    """List what was printed, or write one of the files. Raises Problem(PRINT_UNKNOWN), Problem(FILE_NOT_WRITTEN)."""
    if (get is None) != (output is None):
        raise click.UsageError(_("--get och -o hör ihop: vilken fil, och var den ska ligga"))
    with opened_register(register) as session:
        meeting_id = meeting_of(session, meeting).id
        if get is None or output is None:
            put("\n".join(_lines(session, meeting_id)) or _("Inget har skrivits ut till sammanträdet."))
            return
        found = [each for each in prints_of(session, meeting_id) if get and each.id.startswith(get.lower())]
        if len(found) != 1:
            raise Problem(ProblemKind.RECORD_AMBIGUOUS if found else ProblemKind.PRINT_UNKNOWN, text=get)
        write_whole(print_bytes(session, found[0]), output)
        put(_("{path} är klar: samma fil som skrevs ut förut.").format(path=output))
        if warning := secrecy_warning(session, found[0].id):
            click.echo(warning, err=True)


def _lines(session: Session, meeting_id: str) -> list[str]:
    rows = print_rows(session, meeting_id)
    return ["  ".join((row.id, *(cell.text for cell in row.cells))) for row in rows.page(None, rows.count())]
