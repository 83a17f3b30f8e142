"""Makes a proposal of a document: every block becomes a node of the tree or is listed as not placed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.proposal.fields import goal_fields
from regdesk.exchange.proposal.nodes import (
    FieldValue,
    NodeKind,
    Proposal,
    ProposalWarning,
    ProposedNode,
    Reason,
    Unplaced,
    WarningCode,
)
from regdesk.exchange.word.document import Block, Document, Heading, ListItem, Paragraph, Part, Source
from regdesk.exchange.word.outline import Outline, outline_of
from regdesk.exchange.word.recognise_base import Run, Scope, Taker, made_of
from regdesk.exchange.word.recognise_budget import take_budget_table
from regdesk.exchange.word.recognise_entities import take_entity_table
from regdesk.exchange.word.recognise_goals import Goals, find_goals
from regdesk.exchange.word.recognise_indexes import with_parents
from regdesk.exchange.word.recognise_indicators import take_indicator_table
from regdesk.exchange.word.recognise_labels import is_label_heading, take_labelled
from regdesk.exchange.word.recognise_links import take_agenda_goals
from regdesk.exchange.word.recognise_notes import with_notes
from regdesk.exchange.word.recognise_numbers import inferred_numbers
from regdesk.exchange.word.recognise_text import attachment, take_attachment_line, take_text
from regdesk.exchange.word.recognise_work import take_assignments, take_meaningful_list
from regdesk.exchange.wording.attachments import (
    is_left_out_of_decision,
    is_list_of_attachments,
    read_attachment_heading,
)
from regdesk.exchange.wording.goals import other_name, split_number
from regdesk.exchange.wording.texts import name_key

_TAKERS: tuple[Taker, ...] = (
    take_labelled,
    take_assignments,
    take_budget_table,
    take_indicator_table,
    take_entity_table,
    take_agenda_goals,
    take_meaningful_list,
    take_attachment_line,
    take_text,
)
"""Asked in this order; the last takes anything."""

_RISKS = re.compile(r"\brisk|riskbedömning|riskanalys", re.IGNORECASE)


def recognise(document: Document) -> Proposal:
    """The proposal for a document. Raises Problem(WORD_NO_HEADINGS): without headings there is nothing to go by."""
    if not any(isinstance(block, Heading) for block in document.blocks):
        raise Problem(ProblemKind.WORD_NO_HEADINGS, name=document.file_name)
    root = outline_of(document)
    reader = _Reader(document, find_goals(root))
    roots, unplaced = with_notes(document, tuple(reader.read(root, Scope())), tuple(reader.unplaced))
    margins = (_margin(index, text) for index, text in enumerate(document.page_margins))
    proposal = Proposal(
        file_name=document.file_name,
        sha256=document.sha256,
        title=document.title,
        roots=roots,
        unplaced=(*unplaced, *margins),
        warnings=tuple(reader.warnings()),
        sources=document.sources(),
    )
    return with_parents(_numbered(proposal))


def _margin(index: int, text: str) -> Unplaced:
    source = Source(index, part=Part.PAGE_MARGIN)
    return Unplaced(node=ProposedNode(kind=NodeKind.PARAGRAPH, text=text, sources=(source,)), reason=Reason.PAGE_MARGIN)


class _Reader:
    """Walks the outline of one document."""

    def __init__(self, document: Document, goals: Goals) -> None:
        self.unplaced: list[Unplaced] = []
        self._document, self._goals = document, goals
        self._numbers = inferred_numbers(document)

    def warnings(self) -> Iterator[ProposalWarning]:
        """What there is to say of the document as a whole."""
        yield from self._goals.overall
        if self._numbers:
            yield ProposalWarning(code=WarningCode.NUMBERS_INFERRED)
        for what, count in self._document.left_out.items():
            yield ProposalWarning(code=WarningCode.LEFT_OUT, params={"what": str(what), "count": count})

    def read(self, outline: Outline, scope: Scope) -> Iterator[ProposedNode]:
        """What stands below a heading, in order."""
        run: list[Block] = []
        for entry in _flattened(outline, scope):
            if isinstance(entry, Block):
                run.append(entry)
                continue
            yield from self._read_run(run, scope)
            run = []
            if entry.heading:
                yield self._read_outline(entry, entry.heading, scope)
        yield from self._read_run(run, scope)

    def _read_run(self, run: Run, scope: Scope) -> Iterator[ProposedNode]:
        at = 0
        while at < len(run):
            taken = next(taken for taker in _TAKERS if (taken := taker(run, at, scope)))
            self.unplaced += taken.unplaced
            yield from (self._as_goal(node) for node in taken.nodes)
            at = taken.end

    def _as_goal(self, node: ProposedNode) -> ProposedNode:
        """Text that was found to be a goal without a heading of its own."""
        place = node.sources[0].place if node.kind is NodeKind.PARAGRAPH and node.sources else -1
        wording = self._goals.found.get(place)
        if wording is None:
            return node
        goal = replace(node, kind=NodeKind.GOAL, fields=goal_fields(wording, node.text))
        return goal.warned(self._goals.warnings[place]) if place in self._goals.warnings else goal

    def _read_outline(self, outline: Outline, heading: Heading, scope: Scope) -> ProposedNode:
        """A heading with all below it: a goal, an appendix, or a section of text."""
        if self._goals.is_goal(heading):
            below = tuple(self.read(outline, replace(scope, in_goal=True, in_risks=False)))
            return self._goal(outline, heading, below)
        within = _scope_below(outline, scope)
        below = tuple(self.read(outline, within))
        found = read_attachment_heading(heading.text)
        if found:
            left_out = any(is_left_out_of_decision(block.text) for block in outline.blocks)
            return replace(attachment(heading, found, left_out), children=below)
        number, inferred = self._number(heading)
        return made_of(
            heading,
            NodeKind.SECTION,
            below,
            heading=heading.text,
            level=heading.level,
            printed_number=number,
            number_inferred=inferred,
        )

    def _goal(self, outline: Outline, heading: Heading, below: tuple[ProposedNode, ...]) -> ProposedNode:
        wording = self._goals.found[heading.position]
        number, inferred = self._number(heading)
        fields: dict[str, FieldValue] = goal_fields(wording, heading.text)
        if not wording.printed_number:
            fields |= {"printed_number": number, "number_inferred": inferred}
        node = made_of(heading, NodeKind.GOAL, below).with_fields(**fields)
        warning = self._goals.warnings.get(heading.position)
        node = node.warned(warning) if warning else node
        aliases = tuple(dict.fromkeys(_other_names(outline, wording.title)))
        for alias in aliases:
            node = node.warned(WarningCode.ANOTHER_NAME, alias=alias)
        return node.with_fields(aliases=aliases)

    def _number(self, heading: Heading) -> tuple[str, bool]:
        """The number of a heading, and whether it was only counted."""
        printed = heading.number.rstrip(".") or split_number(heading.text)[0]
        return (printed, False) if printed else (self._numbers.get(heading.position, ""), bool(self._numbers))


def _flattened(outline: Outline, scope: Scope) -> Iterator[Block | Outline]:
    """The content of a heading; in a goal, headings that are only labels count as its own blocks."""
    for entry in outline.content:
        if isinstance(entry, Outline) and scope.in_goal and is_label_heading(entry) and entry.heading:
            yield entry.heading
            yield from _flattened(entry, scope)
        else:
            yield entry


def _scope_below(outline: Outline, scope: Scope) -> Scope:
    return replace(
        scope,
        in_risks=scope.in_risks or bool(_RISKS.search(outline.text)),
        in_attachments=scope.in_attachments or is_list_of_attachments(outline.text),
    )


def _other_names(outline: Outline, title: str) -> Iterator[str]:
    """What the text right below a goal's heading calls it, where that is like its title but not the same."""
    words = set(name_key(title).split())
    for block in outline.blocks:
        alias = other_name(block.text) if isinstance(block, Paragraph | ListItem) else None
        if alias and name_key(alias) != name_key(title) and len(words & set(name_key(alias).split())) > 1:
            yield alias


def _numbered(proposal: Proposal) -> Proposal:
    """The proposal with ids given in reading order, those that were not placed last."""
    count = 0

    def number(node: ProposedNode) -> ProposedNode:
        nonlocal count
        count += 1
        own = f"n{count}"
        return replace(node, id=own, children=tuple(map(number, node.children)))

    roots = tuple(map(number, proposal.roots))
    unplaced = tuple(replace(entry, node=number(entry.node)) for entry in proposal.unplaced)
    return replace(proposal, roots=roots, unplaced=unplaced)
