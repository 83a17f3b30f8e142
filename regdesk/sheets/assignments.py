"""The sheet "Uppdragslista och beslutsuppföljning": what was decided, by whom, how old it is and how it is going."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    Cell,
    Heading,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Sheet,
    Table,
)
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.status import aside, labelled, stacked, status, told
from regdesk.viewmodels.assignment_choices import ONLY, OVER, REPORTS, SORT
from regdesk.viewmodels.assignment_follow_up import assignment_follow_up
from regdesk.viewmodels.assignment_follow_up_parts import (
    AssignmentCount,
    AssignmentFollowUp,
    AssignmentLine,
    AssignmentPart,
)
from regdesk.viewmodels.sheet_options import COMMENTS, Scope
from regdesk.viewmodels.sheet_request import SheetRequest

_TITLE: Final = mark("Uppdragslista och beslutsuppföljning")

_NOTHING: Final = "–"


def assignments_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language."""
    found = assignment_follow_up(request)
    return framed(request, _blocks(found), document_type=_("Uppdrag"), title=_(_TITLE))


def _blocks(found: AssignmentFollowUp) -> Iterator[Block]:
    yield Paragraph(text=found.told, role=ParagraphRole.LEAD)
    if found.counts:
        yield _counts(found.counts)
    yield from _part(found.open, is_open=True)
    for part in found.over:
        yield from _part(part, is_open=False)


def _counts(counts: tuple[AssignmentCount, ...]) -> Block:
    return Table(
        header=(_("Antal"), _("Öppna"), _("varav efter sitt datum"), _("Genomförda"), _("Avförda"), _("Totalt")),
        rows=tuple(Row(cells=(each.kind, *map(str, each.numbers))) for each in counts),
        widths=(22, 12, 22, 17, 14, 12),
        summary=_("Hur många uppdrag som är öppna, har passerat sitt datum, är genomförda och är avförda."),
    )


def _part(part: AssignmentPart, *, is_open: bool) -> Iterator[Block]:
    """The uppdrag of a part. What the register says of none of them has no column, and is said once."""
    yield Heading(text=part.title)
    if not part.groups:
        yield Paragraph(text=part.nothing)
        return
    columns = [column for column in _COLUMNS if column.is_wanted(part, is_open)]
    if is_open and not (part.has_origins and part.has_days):
        yield Paragraph(text=_unknown(part))
    for title, groups in groupby(part.groups, key=lambda group: group.title):
        if title:
            yield Heading(text=title, level=3)
        yield _table(title or part.title, [line for group in groups for line in group.lines], columns)


def _table(title: str, listed: Sequence[AssignmentLine], columns: Sequence[_Column]) -> Block:
    return Table(
        header=(_("Uppdrag"), *(_(column.source_title) for column in columns), _("Status")),
        rows=tuple(row for line in listed for row in _rows(line, 0, columns)),
        widths=(_WIDTH - sum(column.width for column in columns), *(column.width for column in columns), _STATUS),
        summary=_("{part}. Det som är sagt om ett uppdrag står under det.").format(part=title),
    )


def _unknown(part: AssignmentPart) -> str:
    if part.has_origins:
        return _("Registret anger inte när de ska vara klara.")
    if part.has_days:
        return _("Registret anger inte när de är beslutade.")
    return _("Registret anger varken när de är beslutade eller när de ska vara klara.")


def _rows(line: AssignmentLine, level: int, columns: Sequence[_Column]) -> Iterator[Row]:
    """An uppdrag, what is told of it across the whole table, and those below it."""
    if line.status is None:
        yield Row(cells=((Run(text=line.text, quiet=True),),), level=level)
        return
    nothing = "" if level else _NOTHING
    cells = (column.cell(line) or nothing for column in columns)
    yield Row(cells=(_named(line), *cells, status(line.status, line.status_note)), level=level)
    if line.told:
        yield Row(cells=(told(line.told),), level=level + 1)
    for below in line.below:
        yield from _rows(below, level + 1, columns)


def _named(line: AssignmentLine) -> tuple[Run, ...]:
    return stacked(labelled(line.kind, line.text), aside(line.facts))


def _due(line: AssignmentLine) -> Cell:
    """The day; a mark and how late it is where it has passed, and the law that gives it."""
    if line.due is None:
        return ""
    if line.due.symbol:
        return status(line.due, line.due_note)
    return "\n".join(filter(None, (line.due.text, line.due_note)))


class _Column(NamedTuple):
    """A column between an uppdrag and its status: its share of the width, what it shows, and in which parts."""

    source_title: str
    width: int
    cell: Callable[[AssignmentLine], Cell]
    is_wanted: Callable[[AssignmentPart, bool], bool]


_COLUMNS: Final = (
    _Column(mark("Beslutat"), 21, lambda line: "\n".join(line.origin), lambda part, _is_open: part.has_origins),
    _Column(mark("Ålder"), 10, lambda line: line.age, lambda part, is_open: is_open and part.has_origins),
    _Column(mark("Klart senast"), 16, _due, lambda part, is_open: is_open and part.has_days),
)

_WIDTH: Final = 85
_STATUS: Final = 17
"""The shares of the uppdrag with the columns beside it, and of its status."""


KIND: Final = SheetKind(
    code="assignments",
    source_title=_TITLE,
    group=Group.APPENDICES,
    scope=Scope.REGISTER,
    maker=assignments_sheet,
    options=(ONLY, SORT, REPORTS, OVER, COMMENTS),
)
