"""Every assessment that an item ever had, newest first; what was superseded stays to be seen."""

from __future__ import annotations

from regdesk.domain.model import Assessment, Body, Meeting, ReportingPeriod
from regdesk.formats import format_iso_date
from regdesk.i18n import _
from regdesk.services.assessing import section_of, trail_of
from regdesk.services.session import Session
from regdesk.viewmodels.labels import meeting_days, period_label, section_label
from regdesk.viewmodels.rows import Cell, Column, Row, Tone
from regdesk.viewmodels.words import one_line, verdict_cell


def trail_columns() -> tuple[Column, ...]:
    """The columns of `trail_rows`; a trail has one order."""
    return (
        Column(key="date", title=_("Datum"), width=1.0, letters=11, sortable=False),
        Column(key="occasion", title=_("Tillfälle"), width=1.6, sortable=False),
        Column(key="section", title="§", width=0.6, sortable=False),
        Column(key="verdict", title=_("Bedömning"), width=1.2, letters=15, sortable=False),
        Column(key="justification", title=_("Motivering"), width=3.0, letters=18, sortable=False),
        Column(key="board", title=_("Beslutat av"), width=1.4, sortable=False),
        Column(key="who", title=_("Noterat av"), width=1.0, sortable=False),
        Column(key="standing", title=_("Status"), width=0.8, sortable=False),
    )


def trail_rows(session: Session, item_id: str) -> list[Row]:
    """A row an assessment, each with the assessment's id."""
    trail = trail_of(session, item_id)
    superseded = {assessment.supersedes_id for assessment in trail}
    return [_row(session, assessment, assessment.id in superseded) for assessment in trail]


def _row(session: Session, assessment: Assessment, superseded: bool) -> Row:
    verdict = verdict_cell(assessment.verdict)
    cells = (
        Cell(text=format_iso_date(assessment.recorded_at.astimezone())),
        Cell(text=_occasion(session, assessment)),
        Cell(text=section_label(section_of(session, assessment))),
        Cell(text=verdict.text, symbol=verdict.symbol, tone=Tone.MUTED if superseded else verdict.tone),
        Cell(text=one_line(assessment.justification)),
        Cell(text=_board(session, assessment)),
        Cell(text=one_line(assessment.recorded_by)),
        Cell(text=_("Ersatt"), tone=Tone.MUTED) if superseded else Cell(text=_("Gäller")),
    )
    return Row(id=assessment.id, cells=cells, position=(assessment.id,))


def _occasion(session: Session, assessment: Assessment) -> str:
    """The period that was assessed and the meeting it was done at, as far as there were any."""
    period = session.get(ReportingPeriod, assessment.period_id) if assessment.period_id else None
    meeting = session.get(Meeting, assessment.meeting_id) if assessment.meeting_id else None
    held = _("sammanträde {date}").format(date=meeting_days(meeting)) if meeting else ""
    return ", ".join(filter(None, (period_label(period) if period else "", held)))


def _board(session: Session, assessment: Assessment) -> str:
    return one_line(session.get(Body, assessment.decided_by_id).name) if assessment.decided_by_id else ""
