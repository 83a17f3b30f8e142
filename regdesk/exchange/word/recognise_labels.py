"""Recognises what stands under labels in a goal: states, delmål, delaktiviteter, uppdrag and links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from regdesk.domain.codes import AssignmentRole, LinkKind, StateKind
from regdesk.domain.numerals import tidy
from regdesk.exchange.proposal.fields import state_fields
from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode
from regdesk.exchange.word.document import Block, Heading, ListItem, Paragraph, Picture, Table, sources_of
from regdesk.exchange.word.outline import Outline
from regdesk.exchange.word.recognise_base import Run, Scope, Taken, list_at, made_of, nested
from regdesk.exchange.word.recognise_links import links_of, links_of_block
from regdesk.exchange.word.recognise_work import assignments, begins_assignments
from regdesk.exchange.wording.labels import Label, Subject, read_label

_STATES = {Subject.CURRENT_STATE: StateKind.CURRENT, Subject.DESIRED_STATE: StateKind.DESIRED}
_LINKS = {
    Subject.REGIONAL_GOALS: LinkKind.REGIONAL_GOAL,
    Subject.STRATEGIES: LinkKind.STRATEGY,
    Subject.FOUNDATIONS: LinkKind.FOUNDATION,
    Subject.BOARDS: LinkKind.BOARD,
    Subject.AGENDA_2030: LinkKind.AGENDA_2030,
}
_TEXTS = (Subject.INTERIM_GOAL, *_STATES)
_LONGEST_ACTIVITY = 200

Content = Sequence[Block]


def label_of(block: Block | None) -> Label | None:
    """The label that a block is or begins with. An item of a list must leave no doubt."""
    if block is None or isinstance(block, Table | Picture):
        return None
    label = read_label(block.text)
    if label and isinstance(block, ListItem) and not (label.is_telling and label.rest):
        return None
    return label


def is_label_heading(outline: Outline) -> bool:
    """Whether a heading in a goal only says what stands below it; a heading "Uppdrag" does where a list follows."""
    label = label_of(outline.heading)
    if label is None:
        return False
    first = next(iter(outline.blocks), None)
    return label.subject is not Subject.ASSIGNMENTS or isinstance(first, ListItem)


def take_labelled(run: Run, at: int, scope: Scope) -> Taken | None:
    """A label with what belongs to it."""
    label = label_of(run[at])
    if label is None or not scope.in_goal:
        return None
    content = _content(run, at, label, scope)
    if not content and not label.rest.strip():
        return None
    node = _MAKERS[label.subject](run[at], label, content)
    return Taken(end=at + 1 + len(content), nodes=(node,)) if node else None


def _content(run: Run, at: int, label: Label, scope: Scope) -> Content:
    """What belongs to a label: to the next label or heading; after a typed label, a list is all there is."""
    if label.rest.strip() and label.subject in _TEXTS:
        return ()
    items = list_at(run, at + 1)
    if not isinstance(run[at], Heading) and (items or label.rest.strip() or label.subject is Subject.ASSIGNMENTS):
        return items
    end = at + 1
    while end < len(run) and not _ends_label(run, end, scope):
        end += 1
    return run[at + 1 : end]


def _ends_label(run: Run, at: int, scope: Scope) -> bool:
    is_other = isinstance(run[at], Heading | Table | Picture)
    return is_other or label_of(run[at]) is not None or begins_assignments(run, at, scope) is not None


# What each kind of label holds ------------------------------------------------------------------------------


def _make_state(block: Block, label: Label, content: Content) -> ProposedNode:
    text = _joined(label, content)
    node = _whole(NodeKind.GOAL_STATE, block, content, text)
    return node.with_fields(**state_fields(_STATES[label.subject], label.text, text, label.year))


def _make_interim_goal(block: Block, label: Label, content: Content) -> ProposedNode:
    text = _joined(label, content)
    node = _whole(NodeKind.INTERIM_GOAL, block, content, text)
    return node.with_fields(year=label.year, label=label.text, text=text)


def _joined(label: Label, content: Content) -> str:
    return "\n".join(filter(None, (label.rest, *(block.text for block in content))))


def _whole(kind: NodeKind, block: Block, content: Content, text: str) -> ProposedNode:
    """One node of a label and all below it."""
    sources = tuple(source for part in (block, *content) for source in sources_of(part))
    return ProposedNode(kind=kind, text=text, sources=sources)


def _make_activities(block: Block, label: Label, content: Content) -> ProposedNode:
    """The items of the list; without a list, each paragraph is an activity unless it is plainly running text."""
    has_list = any(isinstance(part, ListItem) for part in content)

    def activity(part: Block, below: tuple[ProposedNode, ...] = ()) -> ProposedNode:
        return made_of(part, NodeKind.ACTIVITY, below, title=tidy(part.text), year=label.year)

    children: list[ProposedNode] = []
    if label.rest.strip():
        running = made_of(block, NodeKind.ACTIVITY, title=tidy(label.rest), year=label.year)
        children.append(replace(running, text=label.rest))
    at = 0
    while at < len(content):
        items = list_at(content, at)
        if items:
            children += nested(items, activity)
        else:
            is_text = has_list or (len(content[at].text) > _LONGEST_ACTIVITY and not label.is_telling)
            children.append(made_of(content[at], NodeKind.PARAGRAPH) if is_text else activity(content[at]))
        at += len(items) or 1
    return made_of(block, NodeKind.GROUP, tuple(children), holds=NodeKind.ACTIVITY, year=label.year)


def _make_assignments(block: Block, label: Label, content: Content) -> ProposedNode | None:
    items = list_at(content, 0)
    if not items:
        return None
    rest = tuple(made_of(part, NodeKind.PARAGRAPH) for part in content[len(items) :])
    children = assignments(items, AssignmentRole.OTHER, label.text) + rest
    return made_of(block, NodeKind.GROUP, children, holds=NodeKind.ASSIGNMENT, role=AssignmentRole.OTHER)


def _make_links(block: Block, label: Label, content: Content) -> ProposedNode:
    kind = _LINKS[label.subject]
    running = links_of(kind, label.rest, sources_of(block), runs_on=True) if label.rest.strip() else ()
    children = (*running, *(links_of_block(kind, part) for part in content))
    return made_of(block, NodeKind.GROUP, children, holds=NodeKind.LINK)


_MAKERS: dict[Subject, Callable[[Block, Label, Content], ProposedNode | None]] = {
    **dict.fromkeys(_STATES, _make_state),
    Subject.INTERIM_GOAL: _make_interim_goal,
    Subject.ACTIVITIES: _make_activities,
    Subject.ASSIGNMENTS: _make_assignments,
    **dict.fromkeys(_LINKS, _make_links),
}


def begins_strategic_area(blocks: Sequence[Block]) -> bool:
    """Whether blocks hold a label that only goals with states have."""
    found = (label_of(block) for block in blocks if isinstance(block, Paragraph | Heading))
    return any(label.is_telling for label in found if label)
