"""The plan as a tree: goals by level with what stands under each, then the register's other branches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from regdesk.domain.codes import AssignmentRole, StateKind, Verdict, WorkStatus
from regdesk.i18n import _
from regdesk.services.branches import Branch, branches_of, latest_verdicts
from regdesk.services.session import Session
from regdesk.viewmodels.kinds import many_of, one_of
from regdesk.viewmodels.labels import parameter_name
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.tree import TreeNode
from regdesk.viewmodels.words import one_line, status_cell, verdict_cell, word

GROUP: Final = "group"
"""The kind of a node that is no record; every other node's kind is the plural of its record's."""

_LONGEST: Final = 200
_NOTHING: Final = Cell(text="")


def plan_tree(session: Session) -> tuple[TreeNode, ...]:
    """Goals in their printed order, then the branches that belong to the plan as a whole and are not empty.

    A record's node has the record's id; a group's id says what it groups, and stays the same from time to time.
    """
    plan = _Plan.read(session)
    goals = [plan.goal(goal) for goal in plan.under("goals")]
    return (*goals, *plan.whole(), *plan.beside())


@dataclass(frozen=True, slots=True)
class _Plan:
    """The parts of the plan by plural and owner, with the latest verdicts."""

    parts: dict[tuple[str, str], list[Branch]]
    verdicts: dict[str, Verdict]

    @classmethod
    def read(cls, session: Session) -> _Plan:
        parts: dict[tuple[str, str], list[Branch]] = {}
        for branch in branches_of(session):
            parts.setdefault((branch.plural, branch.owner_id), []).append(branch)
        return cls(parts, latest_verdicts(session))

    def under(self, plural: str, owner_id: str = "") -> list[Branch]:
        return self.parts.get((plural, owner_id), [])

    def goal(self, goal: Branch) -> TreeNode:
        key = goal.id
        children = [
            *_group(key, "goal_states", [self._state(state) for state in self.under("goal_states", key)]),
            *_group(key, "indicators", [self._indicator(each) for each in self.under("indicators", key)]),
            *_group(key, "interim_goals", [self._interim_goal(each) for each in self.under("interim_goals", key)]),
            *_group(key, "activities", [self._work(each) for each in self.under("activities", key)]),
            *self._assignments(key, self.under("assignments", key)),
            *(self.goal(child) for child in self.under("goals", key)),
        ]
        return self._node(goal, children)

    def whole(self) -> list[TreeNode]:
        """What stands under the plan itself, under no goal."""
        return [
            *_group("plan", "goal_states", [self._state(state) for state in self.under("goal_states")]),
            *self._assignments("plan", self.under("assignments")),
        ]

    def beside(self) -> list[TreeNode]:
        """What the register holds beside the goals."""
        duties = [self._node(each) for each in (*self.under("board_roles"), *self.under("duties"))]
        entities = [_node(each, standing=Cell(text=each.label)) for each in self.under("legal_entities")]
        return [
            *_group("plan", "duties", duties, _("Reglemente")),
            *_group("plan", "legal_entities", entities),
            *_group("plan", "risks", [self._node(risk) for risk in self.under("risks")]),
            *_group("plan", "attachments", [_attachment(each) for each in self.under("attachments")]),
            *_group("plan", "sections", self._sections(""), _("Text")),
        ]

    def _indicator(self, indicator: Branch) -> TreeNode:
        parameters = [
            self._node(each._replace(title=parameter_name(each.title, number)))
            for number, each in enumerate(self.under("cluster_parameters", indicator.id), start=1)
        ]
        return self._node(indicator, parameters)

    def _state(self, state: Branch) -> TreeNode:
        return self._node(_labelled(state, word(StateKind(state.code))))

    def _interim_goal(self, interim_goal: Branch) -> TreeNode:
        return self._node(_labelled(interim_goal, one_of("interim_goals")))

    def _work(self, branch: Branch, children: Sequence[TreeNode] = ()) -> TreeNode:
        """Work stands as it was assessed, or else as its status says."""
        return _node(branch, children, self._verdict(branch) or status_cell(WorkStatus(branch.code)))

    def _assignments(self, owner: str, assignments: Sequence[Branch]) -> list[TreeNode]:
        """A group a role; an assignment stands below its parent, whatever its own role."""
        known = {assignment.id for assignment in assignments}
        below: dict[str, list[Branch]] = {}
        for assignment in assignments:
            below.setdefault(assignment.parent_id if assignment.parent_id in known else "", []).append(assignment)
        groups = []
        for role in AssignmentRole:
            top = [self._assignment(each, below) for each in below.get("", ()) if each.label == role]
            groups += _group(owner, f"assignments.{role}", top, _role_name(role))
        return groups

    def _assignment(self, assignment: Branch, below: dict[str, list[Branch]]) -> TreeNode:
        return self._work(assignment, [self._assignment(each, below) for each in below.get(assignment.id, ())])

    def _sections(self, owner_id: str) -> list[TreeNode]:
        return [self._node(each, self._sections(each.id)) for each in self.under("sections", owner_id)]

    def _node(self, branch: Branch, children: Iterable[TreeNode] = ()) -> TreeNode:
        return _node(branch, children, self._verdict(branch))

    def _verdict(self, branch: Branch) -> Cell | None:
        verdict = self.verdicts.get(branch.id)
        return verdict_cell(verdict) if verdict else None


def _attachment(attachment: Branch) -> TreeNode:
    return _node(attachment, standing=Cell(text=_("ingår ej i beslutet")) if attachment.code else None)


def _labelled(branch: Branch, usual: str) -> Branch:
    """The plan's own words above a text, or the usual ones with the year, before a text that does not begin so."""
    label = one_line(branch.label).rstrip(" :") or f"{usual} {branch.year or ''}".strip()
    begun = one_line(branch.title).startswith(label)
    return branch if begun else branch._replace(title=f"{label}: {branch.title}")


def _role_name(role: AssignmentRole) -> str:
    if role is AssignmentRole.OTHER:
        return many_of("assignments")
    return _("Uppdrag: {role}").format(role=word(role).lower())


def _group(owner: str, content: str, nodes: Sequence[TreeNode], text: str = "") -> list[TreeNode]:
    """A node that counts what it groups, or nothing where there is nothing; `content` is a plural or more exact."""
    if not nodes:
        return []
    name = text or many_of(content)
    return [
        TreeNode(
            id=f"{owner}:{content}",
            kind=GROUP,
            text=name,
            count=str(len(nodes)),
            spoken=f"{name}, {len(nodes)}",
            children=tuple(nodes),
        )
    ]


def _node(branch: Branch, children: Iterable[TreeNode] = (), standing: Cell | None = None) -> TreeNode:
    """The node of a record; `standing` is its verdict, its status or another short word on it."""
    name = _start(f"{branch.number} {branch.title}" if branch.number else branch.title)
    cell = standing or _NOTHING
    return TreeNode(
        id=branch.id,
        kind=branch.plural,
        text=name,
        symbol=cell.symbol,
        tone=cell.tone,
        count=cell.text,
        spoken=f"{name}, {cell.text}" if cell.text else "",
        children=tuple(children),
    )


def _start(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
