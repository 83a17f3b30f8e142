"""What opens a sheet of verdicts: who gave them, how many of each there are, and what the signs say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regdesk.i18n import _
from regdesk.sheets.blocks import Block, Legend, LegendEntry, Paragraph, ParagraphRole, Row, Table
from regdesk.sheets.status import status
from regdesk.sheets.verdict_bars import verdict_bars
from regdesk.viewmodels.follow_up_parts import CountRow, FollowUp, LegendRow
from regdesk.viewmodels.rows import Cell


def opening(found: FollowUp, *, trend: bool, is_chapter: bool = False) -> Iterator[Block]:
    """Who decided, which the chapters of a report leave to its first page, and what the verdicts are compared with."""
    if not is_chapter:
        yield Paragraph(text=found.decided, role=ParagraphRole.LEAD)
    if trend:
        yield Paragraph(text=found.compared)


def counted(verdicts: Sequence[Cell], counts: Sequence[CountRow], *, charts: bool = True) -> Iterator[Block]:
    """How many got which verdict. They are counted, never added up to a verdict."""
    if charts:
        yield from verdict_bars(verdicts, counts)
    if counts:
        names = tuple(verdict.text for verdict in verdicts)
        yield Table(
            header=(_("Antal"), *names, _("Totalt")),
            rows=tuple(Row(cells=(row.kind, *map(str, row.numbers), str(row.total))) for row in counts),
            widths=(18, *(max(len(word), 5) + 2 for word in (*names, _("Totalt")))),
            summary=_("Hur många som har fått varje bedömning."),
        )


def legends(found: FollowUp, *, trend: bool, is_chapter: bool = False) -> Iterator[Block]:
    """What verdicts, which a report explains on its first page, and their changes say."""
    if not is_chapter:
        yield from legend(_("Så läses bedömningarna"), found.symbols)
    if trend:
        yield from legend(_("Så läses förändringarna"), found.trends)


def legend(title: str, rows: Sequence[LegendRow]) -> Iterator[Block]:
    """Signs or ways of writing, each with what it says; nothing where there are none."""
    entries = tuple(LegendEntry(status=status(row.cell), meaning=row.meaning) for row in rows)
    if entries:
        yield Legend(title=title, entries=entries)
