"""An older register is backed up and brought up to date, whole or not at all; made-up steps show how."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.registers import check_register
from regdesk.services.session import Session
from regdesk.store import history, schema
from regdesk.store.connection import close
from regdesk.store.files import open_file
from regdesk.store.migrations import steps
from regdesk.store.repository import Repository
from tests.registers import make_register, open_example

Step = Callable[[Database], None]

NEXT = schema.SCHEMA_VERSION + 1


@pytest.fixture
def register(tmp_path: Path) -> Path:
    session, _ = open_example(tmp_path)
    session.close()
    return session.path


def _add_notes(db: Database) -> None:
    db.conn.execute("ALTER TABLE goals ADD COLUMN note TEXT NOT NULL DEFAULT ''")


def _point_at_nothing(db: Database) -> None:
    db.conn.execute("UPDATE goals SET level_id = id")


def _fail(db: Database) -> None:
    _add_notes(db)
    raise sqlite3.OperationalError("in the middle")


def _next_version(monkeypatch: pytest.MonkeyPatch, step: Step) -> None:
    """Let the program be one version further on, with that step to get there."""
    longer = Migrations("regdesk")
    for known in steps.migrations._migrations:
        longer(name=known.name)(known.fn)
    longer(name=f"m{NEXT:04}")(step)
    monkeypatch.setattr(steps, "migrations", longer)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", NEXT)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        schema.migrate(fresh)
        monkeypatch.setitem(schema.SCHEMA_HASHES, NEXT, schema.schema_hash(fresh))


def _goals(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as other:
        return other.execute("SELECT id, title FROM goals ORDER BY id").fetchall()


def test_an_older_register_is_brought_up_to_date(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goals, backups = _goals(register), tmp_path / "kopior"
    with Session.open(register) as session:
        before = session.head
    with monkeypatch.context() as newer:
        _next_version(newer, _add_notes)
        with Session.open(register, backups=backups) as session:
            check_register(session)
            (entry,) = session.entries(limit=1)
            assert (entry.seq, entry.action, entry.subject) == (before.seq + 1, schema.MIGRATED, str(NEXT))
            assert {change.plural for change in entry.changes} == {"goals"}
        with closing(open_file(register)) as connection:
            assert schema.user_version(connection) == NEXT
            assert schema.schema_hash(connection) == schema.SCHEMA_HASHES[NEXT]
    assert _goals(register) == goals
    (backup,) = backups.iterdir()
    with Session.open(backup) as session:
        assert session.head == before
        check_register(session)
    with pytest.raises(Problem) as caught:
        open_file(register)
    assert caught.value.kind is ProblemKind.REGISTER_TOO_NEW


def test_registers_of_one_name_keep_their_own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [tmp_path / name for name in ("kultur", "trafik")]
    for folder in folders:
        folder.mkdir()
    registers = [make_register(folder) for folder in folders]
    _next_version(monkeypatch, _add_notes)
    for register in registers:
        close(open_file(register, tmp_path / "kopior"))
    assert len(list((tmp_path / "kopior").iterdir())) == len(registers)


@pytest.mark.parametrize(
    ("step", "kind"), [(_fail, ProblemKind.REGISTER_DAMAGED), (_point_at_nothing, ProblemKind.RULE_BROKEN)]
)
def test_a_register_that_cannot_be_brought_up_to_date_stays_as_it_was(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: Step, kind: ProblemKind
) -> None:
    before = register.read_bytes()
    with monkeypatch.context() as newer:
        _next_version(newer, _add_notes)
        monkeypatch.setattr(steps.migrations._migrations[-1], "fn", step)
        with pytest.raises(Problem) as caught:
            open_file(register, tmp_path / "kopior")
        assert caught.value.kind is kind
    assert _goals(register)
    with Session.open(register) as session:
        check_register(session)
    assert register.read_bytes()[100:] == before[100:]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [register.name]


def test_no_backup_no_migration(register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = tmp_path / "kopior"
    nowhere.write_text("not a folder")
    before = register.read_bytes()
    _next_version(monkeypatch, _add_notes)
    with pytest.raises(Problem) as caught:
        open_file(register, nowhere)
    assert caught.value.kind is ProblemKind.FILE_NOT_WRITTEN
    assert register.read_bytes() == before


_HALFWAY = """
import sys
from pathlib import Path
from regdesk.store import schema
from regdesk.store.files import open_file
from regdesk.store.migrations.steps import migrations

@migrations(name="m9999")
def halfway(db):
    db.conn.execute("ALTER TABLE goals ADD COLUMN note TEXT NOT NULL DEFAULT ''")
    db.conn.execute("PRAGMA cache_size = 1")
    db.conn.execute("UPDATE goals SET note = hex(zeroblob(100000))")
    print("halfway", flush=True)
    sys.stdin.read()

schema.SCHEMA_VERSION = 9999
open_file(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.slow
def test_a_program_that_is_killed_while_it_migrates_leaves_the_register_as_it_was(
    register: Path, tmp_path: Path
) -> None:
    goals = _goals(register)
    command = [sys.executable, "-c", _HALFWAY, str(register), str(tmp_path / "kopior")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as migrating:
        assert migrating.stdout
        assert migrating.stdout.readline() == "halfway\n"
        migrating.kill()
    with Session.open(register) as session:
        check_register(session)
    assert _goals(register) == goals
    (backup,) = (tmp_path / "kopior").iterdir()
    with closing(open_file(backup)) as connection:
        assert history.head(Repository(connection)).seq == session.head.seq
