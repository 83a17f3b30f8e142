"""Templates of agendas as lists: the shipped ones to read and copy, the register's own to change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from regdesk.domain.agenda_templates import SHIPPED
from regdesk.domain.codes import AgendaPull, ItemKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaTemplate, AgendaTemplateItem
from regdesk.i18n import _
from regdesk.services.agenda import copy_template, keep_agenda, template_of, templates
from regdesk.services.editing import remove, reorder
from regdesk.services.session import Session
from regdesk.viewmodels.below import Below, cells_of
from regdesk.viewmodels.fields import Field
from regdesk.viewmodels.forms import RecordForm, form_of
from regdesk.viewmodels.rows import Cell, Column, GivenRows, Row, Tone
from regdesk.viewmodels.words import one_line, word


def template_rows(session: Session) -> GivenRows:
    """All templates, the shipped ones first."""
    columns = (
        Column(key="title", title=_("Mall"), width=2.6, sortable=False),
        Column(key="own", title=_("Slag"), sortable=False),
    )
    found = [(each.code, each.title, is_own(each.code)) for each in templates(session)]
    kinds = {True: _("Egen"), False: _("Följer med")}
    rows = [Row(id=code, cells=(Cell(text=one_line(title)), Cell(text=kinds[own]))) for code, title, own in found]
    return GivenRows(columns, rows)


def shipped_rows(session: Session, code: str) -> GivenRows:
    """The items of a template that is only read."""
    items = template_of(session, code).items
    rows = [Row(id=str(at), cells=_cells(each.title, each.kind, each.pulls)) for at, each in enumerate(items)]
    return GivenRows(item_columns(), rows)


def item_columns() -> tuple[Column, ...]:
    return (
        Column(key="title", title=_("Ärende"), width=2.6, sortable=False),
        Column(key="kind", title=_("Ärendetyp"), width=1.5, sortable=False),
        Column(key="pulls", title=_("Tar upp"), width=2.0, sortable=False),
    )


def is_own(code: str) -> bool:
    """Whether a template is the register's own and can be changed."""
    return bool(code) and code not in SHIPPED


def copy_of(session: Session, code: str) -> str:
    """An own template that begins as another one; gives its id."""
    title = _("{title}, egen").format(title=template_of(session, code).title)
    return copy_template(session, code, title).id


def rename_form(session: Session, code: str) -> RecordForm:
    """The name of an own template."""
    return form_of(session, "agenda_templates", code)


def remove_template(session: Session, code: str) -> None:
    """Take an own template away; agendas that were made of it stay as they are."""
    remove(session, session.get(AgendaTemplate, code))


def move_template_item(session: Session, item_id: str, steps: int) -> None:
    """Move an item of an own template down, up when negative; it stops at the ends."""
    item = session.get(AgendaTemplateItem, item_id)
    order = session.all(AgendaTemplateItem, template_id=item.template_id)
    place = next(place for place, each in enumerate(order) if each.id == item_id)
    order.insert(min(max(place + steps, 0), len(order) - 1), order.pop(place))
    reorder(session, order)


def name_question() -> tuple[Field, ...]:
    """What is asked when an agenda is kept as a template."""
    return (Field(key="title", label=_("Mallens namn"), required=True),)


def keep(session: Session, meeting_id: str, answers: Mapping[str, str]) -> dict[str, str]:
    """Make a template of an agenda, under the name that was answered."""
    keep_agenda(session, meeting_id, answers["title"].strip())
    return {}


def _cells(title: str, kind: ItemKind, pulls: AgendaPull) -> tuple[Cell, ...]:
    pulled = Cell(text=word(pulls)) if pulls is not AgendaPull.NOTHING else Cell(text="–", tone=Tone.MUTED)
    return Cell(text=one_line(title)), Cell(text=word(kind)), pulled


TEMPLATE_ITEMS: Final = Below(
    kind=AgendaTemplateItem,
    owner="template_id",
    columns=item_columns,
    cells=cells_of(AgendaTemplateItem, lambda _session, each: _cells(each.title, each.kind, each.pulls)),
    begin=lambda _session, owner: AgendaTemplateItem(id=new_id(), template_id=owner, title=""),
)
"""The items of an own template."""
