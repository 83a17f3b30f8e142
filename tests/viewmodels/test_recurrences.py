"""How often things come round, in words."""

from __future__ import annotations

from datetime import date

from regdesk.almanac import is_rule
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment
from regdesk.services.session import Session
from regdesk.viewmodels.recurrences import recurrence_words, recurrences


def test_the_usual_rules_are_rules_and_have_words(session: Session) -> None:
    choices = recurrences("report_recurrence")(session, Assignment(id=new_id(), text=""))
    assert [choice.code for choice in choices if not is_rule(choice.code)] == [""]
    assert len({choice.text for choice in choices}) == len(choices)
    assert recurrence_words("RRULE:FREQ=MONTHLY;INTERVAL=3") == "Varje kvartal"


def test_a_rule_of_ones_own_can_stay(session: Session) -> None:
    own = "FREQ=YEARLY;BYMONTH=3;BYDAY=-1TU"
    record = Assignment(id=new_id(), text="", report_starts_on=date(2026, 1, 1), report_recurrence=own)
    last = recurrences("report_recurrence")(session, record)[-1]
    assert (last.code, last.text) == (own, own)
