"""Records that stand under another one and are listed in its detail: what is shown of each, and how one begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import count
from types import MappingProxyType
from typing import Final, TypeVar

from regdesk.domain.codes import ControlOutcome, MeetingStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    RECORDS,
    AgendaItem,
    AgendaSubject,
    Alias,
    Assignment,
    AssignmentReport,
    Attendance,
    Control,
    ControlResult,
    EntityReview,
    Footnote,
    Meeting,
    Milestone,
    Record,
    Recusal,
    RiskAction,
    plural_of,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.formats import format_iso_date
from regdesk.i18n import _
from regdesk.services.controls import due_on, results_of
from regdesk.services.decisions import begun_assignment
from regdesk.services.session import Session
from regdesk.viewmodels.control_list import due_cell, outcome_cell, result_cell
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.labels import attendant, decision_label, section_label
from regdesk.viewmodels.problems import sentence
from regdesk.viewmodels.rows import Cell, Column, GivenRows, Row
from regdesk.viewmodels.words import late_cell, one_line, review_cell, status_cell

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """The records of `kind` whose field `owner` points at the one that is shown, or all where there is no `owner`.

    `begin` makes a new one under an owner; `order` is an ORDER BY, by position where it is empty.
    """

    kind: type[Record]
    owner: str
    columns: Callable[[], tuple[Column, ...]]
    cells: Callable[[Session, Record], tuple[Cell, ...]]
    begin: Callable[[Session, str], Record]
    order: str = ""

    @property
    def plural(self) -> str:
        return plural_of(self.kind)

    @property
    def title(self) -> str:
        """What the list is called."""
        return many_of(self.plural)


def rows_below(session: Session, below: Below, owner_id: str) -> GivenRows:
    """What stands under a record, in order."""
    found = _records(session, below, owner_id, below.order)
    return GivenRows(below.columns(), [Row(id=each.id, cells=below.cells(session, each)) for each in found])


def _records(session: Session, below: Below, owner_id: str, order: str = "") -> list[Record]:
    where = {below.owner: owner_id} if below.owner else {}
    return list(session.all(below.kind, order, **where))


def begun(session: Session, below: Below, owner_id: str) -> Record:
    """A new record under an owner, last among those there; it is not yet in the register."""
    record = below.begin(session, owner_id)
    if "position" not in {field.name for field in fields(below.kind)}:
        return record
    return replace(record, position=len(_records(session, below, owner_id)))  # type: ignore[call-arg]


def refusal(session: Session, below: Below, owner_id: str) -> str:
    """A sentence on why nothing can be added or changed under an owner, or nothing."""
    if below.kind in {Attendance, Recusal}:
        meeting_id = owner_id if below.kind is Attendance else session.get(AgendaItem, owner_id).meeting_id
        if session.get(Meeting, meeting_id).status is MeetingStatus.CLOSED:
            return sentence(Problem(ProblemKind.MEETING_CLOSED))
        if below.kind is Recusal and not session.all(Attendance, meeting_id=meeting_id):
            return _("Skriv först in vilka som deltar, på fliken Närvaro.")
    return ""


def kept(session: Session, below: Below, record_id: str) -> Record:
    """One of the records by its id. Raises Problem(ROW_MISSING)."""
    return session.get(RECORDS[below.plural], record_id)


def cells_of(
    kind: type[R], make: Callable[[Session, R], tuple[Cell, ...]]
) -> Callable[[Session, Record], tuple[Cell, ...]]:
    """Cells that are made of records of one kind."""

    def cells(session: Session, record: Record) -> tuple[Cell, ...]:
        assert isinstance(record, kind)  # noqa: S101 - the table below sees to it
        return make(session, record)

    return cells


def _report_cells(session: Session, report: AssignmentReport) -> tuple[Cell, ...]:
    return Cell(text=report_place(session, report)), Cell(text=one_line(report.text)), status_cell(report.status)


def report_place(session: Session, report: AssignmentReport) -> str:
    """`2026-11-22 § 64`; where the day is not the meeting's own, both are told."""
    item = session.get(AgendaItem, report.agenda_item_id) if report.agenda_item_id else None
    meeting = session.get(Meeting, report.meeting_id) if report.meeting_id else None
    section = section_label(item.section_no) if item else ""
    if meeting is None or meeting.date <= report.reported_on <= (meeting.end_date or meeting.date):
        return f"{report.reported_on} {section}".strip()
    return f"{report.reported_on}, {_('möte')} {decision_label('', meeting, item.section_no if item else '')}"


def _milestone_cells(_session: Session, milestone: Milestone) -> tuple[Cell, ...]:
    due, reached = milestone.due_on, milestone.reached_on
    return (
        late_cell(due, date.today(), is_open=reached is None) if due else Cell(text=""),
        Cell(text=one_line(milestone.text)),
        Cell(text=reached.isoformat() if reached else ""),
    )


def _action_cells(_session: Session, action: RiskAction) -> tuple[Cell, ...]:
    due = action.due_on
    return Cell(text=one_line(action.text)), Cell(text=due.isoformat() if due else ""), status_cell(action.status)


def _control_cells(session: Session, control: Control) -> tuple[Cell, ...]:
    results = results_of(session, control.id)
    due = due_on(control, [result.checked_on for result in results])
    return (
        Cell(text=one_line(control.text)),
        due_cell(due, date.today()),
        result_cell(results[0] if results else None),
    )


def _result_cells(_session: Session, result: ControlResult) -> tuple[Cell, ...]:
    said = " ".join(filter(None, map(one_line, (result.text, result.deviation, result.action))))
    return Cell(text=result.checked_on.isoformat()), outcome_cell(result.outcome), Cell(text=said)


def _begin_result(_session: Session, control_id: str) -> Record:
    """A control is mostly noted on the day that it is done, and mostly shows nothing."""
    return ControlResult(
        id=new_id(), control_id=control_id, checked_on=date.today(), outcome=ControlOutcome.NO_DEVIATION
    )


def _review_cells(_session: Session, review: EntityReview) -> tuple[Cell, ...]:
    decided = format_iso_date(review.decided_on) if review.decided_on else ""
    return (
        Cell(text=str(review.year)),
        review_cell(review.verdict),
        Cell(text=" ".join(filter(None, (decided, section_label(review.section_no))))),
    )


def _begin_review(session: Session, legal_entity_id: str) -> Record:
    """The decision of this year, or of the first year after that nothing is decided for."""
    taken = {review.year for review in session.all(EntityReview, "id", legal_entity_id=legal_entity_id)}
    year = next(year for year in count(date.today().year) if year not in taken)
    return EntityReview(id=new_id(), legal_entity_id=legal_entity_id, year=year)


def _begin_report(session: Session, assignment_id: str) -> Record:
    """A report says how the assignment stands unless it says otherwise, at the meeting that is held just now."""
    meeting = _meeting_now(session)
    items = session.all(AgendaItem, meeting_id=meeting.id) if meeting else []
    taken_up = {each.agenda_item_id for each in session.all(AgendaSubject, item_id=assignment_id)}
    return AssignmentReport(
        id=new_id(),
        assignment_id=assignment_id,
        reported_on=date.today(),
        text="",
        status=session.get(Assignment, assignment_id).status,
        meeting_id=meeting.id if meeting else None,
        agenda_item_id=next((item.id for item in items if item.id in taken_up), None),
    )


def _meeting_now(session: Session) -> Meeting | None:
    found = session.repository.select(
        Meeting,
        "WHERE ? BETWEEN date AND coalesce(end_date, date) ORDER BY status = 'open' DESC, id LIMIT 1",
        (date.today().isoformat(),),
    )
    return found[0] if found else None


def _begin_recusal(session: Session, agenda_item_id: str) -> Record:
    meeting_id = session.get(AgendaItem, agenda_item_id).meeting_id
    first = session.all(Attendance, meeting_id=meeting_id)[0]
    return Recusal(id=new_id(), agenda_item_id=agenda_item_id, attendance_id=first.id)


def _recusal_cells(session: Session, recusal: Recusal) -> tuple[Cell, ...]:
    who = session.get(Attendance, recusal.attendance_id)
    return Cell(text=attendant(who)), Cell(text=one_line(recusal.note))


def _made_cells(_session: Session, made: Assignment) -> tuple[Cell, ...]:
    due = Cell(text=made.due_on.isoformat() if made.due_on else "")
    return Cell(text=one_line(made.text)), Cell(text=one_line(made.receiver_function)), due, status_cell(made.status)


BELOW: Final[Mapping[str, tuple[Below, ...]]] = MappingProxyType(
    {
        "activities": (
            Below(
                kind=Milestone,
                owner="activity_id",
                order="due_on IS NULL, due_on, position, id",
                columns=lambda: (
                    Column(key="due_on", title=_("Senast"), width=1.0),
                    Column(key="text", title=_("Milstolpe"), width=3.0),
                    Column(key="reached_on", title=_("Nådd"), width=1.0),
                ),
                cells=cells_of(Milestone, _milestone_cells),
                begin=lambda _session, owner: Milestone(id=new_id(), activity_id=owner, text=""),
            ),
        ),
        "agenda_items": (
            Below(
                kind=Recusal,
                owner="agenda_item_id",
                columns=lambda: (
                    Column(key="attendance_id", title=_("Deltar inte"), width=2.0),
                    Column(key="note", title=_("Anteckning"), width=2.0),
                ),
                cells=cells_of(Recusal, _recusal_cells),
                begin=_begin_recusal,
            ),
        ),
        "assignments": (
            Below(
                kind=AssignmentReport,
                owner="assignment_id",
                order="reported_on DESC, id DESC",
                columns=lambda: (
                    Column(key="reported_on", title=_("Rapporterat"), width=1.3, letters=11),
                    Column(key="text", title=_("Vad som rapporterades"), width=3.0),
                    Column(key="status", title=_("Status"), width=1.2, letters=12),
                ),
                cells=cells_of(AssignmentReport, _report_cells),
                begin=_begin_report,
            ),
        ),
        "controls": (
            Below(
                kind=ControlResult,
                owner="control_id",
                order="checked_on DESC, id DESC",
                columns=lambda: (
                    Column(key="checked_on", title=_("Dag"), width=1.0, letters=11),
                    Column(key="outcome", title=_("Resultat"), width=1.4, letters=15),
                    Column(key="text", title=_("Vad det visade"), width=2.6),
                ),
                cells=cells_of(ControlResult, _result_cells),
                begin=_begin_result,
            ),
        ),
        "risks": (
            Below(
                kind=RiskAction,
                owner="risk_id",
                columns=lambda: (
                    Column(key="text", title=_("Åtgärd"), width=3.0),
                    Column(key="due_on", title=_("Klar senast"), width=1.0, letters=11),
                    Column(key="status", title=_("Status"), width=1.2, letters=12),
                ),
                cells=cells_of(RiskAction, _action_cells),
                begin=lambda _session, owner: RiskAction(id=new_id(), risk_id=owner, text=""),
            ),
            Below(
                kind=Control,
                owner="risk_id",
                columns=lambda: (
                    Column(key="text", title=_("Kontrollmoment"), width=2.6),
                    Column(key="due", title=_("Nästa gång"), width=1.4, letters=20),
                    Column(key="last", title=_("Senaste resultat"), width=1.4, letters=15),
                ),
                cells=cells_of(Control, _control_cells),
                begin=lambda _session, owner: Control(id=new_id(), risk_id=owner, text=""),
            ),
        ),
        "legal_entities": (
            Below(
                kind=EntityReview,
                owner="legal_entity_id",
                order="year DESC, id",
                columns=lambda: (
                    Column(key="year", title=_("År"), width=0.6),
                    Column(key="verdict", title=_("Inom ändamålet"), width=1.4),
                    Column(key="decided_on", title=_("Beslutat"), width=1.4),
                ),
                cells=cells_of(EntityReview, _review_cells),
                begin=_begin_review,
            ),
        ),
    }
)
"""The lists in the detail of each kind of record, by its plural, in their order."""

ATTACHED: Final = (
    Below(
        kind=Footnote,
        owner="item_id",
        columns=lambda: (
            Column(key="mark", title=_("Nr"), width=0.5),
            Column(key="text", title=_("Fotnot"), width=3.5),
        ),
        cells=cells_of(
            Footnote, lambda _session, each: (Cell(text=one_line(each.mark)), Cell(text=one_line(each.text)))
        ),
        begin=lambda _session, owner: Footnote(id=new_id(), item_id=owner, text=""),
    ),
    Below(
        kind=Alias,
        owner="item_id",
        columns=lambda: (Column(key="text", title=_("Annat namn")),),
        cells=cells_of(Alias, lambda _session, each: (Cell(text=one_line(each.text)),)),
        begin=lambda _session, owner: Alias(id=new_id(), item_id=owner, text=""),
    ),
)
"""The lists that every record has which can be linked, whatever its kind."""

MADE: Final = Below(
    kind=Assignment,
    owner="agenda_item_id",
    columns=lambda: (
        Column(key="text", title=_("Uppdrag"), width=3.0),
        Column(key="receiver_function", title=_("Mottagare"), width=1.3),
        Column(key="due_on", title=_("Senast"), width=1.0),
        Column(key="status", title=_("Status"), width=1.1),
    ),
    cells=cells_of(Assignment, _made_cells),
    begin=begun_assignment,
)
"""The uppdrag that came of an item of an agenda."""
