"""A list, within a record's detail, of what stands under it; each is added, changed and removed from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.editing import remove
from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.icons import icon
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.list_keys import Deeds, ListKeys
from regdesk.ui.pages.plan_parts import FittedHeight
from regdesk.ui.pages.record_part import RecordPart
from regdesk.ui.text import button
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.beginnings import new_record
from regdesk.viewmodels.below import Below, begun, kept, refusal, rows_below
from regdesk.viewmodels.forms import apply, form_for
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.rows import GivenRows

MenuLine = tuple[str, str, Callable[[], None]]
"""What stands in the menu of a row: its text, its icon and what it does."""


class BelowList(RecordPart):
    """While the keyboard is here, the keys that add, change and remove mean what is listed here."""

    def __init__(self, context: Context, below: Below) -> None:
        super().__init__()
        self._context, self._below, self._owner = context, below, ""
        self._model = RowsModel(GivenRows(below.columns(), []), self)
        self.view = ListView(f"below_{below.plural}", below.title, self._model, context.theme, context.settings)
        self.view.opened.connect(self._edit)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        ListKeys(self.view, self._deeds)
        # They stand in an order of their own.
        self.view.horizontalHeader().setSectionsClickable(False)
        self.view.horizontalHeader().setSortIndicatorShown(False)
        self.add_button = button(_("Lägg till"), "add")
        self.add_button.setAccessibleName(_("Lägg till: {kind}").format(kind=one_of(below.plural)))
        self.add_button.clicked.connect(self._add)
        FittedHeight(self.view, self._model, context.theme)
        self.lay_out_under(self._below.title, self.add_button, self.view)

    def show_record(self, record_id: str) -> None:
        self._owner = record_id
        self.refresh()

    def enter(self) -> None:
        """Put the keyboard on the list, or on the button that begins it."""
        if self._model.rowCount() and not self.view.current_id:
            self.view.setCurrentIndex(self._model.index(0, 0))
        (self.view if self._model.rowCount() else self.add_button).setFocus()

    def refresh(self) -> None:
        self._model.set_source(rows_below(self._context.session, self._below, self._owner))
        self.view.setVisible(self._model.rowCount() > 0)

    # What can be done

    def _add(self) -> None:
        if not self._refused():
            self.add()

    def add(self) -> None:
        """Ask for one more."""
        session = self._context.session
        new = new_record(session, begun(session, self._below, self._owner), self._below.plural)
        FormDialog(new.title, _("&Lägg till"), new.form.fields, new.form.values, new.store, self).open()

    def _edit(self) -> None:
        if not (record_id := self.view.current_id) or self._refused():
            return
        session, plural = self._context.session, self._below.plural
        form = form_for(session, kept(session, self._below, record_id))

        def store(answers: Mapping[str, str]) -> Mapping[str, str]:
            changed = {key: text for key, text in answers.items() if text != form.values[key]}
            return apply(session, plural, record_id, changed) if changed else {}

        FormDialog(form.heading, _("&Spara"), form.fields, form.values, store, self).open()

    def _remove(self) -> None:
        if not (record_id := self.view.current_id) or self._refused():
            return
        try:
            remove(self._context.session, kept(self._context.session, self._below, record_id))
        except Problem as problem:
            self._context.messages.failed(problem)

    def _refused(self) -> bool:
        """Whether nothing can be done here just now, which is told."""
        if words := refusal(self._context.session, self._below, self._owner):
            self._context.messages.tell(words)
        return bool(words)

    def _deeds(self) -> Deeds:
        return {Verb.ADD: self._add, Verb.EDIT: self._edit, Verb.REMOVE: self._remove}

    def _menu_lines(self) -> tuple[MenuLine, ...]:
        return (
            (_("Än&dra …"), "edit", self._edit),
            (_("&Lägg till …"), "add", self._add),
            (_("Ta &bort"), "delete", self._remove),
        )

    def _open_menu(self) -> None:
        menu = QMenu(self.view)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, name, deed in self._menu_lines():
            menu.addAction(icon(name), text).triggered.connect(deed)
        at = self.view.visualRect(self.view.currentIndex()).bottomLeft()
        menu.popup(self.view.viewport().mapToGlobal(at))
