"""The board's year on paper, "Årshjul": its dates by month, each with its number in the wheel, and why it is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from regdesk.domain.codes import Lane
from regdesk.formats import EN_DASH, format_short_weekday
from regdesk.i18n import current_language
from regdesk.services.annual_entries import Entry
from regdesk.viewmodels.annual_list import Look, Year, month_name, month_of, read_year
from regdesk.viewmodels.annual_words import SYMBOLS, why
from regdesk.viewmodels.edition import Disclosure, withheld
from regdesk.viewmodels.rule_words import free_day_words, rule_words, source_words
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line, word
from regdesk.viewmodels.year_wheel import Wheel, room_for_names, wheel_of, wheel_text


@dataclass(frozen=True, slots=True, kw_only=True)
class YearDate:
    """A date. `number` counts those of its lane within the month, as the wheel's marks do."""

    key: str
    day: str
    lane: str
    symbol: str
    number: int
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMonth:
    """A month with its dates in order."""

    name: str
    dates: tuple[YearDate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule that dates of the year come of: what it gives, how the day is counted, and where that is said."""

    title: str
    counted: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualSheet:
    """A year of some lanes. `spoken` is the wheel in words; `numbers` are the dates' numbers by their keys."""

    wheel: Wheel
    spoken: str
    months: tuple[YearMonth, ...]
    rules: tuple[RuleLine, ...]
    numbers: dict[str, int]


def annual_sheet(request: SheetRequest, lanes: Collection[str]) -> AnnualSheet:
    """The year that the request is of, as far as it is in `lanes`."""
    year = read_year(request.session, request.year)
    entries = year.seen(Look(year=year.year, lanes=frozenset(lanes)))
    numbers = _numbers(entries, year.year)
    writer = _Writer(year, numbers, request.disclosure, request.telling())
    return AnnualSheet(
        wheel=wheel_of(year.year, entries, request.printed_on, _upright),
        spoken=wheel_text(year, entries),
        months=tuple(writer.months(entries)),
        rules=tuple(writer.rules(entries)),
        numbers=numbers,
    )


def _upright(_name: str) -> float:
    """Too wide: the names of months stand upright on paper, where the band has room for their first letters."""
    return 2 * room_for_names()


def _numbers(entries: Collection[Entry], year: int) -> dict[str, int]:
    """From 1 in each month and lane."""
    counted: Counter[tuple[int, Lane]] = Counter()
    numbers: dict[str, int] = {}
    for entry in entries:
        place = month_of(entry, year), entry.lane
        counted[place] += 1
        numbers[entry.key] = counted[place]
    return numbers


@dataclass(frozen=True, slots=True)
class _Writer:
    year: Year
    numbers: dict[str, int]
    disclosure: Disclosure
    tells: Callable[[str], bool]

    def months(self, entries: Collection[Entry]) -> Iterator[YearMonth]:
        """The months that have any dates."""
        for month in range(1, 13):
            within = [entry for entry in entries if month_of(entry, self.year.year) == month]
            if within:
                yield YearMonth(name=month_name(month), dates=tuple(map(self._date, within)))

    def _date(self, entry: Entry) -> YearDate:
        what, reason = self._words(entry)
        return YearDate(
            key=entry.key,
            day=_days(max(entry.day, date(self.year.year, 1, 1)), entry.last),
            lane=word(entry.lane),
            symbol=SYMBOLS[entry.lane],
            number=self.numbers[entry.key],
            what=what.removeprefix(f"{word(entry.lane)}: "),  # beside the lane
            why=reason,
        )

    def rules(self, entries: Collection[Entry]) -> Iterator[RuleLine]:
        """Each rule once, in the order that its first date comes in the year."""
        found = {entry.rule.id: entry.rule for entry in entries if entry.rule and self._shows(entry)}
        for rule in found.values():
            counted = " ".join(filter(None, (rule_words(rule), free_day_words(rule))))
            yield RuleLine(title=one_line(rule.title), counted=counted, source=one_line(rule.source))

    def _shows(self, entry: Entry) -> bool:
        return not self.disclosure.withholds(entry.record.id)

    def _words(self, entry: Entry) -> tuple[str, str]:
        """Of what is secret, or names it, nothing but the day leaves the register."""
        title, reason = self.year.titles[entry.key], " ".join(_own_reasons(entry))
        if not self._shows(entry):
            return self.disclosure.text(entry.record.id, title), ""
        if self.tells(f"{title}\n{reason}"):
            return withheld(), ""
        return self.disclosure.text(entry.record.id, title), reason


def _own_reasons(entry: Entry) -> Iterator[str]:
    """Why it falls on that day, without what is said once of its rule."""
    once = {source_words(entry.rule), free_day_words(entry.rule)} if entry.rule else set()
    return (reason for reason in why(entry) if reason not in once)


def _days(first: date, last: date) -> str:
    """`ons 17`, or `ons 17–tors 18`."""
    language = current_language()
    days = dict.fromkeys((first, max(first, last)))
    return EN_DASH.join(format_short_weekday(day, language=language) for day in days)
