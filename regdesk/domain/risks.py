"""Risks: prose first; scores, actions and controls where the organisation wants them."""

from __future__ import annotations

from datetime import date

from regdesk.domain.codes import ControlOutcome, RiskCategory, RiskStage, RiskStatus, WorkStatus
from regdesk.domain.records import Record, record


@record("risks")
class Risk(Record):
    """A risk as the plan describes it; scoring is optional."""

    position: int = 0
    title: str
    title_key: str = ""
    text: str = ""
    category: RiskCategory = RiskCategory.UNSPECIFIED
    cause: str = ""
    consequence: str = ""
    responsible_function: str = ""
    status: RiskStatus = RiskStatus.OPEN


@record("risk_matrices")
class RiskMatrix(Record):
    """A version of the organisation's matrix; `definition` is JSON with labels, words, colours and thresholds."""

    version: int
    name: str
    size: int
    definition: str


@record("risk_scores")
class RiskScore(Record):
    """A risk's likelihood and impact, 1 up to the size of the matrix it was scored in."""

    risk_id: str
    matrix_id: str
    stage: RiskStage
    likelihood: int
    impact: int
    scored_on: date
    meeting_id: str | None = None
    comment: str = ""


@record("risk_actions")
class RiskAction(Record):
    """What is done about a risk."""

    risk_id: str
    position: int = 0
    text: str
    responsible_function: str = ""
    due_on: date | None = None
    status: WorkStatus = WorkStatus.NOT_STARTED


@record("controls")
class Control(Record):
    """A kontrollmoment of the internal-control plan. `frequency` is the plan's word, `recurrence` an RFC 5545 rule."""

    risk_id: str | None = None
    position: int = 0
    text: str
    frequency: str = ""
    method: str = ""
    responsible_function: str = ""
    starts_on: date | None = None
    recurrence: str = ""


@record("control_results")
class ControlResult(Record):
    """What a kontrollmoment showed on a day."""

    control_id: str
    checked_on: date
    outcome: ControlOutcome
    text: str = ""
    deviation: str = ""
    action: str = ""
    meeting_id: str | None = None
