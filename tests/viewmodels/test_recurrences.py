"""How often things come round, in words, and rules chosen by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.almanac import is_rule, occurrences
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment
from regdesk.domain.recurrences import Unit
from regdesk.services.session import Session
from regdesk.viewmodels.recurrence_form import Chosen, answers_for, asked, chosen, recurrence_fields
from regdesk.viewmodels.recurrences import recurrence_words, recurrences

FIRST = date(2026, 3, 10)  # a Tuesday, the second of its month


def answers(**given: str) -> dict[str, str]:
    return {**answers_for("FREQ=YEARLY", FIRST), **given}


@st.composite
def any_answers(draw: st.DrawFn) -> dict[str, str]:
    """Whatever can be answered in the editor."""
    found = {field.key: draw(st.sampled_from([choice.code for choice in field.choices]))
             for field in recurrence_fields() if field.choices}  # fmt: skip
    until = draw(st.dates(FIRST, date(2100, 1, 1))).isoformat()
    return {**found, "until": until, "count": str(draw(st.integers(1, 999)))}


def test_the_usual_rules_are_rules_and_have_words(session: Session) -> None:
    choices = recurrences("report_recurrence")(session, Assignment(id=new_id(), text=""))
    assert [choice.code for choice in choices if not is_rule(choice.code)] == [""]
    assert len({choice.text for choice in choices}) == len(choices)
    assert recurrence_words("RRULE:FREQ=MONTHLY;INTERVAL=3") == "Varje kvartal"


def test_a_rule_of_ones_own_can_stay(session: Session) -> None:
    own = "FREQ=YEARLY;BYMONTH=3,9;BYDAY=-1TU"
    record = Assignment(id=new_id(), text="", report_starts_on=FIRST, report_recurrence=own)
    last = recurrences("report_recurrence")(session, record)[-1]
    assert (last.code, last.text) == (own, own)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1TU", "Varje år, sista tisdagen i mars"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO", "Var tredje vecka, på måndagar"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=1", "Varje månad, sista dagen, 1\u00a0gång"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "Var tredje månad, den 15"),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-1", "Vartannat år, sista dagen i februari"),
        (
            "FREQ=YEARLY;INTERVAL=5;BYMONTH=12;BYMONTHDAY=6;UNTIL=20301231",
            "Vart femte år, den 6 december, till och med den 31 december 2030",
        ),
        ("FREQ=MONTHLY;BYDAY=2WE;COUNT=4", "Varje månad, andra onsdagen, 4\u00a0gånger"),
    ],
)
def test_a_rule_is_told_in_a_sentence(rule: str, words: str) -> None:
    assert recurrence_words(rule) == words


@given(any_answers())
def test_every_rule_that_can_be_chosen_is_a_rule_with_words_of_its_own(answered: dict[str, str]) -> None:
    made = chosen(answered, FIRST, FIRST)
    if made.faults:
        assert made == Chosen(rule="", sentence="", dates=(), faults=made.faults)
        assert set(made.faults) <= asked(answered)
        return
    assert is_rule(made.rule)
    assert made.sentence == recurrence_words(made.rule)
    assert "FREQ" not in made.sentence
    assert made.sentence[0].isupper()


@given(any_answers())
def test_what_was_chosen_is_answered_so_when_it_is_chosen_again(answered: dict[str, str]) -> None:
    made = chosen(answered, FIRST, FIRST)
    if not made.faults:
        assert chosen(answers_for(made.rule, FIRST), FIRST, FIRST) == made


@given(any_answers(), any_answers())
def test_different_rules_have_different_words(one: dict[str, str], other: dict[str, str]) -> None:
    first, second = chosen(one, FIRST, FIRST), chosen(other, FIRST, FIRST)
    assert (first.rule == second.rule) == (first.sentence == second.sentence)


def test_the_next_five_dates_are_those_of_the_rule() -> None:
    made = chosen(answers(on="weekday", ordinal="-1", weekday="TU", month="3"), FIRST, FIRST)
    assert made.rule == "FREQ=YEARLY;BYMONTH=3;BYDAY=-1TU"
    assert made.dates[0] == "tisdag den 31 mars 2026"
    assert len(made.dates) == 5
    assert len(occurrences(made.rule, FIRST, FIRST, date(2030, 12, 31))) == 5
    assert len(chosen(answers(ends="count", count="2"), FIRST, FIRST).dates) == 2
    later = chosen(answers(ends="count", count="2"), FIRST, date(2026, 4, 1))
    assert later.dates == ("onsdag den 10 mars 2027",), "only what is still to come"


def test_questions_are_asked_as_others_are_answered() -> None:
    assert asked(answers()) == {"every", "on", "ends"}
    weekly = answers(every=f"{Unit.WEEKS.value} 2", on="weekday", ends="until")
    assert asked(weekly) == {"every", "on", "ends", "weekday", "until"}
    assert asked(answers(on="day")) == {"every", "on", "ends", "month_day", "month"}


def test_the_editor_begins_with_the_first_day_where_the_rule_says_nothing() -> None:
    begun = answers_for("", FIRST)
    assert (begun["weekday"], begun["ordinal"], begun["month"], begun["month_day"]) == ("TU", "2", "3", "10")
    assert answers_for("", date(2026, 3, 31))["ordinal"] == "-1"


@pytest.mark.parametrize(
    ("given_answers", "key"),
    [
        ({"on": "day", "month_day": "30", "month": "2"}, "month_day"),
        ({"ends": "until", "until": "snart"}, "until"),
        ({"ends": "until", "until": "2026-03-09"}, "until"),
        ({"ends": "count", "count": "0"}, "count"),
        ({"ends": "count", "count": "många"}, "count"),
        ({"ends": "count", "count": "1000"}, "count"),
    ],
)
def test_an_answer_that_will_not_do_is_told_where_it_was_given(given_answers: dict[str, str], key: str) -> None:
    assert list(chosen(answers(**given_answers), FIRST, FIRST).faults) == [key]
