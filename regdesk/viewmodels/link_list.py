"""What a record points at, kind by kind: listed with the plan's own words, chosen, ordered and taken away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import LinkKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    AgendaGoal,
    Body,
    Duty,
    Foundation,
    Goal,
    GoverningDocument,
    Link,
    Perspective,
    Record,
    RegionalGoal,
    plural_of,
)
from regdesk.i18n import _, mark
from regdesk.services.actions import Action
from regdesk.services.branches import PLAN_KINDS
from regdesk.services.links import set_links, targets_of
from regdesk.services.secrecy import item_record, secrecy_of
from regdesk.services.session import Session, name_of
from regdesk.viewmodels.labels import goal_name
from regdesk.viewmodels.rows import Cell, Column, GivenRows, Row
from regdesk.viewmodels.tree import TreeNode
from regdesk.viewmodels.words import one_line, word

TARGET: Final = "target"
"""The kind of a node that can be pointed at; a node of `NEW` is added to the register when it is chosen."""

NEW: Final = "new"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What links of a kind point at: its records, what each is called, and how a new one is made of a name."""

    record: type[Record]
    name: Callable[[Record], str]
    make: Callable[[str, int], Record] | None = None
    order: str = ""
    suggested: tuple[str, ...] = ()


def _regional(name: str, position: int) -> Record:
    """`3 Hållbar tillväxt` is goal number 3."""
    number, _space, title = name.partition(" ")
    if number.rstrip(".").isdigit():
        return RegionalGoal(id=new_id(), number=number.rstrip("."), title=title.strip(), position=position)
    return RegionalGoal(id=new_id(), number="", title=name, position=position)


def _numbered(record: Record) -> str:
    assert isinstance(record, AgendaGoal | RegionalGoal)  # noqa: S101 - the table below sees to it
    return one_line(f"{record.number} {record.title}")


def _goal(record: Record) -> str:
    assert isinstance(record, Goal)  # noqa: S101 - the table below sees to it
    return goal_name(record)


def _named(record: Record) -> str:
    return one_line(str(getattr(record, "title", "") or getattr(record, "name", "") or getattr(record, "text", "")))


_KINDS: Final[Mapping[LinkKind, _Kind]] = MappingProxyType(
    {
        LinkKind.PERSPECTIVE: _Kind(
            Perspective,
            _named,
            lambda name, position: Perspective(id=new_id(), name=name, position=position),
            suggested=(
                mark("Barn"),
                mark("Jämställdhet"),
                mark("Miljö"),
                mark("Folkhälsa"),
                mark("Tillgänglighet"),
                mark("Nationella minoriteter"),
                mark("Landsbygd"),
                mark("Digitalisering"),
            ),
        ),
        LinkKind.AGENDA_2030: _Kind(AgendaGoal, _numbered, order="number"),
        LinkKind.REGIONAL_GOAL: _Kind(RegionalGoal, _numbered, _regional),
        LinkKind.STRATEGY: _Kind(
            GoverningDocument,
            _named,
            lambda name, position: GoverningDocument(id=new_id(), title=name, position=position),
        ),
        LinkKind.FOUNDATION: _Kind(
            Foundation, _named, lambda name, position: Foundation(id=new_id(), title=name, position=position)
        ),
        LinkKind.BOARD: _Kind(
            Body,
            _named,
            lambda name, position: Body(id=new_id(), name=name, position=position),
            "position, name_key, id",
        ),
        LinkKind.GOAL: _Kind(Goal, _goal),
        LinkKind.DUTY: _Kind(Duty, _named),
    }
)

LINKED: Final[Mapping[str, tuple[LinkKind, ...]]] = MappingProxyType(
    {
        "goals": tuple(_KINDS),
        "interim_goals": (LinkKind.PERSPECTIVE, LinkKind.GOAL),
        "indicators": (LinkKind.PERSPECTIVE, LinkKind.AGENDA_2030, LinkKind.STRATEGY),
        "activities": (LinkKind.PERSPECTIVE, LinkKind.STRATEGY, LinkKind.BOARD, LinkKind.GOAL),
        "assignments": (LinkKind.PERSPECTIVE, LinkKind.STRATEGY, LinkKind.BOARD, LinkKind.DUTY),
        "risks": (LinkKind.PERSPECTIVE, LinkKind.STRATEGY),
    }
)
"""The kinds of record that have links in their detail, and the kinds of links that each can get."""

_ELSEWHERE: Final[Mapping[str, frozenset[LinkKind]]] = MappingProxyType({"risks": frozenset({LinkKind.GOAL})})
"""What is listed by itself in a detail: the goals that a risk is about."""


LINK_KINDS: Final = tuple(_KINDS)
"""The kinds of links in the order they are shown."""


def link_columns() -> tuple[Column, ...]:
    return (
        Column(key="kind", title=_("Koppling"), width=1.2, sortable=False),
        Column(key="target", title=_("Till"), width=2.4, sortable=False),
    )


def link_rows(session: Session, plural: str, source_id: str) -> GivenRows:
    """What the record points at, kind by kind; each row is a link. The plan's own words follow where they differ."""
    elsewhere = _ELSEWHERE.get(plural, frozenset())
    links = [link for link in session.all(Link, source_id=source_id) if link.kind not in elsewhere]
    secrecy = secrecy_of(session)
    order = {kind: place for place, kind in enumerate(_KINDS)}
    rows = [
        Row(
            id=link.id,
            cells=(Cell(text=word(link.kind)), Cell(text=_called(session, link))),
            secret=secrecy.is_secret(link.target_id),
        )
        for link in sorted(links, key=lambda link: (order[link.kind], link.position, link.id))
    ]
    return GivenRows(link_columns(), rows)


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """A kind of link that a record can get: what it is called, and what the record points at by it now."""

    kind: LinkKind
    name: str
    chosen: tuple[str, ...]
    can_add: bool


def link_choices(session: Session, plural: str, source_id: str) -> tuple[LinkChoice, ...]:
    """The kinds of links that a record of that plural can get."""
    return tuple(
        LinkChoice(kind, word(kind), tuple(targets_of(session, source_id, kind)), _KINDS[kind].make is not None)
        for kind in LINKED[plural]
    )


def place_of_target(session: Session, link_id: str) -> str:
    """The id of what a link points at, if it has a place in the plan; else nothing. Raises Problem(ROW_MISSING)."""
    link = session.get(Link, link_id)
    return link.target_id if plural_of(_KINDS[link.kind].record) in PLAN_KINDS else ""


def target_nodes(session: Session, kind: LinkKind, source_id: str, text: str) -> tuple[TreeNode, ...]:
    """What links of a kind can point at, that holds `text`; where new ones can be made, what `text` would be called."""
    known, wanted = _KINDS[kind], one_line(text)
    names = target_names(session, kind)
    names.pop(source_id, None)
    taken = {name.casefold() for name in names.values()}
    nodes = [TreeNode(id=record_id, kind=TARGET, text=name) for record_id, name in names.items()]
    offered = [*(_(name) for name in known.suggested), wanted] if known.make else []
    for name in dict.fromkeys(offered):
        if name and name.casefold() not in taken:
            nodes.append(TreeNode(id=f"{NEW}:{name}", kind=NEW, text=name, count=_("ny")))
    return tuple(node for node in nodes if wanted.casefold() in node.text.casefold())


def target_names(session: Session, kind: LinkKind) -> dict[str, str]:
    """What everything is called that links of a kind can point at, by its id and in its order."""
    known = _KINDS[kind]
    return {record.id: known.name(record) for record in session.all(known.record, known.order)}


def new_perspectives(session: Session, text: str) -> tuple[TreeNode, ...]:
    """The usual perspectives that the register does not have, and the one that `text` would be."""
    return tuple(node for node in target_nodes(session, LinkKind.PERSPECTIVE, "", text) if node.kind == NEW)


def add_perspectives(session: Session, chosen: Collection[str]) -> None:
    """Put those that were chosen into the register, as one step."""
    names = sorted(each.removeprefix(f"{NEW}:") for each in chosen)
    position = session.repository.count(Perspective)
    with session.change(Action.ADD, ", ".join(names)) as change:
        change.insert_all(
            [Perspective(id=new_id(), name=name, position=position + place) for place, name in enumerate(names)]
        )


def set_targets(session: Session, source_id: str, kind: LinkKind, chosen: Collection[str]) -> None:
    """Let a record point at these as one step: those it has keep their order, the others come after in theirs.

    What is new is added to the register first. Raises what `set_links` raises.
    """
    known, subject = _KINDS[kind], _subject(session, source_id)
    with session.change(Action.SET_LINKS, subject) as change:
        position = session.repository.count(known.record)
        added: list[str] = []
        for name in sorted(each.removeprefix(f"{NEW}:") for each in chosen if each.startswith(f"{NEW}:")):
            assert known.make is not None  # noqa: S101 - nothing new is offered elsewhere
            added.append(change.insert(known.make(name, position + len(added))).id)
        present = targets_of(session, source_id, kind)
        rest = [record.id for record in session.all(known.record, known.order) if record.id in chosen]
        wanted = [each for each in (*present, *rest, *added) if each in chosen or each in added]
        set_links(session, source_id, kind, list(dict.fromkeys(wanted)), subject)


def remove_link(session: Session, source_id: str, link_id: str) -> None:
    """Take one link away. Raises Problem(ROW_MISSING)."""
    link = session.get(Link, link_id)
    kept = [each for each in targets_of(session, source_id, link.kind) if each != link.target_id]
    set_links(session, source_id, link.kind, kept, _subject(session, source_id))


def move_link(session: Session, source_id: str, link_id: str, by: int) -> None:
    """Move a link among those of its kind; beyond the first and last nothing happens. Raises Problem(ROW_MISSING)."""
    link = session.get(Link, link_id)
    order = targets_of(session, source_id, link.kind)
    place = order.index(link.target_id)
    if 0 <= place + by < len(order):
        order.insert(place + by, order.pop(place))
        set_links(session, source_id, link.kind, order, _subject(session, source_id))


def _called(session: Session, link: Link) -> str:
    """The name of what a link points at, and the plan's words for it where they are others."""
    known = _KINDS[link.kind]
    target = session.repository.find(known.record, link.target_id)
    name, raw = known.name(target) if target else "", one_line(link.raw)
    if not name or not raw or raw.casefold() == name.casefold():
        return name or raw
    return _("{name} (i planen: {raw})").format(name=name, raw=raw)


def _subject(session: Session, source_id: str) -> str:
    record = item_record(session, source_id)
    return name_of(record) if record else ""
