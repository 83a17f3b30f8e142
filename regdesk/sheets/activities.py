"""The sheet "Delaktiviteter och strategiska områden": the way from present to wished, and what leads there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Cell,
    FigureCell,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Sheet,
    Table,
)
from regdesk.sheets.drawings import Area, Drawing, Hue, Shape
from regdesk.sheets.follow_up_tables import remarks
from regdesk.sheets.framing import framed
from regdesk.sheets.goal_links import links_table
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.status import aside, labelled, stacked, status
from regdesk.sheets.verdict_summary import legend
from regdesk.viewmodels.activity_follow_up import (
    OVER,
    SORT,
    ActivityArea,
    ActivityCount,
    ActivityFollowUp,
    ActivityLine,
    activity_follow_up,
)
from regdesk.viewmodels.counts import percent_text
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.sheet_options import CHARTS, COMMENTS, LEGEND, Scope, tick
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.top_goals import TOP_GOAL

_TITLE: Final = mark("Delaktiviteter och strategiska områden")

_STATES: Final = tick("states", mark("Tillst&ånd och delmål"))
_MILESTONES: Final = tick("milestones", mark("M&ilstolpar"))
_LINKS: Final = tick("links", mark("Kopplingar"))

_DEEPEST: Final = 6
_NOTHING: Final = "–"
_BAR_WIDTH: Final = 20.0
_BAR_HEIGHT: Final = 3.4


def activities_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language."""
    blocks = _Maker(request).blocks(activity_follow_up(request))
    return framed(request, blocks, document_type=_("Delaktiviteter"), title=_(_TITLE))


class _Maker:
    """Makes the blocks. A report has its decisions, its legend and the links of its goals in other places."""

    def __init__(self, request: SheetRequest) -> None:
        self._states = request.has(_STATES)
        self._milestones = request.has(_MILESTONES)
        self._is_chapter = request.is_chapter
        self._links = request.has(_LINKS) and not request.is_chapter
        self._comments = request.has(COMMENTS)
        self._charts = request.has(CHARTS)
        self._legend = request.has(LEGEND)
        self._days = True

    def blocks(self, found: ActivityFollowUp) -> Iterator[Block]:
        if not found.areas:
            yield Paragraph(text=_("Inga delaktiviteter är upptagna."), role=ParagraphRole.LEAD)
            return
        if not self._is_chapter:
            yield Paragraph(text=found.decided, role=ParagraphRole.LEAD)
        if found.counts:
            yield _counts(found.counts)
        if self._legend and not self._is_chapter:
            yield from legend(_("Så läses bedömningarna"), found.symbols)
        self._days = any(_has_day(line) for area in found.areas for line in area.lines)
        if not self._days:
            yield Paragraph(text=_("Registret anger inte när delaktiviteterna ska vara klara."))
        for area in found.areas:
            yield from self._area(area)
        yield from _left_out(found.left_out)

    def _area(self, area: ActivityArea) -> Iterator[Block]:
        yield Heading(text=area.goal.name, level=min(2 + area.depth, _DEEPEST))
        if self._states and area.steps:
            yield _way(area)
        if area.lines:
            yield self._table(area)
        elif area.goal.work:
            yield Paragraph(text=_("Inga öppna delaktiviteter."))
        if self._links and area.goal.work:
            yield KeepTogether(blocks=tuple(links_table(area.goal)))

    def _table(self, area: ActivityArea) -> Block:
        bars = self._charts and any(_has_progress(line) for line in area.lines)
        columns = (
            *(((_("Klar senast"), 17),) if self._days else ()),
            (_("Läge"), 17),
            *(((_("Framdrift"), 14),) if bars else ()),
            (_("Bedömning"), 20),
        )
        return Table(
            header=(_("Delaktivitet"), *(title for title, _width in columns)),
            rows=tuple(row for line in area.lines for row in self._rows(line, area, 0, bars=bars)),
            widths=(102 - sum(width for _title, width in columns), *(width for _title, width in columns)),
            summary=_("Delaktiviteter under {goal}, med läge och bedömning.").format(goal=area.goal.name),
        )

    def _cells(
        self, name: tuple[Run, ...], due: Cell, state: Cell, bar: Cell | None, verdict: Cell
    ) -> tuple[Cell, ...]:
        """A row's cells; without the day where nothing has one, and without a bar where it is None."""
        return (name, *((due,) if self._days else ()), state, *(() if bar is None else (bar,)), verdict)

    def _rows(self, line: ActivityLine, area: ActivityArea, level: int, *, bars: bool) -> Iterator[Row]:
        """A delmål or delaktivitet, what is told of it across the whole table, its milestones, and those below it."""
        verdict: Cell = status(line.assessed.cell, line.assessed.decided) if line.assessed else ""
        state: Cell = status(line.status, line.status_note) if line.status else ""
        bar = _bar(line.progress) if bars else None
        yield Row(cells=self._cells(self._named(line, area), _due(line), state, bar, verdict), level=level)
        told = stacked(
            labelled(_("Skäl"), line.reason) if line.reason else (),
            remarks(line.assessed, _("Kommentar")) if self._comments else (),
        )
        if told:
            yield Row(cells=(told,), level=level + 1)
        for milestone in line.milestones if self._milestones else ():
            name, reached = labelled(one_of("milestones"), milestone.text), status(milestone.state, milestone.note)
            yield Row(cells=self._cells(name, milestone.due, reached, "" if bars else None, ""), level=level + 1)
        for below in line.below:
            yield from self._rows(below, area, level + 1, bars=bars)

    def _named(self, line: ActivityLine, area: ActivityArea) -> tuple[Run, ...]:
        """A delmål that the way above has in full by its label alone."""
        if line.label and self._states and any(step == Fact(label=line.label, text=line.text) for step in area.steps):
            return (Run(text=line.label, strong=True),)
        responsible = (Fact(label=_("Ansvarig"), text=line.responsible),) if line.responsible else ()
        return stacked(labelled(line.label, line.text), aside(responsible))


def _counts(counts: Sequence[ActivityCount]) -> Block:
    return Table(
        header=(
            _("Antal per mål"),
            _("Öppna"),
            _("varav efter sitt datum"),
            _("Genomförda"),
            _("Avförda"),
            _("Totalt"),
        ),
        rows=tuple(Row(cells=(each.goal, *map(str, each.numbers))) for each in counts),
        widths=(34, 9, 15, 17, 12, 10),
        summary=_("Hur många delaktiviteter varje mål har, och hur de står."),
    )


def _way(area: ActivityArea) -> Block:
    """The steps beside each other, from the present to what is wished for."""
    return Table(
        header=tuple(step.label for step in area.steps),
        rows=(Row(cells=tuple(step.text for step in area.steps)),),
        widths=(1.0,) * len(area.steps),
        row_headers=False,
        summary=_("Vägen för {goal}, från vänster till höger.").format(goal=area.goal.name),
    )


def _due(line: ActivityLine) -> Cell:
    if line.due is None:
        return line.due_note or (_NOTHING if line.status else "")
    if line.due.symbol:
        return status(line.due, line.due_note)
    return "\n".join(filter(None, (line.due.text, line.due_note)))


def _has_day(line: ActivityLine) -> bool:
    """Whether a delaktivitet, or a milestone of it, has any day."""
    own = bool(line.due or line.due_note) or any(milestone.due for milestone in line.milestones)
    return own or any(map(_has_day, line.below))


def _has_progress(line: ActivityLine) -> bool:
    return line.progress is not None or any(map(_has_progress, line.below))


def _bar(progress: int | None) -> Cell:
    """How far work has come; the number stands beside it."""
    if progress is None:
        return ""
    shapes: list[Shape] = [Area.box(0, 0, _BAR_WIDTH, _BAR_HEIGHT, Hue.PAPER, Hue.QUIET)]
    done = _BAR_WIDTH * min(max(progress, 0), 100) / 100
    if done:
        shapes.append(Area.box(0, 0, done, _BAR_HEIGHT, Hue.ACCENT))
    drawing = Drawing(width=_BAR_WIDTH, height=_BAR_HEIGHT, shapes=tuple(shapes))
    return FigureCell(drawing=drawing, alt=_("{percent} klart").format(percent=percent_text(progress)))


def _left_out(names: Sequence[str]) -> Iterator[Block]:
    if names:
        yield Heading(text=_("Utelämnade mål"))
        yield Paragraph(text=_("De här målen har varken delmål eller delaktiviteter:"), role=ParagraphRole.INTRODUCTION)
        yield BulletList.of(*names)


KIND: Final = SheetKind(
    code="activities",
    source_title=_TITLE,
    group=Group.WORK,
    scope=Scope.VERDICTS,
    maker=activities_sheet,
    options=(TOP_GOAL, SORT, OVER, _STATES, _MILESTONES, COMMENTS, CHARTS, _LINKS, LEGEND),
)
