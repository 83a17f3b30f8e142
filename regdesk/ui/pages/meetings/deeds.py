"""What can be done to the agenda of the chosen meeting, each by one verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QMenu, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.agenda import carry_over, pull_all, set_outcome, use_template
from regdesk.services.following_up import carried_over_to
from regdesk.services.meetings import close_meeting, open_meeting_of, remove_agenda_item, set_subjects
from regdesk.services.section_numbers import number_agenda, unnumbered
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.dialogs.meeting import NewItemDialog
from regdesk.ui.dialogs.subjects import SubjectsDialog
from regdesk.ui.pages.meetings.agenda import AgendaPart
from regdesk.ui.pages.meetings.item import ask_for_assignment
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.agenda_items import carried_count, outcome_choices
from regdesk.viewmodels.agenda_templates import keep, name_question
from regdesk.viewmodels.agendas import (
    item_title,
    move_item,
    nothing_more,
    number_question,
    pull_words,
    take_up_everything,
    taken_up,
)
from regdesk.viewmodels.meeting_overview import closing_question
from regdesk.viewmodels.new_meeting import add_follow_up

T = TypeVar("T")


class AgendaDeeds:
    """Acts on the meeting with `meeting_id` and on the item that the keyboard stands on in its agenda."""

    def __init__(self, context: Context, agenda: AgendaPart, parent: QWidget, stand_on: Callable[[str], None]) -> None:
        self.meeting_id = ""
        self._context, self._session = context, context.session
        self._agenda, self._parent, self._stand_on = agenda, parent, stand_on
        agenda.follow_up.connect(self.add_follow_up)
        agenda.template.connect(self.use_template)

    def for_meeting(self) -> dict[Verb, Handler]:
        """What can be done to the agenda as a whole while the meeting is not closed."""
        offers: dict[Verb, Handler] = {
            Verb.ADD: self._add,
            Verb.CLOSE_MEETING: self._ask_to_close,
            Verb.TAKE_UP_ALL: self._take_up_all,
            Verb.PULL_DUE: self._pull_due,
        }
        if carried_count(self._session, self.meeting_id):
            offers[Verb.CARRY_OVER] = self._carry_over
        if self._agenda.current_id:
            offers[Verb.NUMBER_AGENDA] = self._number
        return offers

    def for_item(self) -> dict[Verb, Handler]:
        """What can be done to the item while the meeting is not closed."""
        return {
            Verb.TAKE_UP: self._take_up,
            Verb.SET_OUTCOME: self._choose_outcome,
            Verb.MOVE_UP: partial(self._move, -1),
            Verb.MOVE_DOWN: partial(self._move, 1),
            Verb.REMOVE: self._remove,
        }

    def always(self) -> dict[Verb, Handler]:
        """What can be done when the meeting is closed as well: it changes nothing of the meeting's own."""
        return {Verb.KEEP_AGENDA: self._keep, Verb.MAKE_ASSIGNMENT: self._make_assignment}

    def add_follow_up(self) -> None:
        """Let the meeting take up all that is to be assessed in an item of its own."""
        item_id = self._try(lambda: add_follow_up(self._session, self.meeting_id))
        if item_id:
            self._stand_on(item_id)
        elif item_id is not None:
            self._context.messages.tell(nothing_more(self._session))

    def use_template(self, code: str) -> None:
        """Begin the agenda as a template says."""
        self._try(lambda: use_template(self._session, self.meeting_id, code))
        self._agenda.view.setFocus()

    def _add(self) -> None:
        dialog = NewItemDialog(self._session, self.meeting_id, self._parent)
        dialog.made.connect(self._stand_on)
        dialog.open()

    def _move(self, steps: int) -> None:
        self._try(lambda: move_item(self._session, self._agenda.current_id, steps))

    def _remove(self) -> None:
        self._try(lambda: remove_agenda_item(self._session, self._agenda.current_id))

    def _take_up(self) -> None:
        item_id = self._agenda.current_id
        chosen = taken_up(self._session, item_id)
        title = item_title(self._session, item_id)
        dialog = SubjectsDialog(self._session, self._context.theme, title, chosen, self._parent)
        dialog.picked.connect(lambda ids: self._try(lambda: set_subjects(self._session, item_id, ids)))
        dialog.open()

    def _take_up_all(self) -> None:
        """In the chosen item, or in one of its own where the agenda has none."""
        item_id = self._agenda.current_id
        if not item_id:
            self.add_follow_up()
        elif self._try(lambda: take_up_everything(self._session, item_id)) == 0:
            self._context.messages.tell(nothing_more(self._session))

    def _pull_due(self) -> None:
        count = self._try(lambda: pull_all(self._session, self.meeting_id))
        if count is not None and (words := pull_words(count)):
            self._context.messages.tell(words)

    def _carry_over(self) -> None:
        def carry() -> None:
            meeting = open_meeting_of(self._session, self.meeting_id)
            carry_over(self._session, self.meeting_id, carried_over_to(self._session, meeting))

        self._try(carry)

    def _number(self) -> None:
        count = self._try(lambda: number_agenda(self._session, self.meeting_id))
        if count is not None and (question := number_question(count)):
            self._context.messages.ask(question, _("Numrera om"), self._number_anew, danger=True)

    def _number_anew(self) -> None:
        self._try(lambda: number_agenda(self._session, self.meeting_id, anew=True))

    def _choose_outcome(self) -> None:
        """A menu in which one letter says what became of the item."""
        view = self._agenda.view
        menu = QMenu(_("Utfall"), view)
        menu.aboutToHide.connect(menu.deleteLater)
        for choice in outcome_choices():
            deed = partial(set_outcome, self._session, self._agenda.current_id, choice.outcome)
            menu.addAction(f"{choice.symbol}  {choice.text}").triggered.connect(partial(self._try, deed))
        menu.popup(view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _make_assignment(self) -> None:
        if item_id := self._agenda.current_id:
            ask_for_assignment(self._context, item_id, self._parent)

    def _keep(self) -> None:
        def store(answers: Mapping[str, str]) -> Mapping[str, str]:
            return keep(self._session, self.meeting_id, answers)

        title = _("Spara dagordningen som mall")
        FormDialog(title, _("&Spara"), name_question(), {}, store, self._parent).open()

    def _ask_to_close(self) -> None:
        question = closing_question(self._session, self.meeting_id)
        instead = (_("Numrera paragrafer"), self._number) if unnumbered(self._session, self.meeting_id) else None
        self._context.messages.ask(question, _("Stäng mötet"), self._close, danger=True, instead=instead)

    def _close(self) -> None:
        self._try(lambda: close_meeting(self._session, self.meeting_id))

    def _try(self, deed: Callable[[], T], *_checked: bool) -> T | None:
        """What the deed gives; None when the register refused, which is told."""
        try:
            return deed()
        except Problem as problem:
            self._context.messages.failed(problem)
            return None
