"""The internal-control plan: what is due first at the top, and one key to note what a kontrollmoment showed."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.icons import icon
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.records_page import RecordsPage
from regdesk.ui.text import button
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.control_list import ControlList, new_result, note_clean
from regdesk.viewmodels.rows import RowSource

_NO_DEVIATION, _DEVIATION, _NOT_DONE = Qt.Key.Key_U, Qt.Key.Key_A, Qt.Key.Key_E
_KEYS: Final = {_NO_DEVIATION, _DEVIATION, _NOT_DONE}


class ControlsPage(RecordsPage):
    """Every kontrollmoment. U notes at once that it was done without deviation; A and E ask for what to say."""

    plural = "controls"
    offers: ClassVar[tuple[Verb | None, ...]] = (Verb.ADD, Verb.EDIT, Verb.REMOVE)

    def __init__(self, context: Context) -> None:
        self.note_button = button(_("A&nteckna resultat"), "check")
        self.note_button.setMenu(self._menu())
        super().__init__(context)

    def source(self) -> RowSource:
        return ControlList(self.context.session)

    def missing(self) -> tuple[str, str]:
        return (
            _("Ingen internkontroll än"),
            _("Lägg till det som ska kontrolleras, och hur ofta."),
        )

    # What can be done

    def _note(self, key: Qt.Key) -> None:
        self.panel.commit()
        if not (control_id := self._view.current_id):
            return
        if key == _NO_DEVIATION:
            self._note_at_once(control_id)
        else:
            self._ask(control_id, deviating=key == _DEVIATION)

    def _note_at_once(self, control_id: str) -> None:
        try:
            note_clean(self.context.session, control_id, date.today())
        except Problem as problem:
            self.context.messages.failed(problem)

    def _ask(self, control_id: str, *, deviating: bool) -> None:
        new = new_result(self.context.session, control_id, date.today(), deviating=deviating)
        dialog = FormDialog(new.title, _("&Lägg till"), new.form.fields, new.form.values, new.store, self)
        dialog.open()
        dialog.form.answer("deviation").setFocus()

    # Its looks

    def _dressed(self, view: ListView, model: RowsModel) -> tuple[ListView, RowsModel]:
        view.installEventFilter(self)
        return super()._dressed(view, model)

    def _column(self) -> QWidget:
        made = super()._column()
        layout = made.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.note_button, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _show_chosen(self) -> None:
        super()._show_chosen()
        self.note_button.setVisible(bool(self._view.current_id))

    def _menu(self) -> QMenu:
        menu = QMenu(self.note_button)
        for key, text, name in (
            (_NO_DEVIATION, _("&Utan avvikelse i dag"), "check"),
            (_DEVIATION, _("&Avvikelse …"), "note"),
            (_NOT_DONE, _("&Ej utförd …"), "close"),
        ):
            menu.addAction(icon(name), f"{text}\t{key.name.removeprefix('Key_')}").triggered.connect(
                partial(self._note, key)
            )
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        bare = Qt.KeyboardModifier.NoModifier
        if isinstance(event, QKeyEvent) and event.key() in _KEYS and event.modifiers() == bare:
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._note(Qt.Key(event.key()))
            event.accept()
            return True
        return super().eventFilter(watched, event)
