"""What goes wrong with a file is told as a problem; what the program does wrong is not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import OrgUnit
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.editing import add, edit
from regdesk.services.registers import check_register
from regdesk.services.session import Session
from regdesk.store.connection import LENGTH_LIMIT
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def _refused(session: Session, example: Example, title: str) -> ProblemKind:
    """The kind of problem that an edit meets. It changes nothing, and the next one goes well."""
    head = session.head
    with pytest.raises(Problem) as caught:
        edit(session, example.goal, title=title)
    assert (session.head, session.undo_step) == (head, None)
    check_register(session)
    return caught.value.kind


def test_a_full_disk(opened: tuple[Session, Example]) -> None:
    session, example = opened
    connection = session.repository.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    assert _refused(session, example, "x" * 100_000) is ProblemKind.DISK_FULL
    edit(session, example.goal, title="Kort")
    check_register(session)


def test_somebody_else_who_reads(opened: tuple[Session, Example]) -> None:
    """The change is made but cannot be put on disk while they do."""
    session, example = opened
    session.repository.connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(session.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM goals").fetchone()
        assert _refused(session, example, "Medan någon läser") is ProblemKind.REGISTER_LOCKED
    edit(session, example.goal, title="Sedan")
    check_register(session)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("x" * (LENGTH_LIMIT + 1), ProblemKind.TEXT_TOO_LONG),
        ("x" * (LENGTH_LIMIT - 10), ProblemKind.TEXT_TOO_LONG),  # fits its row but not its history
        ("half a pair \ud800", ProblemKind.RULE_BROKEN),
    ],
)
def test_texts_that_no_register_can_hold(opened: tuple[Session, Example], title: str, kind: ProblemKind) -> None:
    session, example = opened
    assert _refused(session, example, title) is kind


def test_numbers_that_no_register_can_hold(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    with pytest.raises(Problem) as caught:
        add(session, OrgUnit(id=new_id(), code="X", name="", position=10**30))
    assert caught.value.kind is ProblemKind.RULE_BROKEN


def test_a_register_that_is_moved_away_while_open(opened: tuple[Session, Example]) -> None:
    session, example = opened
    elsewhere = session.path.rename(session.path.with_name("annanstans.regdesk"))
    with pytest.raises(Problem) as caught:
        edit(session, example.goal, title="Ingenstans")
    assert caught.value.kind is ProblemKind.REGISTER_UNREADABLE
    elsewhere.rename(session.path)


def test_a_bug_is_not_told_as_damage(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    with pytest.raises(sqlite3.OperationalError):
        session.repository.rows("SELECT nothing_of_the_kind FROM goals")
    with pytest.raises(sqlite3.ProgrammingError):
        session.repository.rows("SELECT ?")
    with pytest.raises(OverflowError), session.change(Action.EDIT):
        raise OverflowError
