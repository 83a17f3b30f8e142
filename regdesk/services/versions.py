"""Versions of the plan: what it was at a decision, kept whole, and what differs between two of them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum, auto
from typing import Final

from regdesk.domain.codes import ValueKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    AgendaGoal,
    Assignment,
    BoardRole,
    Body,
    ClusterParameter,
    Duty,
    Footnote,
    Foundation,
    Goal,
    GoalState,
    GoverningDocument,
    Indicator,
    InterimGoal,
    LegalEntity,
    Level,
    Link,
    Milestone,
    OrgUnit,
    Perspective,
    PlanVersion,
    Record,
    RegionalGoal,
    Register,
    Risk,
    RiskAction,
    Section,
    Value,
    ValueColumn,
    plural_of,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.session import Session
from regdesk.store.mapping import Cell, to_row

Row = Mapping[str, Cell]
Snapshot = Mapping[str, Mapping[str, Row]]
"""Rows by the plural of their kind and their id, in the order of the plan."""

_KEPT: Final[tuple[type[Record], ...]] = (
    *(Register, Body, Level, Goal, GoalState, InterimGoal, Indicator, ClusterParameter, ValueColumn, Value),
    *(Activity, Milestone, Assignment, Risk, RiskAction, LegalEntity, BoardRole, Duty, Section, Footnote),
    *(RegionalGoal, GoverningDocument, Foundation, Perspective, AgendaGoal, OrgUnit, Link),
)
"""What a version holds; what was understood of a value follows from its text."""

COMPARED: Final = (
    *("registers", "levels", "goals", "goal_states", "interim_goals", "indicators", "cluster_parameters", "values"),
    *("activities", "assignments", "risks"),
)
"""What is compared, in the order that it is told."""

_WORKED_OUT: Final = frozenset({"id", "position", "sort_number", "number_inferred", "raw", "heading", "model"})
"""What nobody writes in the window, or what only says the order; a level's place says more than that."""


_LARGEST: Final = 300_000_000
"""Bytes of the largest plan that is unpacked; ten thousand goals come to a tenth of it."""


class Change(StrEnum):
    """What became of a part of the plan from one version to the other."""

    ADDED = auto()
    REMOVED = auto()
    CHANGED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs. For a change `field` is what differs, for a target value the id of its column.

    `before` and `after` are as the register keeps them: codes, ids and ISO dates.
    """

    change: Change
    plural: str
    id: str
    title: str
    field: str = ""
    before: Cell = None
    after: Cell = None


# Taking


def take_version(
    session: Session, title: str, *, decided_on: date | None = None, section_no: str = "", dnr: str = ""
) -> PlanVersion:
    """Keep the plan as it is now, as one step."""
    with session.change(Action.TAKE_VERSION, title) as change:
        return change.insert(
            PlanVersion(
                id=new_id(),
                number=1 + max((version.number for version in versions_of(session)), default=0),
                title=title,
                decided_on=decided_on,
                section_no=section_no,
                dnr=dnr,
                made_at=datetime.now(UTC),
                sha256=change.put_blob(_packed(snapshot_of(session))),
                history_hash=session.head.hash,
            )
        )


def versions_of(session: Session) -> list[PlanVersion]:
    """Every version, the newest first."""
    return session.all(PlanVersion, "number DESC")


def version_numbered(session: Session, number: str) -> PlanVersion:
    """A version by its number. Raises Problem(VERSION_UNKNOWN)."""
    for version in versions_of(session):
        if str(version.number) == number.strip():
            return version
    raise Problem(ProblemKind.VERSION_UNKNOWN, version=number)


def snapshot_of(session: Session) -> Snapshot:
    """The plan as it is now."""
    return {plural_of(kind): {each.id: to_row(each) for each in session.all(kind)} for kind in _KEPT}


def version_snapshot(session: Session, version: PlanVersion) -> Snapshot:
    """The plan as it was kept. Raises Problem(ROW_MISSING), Problem(REGISTER_DAMAGED)."""
    return _unpacked(session.repository.blob(version.sha256))


def _packed(snapshot: Snapshot) -> bytes:
    return zlib.compress(json.dumps(snapshot, ensure_ascii=False, separators=(",", ":")).encode())


def _unpacked(content: bytes) -> Snapshot:
    """A register may come from anybody, so no more is unpacked than any plan comes to."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(content, _LARGEST)
        if unpacking.eof:
            kept: Snapshot = json.loads(text)
            return kept
    except (zlib.error, ValueError) as error:
        raise Problem(ProblemKind.REGISTER_DAMAGED) from error
    raise Problem(ProblemKind.REGISTER_DAMAGED)


# Comparing


def differences(before: Snapshot, after: Snapshot) -> list[Difference]:
    """What differs, by kind in the order of COMPARED and then in the order of the plan; nothing for equal plans."""
    return [each for plural in COMPARED for each in _of_kind(plural, before, after)]


def _of_kind(plural: str, before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    if plural == "values":
        yield from _of_targets(before, after)
        return
    old, new = before.get(plural, {}), after.get(plural, {})
    for record_id in dict.fromkeys((*old, *new)):
        was, now = old.get(record_id), new.get(record_id)
        title = title_of(now or was or {})
        if was is not None and now is not None:
            yield from _changed(plural, title, was, now)
        else:
            change = Change.ADDED if was is None else Change.REMOVED
            yield Difference(change=change, plural=plural, id=record_id, title=title)


def _changed(plural: str, title: str, was: Row, now: Row) -> Iterator[Difference]:
    for field in dict.fromkeys((*was, *now)):
        if is_compared(plural, field) and was.get(field) != now.get(field):
            yield Difference(
                change=Change.CHANGED,
                plural=plural,
                id=str(now["id"]),
                title=title,
                field=field,
                before=was.get(field),
                after=now.get(field),
            )


def is_compared(plural: str, field: str) -> bool:
    """Whether another value in a field is a difference."""
    return (field not in _WORKED_OUT or (plural, field) == ("levels", "position")) and not field.endswith("_key")


def _of_targets(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    """Targets by indicator and column, also where the cell was written anew; a blank is as good as no cell."""
    old, new = _targets(before), _targets(after)
    for cell in dict.fromkeys((*old, *new)):
        was, now = old.get(cell, ""), new.get(cell, "")
        if was == now:
            continue
        indicator_id, column_id = cell
        kept = after["indicators"].get(indicator_id) or before["indicators"].get(indicator_id) or {}
        yield Difference(
            change=Change.CHANGED,
            plural="values",
            id=indicator_id,
            title=title_of(kept),
            field=column_id,
            before=was,
            after=now,
        )


def _targets(snapshot: Snapshot) -> dict[tuple[str, str], str]:
    return {
        (str(row["indicator_id"]), str(row["column_id"])): str(row["raw"])
        for row in snapshot.get("values", {}).values()
        if row["kind"] == ValueKind.TARGET
    }


def title_of(row: Row) -> str:
    """What a row is called, to the letter."""
    named = (str(row.get(field) or "").strip() for field in ("title", "name", "text", "plan_title", "organisation"))
    return next((words for words in named if words), "")
