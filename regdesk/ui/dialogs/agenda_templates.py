"""The dialog of templates for agendas: the shipped ones are read and copied, the register's own are changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.below_list import BelowList
from regdesk.ui.pages.list_keys import Deeds, ListKeys
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView, id_of
from regdesk.viewmodels.agenda_templates import (
    TEMPLATE_ITEMS,
    copy_of,
    is_own,
    move_template_item,
    remove_template,
    rename_form,
    shipped_rows,
    template_rows,
)
from regdesk.viewmodels.forms import apply

_SIZE = (1040, 640)
_SHARE_OF_SCREEN = 0.9


class TemplateItems(BelowList):
    """The items of an own template, which are moved with the keys that move everything."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, TEMPLATE_ITEMS)

    def _deeds(self) -> Deeds:
        return {
            **super()._deeds(),
            Verb.MOVE_UP: lambda: self._move(-1),
            Verb.MOVE_DOWN: lambda: self._move(1),
        }

    def _move(self, steps: int) -> None:
        if chosen := self.view.current_id:
            move_template_item(self._context.session, chosen, steps)


class TemplatesDialog(QDialog):
    """Templates to the left, the items of the chosen one to the right."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Mallar för dagordning"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = context.session
        self._templates = RowsModel(template_rows(context.session), self)
        self.list = ListView("agenda_templates", _("Mallar"), self._templates, context.theme, context.settings)
        self.list.chosen.connect(self._show_items)
        ListKeys(self.list, self._deeds)
        first = id_of(self._templates.index(0, 0))
        self._shipped = RowsModel(shipped_rows(context.session, first), self)
        self.shipped = ListView("shipped_items", _("Ärenden"), self._shipped, context.theme, context.settings)
        self.items = TemplateItems(context)
        self.copy_button = button(_("&Gör en egen kopia"), "copy")
        self.copy_button.clicked.connect(self._copy)
        self.rename_button = button(_("Byt &namn …"), "edit")
        self.rename_button.clicked.connect(self._rename)
        self.remove_button = button(_("&Ta bort"), "delete")
        self.remove_button.clicked.connect(self._remove)
        self._parts = QStackedWidget()
        self._lay_out()
        stop = context.session.subscribe(lambda _changed: self._refresh())
        self.finished.connect(lambda _result: stop())
        self.list.setCurrentIndex(self._templates.index(0, 0))
        self.list.setFocus()

    def _refresh(self) -> None:
        self._templates.set_source(template_rows(self._session))
        self._show_items(self.list.current_id)

    def _show_items(self, code: str) -> None:
        own = is_own(code)
        self.rename_button.setEnabled(own)
        self.remove_button.setEnabled(own)
        if not code:
            return
        if own:
            self.items.show_record(code)
        else:
            self._shipped.set_source(shipped_rows(self._session, code))
        self._parts.setCurrentIndex(int(own))

    def _copy(self) -> None:
        self.list.choose(copy_of(self._session, self.list.current_id))
        self.list.setFocus()

    def _rename(self) -> None:
        if not is_own(code := self.list.current_id):
            return
        form = rename_form(self._session, code)

        def store(answers: Mapping[str, str]) -> Mapping[str, str]:
            return apply(self._session, form.kind, code, answers)

        FormDialog(_("Byt namn på mallen"), _("&Spara"), form.fields, form.values, store, self).open()

    def _remove(self) -> None:
        if is_own(code := self.list.current_id):
            remove_template(self._session, code)

    def _deeds(self) -> Deeds:
        return {Verb.EDIT: self._rename, Verb.REMOVE: self._remove, Verb.ADD: self._copy}

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(Space.S)
        side.addWidget(self.list, 1)
        for each in (self.copy_button, self.rename_button, self.remove_button):
            side.addWidget(each)
        own = QWidget()
        column = QVBoxLayout(own)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.items)
        column.addStretch()
        self._parts.addWidget(self.shipped)
        self._parts.addWidget(own)
        middle = QHBoxLayout()
        middle.setSpacing(Space.L)
        middle.addLayout(side, 3)
        middle.addWidget(self._parts, 5)
        buttons = QDialogButtonBox()
        close = button(_("&Stäng"))
        close.clicked.connect(self.accept)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(_("Mallar för dagordning"), Step.TITLE))
        layout.addWidget(
            label(_("De som följer med ändras inte: gör en egen kopia och ändra den."), quiet=True, wrap=True)
        )
        layout.addLayout(middle, 1)
        layout.addWidget(buttons)
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))
