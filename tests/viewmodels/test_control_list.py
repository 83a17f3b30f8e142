"""The internal-control plan as a list: what is due first, what is overdue, what it showed."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.codes import ControlOutcome
from regdesk.domain.ids import new_id
from regdesk.domain.model import Control, ControlResult
from regdesk.services.actions import Action
from regdesk.services.controls import record_result
from regdesk.services.session import Session
from regdesk.viewmodels.control_list import ControlList, new_result, note_clean
from regdesk.viewmodels.rows import Tone
from tests.viewmodels.lists import all_rows, texts

TODAY = date(2024, 7, 1)


@pytest.fixture
def controls(session: Session) -> tuple[Control, ...]:
    """One that is due later, one without a day, one that is overdue."""
    made = (
        Control(id=new_id(), text="Återläsning", starts_on=date(2024, 9, 1), recurrence="FREQ=YEARLY"),
        Control(id=new_id(), position=1, text="Delegationsbeslut", frequency="Löpande"),
        Control(id=new_id(), position=2, text="Attester", starts_on=date(2024, 3, 1), recurrence="FREQ=MONTHLY"),
    )
    with session.change(Action.ADD) as change:
        change.insert_all(made)
    record_result(session, made[2].id, ControlOutcome.DEVIATION, date(2024, 4, 2), deviation="Två saknades")
    return made


@pytest.fixture
def listed(session: Session, controls: tuple[Control, ...]) -> ControlList:
    assert controls
    return ControlList(session, TODAY)


def test_what_is_due_first_stands_first_and_what_never_is_last(listed: ControlList) -> None:
    assert texts(listed, "text") == ["Attester", "Återläsning", "Delegationsbeslut"]
    assert texts(listed, "due") == ["2024-05-01 försenad", "2024-09-01", ""]
    assert texts(listed, "last") == ["Avvikelse", "", ""]
    assert texts(listed, "frequency") == ["Varje månad", "Varje år", "Löpande"]


def test_what_is_overdue_says_so_by_word_symbol_and_tone(listed: ControlList) -> None:
    due = all_rows(listed)[0].cells[1]
    assert (due.symbol, due.tone) == ("!", Tone.BAD)
    assert all_rows(listed)[2].cells[1].spoken == "inget datum"
    assert all_rows(listed)[0].cells[2].spoken == "Avvikelse 2024-04-02"


def test_a_control_that_is_due_today_is_not_overdue(session: Session, controls: tuple[Control, ...]) -> None:
    assert controls
    assert texts(ControlList(session, date(2024, 5, 1)), "due")[0] == "2024-05-01"


def test_the_list_is_turned_and_what_has_no_day_stays_last(listed: ControlList) -> None:
    listed.set_order("due", descending=True)
    assert texts(listed, "text") == ["Återläsning", "Attester", "Delegationsbeslut"]
    listed.set_order("text", descending=False)
    assert texts(listed, "text") == ["Attester", "Delegationsbeslut", "Återläsning"]
    listed.set_order("last", descending=False)
    assert texts(listed, "text")[0] == "Attester"
    with pytest.raises(KeyError):
        listed.set_order("frequency", descending=False)


def test_the_list_is_filtered(listed: ControlList) -> None:
    listed.set_filter("åter")
    assert (texts(listed, "text"), listed.count()) == (["Återläsning"], 1)


def test_a_result_brings_the_next_day(session: Session, listed: ControlList, controls: tuple[Control, ...]) -> None:
    note_clean(session, controls[2].id, TODAY)
    assert texts(listed, "due")[0] == "2024-08-01"
    assert texts(listed, "last")[0] == "Utan avvikelse"


def test_a_deviation_is_asked_about(session: Session, controls: tuple[Control, ...]) -> None:
    new = new_result(session, controls[0].id, TODAY, deviating=True)
    assert (new.form.values["outcome"], new.form.values["checked_on"]) == ("deviation", "2024-07-01")
    assert new.store({**new.form.values, "deviation": "Tog för lång tid"}) == {}
    assert [each.deviation for each in session.all(ControlResult, control_id=controls[0].id)] == ["Tog för lång tid"]
