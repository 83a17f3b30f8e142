"""Steps as a person knows them: what undo would take back, and what history tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from regdesk.formats import format_iso_date, format_time
from regdesk.i18n import _, current_language, mark
from regdesk.services.actions import REDONE, UNDONE, Action, Step
from regdesk.services.session import Changed, Session
from regdesk.viewmodels.rows import Cell, Column, Row
from regdesk.viewmodels.words import one_line

# Without and with the name of what the step was done to.
_STEPS: Final[Mapping[Action, tuple[str, str]]] = MappingProxyType(
    {
        Action.CREATE_REGISTER: (mark("Skapa registret"), mark("Skapa registret för {subject}")),
        Action.EDIT_REGISTER: (mark("Ändra registrets uppgifter"), mark("Ändra uppgifterna om {subject}")),
        Action.IMPORT_PLAN: (mark("Importera plan"), mark("Importera {subject}")),
        Action.ADD: (mark("Lägg till"), mark("Lägg till {subject}")),
        Action.EDIT: (mark("Ändra"), mark("Ändra {subject}")),
        Action.DELETE: (mark("Ta bort"), mark("Ta bort {subject}")),
        Action.MOVE: (mark("Flytta"), mark("Flytta {subject}")),
        Action.EDIT_VALUE: (mark("Ändra värde"), mark("Ändra värde för {subject}")),
        Action.ASSESS: (mark("Bedöm"), mark("Bedöm {subject}")),
        Action.COMMENT: (mark("Kommentera"), mark("Kommentera {subject}")),
        Action.CONFIRM_SUGGESTION: (mark("Godta förslag"), mark("Godta förslag för {subject}")),
        Action.ASSESS_FROM_FILE: (mark("Bedöm från fil"), mark("Bedöm från {subject}")),
        Action.ADD_MEETING: (mark("Lägg till sammanträde"), mark("Lägg till sammanträdet {subject}")),
        Action.OPEN_MEETING: (mark("Öppna sammanträde"), mark("Öppna sammanträdet {subject}")),
        Action.CLOSE_MEETING: (mark("Avsluta sammanträde"), mark("Avsluta sammanträdet {subject}")),
        Action.EDIT_AGENDA: (mark("Ändra dagordning"), mark("Ändra dagordningens {subject}")),
        Action.FILL_AGENDA: (mark("Fyll dagordning"), mark("Fyll dagordningen för {subject}")),
        Action.SET_OUTCOME: (mark("Ange utfall"), mark("Ange utfall för {subject}")),
        Action.NUMBER_AGENDA: (mark("Numrera paragrafer"), mark("Numrera paragraferna för {subject}")),
        Action.COPY_ATTENDANCE: (mark("Hämta närvaro"), mark("Hämta närvaro till {subject}")),
        Action.ATTACH: (mark("Bifoga"), mark("Bifoga {subject}")),
        Action.MAKE_ASSIGNMENT: (mark("Gör uppdrag"), mark("Gör uppdraget {subject}")),
        Action.REPORT_BACK: (mark("Återrapportera"), mark("Återrapportera {subject}")),
        Action.BEGIN_OCCASION: (mark("Påbörja tillfälle"), mark("Påbörja tillfället för {subject}")),
        Action.HOLD_OCCASION: (mark("Genomför tillfälle"), mark("Genomför tillfället för {subject}")),
        Action.CANCEL_OCCASION: (mark("Ställ in tillfälle"), mark("Ställ in tillfället för {subject}")),
        Action.ANSWER: (mark("Skriv svar"), mark("Skriv svar på {subject}")),
        Action.CONCLUDE: (mark("Skriv slutsats"), mark("Skriv slutsats för {subject}")),
        Action.REVIEW: (mark("Skriv årligt beslut"), mark("Skriv årligt beslut om {subject}")),
        Action.SET_STATUS: (mark("Ändra status"), mark("Ändra status för {subject}")),
        Action.PRINT_SHEET: (mark("Skriv ut blad"), mark("Skriv ut {subject}")),
        Action.EDIT_LOOK: (mark("Ändra bladens utseende"), mark("Ändra bladens utseende för {subject}")),
        Action.SCORE_RISK: (mark("Värdera risk"), mark("Värdera risken {subject}")),
        Action.EDIT_MATRIX: (mark("Ändra riskmatris"), mark("Ändra riskmatrisen {subject}")),
        Action.RECORD_RESULT: (mark("Anteckna kontroll"), mark("Anteckna kontrollen {subject}")),
        Action.SET_LINKS: (mark("Ändra kopplingar"), mark("Ändra kopplingar för {subject}")),
        Action.MARK_SECRET: (mark("Sekretessmarkera"), mark("Sekretessmarkera {subject}")),
        Action.UNMARK_SECRET: (mark("Häv sekretessmarkering"), mark("Häv sekretessmarkeringen av {subject}")),
        Action.RENUMBER: (mark("Numrera om målen"), mark("Numrera om {subject}")),
        Action.TAKE_VERSION: (mark("Fastställ en version"), mark("Fastställ versionen {subject}")),
        Action.ROLL_PLAN: (mark("Rulla planen"), mark("Rulla planen till {subject}")),
        Action.REOPEN: (mark("Återöppna"), mark("Återöppna {subject}")),
        Action.MOVE_DATE: (mark("Flytta datum"), mark("Flytta datumet för {subject}")),
        Action.RESTORE_DATE: (mark("Återställ datum"), mark("Återställ datumet för {subject}")),
        Action.ADD_RULES: (mark("Lägg till de vanliga reglerna"), mark("Lägg till reglerna {subject}")),
        Action.RESTORE_RULE: (mark("Återställ regel"), mark("Återställ regeln {subject}")),
    }
)


def step_text(step: Step) -> str:
    """`Bedöm HME, totalindex`, or `Bedöm` where nothing has a name."""
    bare, named = _STEPS[step.action]
    subject = one_line(step.subject)
    return _(named).format(subject=subject) if subject else _(bare)


def undo_text(step: Step | None) -> str:
    """`Ångra Bedöm HME, totalindex`; empty when there is nothing to undo."""
    return _("Ångra {step}").format(step=step_text(step)) if step else ""


def redo_text(step: Step | None) -> str:
    """`Gör om Bedöm HME, totalindex`; empty when there is nothing to do again."""
    return _("Gör om {step}").format(step=step_text(step)) if step else ""


def entry_text(action: str, subject: str) -> str:
    """A step as history has kept it, also one that took back another; an unknown code is told as it is."""
    if action.startswith(UNDONE):
        return _("Ångrat: {step}").format(step=entry_text(action.removeprefix(UNDONE), subject))
    if action.startswith(REDONE):
        return _("Gjort om: {step}").format(step=entry_text(action.removeprefix(REDONE), subject))
    if action not in Action.__members__.values():
        return f"{action} {one_line(subject)}".strip()
    return step_text(Step(Action(action), subject))


def saved_text(changed: Changed) -> str:
    """`Sparat: Ändra HME`, or `Ångrat: Ändra HME` once that was taken back."""
    words = entry_text(changed.mark + changed.step.action, changed.step.subject)
    return words if changed.mark else _("Sparat: {step}").format(step=words)


def history_columns() -> tuple[Column, ...]:
    """The columns of `history_rows`; history has one order, newest first."""
    return (
        Column(key="at", title=_("När"), width=1.2, letters=17, sortable=False),
        Column(key="who", title=_("Vem"), sortable=False),
        Column(key="what", title=_("Vad"), width=4.0, sortable=False),
    )


def history_rows(session: Session, before: Row | None = None, limit: int = 100) -> list[Row]:
    """The newest entries of the history, or those that come before a row already shown."""
    lines = session.lines(before=int(before.id) if before else None, limit=limit)
    return [
        Row(
            id=str(line.seq),
            cells=(
                Cell(text=_moment(line.at)),
                Cell(text=line.who),
                Cell(text=entry_text(line.action, line.subject)),
            ),
            position=(line.seq,),
        )
        for line in lines
    ]


def _moment(at: datetime) -> str:
    """A stored time of UTC as the clock on the wall showed it."""
    local = at.astimezone()
    return f"{format_iso_date(local)} {format_time(local.time(), language=current_language())}"
