"""A rule chosen by hand: how often, on which day and until when, with the sentence and the next dates that it gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from regdesk.almanac import following
from regdesk.domain.notation import parse_number
from regdesk.domain.recurrences import DAYS, LAST, MOST, ORDINALS, Recurrence, Unit, is_possible, read_rule, rule_of
from regdesk.formats import format_weekday_date, parse_date
from regdesk.i18n import _, current_language
from regdesk.viewmodels.fields import Choice, Field, FieldKind
from regdesk.viewmodels.recurrences import interval_words, month_word, ordinal_word, recurrence_words, weekday_word

EVERY: Final = "every"
ON: Final = "on"
ORDINAL: Final = "ordinal"
WEEKDAY: Final = "weekday"
MONTH_DAY: Final = "month_day"
MONTH: Final = "month"
ENDS: Final = "ends"
UNTIL: Final = "until"
COUNT: Final = "count"

_SAME, _DAY_OF_WEEK, _DAY_OF_MONTH = "", "weekday", "day"
_NEVER, _ON_DAY, _AFTER = "", "until", "count"
_SHOWN: Final = 5
_LONGEST: Final = 3
"""Figures of a number of times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the answers come to: the rule, a sentence that says it, and the next dates; `faults` are by key."""

    rule: str
    sentence: str
    dates: tuple[str, ...]
    faults: Mapping[str, str]


def day_of(text: str) -> date | None:
    """A date as people write it; None for any other text."""
    return parse_date(text)


def recurrence_fields() -> tuple[Field, ...]:
    """The questions; which of them are asked, `asked` tells."""
    return (
        _choice(EVERY, _("Hur ofta"), _intervals()),
        _choice(ON, _("Vilken dag"), _kinds_of_day()),
        _choice(ORDINAL, _("Vilken i ordningen"), ((str(each), ordinal_word(each)) for each in ORDINALS)),
        _choice(WEEKDAY, _("Veckodag"), ((day, weekday_word(place)) for place, day in enumerate(DAYS))),
        _choice(MONTH_DAY, _("Dag i månaden"), _days()),
        _choice(MONTH, _("Månad"), ((str(month), month_word(month)) for month in range(1, 13))),
        _choice(ENDS, _("Slutar"), _ends()),
        Field(key=UNTIL, label=_("Sista möjliga dag"), kind=FieldKind.DATE),
        Field(key=COUNT, label=_("Antal gånger")),
    )


def answers_for(rule: str, starts_on: date) -> dict[str, str]:
    """The answers that make a rule; for one that could not be chosen by hand, those of a yearly one."""
    read = read_rule(rule) or Recurrence(unit=Unit.YEARS)
    weekday = starts_on.weekday() if read.weekday is None else read.weekday
    on = _DAY_OF_WEEK if read.weekday is not None else _DAY_OF_MONTH if read.month_day is not None else _SAME
    return {
        EVERY: f"{read.unit.value} {read.interval}",
        ON: on,
        ORDINAL: str(read.ordinal or _ordinal_of(starts_on)),
        WEEKDAY: DAYS[weekday],
        MONTH_DAY: str(read.month_day or starts_on.day),
        MONTH: str(read.month or starts_on.month),
        ENDS: _ON_DAY if read.until else _AFTER if read.count else _NEVER,
        UNTIL: read.until.isoformat() if read.until else "",
        COUNT: str(read.count or ""),
    }


def asked(answers: Mapping[str, str]) -> frozenset[str]:
    """The questions that there are answers to give to, as the others are answered."""
    unit, on = _unit(answers), answers[ON]
    yearly, weekly = unit is Unit.YEARS, unit is Unit.WEEKS
    if weekly and on == _DAY_OF_MONTH:
        on = _SAME
    shown = {
        ORDINAL: on == _DAY_OF_WEEK and not weekly,
        WEEKDAY: on == _DAY_OF_WEEK,
        MONTH_DAY: on == _DAY_OF_MONTH,
        MONTH: yearly and on != _SAME,
        UNTIL: answers[ENDS] == _ON_DAY,
        COUNT: answers[ENDS] == _AFTER,
    }
    return frozenset({EVERY, ON, ENDS} | {key for key, is_shown in shown.items() if is_shown})


def chosen(answers: Mapping[str, str], starts_on: date, today: date) -> Chosen:
    """The rule that the answers make, counted from the first day; the dates are those that are still to come."""
    faults = _faults(answers, starts_on)
    recurrence = None if faults else _recurrence(answers)
    if recurrence is None or not is_possible(recurrence):
        faults = faults or {MONTH_DAY: _("Den dagen finns inte: välj en annan dag eller månad.")}
        return Chosen(rule="", sentence="", dates=(), faults=faults)
    rule, language = rule_of(recurrence), current_language()
    days = islice(following(rule, starts_on, max(starts_on, today)), _SHOWN)
    return Chosen(
        rule=rule,
        sentence=recurrence_words(rule),
        dates=tuple(format_weekday_date(day, language=language) for day in days),
        faults={},
    )


def _recurrence(answers: Mapping[str, str]) -> Recurrence:
    shown = asked(answers)
    return Recurrence(
        unit=_unit(answers),
        interval=int(answers[EVERY].split()[1]),
        weekday=DAYS.index(answers[WEEKDAY]) if WEEKDAY in shown else None,
        ordinal=int(answers[ORDINAL]) if ORDINAL in shown else None,
        month_day=int(answers[MONTH_DAY]) if MONTH_DAY in shown else None,
        month=int(answers[MONTH]) if MONTH in shown else None,
        until=parse_date(answers[UNTIL]) if UNTIL in shown else None,
        count=_times(answers[COUNT]) if COUNT in shown else None,
    )


def _faults(answers: Mapping[str, str], starts_on: date) -> dict[str, str]:
    shown = asked(answers)
    if UNTIL in shown:
        until = parse_date(answers[UNTIL])
        if until is None:
            return {UNTIL: _("Det är inget datum. Skriv till exempel 2024-05-14.")}
        if until < starts_on:
            return {UNTIL: _("Slutet kan inte komma före början.")}
    if COUNT in shown and _times(answers[COUNT]) is None:
        return {COUNT: _("Skriv ett heltal från 1 till 999.")}
    return {}


def _times(text: str) -> int | None:
    number = parse_number(text) if len(text.strip()) <= _LONGEST else None
    return int(number) if number is not None and number == number.to_integral_value() and number >= 1 else None


def _unit(answers: Mapping[str, str]) -> Unit:
    return Unit(answers[EVERY].split()[0])


def _ordinal_of(day: date) -> int:
    """Which of its weekday a day is in its month; a fifth is told as the last."""
    number = (day.day + 6) // 7
    return number if number in ORDINALS else LAST


def _intervals() -> list[tuple[str, str]]:
    return [
        (f"{unit.value} {interval}", interval_words(unit, interval)) for unit in Unit for interval in range(1, MOST + 1)
    ]


def _kinds_of_day() -> list[tuple[str, str]]:
    return [
        (_SAME, _("Samma dag som den första gången")),
        (_DAY_OF_WEEK, _("En veckodag")),
        (_DAY_OF_MONTH, _("En dag i månaden")),
    ]


def _days() -> list[tuple[str, str]]:
    return [*((str(day), str(day)) for day in range(1, 32)), (str(LAST), _("sista dagen"))]


def _ends() -> list[tuple[str, str]]:
    return [(_NEVER, _("Aldrig")), (_ON_DAY, _("En viss dag")), (_AFTER, _("Efter ett antal gånger"))]


def _choice(key: str, label: str, choices: Iterable[tuple[str, str]]) -> Field:
    made = tuple(Choice(code, text) for code, text in choices)
    return Field(key=key, label=label, kind=FieldKind.CHOICE, choices=made)
