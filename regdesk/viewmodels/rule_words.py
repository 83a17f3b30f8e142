"""Rules for dates in words: how the day is counted, where it goes on a free day, and where the rule comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import Anchor, DeadlineKind, FreeDay, OffsetUnit
from regdesk.domain.model import DeadlineRule
from regdesk.i18n import _, mark, ngettext
from regdesk.viewmodels.words import one_line, word
from regdesk.viewmodels.year_days import year_words

_UNITS: Final[Mapping[OffsetUnit, Callable[[int], str]]] = MappingProxyType(
    {
        OffsetUnit.DAYS: lambda count: ngettext("{count} dag", "{count} dagar", count),
        OffsetUnit.WORKING_DAYS: lambda count: ngettext("{count} arbetsdag", "{count} arbetsdagar", count),
        OffsetUnit.WEEKS: lambda count: ngettext("{count} vecka", "{count} veckor", count),
        OffsetUnit.MONTHS: lambda count: ngettext("{count} månad", "{count} månader", count),
        OffsetUnit.YEARS: lambda count: ngettext("{count} år", "{count} år", count),
    }
)
_FREE: Final[Mapping[FreeDay, str]] = MappingProxyType(
    {
        FreeDay.KEEP: "",
        FreeDay.BEFORE: mark("En ledig dag flyttas till närmaste vardag före."),
        FreeDay.AFTER: mark("En ledig dag flyttas till närmaste vardag efter."),
    }
)


def rule_words(rule: DeadlineRule) -> str:
    """`Senast 14 dagar efter sammanträdet.`"""
    if rule.anchor is Anchor.YEAR:
        return _year(rule)
    if not rule.offset:
        return _("Samma dag som {anchor}.").format(anchor=word(rule.anchor))
    return _counted(rule).format(distance=distance(rule), anchor=word(rule.anchor))


def free_day_words(rule: DeadlineRule) -> str:
    """Where a date goes that falls on a free day; nothing where it stays."""
    return _(_FREE[rule.free_day])


def source_words(rule: DeadlineRule) -> str:
    """`Källa: …`; nothing for a rule that does not say."""
    source = one_line(rule.source)
    return _("Källa: {source}").format(source=source) if source else ""


def whole_rule(rule: DeadlineRule) -> str:
    """All of it in a row."""
    return " ".join(filter(None, (rule_words(rule), free_day_words(rule), source_words(rule))))


def distance(rule: DeadlineRule) -> str:
    """`14 dagar`, whichever way."""
    count = abs(rule.offset)
    return _UNITS[rule.offset_unit](count).format(count=count)


def _counted(rule: DeadlineRule) -> str:
    """Legal force is no last day but the day itself."""
    if rule.kind is DeadlineKind.LEGAL_FORCE:
        return _("{distance} före {anchor}.") if rule.offset < 0 else _("{distance} efter {anchor}.")
    return _("Senast {distance} före {anchor}.") if rule.offset < 0 else _("Senast {distance} efter {anchor}.")


def _year(rule: DeadlineRule) -> str:
    when = year_words(rule.recurrence)
    if not rule.offset:
        return f"{when}."
    told = _("{when}, flyttat {distance} bakåt.") if rule.offset < 0 else _("{when}, och {distance} till.")
    return told.format(when=when, distance=distance(rule))
