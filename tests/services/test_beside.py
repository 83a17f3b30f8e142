"""The open register is read beside the window: whole, as it stands, without keeping anybody from writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.beside import read_beside
from regdesk.services.registers import edit_register, register_of
from regdesk.services.session import Session
from regdesk.store.connection import connect
from tests.registers import open_example


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened, _example = open_example(tmp_path)
    with opened:
        yield opened


def diary(session: Session) -> str:
    return register_of(session).dnr


def test_it_reads_what_was_last_written(session: Session) -> None:
    edit_register(session, dnr="RS 2024/1")
    assert read_beside(session.path, diary) == "RS 2024/1"
    edit_register(session, dnr="RS 2024/2")
    assert read_beside(session.path, diary) == "RS 2024/2"


def test_what_is_read_belongs_together_though_somebody_writes_meanwhile(session: Session) -> None:
    edit_register(session, dnr="1")
    later = iter("23")

    def read(beside: Session) -> tuple[str, str]:
        before = diary(beside)
        for number in later:
            edit_register(session, dnr=number)  # which no lock of the reader keeps it from
            break
        return before, diary(beside)

    assert read_beside(session.path, read) == ("3", "3")


def test_an_error_that_comes_of_a_change_meanwhile_is_none(session: Session) -> None:
    tries: list[str] = []

    def read(beside: Session) -> str:
        tries.append(diary(beside))
        if len(tries) == 1:
            edit_register(session, dnr="RS 2024/9")
            raise KeyError
        return tries[-1]

    assert read_beside(session.path, read) == "RS 2024/9"
    assert len(tries) == 2


def test_an_error_that_has_no_such_excuse_is_told(session: Session) -> None:
    with pytest.raises(ZeroDivisionError):
        read_beside(session.path, lambda _beside: 1 // 0)


def test_nothing_is_changed_that_way(session: Session) -> None:
    before = session.path.read_bytes()
    with pytest.raises(Problem) as caught:
        read_beside(session.path, lambda beside: edit_register(beside, dnr="RS 2024/3"))
    assert caught.value.kind is ProblemKind.REGISTER_READ_ONLY
    assert session.path.read_bytes() == before


def test_it_ends_when_told_to(session: Session) -> None:
    questions: list[None] = []

    def go_on() -> None:
        questions.append(None)
        if len(questions) == 3:
            raise Problem(ProblemKind.CANCELLED)

    with pytest.raises(Problem) as caught:
        read_beside(session.path, lambda beside: [diary(beside) for _time in range(9)], go_on)
    assert caught.value.kind is ProblemKind.CANCELLED


def test_another_file_in_its_place_is_not_read(tmp_path: Path) -> None:
    other = tmp_path / "annan.regdesk"
    with closing(connect(other, "rwc")) as connection:
        connection.execute("CREATE TABLE registers (dnr TEXT)")
    with pytest.raises(Problem) as caught:
        read_beside(other, diary)
    assert caught.value.kind is ProblemKind.REGISTER_FOREIGN_SCHEMA
    assert caught.value.params["path"] == other


def test_no_file_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        read_beside(tmp_path / "borta.regdesk", diary)
    assert caught.value.kind is ProblemKind.REGISTER_UNREADABLE
