"""`regdesk roll`: the plan taken on to its next period, or what that would come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from regdesk.cli.choices import Period, Years, opened_register, register_argument
from regdesk.cli.speech import Command, Option
from regdesk.cli.telling import put
from regdesk.i18n import _
from regdesk.services.rolling import check_roll, finished, next_target_years, roll_plan
from regdesk.viewmodels.plan_versions import usual_title
from regdesk.viewmodels.rolling import roll_of, told_before
from regdesk.viewmodels.typed import record_of


def command() -> Command:
    """The command in the present language."""
    year = _("ÅR")
    return Command(
        "roll",
        roll,
        _("Rulla planen till nästa period."),
        register_argument(),
        Option(["--period"], required=True, metavar=year, type=Period(), help=_("De nya åren, som 2027-2029.")),
        Option(
            ["--target", "targets"],
            multiple=True,
            metavar=year,
            type=click.INT,
            help=_("Ett år som får målnivåer; annars samma år i perioden som nu."),
        ),
        Option(
            ["--close", "closing"],
            multiple=True,
            metavar=_("ID"),
            help=_("Ett mål, en indikator, ett uppdrag eller en delaktivitet som inte följer med."),
        ),
        Option(["--title"], default="", metavar=_("NAMN"), help=_("Vad versionen av den gamla perioden kallas.")),
        Option(["--dry-run"], is_flag=True, help=_("Visa bara vad som skulle hända.")),
    )


def roll(
    register: Path, period: Years, targets: Sequence[int], closing: Sequence[str], title: str, dry_run: bool
) -> None:
    """Roll as one step, and say what was done."""
    with opened_register(register) as session:
        closed = finished(session) | {record_of(session, text).id for text in closing}
        years = targets or next_target_years(session, period[0])
        wanted = roll_of(period, years, closed, title or usual_title(session))
        check_roll(session, wanted)
        put("\n".join(told_before(session, wanted)))
        if dry_run:
            put(_("Inget är ändrat än."))
        else:
            roll_plan(session, wanted, date.today())
