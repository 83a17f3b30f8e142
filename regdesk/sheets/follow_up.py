"""The sheet "Uppföljning per mål": each goal with its indicators, verdicts, comments and uppdrag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Cell,
    Heading,
    Legend,
    LegendEntry,
    ListItem,
    Orientation,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Sheet,
    Table,
    Text,
    words,
)
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.status import labelled, plain, status
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up import follow_up
from regdesk.viewmodels.follow_up_parts import (
    Assessed,
    AssignmentList,
    AssignmentRow,
    FollowUp,
    GoalPart,
    IndicatorRow,
    IndicatorTable,
    LegendRow,
    WorkRow,
)
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.sheet_options import COMMENTS, LEGEND, Scope, tick
from regdesk.viewmodels.sheet_request import SheetRequest

_DEEPEST: Final = 6
"""The lowest level of heading; goals further down share it."""

_MOST_UPRIGHT: Final = 5
"""Columns of values that an upright page has room for."""

_MOST_BESIDE: Final = 4
"""Columns of values that leave room for comments beside them on a page that is turned."""

_SHORT: Final = 300
"""Letters of a comment that may stand in a column; a longer one takes the width of the table."""


_PARAMETERS: Final = tick("parameters", mark("Para&metrar i kluster"))
_ASSIGNMENTS: Final = tick("assignments", mark("&Uppdrag"))


def follow_up_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language. Without an orientation the page is turned when a table has many years."""
    found = follow_up(request)
    turned = Orientation(request.orientation) if request.orientation else _fitting(found)
    blocks = _Maker(request, turned).blocks(found)
    return framed(request, blocks, document_type=_("Uppföljning"), title=_(_TITLE), turned=turned)


def _fitting(found: FollowUp) -> Orientation:
    widths = (len(table.columns) for goal in found.goals for part in goal.walk() for table in part.tables)
    return Orientation.LANDSCAPE if max(widths, default=0) > _MOST_UPRIGHT else Orientation.PORTRAIT


class _Maker:
    def __init__(self, request: SheetRequest, orientation: Orientation) -> None:
        self._comments = request.has(COMMENTS)
        self._assignments = request.has(_ASSIGNMENTS)
        self._parameters = request.has(_PARAMETERS)
        self._legend = request.has(LEGEND)
        self._wide = orientation is Orientation.LANDSCAPE

    def blocks(self, found: FollowUp) -> Iterator[Block]:
        yield Paragraph(text=found.decided, role=ParagraphRole.LEAD)
        yield from counts_table(found)
        if self._legend:
            yield from _legend(_("Så läses bedömningarna"), found.symbols)
            yield from _legend(_("Så läses värdena"), found.notations)
        if found.states:
            yield Heading(text=_("Planen som helhet"))
            yield from map(_fact, found.states)
        for goal in found.goals:
            yield from self._goal(goal, 2)
        if found.assignments and self._assignments:
            yield Heading(text=_("Uppdrag som inte hör till något mål"))
            yield from self._lists(found.assignments, "")

    # Goals

    def _goal(self, goal: GoalPart, level: int) -> Iterator[Block]:
        yield Heading(text=_name(goal), level=min(level, _DEEPEST))
        yield from map(_fact, goal.states)
        if goal.assessed:
            yield self._own_verdict(goal, goal.assessed)
        for table in goal.tables:
            yield self._indicators(table, goal)
        if goal.work:
            yield self._work(goal)
        if self._assignments:
            yield from self._lists(goal.assignments, many_of("assignments"))
        yield from _links(goal)
        for name in goal.empty:
            yield _fact(Fact(label=name, text="–"))
        for child in goal.children:
            yield from self._goal(child, level + 1)

    def _own_verdict(self, goal: GoalPart, assessed: Assessed) -> Block:
        return self._table(goal.level, (), self._rows((Run(text=goal.title),), "", (), assessed, 0), goal)

    def _work(self, goal: GoalPart) -> Block:
        kinds = {each.kind for row in goal.work for each in (row, *row.below)}
        title = many_of(kinds.pop()) if len(kinds) == 1 else _("Delmål och delaktiviteter")
        return self._table(title, (), (made for row in goal.work for made in self._work_rows(row, 0)), goal)

    def _work_rows(self, row: WorkRow, level: int) -> Iterator[Row]:
        standing = (Run(text=f"\n{row.standing}", quiet=True),) if row.standing else ()
        yield from self._rows((*labelled(row.label, row.text), *standing), "", (), row.assessed, level)
        for below in row.below:
            yield from self._work_rows(below, level + 1)

    # Indicators

    def _indicators(self, table: IndicatorTable, goal: GoalPart) -> Block:
        return self._table(
            table.title, table.columns, (made for row in table.rows for made in self._indicator(row)), goal
        )

    def _indicator(self, row: IndicatorRow) -> Iterator[Row]:
        values = tuple(map(plain, row.values))
        yield from self._rows((Run(text=row.title),), row.criterion, values, row.assessed, 0)
        if self._parameters:
            for parameter in row.parameters:
                none = ("",) * len(values)
                yield from self._rows((Run(text=parameter.name),), parameter.criterion, none, parameter.assessed, 1)

    # Tables of things with verdicts

    def _table(self, title: str, columns: Sequence[str], rows: Iterable[Row], goal: GoalPart) -> Block:
        """One thing a row: its values, its verdict and, where the page is wide enough, what is said of it."""
        beside = self._comments_beside(len(columns))
        return Table(
            header=(title, *columns, _("Bedömning"), *((_("Kommentar"),) if beside else ())),
            rows=tuple(rows),
            widths=self._widths(len(columns), beside=beside),
            summary=_("{what} under {goal}, med bedömning.").format(what=title, goal=_name(goal)),
        )

    def _rows(
        self, name: tuple[Run, ...], criterion: str, values: Sequence[Text], assessed: Assessed | None, level: int
    ) -> Iterator[Row]:
        """The row of a thing. What does not fit beside its values follows in a row across the whole table."""
        verdict: Cell = status(assessed.cell, assessed.decided) if assessed else ""
        criteria, beside = _criteria(criterion), self._comments_beside(len(values))
        said = _remarks(assessed) if self._comments else ()
        is_short = len(words(said)) <= _SHORT
        if beside:
            comment = said if is_short else ()
            yield Row(cells=(_lines(name, criteria), *values, verdict, comment), level=level)
        else:
            yield Row(cells=(name, *values, verdict), level=level)
        below = _lines(() if beside else criteria, () if beside and is_short else self._said_below(assessed))
        if below:
            yield Row(cells=(below,), level=level + 1)

    def _said_below(self, assessed: Assessed | None) -> tuple[Run, ...]:
        return _remarks(assessed, _("Kommentar")) if self._comments else ()

    def _widths(self, values: int, *, beside: bool) -> tuple[float, ...]:
        """Shares of the text's width: enough for "Kan ej bedömas" and for "Bibehålla/öka" on one line."""
        verdict, value = (13.0, 9.7 if values <= _MOST_BESIDE else 8.0) if self._wide else (18.0, 13.0)
        comment = ((24.0 if values else 40.0),) if beside else ()
        name = 100 - verdict - value * values - sum(comment)
        return (max(name, 25), *(value,) * values, verdict, *comment)

    def _comments_beside(self, values: int) -> bool:
        return self._comments and values <= (_MOST_BESIDE if self._wide else 0)

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
        if row.assessed and self._comments and row.assessed.remarks:
            yield Run(text="\n")
            yield from _remarks(row.assessed, _("Kommentar"))


def counts_table(found: FollowUp) -> Iterator[Block]:
    """How many got which verdict. They are counted, never added up to a verdict."""
    rows = [Row(cells=(row.kind, *map(str, row.numbers), str(row.total))) for row in found.counts]
    if rows:
        yield Table(
            header=(_("Antal"), *found.verdicts, _("Totalt")),
            rows=tuple(rows),
            widths=(18, *(max(len(word), 5) + 2 for word in (*found.verdicts, _("Totalt")))),
            summary=_("Hur många som har fått varje bedömning."),
        )


def _legend(title: str, rows: Sequence[LegendRow]) -> Iterator[Block]:
    entries = tuple(LegendEntry(status=status(row.cell), meaning=row.meaning) for row in rows)
    if entries:
        yield Legend(title=title, entries=entries)


def _name(goal: GoalPart) -> str:
    """`Mål 2.1.1: Vi främjar hälsa`."""
    return f"{goal.level} {goal.number}".strip() + f": {goal.title}"


def _links(goal: GoalPart) -> Iterator[Block]:
    """What the goal points at, one kind a row."""
    if goal.links:
        yield Table(
            header=(_("Koppling"), _("Till")),
            rows=tuple(Row(cells=(link.label, link.text)) for link in goal.links),
            widths=(3, 7),
            summary=_("Det som {goal} är kopplat till.").format(goal=_name(goal)),
        )


def _fact(fact: Fact) -> Paragraph:
    return Paragraph(text=labelled(fact.label, fact.text))


def _criteria(criterion: str) -> tuple[Run, ...]:
    return (Run(text=_("Bedömningsgrund: {text}").format(text=criterion), quiet=True),) if criterion else ()


def _remarks(assessed: Assessed | None, unlabelled: str = "") -> tuple[Run, ...]:
    """The justification, under a label where it stands alone, then what each party says, on lines of their own."""
    remarks = assessed.remarks if assessed else ()
    return _lines(*(labelled(remark.label or unlabelled, remark.text) for remark in remarks))


def _lines(*texts: tuple[Run, ...]) -> tuple[Run, ...]:
    """Texts below each other in one cell; the empty ones left out."""
    runs: list[Run] = []
    for text in filter(None, texts):
        runs += [Run(text="\n"), *text] if runs else text
    return tuple(runs)


_TITLE: Final = mark("Uppföljning per mål")

KIND: Final = SheetKind(
    code="follow-up",
    source_title=_TITLE,
    group=Group.FOLLOW_UP,
    scope=Scope.VERDICTS,
    maker=follow_up_sheet,
    options=(COMMENTS, _PARAMETERS, _ASSIGNMENTS, LEGEND),
    appendix="1",
)
