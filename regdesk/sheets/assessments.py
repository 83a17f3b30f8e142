"""The sheet "Bedömningsprotokoll": every verdict of a meeting as it was set, with what it replaced and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from regdesk.i18n import _, mark, ngettext
from regdesk.sheets.blocks import Block, Heading, Orientation, Paragraph, ParagraphRole, Row, Run, Sheet, Table
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.meeting_parts import counts_table, lines, meeting_sheet
from regdesk.sheets.status import labelled, status
from regdesk.viewmodels.assessment_record import AssessmentRecord, AssessmentRow, assessment_record, in_plan_order
from regdesk.viewmodels.sheet_options import Scope, choice, tick
from regdesk.viewmodels.sheet_request import SheetRequest

_TIME, _PLAN = "time", "plan"
_ORDER: Final = choice("order", mark("&Ordning"), {_TIME: mark("Som de sattes"), _PLAN: mark("Som planen")})
_REASONS: Final = tick("reasons", mark("&Motiveringar"))
_NAMES: Final = tick("names", mark("N&amn på den som noterade"), first=False)
_TITLE: Final = mark("Bedömningsprotokoll")


def assessments_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language. Raises Problem(SHEET_NEEDS_MEETING), Problem(ROW_MISSING)."""
    return meeting_sheet(request, _blocks, document_type=_("Sammanträde"), title=_(_TITLE))


def _blocks(request: SheetRequest) -> Iterator[Block]:
    found = assessment_record(request)
    yield Paragraph(text=_lead(found), role=ParagraphRole.LEAD)
    if found.counts:
        yield counts_table(_("Antal"), found.counts, _("Hur många som har fått varje bedömning som gäller."))
    maker = _Maker(request, found)
    if found.rows:
        yield Heading(text=_("Bedömningarna"))
        yield maker.table(found.rows, _("Sammanträdets bedömningar, var och en med sin motivering."))
    if found.corrections:
        yield Heading(text=_("Rättat efter sammanträdet"))
        yield maker.table(found.corrections, _("Bedömningar som senare har ersatt sammanträdets."))
    head = request.session.head
    seal = _("Registrets historik vid utskriften: post {seq}, kontrollsumma {hash}.")
    yield Paragraph(text=seal.format(seq=head.seq, hash=head.hash), role=ParagraphRole.NOTE)


def _lead(found: AssessmentRecord) -> str:
    """How many verdicts there are and who decided them, when that is one and the same."""
    if not found.rows:
        return _("Sammanträdet har inte bedömt något.")
    counted = ngettext("{count} bedömning gäller.", "{count} bedömningar gäller.", found.in_force)
    changed = ngettext("{count} är ersatt av en senare.", "{count} är ersatta av senare.", found.changed)
    body = found.bodies[0] if len(found.bodies) == 1 else ""
    told = (
        counted.format(count=found.in_force),
        changed.format(count=found.changed) if found.changed else "",
        _("Beslutat av: {body}.").format(body=body) if body else "",
    )
    return " ".join(filter(None, told))


class _Maker:
    """Makes the tables: the reason stands beside the verdict where the page is wide enough, and else below."""

    def __init__(self, request: SheetRequest, found: AssessmentRecord) -> None:
        self._reasons = request.has(_REASONS)
        self._beside = self._reasons and request.orientation == Orientation.LANDSCAPE
        self._in_plan = request.answer(_ORDER) == _PLAN
        self._bodies = len(found.bodies) > 1

    def table(self, rows: Iterable[AssessmentRow], summary: str) -> Block:
        beside = (_("Motivering"),) if self._beside else ()
        return Table(
            header=(_("Tid"), _("Paragraf"), _("Vad"), _("Bedömning"), *beside),
            rows=tuple(self._grouped(rows) if self._in_plan else self._in_time(rows)),
            widths=(6, 8, 41, 15, 30) if self._beside else (9, 11, 58, 22),
            summary=summary,
            row_headers=False,
        )

    def _in_time(self, rows: Iterable[AssessmentRow]) -> Iterator[Row]:
        for row in rows:
            yield from self._row(row, row.goal, row.cluster)

    def _grouped(self, rows: Iterable[AssessmentRow]) -> Iterator[Row]:
        """In the order of the plan, each stretch under what it stands under."""
        for goal, stretch in groupby(in_plan_order(rows), key=lambda row: row.goal):
            above = int(bool(goal))
            if goal:
                yield Row(cells=((Run(text=goal, strong=True),),))
            for row in stretch:
                yield from self._row(row, level=above + bool(row.cluster))

    def _row(self, row: AssessmentRow, *above: str, level: int = 0) -> Iterator[Row]:
        """The verdict of a thing, with what stands `above` it where the rows around do not say so."""
        if row.cell is None:
            yield Row(cells=(row.title,))
            return
        what = lines(row.title, *((Run(text=text, quiet=True),) for text in above if text))
        note = _("ersatt {where}").format(where=row.superseded) if row.superseded else ""
        reason = row.justification if self._reasons else ""
        beside = (reason,) if self._beside else ()
        yield Row(cells=(row.time, row.section, what, status(row.cell, note), *beside), level=level)
        if below := lines(*self._below(row, "" if self._beside else reason)):
            yield Row(cells=(below,), level=level + 1)

    def _below(self, row: AssessmentRow, reason: str) -> Iterator[tuple[Run, ...]]:
        told = (
            (_("Motivering"), reason),
            (_("Ersätter"), row.supersedes),
            (_("Beslutat av"), row.decided_by if self._bodies else ""),
            (_("Noterat av"), row.recorded_by),
        )
        return (labelled(label, text) for label, text in told if text)


KIND: Final = SheetKind(
    code="assessments",
    source_title=_TITLE,
    group=Group.MEETING,
    scope=Scope.MEETING,
    maker=assessments_sheet,
    options=(_ORDER, _REASONS, _NAMES),
)
