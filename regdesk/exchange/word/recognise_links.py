"""Makes links of the lines below a label: goals of the regional plan, documents, foundations, boards, Agenda 2030."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from regdesk.domain.codes import LinkKind
from regdesk.exchange.proposal.fields import link_fields
from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode, WarningCode
from regdesk.exchange.word.document import Block, Heading, ListItem, Paragraph, Source, sources_of
from regdesk.exchange.word.recognise_base import Run, Scope, Taken, made_of
from regdesk.exchange.wording import links

_ABOUT_AGENDA = re.compile(r"\bagenda\s+2030\b|\bglobala\s+mål", re.IGNORECASE)
_LOOK_BACK = 3
_LONGEST_NAME = 150
_MOST_WORDS_OF_A_SENTENCE = 8

Sources = tuple[Source, ...]


def links_of(kind: LinkKind, text: str, sources: Sources, runs_on: bool = False) -> tuple[ProposedNode, ...]:
    """The links of one line, or of the rest of a line after its label where it `runs_on`."""
    return _READERS.get(kind, _by_name)(kind, text, sources, runs_on)


def links_of_block(kind: LinkKind, block: Block) -> ProposedNode:
    """The links of a block: one, or a group of several; running text stays text."""
    text = block.text
    if kind is LinkKind.AGENDA_2030 and isinstance(block, ListItem) and block.number.rstrip(".)").isdecimal():
        text = f"{block.number} {text}"
    if (len(text) > _LONGEST_NAME and kind is not LinkKind.AGENDA_2030) or (_is_sentence(text) and kind in _NAMED):
        return made_of(block, NodeKind.PARAGRAPH)
    found = links_of(kind, text, sources_of(block))
    if len(found) == 1:
        return found[0]
    return made_of(block, NodeKind.GROUP, found, holds=NodeKind.LINK) if found else made_of(block, NodeKind.PARAGRAPH)


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and len(text.split()) > _MOST_WORDS_OF_A_SENTENCE


def _link(kind: LinkKind, raw: str, sources: Sources, number: str = "", title: str | None = None) -> ProposedNode:
    return ProposedNode(kind=NodeKind.LINK, text=raw, fields=link_fields(kind, raw, number, title), sources=sources)


def _by_number(kind: LinkKind, text: str, sources: Sources, _runs_on: bool) -> tuple[ProposedNode, ...]:
    found = links.regional_goals(text)
    if not found:
        return (_link(kind, text, sources).warned(WarningCode.LINK_UNREAD),)
    return tuple(_link(kind, goal.raw, sources, goal.number, goal.title) for goal in found)


def _by_agenda(kind: LinkKind, text: str, sources: Sources, _runs_on: bool) -> tuple[ProposedNode, ...]:
    return tuple(_link(kind, goal.raw, sources, goal.number, goal.title) for goal in links.agenda_goals(text))


def _by_name(kind: LinkKind, text: str, sources: Sources, runs_on: bool) -> tuple[ProposedNode, ...]:
    return tuple(_link(kind, name, sources) for name in links.names(text, runs_on))


def _by_board(kind: LinkKind, text: str, sources: Sources, _runs_on: bool) -> tuple[ProposedNode, ...]:
    return tuple(_link(kind, name, sources) for name in links.boards(text))


_NAMED = {LinkKind.STRATEGY, LinkKind.FOUNDATION, LinkKind.BOARD}
_READERS: dict[LinkKind, Callable[[LinkKind, str, Sources, bool], tuple[ProposedNode, ...]]] = {
    LinkKind.REGIONAL_GOAL: _by_number,
    LinkKind.AGENDA_2030: _by_agenda,
    LinkKind.BOARD: _by_board,
}


def take_agenda_goals(run: Run, at: int, scope: Scope) -> Taken | None:
    """A paragraph or item that lists goals of Agenda 2030 by number and name."""
    block = run[at]
    if not scope.in_goal or not isinstance(block, Paragraph | ListItem):
        return None
    announced = _is_announced(run[max(0, at - _LOOK_BACK) : at])
    if not links.is_mostly_agenda(block.text) and not (announced and links.agenda_goals(block.text)):
        return None
    return Taken(end=at + 1, nodes=(links_of_block(LinkKind.AGENDA_2030, block),))


def _is_announced(before: Sequence[Block]) -> bool:
    return any(isinstance(block, Paragraph | Heading) and _ABOUT_AGENDA.search(block.text) for block in before)
