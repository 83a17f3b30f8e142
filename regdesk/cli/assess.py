"""`regdesk assess`: a meeting's verdicts out of a CSV file, all of them or none."""

from __future__ import annotations

from pathlib import Path

from regdesk.cli.choices import PlainFile, meeting_of, opened_register, register_argument
from regdesk.cli.speech import Command, Option
from regdesk.cli.telling import put
from regdesk.i18n import _, ngettext


def command() -> Command:
    """The command in the present language."""
    return Command(
        "assess",
        assess,
        _("Läs in ett sammanträdes bedömningar ur en CSV-fil."),
        register_argument(),
        Option(
            ["--meeting"],
            required=True,
            metavar=_("ID"),
            help=_("Sammanträdet: dess id, början av det, eller dagen."),
        ),
        Option(["--from", "source"], required=True, metavar=_("FIL.csv"), type=PlainFile(), help=_("Bedömningarna.")),
    )


def assess(register: Path, meeting: str, source: Path) -> None:
    """Record the verdicts and say how many there were."""
    from regdesk.exchange.recording import record_verdicts
    from regdesk.exchange.verdicts_csv import read_verdicts

    with opened_register(register) as session:
        meeting_id = meeting_of(session, meeting).id
        number = len(record_verdicts(session, meeting_id, read_verdicts(source), source.name))
    told = ngettext("{count} bedömning är inläst ur {name}.", "{count} bedömningar är inlästa ur {name}.", number)
    put(told.format(count=number, name=source.name))
