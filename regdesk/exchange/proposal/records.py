"""Makes the records of a register out of an approved proposal, what is pointed at before what points."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from regdesk.domain.codes import FrameKind, LevelKind, LinkKind, RiskStage
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    AgendaGoal,
    Alias,
    Assignment,
    Attachment,
    BoardRole,
    Body,
    BudgetFrame,
    BudgetLine,
    ClusterParameter,
    Control,
    Duty,
    Footnote,
    Forum,
    Foundation,
    Goal,
    GoalState,
    GoverningDocument,
    Indicator,
    InterimGoal,
    LegalEntity,
    Level,
    Link,
    OrgUnit,
    Perspective,
    Record,
    RegionalGoal,
    Risk,
    RiskAction,
    RiskMatrix,
    RiskScore,
    Section,
    SupervisionEvent,
    Value,
    ValueColumn,
    ValuePart,
)
from regdesk.domain.numerals import parse_number
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.domain.risk_matrix import Matrix, read_matrix
from regdesk.exchange.proposal.cells import Cells
from regdesk.exchange.proposal.ledger import Ledger
from regdesk.exchange.proposal.nodes import NodeKind, Proposal, ProposedNode
from regdesk.exchange.proposal.prose import prose_of
from regdesk.exchange.proposal.scores import ReadScore, left_of_score, read_score
from regdesk.exchange.proposal.targets import Target, targets_of
from regdesk.exchange.wording.texts import name_key
from regdesk.services.registers import board_kind
from regdesk.services.risks import first_matrix

_ORDER: tuple[type[Record], ...] = (
    *(Body, OrgUnit, Level, Section, Goal, GoalState, InterimGoal, RegionalGoal, GoverningDocument, Foundation),
    *(AgendaGoal, Perspective, Indicator, ClusterParameter, ValueColumn, Value, ValuePart, Activity, BoardRole),
    *(Duty, Assignment, LegalEntity, Forum, SupervisionEvent, Risk, RiskMatrix, RiskScore, RiskAction, Control),
    *(BudgetLine, BudgetFrame, Attachment, Link, Alias, Footnote),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """Records in the order they can be written, and the bytes that attachments point at by SHA-256."""

    records: tuple[Record, ...]
    blobs: Mapping[str, bytes]


def to_records(
    proposal: Proposal, present: Iterable[Record] = (), make_id: Callable[[str], str] | None = None
) -> Approved:
    """The records of a proposal.

    `present` are records of the register that it may point at instead of making them anew: levels, bodies, units,
    documents, goals of other plans, columns. `make_id` turns the id of a node into that of its record.
    Raises Problem(RULE_BROKEN) for a link of a kind that no target can be made for.
    """
    known = list(present)
    ledger = Ledger(known, make_id or _fresh_ids())
    builder = _Builder(ledger, targets_of(proposal.walk()), _matrix_of(known))
    builder.add_opening(proposal.roots)
    for root in proposal.roots:
        builder.add(root, _Place())
    builder.add_parents(proposal)
    return Approved(records=tuple(ledger.in_order(_ORDER)), blobs=builder.blobs)


def _matrix_of(present: Iterable[Record]) -> Matrix:
    """What the register values risks in: its own matrix, or the shipped one."""
    own = next((record for record in present if isinstance(record, RiskMatrix)), first_matrix())
    return read_matrix(own.definition)


def _fresh_ids() -> Callable[[str], str]:
    made: dict[str, str] = {}

    def make(key: str) -> str:
        return made.setdefault(key, new_id())

    return make


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The records that a node stands under; `item` is the nearest of any kind.

    `in_text` where sections are only parts of what they stand under: a goal's text, an attachment's.
    """

    section: str | None = None
    in_text: bool = False
    goal: str | None = None
    indicator: str | None = None
    assignment: str | None = None
    risk: str | None = None
    budget_line: str | None = None
    item: str | None = None


class _Builder:
    """Walks the tree once and writes what it meets into the ledger."""

    def __init__(self, ledger: Ledger, targets: list[Target], matrix: Matrix) -> None:
        self.ledger = ledger
        self.blobs: dict[str, bytes] = {}
        self._cells = Cells(ledger)
        self._matrix = matrix
        self._targets = {link: target for target in targets for link in target.links}

    def add_opening(self, roots: tuple[ProposedNode, ...]) -> None:
        """Text before the first heading is a section without one."""
        text = prose_of(roots)
        if text:
            self.ledger.make(Section, "opening", text=text)

    def add(self, node: ProposedNode, place: _Place) -> None:
        """Add a node's record, if its kind has one, and those of all below it."""
        below = _ADDERS.get(node.kind, _add_nothing)(self, node, place)
        for child in node.children:
            self.add(child, below)

    def add_parents(self, proposal: Proposal) -> None:
        """Indicators may stand under one that comes later, even under another goal."""
        for node in proposal.walk():
            parent = node.said("parent_id")
            if node.kind is NodeKind.INDICATOR and parent and proposal.find(parent):
                self.ledger.change(Indicator, node.id, parent_id=self.ledger.id(parent))

    # What each kind of node becomes; each gives the place of what stands below

    def add_section(self, node: ProposedNode, place: _Place) -> _Place:
        if place.in_text:
            return place
        made = self.own(Section, node, parent_id=place.section, text=prose_of(node.children))
        return replace(place, section=made, item=made)

    def add_goal(self, node: ProposedNode, place: _Place) -> _Place:
        made = self.own(
            Goal,
            node,
            level_id=self.ledger.level(LevelKind(node.said("level_kind")), node.said("level_name")),
            parent_id=place.goal,
            text=prose_of(node.children, with_sections=True),
        )
        aliases = node.fields.get("aliases")
        self._add_aliases(made, aliases if isinstance(aliases, tuple) else ())
        return _Place(goal=made, item=made, section=place.section, in_text=True)

    def add_indicator(self, node: ProposedNode, place: _Place) -> _Place:
        made = self.own(Indicator, node, goal_id=place.goal, parent_id=None)
        return replace(place, indicator=made, item=made)

    def add_value(self, node: ProposedNode, place: _Place) -> _Place:
        self._cells.add(node, self.ledger.get(Indicator, place.indicator or ""))
        return place

    def add_interim_goal(self, node: ProposedNode, place: _Place) -> _Place:
        return replace(place, item=self.own(InterimGoal, node, goal_id=place.goal))

    def add_activity(self, node: ProposedNode, place: _Place) -> _Place:
        """An activity of a year is a step towards the goal's delmål of that year."""
        interim = self.ledger.only(InterimGoal, goal_id=place.goal, year=node.fields.get("year"))
        made = self.own(Activity, node, goal_id=place.goal, interim_goal_id=interim)
        return replace(place, item=made)

    def add_assignment(self, node: ProposedNode, place: _Place) -> _Place:
        body = self._named(Body, node.said("source_body"), kind=board_kind(node.said("source_body")))
        made = self.own(Assignment, node, goal_id=place.goal, parent_id=place.assignment, source_body_id=body)
        return replace(place, assignment=made, item=made)

    def add_risk(self, node: ProposedNode, place: _Place) -> _Place:
        score = read_score(node, self._matrix)
        lines = (node.said("text"), *left_of_score(node, score), prose_of(node.children))
        made = self.own(Risk, node, text="\n".join(filter(None, lines)))
        if score:
            self._add_score(made, score)
        return replace(place, risk=made, item=made)

    def _add_score(self, risk_id: str, score: ReadScore) -> None:
        """A plan's value is the first that is known of a risk, on the day that the register learns of it."""
        shipped = first_matrix()
        values = {field.name: getattr(shipped, field.name) for field in fields(shipped) if field.name != "id"}
        self.ledger.make(
            RiskScore,
            f"score:{risk_id}",
            risk_id=risk_id,
            matrix_id=self.ledger.find_or_make(RiskMatrix, "matrix", **values),
            stage=RiskStage.INITIAL,
            likelihood=score.likelihood,
            impact=score.impact,
            scored_on=date.today(),
        )

    def add_supervision_event(self, node: ProposedNode, place: _Place) -> _Place:
        perspective, forum = self._named(Perspective, node.said("perspective")), self._named(Forum, node.said("forum"))
        made = self.own(SupervisionEvent, node, perspective_id=perspective, forum_id=forum)
        return replace(place, item=made)

    def add_budget_line(self, node: ProposedNode, place: _Place) -> _Place:
        name = node.said("name")
        made = self.ledger.find_or_make(BudgetLine, f"budget:{name_key(name)}", name=name)
        return replace(place, budget_line=made, item=made)

    def add_budget_frame(self, node: ProposedNode, place: _Place) -> _Place:
        amount = parse_number(node.said("amount"))
        self.own(BudgetFrame, node, line_id=place.budget_line, amount=amount, kind=FrameKind(node.said("kind")))
        return place

    def _named(self, kind: type[Record], name: str, /, **others: object) -> str | None:
        """What the register knows by that name, made where it does not know it; None for no name."""
        if not name:
            return None
        return self.ledger.find_or_make(kind, f"{kind.__name__}:{name_key(name)}", name=name, **others)

    def add_attachment(self, node: ProposedNode, place: _Place) -> _Place:
        content = node.fields.get("content")
        stored: dict[str, object] = {}
        if isinstance(content, bytes) and content:
            digest = hashlib.sha256(content).hexdigest()
            self.blobs[digest] = content
            stored = {"sha256": digest, "size": len(content)}
        made = self.own(
            Attachment, node, item_id=place.item, text=prose_of(node.children, with_sections=True), **stored
        )
        return replace(place, item=made, in_text=True)

    def add_link(self, node: ProposedNode, place: _Place) -> _Place:
        target = self._targets.get(node.id)
        if target is None or target.kind not in _TARGETS:
            raise Problem(ProblemKind.RULE_BROKEN, child=node.kind, parent=None)
        self.own(Link, node, source_id=place.item, target_id=self._target(target))
        return place

    def _target(self, target: Target) -> str:
        kind = _TARGETS[target.kind]
        key = f"{target.kind}:{target.key}"
        made = self.ledger.find_or_make(kind, key, **_describe(target))
        self._add_aliases(made, target.aliases)
        return made

    def _add_aliases(self, item: str, texts: Iterable[str]) -> None:
        for text in texts:
            self.ledger.add(Alias(id=self.ledger.id(f"alias:{item}:{name_key(text)}"), item_id=item, text=text))

    def own(self, kind: type[Record], node: ProposedNode, /, **others: object) -> str:
        """Add the record of a node: its fields where the kind has them, and what its place gives."""
        known = {field.name for field in fields(kind)}
        own = {name: value for name, value in node.fields.items() if name in known}
        return self.ledger.make(kind, node.id, **(own | others))


_Adder = Callable[[_Builder, ProposedNode, _Place], _Place]


def _add_nothing(_builder: _Builder, _node: ProposedNode, place: _Place) -> _Place:
    """Running text goes into what it stands under; a group only holds together what stands below it."""
    return place


def _plain(kind: type[Record], **places: str) -> _Adder:
    """A record with nothing but its own fields and the ids of what it stands under: field name to place."""

    def add(builder: _Builder, node: ProposedNode, place: _Place) -> _Place:
        under = {field: getattr(place, name) for field, name in places.items()}
        return replace(place, item=builder.own(kind, node, **under))

    return add


_ADDERS: dict[NodeKind, _Adder] = {
    NodeKind.SECTION: _Builder.add_section,
    NodeKind.GOAL: _Builder.add_goal,
    NodeKind.GOAL_STATE: _plain(GoalState, goal_id="goal"),
    NodeKind.INTERIM_GOAL: _Builder.add_interim_goal,
    NodeKind.INDICATOR: _Builder.add_indicator,
    NodeKind.CLUSTER_PARAMETER: _plain(ClusterParameter, indicator_id="indicator"),
    NodeKind.VALUE: _Builder.add_value,
    NodeKind.ASSIGNMENT: _Builder.add_assignment,
    NodeKind.ACTIVITY: _Builder.add_activity,
    NodeKind.LINK: _Builder.add_link,
    NodeKind.DUTY: _plain(Duty),
    NodeKind.BOARD_ROLE: _plain(BoardRole),
    NodeKind.LEGAL_ENTITY: _plain(LegalEntity),
    NodeKind.RISK: _Builder.add_risk,
    NodeKind.RISK_ACTION: _plain(RiskAction, risk_id="risk"),
    NodeKind.PERSPECTIVE: _plain(Perspective),
    NodeKind.FORUM: _plain(Forum),
    NodeKind.CONTROL: _plain(Control, risk_id="risk"),
    NodeKind.BUDGET_LINE: _Builder.add_budget_line,
    NodeKind.BUDGET_FRAME: _Builder.add_budget_frame,
    NodeKind.SUPERVISION_EVENT: _Builder.add_supervision_event,
    NodeKind.ATTACHMENT: _Builder.add_attachment,
    NodeKind.FOOTNOTE: _plain(Footnote, item_id="item"),
}

_TARGETS: dict[LinkKind, type[Record]] = {
    LinkKind.REGIONAL_GOAL: RegionalGoal,
    LinkKind.STRATEGY: GoverningDocument,
    LinkKind.FOUNDATION: Foundation,
    LinkKind.BOARD: Body,
    LinkKind.AGENDA_2030: AgendaGoal,
    LinkKind.PERSPECTIVE: Perspective,
}


def _describe(target: Target) -> dict[str, object]:
    """The fields of the record that links point at."""
    match target.kind:
        case LinkKind.BOARD:
            return {"name": target.title, "kind": board_kind(target.title)}
        case LinkKind.PERSPECTIVE:
            return {"name": target.title}
        case LinkKind.REGIONAL_GOAL:
            return {"number": target.number, "title": target.title}
        case LinkKind.AGENDA_2030:
            return {"number": int(target.number), "title": target.title}
        case _:
            return {"title": target.title}
