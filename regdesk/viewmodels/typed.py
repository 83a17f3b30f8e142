"""What people type about records where there is no window: ids by their beginnings, answers in codes or in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regdesk.domain.model import RECORDS, Record, Register, ValueColumn, plural_of
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _
from regdesk.services.branches import PLAN_KINDS
from regdesk.services.registers import register_of
from regdesk.services.session import Session
from regdesk.viewmodels.additions import additions
from regdesk.viewmodels.beginnings import BEGUN, new_record
from regdesk.viewmodels.beginnings import begin as begin_alone
from regdesk.viewmodels.below import BELOW, begun
from regdesk.viewmodels.fields import YES, Field, FieldKind
from regdesk.viewmodels.form_fields import FIELDS
from regdesk.viewmodels.forms import VALUE, RecordForm, add_answered, apply, form_of
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.tree import TreeNode

_SHORTEST = 8
"""The first letters of an id tell when it was made, so that fewer would mean many records."""


def kind_of(text: str) -> str:
    """The plural of a kind of record by itself or by what the program calls it: `assignments` for `uppdrag`.

    Raises Problem(KIND_UNKNOWN).
    """
    wanted = text.strip().casefold()
    for plural in RECORDS:
        if wanted in (plural, many_of(plural).casefold()):
            return plural
    raise Problem(ProblemKind.KIND_UNKNOWN, text=text, kinds=", ".join(RECORDS))


def record_of(session: Session, text: str) -> Record:
    """The record that has a form and an id that begins like this; `register` is the register itself.

    Raises Problem(RECORD_UNKNOWN), Problem(RECORD_AMBIGUOUS).
    """
    if text.casefold() in ("register", "registret"):
        return register_of(session)
    found = list(_beginning(session, text.strip().lower())) if len(text.strip()) >= _SHORTEST else []
    if len(found) > 1:
        raise Problem(ProblemKind.RECORD_AMBIGUOUS, text=text)
    if not found:
        raise Problem(ProblemKind.RECORD_UNKNOWN, text=text)
    return found[0]


def change_record(session: Session, record: Record, typed: Mapping[str, str]) -> None:
    """Put typed answers into the register as one step.

    Raises Problem(FIELD_UNKNOWN), Problem(ANSWER_REFUSED), Problem(MEETING_CLOSED).
    """
    form = form_of(session, plural_of(type(record)), record.id)
    answers = answers_of(session, form, typed)
    changed = {key: text for key, text in answers.items() if text != form.values[key]}
    if changed:
        _refuse(form, apply(session, form.kind, record.id, changed))


def add_record(session: Session, plural: str, owner: Record | None, typed: Mapping[str, str]) -> str:
    """Add a record, under another one where one is given, as one step; gives its id.

    Raises Problem(CANNOT_ADD), Problem(FIELD_UNKNOWN), Problem(ANSWER_REFUSED).
    """
    form, record = _begin(session, plural, owner)
    _refuse(form, add_answered(session, record, {**form.values, **answers_of(session, form, typed)}))
    return record.id


def answers_of(session: Session, form: RecordForm, typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed as a form takes it: a choice by its code, its words or its id; `outcome:2024` for a value."""
    fields = {field.key: field for field in form.fields}
    keyed = {_key(session, key): text for key, text in typed.items()}
    for key in keyed:
        if key not in fields:
            raise Problem(ProblemKind.FIELD_UNKNOWN, text=key, fields=", ".join(_shown(session, fields)))
    return {key: _answer(fields[key], text) for key, text in keyed.items()}


def _begin(session: Session, plural: str, owner: Record | None) -> tuple[RecordForm, Record]:
    record = _new_under(session, plural, owner) if owner else _new_alone(session, plural)
    if record is None:
        raise Problem(ProblemKind.CANNOT_ADD, plural=plural, owner=plural_of(type(owner)) if owner else "")
    return new_record(session, record, plural).form, record


def _new_alone(session: Session, plural: str) -> Record | None:
    return begin_alone(session, plural).record if plural in BEGUN else None


def _new_under(session: Session, plural: str, owner: Record) -> Record | None:
    kind = plural_of(type(owner))
    for below in BELOW.get(kind, ()):
        if below.plural == plural:
            return begun(session, below, owner.id)
    if kind not in PLAN_KINDS:
        return None
    offered = additions(session, TreeNode(id=owner.id, kind=kind, text="")).under
    return next((addition.record for addition in offered if addition.kind == plural), None)


def _beginning(session: Session, text: str) -> Iterator[Record]:
    for kind in FIELDS:
        if kind is not Register:
            yield from session.repository.select(kind, "WHERE id >= ? AND id < ?", (text, f"{text}~"))


def _key(session: Session, text: str) -> str:
    """`outcome:2024` and `target:2026` name the column of that kind and year."""
    name, colon, year = text.partition(":")
    for column in session.all(ValueColumn) if colon else ():
        if (column.kind.value, str(column.year)) == (name, year):
            return VALUE + column.id
    return text


def _shown(session: Session, fields: Mapping[str, Field]) -> Iterator[str]:
    columns = {VALUE + column.id: f"{column.kind.value}:{column.year}" for column in session.all(ValueColumn)}
    return (columns.get(key, key) for key in fields)


def _answer(field: Field, text: str) -> str:
    match field.kind:
        case FieldKind.CHOICE:
            return _choice(field, text.strip())
        case FieldKind.TICK:
            return YES if text.strip().casefold() in (YES, "ja", "1", "true", "x") else ""
        case _:
            return text


def _choice(field: Field, text: str) -> str:
    """The code of a choice by itself or by its words; what is neither stays, and is refused by the form."""
    for choice in field.choices:
        if text.casefold() in (choice.code.casefold(), choice.text.casefold()):
            return choice.code
    return text


def _refuse(form: RecordForm, faults: Mapping[str, str]) -> None:
    """Raise the first fault."""
    labels = {field.key: field.label.replace("&&", "&") for field in form.fields}
    for key, words in faults.items():
        raise Problem(ProblemKind.ANSWER_REFUSED, field=labels.get(key, key), words=words or _("Välj ett av svaren."))
