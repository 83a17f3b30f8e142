"""What an item points at: goals, strategies, boards and the like, in an order of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regdesk.domain.codes import LinkKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import Link
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.session import Session


def targets_of(session: Session, source_id: str, kind: LinkKind) -> list[str]:
    """Ids of what an item points at, in order."""
    return [link.target_id for link in _links(session, source_id, kind)]


def set_links(session: Session, source_id: str, kind: LinkKind, target_ids: Sequence[str], subject: str = "") -> None:
    """Let an item point at these and no others of the kind, as one step; a link that stays keeps the plan's words.

    `subject` is what the step calls the item. Raises Problem(ROW_MISSING).
    """
    present = _links(session, source_id, kind)
    kept = {link.target_id: link for link in present if link.target_id in target_ids}
    with session.change(Action.SET_LINKS, subject) as change:
        change.delete_all(link for link in present if kept.get(link.target_id) is not link)
        for position, target in enumerate(dict.fromkeys(target_ids)):
            if target in kept:
                change.update(replace(kept[target], position=position))
            else:
                _expect_item(session, target)
                new = Link(id=new_id(), kind=kind, source_id=source_id, target_id=target, position=position)
                change.insert(new)


def _links(session: Session, source_id: str, kind: LinkKind) -> list[Link]:
    return session.repository.select(
        Link, "WHERE source_id = ? AND kind = ? ORDER BY position, id", (source_id, kind.value)
    )


def _expect_item(session: Session, item_id: str) -> None:
    if not session.repository.rows("SELECT 1 FROM items WHERE id = ?", (item_id,)):
        raise Problem(ProblemKind.ROW_MISSING, plural="items", id=item_id)
