"""`regdesk demo`: the program's main job on an example plan, from Word file to printed sheet and window."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import sys
from pathlib import Path

from regdesk.cli import assess, check, import_plan, new, sheet, window
from regdesk.cli.choices import PlainFile, opened_register
from regdesk.cli.demo.document import write_document
from regdesk.cli.demo.verdicts import write_verdicts
from regdesk.cli.speech import Argument, Command, Option
from regdesk.cli.telling import put
from regdesk.domain.models import MODELS
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _
from regdesk.paths import data_folder
from regdesk.services.meetings import new_meeting
from regdesk.services.periods import period_of
from regdesk.viewmodels.new_meeting import plan_meeting

_FOLDER = Path("regdesk-demo")
_MEETING = dt.date(2026, 2, 17)
_PERIOD = (dt.date(2025, 1, 1), dt.date(2025, 12, 31))


def command() -> Command:
    """The command in the present language."""
    return Command(
        "demo",
        demo,
        _("Visa programmet med en exempelplan.\n\nPlanen läses in, bedöms och skrivs ut, och fönstret öppnas."),
        Argument("folder", _("MAPP"), _("En ny mapp att lägga allt i."), PlainFile(), required=False),
        Option(["--no-window"], is_flag=True, help=_("Öppna inte fönstret.")),
    )


def demo(folder: Path | None, no_window: bool) -> int:
    """Do it all in a new folder and say where everything is; gives the window's exit code where one was opened."""
    try:
        place = _new_folder(folder or _FOLDER)
        register = _prepare(place)
    except OSError as error:
        raise Problem(ProblemKind.FILE_NOT_WRITTEN, path=folder or _FOLDER, detail=str(error)) from error
    if no_window or not window.has_screen(sys.platform, os.environ):
        put(_("Så öppnas fönstret: regdesk open {path}").format(path=register))
        return 0
    put(_("Fönstret öppnas."))
    return window.open_window(register)


def _prepare(place: Path) -> Path:
    """The register in `place`, with its plan, a meeting, the meeting's verdicts and the sheet."""
    plan, register = place / "verksamhetsplan.docx", place / "regionstyrelsen.regdesk"
    verdicts = place / "bedömningar.csv"
    put(_("Allt i den här mappen är exempeldata: {path}").format(path=place))
    write_example_plan(plan)
    title, model = _("Verksamhetsplan (exempeldata)"), next(iter(MODELS))
    new.new(register, "Region Exempel", "Regionstyrelsen", (2025, 2027), title, model)
    import_plan.import_plan(register, plan, dry_run=False, as_json=False, again=False)
    meeting_id = _hold_meeting(register, verdicts)
    assess.assess(register, meeting_id, verdicts)
    for name in ("uppföljning.pdf", "uppföljning.txt"):
        sheet.write(register, "follow-up", place / name, meeting=meeting_id, printed_on=_MEETING)
    check.check(register)
    return register


def write_example_plan(path: Path) -> None:
    """The example plan as a Word file. Raises OSError."""
    text = (data_folder("resources") / "demo" / "plan.md").read_text(encoding="utf-8")
    write_document(text, path, "Regdesk")


def _hold_meeting(register: Path, verdicts: Path) -> str:
    """Add a meeting that assesses the whole plan, and write down what it decides; gives the meeting's id."""
    planned = new_meeting(_MEETING, title=_("Februarimötet"), place=_("Regionens hus"), starts_at="09.00")
    with opened_register(register) as session:
        meeting = plan_meeting(session, planned, period_of(*_PERIOD), everything=True)
        write_verdicts(session, meeting.id, verdicts)
    return meeting.id


def _new_folder(wanted: Path) -> Path:
    """The folder, made; one with a number after its name where there is one already."""
    numbered = (wanted.with_name(f"{wanted.name}-{number}") for number in itertools.count(2))
    folder = next(path for path in itertools.chain([wanted], numbered) if not path.exists())
    folder.mkdir(parents=True)
    return folder
