"""What a paper tells of the återrapportering of uppdrag: what was reported, and when each is next to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from regdesk.domain.model import AgendaItem, Assignment, AssignmentReport, Meeting, Record
from regdesk.formats import format_iso_date
from regdesk.i18n import _
from regdesk.services.assignments import next_report_after
from regdesk.services.work import is_open
from regdesk.viewmodels.assignment_choices import EVERY, NONE, REPORTS
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.labels import decision_label
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line, word

R = TypeVar("R", bound=Record)


class ReportsTold:
    """What was reported back of each uppdrag, the newest first, and when each is next to be."""

    def __init__(self, request: SheetRequest) -> None:
        session = request.session
        self._answer = request.answer(REPORTS)
        self._today = request.printed_on
        reports = session.all(AssignmentReport, "reported_on DESC, id DESC")
        self._all = grouped(reports, lambda each: each.assignment_id)
        self._shown = grouped(request.disclosure.shown(reports), lambda each: each.assignment_id)
        self._meetings = {each.id: each for each in session.all(Meeting)}
        self._sections = {each.id: each.section_no for each in session.all(AgendaItem)}

    def has_none(self, assignment: Assignment) -> bool:
        """Whether reports are to be listed and nobody has made any of this."""
        return self._answer != NONE and bool(self._all) and assignment.id not in self._all

    def told(self) -> str:
        """That nothing at all was reported, which is then said once."""
        return "" if self._answer == NONE or self._all else _("Inget uppdrag är återrapporterat.")

    def of(self, assignment: Assignment) -> Iterator[Fact]:
        """What was reported, and when it is next to be reported of what goes on."""
        if self._answer == NONE:
            return
        shown = self._shown.get(assignment.id, ())
        for report in shown if self._answer == EVERY else shown[:1]:
            yield self._fact(report)
        if is_open(assignment):
            yield from self._coming(assignment)

    def _fact(self, report: AssignmentReport) -> Fact:
        meeting = self._meetings.get(report.meeting_id or "")
        section = self._sections.get(report.agenda_item_id or "", "")
        place = decision_label("", meeting, section) or format_iso_date(report.reported_on)
        label = _("Rapporterat {place}, {status}").format(place=place, status=word(report.status).lower())
        return Fact(label=label, text=report.text.strip())

    def _coming(self, assignment: Assignment) -> Iterator[Fact]:
        reports, plan = self._all.get(assignment.id, ()), one_line(assignment.report_plan)
        day = next_report_after(assignment, reports[0].reported_on if reports else None)
        if day and day < self._today:
            yield Fact(label=_("! Skulle ha rapporterats"), text=", ".join(filter(None, (format_iso_date(day), plan))))
        elif day:
            coming = _("nästa gång {date}").format(date=format_iso_date(day))
            yield Fact(label=_("Rapporteras"), text=", ".join(filter(None, (plan, coming))))
        elif plan:
            yield Fact(label=_("Rapporteras"), text=plan)


def grouped(records: Iterable[R], key: Callable[[R], str | None]) -> dict[str, list[R]]:
    """Records by a key, each group in their order; what has no key is under the empty text."""
    groups: dict[str, list[R]] = {}
    for each in records:
        groups.setdefault(key(each) or "", []).append(each)
    return groups
