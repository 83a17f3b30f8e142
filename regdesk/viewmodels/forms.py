"""The form of a record: its fields with their answers, and how answers are put into the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from regdesk.domain.codes import DueKind, MeetingStatus, OccasionStatus, TableKind, WorkStatus
from regdesk.domain.model import (
    RECORDS,
    Activity,
    AgendaItem,
    Assignment,
    AssignmentReport,
    Attachment,
    Attendance,
    EntityReview,
    FunctionHolder,
    Goal,
    Indicator,
    LegalEntity,
    Level,
    Meeting,
    Record,
    Recusal,
    Register,
    SupervisionEvent,
    SupervisionOccasion,
    Value,
    ValueColumn,
    plural_of,
)
from regdesk.domain.notation import parse_value
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _
from regdesk.services import editing
from regdesk.services.actions import Action
from regdesk.services.arranging import add_in_place, has_place
from regdesk.services.assignments import add_report
from regdesk.services.session import Session, name_of
from regdesk.services.work import WANTS_REASON, consequences
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.fields import Field
from regdesk.viewmodels.form_facts import facts_of
from regdesk.viewmodels.form_fields import FIELDS, IN_ORDER, Spec
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.labels import goal_name, meeting_days
from regdesk.viewmodels.titles import register_title
from regdesk.viewmodels.values import column_label, reading
from regdesk.viewmodels.words import one_line

_FUNCTIONS: Final = frozenset({"responsible_function", "receiver_function"})

_ALL: Final = 100

VALUE: Final = "value:"
"""What the keys of an indicator's value fields begin with; the id of the column follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordForm:
    """A record as a form. `kind` is its plural, `heading` what it is and `title` its name.

    `values` are the answers as they stand, by the keys of `fields`; `locked` says why nothing can be changed, or
    nothing.
    """

    kind: str
    id: str
    heading: str
    title: str
    fields: tuple[Field, ...]
    values: Mapping[str, str]
    facts: tuple[Fact, ...] = ()
    locked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A record as answers make it, and a sentence for each answer that will not do, by key."""

    record: Record
    faults: Mapping[str, str]


def has_form(kind: str) -> bool:
    """Whether records of that plural have a form."""
    return kind in RECORDS and RECORDS[kind] in FIELDS


def form_of(session: Session, kind: str, record_id: str) -> RecordForm:
    """The form of a record in the register. Raises Problem(ROW_MISSING)."""
    return form_for(session, session.get(RECORDS[kind], record_id))


def form_for(session: Session, record: Record) -> RecordForm:
    """The form of a record, also of one that is not yet in the register."""
    specs = [spec for spec in FIELDS[type(record)] if _is_asked(record, spec.key)]
    fields = [_field(session, record, spec) for spec in specs]
    values = {spec.key: spec.reader.show(getattr(record, spec.key)) for spec in specs}
    cells = _values(session, record)
    # Values are what is changed most; they come right after the title.
    fields[1:1] = [field for field, _value in cells]
    values |= {field.key: value for field, value in cells}
    kind = plural_of(type(record))
    return RecordForm(
        kind=kind,
        id=record.id,
        heading=_heading(session, record),
        title=_title(session, record),
        fields=tuple(fields),
        values=values,
        facts=facts_of(session, record),
        locked=_lock(session, record),
    )


def answered(session: Session, record: Record, answers: Mapping[str, str]) -> Answered:
    """The record with the answers that will do; nothing is written. Raises KeyError for a key that has no field."""
    specs = {spec.key: spec for spec in FIELDS[type(record)]}
    faults = {key: _fault(session, record, specs[key], text) for key, text in answers.items()}
    read = {key: specs[key].reader.read(text) for key, text in answers.items() if not faults[key]}
    made: Record = replace(record, **_with_consequences(record, read))  # type: ignore[arg-type]
    faults |= _order_faults(made, read) | _taken_faults(session, made, read)
    return Answered(record=made, faults={key: fault for key, fault in faults.items() if fault})


def apply(session: Session, kind: str, record_id: str, changed: Mapping[str, str]) -> dict[str, str]:
    """Put changed answers into the register as one step; gives a sentence for each that will not do.

    Nothing is written unless all will do. Raises Problem(ROW_MISSING), Problem(MEETING_CLOSED).
    """
    record = session.get(RECORDS[kind], record_id)
    if _lock(session, record):
        raise Problem(ProblemKind.MEETING_CLOSED)
    fields = {key: text for key, text in changed.items() if not key.startswith(VALUE)}
    made = answered(session, record, fields)
    if not made.faults:
        with session.change(_action(record, fields), name_of(record)) as change:
            change.update(made.record)
            _move_parts(session, made.record)
            _write_values(session, record_id, changed)
    return dict(made.faults)


def add_answered(session: Session, record: Record, answers: Mapping[str, str]) -> dict[str, str]:
    """Add a record as answers make it, as one step; gives a sentence for each that will not do.

    A record that has a place among others in the plan becomes the last of them.
    """
    made = answered(session, record, answers)
    if not made.faults:
        _add(session, made.record)
    return dict(made.faults)


def _add(session: Session, record: Record) -> None:
    if isinstance(record, AssignmentReport):
        add_report(session, record)
    elif has_place(record):
        add_in_place(session, record)
    else:
        editing.add(session, record)


def _write_values(session: Session, indicator_id: str, changed: Mapping[str, str]) -> None:
    """Write the cells that say something else than before; a blank where there was no cell is no change."""
    for key, raw in changed.items():
        if key.startswith(VALUE):
            column_id = key.removeprefix(VALUE)
            written = session.all(Value, indicator_id=indicator_id, column_id=column_id)
            if raw != (written[0].raw if written else ""):
                editing.write_value(session, indicator_id, column_id, raw)


def _heading(session: Session, record: Record) -> str:
    """What the record is: a goal by the name of its level."""
    if isinstance(record, Goal):
        return one_line(session.get(Level, record.level_id).name)
    return one_of(plural_of(type(record)))


def _title(session: Session, record: Record) -> str:
    """The whole title of what has one; what is but text goes by its start, as steps have it."""
    match record:
        case Goal():
            return goal_name(record)
        case Register():
            return one_line(record.plan_title) or register_title(session)
        case SupervisionOccasion():
            return one_line(session.get(SupervisionEvent, record.event_id).title)
        case EntityReview():
            return f"{one_line(session.get(LegalEntity, record.legal_entity_id).name)} {record.year}"
        case _:
            return one_line(str(getattr(record, "title", ""))) or one_line(name_of(record))


def _action(record: Record, fields: Mapping[str, str]) -> Action:
    match record:
        case Register():
            return Action.EDIT_REGISTER
        case AgendaItem():
            return Action.EDIT_AGENDA
        case _:
            return Action.EDIT if fields else Action.EDIT_VALUE


def _field(session: Session, record: Record, spec: Spec) -> Field:
    return Field(
        key=spec.key,
        label=_(spec.label),
        kind=spec.reader.kind,
        help=_holders(session, record, spec) or _hint(record, spec.key) or _(spec.help),
        choices=spec.choices(session, record) if spec.choices else (),
        required=spec.required,
        lines=spec.reader.lines,
        counted_from=spec.counted_from,
        heading=_(spec.heading) if spec.heading else "",
        check=spec.reader.check,
    )


def _holders(session: Session, record: Record, spec: Spec) -> str:
    """Who holds a function just now, for the secretary alone; nothing where nobody is named, or for other fields."""
    function = one_line(str(getattr(record, spec.key))) if spec.key in _FUNCTIONS else ""
    named = [one_line(each.name) for each in session.all(FunctionHolder, function=function)] if function else []
    names = ", ".join(filter(None, named))
    return _("Just nu: {names}. Namnet skrivs aldrig ut.").format(names=names) if names else ""


def _is_asked(record: Record, key: str) -> bool:
    """Why work is late or dropped is asked when it is, and when it was done once it is."""
    match record, key:
        case Activity() | Assignment(), "status_reason":
            return record.status in WANTS_REASON or bool(record.status_reason)
        case Assignment(), "done_on":
            return record.status is WorkStatus.DONE or record.done_on is not None
    return True


def _hint(record: Record, key: str) -> str:
    """What the state of a record makes it likely that one wants to write; nobody has to."""
    match record, key:
        case Activity() | Assignment(), "status_reason" if not record.status_reason.strip():
            return _("Skriv gärna varför, för den som frågar sedan.")
        case Activity(status=WorkStatus.DONE), "progress" if record.progress != _ALL:
            return _("Delaktiviteten är genomförd. Är framdriften 100 procent?")
    return ""


def _values(session: Session, record: Record) -> list[tuple[Field, str]]:
    """A field for each cell that an indicator has or may have, with its text to the letter."""
    if not isinstance(record, Indicator):
        return []
    written = {value.column_id: value.raw for value in session.all(Value, indicator_id=record.id)}
    has_table = record.table_kind is TableKind.QUANTITATIVE
    return [
        (_value_field(column, written.get(column.id)), written.get(column.id, ""))
        for column in session.all(ValueColumn, closed_on=None)
        if has_table or column.id in written
    ]


def _value_field(column: ValueColumn, raw: str | None) -> Field:
    understood = "" if raw is None else _("Uppfattas som: {reading}").format(reading=reading(parse_value(raw)))
    return Field(key=VALUE + column.id, label=column_label(column).replace("&", "&&"), help=understood)


def _fault(session: Session, record: Record, spec: Spec, text: str) -> str:
    if spec.required and not text.strip():
        return _("Detta måste fyllas i.")
    if spec.choices and not spec.counted_from and text not in {choice.code for choice in spec.choices(session, record)}:
        return _("Välj ett av svaren.")
    return spec.reader.check(text)


def _order_faults(record: Record, read: Mapping[str, object]) -> dict[str, str]:
    first, last = IN_ORDER.get(type(record), ("", ""))
    start, end = getattr(record, first, None), getattr(record, last, None)
    if start is None or end is None or start <= end:
        return {}
    return {key: _("Slutet kan inte komma före början.") for key in (last, first) if key in read}


def _taken_faults(session: Session, record: Record, read: Mapping[str, object]) -> dict[str, str]:
    """A company has one decision a year."""
    if not isinstance(record, EntityReview) or "year" not in read:
        return {}
    same = session.all(EntityReview, "id", legal_entity_id=record.legal_entity_id, year=record.year)
    taken = any(other.id != record.id for other in same)
    words = _("Det finns redan ett beslut för {year}: ändra det i stället.")
    return {"year": words.format(year=record.year)} if taken else {}


def _with_consequences(record: Record, read: dict[str, object]) -> dict[str, object]:
    """What else changes when some fields do."""
    match record:
        case Goal() if read.get("printed_number", record.printed_number) != record.printed_number:
            return {**read, "number_inferred": False}
        case Activity() if read.get("goal_id", record.goal_id) != record.goal_id:
            return {**read, "interim_goal_id": None}
        case SupervisionOccasion(status=OccasionStatus.PLANNED) if read.get("concluded") or read.get("decided"):
            return {"status": OccasionStatus.HELD, **read}
        case Assignment():
            moved = read.get("goal_id", record.goal_id) != record.goal_id
            followed = {**_due(record, read), **consequences(record, read, date.today())}
            return {**read, **followed, **({"parent_id": None} if moved else {})}
        case AssignmentReport() if read.get("meeting_id", record.meeting_id) != record.meeting_id:
            return {**read, "agenda_item_id": None}
        case _:
            return read


def _due(record: Assignment, read: Mapping[str, object]) -> dict[str, object]:
    """A day and the way of being due follow each other."""
    if read.get("due_on"):
        return {"due_kind": DueKind.DATE}
    if "due_on" in read and record.due_kind is DueKind.DATE:
        return {"due_kind": DueKind.UNSPECIFIED}
    if read.get("due_kind", DueKind.DATE) is not DueKind.DATE:
        return {"due_on": None}
    return {}


def _move_parts(session: Session, record: Record) -> None:
    """The parts of an assignment stand under the same goal as it does."""
    if isinstance(record, Assignment):
        for part in session.all(Assignment, parent_id=record.id):
            if part.goal_id != record.goal_id:
                _move_parts(session, editing.edit(session, part, goal_id=record.goal_id))


def _lock(session: Session, record: Record) -> str:
    """Why the record cannot be changed, or nothing."""
    meeting = _meeting_of(session, record)
    if meeting is None or meeting.status is not MeetingStatus.CLOSED:
        return ""
    return _("Sammanträdet {date} är avslutat och kan inte ändras.").format(date=meeting_days(meeting))


def _meeting_of(session: Session, record: Record) -> Meeting | None:
    """The meeting that a record belongs to and is closed with."""
    match record:
        case Meeting():
            return record
        case AgendaItem() | Attendance():
            return session.get(Meeting, record.meeting_id)
        case Recusal():
            return _meeting_of(session, session.get(AgendaItem, record.agenda_item_id))
        case Attachment() if record.item_id:
            owners = (session.repository.find(kind, record.item_id) for kind in (AgendaItem, Meeting))
            return next((_meeting_of(session, owner) for owner in owners if owner), None)
        case _:
            return None
