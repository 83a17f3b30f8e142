"""The sheet "Uppföljning per mål": each goal with its indicators, verdicts, comments and uppdrag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Heading,
    ListItem,
    Orientation,
    Paragraph,
    ParagraphRole,
    Run,
    Sheet,
)
from regdesk.sheets.follow_up_tables import TableMaker, remarks, wants_wide
from regdesk.sheets.framing import framed
from regdesk.sheets.goal_links import links_table
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.status import labelled
from regdesk.sheets.verdict_summary import counted, legend, legends, opening
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up import follow_up
from regdesk.viewmodels.follow_up_parts import (
    AssignmentList,
    AssignmentRow,
    FollowUp,
    GoalPart,
    IndicatorTable,
)
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.sheet_options import CHARTS, COMMENTS, LEGEND, PARAMETERS, TREND, Scope, choice, tick
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.top_goals import TOP_GOAL

_DEEPEST: Final = 6
"""The lowest level of heading; goals further down share it."""

_ASSIGNMENTS: Final = tick("assignments", mark("&Uppdrag"))
_BY_VERDICT: Final = "verdict"
_SORT: Final = choice(
    "sort",
    mark("&Indikatorernas ordning"),
    {"plan": mark("Som i planen"), _BY_VERDICT: mark("Efter bedömning, Nej först")},
)


def follow_up_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language. Without an orientation the page is turned when a table asks for it."""
    found = follow_up(request, request.answer(TOP_GOAL))
    turned = Orientation(request.orientation) if request.orientation else _fitting(found, charts=request.has(CHARTS))
    blocks = _Maker.of(request, turned).blocks(found)
    return framed(request, blocks, document_type=_("Uppföljning"), title=_(_TITLE), turned=turned)


def _fitting(found: FollowUp, *, charts: bool) -> Orientation:
    tables = (table for goal in found.goals for part in goal.walk() for table in part.tables)
    return Orientation.LANDSCAPE if any(wants_wide(each, charts=charts) for each in tables) else Orientation.PORTRAIT


@dataclass(frozen=True, slots=True)
class _Maker:
    request: SheetRequest
    tables: TableMaker

    @classmethod
    def of(cls, request: SheetRequest, orientation: Orientation) -> _Maker:
        tables = TableMaker(
            wide=orientation is Orientation.LANDSCAPE,
            comments=request.has(COMMENTS),
            parameters=request.has(PARAMETERS),
            trend=request.has(TREND),
            charts=request.has(CHARTS),
        )
        return cls(request, tables)

    def blocks(self, found: FollowUp) -> Iterator[Block]:
        """The goals; what a report has on its first page is not said again in its chapter."""
        is_chapter = self.request.is_chapter
        yield from opening(found, trend=self.tables.trend, is_chapter=is_chapter)
        if not is_chapter:
            yield from counted(found.verdicts, found.counts, charts=self.tables.charts)
        if self.request.has(LEGEND):
            yield from legends(found, trend=self.tables.trend, is_chapter=is_chapter)
            yield from legend(_("Så läses värdena"), found.notations)
        if found.states:
            yield Heading(text=_("Planen som helhet"))
            yield from map(_fact, found.states)
        if not found.goals:
            yield Paragraph(text=_("Planen har inga mål."))
        for goal in found.goals:
            yield from self._goal(goal, 2)
        if found.assignments and self.request.has(_ASSIGNMENTS):
            yield Heading(text=_("Uppdrag som inte hör till något mål"))
            yield from self._lists(found.assignments, "")

    # Goals

    def _goal(self, goal: GoalPart, level: int) -> Iterator[Block]:
        yield Heading(text=goal.name, level=min(level, _DEEPEST))
        yield from map(_fact, goal.states)
        if goal.assessed:
            yield self.tables.own_verdict(goal, goal.assessed)
        for table in goal.tables:
            yield self.tables.indicators(self._sorted(table), goal)
        if goal.work:
            yield self.tables.work(goal)
        if self.request.has(_ASSIGNMENTS):
            yield from self._lists(goal.assignments, many_of("assignments"))
        yield from links_table(goal)
        for name in goal.empty:
            yield _fact(Fact(label=name, text="–"))
        for child in goal.children:
            yield from self._goal(child, level + 1)

    def _sorted(self, table: IndicatorTable) -> IndicatorTable:
        return table.by_verdict() if self.request.answer(_SORT) == _BY_VERDICT else table

    # Assignments

    def _lists(self, lists: Iterable[AssignmentList], unnamed: str) -> Iterator[Block]:
        for each in lists:
            yield Paragraph(text=each.lead_in or unnamed, role=ParagraphRole.INTRODUCTION)
            yield BulletList(items=tuple(map(self._item, each.rows)))

    def _item(self, row: AssignmentRow) -> ListItem:
        return ListItem(text=(Run(text=row.text), *self._said_of(row)), items=tuple(map(self._item, row.below)))

    def _said_of(self, row: AssignmentRow) -> Iterator[Run]:
        """How the uppdrag stands and what it was assessed as, after its own words."""
        if row.standing:
            yield Run(text=f" – {row.standing}", emphasis=True)
        if row.assessed and row.assessed.verdict:
            yield Run(text=f" {row.assessed.cell.symbol}\u00a0{row.assessed.cell.text}", strong=True)
            if row.assessed.trend and self.tables.trend:
                yield Run(text=f" ({row.assessed.trend})")
        if row.assessed and self.tables.comments and row.assessed.remarks:
            yield Run(text="\n")
            yield from remarks(row.assessed, _("Kommentar"))


def _fact(fact: Fact) -> Paragraph:
    return Paragraph(text=labelled(fact.label, fact.text))


_TITLE: Final = mark("Uppföljning per mål")

KIND: Final = SheetKind(
    code="follow-up",
    source_title=_TITLE,
    group=Group.FOLLOW_UP,
    scope=Scope.VERDICTS,
    maker=follow_up_sheet,
    options=(TOP_GOAL, _SORT, COMMENTS, TREND, CHARTS, PARAMETERS, _ASSIGNMENTS, LEGEND),
    appendix="1",
)
