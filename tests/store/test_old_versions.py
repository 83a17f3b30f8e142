"""A register of every released version is opened and brought up to date, with all that was in it."""

from __future__ import annotations

import gzip
from contextlib import closing
from pathlib import Path

import pytest

from regdesk.domain.model import Assignment, Goal, Indicator, Value
from regdesk.services.registers import check_register
from regdesk.services.session import Session
from regdesk.store import schema
from regdesk.store.files import open_file

OLD = [version for version in schema.SCHEMA_HASHES if version < schema.SCHEMA_VERSION]


@pytest.mark.parametrize("version", OLD)
def test_a_register_of_an_older_version_opens_with_all_that_was_in_it(version: int, tmp_path: Path) -> None:
    packed = Path(__file__).with_name(f"version-{version}.regdesk.gz")
    register = tmp_path / "gammalt.regdesk"
    register.write_bytes(gzip.decompress(packed.read_bytes()))
    with Session.open(register, backups=tmp_path / "kopior") as session:
        check_register(session)
        assert [goal.title for goal in session.all(Goal, "printed_number")] == [
            "En region att lita på",
            "Vården är nära",
        ]
        assert {value.raw for value in session.all(Value)} == {"39 % ", ">45 %"}
        assert (len(session.all(Indicator)), len(session.all(Assignment))) == (3, 2)
    with closing(open_file(register)) as connection:
        assert schema.user_version(connection) == schema.SCHEMA_VERSION
        assert schema.schema_hash(connection) == schema.SCHEMA_HASHES[schema.SCHEMA_VERSION]
    assert len(list((tmp_path / "kopior").iterdir())) == 1
