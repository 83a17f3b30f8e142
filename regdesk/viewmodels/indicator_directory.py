"""The directory of indicators: why each is followed, how it is read and assessed, its values and its parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from regdesk.domain.codes import ClusterRule, TableKind
from regdesk.domain.collation import sort_key
from regdesk.domain.model import Goal, Indicator, Value, ValueColumn
from regdesk.formats import NBSP
from regdesk.i18n import _, mark, ngettext
from regdesk.services.outline import Outline
from regdesk.viewmodels.edition import Disclosure
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up import outline_of
from regdesk.viewmodels.follow_up_parts import GoalPart
from regdesk.viewmodels.labels import goal_name, parameter_name
from regdesk.viewmodels.sheet_options import choice
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.top_goals import TOP_GOAL
from regdesk.viewmodels.values import column_label, value_cell
from regdesk.viewmodels.words import one_line, word

PLAN, NAME = "plan", "name"

SORT: Final = choice("sort", mark("&Ordning"), {PLAN: mark("Som i planen"), NAME: mark("Efter indikatorns namn")})

_BETWEEN: Final = " · "

_SHORT: Final = 30
"""Letters of a value that stands on one line with its year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorEntry:
    """An indicator. `facts` are what is known of it, `missing` the names of what is not; a withheld one has neither.

    `values` are the years of each kind of column in one text, `parameters` those of a cluster with their criteria.
    """

    item_id: str
    number: str
    title: str
    goal: str
    assessed: str = ""
    measure_unit: str = ""
    facts: tuple[Fact, ...] = ()
    missing: tuple[str, ...] = ()
    values: tuple[Fact, ...] = ()
    parameters: tuple[Fact, ...] = ()

    @property
    def name(self) -> str:
        """`1.1 a Andel samtal`."""
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorChapter:
    """A goal that indicators stand under, itself or further down; without a name they are in no goal's order."""

    name: str
    depth: int
    entries: tuple[IndicatorEntry, ...]


def indicator_directory(request: SheetRequest) -> tuple[IndicatorChapter, ...]:
    """The indicators of the plan, or of one goal of it, by goal in the plan's order or all together by name."""
    outline = outline_of(request, request.answer(TOP_GOAL))
    chapters = tuple(_Reader(outline, request.disclosure).chapters("", 0))
    if request.answer(SORT) != NAME:
        return chapters
    entries = sorted((each for part in chapters for each in part.entries), key=lambda each: sort_key(each.title))
    return (IndicatorChapter(name="", depth=0, entries=tuple(entries)),) if entries else ()


class _Reader:
    """Makes the chapters of what was read before."""

    def __init__(self, outline: Outline, shows: Disclosure) -> None:
        self._outline = outline
        self._shows = shows
        self._goals = {goal.id: goal for goal in outline.goals}
        self._columns = {column.id: column for column in outline.columns}
        self._all = {each.id: each for of_goal in outline.indicators.values() for each in of_goal}

    def chapters(self, parent_id: str, depth: int) -> Iterator[IndicatorChapter]:
        """Goals with indicators, and those above them; what stands below a withheld goal is not told of."""
        for goal in self._outline.children.get(parent_id, ()):
            withheld = self._shows.withholds(goal.id)
            indicators = self._outline.indicators.get(goal.id, ())
            below = () if withheld else tuple(self.chapters(goal.id, depth + 1))
            if indicators or below:
                entries = () if withheld else tuple(self._entry(each, goal) for each in indicators)
                yield IndicatorChapter(name=self._heading(goal), depth=depth, entries=entries)
                yield from below

    def _heading(self, goal: Goal) -> str:
        level = one_line(self._outline.levels[goal.level_id].name)
        title = self._shows.text(goal.id, one_line(goal.title))
        return GoalPart(item_id=goal.id, level=level, number=one_line(goal.printed_number), title=title).name

    def _entry(self, indicator: Indicator, goal: Goal) -> IndicatorEntry:
        of_goal = one_line(goal.printed_number) or goal_name(goal)
        title = self._shows.text(indicator.id, one_line(indicator.title))
        if self._shows.withholds(indicator.id):
            return IndicatorEntry(item_id=indicator.id, number="", title=title, goal=of_goal)
        facts = tuple(self._facts(indicator))
        values, parameters = self._values(indicator), self._parameters(indicator)
        expected = (
            *((fact.label, fact.text) for fact in facts),
            *(((_("Värden"), values),) if indicator.table_kind is TableKind.QUANTITATIVE else ()),
            *(((_("Parametrar"), parameters),) if indicator.is_cluster else ()),
        )
        return IndicatorEntry(
            item_id=indicator.id,
            number=one_line(indicator.printed_number),
            title=title,
            goal=of_goal,
            assessed=self._assessed(indicator),
            measure_unit=one_line(indicator.measure_unit),
            facts=tuple(fact for fact in facts if fact.text),
            missing=tuple(label for label, said in expected if not said),
            values=values,
            parameters=parameters,
        )

    def _facts(self, indicator: Indicator) -> Iterator[Fact]:
        """What every indicator should have, with or without a text, among what only some have."""
        if one_line(indicator.raw) not in {"", one_line(indicator.title)}:
            yield Fact(label=_("I planen"), text=indicator.raw.strip())
        yield Fact(label=_("Motivering"), text=indicator.justification.strip())
        yield Fact(label=_("Tolkning"), text=indicator.interpretation.strip())
        yield Fact(label=_("Bedömningsgrund"), text=indicator.criterion.strip())
        yield Fact(label=_("Bedöms"), text=self._assessed_in_full(indicator))
        if indicator.cluster_rule is not ClusterRule.NONE:
            yield Fact(label=_("Förslag till bedömning"), text=word(indicator.cluster_rule))
        yield Fact(label=_("Källa"), text=indicator.source.strip())
        yield Fact(label=_("Uppföljning"), text=indicator.follow_up.strip())
        yield Fact(label=_("Ansvarig funktion"), text=one_line(indicator.responsible_function))
        if indicator.start_year:
            yield Fact(label=_("Mäts från och med"), text=str(indicator.start_year))
        yield from self._relatives(indicator)

    def _relatives(self, indicator: Indicator) -> Iterator[Fact]:
        """What it is a part of, and its own parts; they may stand under other goals."""
        parent = self._all.get(indicator.parent_id or "")
        if parent:
            yield Fact(label=_("Del av"), text=self._named(parent, indicator))
        parts = self._shows.shown(each for each in self._all.values() if each.parent_id == indicator.id)
        if parts:
            yield Fact(label=_("Delas i"), text="\n".join(self._named(each, indicator) for each in parts))

    def _named(self, other: Indicator, indicator: Indicator) -> str:
        name = self._shows.text(other.id, one_line(f"{other.printed_number} {other.title}"))
        goal = self._goals.get(other.goal_id)
        if goal is None or other.goal_id == indicator.goal_id:
            return name
        return _("{indicator} (under {goal})").format(indicator=name, goal=goal_name(goal))

    def _assessed(self, indicator: Indicator) -> str:
        if not indicator.is_cluster:
            return word(indicator.assessment_method)
        count = len(self._outline.parameters.get(indicator.id, ()))
        told = ngettext("Kluster, {count} parameter", "Kluster, {count} parametrar", count).format(count=count)
        return told if count else _("Kluster")

    def _assessed_in_full(self, indicator: Indicator) -> str:
        """`Mot en målnivå · Kvantitativ · Enhet: %`."""
        cluster = self._assessed(indicator) if indicator.is_cluster else ""
        unit = _("Enhet: {unit}").format(unit=indicator.measure_unit) if one_line(indicator.measure_unit) else ""
        parts = (word(indicator.assessment_method), cluster, word(indicator.table_kind), unit)
        return _BETWEEN.join(filter(None, map(one_line, parts)))

    # Values and parameters

    def _values(self, indicator: Indicator) -> tuple[Fact, ...]:
        """The values to the letter, year by year, under what the plan calls those years."""
        cells = {value.column_id: value for value in self._outline.values.get(indicator.id, ())}
        told: dict[str, list[str]] = {}
        for column in self._outline.columns:
            if column.id in cells:
                label, year = _label_and_year(column)
                told.setdefault(label, []).append(_said(year, cells[column.id]))
        return tuple(Fact(label=label, text=_BETWEEN.join(texts)) for label, texts in told.items())

    def _parameters(self, indicator: Indicator) -> tuple[Fact, ...]:
        found = enumerate(self._outline.parameters.get(indicator.id, ()), start=1)
        return tuple(
            Fact(
                label=self._shows.text(each.id, parameter_name(each.name, number)),
                text="" if self._shows.withholds(each.id) else each.criterion.strip(),
            )
            for number, each in found
        )


def _label_and_year(column: ValueColumn) -> tuple[str, str]:
    """`Målvärde` and `2026` of `Målvärde 2026`; all of a heading that does not end in its year."""
    label, year = column_label(column), str(column.year or "")
    return (label.removesuffix(year).strip(), year) if year and label.endswith(year) else (label, "")


def _said(year: str, value: Value) -> str:
    """`2026: ≥ 75 %`; a blank says in words that it is one."""
    said = value_cell(value.raw, value.state).text or word(value.state)
    text = f"{year}: {said}" if year else said
    return text.replace(" ", NBSP) if len(text) <= _SHORT else text
