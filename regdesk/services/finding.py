"""Records of one kind that hold some words, in their order."""

from __future__ import annotations

from dataclasses import fields
from typing import TypeVar

from regdesk.domain.model import Record
from regdesk.services.session import Session
from regdesk.store.search import query

R = TypeVar("R", bound=Record)

_FOUND = "WHERE id IN (SELECT items.id FROM search JOIN items ON items.n = search.rowid WHERE search MATCH ?)"


def records_with(session: Session, kind: type[R], text: str = "") -> list[R]:
    """All of a kind, or those that hold every word of `text`; a kind that is not searched then gives none."""
    words = query(text)
    if not words:
        return session.all(kind) if not text.strip() else []
    order = "position, id" if "position" in {field.name for field in fields(kind)} else "id"
    return session.repository.select(kind, f"{_FOUND} ORDER BY {order}", (words,))
