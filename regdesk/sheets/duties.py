"""The sheet "Operativt ansvar": the duties of the reglemente, who answers for each, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import Block, BulletList, Heading, Paragraph, ParagraphRole, Row, Run, Sheet, Table
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.status import labelled, status
from regdesk.viewmodels.duty_list import CARRIERS, SORT, CarrierLine, DutyLine, DutyList, duty_list
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.sheet_options import Scope
from regdesk.viewmodels.sheet_request import SheetRequest

_TITLE: Final = mark("Operativt ansvar")

_NOTHING: Final = "–"


def duties_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language."""
    return framed(request, _blocks(duty_list(request)), document_type=_("Ansvarsfördelning"), title=_(_TITLE))


def _blocks(found: DutyList) -> Iterator[Block]:
    yield Paragraph(text=found.told, role=ParagraphRole.LEAD)
    for source in found.sources:
        yield Paragraph(text=labelled(source.label, source.text))
    if found.roles:
        yield Heading(text=_("Nämndens huvudroller"))
        yield BulletList.of(*found.roles)
    if found.duties:
        yield Heading(text=many_of("duties"))
        yield _table(found.duties, with_state=any(duty.carriers for duty in found.duties))


def _table(duties: tuple[DutyLine, ...], *, with_state: bool) -> Block:
    """The duties; without what hangs on them there is nothing to say of how it stands."""
    return Table(
        header=(_("Uppgift"), _("Ansvarig funktion"), *((_("Läge"),) if with_state else ())),
        rows=tuple(row for duty in duties for row in _rows(duty, with_state=with_state)),
        widths=(54, 24, 22) if with_state else (70, 30),
        summary=_("Nämndens uppgifter enligt reglementet, med ansvarig funktion."),
    )


def _rows(duty: DutyLine, *, with_state: bool) -> Iterator[Row]:
    responsible = (duty.responsible or _NOTHING, *(("",) if with_state else ()))
    yield Row(cells=((Run(text=duty.text, strong=with_state),), *responsible))
    for carrier in duty.carriers:
        yield _carrier(carrier)


def _carrier(carrier: CarrierLine) -> Row:
    state = status(carrier.state, carrier.note) if carrier.state else ""
    return Row(cells=(labelled(carrier.kind, carrier.text), carrier.responsible, state), level=1)


KIND: Final = SheetKind(
    code="duties",
    source_title=_TITLE,
    group=Group.APPENDICES,
    scope=Scope.REGISTER,
    maker=duties_sheet,
    options=(CARRIERS, SORT),
    appendix="3",
)
