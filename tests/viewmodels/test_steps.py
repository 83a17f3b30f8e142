"""Steps are told in the words of the menus."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import Verdict
from regdesk.services.actions import REDONE, UNDONE, Action, Step
from regdesk.services.assessing import assess
from regdesk.services.session import Session
from regdesk.viewmodels.steps import entry_text, history_columns, history_rows, redo_text, step_text, undo_text
from tests.registers import Example


@pytest.mark.parametrize("action", Action)
def test_every_action_is_told_with_and_without_a_name(action: Action) -> None:
    assert step_text(Step(action)) not in {"", action.value}
    assert "{" not in step_text(Step(action, "HME"))
    assert step_text(Step(action, "HME")).endswith("HME")


def test_a_step_names_what_it_was_done_to_on_one_line() -> None:
    assert step_text(Step(Action.ASSESS, "HME,\ntotalindex")) == "Bedöm HME, totalindex"


def test_undo_and_redo_name_their_step() -> None:
    step = Step(Action.ASSESS, "HME")

    assert (undo_text(step), redo_text(step)) == ("Ångra Bedöm HME", "Gör om Bedöm HME")
    assert (undo_text(None), redo_text(None)) == ("", "")


def test_history_tells_what_was_taken_back_and_done_anew() -> None:
    assert entry_text(UNDONE + Action.ASSESS, "HME") == "Ångrat: Bedöm HME"
    assert entry_text(REDONE + Action.ASSESS, "HME") == "Gjort om: Bedöm HME"


def test_history_tells_an_unknown_step_by_its_code() -> None:
    assert entry_text("merge", "HME") == "merge HME"


def test_history_comes_newest_first_in_pages(session: Session, example: Example) -> None:
    assess(session, example.yes_no.id, Verdict.YES)
    session.undo()

    first = history_rows(session, limit=2)
    second = history_rows(session, first[-1], limit=2)

    title = example.yes_no.title
    assert [row.cells[2].text for row in first] == [f"Ångrat: Bedöm {title}", f"Bedöm {title}"]
    assert [row.cells[1].text for row in first] == ["Testaren", "Testaren"]
    assert [row.id for row in first + second] == ["4", "3", "2", "1"]


def test_a_row_of_history_has_a_cell_for_each_column(session: Session) -> None:
    assert {len(row.cells) for row in history_rows(session)} == {len(history_columns())}
