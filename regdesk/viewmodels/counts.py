"""How many rows a list shows, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from regdesk.formats import NBSP, format_number, format_percent
from regdesk.i18n import _, current_language, ngettext
from regdesk.viewmodels.kinds import counted_of


def rows_text(shown: int, total: int) -> str:
    """`17 rader`, or `3 av 17 rader` while a filter is on."""
    counted = ngettext("{count} rad", "{count} rader", total).format(count=_count(total))
    return counted if shown == total else _("{shown} av {rows}").format(shown=_count(shown), rows=counted)


def things_text(plural: str, count: int) -> str:
    """`17 indikatorer`, with a fixed space; `plural` is that of a kind of record."""
    return f"{_count(count)}{NBSP}{counted_of(plural, count).lower()}"


def _count(number: int) -> str:
    return format_number(Decimal(number), language=current_language())


def days_text(days: int) -> str:
    """`41 dagar`, with a fixed space."""
    return ngettext("{count}\u00a0dag", "{count}\u00a0dagar", days).format(count=_count(days))


def age_text(since: date, today: date) -> str:
    """`1 år 3 mån`, in whole months; days where no month has passed yet."""
    months = 12 * (today.year - since.year) + today.month - since.month - (today.day < since.day)
    if months < 1:
        return days_text((today - since).days)
    years, rest = divmod(months, 12)
    told = (_("{count}\u00a0år").format(count=years), _("{count}\u00a0mån").format(count=rest))
    return " ".join(text for text, count in zip(told, (years, rest), strict=True) if count)


def percent_text(percent: int) -> str:
    """`40 %`."""
    return format_percent(percent, language=current_language())
