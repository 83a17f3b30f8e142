"""Work that follows from a plan: delaktiviteter, uppdrag with their reports, and the duties of the reglemente."""

from __future__ import annotations

from datetime import date

from regdesk.domain.codes import AssignmentKind, AssignmentRole, DueKind, WorkStatus
from regdesk.domain.records import Record, record


@record("activities")
class Activity(Record):
    """A delaktivitet under a goal, perhaps towards one of its interim goals. `progress` is in per cent."""

    goal_id: str
    interim_goal_id: str | None = None
    position: int = 0
    title: str
    title_key: str = ""
    responsible_function: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    status: WorkStatus = WorkStatus.NOT_STARTED
    status_reason: str = ""
    progress: int | None = None
    closed_on: date | None = None


@record("milestones")
class Milestone(Record):
    """Where an activity shall have come on a day."""

    activity_id: str
    position: int = 0
    text: str
    due_on: date | None = None
    reached_on: date | None = None


@record("board_roles")
class BoardRole(Record):
    """One of the main roles that the reglemente gives the board."""

    position: int = 0
    text: str


@record("duties")
class Duty(Record):
    """A duty that the reglemente lays on the board."""

    position: int = 0
    text: str
    text_key: str = ""
    responsible_function: str = ""


@record("assignments")
class Assignment(Record):
    """An uppdrag as it was decided. `lead_in` is the sentence above its list; `receiver_function` is never a person.

    `report_plan` is what the plan says of återrapportering; `report_recurrence` is an RFC 5545 rule from
    `report_starts_on`, to the body of `report_body_id`. `agenda_item_id` is the item that it was decided under.
    """

    goal_id: str | None = None
    parent_id: str | None = None
    position: int = 0
    role: AssignmentRole = AssignmentRole.OTHER
    lead_in: str = ""
    text: str
    text_key: str = ""
    source_body_id: str | None = None
    source_date: date | None = None
    source_section: str = ""
    dnr: str = ""
    receiver_function: str = ""
    due_kind: DueKind = DueKind.UNSPECIFIED
    due_on: date | None = None
    report_plan: str = ""
    status: WorkStatus = WorkStatus.NOT_STARTED
    kind: AssignmentKind = AssignmentKind.PLAN
    agenda_item_id: str | None = None
    report_body_id: str | None = None
    report_starts_on: date | None = None
    report_recurrence: str = ""
    status_reason: str = ""
    done_on: date | None = None
    closed_on: date | None = None


@record("assignment_reports")
class AssignmentReport(Record):
    """One återrapportering of an assignment, at a meeting where there was one."""

    assignment_id: str
    meeting_id: str | None = None
    agenda_item_id: str | None = None
    reported_on: date
    text: str
    status: WorkStatus
