"""How the outcomes of indicators have developed: what the last one differs by, and the curve of a series or two.

Only cells that were read as plain numbers are compared, each with its like: the same unit of the organisation, the same
sex and the same unit of measurement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from regdesk.domain.codes import Comparator, Sex, ValueKind
from regdesk.domain.model import Indicator, OrgUnit, Value, ValueColumn, ValuePart
from regdesk.domain.words import DURATIONS, SEX_LETTERS
from regdesk.formats import NBSP, format_number, format_year_span
from regdesk.i18n import _, current_language, ngettext
from regdesk.services.outline import Outline
from regdesk.services.session import Session
from regdesk.viewmodels.values import column_label
from regdesk.viewmodels.words import one_line

_FEWEST: Final = 3
"""Outcomes that make a curve."""

_MOST: Final = 2
"""Series that a small curve can tell apart."""

_ONE_OF: Final = {many: one for one, many in DURATIONS.items() if one != many}
_LETTERS: Final = {sex: letter for letter, sex in SEX_LETTERS.items()}


class Series(NamedTuple):
    """What a number is of: a unit of the organisation and a sex, where the cell names them, and what it counts."""

    org_unit_id: str | None
    sex: Sex | None
    measure_unit: str


class CurvePoint(NamedTuple):
    """An outcome. It is `joined` to the point before it where no outcome between is missing."""

    year: int
    number: Decimal
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveLine:
    """The outcomes of one series, by year. `label` names it where there is another beside it: `K`, `RVN`."""

    label: str
    points: tuple[CurvePoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """The outcomes of one series or of two beside each other, with the target where it is one number of their kind.

    `words` say all of it as the plan writes it.
    """

    lines: tuple[CurveLine, ...]
    target: Decimal | None
    words: str


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcomes and targets of a plan, read once. `columns` are those with a year, by year."""

    columns: tuple[ValueColumn, ...]
    values: Mapping[str, Sequence[Value]]
    parts: Mapping[str, Sequence[ValuePart]]
    units: Mapping[str, str]

    @classmethod
    def read(cls, session: Session, outline: Outline) -> Outcomes:
        parts: dict[str, list[ValuePart]] = {}
        for part in session.all(ValuePart):
            parts.setdefault(part.value_id, []).append(part)
        columns = sorted((each for each in outline.columns if each.year is not None), key=lambda each: each.year or 0)
        units = {unit.id: one_line(unit.code) for unit in session.all(OrgUnit)}
        return cls(tuple(columns), outline.values, parts, units)

    def change(self, indicator: Indicator) -> str:
        """`2024–2025: +4 procentenheter`, `2024–2025: K +5, M +4 procentenheter`; nothing where none is given."""
        outcomes = [(column, self._numbers(value)) for column, value in self._cells(indicator, ValueKind.OUTCOME)]
        if len(outcomes) < 2:
            return ""
        (before, old), (after, new) = outcomes[-2:]
        first, last = before.year or 0, after.year or 0
        if not new or old.keys() != new.keys() or first >= last:
            return ""
        return f"{format_year_span(first, last)}: {self._difference(old, new)}"

    def curve(self, indicator: Indicator) -> Curve | None:
        """The outcomes of what its last one is of, if they are enough and that is one thing or two."""
        cells = self._cells(indicator, ValueKind.OUTCOME)
        read = [self._numbers(value) for _column, value in cells]
        shown = tuple(read[-1]) if read else ()
        places = [place for place, numbers in enumerate(read) if tuple(numbers) == shown]
        years = [cells[place][0].year or 0 for place in places]
        alike = len({series.measure_unit for series in shown}) == 1
        if not alike or len(shown) > _MOST or len(places) < _FEWEST or len(set(years)) < len(years):
            return None
        joined = [False, *(after - before == 1 for before, after in pairwise(places))]
        lines = tuple(
            CurveLine(
                label=self._named(series, "") if len(shown) > 1 else "",
                points=tuple(map(CurvePoint, years, (read[place][series] for place in places), joined)),
            )
            for series in shown
        )
        told = _("Utfall {years}: {values}.").format(
            years=format_year_span(years[0], years[-1]),
            values="; ".join(one_line(cells[place][1].raw) for place in places),
        )
        target, words = self._target(indicator, shown, years[-1])
        return Curve(lines=lines, target=target, words=f"{told} {words}." if words else told)

    def _target(self, indicator: Indicator, shown: Sequence[Series], year: int) -> tuple[Decimal | None, str]:
        """The first target not of an earlier year than the last outcome, if it is meant for all that is shown."""
        meant = shown[0] if len(shown) == 1 else Series(None, None, shown[0].measure_unit)
        for column, value in self._cells(indicator, ValueKind.TARGET):
            numbers = self._numbers(value, any_comparator=True)
            if (column.year or 0) >= year and _single(numbers) == meant:
                return numbers[meant], f"{column_label(column)}: {one_line(value.raw)}"
        return None, ""

    def _cells(self, indicator: Indicator, kind: ValueKind) -> list[tuple[ValueColumn, Value]]:
        """The cells of a kind by year, up to the last that says anything."""
        found = {value.column_id: value for value in self.values.get(indicator.id, ())}
        cells = [(each, found[each.id]) for each in self.columns if each.kind is kind and each.id in found]
        while cells and not cells[-1][1].raw.strip():
            cells.pop()
        return cells

    def _numbers(self, value: Value, *, any_comparator: bool = False) -> dict[Series, Decimal]:
        """The numbers of a cell by what they are of; none unless all of the cell is plain numbers."""
        parts = self.parts.get(value.id, ())
        numbers = {
            Series(part.org_unit_id, part.sex, part.measure_unit): part.number
            for part in parts
            if part.number is not None and (any_comparator or part.comparator is Comparator.EQUAL)
        }
        return numbers if len(numbers) == len(parts) else {}

    def _difference(self, old: Mapping[Series, Decimal], new: Mapping[Series, Decimal]) -> str:
        changes = {series: new[series] - old[series] for series in new}
        if not any(changes.values()):
            return _("oförändrat")
        unit = next(iter(changes)).measure_unit
        if len(changes) == 1 or any(series.measure_unit != unit for series in changes):
            return ", ".join(self._named(series, _with_unit(by, series)) for series, by in changes.items())
        parts = [self._named(series, _signed(by)) for series, by in changes.items()]
        return " ".join(filter(None, (", ".join(parts), _unit_word(unit, max(map(abs, changes.values()))))))

    def _named(self, series: Series, text: str) -> str:
        unit = self.units.get(series.org_unit_id or "", "")
        return " ".join(filter(None, (unit, _LETTERS[series.sex] if series.sex else "", text)))


def _single(numbers: Mapping[Series, Decimal]) -> Series | None:
    return next(iter(numbers)) if len(numbers) == 1 else None


def _with_unit(by: Decimal, series: Series) -> str:
    return NBSP.join(filter(None, (_signed(by), _unit_word(series.measure_unit, abs(by)))))


def _signed(by: Decimal) -> str:
    figures = format_number(by, language=current_language())
    return f"+{figures}" if by > 0 else f"±{figures}" if not by else figures


def _unit_word(unit: str, count: Decimal) -> str:
    """What a difference is counted in: two percentages differ by percentage points."""
    if unit == "%":
        return ngettext("procentenhet", "procentenheter", 1 if count == 1 else 2)
    return _ONE_OF.get(unit, unit) if count == 1 else unit
