"""`regdesk import`: a plan as a Word file becomes part of a register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from regdesk.cli.choices import PlainFile, opened_register, register_argument
from regdesk.cli.speech import Argument, Command, Option
from regdesk.cli.telling import counts, put
from regdesk.exchange.json_out import Json, as_text
from regdesk.i18n import _
from regdesk.services.importing import imported_before
from regdesk.viewmodels.proposal import reason_text, warning_text
from regdesk.viewmodels.words import one_line

_SHOWN_OF_A_TEXT = 90
_NOT_COUNTED = frozenset({"unplaced", "warnings", "value_columns", "value_parts", "agenda_goals", "levels"})


def command() -> Command:
    """The command in the present language."""
    return Command(
        "import",
        import_plan,
        _("Läs in en plan ur en Word-fil, eller listor ur en Excel-fil."),
        register_argument(),
        Argument("plan", _("PLAN.docx"), _("Planen."), PlainFile()),
        Option(["--dry-run"], is_flag=True, help=_("Visa bara vad som skulle läsas in.")),
        Option(["--json", "as_json"], is_flag=True, help=_("Visa allt som läses in som JSON.")),
        Option(["--again"], is_flag=True, help=_("Läs in en fil som redan är inläst en gång till.")),
    )


def import_plan(register: Path, plan: Path, dry_run: bool, as_json: bool, again: bool) -> None:
    """Read the plan, write it unless it is a dry run, and say what became of it."""
    from regdesk.exchange.proposal import to_lists
    from regdesk.exchange.propose import propose

    with opened_register(register) as session:
        proposal = propose(plan)
        if not dry_run:
            if not again and imported_before(session, proposal.sha256):
                raise click.UsageError(
                    _("planen {name} är redan inläst, --again läser in den igen").format(name=plan.name)
                )
            from regdesk.exchange.writing import write_proposal

            write_proposal(session, proposal)
    lists = to_lists(proposal)
    put(as_text(lists) if as_json else "\n".join(summary(plan.name, lists, written=not dry_run)))


def summary(name: str, lists: Mapping[str, Sequence[Json]], *, written: bool) -> Iterator[str]:
    """How many of each kind, what to look at, and every text that found no place."""
    yield (_("Ur {name} lästes in:") if written else _("Ur {name} skulle läsas in:")).format(name=name)
    yield from counts({plural: len(found) for plural, found in lists.items() if plural not in _NOT_COUNTED})
    warnings = Counter(_warning(entry) for entry in _objects(lists["warnings"]))
    if warnings:
        yield _("Att se över:")
        yield from (f"  – {text}" if count == 1 else f"  – {text} (×{count})" for text, count in warnings.items())
    unplaced = [_unplaced(entry) for entry in _objects(lists["unplaced"])]
    if unplaced:
        yield _("Fick ingen plats:")
        yield from (f"  – {text}" for text in unplaced)


def _objects(entries: Sequence[Json]) -> Iterator[dict[str, Json]]:
    return (entry for entry in entries if isinstance(entry, dict))


def _warning(entry: dict[str, Json]) -> str:
    return warning_text(str(entry["code"]), entry)


def _unplaced(entry: dict[str, Json]) -> str:
    text = one_line(str(entry["text"]))
    shown = text if len(text) <= _SHOWN_OF_A_TEXT else f"{text[: _SHOWN_OF_A_TEXT - 1].rstrip()}…"
    return f"{reason_text(str(entry['reason']))}: {shown}"
