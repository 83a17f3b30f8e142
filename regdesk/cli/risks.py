"""`regdesk risks`: the risk map in words, and each risk with what it is worth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from regdesk.cli.choices import opened_register, register_argument
from regdesk.cli.speech import Command, Option
from regdesk.cli.telling import put
from regdesk.domain.codes import RiskStage
from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.viewmodels.heat_map import as_text, heat_map
from regdesk.viewmodels.risk_list import risk_list
from regdesk.viewmodels.words import word


class Stage(click.ParamType[RiskStage]):
    """A stage by its code or its word."""

    name = "stage"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> RiskStage:
        words = {word(stage).casefold(): stage for stage in RiskStage}
        codes = {stage.value: stage for stage in RiskStage}
        found = (codes | words).get(str(value).casefold())
        if found is None:
            told = _("skedet {text} finns inte, välj {stages}").format(text=value, stages=", ".join(codes))
            self.fail(told, param, ctx)
        return found


def command() -> Command:
    """The command in the present language."""
    return Command(
        "risks",
        show,
        _("Visa riskkartan i ord och vad varje risk är värd."),
        register_argument(),
        Option(
            ["--stage"],
            default=RiskStage.CURRENT,
            metavar=_("SKEDE"),
            type=Stage(),
            help=_("Vilket skede kartan visar: initial, current eller residual; current om inget sägs."),
        ),
    )


def show(register: Path, stage: RiskStage) -> None:
    """Print the map, then the risks in the plan's order."""
    with opened_register(register) as session:
        put("\n".join([as_text(heat_map(session, stage), stage), "", *_lines(session)]))


def _lines(session: Session) -> Iterator[str]:
    """`● 12 Hög: Brist på personal`, as the list has them; what is not valued says so."""
    listed, after = risk_list(session), None
    while page := listed.page(after, 200):
        after = page[-1]
        for row in page:
            title, _category, value, _status = row.cells
            yield f"{value.symbol or '–'} {value.text or value.spoken}: {title.text}"
