"""`regdesk import`: a plan as a Word file becomes part of a register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regdesk.cli.choices import PlainFile, opened_register, register_argument
from regdesk.cli.speech import Argument, Command, Option
from regdesk.cli.telling import counts, put
from regdesk.exchange.json_out import Json, as_text
from regdesk.i18n import _, ngettext
from regdesk.services.importing import imported_before
from regdesk.viewmodels.words import one_line

if TYPE_CHECKING:
    from regdesk.exchange.proposal import Proposal

_SHOWN_OF_A_TEXT = 90
_NO_RECORDS = frozenset({"unplaced", "warnings"})
_DETAILS = frozenset({"value_columns", "value_parts", "agenda_goals", "levels"})


def command() -> Command:
    """The command in the present language."""
    return Command(
        "import",
        import_plan,
        _("Läs in en plan ur en Word-fil."),
        register_argument(),
        Argument("plan", _("PLAN.docx"), _("Planen."), PlainFile()),
        Option(["--dry-run"], is_flag=True, help=_("Visa bara vad som skulle läsas in.")),
        Option(["--json", "as_json"], is_flag=True, help=_("Visa allt som läses in som JSON.")),
        Option(["--again"], is_flag=True, help=_("Läs in en fil som redan är inläst en gång till.")),
    )


def import_plan(register: Path, plan: Path, dry_run: bool, as_json: bool, again: bool) -> None:
    """Read the plan, write it unless it is a dry run, and say what became of it."""
    from regdesk.exchange.proposal import to_lists

    with opened_register(register) as session:
        proposal = read_plan(plan)
        if not dry_run:
            if not again and imported_before(session, proposal.sha256):
                raise click.UsageError(
                    _("planen {name} är redan inläst, --again läser in den igen").format(name=plan.name)
                )
            from regdesk.exchange.writing import write_proposal

            write_proposal(session, proposal)
    lists = to_lists(proposal)
    put(as_text(lists) if as_json else "\n".join(summary(plan.name, lists, written=not dry_run)))


def read_plan(plan: Path) -> Proposal:
    """What the plan is proposed to become. Raises the problems of reading Word files."""
    from regdesk.exchange.word.reader import read_document
    from regdesk.exchange.word.recognise import recognise

    return recognise(read_document(plan))


def summary(name: str, lists: Mapping[str, Sequence[Json]], *, written: bool) -> Iterator[str]:
    """How many of each kind, and every text that found no place."""
    yield (_("Ur {name} lästes in:") if written else _("Ur {name} skulle läsas in:")).format(name=name)
    kinds = {plural: len(entries) for plural, entries in lists.items() if plural not in _NO_RECORDS | _DETAILS}
    yield from counts(kinds)
    unplaced, warnings = lists["unplaced"], lists["warnings"]
    if unplaced:
        told = ngettext("{count} text fick ingen plats:", "{count} texter fick ingen plats:", len(unplaced))
        yield told.format(count=len(unplaced))
        yield from (f"  – {_shortened(entry)}" for entry in unplaced)
    if warnings:
        told = ngettext(
            "{count} sak att se över, --json visar vilken.",
            "{count} saker att se över, --json visar vilka.",
            len(warnings),
        )
        yield told.format(count=len(warnings))


def _shortened(entry: Json) -> str:
    text = one_line(str(entry["text"])) if isinstance(entry, dict) else ""
    return text if len(text) <= _SHOWN_OF_A_TEXT else f"{text[: _SHOWN_OF_A_TEXT - 1].rstrip()}…"
