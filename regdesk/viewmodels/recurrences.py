"""How often things come round, in words: the usual rules, those chosen by hand, and any other that a register has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from regdesk.domain.model import Record
from regdesk.domain.recurrences import LAST, Recurrence, Unit, read_rule, rule_of
from regdesk.formats import NBSP, format_date
from regdesk.i18n import _, current_language, mark, ngettext
from regdesk.services.session import Session
from regdesk.viewmodels.fields import Choice

_USUAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": mark("Upprepas inte"),
        "FREQ=WEEKLY": mark("Varje vecka"),
        "FREQ=WEEKLY;INTERVAL=2": mark("Varannan vecka"),
        "FREQ=MONTHLY": mark("Varje månad"),
        "FREQ=MONTHLY;INTERVAL=2": mark("Varannan månad"),
        "FREQ=MONTHLY;INTERVAL=3": mark("Varje kvartal"),
        "FREQ=MONTHLY;INTERVAL=4": mark("Varje tertial"),
        "FREQ=MONTHLY;INTERVAL=6": mark("Varje halvår"),
        "FREQ=YEARLY": mark("Varje år"),
        "FREQ=YEARLY;INTERVAL=2": mark("Vartannat år"),
    }
)

_EVERY: Final[Mapping[Unit, str]] = MappingProxyType(
    {
        Unit.WEEKS: mark("Var {ordinal} vecka"),
        Unit.MONTHS: mark("Var {ordinal} månad"),
        Unit.YEARS: mark("Vart {ordinal} år"),
    }
)

_ORDINALS: Final[Mapping[int, str]] = MappingProxyType(
    {
        1: mark("första"),
        2: mark("andra"),
        3: mark("tredje"),
        4: mark("fjärde"),
        5: mark("femte"),
        6: mark("sjätte"),
        7: mark("sjunde"),
        8: mark("åttonde"),
        9: mark("nionde"),
        10: mark("tionde"),
        11: mark("elfte"),
        12: mark("tolfte"),
        LAST: mark("sista"),
    }
)

_WEEKDAYS: Final = (
    (mark("måndagen"), mark("på måndagar")),
    (mark("tisdagen"), mark("på tisdagar")),
    (mark("onsdagen"), mark("på onsdagar")),
    (mark("torsdagen"), mark("på torsdagar")),
    (mark("fredagen"), mark("på fredagar")),
    (mark("lördagen"), mark("på lördagar")),
    (mark("söndagen"), mark("på söndagar")),
)
"""A day of the week after `sista`, and as one that comes every week."""

_MONTHS: Final = (
    mark("januari"),
    mark("februari"),
    mark("mars"),
    mark("april"),
    mark("maj"),
    mark("juni"),
    mark("juli"),
    mark("augusti"),
    mark("september"),
    mark("oktober"),
    mark("november"),
    mark("december"),
)


def recurrence_words(rule: str) -> str:
    """`Varje år, sista tisdagen i mars`; a rule that nobody could choose by hand is told as it is written."""
    written = rule.strip().removeprefix("RRULE:")
    if written in _USUAL:
        return _(_USUAL[written])
    recurrence = read_rule(written)
    return _sentence(recurrence) if recurrence else written


def recurrences(key: str) -> Callable[[Session, Record], tuple[Choice, ...]]:
    """The rules that the field `key` of a record is offered: the usual ones, and the one it has."""

    def choices(_session: Session, record: Record) -> tuple[Choice, ...]:
        own = str(getattr(record, key))
        rules = [*_USUAL, *([own] if own not in _USUAL else [])]
        return tuple(Choice(rule, recurrence_words(rule)) for rule in rules)

    return choices


def ordinal_word(number: int) -> str:
    """`tredje`, `sista`."""
    return _(_ORDINALS[number])


def weekday_word(weekday: int) -> str:
    """`tisdagen` for 1."""
    return _(_WEEKDAYS[weekday][0])


def month_word(month: int) -> str:
    """`mars` for 3."""
    return _(_MONTHS[month - 1])


def interval_words(unit: Unit, interval: int) -> str:
    """`Varannan vecka`, `Vart femte år`; a quarter is `Var tredje månad`, for it is a month that a day stands in."""
    if interval <= 2:
        return _(_USUAL[rule_of(Recurrence(unit=unit, interval=interval))])
    return _(_EVERY[unit]).format(ordinal=ordinal_word(interval))


def _sentence(recurrence: Recurrence) -> str:
    return ", ".join((interval_words(recurrence.unit, recurrence.interval), *_day(recurrence), *_end(recurrence)))


def _day(recurrence: Recurrence) -> Iterator[str]:
    """On which day of the week, month or year, where the rule says so."""
    month = month_word(recurrence.month) if recurrence.month else ""
    if recurrence.weekday is not None and recurrence.ordinal is None:
        yield _(_WEEKDAYS[recurrence.weekday][1])
    elif recurrence.weekday is not None and recurrence.ordinal is not None:
        ordinal, weekday = ordinal_word(recurrence.ordinal), weekday_word(recurrence.weekday)
        told = _("{ordinal} {weekday} i {month}") if month else _("{ordinal} {weekday}")
        yield told.format(ordinal=ordinal, weekday=weekday, month=month)
    elif recurrence.month_day == LAST:
        yield (_("sista dagen i {month}") if month else _("sista dagen")).format(month=month)
    elif recurrence.month_day is not None:
        told = _("den {day} {month}") if month else _("den {day}")
        yield told.format(day=recurrence.month_day, month=month)


def _end(recurrence: Recurrence) -> Iterator[str]:
    if recurrence.until is not None:
        day = format_date(recurrence.until, language=current_language())
        yield _("till och med {day}").format(day=day)
    elif recurrence.count is not None:
        told = ngettext("{count} gång", "{count} gånger", recurrence.count)
        yield told.format(count=f"{recurrence.count}").replace(" ", NBSP, 1)
