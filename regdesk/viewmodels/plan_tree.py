"""The plan as a tree: goals by level with what stands under each, then the register's other branches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from regdesk.domain.codes import AssignmentRole
from regdesk.domain.model import (
    Activity,
    Assessment,
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
    Record,
    Risk,
    Section,
    plural_of,
)
from regdesk.i18n import _
from regdesk.services.assessing import latest_assessments
from regdesk.services.outline import Outline
from regdesk.services.session import Session
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.labels import goal_name, interim_goal_label, parameter_name, state_label
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.tree import TreeNode
from regdesk.viewmodels.words import one_line, status_cell, verdict_cell, word

GROUP: Final = "group"
"""The kind of a node that is no record; every other node's kind is the plural of its record's."""

_LONGEST: Final = 200


def plan_tree(session: Session) -> tuple[TreeNode, ...]:
    """Goals in their printed order, then the branches that belong to the plan as a whole and are not empty.

    A record's node has the record's id; a group's id says what it groups, and stays the same from time to time.
    """
    plan = _Plan(Outline.read(session), latest_assessments(session))
    goals = [plan.goal(goal) for goal in plan.outline.children.get("", ())]
    return (*goals, *plan.whole(), *_branches(session))


@dataclass(frozen=True, slots=True)
class _Plan:
    """The outline with the latest verdicts, from which the goals' nodes are made."""

    outline: Outline
    assessments: dict[str, Assessment]

    def whole(self) -> list[TreeNode]:
        """What stands under the plan itself, under no goal."""
        return [
            *_group("plan", "goal_states", [_state(state) for state in self.outline.states.get("", ())]),
            *self._assignments("plan", self.outline.assignments.get("", ())),
        ]

    def goal(self, goal: Goal) -> TreeNode:
        outline, key = self.outline, goal.id
        children = [
            *_group(key, "goal_states", [_state(state) for state in outline.states.get(key, ())]),
            *_group(key, "indicators", [self._indicator(each) for each in outline.indicators.get(key, ())]),
            *_group(key, "interim_goals", [self._interim_goal(each) for each in outline.interim_goals.get(key, ())]),
            *_group(key, "activities", [self._activity(each) for each in outline.activities.get(key, ())]),
            *self._assignments(key, outline.assignments.get(key, ())),
            *(self.goal(child) for child in outline.children.get(key, ())),
        ]
        return _node(goal, goal_name(goal), children, self._verdict(goal))

    def _indicator(self, indicator: Indicator) -> TreeNode:
        parameters = [
            self._parameter(parameter, number)
            for number, parameter in enumerate(self.outline.parameters.get(indicator.id, ()), start=1)
        ]
        name = one_line(f"{indicator.printed_number} {indicator.title}")
        return _node(indicator, name, parameters, self._verdict(indicator))

    def _parameter(self, parameter: ClusterParameter, number: int) -> TreeNode:
        return _node(parameter, parameter_name(parameter.name, number), (), self._verdict(parameter))

    def _interim_goal(self, interim_goal: InterimGoal) -> TreeNode:
        text = f"{interim_goal_label(interim_goal)}: {interim_goal.text}"
        return _node(interim_goal, text, (), self._verdict(interim_goal))

    def _activity(self, activity: Activity) -> TreeNode:
        return _node(activity, activity.title, (), self._verdict(activity) or status_cell(activity.status))

    def _assignments(self, key: str, assignments: Sequence[Assignment]) -> list[TreeNode]:
        """A group a role; an assignment stands below its parent, whatever its own role."""
        known = {assignment.id for assignment in assignments}
        below: dict[str, list[Assignment]] = {}
        for assignment in assignments:
            parent = assignment.parent_id if assignment.parent_id in known else None
            below.setdefault(parent or "", []).append(assignment)
        groups = []
        for role in AssignmentRole:
            top = [self._assignment(each, below) for each in below.get("", ()) if each.role is role]
            groups += _group(key, f"assignments.{role}", top, _role_name(role))
        return groups

    def _assignment(self, assignment: Assignment, below: dict[str, list[Assignment]]) -> TreeNode:
        children = [self._assignment(each, below) for each in below.get(assignment.id, ())]
        return _node(assignment, assignment.text, children, self._verdict(assignment) or status_cell(assignment.status))

    def _verdict(self, record: Record) -> Cell | None:
        assessment = self.assessments.get(record.id)
        return verdict_cell(assessment.verdict) if assessment else None


def _branches(session: Session) -> list[TreeNode]:
    """What the register holds beside the goals."""
    roles = [_node(role, role.text) for role in session.all(BoardRole)]
    duties = [_node(duty, duty.text) for duty in session.all(Duty)]
    entities = [_node(entity, entity.name, (), Cell(text=entity.entity_kind)) for entity in session.all(LegalEntity)]
    risks = [_node(risk, risk.title or risk.text) for risk in session.all(Risk)]
    attachments = [_attachment(attachment) for attachment in session.all(Attachment)]
    return [
        *_group("plan", "duties", [*roles, *duties], _("Reglemente")),
        *_group("plan", "legal_entities", entities),
        *_group("plan", "risks", risks),
        *_group("plan", "attachments", attachments),
        *_group("plan", "sections", _sections(session.all(Section)), _("Text")),
    ]


def _attachment(attachment: Attachment) -> TreeNode:
    outside = None if attachment.included_in_decision else Cell(text=_("ingår ej i beslutet"))
    return _node(attachment, f"{attachment.number} {attachment.title}", (), outside)


def _sections(sections: Iterable[Section]) -> list[TreeNode]:
    below: dict[str, list[Section]] = {}
    for section in sections:
        below.setdefault(section.parent_id or "", []).append(section)

    def nodes(parent_id: str) -> list[TreeNode]:
        return [_node(each, _section_name(each), nodes(each.id)) for each in below.get(parent_id, ())]

    return nodes("")


def _section_name(section: Section) -> str:
    return f"{section.printed_number} {section.heading}" if section.heading else section.text


def _state(state: GoalState) -> TreeNode:
    return _node(state, f"{state_label(state)}: {state.text}")


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


def _node(record: Record, text: str, children: Sequence[TreeNode] = (), standing: Cell | None = None) -> TreeNode:
    """The node of a record; `standing` is its verdict, its status or another short word on it."""
    name = _start(text)
    cell = standing or Cell(text="")
    return TreeNode(
        id=record.id,
        kind=plural_of(type(record)),
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
