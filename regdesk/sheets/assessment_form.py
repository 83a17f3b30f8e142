"""The sheet "Bedömningsblankett": a form to assess by, with a pen or in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    FieldCell,
    FieldKind,
    Heading,
    KeepTogether,
    Orientation,
    Paragraph,
    Row,
    Run,
    Sheet,
    Table,
)
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.meeting_parts import fields_row, lines
from regdesk.sheets.status import labelled
from regdesk.viewmodels.assessment_form import FormGoal, FormRow, assessment_form
from regdesk.viewmodels.meeting_papers import withheld_meeting
from regdesk.viewmodels.sheet_options import PARAMETERS, Scope, tick
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.top_goals import TOP_GOAL
from regdesk.viewmodels.verdict_counts import verdict_words

_CRITERIA: Final = tick("criteria", mark("Bedömnings&grunder"))
_VALUES: Final = tick("values", mark("&Utfall och målnivå"))
_TITLE: Final = mark("Bedömningsblankett")


def assessment_form_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language. Raises Problem(ROW_MISSING)."""
    return framed(request, _blocks(request), document_type=_("Blankett"), title=_(_TITLE))


def _blocks(request: SheetRequest) -> Iterator[Block]:
    if request.meeting_id and (line := withheld_meeting(request)):
        yield Paragraph(text=line)
        return
    goals = assessment_form(request)
    if not goals:
        yield Paragraph(text=_nothing(request))
        return
    yield Paragraph(text=_("Sätt ett kryss för varje rad, och skriv varför när det inte är ett klart ja."))
    yield KeepTogether(
        blocks=(
            Heading(text=_("Ifyllt av")),
            fields_row(
                {"filled-in-by": _("Namn och funktion"), "filled-in-on": _("Datum"), "signed": _("Underskrift")},
                (42, 20, 38),
                _("Plats att skriva vem som har fyllt i blanketten, och när."),
            ),
        )
    )
    for goal in goals:
        yield Heading(text=goal.title, level=min(2 + goal.depth, 6))
        if goal.rows:
            yield _table(request, goal)


def _nothing(request: SheetRequest) -> str:
    if request.meeting_id:
        return _("Sammanträdet har inget att bedöma.")
    return _("Planen har inget att bedöma än.")


def _table(request: SheetRequest, goal: FormGoal) -> Block:
    shown = (row for row in goal.rows if request.has(PARAMETERS) or not row.is_parameter)
    return Table(
        header=(_("Att bedöma"), *verdict_words().values(), _("Motivering")),
        rows=tuple(made for row in shown for made in _rows(request, row)),
        widths=(36, 6, 7, 6, 9, 36) if _is_wide(request) else (35, 6, 9, 6, 11, 33),
        summary=_("Det som ska bedömas under {goal}, med rutor att kryssa i.").format(goal=goal.title),
    )


def _is_wide(request: SheetRequest) -> bool:
    return request.orientation == Orientation.LANDSCAPE


def _rows(request: SheetRequest, row: FormRow) -> Iterator[Row]:
    """The thing with its boxes; below it what one assesses it by."""
    if row.withheld:
        yield Row(cells=(row.title,), level=row.level)
        return
    reason = FieldCell(name=f"{row.item_id}-reason", tip=_tip(row, _("Motivering")), lines=2)
    ticks = (_tick(row, *each) for each in verdict_words().items())
    kind = (Run(text=f"{row.kind}: ", quiet=True),) if row.kind else ()
    yield Row(cells=((*kind, Run(text=row.title)), *ticks, reason), level=row.level)
    if below := lines(*_below(request, row)):
        yield Row(cells=(below,), level=row.level + 1)


def _below(request: SheetRequest, row: FormRow) -> Iterator[tuple[Run, ...]]:
    if row.criterion and request.has(_CRITERIA):
        yield labelled(_("Bedömningsgrund"), row.criterion)
    if row.facts and request.has(_VALUES):
        facts = (labelled(fact.label, fact.text) for fact in row.facts)
        yield tuple(run for place, fact in enumerate(facts) for run in ((Run(text=" · "),) if place else ()) + fact)


def _tick(row: FormRow, code: str, word: str) -> FieldCell:
    return FieldCell(name=f"{row.item_id}-{code}", tip=_tip(row, word), kind=FieldKind.TICK)


def _tip(row: FormRow, what: str) -> str:
    """`Nöjda besökare: Ja`."""
    return f"{row.title}: {what}"


KIND: Final = SheetKind(
    code="assessment-form",
    source_title=_TITLE,
    group=Group.MEETING,
    scope=Scope.VERDICTS,
    maker=assessment_form_sheet,
    options=(PARAMETERS, _CRITERIA, _VALUES, TOP_GOAL),
)
