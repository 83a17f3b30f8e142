"""What can be added where one stands in the plan: beside a record, under it, or to the plan as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import AssignmentRole, StateKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    RECORDS,
    Activity,
    Assignment,
    Attachment,
    BoardRole,
    ClusterParameter,
    Duty,
    Goal,
    GoalState,
    Indicator,
    InterimGoal,
    LegalEntity,
    Level,
    Record,
    Risk,
    Section,
    plural_of,
)
from regdesk.i18n import _
from regdesk.services.arranging import add_in_place, has_place, siblings_of
from regdesk.services.closing import stands
from regdesk.services.session import Session
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.plan_tree import role_name
from regdesk.viewmodels.tree import TreeNode
from regdesk.viewmodels.words import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A record that can be added: what it is called in a menu, and right after what it goes, where not last."""

    kind: str
    text: str
    record: Record
    after: Record | None = None

    @property
    def key(self) -> str:
        """The field that is written first."""
        return _words_of(type(self.record))


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """What can be added beside a node, and under it; what is most often meant comes first."""

    beside: tuple[Addition, ...] = ()
    under: tuple[Addition, ...] = ()


_KEPT: Final[Mapping[type[Record], tuple[str, ...]]] = MappingProxyType(
    {
        Activity: ("goal_id", "interim_goal_id"),
        Assignment: ("goal_id", "parent_id", "role", "lead_in"),
        Attachment: (),
        BoardRole: (),
        ClusterParameter: ("indicator_id",),
        Duty: (),
        Goal: ("level_id", "parent_id"),
        GoalState: ("goal_id", "kind", "year"),
        Indicator: ("goal_id", "table_kind", "assessment_method"),
        InterimGoal: ("goal_id",),
        LegalEntity: (),
        Risk: (),
        Section: ("parent_id", "level"),
    }
)
"""What a new record has in common with the one that it is added beside."""

_GROUPED_TOGETHER: Final = {"duties": ("board_roles", "duties")}
"""Groups of the tree that hold more than one kind."""


def additions(session: Session, node: TreeNode) -> Additions:
    """What can be added where a node of the plan's tree stands."""
    match node.kind:
        case "registers":
            return Additions(under=(*_top_goal(session), *_of_plan(session)))
        case "group":
            return Additions(under=tuple(_in_group(session, node.id)))
    record = session.get(RECORDS[node.kind], node.id)
    if not stands(record):
        return Additions()
    return Additions(beside=tuple(_beside(session, record)), under=tuple(_under(session, record)))


def first_goal(session: Session) -> Addition:
    """What an empty plan begins with."""
    return next(_top_goal(session))


def add_to_plan(session: Session, addition: Addition) -> str:
    """Add it as one step; gives the id of the new record."""
    return add_in_place(session, addition.record, addition.after).id


def _beside(session: Session, record: Record) -> Iterator[Addition]:
    if not has_place(record):
        return
    like = _like(record)
    yield Addition(kind=plural_of(type(record)), text=_name(session, like), record=_named(session, like), after=record)


def _under(session: Session, record: Record) -> Iterator[Addition]:
    match record:
        case Goal():
            yield from _added(session, _under_goal(session, record))
        case Indicator() if record.is_cluster:
            yield from _added(session, [ClusterParameter(id=new_id(), indicator_id=record.id)])
        case Assignment():
            part = replace(_like(record), parent_id=record.id)  # type: ignore[call-arg]
            yield replace(_addition(session, part), text=_("Del av uppdraget"))
        case Section():
            yield from _added(session, [Section(id=new_id(), parent_id=record.id, level=record.level + 1)])
        case _:
            return


def _under_goal(session: Session, goal: Goal) -> Iterator[Record]:
    key = goal.id
    yield _last_like(session, Indicator(id=new_id(), goal_id=key, title=""))
    for role in _roles(session):
        yield _last_like(session, Assignment(id=new_id(), goal_id=key, role=role, text=""))
    yield Activity(id=new_id(), goal_id=key, title="")
    yield InterimGoal(id=new_id(), goal_id=key, text="")
    yield GoalState(id=new_id(), goal_id=key, kind=StateKind.CURRENT, text="")
    below = [level for level in session.all(Level) if level.position > session.get(Level, goal.level_id).position]
    if below:
        yield Goal(id=new_id(), level_id=below[0].id, parent_id=key, title="")


def _top_goal(session: Session) -> Iterator[Addition]:
    yield _addition(session, Goal(id=new_id(), level_id=session.all(Level)[0].id, title=""))


def _of_plan(session: Session) -> Iterator[Addition]:
    """What stands under no goal."""
    yield from _added(
        session,
        [
            Risk(id=new_id(), title=""),
            LegalEntity(id=new_id(), name=""),
            BoardRole(id=new_id(), text=""),
            Duty(id=new_id(), text=""),
            Assignment(id=new_id(), text=""),
            GoalState(id=new_id(), kind=StateKind.DESIRED, text=""),
            Attachment(id=new_id(), title=""),
            Section(id=new_id(), level=1),
        ],
    )


def _in_group(session: Session, node_id: str) -> Iterator[Addition]:
    """What a group holds, as the group's id says: `<goal or plan>:<plural>`, with the role of uppdrag after a point."""
    owner, _colon, content = node_id.partition(":")
    plural, _point, role = content.partition(".")
    kinds = _GROUPED_TOGETHER.get(plural, (plural,))
    if owner == "plan":
        yield from (each for each in _of_plan(session) if each.kind in kinds)
        return
    for record in _under_goal(session, session.get(Goal, owner)):
        if plural_of(type(record)) in kinds and (not isinstance(record, Assignment) or record.role == role):
            yield _addition(session, record)


def _added(session: Session, records: Iterable[Record]) -> Iterator[Addition]:
    return (_addition(session, record) for record in records)


def _addition(session: Session, record: Record) -> Addition:
    return Addition(kind=plural_of(type(record)), text=_name(session, record), record=_named(session, record))


def _roles(session: Session) -> list[AssignmentRole]:
    """The roles that the plan knows its uppdrag by."""
    known = {assignment.role for assignment in session.all(Assignment)}
    return [role for role in AssignmentRole if role in known] or [AssignmentRole.OTHER]


def _last_like(session: Session, record: Record) -> Record:
    """The record as the last of those it is going to stand beside is, in all that they are likely to share."""
    siblings = siblings_of(session, record)
    return _like(siblings[-1]) if siblings else record


def _like(record: Record) -> Record:
    """A new record beside another: where it stands and how it is judged are the same, what it says is not."""
    kind = type(record)
    kept = {field: getattr(record, field) for field in _KEPT[kind]}
    return kind(id=new_id(), **{_words_of(kind): ""}, **kept)


def _words_of(kind: type[Record]) -> str:
    """The field that says what a record is called."""
    return next(field for field in ("title", "name", "heading", "text") if hasattr(kind, field))


def _name(session: Session, record: Record) -> str:
    """What menus call it: a goal by its level, an uppdrag by its role."""
    match record:
        case Goal():
            return one_line(session.get(Level, record.level_id).name)
        case Assignment() if record.goal_id:
            return role_name(record.role)
        case _:
            return one_of(plural_of(type(record)))


def _named(session: Session, record: Record) -> Record:
    """The record with words to be written over, so that it is seen wherever it is listed; parameters have numbers."""
    if isinstance(record, ClusterParameter):
        return record
    kind = one_of(plural_of(type(record))) if isinstance(record, Assignment) else _name(session, record)
    field = _words_of(type(record))
    words = _("{kind} utan text") if field == "text" else _("{kind} utan rubrik")
    return replace(record, **{field: words.format(kind=kind)})
