"""The sheet "Uppföljning per målområde": a page for each goal of the top level, with what asks for attention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from regdesk.formats import format_iso_date
from regdesk.i18n import _, mark
from regdesk.sheets.blocks import Block, Cell, Heading, PageBreak, Paragraph, Row, Run, Sheet, Table
from regdesk.sheets.follow_up_tables import remarks
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.status import status
from regdesk.sheets.verdict_summary import counted, legends, opening
from regdesk.viewmodels.follow_up_areas import Area, AreaGoal, Finding, LateWork, follow_up_areas
from regdesk.viewmodels.follow_up_parts import Assessed, FollowUp
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.sheet_options import CHARTS, COMMENTS, LEGEND, TREND, Scope, choice, tick
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.top_goals import TOP_GOAL

_GOALS: Final = tick("goals", mark("Tabell över &målen"))
_LATE: Final = tick("late", mark("Försenat arbete"))
_RISKS: Final = tick("risks", mark("&Röda risker"))
_NO_LATE: Final = mark("Inga uppdrag eller delaktiviteter är försenade.")
_NO_RISKS: Final = mark("Inga röda risker är kopplade till målen.")
_PAGES: Final = tick("pages", mark("Var&je område på ny sida"))
_IN_PLAN: Final = "plan"
_SORT: Final = choice(
    "sort", mark("&Ordning"), {"verdict": mark("Efter bedömning, Nej först"), _IN_PLAN: mark("Som i planen")}
)


def follow_up_areas_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language."""
    found, areas = follow_up_areas(request, request.answer(TOP_GOAL))
    return framed(request, _Maker(request).blocks(found, areas), document_type=_("Uppföljning"), title=_(_TITLE))


@dataclass(frozen=True, slots=True)
class _Maker:
    request: SheetRequest

    def blocks(self, found: FollowUp, areas: Iterable[Area]) -> Iterator[Block]:
        trend, is_chapter = self.request.has(TREND), self.request.is_chapter
        yield from opening(found, trend=trend, is_chapter=is_chapter)
        if self.request.has(LEGEND):
            yield from legends(found, trend=trend, is_chapter=is_chapter)
        if not found.goals:
            yield Paragraph(text=_("Planen har inga mål."))
        for place, area in enumerate(areas):
            if place and self.request.has(_PAGES):
                yield PageBreak()
            yield from self._area(area, found)

    def _area(self, area: Area, found: FollowUp) -> Iterator[Block]:
        yield Heading(text=area.part.name)
        yield from counted(found.verdicts, area.counts, charts=self.request.has(CHARTS))
        if not area.counts:
            yield Paragraph(text=_("Här finns inget att bedöma."))
        if self.request.has(_GOALS) and area.goals:
            yield self._goals(area)
        if area.counts:
            yield Heading(text=_("Det som har fått Nej, Delvis eller Kan ej bedömas"), level=3)
            yield self._findings(area)
        late, risks = self.request.has(_LATE), self.request.has(_RISKS)
        if late and risks and not area.late and not area.risks:
            yield Heading(text=_("Försenat arbete och röda risker"), level=3)
            yield Paragraph(text=f"{_(_NO_LATE)} {_(_NO_RISKS)}")
            return
        if late:
            yield Heading(text=_("Försenat arbete"), level=3)
            yield _late(area)
        if risks:
            yield Heading(text=_("Röda risker"), level=3)
            yield _risks(area)

    def _goals(self, area: Area) -> Block:
        """Each goal with its own verdict and the counts below it; only columns that say something."""
        columns = [(title, texts) for title, texts in _counts(area) if any(texts)]
        own = any(goal.assessed for goal in area.goals)
        return Table(
            header=(_("Mål"), *((_("Bedömning"),) if own else ()), *(title for title, _texts in columns)),
            rows=tuple(
                Row(
                    cells=(goal.name, *self._own(goal, own=own), *(texts[place] or "–" for _t, texts in columns)),
                    level=goal.depth,
                )
                for place, goal in enumerate(area.goals)
            ),
            widths=(34, *((18,) if own else ()), *(24 for _column in columns)),
            summary=_(
                "Målen under {goal} och hur många av det som hör till vart och ett som har fått varje bedömning."
            ).format(goal=area.part.name),
        )

    def _own(self, goal: AreaGoal, *, own: bool) -> tuple[Cell, ...]:
        return ((self._status(goal.assessed) if goal.assessed else "–"),) if own else ()

    def _status(self, assessed: Assessed) -> Cell:
        return status(assessed.cell, assessed.trend if self.request.has(TREND) else "")

    def _findings(self, area: Area) -> Block:
        if not area.findings:
            return Paragraph(
                text=_("Allt som är bedömt har fått Ja.") if area.is_assessed else _("Inget är bedömt än.")
            )
        findings = area.findings if self.request.answer(_SORT) == _IN_PLAN else area.by_verdict()
        comments = self.request.has(COMMENTS)
        return Table(
            header=(_("Vad"), _("Bedömning"), *((_("Kommentar"),) if comments else ())),
            rows=tuple(self._finding(each, comments=comments) for each in findings),
            widths=(40, 18, 42) if comments else (80, 20),
            summary=_("Det under {goal} som har fått Nej, Delvis eller Kan ej bedömas.").format(goal=area.part.name),
        )

    def _finding(self, found: Finding, *, comments: bool) -> Row:
        place = ", ".join(filter(None, (found.kind, found.place)))
        name = (Run(text=found.name), Run(text=f"\n{place}", quiet=True))
        return Row(cells=(name, self._status(found.assessed), *((remarks(found.assessed),) if comments else ())))


def _counts(area: Area) -> tuple[tuple[str, list[str]], ...]:
    """The columns of counts with a text for each goal."""
    return (
        (many_of("indicators"), [goal.indicators for goal in area.goals]),
        (_("Delmål och delaktiviteter"), [goal.work for goal in area.goals]),
        (many_of("assignments"), [goal.assignments for goal in area.goals]),
    )


def _late(area: Area) -> Block:
    if not area.late:
        return Paragraph(text=_(_NO_LATE))
    return Table(
        header=(_("Uppdrag eller delaktivitet"), _("Klart senast"), _("Försenat"), _("Status")),
        rows=tuple(_late_row(each) for each in area.late),
        widths=(46, 18, 16, 20),
        summary=_("Försenat arbete under {goal}, det som är mest försenat först.").format(goal=area.part.name),
    )


def _late_row(each: LateWork) -> Row:
    due = format_iso_date(each.due) if each.due else "–"
    return Row(cells=(each.name, due, each.late or "–", status(each.status)))


def _risks(area: Area) -> Block:
    if not area.risks:
        return Paragraph(text=_(_NO_RISKS))
    return Table(
        header=(_("Risk"), _("Riskvärde")),
        rows=tuple(Row(cells=(risk.title, status(risk.value))) for risk in area.risks),
        widths=(76, 24),
        summary=_("Röda risker som är kopplade till {goal} eller till mål under det.").format(goal=area.part.name),
    )


_TITLE: Final = mark("Uppföljning per målområde")

KIND: Final = SheetKind(
    code="follow-up-areas",
    source_title=_TITLE,
    group=Group.FOLLOW_UP,
    scope=Scope.VERDICTS,
    maker=follow_up_areas_sheet,
    options=(TOP_GOAL, _SORT, COMMENTS, TREND, CHARTS, _GOALS, _LATE, _RISKS, _PAGES, LEGEND),
)
