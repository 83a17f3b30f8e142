"""Finds the headings that are goals: by their wording, by a list that names them, or by what stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from regdesk.domain.codes import LevelKind
from regdesk.domain.models import LEVELS
from regdesk.exchange.proposal.fields import plain_goal
from regdesk.exchange.proposal.nodes import ProposalWarning, WarningCode
from regdesk.exchange.word.document import Block, Heading, ListItem, Paragraph, Table
from regdesk.exchange.word.outline import Outline
from regdesk.exchange.word.recognise_base import block_at, list_at
from regdesk.exchange.word.recognise_indicators import needs_goal
from regdesk.exchange.word.recognise_labels import begins_strategic_area, is_label_heading
from regdesk.exchange.wording.goals import (
    GoalWording,
    goals_announced,
    level_of_heading,
    parts_announced,
    read_goal_heading,
    split_number,
)
from regdesk.exchange.wording.texts import name_key

_NO_GOAL = re.compile(
    r"(?:\w*indikator\w*|mål\s+och\s+indikatorer|uppföljning\w*|nyckeltal|mått|målnivåer|utfall|resultat|inledning|"
    r"bakgrund|sammanfattning|syfte|metod|läsanvisning\w*|om\s+.+)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""Headings that say what stands below them but are never goals themselves."""


@dataclass(slots=True)
class Goals:
    """The goals found: headings and list items by position, and what to tell the reader of how they were found."""

    found: dict[int, GoalWording] = field(default_factory=dict)
    warnings: dict[int, WarningCode] = field(default_factory=dict)
    overall: list[ProposalWarning] = field(default_factory=list)

    def is_goal(self, block: Block | None) -> bool:
        """Whether a block was found to be a goal."""
        return block is not None and block.position in self.found

    def in_goal(self, outline: Outline) -> bool:
        """Whether a heading is a goal or stands below one."""
        return any(self.is_goal(outer.heading) for outer in outline.above())


def find_goals(root: Outline) -> Goals:
    """The goals of a document. What a heading says itself goes before lists, and lists before content."""
    goals = Goals()
    for outline in root.walk():
        wording = read_goal_heading(outline.text)
        if wording and outline.heading:
            goals.found[outline.heading.position] = wording
    _find_listed(root, goals)
    _find_below_level_headings(root, goals)
    _find_strategic_areas(root, goals)
    _find_by_tables(root, goals)
    return goals


# By a list that names them ----------------------------------------------------------------------------------


def _find_listed(root: Outline, goals: Goals) -> None:
    whole = _headings(root)
    named = {_key(outline.text): outline for outline in reversed(list(root.walk()))}  # the first of a name counts
    for block, items in _lists(root):
        announced, part_of = goals_announced(block.text), parts_announced(block.text)
        if announced:
            _match(block, items, whole, announced, goals)
        elif part_of:
            part = named.get(name_key(part_of))
            below = _headings(part, part.heading) if part else {}
            _match(block, items, below, (LevelKind.SUB_AREA, LEVELS[LevelKind.SUB_AREA].name), goals)


def _lists(root: Outline) -> Iterator[tuple[Paragraph, list[ListItem]]]:
    """Every paragraph that a list comes after, with the items."""
    for outline in root.walk():
        blocks = outline.blocks
        for at, block in enumerate(blocks):
            if isinstance(block, Paragraph) and block_at(blocks, at + 1, ListItem):
                yield block, list_at(blocks, at + 1)


def _headings(root: Outline, but: Heading | None = None) -> dict[str, Heading]:
    """The headings of an outline by what their texts have in common with a list's."""
    headings = (outline.heading for outline in root.walk())
    return {_key(heading.text): heading for heading in headings if heading and heading is not but}


def _key(heading: str) -> str:
    return name_key(split_number(heading)[1])


def _match(
    lead_in: Block, items: Sequence[ListItem], headings: dict[str, Heading], level: tuple[LevelKind, str], goals: Goals
) -> None:
    """Let the headings that a list names be goals. A name without a heading is one too, where others have theirs."""
    matched = [headings[key] for item in items if (key := name_key(item.text)) in headings]
    if not matched:
        return
    for item in items:
        heading = headings.get(name_key(item.text))
        goals.found.setdefault((heading or item).position, plain_goal((heading or item).text, *level))
        if heading is None:
            goals.warnings[item.position] = WarningCode.GOAL_WITHOUT_HEADING
    positions = [heading.position for heading in matched]
    if positions != sorted(positions):
        goals.overall.append(ProposalWarning(code=WarningCode.ORDER_DIFFERS, params={"text": lead_in.text}))


# By what stands around them ---------------------------------------------------------------------------------


def _find_below_level_headings(root: Outline, goals: Goals) -> None:
    """Below a heading "Fokusområden" stand fokusområden, if none says of itself what it is."""
    for outline in root.walk():
        level = level_of_heading(outline.text)
        children = [child for child in outline.children if not _NO_GOAL.fullmatch(child.text)]
        if level is None or any(map(goals.in_goal, (outline, *children))):
            continue
        for child in children:
            if child.heading and not is_label_heading(child):
                goals.found[child.heading.position] = plain_goal(split_number(child.text)[1], *level)


def _find_strategic_areas(root: Outline, goals: Goals) -> None:
    """A heading with states or delmål of a year below it, as headings or as labels in the text."""
    for outline in root.walk():
        if outline.heading is None or goals.in_goal(outline) or is_label_heading(outline):
            continue
        labels = [child.heading for child in outline.children if child.heading]
        if begins_strategic_area([*outline.blocks, *labels]):
            goals.found[outline.heading.position] = plain_goal(split_number(outline.text)[1], LevelKind.STRATEGIC_AREA)


def _find_by_tables(root: Outline, goals: Goals) -> None:
    """A heading with an indicator table below it; "Indikatorer" itself is none, but what it stands below is."""
    for outline in root.walk():
        if goals.in_goal(outline) or not any(
            isinstance(block, Table) and needs_goal(block) for block in outline.blocks
        ):
            continue
        named = [outer.heading for outer in outline.above() if outer.heading and not _NO_GOAL.fullmatch(outer.text)]
        heading: Heading | None = named[0] if named else outline.heading
        if heading:
            goals.found[heading.position] = plain_goal(split_number(heading.text)[1])
            goals.warnings[heading.position] = WarningCode.GOAL_BY_CONTENT
