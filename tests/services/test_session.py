"""The one write path: all or nothing, undone and redone, told of, and never over somebody else's work."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import Goal, Level, Record
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action, Step
from regdesk.services.editing import edit
from regdesk.services.registers import check_register
from regdesk.services.session import Changed, Session
from regdesk.store import history
from tests.registers import Example, make_register, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def test_a_change_is_one_step_and_one_entry(opened: tuple[Session, Example]) -> None:
    session, example = opened
    before = session.head
    edit(session, example.goal, title="Vården är närmare")
    assert session.head.seq == before.seq + 1
    assert session.undo_step == Step(Action.EDIT, "Vården är nära")
    (change,) = history.entries(session.repository, limit=1)[0].changes
    assert change.before
    assert change.after
    assert (change.before["title"], change.after["title"]) == ("Vården är nära", "Vården är närmare")


def test_a_change_within_a_change_is_part_of_it(opened: tuple[Session, Example]) -> None:
    session, example = opened
    before = session.head
    with session.change(Action.EDIT, "båda"):
        edit(session, example.goal, title="Ett")
        edit(session, example.area, title="Två")
    assert session.head.seq == before.seq + 1
    session.undo()
    assert session.get(Goal, example.goal.id).title == "Vården är nära"
    assert session.get(Goal, example.area.id).title == "En region att lita på"


def _fail_after(_done: object) -> None:
    raise ZeroDivisionError


def test_a_part_that_fails_leaves_the_rest_of_its_change(opened: tuple[Session, Example]) -> None:
    session, example = opened
    with session.change(Action.EDIT, "båda"):
        edit(session, example.goal, title="Ett")
        with pytest.raises(ZeroDivisionError), session.change(Action.EDIT):
            _fail_after(edit(session, example.area, title="Två"))
    assert session.get(Goal, example.goal.id).title == "Ett"
    assert session.get(Goal, example.area.id).title == "En region att lita på"
    check_register(session)
    session.undo()
    assert session.get(Goal, example.goal.id).title == "Vården är nära"


def test_a_change_that_fails_changes_nothing(opened: tuple[Session, Example]) -> None:
    session, example = opened
    before, heard = session.head, list[Changed]()
    session.subscribe(heard.append)
    nothing = replace(example.area, level_id=new_id())
    with pytest.raises(Problem), session.change(Action.EDIT) as change:
        change.insert_all([change.update(replace(example.goal, title="Halvvägs")), nothing])
    assert session.get(Goal, example.goal.id).title == "Vården är nära"
    assert (session.head, session.undo_step, heard) == (before, None, [])
    edit(session, example.goal, title="Efteråt")
    assert session.get(Goal, example.goal.id).title == "Efteråt"


def test_a_change_of_nothing_is_no_change(opened: tuple[Session, Example]) -> None:
    session, example = opened
    before = session.head
    edit(session, example.goal, title=example.goal.title)
    assert (session.head, session.undo_step) == (before, None)


def test_undo_and_redo_go_back_and_forth(opened: tuple[Session, Example]) -> None:
    session, example = opened
    for title in ("Ett", "Två"):
        edit(session, example.goal, title=title)
    assert session.undo() == Step(Action.EDIT, "Ett")
    assert session.get(Goal, example.goal.id).title == "Ett"
    session.undo()
    assert session.get(Goal, example.goal.id).title == "Vården är nära"
    session.redo()
    session.redo()
    assert session.get(Goal, example.goal.id).title == "Två"
    check_register(session)


def test_undo_keeps_its_own_history(opened: tuple[Session, Example]) -> None:
    session, example = opened
    edit(session, example.goal, title="Ett")
    session.undo()
    session.redo()
    newest = history.entries(session.repository, limit=3)
    assert [entry.action for entry in newest] == ["redone.edit", "undone.edit", "edit"]


def test_a_new_change_forgets_what_could_be_redone(opened: tuple[Session, Example]) -> None:
    session, example = opened
    edit(session, example.goal, title="Ett")
    session.undo()
    edit(session, example.goal, title="Två")
    assert session.redo_step is None
    with pytest.raises(Problem) as caught:
        session.redo()
    assert caught.value.kind is ProblemKind.NOTHING_TO_REDO


def test_nothing_to_undo_says_so(opened: tuple[Session, Example]) -> None:
    with pytest.raises(Problem) as caught:
        opened[0].undo()
    assert caught.value.kind is ProblemKind.NOTHING_TO_UNDO


def test_listeners_hear_what_was_touched_until_they_stop(opened: tuple[Session, Example]) -> None:
    session, example = opened
    heard: list[Changed] = []
    stop = session.subscribe(heard.append)
    edit(session, example.goal, title="Ett")
    session.undo()
    stop()
    session.redo()
    assert [change.touched for change in heard] == [{"goals": frozenset({example.goal.id})}] * 2
    assert heard[0].touches("goals", "risks")
    assert not heard[0].touches("risks")


def test_sort_keys_follow_their_texts(opened: tuple[Session, Example]) -> None:
    session, example = opened
    names = ["Öland", "Wien", "Åre", "Vara"]
    level = session.all(Level)[0]
    with session.change(Action.ADD) as change:
        change.insert_all([Goal(id=new_id(), level_id=level.id, title=name) for name in names])
    found = [goal.title for goal in session.all(Goal, "title_key") if goal.title in names]
    assert found == ["Vara", "Wien", "Åre", "Öland"]
    assert example.goal.title_key == ""


def test_the_second_program_is_told_that_the_first_has_written(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session, Session.open(session.path, "Den andra") as other:
        edit(other, example.goal, title="Av den andra")
        with pytest.raises(Problem) as caught:
            edit(session, example.goal, title="Av den första")
        assert caught.value.kind is ProblemKind.CHANGED_BY_OTHER
        assert session.get(Goal, example.goal.id).title == "Av den andra"
        edit(session, example.goal, title="Av den första, efter en blick")
        assert other.get(Goal, example.goal.id).title == "Av den första, efter en blick"


def test_rows_that_are_pointed_at_stay(opened: tuple[Session, Example]) -> None:
    session, example = opened
    with pytest.raises(Problem) as caught, session.change(Action.DELETE) as change:
        change.delete(example.goal)
    assert caught.value.kind is ProblemKind.ROW_IN_USE


@pytest.mark.parametrize("how", ["get", "update", "delete"])
def test_a_row_that_is_not_there(opened: tuple[Session, Example], how: str) -> None:
    session, example = opened
    missing: Record = replace(example.goal, id=new_id())
    with pytest.raises(Problem) as caught, session.change(Action.EDIT) as change:
        session.get(Goal, missing.id) if how == "get" else getattr(change, how)(missing)
    assert caught.value.kind is ProblemKind.ROW_MISSING


_EDITOR = """
import sys
from pathlib import Path
from regdesk.domain.model import Level
from regdesk.services.editing import edit
from regdesk.services.session import Session
session = Session.open(Path(sys.argv[1]))
level = session.all(Level)[0]
while True:
    number = int(session.get(Level, level.id).name_plural or 0) + 1
    edit(session, level, name_plural=str(number))
    print(number, flush=True)
"""


@pytest.mark.slow
def test_a_program_that_is_killed_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    path = make_register(tmp_path)
    with Session.open(path) as session:
        edit(session, session.all(Level)[0], name_plural="0")
    for round_ in range(5):
        editor = subprocess.Popen([sys.executable, "-c", _EDITOR, str(path)], stdout=subprocess.PIPE, text=True)
        assert editor.stdout
        for _ in range(7 + 13 * round_):
            acknowledged = int(editor.stdout.readline())
        editor.kill()
        acknowledged = max([acknowledged, *map(int, editor.stdout.read().split())])
        editor.wait()
        editor.stdout.close()
        with Session.open(path) as session:
            kept = int(session.all(Level)[0].name_plural)
            assert acknowledged <= kept <= acknowledged + 1
            check_register(session)
