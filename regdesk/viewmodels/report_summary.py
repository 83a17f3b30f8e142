"""How a plan's work stands in a few lines, counted and never weighed together: the first page of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from regdesk.domain.codes import PeriodKind, RiskStage, RiskStatus, WorkStatus
from regdesk.domain.model import Activity, Assignment, Meeting, ReportingPeriod, Risk
from regdesk.domain.risk_matrix import Matrix
from regdesk.formats import NBSP
from regdesk.i18n import _, mark
from regdesk.services.risks import matrix_in_force
from regdesk.services.work import is_open, overdue_days
from regdesk.viewmodels.heat_map import heat_map
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A kind of work, and how much of it stands where: `Öppna 34, varav 5 efter sitt datum, Genomförda 12`."""

    what: str
    state: str


def report_title(request: SheetRequest) -> str:
    """What a report of the period is called: `Delårsuppföljning`, `Årsuppföljning`, or just `Uppföljning`."""
    period = _period(request)
    titles = {PeriodKind.INTERIM: _("Delårsuppföljning"), PeriodKind.YEAR: _("Årsuppföljning")}
    return titles.get(period.kind, _("Uppföljning")) if period else _("Uppföljning")


def report_year(request: SheetRequest) -> int:
    """The year of the chapters that are about one: that of the period's end, of the meeting, or of the printing."""
    period = _period(request)
    return period.ends_on.year if period else request.year


def summary_lines(request: SheetRequest) -> tuple[SummaryLine, ...]:
    """Uppdrag, delaktiviteter and risks as they stand; kinds that the plan has none of are left out."""
    return tuple(line for line in _lines(request) if line.state)


def _lines(request: SheetRequest) -> Iterator[SummaryLine]:
    shown = request.disclosure.shown
    assignments = [each for each in shown(request.session.all(Assignment)) if each.closed_on is None]
    activities = [each for each in shown(request.session.all(Activity)) if each.closed_on is None]
    yield SummaryLine(many_of("assignments"), assignments_standing(assignments, request.printed_on))
    yield SummaryLine(many_of("activities"), _by_status(each.status for each in activities))
    yield SummaryLine(many_of("risks"), _risks(request))


def assignments_standing(assignments: Sequence[Assignment], today: date) -> str:
    """`Öppna 34, varav 5 efter sitt datum, Genomförda 12`: what is open and over; nothing for none."""
    if not assignments:
        return ""
    pending = [each for each in assignments if is_open(each)]
    late = sum(overdue_days(each, today) > 0 for each in pending)
    told = _("Öppna {count}").format(count=len(pending)).replace(" ", NBSP) if pending else ""
    if late:
        told = _("{open}, varav {count} efter sitt datum").format(open=told, count=late)
    return ", ".join(filter(None, (told, _by_status(each.status for each in assignments if not is_open(each)))))


def _by_status(statuses: Iterable[WorkStatus]) -> str:
    counted = Counter(statuses)
    return ", ".join(f"{_(title)}{NBSP}{counted[status]}" for status, title in _MANY.items() if counted[status])


_MANY: Final = {
    WorkStatus.NOT_STARTED: mark("Ej påbörjade"),
    WorkStatus.ONGOING: mark("Pågående"),
    WorkStatus.DELAYED: mark("Försenade"),
    WorkStatus.DONE: mark("Genomförda"),
    WorkStatus.DROPPED: mark("Avförda"),
}
"""What those of a status are called together, in the order that they are counted."""


def _risks(request: SheetRequest) -> str:
    """How many stand at each level of the matrix now, and how many without a score."""
    shown = request.disclosure.shown(request.session.all(Risk))
    ids = {risk.id for risk in shown if risk.status is not RiskStatus.CLOSED}
    matrix, placed = matrix_in_force(request.session), heat_map(request.session, RiskStage.CURRENT).placed
    levels = Counter[str]()
    for place, risks in placed.cells.items():
        levels[one_line(matrix.level(*place).word)] += len(ids.intersection(risks))
    told = [f"{name}{NBSP}{levels[name]}" for name in reversed(_level_names(matrix)) if levels[name]]
    unscored = len(ids) - levels.total()
    return ", ".join(
        [*told, *([_("Utan värde {count}").format(count=unscored).replace(" ", NBSP)] if unscored else [])]
    )


def _level_names(matrix: Matrix) -> list[str]:
    return [one_line(level.word) for level in matrix.levels]


def _period(request: SheetRequest) -> ReportingPeriod | None:
    session = request.session
    meeting = session.get(Meeting, request.meeting_id) if request.meeting_id else None
    period_id = request.period_id or (meeting.period_id if meeting else None)
    return session.get(ReportingPeriod, period_id) if period_id else None
