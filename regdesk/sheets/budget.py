"""The sheet "Ekonomiska ramar": frames by line and year with their sums, and the financial goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from regdesk.formats import format_list
from regdesk.i18n import _, current_language, mark
from regdesk.sheets.blocks import (
    Block,
    Heading,
    KeepTogether,
    Orientation,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Sheet,
    Table,
    Text,
)
from regdesk.sheets.follow_up_tables import remarks
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.status import plain, status
from regdesk.viewmodels.economy import Economy, FinancialRow, FrameRow, economy
from regdesk.viewmodels.sheet_options import COMMENTS, Scope, choice, tick
from regdesk.viewmodels.sheet_request import SheetRequest

_NAME: Final = {Orientation.PORTRAIT: 24.0, Orientation.LANDSCAPE: 17.0}
"""The share of the text's width that the names of lines need at least."""

_LETTER: Final = {Orientation.PORTRAIT: 1.2, Orientation.LANDSCAPE: 0.8}
"""The share that a letter of an amount takes."""

_AIR: Final = 2
"""Letters that the space between two amounts takes."""

_LONGEST: Final = 20
"""Letters of an amount that stand on one line."""

_WHOLE: Final = 100.0
_ONE: Final = "one"

_OUTCOME: Final = tick("outcome", mark("&Utfall, prognos och skillnad"))
_NOTES: Final = tick("notes", mark("An&märkningar till beloppen"))
_GOALS: Final = tick("financial-goals", mark("&Finansiella mål"))
_UNIT: Final = choice(
    "unit", mark("En&het"), {"written": mark("Som beloppen är skrivna"), _ONE: mark("Allt i samma enhet")}
)


def budget_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language. Without an orientation the page is turned when the years ask for it."""
    found = economy(request, outcome=request.has(_OUTCOME), in_one_unit=request.answer(_UNIT) == _ONE)
    turned = Orientation(request.orientation) if request.orientation else _fitting(found)
    blocks = _blocks(request, found, turned)
    return framed(request, blocks, document_type=_("Ekonomi"), title=_(_TITLE), turned=turned)


def _fitting(found: Economy) -> Orientation:
    widths = sum(_width(found, place, Orientation.PORTRAIT) for place in range(len(found.columns)))
    return Orientation.LANDSCAPE if widths + _NAME[Orientation.PORTRAIT] > _WHOLE else Orientation.PORTRAIT


def _blocks(request: SheetRequest, found: Economy, turned: Orientation) -> Iterator[Block]:
    yield Heading(text=_("Ramar"))
    if found.rows:
        yield Paragraph(text=_counted_in(found), role=ParagraphRole.INTRODUCTION)
        yield from (_frames(found, places, turned) for places in _divided(found, turned))
    else:
        yield Paragraph(text=_("Inga ekonomiska ramar är upptagna."))
    if found.notes and request.has(_NOTES):
        yield KeepTogether(blocks=(_notes(found),))
    if request.has(_GOALS):
        yield Heading(text=_("Finansiella mål"))
        yield from _financial(found, comments=request.has(COMMENTS))


# Frames


def _width(found: Economy, place: int, turned: Orientation) -> float:
    """The share that a column needs for its longest amount, or word of its title."""
    texts = [row.cells[place].text for row in found.rows if row.cells]
    longest = max(map(_letters, (*texts, *found.columns[place].title.split())))
    return (min(longest, _LONGEST) + _AIR) * _LETTER[turned]


def _letters(text: str) -> float:
    """How long a text is; a space between figures is half a letter wide."""
    return len(text) - 0.5 * sum(map(str.isspace, text))


def _divided(found: Economy, turned: Orientation) -> Iterator[list[int]]:
    """The places of the columns that fit beside each other; a year is divided only where it alone does not fit."""
    group: list[int] = []
    room = _WHOLE - _NAME[turned]
    for _of_year, year in groupby(range(len(found.columns)), key=lambda place: found.columns[place].year):
        places = list(year)
        if group and sum(_width(found, place, turned) for place in (*group, *places)) > room:
            yield group
            group = []
        group += places
    yield group


def _counted_in(found: Economy) -> str:
    told = _("Beloppen är i {unit}.").format(unit=found.unit)
    mixed = _("Ett belopp i en annan enhet har sin enhet efter sig, och dess kolumn har ingen summa.")
    return f"{told} {mixed}" if found.is_mixed else told


def _frames(found: Economy, places: Sequence[int], turned: Orientation) -> Block:
    columns = [found.columns[place] for place in places]
    years = format_list(
        [str(year) for year in dict.fromkeys(column.year for column in columns)], language=current_language()
    )
    widths = [_width(found, place, turned) for place in places]
    return Table(
        header=(_("Rad"), *(column.title for column in columns)),
        rows=tuple(_frame_row(row, places) for row in found.rows),
        widths=(max(_NAME[turned], _WHOLE - sum(widths)), *widths),
        summary=_("Ekonomiska ramar {years}, en rad i taget.").format(years=years),
    )


def _frame_row(row: FrameRow, places: Sequence[int]) -> Row:
    name = (Run(text=row.name, strong=row.is_sum),)
    if not row.cells:
        return Row(cells=(name,))
    return Row(cells=(name, *(_amount(row.cells[place].text, strong=row.is_sum) for place in places)))


def _amount(text: str, *, strong: bool) -> Text:
    return (Run(text=text, strong=strong),)


def _notes(found: Economy) -> Block:
    return Table(
        header=(_("Anmärkning till"), _("Belopp"), _("Anmärkning")),
        rows=tuple(Row(cells=(note.line, note.column, note.text)) for note in found.notes),
        widths=(28, 16, 56),
        summary=_("Det som är sagt om enskilda belopp."),
    )


# Financial goals


def _financial(found: Economy, *, comments: bool) -> Iterator[Block]:
    if not found.goals:
        yield Paragraph(text=_("Inga finansiella mål är upptagna."))
        return
    if found.decided:
        yield Paragraph(text=_("Bedömt: {decision}.").format(decision=found.decided), role=ParagraphRole.INTRODUCTION)
    yield Table(
        header=(_("Mål och indikator"), _("Senaste utfall"), _("Målnivå"), _("Bedömning")),
        rows=tuple(row for goal, rows in _by_goal(found.goals) for row in _goal_rows(goal, rows, comments=comments)),
        widths=(46, 18, 18, 18),
        summary=_("Finansiella mål med utfall, målnivå och bedömning."),
    )


def _by_goal(rows: Sequence[FinancialRow]) -> Iterator[tuple[str, list[FinancialRow]]]:
    found: dict[str, list[FinancialRow]] = {}
    for row in rows:
        found.setdefault(row.goal, []).append(row)
    yield from found.items()


def _goal_rows(goal: str, rows: Sequence[FinancialRow], *, comments: bool) -> Iterator[Row]:
    """The goal's name over its indicators; a goal without any has its verdict beside its name."""
    if any(row.indicator for row in rows):
        yield Row(cells=((Run(text=goal, strong=True),),))
    for row in rows:
        name, level = ((Run(text=row.indicator),), 1) if row.indicator else ((Run(text=goal, strong=True),), 0)
        yield Row(
            cells=(
                name,
                plain(row.outcome),
                plain(row.target),
                status(row.assessed.cell, row.assessed.decided) if row.assessed else "",
            ),
            level=level,
        )
        if comments and row.assessed and row.assessed.remarks:
            yield Row(cells=(remarks(row.assessed, _("Kommentar")),), level=level + 1)


_TITLE: Final = mark("Ekonomiska ramar")

KIND: Final = SheetKind(
    code="budget",
    source_title=_TITLE,
    group=Group.WORK,
    scope=Scope.REGISTER,
    maker=budget_sheet,
    options=(_OUTCOME, _NOTES, _GOALS, COMMENTS, _UNIT),
)
