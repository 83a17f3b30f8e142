"""Agendas that are made of templates and of what is due: filled, carried over, and given their outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from regdesk.domain.agenda_templates import CARRIED, SHIPPED, USUAL_ITEMS, Template, TemplateItem
from regdesk.domain.codes import AgendaOutcome, AgendaPull
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, AgendaSubject, AgendaTemplate, AgendaTemplateItem, Meeting
from regdesk.services.actions import Action
from regdesk.services.following_up import carried_over_to, due_at, on_agenda
from regdesk.services.meetings import add_agenda_item, add_subjects, open_meeting_of
from regdesk.services.session import Session, name_of

_KINDS: Final[Mapping[str, AgendaPull]] = MappingProxyType(
    {
        "goal": AgendaPull.ASSESSMENTS,
        "interim_goal": AgendaPull.ASSESSMENTS,
        "indicator": AgendaPull.ASSESSMENTS,
        "cluster_parameter": AgendaPull.ASSESSMENTS,
        "assignment": AgendaPull.ASSIGNMENTS,
        "activity": AgendaPull.ACTIVITIES,
        "risk": AgendaPull.RISKS,
        "control": AgendaPull.CONTROLS,
        "supervision_event": AgendaPull.SUPERVISION,
        "supervision_occasion": AgendaPull.SUPERVISION,
    }
)
"""What an item pulls that takes up things of a kind."""


# Templates


def templates(session: Session) -> list[Template]:
    """The shipped templates, and after them the register's own."""
    return [*SHIPPED.values(), *(_own(session, each) for each in session.all(AgendaTemplate))]


def template_of(session: Session, code: str) -> Template:
    """A template by its code or id. Raises Problem(ROW_MISSING)."""
    return SHIPPED[code] if code in SHIPPED else _own(session, session.get(AgendaTemplate, code))


def copy_template(session: Session, code: str, title: str) -> AgendaTemplate:
    """An own template that begins as another one."""
    return _keep(session, title, template_of(session, code).items)


def keep_agenda(session: Session, meeting_id: str, title: str) -> AgendaTemplate:
    """Make a template of an agenda. What was carried over comes again by itself and is not among its items."""
    items: list[TemplateItem] = []
    for item in session.all(AgendaItem, meeting_id=meeting_id):
        if item.carried_from_id:
            items += [] if CARRIED in items else [CARRIED]
        else:
            items.append(TemplateItem(item.title, item.kind, item.proposal, _pull_of(session, item)))
    return _keep(session, title, items)


def _own(session: Session, template: AgendaTemplate) -> Template:
    stored = session.all(AgendaTemplateItem, template_id=template.id)
    items = tuple(TemplateItem(each.title, each.kind, each.proposal, each.pulls) for each in stored)
    return Template(template.id, template.title, items)


def _keep(session: Session, title: str, items: Sequence[TemplateItem]) -> AgendaTemplate:
    template = AgendaTemplate(id=new_id(), position=len(session.all(AgendaTemplate)), title=title)
    with session.change(Action.ADD, title) as change:
        stored = change.insert(template)
        change.insert_all(
            [
                AgendaTemplateItem(
                    id=new_id(),
                    template_id=template.id,
                    position=position,
                    title=item.title,
                    kind=item.kind,
                    proposal=item.proposal,
                    pulls=item.pulls,
                )
                for position, item in enumerate(items)
            ]
        )
    return stored


def _pull_of(session: Session, item: AgendaItem) -> AgendaPull:
    """What an item pulls when it comes again: what the first thing is that it takes up."""
    kinds = _subject_kinds(session, item)
    return _KINDS.get(kinds[0], AgendaPull.NOTHING) if kinds else AgendaPull.NOTHING


def _subject_kinds(session: Session, item: AgendaItem) -> list[str]:
    rows = session.repository.rows(
        """SELECT items.kind FROM agenda_subjects JOIN items ON items.id = agenda_subjects.item_id
           WHERE agenda_item_id = ? ORDER BY agenda_subjects.position, agenda_subjects.id""",
        (item.id,),
    )
    return [row["kind"] for row in rows]


# Filling


def use_template(session: Session, meeting_id: str, code: str) -> None:
    """Put the items of a template last on an agenda, each with what it pulls that day, as one step.

    What is on the agenda already is not taken up again. Raises Problem(MEETING_CLOSED).
    """
    meeting, template = open_meeting_of(session, meeting_id), template_of(session, code)
    with session.change(Action.FILL_AGENDA, name_of(meeting) or meeting.date.isoformat()):
        known = on_agenda(session, meeting_id)
        for item in template.items:
            if item.pulls is AgendaPull.CARRIED_OVER:
                carry_over(session, meeting_id, carried_over_to(session, meeting))
                known = on_agenda(session, meeting_id)
            else:
                known |= set(_put(session, meeting, item, known))


def pull_all(session: Session, meeting_id: str) -> int:
    """Let the agenda take up all that is to be followed up that day, as one step; gives how many things are new.

    Things go under the item that takes up others of their kind, or under one of their own. Items that were put off
    come first. Raises Problem(MEETING_CLOSED).
    """
    meeting = open_meeting_of(session, meeting_id)
    count = 0
    with session.change(Action.FILL_AGENDA, name_of(meeting) or meeting.date.isoformat()):
        carried = carried_over_to(session, meeting)
        carry_over(session, meeting_id, carried)
        known = on_agenda(session, meeting_id)
        for pull, usual in USUAL_ITEMS.items():
            new = [each for each in due_at(session, meeting, pull) if each not in known]
            if not new:
                continue
            home = _home(session, meeting_id, pull)
            if home:
                add_subjects(session, home.id, new)
            else:
                _put(session, meeting, usual, known)
            known |= set(new)
            count += len(new)
    return count + len(carried)


def carry_over(session: Session, meeting_id: str, items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Let items that were put off come again last on an agenda, with their title, dnr and subjects, as one step.

    Raises Problem(MEETING_CLOSED).
    """
    open_meeting_of(session, meeting_id)
    return [_carry(session, meeting_id, item) for item in items]


def _carry(session: Session, meeting_id: str, old: AgendaItem) -> AgendaItem:
    known = on_agenda(session, meeting_id)
    taken_up = [each.item_id for each in session.all(AgendaSubject, agenda_item_id=old.id)]
    with session.change(Action.FILL_AGENDA, old.title) as change:
        new = add_agenda_item(
            session,
            meeting_id,
            old.title,
            kind=old.kind,
            dnr=old.dnr,
            subjects=[each for each in taken_up if each not in known],
        )
        return change.update(replace(new, proposal=old.proposal, carried_from_id=old.id))


def _put(session: Session, meeting: Meeting, item: TemplateItem, known: Iterable[str]) -> list[str]:
    """Put an item of a template on the agenda; gives what it takes up."""
    taken = set(known)
    new = [each for each in due_at(session, meeting, item.pulls) if each not in taken]
    with session.change(Action.FILL_AGENDA, item.title) as change:
        made = add_agenda_item(session, meeting.id, item.title, kind=item.kind, subjects=new)
        change.update(replace(made, proposal=item.proposal))
    return new


def _home(session: Session, meeting_id: str, pull: AgendaPull) -> AgendaItem | None:
    """The item that takes up things of a kind already, or one that is called as such an item usually is."""
    items = session.all(AgendaItem, meeting_id=meeting_id)
    usual = USUAL_ITEMS[pull].title
    found = [item for item in items if _pull_of(session, item) is pull and not item.carried_from_id]
    return next(iter([*found, *(item for item in items if item.title == usual)]), None)


# Outcomes


def set_outcome(session: Session, agenda_item_id: str, outcome: AgendaOutcome) -> None:
    """Say what became of an item. Raises Problem(MEETING_CLOSED)."""
    item = session.get(AgendaItem, agenda_item_id)
    open_meeting_of(session, item.meeting_id)
    with session.change(Action.SET_OUTCOME, item.title) as change:
        change.update(replace(item, outcome=outcome))


def came_again(session: Session, agenda_item_id: str) -> AgendaItem | None:
    """The item that an item which was put off came again as."""
    return next(iter(session.all(AgendaItem, carried_from_id=agenda_item_id)), None)
