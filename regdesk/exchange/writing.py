"""An approved proposal goes into a register."""

from __future__ import annotations

from regdesk.domain.model import (
    AgendaGoal,
    Body,
    Forum,
    Foundation,
    Goal,
    GoverningDocument,
    Level,
    OrgUnit,
    Perspective,
    Record,
    RegionalGoal,
    ValueColumn,
)
from regdesk.exchange.proposal import Proposal, to_records
from regdesk.services.importing import import_records
from regdesk.services.risks import matrices
from regdesk.services.session import Session

_POINTED_AT: tuple[type[Record], ...] = (
    *(AgendaGoal, Body, Forum, Foundation, Goal, GoverningDocument),
    *(Level, OrgUnit, Perspective, RegionalGoal, ValueColumn),
)
"""What a plan may point at in the register instead of bringing its own."""


def write_proposal(session: Session, proposal: Proposal) -> None:
    """Make a proposal part of the register, in one step that can be undone.

    Raises Problem(RULE_BROKEN) when a node cannot become a record; the register then is as it was.
    """
    present = [record for kind in _POINTED_AT for record in session.all(kind, "id")]
    present += matrices(session)[:1]
    approved = to_records(proposal, present)
    import_records(session, approved.records, approved.blobs, file_name=proposal.file_name, sha256=proposal.sha256)
