"""The sheet "Årshjul": the board's year as a wheel on a page, and its dates month by month."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import Block, Figure, Heading, Orientation, PageBreak, Paragraph, Row, Run, Sheet, Table
from regdesk.sheets.framing import framed, notice_room
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.wheels import Page, year_drawing
from regdesk.viewmodels.annual_sheet import AnnualSheet, YearDate, annual_sheet
from regdesk.viewmodels.sheet_options import Option, Scope, tick
from regdesk.viewmodels.sheet_request import SheetRequest

_WHEEL: Final = tick("wheel", mark("&Hjulet"))
_TABLE: Final = tick("table", mark("&Tabell"))
_RULES: Final = tick("rules", mark("Re&gel och källa"))
_LANES: Final[Mapping[str, Option]] = {
    "meeting": tick("meeting", mark("&Möten")),
    "deadline": tick("deadline", mark("S&lutdatum")),
    "report_back": tick("report_back", mark("Åter&rapportering")),
    "supervision": tick("supervision", mark("&Uppsikt och kontroll")),
    "report": tick("report", mark("Rapp&orter")),
}
"""By the code of the lane, in their order."""

_PAGES: Final = {
    Orientation.PORTRAIT: Page(width=165, height=198),
    Orientation.LANDSCAPE: Page(width=259, height=112),
}
"""In mm: what the first page holds beside head, foot and title."""


def annual_cycle_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language, upright where nothing else is asked for, which gives the largest wheel."""
    turned = Orientation(request.orientation) if request.orientation else Orientation.PORTRAIT
    title = _("Årshjul {year}").format(year=request.year)
    page = _PAGES[turned]
    blocks = _blocks(request, page._replace(height=page.height - notice_room(request)))
    return framed(request, blocks, document_type=_("Översikt"), title=title, subtitle="", turned=turned)


def _blocks(request: SheetRequest, page: Page) -> Iterator[Block]:
    lanes = [lane for lane, option in _LANES.items() if request.has(option)]
    found = annual_sheet(request, lanes)
    wheel, table = request.has(_WHEEL), request.has(_TABLE)
    if not found.months:
        yield Paragraph(text=_("Inga datum infaller under {year}.").format(year=request.year))
        return
    if wheel:
        yield from _wheel(found, lanes, page, explained=table)
    if wheel and table:
        yield PageBreak()
        yield Heading(text=_("Årets datum"))
    if table:
        yield _table(found, rules=request.has(_RULES), numbered=wheel)
    if table and request.has(_RULES) and found.rules:
        yield Heading(text=_("Så räknas dagarna"))
        yield _rules(found)


def _wheel(found: AnnualSheet, lanes: Collection[str], page: Page, *, explained: bool) -> Iterator[Block]:
    """The drawing, and where its numbers are told what they are."""
    yield Figure(
        image=year_drawing(found, lanes, page),
        alt=found.spoken,
        caption=_("Siffrorna börjar om på 1 i varje månad och ring. I tabellen står vad de betyder.")
        if explained
        else "",
    )


def _table(found: AnnualSheet, *, rules: bool, numbered: bool) -> Block:
    """Each date in a row, under its month."""
    return Table(
        header=(_("Dag"), _("Slag"), _("Vad")),
        rows=tuple(_rows(found, rules=rules, numbered=numbered)),
        widths=(13, 23, 64),
        summary=_("Årets datum månad för månad."),
    )


def _rows(found: AnnualSheet, *, rules: bool, numbered: bool) -> Iterator[Row]:
    for month in found.months:
        yield Row(cells=((Run(text=month.name, strong=True),),))
        for each in month.dates:
            why = (Run(text=f"\n{each.why}", quiet=True),) if rules and each.why else ()
            yield Row(cells=(each.day, _kind(each, numbered=numbered), (Run(text=each.what), *why)))


def _rules(found: AnnualSheet) -> Block:
    """Where the days come from, each rule once."""
    return Table(
        header=(_("Vad"), _("Räknas"), _("Källa")),
        rows=tuple(Row(cells=(rule.title, rule.counted, rule.source or "–")) for rule in found.rules),
        widths=(28, 34, 38),
        summary=_("Reglerna som årets datum kommer av, med källa."),
    )


def _kind(each: YearDate, *, numbered: bool) -> str:
    """`Slutdatum 2`, as the mark in the wheel has it."""
    return f"{each.lane} {each.number}" if numbered else each.lane


_TITLE: Final = mark("Årshjul")

KIND: Final = SheetKind(
    code="annual-cycle",
    source_title=_TITLE,
    group=Group.OVERVIEW,
    scope=Scope.YEAR,
    maker=annual_cycle_sheet,
    options=(_WHEEL, _TABLE, _RULES, *_LANES.values()),
)
