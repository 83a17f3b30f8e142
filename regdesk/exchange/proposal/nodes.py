"""The proposal's own data: nodes with their texts to the letter, what was not placed, and warnings for the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum, auto

from regdesk.exchange.word.document import Source

FieldValue = str | int | bool | bytes | date | tuple[str, ...] | None
Fields = Mapping[str, FieldValue]


class NodeKind(StrEnum):
    """What a piece of a plan becomes. PARAGRAPH is running text; GROUP only holds together what it announces."""

    SECTION = auto()
    PARAGRAPH = auto()
    GROUP = auto()
    GOAL = auto()
    GOAL_STATE = auto()
    INTERIM_GOAL = auto()
    INDICATOR = auto()
    CLUSTER_PARAMETER = auto()
    VALUE = auto()
    ASSIGNMENT = auto()
    ACTIVITY = auto()
    LINK = auto()
    DUTY = auto()
    BOARD_ROLE = auto()
    LEGAL_ENTITY = auto()
    RISK = auto()
    RISK_ACTION = auto()
    CONTROL = auto()
    BUDGET_LINE = auto()
    BUDGET_FRAME = auto()
    PERSPECTIVE = auto()
    FORUM = auto()
    SUPERVISION_EVENT = auto()
    ATTACHMENT = auto()
    FOOTNOTE = auto()


class WarningCode(StrEnum):
    """What a person should look at before approving."""

    NESTING_MAY_BE_LOST = auto()
    """A list item announces others, yet all stand at one level."""
    GOAL_BY_CONTENT = auto()
    """A heading is proposed as a goal only because of what stands below it."""
    GOAL_WITHOUT_HEADING = auto()
    """A goal is named in a list but has no heading of its own."""
    ORDER_DIFFERS = auto()
    """The list of goals and their headings come in different orders."""
    ANOTHER_NAME = auto()
    """The text calls the goal something else, which is proposed as an alias."""
    NAME_COLUMN_GUESSED = auto()
    COLUMN_KIND_GUESSED = auto()
    COLUMN_UNKNOWN = auto()
    """Cells of a column that no field is known for are among what was not placed."""
    CELL_UNREAD = auto()
    """Cells whose words are no day, status or number are among what was not placed."""
    NAME_REPEATED = auto()
    """Several rows have one name between them; each became an indicator."""
    CLUSTER_GUESSED = auto()
    """A sentence after a table of several indicators was taken to be about the last."""
    PARAMETERS_UNNAMED = auto()
    """A cluster's parameters have places but no names: the plan does not give them."""
    PARENT_INFERRED = auto()
    """A sub-index was put under the total index of the same name."""
    VALUE = auto()
    """The value parser has something to say of a cell; `detail` is its own code."""
    NUMBERS_INFERRED = auto()
    """Section numbers were counted, because the text refers to them and the headings do not print them."""
    LINK_UNREAD = auto()
    """A line among numbered goals has no number."""
    NAMES_MERGED = auto()
    """Two spellings are taken to be one document."""
    LEFT_OUT = auto()
    """Something in the file is no part of the plan's text: `what` and `count`."""


class Reason(StrEnum):
    """Why something of the document is not in the tree."""

    TABLE_UNKNOWN = auto()
    COLUMN_UNKNOWN = auto()
    CELL_UNREAD = auto()
    NO_GOAL = auto()
    NOTE_WITHOUT_REFERENCE = auto()
    PAGE_MARGIN = auto()
    REMOVED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalWarning:
    """A warning as a code with what its sentence needs."""

    code: WarningCode
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedNode:
    """One thing of the plan. `text` is the document's to the letter; `fields` are named as the record's.

    `sources` are what of the document it was made of. A child made of part of its parent's text has the same.
    """

    id: str = ""
    kind: NodeKind
    text: str = ""
    fields: Fields = field(default_factory=dict)
    children: tuple[ProposedNode, ...] = ()
    sources: tuple[Source, ...] = ()
    warnings: tuple[ProposalWarning, ...] = ()

    def walk(self) -> Iterator[ProposedNode]:
        """The node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def said(self, name: str) -> str:
        """A field as text; empty where it is not set."""
        value = self.fields.get(name)
        return "" if value is None or isinstance(value, bytes | tuple) else str(value)

    def with_fields(self, **fields: FieldValue) -> ProposedNode:
        """The node with some fields set."""
        return replace(self, fields={**self.fields, **fields})

    def warned(self, code: WarningCode, **params: str | int) -> ProposedNode:
        """The node with one more warning."""
        return replace(self, warnings=(*self.warnings, ProposalWarning(code=code, params=params)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A part of the document that is not in the tree, as the node it would be if it were placed."""

    node: ProposedNode
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A plan as it may be written. It never changes; every edit gives a new one."""

    file_name: str
    sha256: str
    title: str = ""
    roots: tuple[ProposedNode, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    warnings: tuple[ProposalWarning, ...] = ()
    sources: frozenset[Source] = frozenset()

    def walk(self) -> Iterator[ProposedNode]:
        """Every node of the tree, in reading order."""
        for root in self.roots:
            yield from root.walk()

    def find(self, node_id: str) -> ProposedNode | None:
        """The node of the tree with that id."""
        return next((node for node in self.walk() if node.id == node_id), None)

    def missing(self) -> frozenset[Source]:
        """What of the document is neither in the tree nor among what was not placed. Must be empty, always."""
        everything = [*self.roots, *(unplaced.node for unplaced in self.unplaced)]
        placed = {source for root in everything for node in root.walk() for source in node.sources}
        return self.sources - placed

    def repeated(self) -> frozenset[Source]:
        """What stands in two places that have nothing to do with each other. Empty until a person parts them."""
        counts = Counter(_owned(self.roots))
        counts.update(_owned(unplaced.node for unplaced in self.unplaced))
        return frozenset(source for source, count in counts.items() if count > 1)


def _owned(nodes: Iterable[ProposedNode], above: frozenset[Source] = frozenset()) -> Iterator[Source]:
    """The sources of nodes, without those that a node above was made of too."""
    for node in nodes:
        yield from (source for source in node.sources if source not in above)
        yield from _owned(node.children, above.union(node.sources))


def rewrite(
    nodes: tuple[ProposedNode, ...], change: Callable[[ProposedNode], tuple[ProposedNode, ...]]
) -> tuple[ProposedNode, ...]:
    """The nodes with each put through `change`, those below first; it may give none or several."""
    return tuple(made for node in nodes for made in change(replace(node, children=rewrite(node.children, change))))
