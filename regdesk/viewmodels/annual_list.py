"""The board's year as a list: its dates month by month, with week numbers and, quietly, the holidays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Final

from regdesk.almanac import holidays_of
from regdesk.domain.codes import Lane
from regdesk.formats import format_month_name, format_short_weekday, format_week
from regdesk.i18n import _, current_language
from regdesk.services.annual_cycle import year_of
from regdesk.services.annual_entries import Entry
from regdesk.services.secrecy import secrecy_of, telling
from regdesk.services.session import Session
from regdesk.viewmodels.annual_words import SYMBOLS, moved_words, status_cell, title_of
from regdesk.viewmodels.rows import Cell, Column, GivenRows, Row, Tone
from regdesk.viewmodels.words import word

MONTH: Final = "month:"
"""What the ids of rows begin with that are the heading of a month; its number follows."""
HOLIDAY: Final = "holiday:"
"""What the ids of rows begin with that are but a holiday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What of a year a person looks at: one month or None for all, some of the lanes, and what holds some words."""

    year: int
    month: int | None = None
    lanes: frozenset[str] = frozenset(Lane)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """A year's entries with their titles, read once. `secret` are the keys of those about something secret."""

    year: int
    entries: tuple[Entry, ...]
    titles: dict[str, str] = field(default_factory=dict)
    secret: frozenset[str] = frozenset()

    def entry(self, key: str) -> Entry | None:
        """The entry with that key; None for a heading, or for what is gone."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def seen(self, look: Look) -> list[Entry]:
        """The entries of the lanes and words that are looked at, of every month."""
        wanted = look.words.casefold().split()
        return [
            entry
            for entry in self.entries
            if entry.lane in look.lanes and all(each in self.titles[entry.key].casefold() for each in wanted)
        ]


def read_year(session: Session, year: int) -> Year:
    """All that falls within a year."""
    found = tuple(year_of(session, year))
    titles = {entry.key: title_of(session, entry) for entry in found}
    secrecy = secrecy_of(session)
    tells = telling(session, secrecy)
    secret = (each.key for each in found if secrecy.is_secret(each.record.id) or tells(titles[each.key]))
    return Year(year, found, titles, frozenset(secret))


def columns() -> tuple[Column, ...]:
    """The columns of the list."""
    return (
        Column(key="day", title=_("Dag"), width=0.9, letters=7, sortable=False),
        Column(key="week", title=_("Vecka"), width=0.8, letters=6, sortable=False),
        Column(key="what", title=_("Vad"), width=4.0, sortable=False),
        Column(key="status", title=_("Läge"), width=1.2, letters=10, sortable=False),
    )


def year_rows(year: Year, look: Look, today: date) -> GivenRows:
    """The rows of a year as it is looked at, each month under its heading."""
    shown = [entry for entry in year.seen(look) if look.month is None or month_of(entry, year.year) == look.month]
    rows = [_entry_row(entry, year, today) for entry in shown]
    holidays = [] if look.words else [*_holiday_rows(look)]
    return GivenRows(columns(), list(_with_headings(sorted([*rows, *holidays], key=lambda row: row.position))))


def month_name(month: int) -> str:
    """`November`, as a heading."""
    name = format_month_name(month, language=current_language())
    return name[0].upper() + name[1:]


def month_of(entry: Entry, year: int) -> int:
    """What began the year before is shown in January."""
    return entry.day.month if entry.day.year == year else 1


def _entry_row(entry: Entry, year: Year, today: date) -> Row:
    day = max(entry.day, date(year.year, 1, 1))
    title = ", ".join(filter(None, (year.titles[entry.key], moved_words(entry).lower())))
    what = Cell(text=f"{SYMBOLS[entry.lane]} {title}", spoken=f"{word(entry.lane)}: {title}")
    cells = (*_day_cells(day), what, status_cell(entry, today))
    return Row(id=entry.key, cells=cells, secret=entry.key in year.secret, position=(day.toordinal(), 1))


def _holiday_rows(look: Look) -> Iterator[Row]:
    for day, name in holidays_of(look.year).items():
        if look.month in (None, day.month):
            short, week = _day_cells(day)
            cells = (Cell(text=short.text, tone=Tone.MUTED), week, Cell(text=name, tone=Tone.MUTED), Cell(text=""))
            yield Row(id=f"{HOLIDAY}{day.isoformat()}", cells=cells, position=(day.toordinal(), 0))


def _day_cells(day: date) -> tuple[Cell, Cell]:
    language = current_language()
    week = Cell(text=format_week(day, language=language), tone=Tone.MUTED)
    return Cell(text=format_short_weekday(day, language=language)), week


def _with_headings(rows: Sequence[Row]) -> Iterator[Row]:
    """Each month after its name; a week is told once."""
    blank = Cell(text="")
    for month, days in groupby(rows, key=lambda row: date.fromordinal(int(str(row.position[0]))).month):
        yield Row(id=f"{MONTH}{month}", cells=(Cell(text=month_name(month)), blank, blank, blank))
        before = ""
        for row in days:
            day, week, *rest = row.cells
            told = Cell(text="", spoken=week.text) if week.text == before else week
            yield Row(id=row.id, cells=(day, told, *rest), position=row.position)
            before = week.text
