"""Moving, removing and reopening parts of the plan, which are known by the plural of their kind and their id."""

from __future__ import annotations

from regdesk.domain.model import RECORDS
from regdesk.services import arranging, closing, editing
from regdesk.services.session import Session
from regdesk.viewmodels.tree import TreeNode


def can_move(session: Session, plural: str, record_id: str, by: int) -> bool:
    """Whether a part has somewhere to go `by` steps further down, or up when negative."""
    record = session.get(RECORDS[plural], record_id)
    return arranging.has_place(record) and arranging.can_move(session, record, by)


def move(session: Session, plural: str, record_id: str, by: int) -> None:
    """Move a part among its like, as one step. Raises Problem(ROW_MISSING)."""
    arranging.move(session, session.get(RECORDS[plural], record_id), by)


def is_there(session: Session, record_id: str) -> bool:
    """Whether anything that can be pointed at has this id."""
    return bool(session.repository.rows("SELECT 1 FROM items WHERE id = ?", (record_id,)))


def how_many(session: Session, plural: str) -> int:
    """How many records of a kind there are."""
    return session.repository.count(RECORDS[plural])


def remove(session: Session, plural: str, record_id: str) -> None:
    """Remove a part with all that stands below it, as one step.

    Raises Problem(ROW_IN_USE) where something of it has been assessed, Problem(ROW_MISSING).
    """
    editing.remove(session, session.get(RECORDS[plural], record_id))


def can_reopen(session: Session, node: TreeNode) -> bool:
    """Whether a line of the tree stands for something that was closed."""
    kind = closing.CLOSABLE.get(node.kind)
    return kind is not None and not closing.stands(session.get(kind, node.id))


def reopen(session: Session, plural: str, record_id: str) -> None:
    """Make a closed part belong to the plan again, as one step. Raises Problem(ROW_MISSING)."""
    closing.reopen(session, session.get(closing.CLOSABLE[plural], record_id))
