"""A proposal as the rows of the window: the tree of what became what, and the list of what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from regdesk.exchange.proposal import NodeKind, Proposal, ProposalWarning, ProposedNode, WarningCode
from regdesk.exchange.proposal.targets import targets_of
from regdesk.i18n import _, ngettext
from regdesk.viewmodels.labels import parameter_name
from regdesk.viewmodels.proposal import counted, node_word, reason_text, warning_text
from regdesk.viewmodels.rows import Tone
from regdesk.viewmodels.tree import TreeNode
from regdesk.viewmodels.words import one_line

NOTICE: Final = "notice"
"""The kind of a row that is about the tree and no piece of the plan."""

ICONS: Final = MappingProxyType(
    {
        NOTICE: "info",
        NodeKind.SECTION: "list",
        NodeKind.PARAGRAPH: "document",
        NodeKind.GROUP: "folder",
        NodeKind.GOAL: "goal",
        NodeKind.GOAL_STATE: "forward",
        NodeKind.INTERIM_GOAL: "deadline",
        NodeKind.INDICATOR: "indicator",
        NodeKind.CLUSTER_PARAMETER: "check",
        NodeKind.VALUE: "calculator",
        NodeKind.ASSIGNMENT: "assignment",
        NodeKind.ACTIVITY: "assess",
        NodeKind.LINK: "link",
        NodeKind.DUTY: "duty",
        NodeKind.BOARD_ROLE: "board",
        NodeKind.LEGAL_ENTITY: "legal-entity",
        NodeKind.RISK: "risk",
        NodeKind.RISK_ACTION: "risk",
        NodeKind.CONTROL: "check",
        NodeKind.BUDGET_LINE: "money",
        NodeKind.BUDGET_FRAME: "money",
        NodeKind.PERSPECTIVE: "preview",
        NodeKind.FORUM: "meeting",
        NodeKind.SUPERVISION_EVENT: "supervision",
        NodeKind.ATTACHMENT: "attachment",
        NodeKind.FOOTNOTE: "footnote",
    }
)

_LONGEST: Final = 200
_LONGEST_NAME: Final = 40


class Notice(NamedTuple):
    """A row of the list, and the id of the node that it is about; empty where it is about the whole."""

    row: TreeNode
    about: str


def plan_nodes(proposal: Proposal) -> tuple[TreeNode, ...]:
    """The tree, each node with its kind in words at the end of its line and a mark where there is something to see."""
    return tuple(map(_node, proposal.roots))


def notices(proposal: Proposal) -> tuple[Notice, ...]:
    """What was not placed, with why; then what there is to say of the whole, and of each node."""
    left = [Notice(_left(each.node, reason_text(each.reason)), each.node.id) for each in proposal.unplaced]
    said = list(_said(proposal))
    return (*left, *(Notice(_notice(number, *each), each[1]) for number, each in enumerate(said)))


def summary(proposal: Proposal) -> str:
    """How many of each kind: `3 målområden, 6 mål, 17 indikatorer`."""
    nodes = list(proposal.walk())
    levels = Counter(node.said("level_kind") for node in nodes if node.kind is NodeKind.GOAL)
    return counted(levels, Counter(map(_kind_code, nodes)))


def to_look_at(proposal: Proposal) -> str:
    """How much there is in the list of `notices`."""
    left = len(proposal.unplaced)
    count = len(notices(proposal)) - left
    texts = ngettext("{count} text har inte fått plats", "{count} texter har inte fått plats", left)
    said = ngettext("{count} påpekande", "{count} påpekanden", count)
    parts = [words.format(count=number) for words, number in ((texts, left), (said, count)) if number]
    return ", ".join(parts) if parts else _("Allt i filen har fått plats, och det finns inget att påpeka.")


def kind_text(node: ProposedNode) -> str:
    """What a node becomes, in a word; a goal by its level."""
    return node.said("level_name") if node.kind is NodeKind.GOAL else node_word(node.kind)


def full_text(node: ProposedNode) -> str:
    """A node's text to the letter; where it has none of its own, the texts of all below it."""
    return node.text or "\n".join(filter(None, (each.text for each in node.walk())))


def sentences(node: ProposedNode) -> list[str]:
    """What there is to say of a node."""
    return [warning_text(warning.code, warning.params) for warning in node.warnings]


def _kind_code(node: ProposedNode) -> str:
    return str(node.kind)


def _node(node: ProposedNode) -> TreeNode:
    kind, text = kind_text(node), _words(node)
    return TreeNode(
        id=node.id,
        kind=node.kind,
        text=text,
        symbol="⚠" if node.warnings else "",
        tone=Tone.PARTLY if node.warnings else Tone.NEUTRAL,
        count=kind,
        spoken=". ".join((f"{kind}: {text}", *sentences(node))),
        children=_children(node),
    )


def _children(node: ProposedNode) -> tuple[TreeNode, ...]:
    made = []
    parameters = 0
    for child in node.children:
        row = _node(child)
        if child.kind is NodeKind.CLUSTER_PARAMETER:
            parameters += 1
            row = TreeNode(
                id=row.id, kind=row.kind, text=parameter_name(child.said("name"), parameters), count=row.count
            )
        made.append(row)
    return tuple(made)


def _words(node: ProposedNode) -> str:
    text = one_line(node.text or node.said("title") or node.said("name"))
    if node.kind is NodeKind.VALUE:
        return f"{one_line(node.said('label'))}: {text or _('tom ruta')}"
    return _start(text, _LONGEST)


def _left(node: ProposedNode, reason: str) -> TreeNode:
    text = _start(one_line(full_text(node)), _LONGEST)
    return TreeNode(id=node.id, kind=node.kind, text=text, symbol="⚠", tone=Tone.PARTLY, count=reason)


def _notice(number: int, words: str, _about: str, name: str) -> TreeNode:
    return TreeNode(id=f"{NOTICE}:{number}", kind=NOTICE, text=words, count=name)


def _said(proposal: Proposal) -> Iterator[tuple[str, str, str]]:
    """Each sentence with the id and the name of what it is about."""
    for warning in (*proposal.warnings, *_merged(proposal)):
        yield warning_text(warning.code, warning.params), "", ""
    for node in proposal.walk():
        for words in sentences(node):
            yield words, node.id, _start(_words(node), _LONGEST_NAME)


def _merged(proposal: Proposal) -> Iterator[ProposalWarning]:
    """Names that were taken to mean one thing."""
    for target in targets_of(proposal.walk()):
        for alias in target.aliases:
            yield ProposalWarning(code=WarningCode.NAMES_MERGED, params={"title": target.title, "alias": alias})


def _start(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
