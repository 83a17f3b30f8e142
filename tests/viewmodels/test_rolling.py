"""Rolling is asked about and told before it is done."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import WorkStatus
from regdesk.services.editing import edit
from regdesk.services.registers import edit_register
from regdesk.services.session import Session
from regdesk.viewmodels.rolling import (
    PERIOD,
    TARGETS,
    everything_kept,
    kept_at_first,
    read_roll,
    roll_beginning,
    told_before,
)
from tests.registers import Example


def test_the_next_period_is_as_long_as_this_one(session: Session) -> None:
    beginning = roll_beginning(session)
    assert (beginning[PERIOD], beginning[TARGETS]) == ("2027–2029", "2027")
    edit_register(session, period_start=None)
    assert roll_beginning(session)[PERIOD] == ""


def test_what_is_done_does_not_go_on_unless_somebody_says_so(session: Session, example: Example) -> None:
    edit(session, example.assignments[0], status=WorkStatus.DONE)
    assert everything_kept(session) - kept_at_first(session) == {example.assignments[0].id}


def test_what_it_comes_to_is_told(session: Session, example: Example) -> None:
    closing = {example.assignments[0].id, example.yes_no.id}
    roll = read_roll(session, roll_beginning(session), closing).roll
    assert roll is not None
    assert told_before(session, roll) == [
        "Planen som den är nu sparas som versionen Verksamhetsplan (exempeldata), Regionstyrelsen 2024–2026.",
        "Följer med till 2027–2029: 2 mål, 2 indikatorer och 1 uppdrag.",
        "Avslutas: 1 indikator och 1 uppdrag.",
        "Nya målnivåer: 2027.",
        "Behålls men visas inte längre: Målnivå 2024.",
    ]


@pytest.mark.parametrize(
    ("key", "text", "fault"),
    [
        (PERIOD, "nästa år", "”nästa år” är ingen planperiod: skriv till exempel 2024-2026."),
        (PERIOD, "2024–2026", "Den nya perioden måste börja efter 2024: ange ett senare första år."),
        (TARGETS, "2027 och 2029", "Skriv år med fyra siffror, åtskilda med komma."),
    ],
)
def test_an_answer_that_will_not_do_is_told(session: Session, key: str, text: str, fault: str) -> None:
    read = read_roll(session, {**roll_beginning(session), key: text}, ())
    assert (read.roll, dict(read.faults)) == (None, {key: fault})
