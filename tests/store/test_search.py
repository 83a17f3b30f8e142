"""The search index: finds by beginnings of words, keeps å ä ö apart, follows every change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.services.editing import edit, remove
from regdesk.services.session import Session
from regdesk.store.repository import Repository
from regdesk.store.search import query
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def _found(repository: Repository, text: str) -> set[str]:
    rows = repository.rows(
        "SELECT items.id FROM search JOIN items ON items.n = search.rowid WHERE search MATCH ?", (query(text),)
    )
    return {row["id"] for row in rows}


def test_the_beginning_of_a_word_finds_it(opened: tuple[Session, Example]) -> None:
    session, example = opened
    assert _found(session.repository, "bes") == {example.number.id}
    assert _found(session.repository, "NÖJDA") == {example.number.id}
    assert _found(session.repository, "vården 1.1") == {example.goal.id}


def test_a_letter_with_a_ring_is_another_letter(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    assert _found(session.repository, "varden") == set()


def test_the_index_follows_change_undo_and_removal(opened: tuple[Session, Example]) -> None:
    session, example = opened
    edit(session, example.number, title="Väntetider")
    assert _found(session.repository, "vänt") == {example.number.id, example.assignments[0].id}
    session.undo()
    assert _found(session.repository, "nöjda") == {example.number.id}
    remove(session, example.number)
    assert _found(session.repository, "nöjda") == set()
    session.undo()
    assert _found(session.repository, "nöjda") == {example.number.id}


@given(st.text())
def test_whatever_is_typed_is_a_query(text: str) -> None:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE search USING fts5 (text)")
    words = query(text)
    if words:
        connection.execute("SELECT * FROM search WHERE search MATCH ?", (words,)).fetchall()
    assert words.count('"') % 2 == 0
    connection.close()
