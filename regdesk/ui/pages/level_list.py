"""The levels of the governing model as a list: added last, moved up and down, removed while no goal stands on them."""

from __future__ import annotations

from functools import partial

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.levels import move_level, remove_level
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.pages.below_list import BelowList, MenuLine
from regdesk.ui.pages.list_keys import Deeds
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.basics import change_level, new_level_record
from regdesk.viewmodels.forms import form_of


class LevelList(BelowList):
    """Levels have rules of their own, which services keep."""

    def add(self) -> None:
        new = new_level_record(self._context.session)
        FormDialog(new.title, _("&Lägg till"), new.form.fields, new.form.values, new.store, self).open()

    def _edit(self) -> None:
        if level_id := self.view.current_id:
            form = form_of(self._context.session, self._below.plural, level_id)
            store = partial(change_level, self._context.session, level_id)
            FormDialog(form.heading, _("&Spara"), form.fields, form.values, store, self).open()

    def _remove(self) -> None:
        if level_id := self.view.current_id:
            try:
                remove_level(self._context.session, level_id)
            except Problem as problem:
                self._context.messages.failed(problem)

    def _move(self, by: int) -> None:
        if level_id := self.view.current_id:
            move_level(self._context.session, level_id, by)

    def _deeds(self) -> Deeds:
        moves: Deeds = {Verb.MOVE_UP: partial(self._move, -1), Verb.MOVE_DOWN: partial(self._move, 1)}
        return {**super()._deeds(), **moves}

    def _menu_lines(self) -> tuple[MenuLine, ...]:
        moves = ((_("Flytta &upp"), "up", partial(self._move, -1)), (_("Flytta &ned"), "down", partial(self._move, 1)))
        return (*super()._menu_lines(), *moves)
