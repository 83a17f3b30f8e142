"""The internal-control plan on paper: when a control is due, what it showed last, and what is kept back."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.codes import ControlOutcome
from regdesk.domain.ids import new_id
from regdesk.domain.model import Control, Meeting, Risk
from regdesk.services.actions import Action
from regdesk.services.controls import record_result
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.control_plan import ControlLine, control_plan
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_request import SheetRequest

DAY = date(2024, 5, 14)


@pytest.fixture
def control(session: Session) -> Control:
    risk = Risk(id=new_id(), title="Fel utbetalning", position=1)
    control = Control(
        id=new_id(),
        risk_id=risk.id,
        text="Attester",
        recurrence="FREQ=YEARLY",
        starts_on=date(2024, 3, 1),
        method="Stickprov",
        responsible_function="Ekonomichef",
    )
    with session.change(Action.ADD) as change:
        change.insert_all([Risk(id=new_id(), title="Annat"), risk, control])
    return control


def read(session: Session, edition: Edition = Edition.PUBLIC) -> ControlLine:
    (line,) = control_plan(SheetRequest(session=session, printed_on=DAY, edition=edition))
    return line


def test_a_control_that_was_never_done_is_late(session: Session, control: Control) -> None:
    line = read(session)
    assert (line.text, line.often, line.responsible) == (control.text, "Varje år", "Ekonomichef")
    assert [(fact.label, fact.text) for fact in line.facts] == [("Risk", "2"), ("Metod", "Stickprov")]
    assert line.due
    assert (line.due.text, line.due.symbol) == ("2024-03-01 försenad", "!")
    assert (line.last, line.told) == (None, ())


def test_the_latest_result_is_told_in_the_words_that_were_written(session: Session, control: Control) -> None:
    with session.change(Action.ADD) as change:
        meeting = change.insert(Meeting(id=new_id(), date=date(2024, 4, 9)))
    record_result(session, control.id, ControlOutcome.NO_DEVIATION, date(2024, 2, 1))
    record_result(
        session,
        control.id,
        ControlOutcome.DEVIATION,
        date(2024, 3, 5),
        text="Två av femtio.",
        deviation="Attest saknas.",
        action="Ny rutin.",
        meeting_id=meeting.id,
    )
    line = read(session)
    assert line.last
    assert (line.last.text, line.last_day) == ("Avvikelse", "2024-03-05")
    assert [(fact.label, fact.text) for fact in line.told] == [
        ("Resultat", "Två av femtio."),
        ("Avvikelse", "Attest saknas."),
        ("Åtgärd", "Ny rutin."),
        ("Redovisat", "2024-04-09"),
    ]
    mark_secret(session, meeting.id, "OSL 21:1", DAY, "Regionstyrelsen")
    assert read(session).last_day == "2024-02-01"
    assert read(session, Edition.INTERNAL).last_day == "2024-03-05"


def test_a_secret_control_is_a_neutral_line(session: Session, control: Control) -> None:
    mark_secret(session, control.id, "OSL 17:1", DAY, "Regionstyrelsen")
    line = read(session)
    assert line == ControlLine(
        text="Uppgifter omfattas av sekretess (OSL 17:1, 2024-05-14, Regionstyrelsen)", is_withheld=True
    )
    assert read(session, Edition.INTERNAL).text == "Attester [Sekretess: OSL 17:1]"
