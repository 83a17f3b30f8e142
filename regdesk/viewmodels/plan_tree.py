"""The plan as a tree: goals by level with what stands under each, then the register's other branches.

A plan may be large, and few of it is looked at: what stands under a goal, cluster or section is read when it is opened.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from regdesk.domain.codes import AssignmentRole, StateKind, Verdict, WorkStatus
from regdesk.domain.model import Goal
from regdesk.i18n import _
from regdesk.services.branches import (
    Branch,
    branches_found,
    branches_of,
    branches_under,
    latest_verdicts,
    top_branches,
)
from regdesk.services.registers import register_of
from regdesk.services.secrecy import Secrecy, secrecy_of
from regdesk.services.session import Session
from regdesk.viewmodels.kinds import many_of, one_of
from regdesk.viewmodels.labels import parameter_name
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.titles import register_title
from regdesk.viewmodels.tree import TreeNode
from regdesk.viewmodels.words import one_line, secret_word, status_cell, verdict_cell, word

GROUP: Final = "group"
"""The kind of a node that is no record; every other node's kind is the plural of its record's."""

CLOSED: Final = "plan:closed"
"""The id of the group of what belonged to an earlier plan."""

MOST_FOUND: Final = 200
"""A search that finds more shows these; nobody reads on, but adds another word."""

_FEW_GOALS: Final = 40
_LONGEST: Final = 200
_NOTHING: Final = Cell(text="")


def plan_tree(session: Session, opened: Collection[str] | None = None) -> tuple[TreeNode, ...]:
    """Goals in their printed order, then the branches that belong to the plan as a whole and are not empty.

    A record's node has the record's id; a group's id says what it groups, and stays the same from time to time.
    With the ids of those that are `opened`, others that own anything say so and leave it out.
    """
    if opened is None:
        return _Plan.of(session, branches_of(session)).tree()
    return _Plan.of(session, [*top_branches(session), *branches_under(session, opened)], opened).tree()


def plan_below(session: Session, plural: str, record_id: str) -> tuple[TreeNode, ...]:
    """What stands right under a goal, indicator or section, as its node has it when opened."""
    plan = _Plan.of(session, branches_under(session, [record_id]), [record_id])
    match plural:
        case "goals":
            return tuple(plan.under_goal(record_id))
        case "indicators":
            return tuple(plan.parameters(record_id))
        case _:
            return tuple(plan.sections(record_id))


def plan_found(session: Session, text: str) -> tuple[TreeNode, ...]:
    """The tree with nothing but what holds the words of `text` and what that stands under."""
    return _Plan.of(session, branches_found(session, text, MOST_FOUND)).tree()


def first_opened(session: Session) -> list[str]:
    """Goals that a plan of usual size is shown with opened, so that all its goals are seen at once."""
    below = session.repository.select(Goal, "WHERE parent_id IS NOT NULL LIMIT ?", (_FEW_GOALS + 1,))
    return [] if len(below) > _FEW_GOALS else sorted({goal.parent_id for goal in below if goal.parent_id})


def register_node(session: Session) -> TreeNode:
    """The line for the register itself: `Verksamhetsplan 2024–2026`, or the board's name where the plan has none."""
    register = register_of(session)
    name = one_line(register.plan_title) or register_title(session)
    return TreeNode(id=register.id, kind="registers", text=name, spoken=f"{one_of('registers')}: {name}")


@dataclass(frozen=True, slots=True)
class _Plan:
    """The parts of the plan by plural and owner, with the latest verdicts; `opened` as for `plan_tree`."""

    parts: dict[tuple[str, str], list[Branch]]
    closed: tuple[Branch, ...]
    verdicts: dict[str, Verdict]
    opened: frozenset[str] | None
    secrecy: Secrecy

    @classmethod
    def of(cls, session: Session, branches: Iterable[Branch], opened: Iterable[str] | None = None) -> _Plan:
        parts: dict[tuple[str, str], list[Branch]] = {}
        closed: list[Branch] = []
        for branch in branches:
            (closed if branch.closed else parts.setdefault((branch.plural, branch.owner_id), [])).append(branch)
        ids = [branch.id for alike in (*parts.values(), closed) for branch in alike]
        verdicts, secrecy = latest_verdicts(session, ids), secrecy_of(session)
        return cls(parts, tuple(closed), verdicts, None if opened is None else frozenset(opened), secrecy)

    def tree(self) -> tuple[TreeNode, ...]:
        goals = [self.goal(goal) for goal in self.under("goals")]
        return (*goals, *self.whole(), *self.beside(), *self.past())

    def under(self, plural: str, owner_id: str = "") -> list[Branch]:
        return self.parts.get((plural, owner_id), [])

    def goal(self, goal: Branch) -> TreeNode:
        return self._node(goal, self.under_goal(goal.id))

    def under_goal(self, key: str) -> list[TreeNode]:
        return [
            *_group(key, "goal_states", [self._state(state) for state in self.under("goal_states", key)]),
            *_group(key, "indicators", [self._indicator(each) for each in self.under("indicators", key)]),
            *_group(key, "interim_goals", [self._interim_goal(each) for each in self.under("interim_goals", key)]),
            *_group(key, "activities", [self._work(each) for each in self.under("activities", key)]),
            *self._assignments(key, self.under("assignments", key)),
            *(self.goal(child) for child in self.under("goals", key)),
        ]

    def whole(self) -> list[TreeNode]:
        """What stands under the plan itself, under no goal."""
        return [
            *_group("plan", "goal_states", [self._state(state) for state in self.under("goal_states")]),
            *self._assignments("plan", self.under("assignments")),
        ]

    def beside(self) -> list[TreeNode]:
        """What the register holds beside the goals."""
        duties = [self._node(each) for each in (*self.under("board_roles"), *self.under("duties"))]
        entities = [self._standing(each, Cell(text=each.label)) for each in self.under("legal_entities")]
        return [
            *_group("plan", "duties", duties, _("Reglemente")),
            *_group("plan", "legal_entities", entities),
            *_group("plan", "risks", [self._node(risk) for risk in self.under("risks")]),
            *_group("plan", "attachments", [self._attachment(each) for each in self.under("attachments")]),
            *_group("plan", "sections", self.sections(""), _("Text")),
        ]

    def past(self) -> list[TreeNode]:
        """What belonged to an earlier plan, by kind."""
        work = _by_parent([each for each in self.closed if each.plural == "assignments"])
        nodes = [
            *(self.goal(each) for each in self.closed if each.plural == "goals"),
            *(self._indicator(each) for each in self.closed if each.plural == "indicators"),
            *(self._work(each) for each in self.closed if each.plural == "activities"),
            *(self._assignment(each, work) for each in work.get("", ())),
        ]
        return _group("plan", "closed", nodes, _("Avslutat"))

    def _indicator(self, indicator: Branch) -> TreeNode:
        return self._node(indicator, self.parameters(indicator.id))

    def parameters(self, cluster_id: str) -> list[TreeNode]:
        return [
            self._node(each._replace(title=parameter_name(each.title, number)))
            for number, each in enumerate(self.under("cluster_parameters", cluster_id), start=1)
        ]

    def _state(self, state: Branch) -> TreeNode:
        return self._node(_labelled(state, word(StateKind(state.code))))

    def _interim_goal(self, interim_goal: Branch) -> TreeNode:
        return self._node(_labelled(interim_goal, one_of("interim_goals")))

    def _work(self, branch: Branch, children: Sequence[TreeNode] = ()) -> TreeNode:
        """Work stands as it was assessed, or else as its status says."""
        return self._standing(branch, self._verdict(branch) or status_cell(WorkStatus(branch.code)), children)

    def _assignments(self, owner: str, assignments: Sequence[Branch]) -> list[TreeNode]:
        """A group a role; an assignment stands below its parent, whatever its own role."""
        below = _by_parent(assignments)
        groups = []
        for role in AssignmentRole:
            top = [self._assignment(each, below) for each in below.get("", ()) if each.label == role]
            groups += _group(owner, f"assignments.{role}", top, role_name(role))
        return groups

    def _assignment(self, assignment: Branch, below: dict[str, list[Branch]]) -> TreeNode:
        return self._work(assignment, [self._assignment(each, below) for each in below.get(assignment.id, ())])

    def sections(self, owner_id: str) -> list[TreeNode]:
        return [self._node(each, self.sections(each.id)) for each in self.under("sections", owner_id)]

    def _node(self, branch: Branch, children: Iterable[TreeNode] = ()) -> TreeNode:
        more = self.opened is not None and branch.owns and branch.id not in self.opened
        return self._standing(branch, self._verdict(branch), children, more=more)

    def _attachment(self, attachment: Branch) -> TreeNode:
        return self._standing(attachment, Cell(text=_("ingår ej i beslutet")) if attachment.code else None)

    def _standing(
        self, branch: Branch, standing: Cell | None, children: Iterable[TreeNode] = (), *, more: bool = False
    ) -> TreeNode:
        node = _node(branch, children, standing, more=more)
        return _locked(node) if self.secrecy.is_secret(branch.id) else node

    def _verdict(self, branch: Branch) -> Cell | None:
        verdict = self.verdicts.get(branch.id)
        return verdict_cell(verdict) if verdict else None


def _by_parent(assignments: Sequence[Branch]) -> dict[str, list[Branch]]:
    """Uppdrag by the one among them that each stands below, those that stand below none under nothing."""
    known = {assignment.id for assignment in assignments}
    below: dict[str, list[Branch]] = {}
    for assignment in assignments:
        below.setdefault(assignment.parent_id if assignment.parent_id in known else "", []).append(assignment)
    return below


def _labelled(branch: Branch, usual: str) -> Branch:
    """The plan's own words above a text, or the usual ones with the year, before a text that does not begin so."""
    label = one_line(branch.label).rstrip(" :") or f"{usual} {branch.year or ''}".strip()
    begun = one_line(branch.title).startswith(label)
    return branch if begun else branch._replace(title=f"{label}: {branch.title}")


def role_name(role: AssignmentRole) -> str:
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


def _node(
    branch: Branch, children: Iterable[TreeNode] = (), standing: Cell | None = None, *, more: bool = False
) -> TreeNode:
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
        more=more,
    )


def _locked(node: TreeNode) -> TreeNode:
    return replace(node, secret=True, spoken=f"{node.spoken or node.text}, {secret_word()}")


def _start(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
