"""The items of an agenda: their forms, what they take up, and the tree in which that is chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, AgendaSubject
from regdesk.i18n import _
from regdesk.services.meetings import add_agenda_item, add_subjects, everything_to_assess, move_agenda_item
from regdesk.services.session import Session
from regdesk.viewmodels.fields import Field
from regdesk.viewmodels.forms import answered, form_for
from regdesk.viewmodels.labels import section_label
from regdesk.viewmodels.plan_tree import CLOSED, plan_found, plan_tree
from regdesk.viewmodels.tree import TreeNode
from regdesk.viewmodels.words import one_line

PICKABLE: Final = frozenset({"goals", "interim_goals", "indicators", "activities", "assignments"})
"""Kinds that a person lets a meeting assess; the parameters of a cluster come with it."""

_ASKED: Final = ("section_no", "title", "dnr", "kind")


@dataclass(frozen=True, slots=True)
class Added:
    """The item that was added, or a sentence for each answer that will not do, by key."""

    agenda_item_id: str
    faults: Mapping[str, str]


def new_item_questions(session: Session, meeting_id: str) -> tuple[Field, ...]:
    """What is asked of a new item; proposal and decision are written when there are any."""
    fields = {field.key: field for field in form_for(session, _blank(meeting_id)).fields}
    return tuple(fields[key] for key in _ASKED)


def new_item_answers(session: Session, meeting_id: str) -> dict[str, str]:
    """A new item as it begins."""
    values = form_for(session, _blank(meeting_id)).values
    return {key: values[key] for key in _ASKED}


def add_item(session: Session, meeting_id: str, answers: Mapping[str, str]) -> Added:
    """Put the item that the answers describe last on the agenda. Raises Problem(MEETING_CLOSED)."""
    read = answered(session, _blank(meeting_id), answers)
    item = read.record
    if read.faults or not isinstance(item, AgendaItem):
        return Added("", read.faults)
    stored = add_agenda_item(session, meeting_id, item.title, kind=item.kind, section_no=item.section_no, dnr=item.dnr)
    return Added(stored.id, {})


def move_item(session: Session, agenda_item_id: str, steps: int) -> None:
    """Move an item down the agenda, up when negative; it stops at the ends. Raises Problem(MEETING_CLOSED)."""
    item = session.get(AgendaItem, agenda_item_id)
    last = len(session.all(AgendaItem, meeting_id=item.meeting_id)) - 1
    place = min(max(item.position + steps, 0), last)
    if place != item.position:
        move_agenda_item(session, agenda_item_id, place)


def item_title(session: Session, agenda_item_id: str) -> str:
    """What the item is called, with its § where that is set."""
    item = session.get(AgendaItem, agenda_item_id)
    return " ".join(filter(None, (section_label(item.section_no), one_line(item.title))))


def taken_up(session: Session, agenda_item_id: str) -> frozenset[str]:
    """Ids of what an item takes up."""
    return frozenset(subject.item_id for subject in session.all(AgendaSubject, agenda_item_id=agenda_item_id))


def take_up_everything(session: Session, agenda_item_id: str) -> int:
    """Let an item take up all that is to be assessed; gives how many are new to it. Raises Problem(MEETING_CLOSED)."""
    known = taken_up(session, agenda_item_id)
    new = [item_id for item_id in everything_to_assess(session) if item_id not in known]
    if new:
        add_subjects(session, agenda_item_id, new)
    return len(new)


def nothing_more(session: Session) -> str:
    """Why there was nothing to take up: it is taken up already, or the plan has none of it."""
    if everything_to_assess(session):
        return _("Ärendet tar redan upp allt i planen som ska bedömas.")
    return _("Planen har inget att bedöma än: läs in nämndens plan, eller lägg till mål och indikatorer i den.")


def pull_words(count: int) -> str:
    """What came of letting the agenda take up all that is on turn; nothing when that shows by itself."""
    return "" if count else _("Dagordningen tar redan upp allt som ska följas upp den dagen.")


def number_question(count: int) -> str:
    """What is asked when there was nothing to number; nothing when there was."""
    if count:
        return ""
    return _(
        "Alla ärenden har redan sin paragraf. Vill du numrera om dem från början, också dem som är satta för hand?"
    )


def pick_tree(session: Session, text: str = "") -> tuple[TreeNode, ...]:
    """The plan with nothing but what can be chosen, and what that stands under; with `text` as far as it holds it."""
    nodes = plan_found(session, text) if text.strip() else plan_tree(session)
    return tuple(_pickable(node for node in nodes if node.id != CLOSED))


def in_plan_order(session: Session, chosen: Collection[str]) -> list[str]:
    """What was chosen in the tree, as the plan prints it; what the tree does not hold, such as a risk, comes last."""
    nodes = (node for top in pick_tree(session) for node in top.walk())
    found = [node.id for node in nodes if node.kind in PICKABLE and node.id in chosen]
    return [*found, *sorted(set(chosen).difference(found))]


def _pickable(nodes: Iterable[TreeNode]) -> list[TreeNode]:
    pruned = (replace(node, children=tuple(_pickable(node.children))) for node in nodes)
    return [node for node in pruned if node.children or node.kind in PICKABLE]


def _blank(meeting_id: str) -> AgendaItem:
    return AgendaItem(id=new_id(), meeting_id=meeting_id, title="")
