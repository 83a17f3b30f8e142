"""Rules for dates in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regdesk.domain.codes import Anchor, DeadlineKind, FreeDay, OffsetUnit
from regdesk.domain.deadline_rules import SHIPPED_RULES
from regdesk.domain.model import DeadlineRule
from regdesk.viewmodels.rule_words import rule_words, whole_rule
from regdesk.viewmodels.year_days import YEAR_DAY, year_words

RULE = DeadlineRule(id="rule", kind=DeadlineKind.OTHER, title="Regel", anchor=Anchor.MEETING)


def test_the_usual_rules_in_words() -> None:
    assert [rule_words(rule) for rule in SHIPPED_RULES] == [
        "Senast 7 dagar före sammanträdet.",
        "Senast 5 dagar före sammanträdet.",
        "Senast 14 dagar efter sammanträdet.",
        "Senast 2 dagar efter justeringen.",
        "3 veckor efter anslaget.",
        "Senast 1 år efter dagen då det väcktes.",
        "Senast 2 månader efter rapportperiodens slut.",
        "Den 15 april varje år.",
        "Den 30 juni varje år.",
        "Den 30 november varje år.",
    ]


def test_a_rule_says_where_it_comes_from_and_where_a_free_day_goes() -> None:
    rule = replace(RULE, offset=1, free_day=FreeDay.AFTER, source="Reglementet\n§ 4")
    assert whole_rule(rule) == (
        "Senast 1 dag efter sammanträdet. En ledig dag flyttas till närmaste vardag efter. Källa: Reglementet § 4"
    )


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "Samma dag som sammanträdet."),
        ({"offset": -4, "offset_unit": OffsetUnit.WORKING_DAYS}, "Senast 4 arbetsdagar före sammanträdet."),
        ({"anchor": Anchor.YEAR}, "Varje år."),
        ({"anchor": Anchor.YEAR, "recurrence": "FREQ=MONTHLY", "offset": 3}, "Varje månad, och 3 dagar till."),
        ({"anchor": Anchor.YEAR, "offset": -1}, "Varje år, flyttat 1 dag bakåt."),
    ],
)
def test_other_rules_in_words(changed: dict[str, object], words: str) -> None:
    assert rule_words(replace(RULE, **changed)) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("15 april", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15"),
        ("30/6", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30"),
        ("29 februari", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        ("FREQ=MONTHLY;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=1TU"),
        (" ", ""),
    ],
)
def test_a_day_of_the_year_is_read_as_people_write_it(typed: str, rule: str) -> None:
    assert YEAR_DAY.check(typed) == ""
    assert YEAR_DAY.read(typed) == rule


def test_a_day_of_the_year_is_shown_as_it_was_written() -> None:
    assert YEAR_DAY.show("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15") == "15 april"
    assert YEAR_DAY.show("FREQ=MONTHLY") == "FREQ=MONTHLY"
    assert YEAR_DAY.show("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31") == "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"
    assert year_words("") == "Varje år"


def test_what_is_no_day_is_told() -> None:
    assert YEAR_DAY.check("midsommar").startswith("Skriv en dag på året")
