"""The internal-control plan on paper: each kontrollmoment with its rule, when it is due and what it showed last."""

from __future__ import annotations

from dataclasses import dataclass

from regdesk.domain.model import Control, ControlResult, Meeting, Risk
from regdesk.formats import format_iso_date
from regdesk.i18n import _
from regdesk.services.controls import due_on
from regdesk.viewmodels.control_list import due_cell, often_words, outcome_cell
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.labels import meeting_days
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlLine:
    """A kontrollmoment; one that is withheld has its neutral line for a text and nothing else.

    `last` is what it showed last, on the day `last_day`, and `told` what was said of that.
    """

    text: str
    is_withheld: bool = False
    facts: tuple[Fact, ...] = ()
    often: str = ""
    responsible: str = ""
    due: Cell | None = None
    last: Cell | None = None
    last_day: str = ""
    told: tuple[Fact, ...] = ()


def control_plan(request: SheetRequest) -> tuple[ControlLine, ...]:
    """The plan's kontrollmoment in their order, as they stand on the day of printing."""
    session = request.session
    numbers = {risk.id: number for number, risk in enumerate(session.all(Risk), 1)}
    results: dict[str, list[ControlResult]] = {}
    for result in session.all(ControlResult, "checked_on DESC, id DESC"):
        results.setdefault(result.control_id, []).append(result)
    return tuple(_line(request, each, numbers, results.get(each.id, [])) for each in session.all(Control))


def _line(
    request: SheetRequest, control: Control, numbers: dict[str, int], results: list[ControlResult]
) -> ControlLine:
    shows = request.disclosure
    text = shows.text(control.id, one_line(control.text))
    if shows.withholds(control.id):
        return ControlLine(text=text, is_withheld=True)
    due = due_on(control, [each.checked_on for each in results])
    last = next(iter(shows.shown(results)), None)
    return ControlLine(
        text=text,
        facts=tuple(_facts(control, numbers)),
        often=often_words(control),
        responsible=one_line(control.responsible_function),
        due=due_cell(due, request.printed_on) if due else None,
        last=outcome_cell(last.outcome) if last else None,
        last_day=format_iso_date(last.checked_on) if last else "",
        told=tuple(_told(request, last)) if last else (),
    )


def _facts(control: Control, numbers: dict[str, int]) -> list[Fact]:
    number = numbers.get(control.risk_id or "")
    facts = (Fact(label=_("Risk"), text=str(number or "")), Fact(label=_("Metod"), text=one_line(control.method)))
    return [fact for fact in facts if fact.text]


def _told(request: SheetRequest, result: ControlResult) -> list[Fact]:
    """What the control showed, in the words that were written, and where it was reported."""
    meeting = request.session.get(Meeting, result.meeting_id) if result.meeting_id else None
    facts = (
        Fact(label=_("Resultat"), text=result.text.strip()),
        Fact(label=_("Avvikelse"), text=result.deviation.strip()),
        Fact(label=_("Åtgärd"), text=result.action.strip()),
        Fact(label=_("Redovisat"), text=meeting_days(meeting) if meeting else ""),
    )
    return [fact for fact in facts if fact.text]
