"""What a plan is proposed to become: a tree that a person reads, changes and approves before anything is written."""

from regdesk.exchange.proposal.edits import (
    change_kind,
    change_level,
    indent,
    move,
    outdent,
    place,
    remove,
    set_fields,
)
from regdesk.exchange.proposal.lists import to_lists
from regdesk.exchange.proposal.nodes import (
    NodeKind,
    Proposal,
    ProposalWarning,
    ProposedNode,
    Reason,
    Unplaced,
    WarningCode,
)
from regdesk.exchange.proposal.records import Approved, to_records

__all__ = [
    "Approved",
    "NodeKind",
    "Proposal",
    "ProposalWarning",
    "ProposedNode",
    "Reason",
    "Unplaced",
    "WarningCode",
    "change_kind",
    "change_level",
    "indent",
    "move",
    "outdent",
    "place",
    "remove",
    "set_fields",
    "to_lists",
    "to_records",
]
