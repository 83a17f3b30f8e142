"""`regdesk example`: a register that shows what the program can hold, with nothing real in it."""

from __future__ import annotations

from pathlib import Path

import click

from regdesk.cli.choices import RegisterFile
from regdesk.cli.speech import Argument, Command, Option
from regdesk.cli.telling import put
from regdesk.exchange.examples.build import build_example
from regdesk.i18n import _
from regdesk.services.registers import user_name
from regdesk.viewmodels.examples import example_choices, example_file, example_name


def command() -> Command:
    """The command in the present language."""
    return Command(
        "example",
        example,
        _("Gör ett exempelregister, eller visa vilka som finns."),
        Argument("name", _("NAMN"), _("Exemplets namn; utan namn visas alla."), click.STRING, required=False),
        Option(
            ["-o", "--output"],
            type=RegisterFile(),
            metavar=_("FIL"),
            help=_("Var registret ska ligga och vad det heter."),
        ),
    )


def example(name: str | None, output: Path | None) -> None:
    """Build the register and say where it is, or list the examples."""
    if name is None:
        _list()
        return
    source = example_file(name)
    target = output or Path(example_name(name))
    build_example(source, target, user_name())
    put(_("{path} är klart att använda. Allt i det är exempeldata.").format(path=target))


def _list() -> None:
    for choice in example_choices():
        put(f"{choice.code:<16} {choice.title}")
        put(f"{'':<16} {choice.explanation}")
