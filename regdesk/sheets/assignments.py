"""The sheet "Uppdragslista och beslutsuppföljning": what was decided, by whom, how old it is and how it is going."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

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
    AssignmentGroup,
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
    yield from _part(found.open, (_("Ålder"), _("Klart senast")))
    for part in found.over:
        yield from _part(part, ())


def _counts(counts: tuple[AssignmentCount, ...]) -> Block:
    return Table(
        header=(_("Antal"), _("Öppna"), _("varav försenade"), _("Genomförda"), _("Avförda"), _("Totalt")),
        rows=tuple(Row(cells=(each.kind, *map(str, each.numbers))) for each in counts),
        widths=(22, 12, 18, 17, 14, 12),
        summary=_("Hur många uppdrag som är öppna, försenade, genomförda och avförda."),
    )


def _part(part: AssignmentPart, days: tuple[str, ...]) -> Iterator[Block]:
    """The uppdrag of a part; those that are over have no `days` that anything shall be done by."""
    yield Heading(text=part.title)
    if not part.groups:
        yield Paragraph(text=part.nothing)
        return
    yield Table(
        header=(_("Uppdrag"), _("Beslutat"), *days, _("Status")),
        rows=tuple(row for group in part.groups for row in _group(group, with_days=bool(days))),
        widths=(38, 21, 10, 16, 17) if days else (60, 21, 17),
        summary=_("{part}. Det som är sagt om ett uppdrag står under det.").format(part=part.title),
    )


def _group(group: AssignmentGroup, *, with_days: bool) -> Iterator[Row]:
    if group.title:
        yield Row(cells=((Run(text=group.title, strong=True),),))
    for line in group.lines:
        yield from _rows(line, 0, with_days=with_days)


def _rows(line: AssignmentLine, level: int, *, with_days: bool) -> Iterator[Row]:
    """An uppdrag, what is told of it across the whole table, and those below it."""
    if line.status is None:
        yield Row(cells=((Run(text=line.text, quiet=True),),), level=level)
        return
    nothing = "" if level else _NOTHING
    days: tuple[Cell, ...] = (line.age or nothing, _due(line) or nothing) if with_days else ()
    origin = "\n".join(line.origin) or nothing
    yield Row(cells=(_named(line), origin, *days, status(line.status, line.status_note)), level=level)
    if line.told:
        yield Row(cells=(told(line.told),), level=level + 1)
    for below in line.below:
        yield from _rows(below, level + 1, with_days=with_days)


def _named(line: AssignmentLine) -> tuple[Run, ...]:
    return stacked(labelled(line.kind, line.text), aside(line.facts))


def _due(line: AssignmentLine) -> Cell:
    """The day; a mark and how late it is where it has passed, and the law that gives it."""
    if line.due is None:
        return ""
    if line.due.symbol:
        return status(line.due, line.due_note)
    return "\n".join(filter(None, (line.due.text, line.due_note)))


KIND: Final = SheetKind(
    code="assignments",
    source_title=_TITLE,
    group=Group.APPENDICES,
    scope=Scope.REGISTER,
    maker=assignments_sheet,
    options=(ONLY, SORT, REPORTS, OVER, COMMENTS),
)
