"""What can be done to the plan as a whole, whatever page is in sight: a version, the next period, numbers, levels."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from regdesk.i18n import _
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.verbs import Verb


class PlanDeeds:
    """`commit` stores what is being written, before anything else is asked."""

    def __init__(self, context: Context, commit: Callable[[], None], parent: QWidget) -> None:
        self._context, self._commit, self._parent = context, commit, parent

    def handlers(self) -> dict[Verb, Handler]:
        return {
            Verb.EDIT_LEVELS: partial(self._context.go, Verb.GO_BASICS, "levels"),
            Verb.RENUMBER: self._renumber,
            Verb.TAKE_VERSION: self._take_version,
            Verb.ROLL_PLAN: self._roll,
        }

    def _take_version(self) -> None:
        from regdesk.ui.dialogs.form_dialog import FormDialog
        from regdesk.viewmodels.plan_versions import new_version

        self._commit()
        new = new_version(self._context.session)
        FormDialog(new.title, _("&Fastställ"), new.form.fields, new.form.values, new.store, self._parent).open()

    def _renumber(self) -> None:
        from regdesk.ui.dialogs.form_dialog import FormDialog
        from regdesk.viewmodels.numbers import number_goals, number_questions

        self._commit()
        session = self._context.session
        fields, store = number_questions(session), partial(number_goals, session)
        FormDialog(_("Numrera om målen"), _("&Numrera om"), fields, {}, store, self._parent).open()

    def _roll(self) -> None:
        from regdesk.ui.dialogs.roll import RollDialog

        self._commit()
        RollDialog(self._context.session, self._context.theme, self._parent).open()
