"""The schema says the same as the domain: tables, columns, codes and what points where."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
import types
import typing
from collections.abc import Iterator
from enum import StrEnum

import pytest

from regdesk.domain.model import RECORDS
from regdesk.store import schema
from regdesk.store.migrations.steps import migrations
from regdesk.store.search import SEARCHED


@pytest.fixture
def fresh() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    schema.migrate(connection)
    yield connection
    connection.close()


def _sql(connection: sqlite3.Connection, table: str) -> str:
    return str(connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])


def test_the_known_hash_is_that_of_a_fresh_schema(fresh: sqlite3.Connection) -> None:
    assert schema.schema_hash(fresh) == schema.SCHEMA_HASHES[schema.SCHEMA_VERSION]


def test_every_version_has_its_step_and_its_hash() -> None:
    steps = [step.name for step in migrations._migrations]
    assert steps == [f"m{version:04}" for version in sorted(schema.SCHEMA_HASHES)]


def test_a_fresh_file_says_what_it_is(fresh: sqlite3.Connection) -> None:
    assert schema.application_id(fresh) == schema.APPLICATION_ID
    assert schema.user_version(fresh) == schema.SCHEMA_VERSION


@pytest.mark.parametrize("plural", RECORDS)
def test_a_table_has_the_columns_of_its_record(fresh: sqlite3.Connection, plural: str) -> None:
    columns = {row["name"]: row for row in fresh.execute(f"PRAGMA table_info('{plural}')")}
    hints = typing.get_type_hints(RECORDS[plural])
    assert list(columns) == [field.name for field in dataclasses.fields(RECORDS[plural])]
    for name, hint in hints.items():
        assert bool(columns[name]["notnull"]) is not isinstance(hint, types.UnionType), name


@pytest.mark.parametrize("plural", RECORDS)
def test_a_table_takes_the_codes_of_its_enums_and_no_other(fresh: sqlite3.Connection, plural: str) -> None:
    for name, hint in typing.get_type_hints(RECORDS[plural]).items():
        kinds = [part for part in (*typing.get_args(hint), hint) if isinstance(part, type)]
        for enum in (kind for kind in kinds if issubclass(kind, StrEnum)):
            found = re.search(rf"\b{name} IN \(([^)]*)\)", _sql(fresh, plural))
            assert found, f"{plural}.{name} has no CHECK"
            assert set(re.findall(r"'([^']*)'", found[1])) == {member.value for member in enum}


@pytest.mark.parametrize("plural", [*RECORDS, "items", "blobs", "history"])
def test_every_table_is_strict(fresh: sqlite3.Connection, plural: str) -> None:
    assert _sql(fresh, plural).endswith("STRICT")


@pytest.mark.parametrize("plural", RECORDS)
def test_every_reference_is_a_foreign_key(fresh: sqlite3.Connection, plural: str) -> None:
    keys = {row["from"] for row in fresh.execute(f"PRAGMA foreign_key_list('{plural}')")}
    names = {field.name for field in dataclasses.fields(RECORDS[plural]) if field.name.endswith("_id")}
    assert names <= keys


def test_what_is_searched_are_items_with_those_columns(fresh: sqlite3.Connection) -> None:
    for plural, columns in SEARCHED.items():
        assert set(columns) <= {field.name for field in dataclasses.fields(RECORDS[plural])}
        assert _sql(fresh, f"{plural}_item_insert")


def test_a_step_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(migrations._migrations[-1], "fn", broken)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with pytest.raises(RuntimeError):
        schema.migrate(connection)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    assert schema.user_version(connection) == 0
    connection.close()
