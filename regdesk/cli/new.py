"""`regdesk new`: a register for a board and its plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from regdesk.cli.choices import Period, Years, register_argument
from regdesk.cli.speech import Command, Option
from regdesk.domain.models import MODELS, GoverningModel, own_model
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _
from regdesk.services.registers import NewRegister, create_register, user_name


def command() -> Command:
    """The command in the present language."""
    return Command(
        "new",
        new,
        _("Gör ett nytt register."),
        register_argument(),
        Option(["--organisation"], required=True, metavar=_("NAMN"), help=_("Regionen eller kommunen.")),
        Option(["--board"], required=True, metavar=_("NAMN"), help=_("Nämnden eller styrelsen.")),
        Option(["--period"], required=True, metavar=_("ÅR"), type=Period(), help=_("Planens år, som 2024-2026.")),
        Option(["--plan"], default="", metavar=_("TITEL"), help=_("Planens titel.")),
        Option(
            ["--model"],
            metavar=_("MODELL"),
            help=_("Styrmodellen: {models}; den första om inget sägs.").format(models=", ".join(MODELS)),
        ),
        Option(
            ["--level", "levels"],
            multiple=True,
            metavar=_("NIVÅ"),
            help=_("En egen nivå, uppifrån, i stället för --model; som Fokusområde/Fokusområden. Kan upprepas."),
        ),
    )


def new(
    register: Path,
    organisation: str,
    board: str,
    period: Years,
    plan: str,
    model: str | None = None,
    levels: Sequence[str] = (),
) -> None:
    """Make the register and say where it is."""
    wanted = NewRegister(
        organisation=organisation,
        board=board,
        period_start=period[0],
        period_end=period[1],
        model=_own_model(levels, model) if levels else _model(model or next(iter(MODELS))),
        plan_title=plan,
    )
    create_register(register, wanted, user_name())
    click.echo(_("{path} är klart att använda.").format(path=register))


def _own_model(levels: Sequence[str], model: str | None) -> GoverningModel:
    """Levels by their names, or by singular and plural with a stroke between."""
    if model:
        raise click.UsageError(_("ange antingen --model eller --level, inte båda"))
    names = [(name.strip(), plural.strip()) for name, _stroke, plural in (level.partition("/") for level in levels)]
    if not all(name for name, _plural in names):
        raise click.UsageError(_("en nivå behöver ett namn, skriv till exempel --level Fokusområde"))
    return own_model(names)


def _model(code: str) -> GoverningModel:
    if code not in MODELS:
        raise Problem(ProblemKind.MODEL_UNKNOWN, model=code, models=", ".join(MODELS))
    return MODELS[code]
