"""`regdesk versions`, `version` and `diff`: the plan as it was at decisions, and what has changed since."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from regdesk.cli.choices import Day, opened_register, register_argument
from regdesk.cli.speech import Argument, Command, Option
from regdesk.cli.telling import put
from regdesk.exchange.json_out import as_text, objects_of
from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.services.versions import (
    Change,
    Difference,
    Snapshot,
    differences,
    snapshot_of,
    take_version,
    version_numbered,
    version_snapshot,
    versions_of,
)
from regdesk.viewmodels.plan_versions import decision_of, told_of
from regdesk.viewmodels.words import one_line


def list_command() -> Command:
    """`versions` in the present language."""
    return Command(
        "versions",
        show_all,
        _("Räkna upp planens versioner."),
        register_argument(),
        Option(["--json", "as_json"], is_flag=True, help=_("Som JSON.")),
    )


def take_command() -> Command:
    """`version` in the present language."""
    return Command(
        "version",
        take,
        _("Fastställ planen som den är nu som en version."),
        register_argument(),
        Option(["--title"], required=True, metavar=_("NAMN"), help=_("Vad versionen kallas.")),
        Option(["--date", "decided_on"], metavar=_("DATUM"), type=Day(), help=_("Dagen då planen beslutades.")),
        Option(["--section"], default="", metavar=_("PARAGRAF"), help=_("Beslutets paragraf.")),
        Option(["--dnr"], default="", metavar=_("DNR"), help=_("Diarienumret.")),
    )


def diff_command() -> Command:
    """`diff` in the present language."""
    earlier = Argument("before", _("VERSION"), _("Numret på den version som jämförs."), click.STRING)
    later = Argument(
        "after", _("VERSION"), _("Den som den jämförs med; annars planen nu."), click.STRING, required=False
    )
    return Command(
        "diff",
        diff,
        _("Visa vad som skiljer två versioner av planen."),
        register_argument(),
        earlier,
        later,
        Option(["--json", "as_json"], is_flag=True, help=_("Som JSON.")),
    )


def show_all(register: Path, as_json: bool) -> None:
    """Print the versions, the newest first."""
    with opened_register(register) as session:
        versions = versions_of(session)
        if as_json:
            put(as_text({"plan_versions": objects_of(session, "plan_versions", {each.id for each in versions})}))
        elif versions:
            lines = (f"{each.number:>3}  {one_line(each.title)}  {decision_of(each)}".rstrip() for each in versions)
            put("\n".join(lines))
        else:
            put(_("Planen har inga versioner än."))


def take(register: Path, title: str, decided_on: dt.date | None, section: str, dnr: str) -> None:
    """Take a version as one step."""
    section_no = section.strip().removeprefix("§").strip()
    with opened_register(register) as session:
        put(str(take_version(session, title, decided_on=decided_on, section_no=section_no, dnr=dnr).number))


def diff(register: Path, before: str, after: str | None, as_json: bool) -> None:
    """Print what differs, a line for each thing."""
    with opened_register(register) as session:
        old = _snapshot(session, before)
        new = _snapshot(session, after) if after else snapshot_of(session)
    found = differences(old, new)
    if as_json:
        put(as_text({"differences": [_object(each) for each in found]}))
    elif found:
        put("\n".join(_line(each, old, new) for each in found))
    else:
        put(_("Inget skiljer."))


def _snapshot(session: Session, number: str) -> Snapshot:
    return version_snapshot(session, version_numbered(session, number))


def _object(difference: Difference) -> dict[str, object]:
    return {
        "change": difference.change.value,
        "kind": difference.plural,
        "id": difference.id,
        "title": difference.title,
        "field": difference.field,
        "before": difference.before,
        "after": difference.after,
    }


def _line(difference: Difference, old: Snapshot, new: Snapshot) -> str:
    change, what, field, before, after = told_of(difference, old, new)
    line = f"{change.symbol} {what.text}"
    return f"{line}, {field.text}: {before.text} → {after.text}" if difference.change is Change.CHANGED else line
