"""Several registers are read side by side, and no byte of any of them is changed."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import RiskStage, Verdict, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, Meeting, Risk, RiskMatrix, RiskScore
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.domain.risk_matrix import LevelTone, Matrix, MatrixLevel, ScaleStep, write_matrix
from regdesk.services.assessing import assess
from regdesk.services.editing import add, edit
from regdesk.services.overview import boards_of, choose_boards, is_highest, read_board, read_boards
from regdesk.services.session import Session
from regdesk.store import schema
from regdesk.store.reading import reading
from tests.registers import open_example

TODAY = date(2024, 9, 1)
LEVELS = (("Grön", LevelTone.GREEN), ("Gul", LevelTone.YELLOW), ("Röd", LevelTone.RED))
MATRIX = write_matrix(
    Matrix(
        likelihood=(ScaleStep("Sällan"), ScaleStep("Ofta")),
        impact=(ScaleStep("Lite"), ScaleStep("Mycket")),
        levels=tuple(MatrixLevel(word, tone, "●") for word, tone in LEVELS),
        cells=((0, 1), (1, 2)),
    )
)
OLD = Path(__file__).parents[1] / "store" / "version-1.regdesk.gz"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """The example plan with some of it judged, a late uppdrag, two scored risks and two meetings."""
    session, plan = open_example(tmp_path)
    with session:
        assess(session, plan.number.id, Verdict.NO)
        assess(session, plan.number.id, Verdict.YES)
        assess(session, plan.yes_no.id, Verdict.PARTLY)
        late, done = plan.assignments
        edit(session, late, due_on=date(2024, 8, 31))
        edit(session, done, due_on=date(2024, 8, 31), status=WorkStatus.DONE)
        add(session, Assignment(id=new_id(), text="I tid", due_on=TODAY))
        add(session, Assignment(id=new_id(), text="Förra planen", due_on=date(2020, 1, 1), closed_on=TODAY))
        for day in (date(2024, 6, 1), date(2024, 12, 1)):
            add(session, Meeting(id=new_id(), date=day))
        matrix = add(session, RiskMatrix(id=new_id(), version=1, name="Två gånger två", size=2, definition=MATRIX))
        for title, places in (("Brist på folk", ((1, 1), (2, 2))), ("Gamla hus", ((2, 2), (2, 1)))):
            risk = add(session, Risk(id=new_id(), title=title))
            for likelihood, impact in places:
                score(session, risk, matrix, likelihood, impact)
        score(session, risk, matrix, 2, 2, RiskStage.RESIDUAL)
    return session.path


def score(
    session: Session,
    risk: Risk,
    matrix: RiskMatrix,
    likelihood: int,
    impact: int,
    stage: RiskStage = RiskStage.CURRENT,
) -> None:
    add(
        session,
        RiskScore(
            id=new_id(),
            risk_id=risk.id,
            matrix_id=matrix.id,
            stage=stage,
            likelihood=likelihood,
            impact=impact,
            scored_on=TODAY,
        ),
    )


def test_a_board_is_told_in_counts(register: Path) -> None:
    state = read_board(register, TODAY)
    assert (state.board, state.organisation, state.goals) == ("Regionstyrelsen", "Region Exempel", 2)
    assert dict(state.verdicts["indicators"]) == {Verdict.YES: 1, Verdict.PARTLY: 1, None: 1}
    assert dict(state.verdicts["cluster_parameters"]) == {None: 2}
    assert sum(state.verdicts["assignments"].values()) == 3, "what belonged to an earlier plan is left out"
    assert dict(state.followed_up()) == {Verdict.YES: 1, Verdict.PARTLY: 1, None: 1}
    assert (state.overdue, state.red_risks) == (1, 1)
    assert state.last_meeting == date(2024, 6, 1)
    with Session.open(register) as session:
        assert state.head == session.head


def test_not_a_byte_is_changed_and_nothing_is_left_beside(register: Path) -> None:
    before, beside = register.read_bytes(), sorted(register.parent.iterdir())
    read_board(register, TODAY)
    assert register.read_bytes() == before
    assert sorted(register.parent.iterdir()) == beside


def test_what_is_read_cannot_be_written_to(register: Path) -> None:
    with reading(register) as repository:
        for statement in ("DELETE FROM goals", "PRAGMA user_version = 7", "CREATE TABLE t (a)"):
            with pytest.raises(sqlite3.OperationalError, match=r"readonly|read-only"):
                repository.connection.execute(statement)
            repository.connection.execute("PRAGMA query_only = OFF")
    assert read_board(register, TODAY).version == schema.SCHEMA_VERSION


def test_a_register_that_is_open_elsewhere_is_read_as_it_stands(register: Path) -> None:
    with Session.open(register) as session:
        head = session.head
        assert read_board(register, TODAY).head == head


def test_a_register_of_the_first_version_is_read_and_stays_one(tmp_path: Path) -> None:
    old = tmp_path / "gammalt.regdesk"
    old.write_bytes(gzip.decompress(OLD.read_bytes()))
    before = old.read_bytes()
    state = read_board(old, TODAY)
    assert (state.version, state.goals, sum(state.verdicts["assignments"].values())) == (1, 2, 2)
    assert old.read_bytes() == before
    assert list(tmp_path.iterdir()) == [old]


@pytest.fixture
def refused(register: Path, tmp_path: Path) -> Iterator[dict[ProblemKind, Path]]:
    """A file for each thing that can be wrong with one."""
    found = {kind: tmp_path / f"{kind}.regdesk" for kind in WRONG}
    for kind, path in found.items():
        if kind is not ProblemKind.REGISTER_MISSING:
            shutil.copyfile(register, path)
    found[ProblemKind.NOT_A_REGISTER].write_text("Hej", encoding="utf-8")
    content = bytearray(register.read_bytes())
    content[4096 * 3 :] = bytes(len(content) - 4096 * 3)
    found[ProblemKind.REGISTER_DAMAGED].write_bytes(content)
    for kind, statement in (
        (ProblemKind.REGISTER_TOO_NEW, "PRAGMA user_version = 99"),
        (ProblemKind.REGISTER_FOREIGN_SCHEMA, "CREATE TABLE other (a)"),
    ):
        with closing(sqlite3.connect(found[kind])) as connection:
            connection.execute(statement)
    locker = sqlite3.connect(found[ProblemKind.REGISTER_LOCKED], isolation_level=None)
    locker.execute("BEGIN EXCLUSIVE")
    yield found
    locker.close()


WRONG = (
    ProblemKind.REGISTER_MISSING,
    ProblemKind.NOT_A_REGISTER,
    ProblemKind.REGISTER_DAMAGED,
    ProblemKind.REGISTER_TOO_NEW,
    ProblemKind.REGISTER_FOREIGN_SCHEMA,
    ProblemKind.REGISTER_LOCKED,
)


def test_a_file_that_cannot_be_read_says_why_and_stops_no_other(
    register: Path, refused: dict[ProblemKind, Path]
) -> None:
    before = {path: path.read_bytes() for path in refused.values() if path.exists()}
    told: list[tuple[int, int]] = []
    found = read_boards([*refused.values(), register], TODAY, lambda done, total: told.append((done, total)))
    assert [each.problem.kind for each in found if each.problem] == list(refused)
    assert all(each.problem.params["path"] == each.path for each in found if each.problem)
    assert found[-1].state is not None
    assert told == [(done, 7) for done in range(8)]
    assert {path: path.read_bytes() for path in before} == before


def test_reading_can_be_cancelled_between_two_files(register: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            raise Problem(ProblemKind.CANCELLED)

    with pytest.raises(Problem) as raised:
        read_boards([register, register], TODAY, stop)
    assert raised.value.kind is ProblemKind.CANCELLED


def test_the_chosen_files_are_remembered_in_the_register_as_one_step(register: Path, tmp_path: Path) -> None:
    beside, elsewhere = tmp_path / "kultur.regdesk", Path("/annan mapp/miljö.regdesk").absolute()
    with Session.open(register) as session:
        assert boards_of(session) == []
        choose_boards(session, [beside, elsewhere, beside])
        assert boards_of(session) == [beside, elsewhere]
        session.undo()
        assert boards_of(session) == []
        session.redo()
    moved = tmp_path / "ny mapp"
    moved.mkdir()
    with Session.open(Path(shutil.move(register, moved))) as session:
        assert boards_of(session) == [moved / "kultur.regdesk", elsewhere]


@pytest.mark.parametrize("definition", ["", "null", '{"cells": [[1]]}'])
def test_a_matrix_that_says_nothing_has_no_red_cell(definition: str) -> None:
    assert not is_highest(definition, 1, 1)
    assert not is_highest(MATRIX, 3, 3)
