"""The words of items, for filtering as one types: whole words and their beginnings, å ä ö apart from a and o."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from regdesk.store.mapping import Cell

SEARCHED: dict[str, tuple[str, ...]] = {
    "activities": ("title",),
    "agenda_items": ("section_no", "title", "dnr"),
    "assignments": ("text", "dnr", "receiver_function"),
    "attachments": ("number", "title"),
    "board_roles": ("text",),
    "budget_lines": ("name",),
    "cluster_parameters": ("name",),
    "controls": ("text",),
    "duties": ("text",),
    "forums": ("name",),
    "goal_states": ("label", "text"),
    "goals": ("printed_number", "title"),
    "governing_documents": ("title", "doc_no"),
    "indicators": ("printed_number", "title"),
    "interim_goals": ("label", "text"),
    "legal_entities": ("name", "entity_kind"),
    "meetings": ("date", "title", "place"),
    "risk_actions": ("text",),
    "risks": ("title", "text"),
    "sections": ("heading", "text"),
    "supervision_events": ("title",),
    "supervision_occasions": ("concluded", "decided"),
}
"""Which columns of which kinds of record can be searched."""


def _words(plural: str, row: dict[str, Cell]) -> str:
    return " ".join(str(row[column]) for column in SEARCHED[plural])


def add(connection: sqlite3.Connection, plural: str, rows: Iterable[dict[str, Cell]]) -> None:
    """Make new rows findable."""
    if plural in SEARCHED:
        connection.executemany(
            "INSERT INTO search (rowid, text) SELECT n, ? FROM items WHERE id = ?",
            [(_words(plural, row), row["id"]) for row in rows],
        )


def change(connection: sqlite3.Connection, plural: str, row: dict[str, Cell]) -> None:
    """Make a changed row findable by what it says now."""
    if plural in SEARCHED:
        connection.execute(
            "UPDATE search SET text = ? WHERE rowid = (SELECT n FROM items WHERE id = ?)",
            (_words(plural, row), row["id"]),
        )


def remove(connection: sqlite3.Connection, plural: str, record_id: str) -> None:
    """Forget a row that is about to go."""
    if plural in SEARCHED:
        connection.execute("DELETE FROM search WHERE rowid = (SELECT n FROM items WHERE id = ?)", (record_id,))


def query(text: str) -> str:
    """What a person typed as an FTS5 query: every word must occur, each as the beginning of one. Empty for no words."""
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", text))
