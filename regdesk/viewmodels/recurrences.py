"""How often things come round, in words: the usual rules, and those that a register has of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from regdesk.domain.model import Record
from regdesk.i18n import _, mark
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


def recurrence_words(rule: str) -> str:
    """`Varje kvartal`; a rule that has no words of its own is told as it is written."""
    written = rule.strip().removeprefix("RRULE:")
    return _(_USUAL[written]) if written in _USUAL else written


def recurrences(key: str) -> Callable[[Session, Record], tuple[Choice, ...]]:
    """The rules that the field `key` of a record can have: the usual ones, and the one it has."""

    def choices(_session: Session, record: Record) -> tuple[Choice, ...]:
        own = str(getattr(record, key))
        rules = [*_USUAL, *([own] if own not in _USUAL else [])]
        return tuple(Choice(rule, recurrence_words(rule)) for rule in rules)

    return choices
