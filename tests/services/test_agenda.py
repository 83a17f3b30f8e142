"""Agendas are made of templates and filled with what is due, each as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from regdesk.domain.agenda_templates import SHIPPED, USUAL_ITEMS
from regdesk.domain.codes import AgendaOutcome, AgendaPull, DueKind, ItemKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    AgendaItem,
    AgendaSubject,
    AgendaTemplate,
    AgendaTemplateItem,
    Assignment,
    Meeting,
    Risk,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.agenda import (
    came_again,
    carry_over,
    copy_template,
    keep_agenda,
    pull_all,
    set_outcome,
    template_of,
    templates,
    use_template,
)
from regdesk.services.editing import add, edit
from regdesk.services.following_up import carried_over_to
from regdesk.services.meetings import add_agenda_item, add_meeting, close_meeting, everything_to_assess, new_meeting
from regdesk.services.session import Session
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, plan = open_example(tmp_path)
    yield session, plan
    session.close()


@pytest.fixture
def session(opened: tuple[Session, Example]) -> Session:
    """The example with an uppdrag that is due and a risk."""
    session, _plan = opened
    add(session, Assignment(id=new_id(), text="Se över avtalen", due_on=date(2025, 2, 1), due_kind=DueKind.DATE))
    add(session, Risk(id=new_id(), title="Vakanser"))
    return session


@pytest.fixture
def meeting(session: Session) -> Meeting:
    return add_meeting(session, new_meeting(date(2025, 5, 20), title="Majmötet"))


def agenda(session: Session, meeting: Meeting) -> list[tuple[str, int]]:
    """The items of a meeting, with how many things each takes up."""
    return [
        (item.title, len(session.all(AgendaSubject, agenda_item_id=item.id)))
        for item in session.all(AgendaItem, meeting_id=meeting.id)
    ]


def test_shipped_templates_hold_what_every_meeting_has() -> None:
    for template in SHIPPED.values():
        titles = [item.title for item in template.items]
        assert titles[0] == "Sammanträdet öppnas och upprop"
        assert titles[-1] == "Sammanträdet avslutas"
        assert len(set(titles)) == len(titles)
    assert set(USUAL_ITEMS) == set(AgendaPull) - {AgendaPull.NOTHING, AgendaPull.CARRIED_OVER}


def test_a_template_makes_an_agenda_as_one_step(session: Session, meeting: Meeting) -> None:
    use_template(session, meeting.id, "follow_up")
    assert agenda(session, meeting) == [
        ("Sammanträdet öppnas och upprop", 0),
        ("Val av justerare och tid för justering", 0),
        ("Fastställande av dagordningen", 0),
        ("Anmälan om jäv", 0),
        ("Uppföljning av planen", 3),
        ("Återrapportering av uppdrag", 1),
        ("Riskbilden", 1),
        ("Intern kontroll", 0),
        ("Uppsikt och ägarstyrning", 0),
        ("Sammanträdet avslutas", 0),
    ]
    settled = session.all(AgendaItem, meeting_id=meeting.id)[2]
    assert (settled.proposal, settled.kind) == ("Dagordningen fastställs.", ItemKind.FORMALITY)
    session.undo()
    assert agenda(session, meeting) == []
    session.redo()
    assert len(agenda(session, meeting)) == 10


def test_an_agenda_becomes_a_template_that_pulls_what_the_agenda_took_up(session: Session, meeting: Meeting) -> None:
    use_template(session, meeting.id, "follow_up")
    kept = keep_agenda(session, meeting.id, "Vår uppföljning")
    pulls = {item.title: item.pulls for item in template_of(session, kept.id).items}
    assert pulls["Uppföljning av planen"] is AgendaPull.ASSESSMENTS
    assert pulls["Återrapportering av uppdrag"] is AgendaPull.ASSIGNMENTS
    assert pulls["Riskbilden"] is AgendaPull.RISKS
    assert pulls["Anmälan om jäv"] is AgendaPull.NOTHING
    assert [template.title for template in templates(session)] == [
        "Ordinarie sammanträde",
        "Uppföljningssammanträde",
        "Vår uppföljning",
    ]
    session.undo()
    assert (session.all(AgendaTemplate), session.all(AgendaTemplateItem)) == ([], [])


def test_an_own_template_begins_as_a_shipped_one(session: Session, meeting: Meeting) -> None:
    own = copy_template(session, "ordinary", "Ordinarie, kort")
    assert template_of(session, own.id).items == SHIPPED["ordinary"].items
    edit(session, session.all(AgendaTemplateItem, template_id=own.id)[0], title="Upprop")
    use_template(session, meeting.id, own.id)
    assert agenda(session, meeting)[0] == ("Upprop", 0)


def test_all_that_is_due_is_pulled_once(session: Session, meeting: Meeting) -> None:
    assert pull_all(session, meeting.id) == 5
    assert agenda(session, meeting) == [
        ("Uppföljning av planen", 3),
        ("Återrapportering av uppdrag", 1),
        ("Riskbilden", 1),
    ]
    steps = session.head.seq
    assert pull_all(session, meeting.id) == 0
    assert session.head.seq == steps
    session.undo()
    assert agenda(session, meeting) == []


def test_what_is_due_goes_under_the_item_that_takes_up_its_like(opened: tuple[Session, Example]) -> None:
    session, plan = opened
    meeting = add_meeting(session, new_meeting(date(2025, 5, 20)))
    add_agenda_item(session, meeting.id, "Hur det går", subjects=[plan.yes_no.id])
    assert pull_all(session, meeting.id) == len(everything_to_assess(session)) - 1
    assert agenda(session, meeting) == [("Hur det går", 3)]


def test_an_item_that_was_put_off_comes_again_with_all_it_had(opened: tuple[Session, Example]) -> None:
    session, plan = opened
    spring = add_meeting(session, new_meeting(date(2025, 3, 4)))
    summer = add_meeting(session, new_meeting(date(2025, 6, 4)))
    old = add_agenda_item(
        session, spring.id, "Ny taxa", kind=ItemKind.DECISION, section_no="12", dnr="25RS7", subjects=[plan.number.id]
    )
    edit(session, old, proposal="Taxan antas.")
    set_outcome(session, old.id, AgendaOutcome.REFERRED_BACK)
    assert came_again(session, old.id) is None
    use_template(session, summer.id, "ordinary")
    new = came_again(session, old.id)
    assert new is not None
    assert (new.title, new.dnr, new.kind, new.proposal) == ("Ny taxa", "25RS7", ItemKind.DECISION, "Taxan antas.")
    assert (new.section_no, new.outcome, new.carried_from_id) == ("", AgendaOutcome.OPEN, old.id)
    assert [each.item_id for each in session.all(AgendaSubject, agenda_item_id=new.id)] == [plan.number.id]
    assert new.position == 4  # where the template has what was put off
    assert carried_over_to(session, summer) == []
    session.undo()
    assert [each.id for each in carried_over_to(session, summer)] == [old.id]


def test_a_closed_meeting_is_not_filled(session: Session, meeting: Meeting) -> None:
    item = add_agenda_item(session, meeting.id, "Budget")
    close_meeting(session, meeting.id)
    deeds = (
        partial(use_template, session, meeting.id, "ordinary"),
        partial(pull_all, session, meeting.id),
        partial(carry_over, session, meeting.id, []),
        partial(set_outcome, session, item.id, AgendaOutcome.NOTED),
    )
    for deed in deeds:
        with pytest.raises(Problem) as raised:
            deed()
        assert raised.value.kind is ProblemKind.MEETING_CLOSED
