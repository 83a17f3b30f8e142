"""Register files: made whole or not at all, opened only when they are what they say."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.store import schema
from regdesk.store.connection import LENGTH_LIMIT, close
from regdesk.store.files import SUFFIX, back_up, backup_stem, new_file, open_file, prune_backups
from tests.registers import make_register


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return make_register(tmp_path)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _kind_of(path: Path) -> ProblemKind:
    before = _content(path)
    with pytest.raises(Problem) as caught:
        open_file(path)
    assert _content(path) == before
    assert caught.value.params["path"] == path
    return caught.value.kind


def test_a_register_opens_and_leaves_nothing_beside_it(register: Path) -> None:
    before = register.read_bytes()
    connection = open_file(register)
    assert connection.execute("SELECT organisation FROM registers").fetchone()[0] == "Region Exempel"
    close(connection)
    assert list(register.parent.iterdir()) == [register]
    assert register.read_bytes() == before


def test_the_settings_that_keep_a_register_whole(register: Path) -> None:
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "busy_timeout": 1000,
    }
    with closing(open_file(register)) as connection:
        assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
        assert connection.execute("PRAGMA mmap_size").fetchone()[0] == 0
        assert connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == LENGTH_LIMIT


@pytest.mark.skipif(sys.version_info < (3, 12), reason="Python's sqlite3 has no setconfig before 3.12")
def test_no_statement_can_write_where_only_sqlite_should(register: Path) -> None:
    with closing(open_file(register)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("UPDATE search_content SET c0 = ''")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert _kind_of(tmp_path / f"borta{SUFFIX}") is ProblemKind.REGISTER_MISSING


@pytest.mark.parametrize("content", [b"", b"Protokoll 2024", b"PK\x03\x04 en zip"])
def test_a_file_that_is_something_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / f"annat{SUFFIX}"
    path.write_bytes(content)
    assert _kind_of(path) is ProblemKind.NOT_A_REGISTER


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / f"annat{SUFFIX}"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t (x)")
    assert _kind_of(path) is ProblemKind.NOT_A_REGISTER


def test_a_register_of_a_newer_program(register: Path) -> None:
    with closing(sqlite3.connect(register)) as other:
        other.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    assert _kind_of(register) is ProblemKind.REGISTER_TOO_NEW


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER spy AFTER INSERT ON goals BEGIN DELETE FROM comments; END",
        "CREATE VIEW registers_too AS SELECT * FROM registers",
        "DROP TRIGGER history_no_update",
    ],
)
def test_a_register_with_something_hidden_in_its_schema(register: Path, sql: str) -> None:
    with closing(sqlite3.connect(register)) as other:
        other.execute(sql)
    assert _kind_of(register) is ProblemKind.REGISTER_FOREIGN_SCHEMA


def test_a_damaged_register(register: Path) -> None:
    content = bytearray(register.read_bytes())
    page = 4096
    for start in range(2 * page, len(content), page):
        content[start : start + 64] = b"\xff" * 64
    register.write_bytes(content)
    assert _kind_of(register) in {ProblemKind.REGISTER_DAMAGED, ProblemKind.REGISTER_FOREIGN_SCHEMA}


def test_a_register_cut_short(register: Path) -> None:
    register.write_bytes(register.read_bytes()[:10_000])
    assert _kind_of(register) is ProblemKind.REGISTER_DAMAGED


def test_a_register_that_another_program_is_writing(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **kwargs: real(*args, **{**kwargs, "timeout": 0}))
    with closing(real(register, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert _kind_of(register) is ProblemKind.REGISTER_LOCKED


def test_a_new_file_never_writes_over_another(register: Path) -> None:
    with pytest.raises(Problem) as caught, new_file(register):
        pass
    assert caught.value.kind is ProblemKind.REGISTER_EXISTS


def test_a_new_file_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), new_file(tmp_path / f"nytt{SUFFIX}"):
        raise RuntimeError("in the middle")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_in_no_folder(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught, new_file(tmp_path / "ingen" / f"nytt{SUFFIX}"):
        pass
    assert caught.value.kind is ProblemKind.FILE_NOT_WRITTEN


def test_a_stale_journal_does_not_touch_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / f"nytt{SUFFIX}"
    stale = path.with_name(path.name + "-journal")
    stale.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600)
    with new_file(path):
        pass
    assert not stale.exists()
    close(open_file(path))


@pytest.mark.parametrize(
    "name",
    [
        "år 2024 #1 100 % ok?",
        "%2F%00",
        "file:x?mode=ro&immutable=1",
        "rad\nbryt",
        "’”'\";--",
        pytest.param(
            os.fsdecode(b"verksamhetspl\xe5n"),
            marks=pytest.mark.skipif(os.name == "nt", reason="names are Unicode there"),
        ),
    ],
)
def test_names_with_signs_that_mean_something_elsewhere(tmp_path: Path, name: str) -> None:
    if os.name == "nt":
        name = re.sub('[:?"<>|*\n]', "_", name)
    path = make_register(tmp_path).rename(tmp_path / f"{name}{SUFFIX}")
    with closing(open_file(path)) as connection:
        back_up(connection, tmp_path / "kopior" / f"{backup_stem(path)}{SUFFIX}")
    assert [copy.name[: len(name)] for copy in (tmp_path / "kopior").iterdir()] == [name]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 300}{SUFFIX}"
    assert _kind_of(path) is ProblemKind.REGISTER_MISSING
    with pytest.raises(Problem) as caught, new_file(path):
        pass
    assert caught.value.kind is ProblemKind.FILE_NOT_WRITTEN


def test_a_backup_is_a_register_with_the_same_rows(register: Path, tmp_path: Path) -> None:
    target = tmp_path / "kopior" / f"kopia{SUFFIX}"
    with closing(open_file(register)) as connection:
        back_up(connection, target)
        original = connection.execute("SELECT hash FROM history").fetchall()
    with closing(open_file(target)) as copy:
        assert copy.execute("SELECT hash FROM history").fetchall() == original
    assert list(target.parent.iterdir()) == [target]


def test_backups_are_thinned_to_days_weeks_and_months(tmp_path: Path) -> None:
    last = date(2026, 11, 20)
    for days in range(400):
        (tmp_path / f"r-{(last - timedelta(days)).isoformat()}{SUFFIX}").touch()
    (tmp_path / f"r-inget-datum{SUFFIX}").touch()
    prune_backups(tmp_path, "r")
    kept = sorted(path.stem[-10:] for path in tmp_path.glob("r-20*"))
    assert kept[-12:] == [(last - timedelta(days)).isoformat() for days in range(11, -1, -1)]
    assert kept[0] == "2026-03-31"
    assert len(kept) <= 12 + 10 + 9
    assert (tmp_path / f"r-inget-datum{SUFFIX}").exists()
