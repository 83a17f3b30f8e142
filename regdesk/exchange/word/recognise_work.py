"""Recognises uppdrag by the role in the sentence before their list, and what other lists mean by theirs."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from regdesk.domain.codes import AssignmentRole
from regdesk.domain.numerals import tidy
from regdesk.exchange.proposal.fields import fields_for
from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode, WarningCode
from regdesk.exchange.word.document import Heading, ListItem, Paragraph
from regdesk.exchange.word.recognise_base import Run, Scope, Taken, block_at, list_at, made_of, nested
from regdesk.exchange.wording.texts import ends_sentence

_ROLES = (
    (AssignmentRole.LEAD_AND_COORDINATE, r"\bansvar\w*\s+(?:för\s+)?att\s+leda\s+och\s+samordna\b"),
    (AssignmentRole.LEAD_AND_COORDINATE, r"\broll\w*\s+att\s+leda\s+och\s+samordna\b"),
    (AssignmentRole.BOARD_FOR_ADMINISTRATION, r"\bsom\s+(?:ansvarig\s+)?(?:nämnd|styrelse)\s+för\b"),
)
_ROLE_PATTERNS = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _ROLES)
_SHALL = re.compile(r"\b(?:ska|skall|uppdras|uppdrar|uppdrag(?:en|et)?)\b", re.IGNORECASE)

_MEANINGS = (
    (NodeKind.DUTY, re.compile(r"\breglement", re.IGNORECASE)),
    (
        NodeKind.BOARD_ROLE,
        re.compile(r"\b(?:huvudsakliga\s+roller|huvudroller|(?:två|tre|fyra)\s+roller)\s*:$", re.IGNORECASE),
    ),
)
"""What the items of a list are, by the paragraph before it, which ends with a colon."""

_NOT_RISKS = re.compile(r"\b(?:åtgärd|hanter|bedömningsskala)[^.]*:$", re.IGNORECASE)
_LONGEST_LEAD_IN = 1_000
"""Characters before a list that are looked at."""


def role_of(lead_in: str, in_goal: bool) -> AssignmentRole | None:
    """The role in which a board takes on what the list after this sentence says; None if it is no such sentence."""
    text = tidy(lead_in)
    if not _SHALL.search(text):
        return None
    role = next((role for role, pattern in _ROLE_PATTERNS if pattern.search(text)), None)
    return role or (AssignmentRole.OTHER if in_goal and text.endswith(":") else None)


def begins_assignments(run: Run, at: int, scope: Scope) -> AssignmentRole | None:
    """The role of a lead-in at that place: a paragraph with a list right after it."""
    lead_in = block_at(run, at, Paragraph)
    follows = block_at(run, at + 1, ListItem)
    return role_of(lead_in.text, scope.in_goal) if lead_in and follows else None


def take_assignments(run: Run, at: int, scope: Scope) -> Taken | None:
    """A lead-in with the uppdrag of its list."""
    role = begins_assignments(run, at, scope)
    if role is None:
        return None
    items = list_at(run, at + 1)
    children = assignments(items, role, run[at].text)
    group = made_of(run[at], NodeKind.GROUP, children, holds=NodeKind.ASSIGNMENT, role=role)
    return Taken(end=at + 1 + len(items), nodes=(group,))


def assignments(items: list[ListItem], role: AssignmentRole, lead_in: str) -> tuple[ProposedNode, ...]:
    """The uppdrag of a list, nested as the list is; an item that announces others at its own level is noted."""
    announcing = {first.position for first, second in pairwise(items) if _announces(first, second)}

    def make(item: ListItem, below: tuple[ProposedNode, ...]) -> ProposedNode:
        node = made_of(item, NodeKind.ASSIGNMENT, below, text=item.text, role=role, lead_in=lead_in)
        return node.warned(WarningCode.NESTING_MAY_BE_LOST) if item.position in announcing else node

    return nested(items, make)


def _announces(item: ListItem, following: ListItem) -> bool:
    """Whether an item reads as the lead-in of the next one, though both stand at one level."""
    text = item.text.rstrip()
    carries_on = not ends_sentence(text) and following.text.lstrip().lower().startswith("att ")
    starts_alike = text.lower().startswith("att ")
    return item.level >= following.level and (text.endswith(":") or (carries_on and not starts_alike))


def take_meaningful_list(run: Run, at: int, scope: Scope) -> Taken | None:
    """A list whose items are duties, roles or risks by what stands before it or the chapter it is in."""
    kind = _meaning(run, at, scope) if block_at(run, at, ListItem) else None
    if kind is None:
        return None
    items = list_at(run, at)

    def make(item: ListItem, below: tuple[ProposedNode, ...]) -> ProposedNode:
        """What is said deeper in the list of a risk is part of its text."""
        if kind is NodeKind.RISK and item.level > items[0].level:
            return made_of(item, NodeKind.PARAGRAPH, below, number=item.number, level=item.level)
        node = made_of(item, kind, below)
        return replace(node, fields=fields_for(kind, node))

    return Taken(end=at + len(items), nodes=nested(items, make))


def _meaning(run: Run, at: int, scope: Scope) -> NodeKind | None:
    before = block_at(run, at - 1, Paragraph) or block_at(run, at - 1, Heading)
    lead_in = before.text.rstrip()[-_LONGEST_LEAD_IN:] if before else ""
    found = next((kind for kind, pattern in _MEANINGS if lead_in.endswith(":") and pattern.search(lead_in)), None)
    return found or (NodeKind.RISK if scope.in_risks and not _NOT_RISKS.search(lead_in) else None)
