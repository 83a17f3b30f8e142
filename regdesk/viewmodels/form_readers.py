"""How the fields of records are shown as texts and read back from what people type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from regdesk.almanac import is_rule
from regdesk.domain.codes import Verdict
from regdesk.domain.notation import parse_number
from regdesk.formats import format_iso_date, parse_date, parse_time
from regdesk.i18n import _
from regdesk.viewmodels.fields import YES, Choice, FieldKind, accept
from regdesk.viewmodels.words import word


def as_it_is(value: object) -> str:
    """Nothing for None, otherwise the value's own text; a code is a text."""
    return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Reader:
    """A way of answering: how a stored value is shown, and how an answer that passes `check` is stored."""

    kind: FieldKind
    read: Callable[[str], object]
    show: Callable[[object], str] = as_it_is
    check: Callable[[str], str] = accept
    lines: int = 1


def paragraphs(lines: int) -> Reader:
    """Running text, kept to the letter."""
    return Reader(FieldKind.TEXT, str, lines=lines)


def code_of(kind: type[StrEnum]) -> Reader:
    """One of a fixed vocabulary."""
    return Reader(FieldKind.CHOICE, kind)


def choices_of(kind: type[StrEnum]) -> tuple[Choice, ...]:
    """The members of a vocabulary in their words."""
    return tuple(Choice(code.value, word(code)) for code in kind)


def verdicts_or_none() -> tuple[Choice, ...]:
    """Ja, Delvis or Nej, or that nothing was decided yet."""
    decided = (Verdict.YES, Verdict.PARTLY, Verdict.NO)
    return Choice("", _("Inte beslutat än")), *(Choice(each.value, word(each)) for each in decided)


def _number_fault(text: str) -> str:
    return "" if not text.strip() or _whole(text) is not None else _("Skriv ett heltal.")


def _year_fault(text: str) -> str:
    year = _whole(text)
    return "" if not text.strip() or (year and 1800 <= year <= 2200) else _("Skriv ett år med fyra siffror.")


def _percent_fault(text: str) -> str:
    percent = _percent(text)
    fits = percent is not None and 0 <= percent <= 100
    return "" if not text.strip() or fits else _("Skriv ett heltal från 0 till 100.")


def _date_fault(text: str) -> str:
    is_date = not text.strip() or parse_date(text) is not None
    return "" if is_date else _("Det är inget datum. Skriv till exempel 2024-05-14.")


def _time_fault(text: str) -> str:
    is_time = not text.strip() or parse_time(text) is not None
    return "" if is_time else _("Det är inget klockslag. Skriv till exempel 9.30.")


def _rule_fault(text: str) -> str:
    return "" if not text.strip() or is_rule(text) else _("Det är ingen regel för upprepning. Välj en i listan.")


def _whole(text: str) -> int | None:
    number = parse_number(text)
    return int(number) if number is not None and number == number.to_integral_value() else None


def _percent(text: str) -> int | None:
    return _whole(text.strip().removesuffix("%"))


def _time(text: str) -> str:
    """`09.30`, as meetings keep it."""
    time = parse_time(text)
    return f"{time:%H.%M}" if time else ""


def _section(text: str) -> str:
    """The number of a § without its sign."""
    return text.strip().removeprefix("§").strip()


def _day(value: object) -> str:
    return format_iso_date(value) if isinstance(value, dt.date) else ""


LINE: Final = Reader(FieldKind.LINE, str.strip)
NUMBER: Final = Reader(FieldKind.LINE, _whole, check=_number_fault)
YEAR: Final = Reader(FieldKind.LINE, _whole, check=_year_fault)
PERCENT: Final = Reader(FieldKind.LINE, _percent, check=_percent_fault)
DATE: Final = Reader(FieldKind.DATE, parse_date, _day, _date_fault)
TIME: Final = Reader(FieldKind.LINE, _time, check=_time_fault)
SECTION: Final = Reader(FieldKind.LINE, _section)
TICK: Final = Reader(FieldKind.TICK, lambda text: text == YES, lambda value: YES if value else "")
RECURRENCE: Final = Reader(FieldKind.CHOICE, str, check=_rule_fault)
VERDICT: Final = Reader(FieldKind.CHOICE, lambda text: Verdict(text) if text else None)
REFERENCE: Final = Reader(FieldKind.CHOICE, lambda text: text or None)
