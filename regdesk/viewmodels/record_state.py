"""How any record stands, in a few words: its verdict in force or its status, and when it is due."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from regdesk.domain.model import Record, plural_of
from regdesk.formats import format_iso_date
from regdesk.services.branches import latest_verdicts
from regdesk.services.session import Session
from regdesk.viewmodels.kinds import ASSESSED
from regdesk.viewmodels.words import verdict_cell, word


def state_words(session: Session, record: Record) -> str:
    """`Pågår, 2026-05-01`; nothing for what has no state."""
    status, due = getattr(record, "status", None), getattr(record, "due_on", None)
    parts = [
        _verdict(session, record),
        word(status) if isinstance(status, StrEnum) else "",
        format_iso_date(due) if isinstance(due, date) else "",
    ]
    return ", ".join(filter(None, parts))


def _verdict(session: Session, record: Record) -> str:
    if plural_of(type(record)) not in ASSESSED:
        return ""
    verdict = latest_verdicts(session, [record.id]).get(record.id)
    return verdict_cell(verdict).text if verdict else ""
