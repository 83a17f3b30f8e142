"""Changing single records: fields, values, places in the order, and removal with what stands below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regdesk.domain.codes import ClusterRule
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    AgendaItem,
    AgendaSubject,
    AgendaTemplate,
    AgendaTemplateItem,
    Alias,
    Assignment,
    AssignmentReport,
    Attachment,
    Attendance,
    Body,
    BudgetFrame,
    BudgetLine,
    ClusterParameter,
    Comment,
    Control,
    ControlResult,
    Deadline,
    DeadlineRule,
    EntityReview,
    Footnote,
    Forum,
    Goal,
    GoalState,
    Indicator,
    InterimGoal,
    LegalEntity,
    Link,
    Meeting,
    Milestone,
    OrgUnit,
    Perspective,
    QuestionSet,
    Record,
    Recusal,
    Risk,
    RiskAction,
    RiskScore,
    SecrecyMarking,
    Section,
    SupervisionAnswer,
    SupervisionEvent,
    SupervisionOccasion,
    Value,
    ValueColumn,
    ValuePart,
    plural_of,
)
from regdesk.domain.notation import ParsedValue, parse_value
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.change import Change
from regdesk.services.session import Session, name_of
from regdesk.store.mapping import R, columns

_BELOW: dict[type[Record], tuple[tuple[type[Record], str], ...]] = {
    Goal: (
        (Goal, "parent_id"),
        (Indicator, "goal_id"),
        (Assignment, "goal_id"),
        (Activity, "goal_id"),
        (InterimGoal, "goal_id"),
        (GoalState, "goal_id"),
    ),
    Indicator: ((ClusterParameter, "indicator_id"), (Value, "indicator_id")),
    Value: ((ValuePart, "value_id"),),
    Activity: ((Milestone, "activity_id"),),
    Assignment: ((Assignment, "parent_id"), (AssignmentReport, "assignment_id")),
    Section: ((Section, "parent_id"),),
    Risk: ((RiskScore, "risk_id"), (RiskAction, "risk_id")),
    Control: ((ControlResult, "control_id"),),
    LegalEntity: ((EntityReview, "legal_entity_id"),),
    SupervisionEvent: ((SupervisionOccasion, "event_id"),),
    SupervisionOccasion: ((SupervisionAnswer, "occasion_id"),),
    BudgetLine: ((BudgetFrame, "line_id"),),
    Meeting: (
        (AgendaItem, "meeting_id"),
        (Attendance, "meeting_id"),
        (Deadline, "meeting_id"),
        (Attachment, "item_id"),
    ),
    AgendaItem: ((AgendaSubject, "agenda_item_id"), (Recusal, "agenda_item_id"), (Attachment, "item_id")),
    AgendaTemplate: ((AgendaTemplateItem, "template_id"),),
    Attendance: ((Recusal, "attendance_id"),),
    DeadlineRule: ((Deadline, "rule_id"),),
}
"""What goes when a record goes, besides what merely points at it."""

_ATTACHED: tuple[tuple[type[Record], str], ...] = ((Attachment, "item_id"),)
_SUPERVISED: tuple[tuple[type[Record], str], ...] = (
    (SupervisionEvent, "subject_id"),
    (SupervisionAnswer, "subject_id"),
)
_LOOSENED: dict[type[Record], tuple[tuple[type[Record], str], ...]] = {
    Indicator: (*_ATTACHED, (Indicator, "parent_id")),
    InterimGoal: (*_ATTACHED, (Activity, "interim_goal_id")),
    Risk: (*_ATTACHED, (Control, "risk_id")),
    LegalEntity: (*_ATTACHED, *_SUPERVISED),
    Body: (*_ATTACHED, *_SUPERVISED, (Assignment, "report_body_id")),
    Perspective: (*_ATTACHED, (SupervisionEvent, "perspective_id")),
    Forum: (*_ATTACHED, (SupervisionEvent, "forum_id")),
    QuestionSet: ((SupervisionEvent, "question_set_id"),),
    Meeting: (),
    AgendaItem: (
        (AgendaItem, "carried_from_id"),
        (Assignment, "agenda_item_id"),
        (AssignmentReport, "agenda_item_id"),
        (SupervisionOccasion, "agenda_item_id"),
        (EntityReview, "agenda_item_id"),
    ),
}
"""What stays when a record goes but no longer belongs to it, such as the parts of an index; a plan's bilagor do."""

_POINTING: tuple[tuple[type[Record], str], ...] = (
    (Link, "source_id"),
    (Link, "target_id"),
    (Alias, "item_id"),
    (Footnote, "item_id"),
    (AgendaSubject, "item_id"),
    (Comment, "item_id"),
    (SecrecyMarking, "item_id"),
    (Deadline, "item_id"),
)


def add(session: Session, record: R) -> R:
    """Add a record last among those that stand where it stands."""
    with session.change(Action.ADD, name_of(record)) as change:
        return change.insert(record)


def edit(session: Session, record: R, **fields: object) -> R:
    """Give a record new values in some fields. Raises Problem(ROW_MISSING), Problem(RULE_BROKEN)."""
    present = session.get(type(record), record.id)
    with session.change(Action.EDIT, name_of(present)) as change:
        return change.update(replace(present, **fields))  # type: ignore[arg-type]


def remove(session: Session, record: Record) -> None:
    """Remove a record with all that stands below it and all that points at it, as one step that can be undone.

    Verdicts are never removed: what was ever assessed stays, and Problem(ROW_IN_USE) says so.
    """
    with session.change(Action.DELETE, name_of(record)) as change:
        _remove(session, change, record)


def _remove(session: Session, change: Change, record: Record) -> None:
    for kind, field in _BELOW.get(type(record), ()):
        for below in session.all(kind, **{field: record.id}):
            _remove(session, change, below)
    for kind, field in _LOOSENED.get(type(record), _ATTACHED):
        for loose in session.all(kind, **{field: record.id}):
            change.update(replace(loose, **{field: None}))  # type: ignore[arg-type]
    for kind, field in _POINTING:
        change.delete_all(session.all(kind, **{field: record.id}))
    change.delete(record)


def reorder(session: Session, records: Sequence[Record]) -> None:
    """Give records of one kind the order of the sequence."""
    with session.change(Action.MOVE, name_of(records[0]) if records else "") as change:
        for position, record in enumerate(records):
            if "position" not in columns(type(record)):
                raise Problem(ProblemKind.RULE_BROKEN, plural=plural_of(type(record)))
            change.update(replace(record, position=position))  # type: ignore[call-arg]


def write_value(session: Session, indicator_id: str, column_id: str, raw: str) -> Value:
    """Write a cell as a person typed it: the text is kept to the letter, what it says is worked out anew."""
    indicator, column = session.get(Indicator, indicator_id), session.get(ValueColumn, column_id)
    present = session.all(Value, indicator_id=indicator_id, column_id=column_id)
    parsed = parse_value(raw)
    fresh = value_record(indicator, column, parsed, present[0].id if present else new_id())
    with session.change(Action.EDIT_VALUE, name_of(indicator)) as change:
        for old in present:
            change.delete_all(session.all(ValuePart, value_id=old.id))
        stored = change.update(fresh) if present else change.insert(fresh)
        change.insert_all(part_records(stored.id, parsed, _units(session, change, parsed)))
    return stored


def value_record(indicator: Indicator, column: ValueColumn, parsed: ParsedValue, value_id: str) -> Value:
    """The cell of an indicator in a column."""
    numbers = [part.number for part in parsed.parts if part.number is not None]
    return Value(
        id=value_id,
        indicator_id=indicator.id,
        column_id=column.id,
        kind=column.kind,
        year=column.year,
        position=column.position,
        raw=parsed.raw,
        state=parsed.state,
        start_year=parsed.start_year,
        sort_number=float(numbers[0]) if numbers else None,
    )


def part_records(value_id: str, parsed: ParsedValue, units: dict[str, OrgUnit]) -> list[ValuePart]:
    """What was understood of a cell, one record a number, verdict or date; `units` by their code."""
    return [
        ValuePart(
            id=new_id(),
            value_id=value_id,
            position=position,
            comparator=part.comparator,
            number=part.number,
            measure_unit=part.measure_unit or "",
            org_unit_id=units[part.org_unit].id if part.org_unit else None,
            sex=part.sex,
            verdict=part.verdict,
            year=part.year,
        )
        for position, part in enumerate(parsed.parts)
    ]


def _units(session: Session, change: Change, parsed: ParsedValue) -> dict[str, OrgUnit]:
    """The units that a cell names, added where the register does not know them yet."""
    units = {unit.code: unit for unit in session.all(OrgUnit)}
    for part in parsed.parts:
        if part.org_unit and part.org_unit not in units:
            units[part.org_unit] = change.insert(OrgUnit(id=new_id(), code=part.org_unit, position=len(units)))
    return units


def set_cluster_rule(session: Session, indicator: Indicator, rule: ClusterRule) -> Indicator:
    """Let a rule suggest the cluster's verdict; it never sets it."""
    return edit(session, indicator, cluster_rule=rule)
