"""What is left when nothing else was recognised: running text, pictures, lines of appendices, unknown tables."""

from __future__ import annotations

import re

from regdesk.domain.codes import StateKind
from regdesk.exchange.proposal.fields import state_fields
from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode, Reason
from regdesk.exchange.word.document import Block, ListItem, Paragraph, Picture, Table, sources_of
from regdesk.exchange.word.recognise_base import Run, Scope, Taken, left_over, made_of
from regdesk.exchange.wording.attachments import is_left_out_of_decision, read_attachment_heading

_WISHED = re.compile(r"\b(Vid\s+planperiodens\s+slut)\s+(?:vill|ska)\b[^.!?]*[.!?]?")


def take_attachment_line(run: Run, at: int, scope: Scope) -> Taken | None:
    """A line "Bilaga 2: …" in a list of appendices."""
    block = run[at]
    found = read_attachment_heading(block.text) if isinstance(block, Paragraph | ListItem) else None
    if found is None or not scope.in_attachments:
        return None
    return Taken(end=at + 1, nodes=(attachment(block, found, is_left_out_of_decision(block.text)),))


def attachment(block: Block, found: tuple[str, str], left_out: bool) -> ProposedNode:
    """An appendix by its heading or line."""
    number, title = found
    return made_of(
        block, NodeKind.ATTACHMENT, number=number, title=title, included_in_decision=not left_out, alt_text=""
    )


def take_text(run: Run, at: int, _scope: Scope) -> Taken:
    """One block as it is."""
    block = run[at]
    if isinstance(block, Table):
        return Taken(end=at + 1, unplaced=(left_over(block, Reason.TABLE_UNKNOWN),))
    if isinstance(block, Picture):
        return Taken(end=at + 1, nodes=(_picture(block),))
    if isinstance(block, ListItem):
        node = made_of(block, NodeKind.PARAGRAPH, number=block.number, level=block.level)
    else:
        node = made_of(block, NodeKind.PARAGRAPH, tuple(_wishes(block)))
    return Taken(end=at + 1, nodes=(node,))


def _wishes(block: Block) -> list[ProposedNode]:
    """End states that the text wishes for; they stay in the text as well."""
    return [
        ProposedNode(
            kind=NodeKind.GOAL_STATE,
            text=found[0],
            fields=state_fields(StateKind.DESIRED, found[1], found[0], None),
            sources=sources_of(block),
        )
        for found in _WISHED.finditer(block.text)
    ]


def _picture(block: Picture) -> ProposedNode:
    return made_of(
        block,
        NodeKind.ATTACHMENT,
        number="",
        title=block.text or block.name,
        included_in_decision=True,
        file_name=block.name,
        media_type=block.media_type,
        alt_text=block.text,
        content=block.content,
    )
