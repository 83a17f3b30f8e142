"""Templates are listed, copied and put in order; the shipped ones are only read."""

from __future__ import annotations

from regdesk.domain.model import AgendaTemplateItem
from regdesk.services.session import Session
from regdesk.viewmodels.agenda_templates import (
    copy_of,
    is_own,
    move_template_item,
    remove_template,
    shipped_rows,
    template_rows,
)


def titles(session: Session) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in template_rows(session).page(None, 10)]


def test_templates_are_told_apart(session: Session) -> None:
    own = copy_of(session, "follow_up")
    assert titles(session) == [
        ["Ordinarie sammanträde", "Följer med"],
        ["Uppföljningssammanträde", "Följer med"],
        ["Uppföljningssammanträde, egen", "Egen"],
    ]
    assert [is_own(code) for code in ("follow_up", own, "")] == [False, True, False]
    remove_template(session, own)
    assert session.all(AgendaTemplateItem) == []
    session.undo()
    assert len(titles(session)) == 3


def test_an_item_says_what_it_takes_up(session: Session) -> None:
    rows = [[cell.text for cell in row.cells] for row in shipped_rows(session, "follow_up").page(None, 20)]
    assert rows[3] == ["Anmälan om jäv", "Procedurfråga", "–"]
    assert ["Uppföljning av planen", "Beslutsärende", "Allt som ska bedömas"] in rows


def test_items_are_moved_as_far_as_there_is_room(session: Session) -> None:
    own = copy_of(session, "ordinary")
    first, second, *_rest = session.all(AgendaTemplateItem, template_id=own)
    move_template_item(session, first.id, 1)
    move_template_item(session, second.id, -9)
    stored = session.all(AgendaTemplateItem, template_id=own)
    assert [each.id for each in stored[:2]] == [second.id, first.id]
    assert [each.position for each in stored] == list(range(len(stored)))
