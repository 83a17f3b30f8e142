"""A page of one kind of record: a long list, and the record that one stands on beside it, to read and to change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.branches import PLAN_KINDS
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.empty import way
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.list_page import ListPage
from regdesk.ui.pages.record_panel import RecordPanel
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.beginnings import begin, why_not
from regdesk.viewmodels.places import is_there, remove

_LEAST: Final = 280


class RecordsPage(ListPage):
    """Subclasses say what `ListPage` asks for; what a new record begins as is said in viewmodels/beginnings.py."""

    offers: ClassVar[tuple[Verb | None, ...]] = (Verb.ADD, Verb.EDIT, Verb.REMOVE, None, Verb.SHOW_IN_PLAN)
    shares: ClassVar[tuple[int, int]] = (560, 460)
    """Of the list and the record beside it, until somebody moves the line between."""

    def __init__(self, context: Context) -> None:
        self.panel = RecordPanel(context)
        self._shown = ""
        self._apart = ""
        self._release: Callable[[], None] = _nothing
        super().__init__(context)
        self.panel.opened.connect(lambda record_id: context.go(Verb.GO_PLAN, record_id))
        self._show_chosen()

    # What subclasses say

    def ways(self) -> Sequence[QPushButton]:
        return (way(self.context.actions, Verb.ADD, "primary"),)

    def head(self) -> QWidget | None:
        """What stands above both the list and the record, such as a choice of views."""
        return None

    # What the window asks

    def handlers(self) -> Mapping[Verb, Handler]:
        return {Verb.ADD: self.add}

    def refresh(self, changed: Changed | None) -> None:
        super().refresh(changed)
        if self._apart and not is_there(self.context.session, self._apart):
            self._apart = ""
        if self._shown and self.chosen_id == self._shown:
            self.panel.refresh_record()
        self._show_chosen()

    def set_filter(self, text: str) -> None:
        super().set_filter(text)
        self._show_chosen()

    def commit(self) -> None:
        self.panel.commit()

    def stand_on(self, record_id: str) -> None:
        """A record that the list does not show, or has not read as far as, is shown beside it all the same."""
        if self._filter:
            self.drop_filter.emit()
        self._apart = ""
        if self._view.choose(record_id):
            self._show_chosen()
            self._view.setFocus()
        else:
            self._show_apart(record_id)

    def open_record(self, record_id: str) -> None:
        """Put the keyboard on the record's form."""
        if record_id:
            self.panel.enter()

    # What can be done

    def add(self) -> None:
        """Ask for a new record and stand on it."""
        from regdesk.ui.dialogs.form_dialog import FormDialog

        self.panel.commit()
        if words := why_not(self.context.session, self.plural):
            self.context.messages.tell(words)
            return
        new = begin(self.context.session, self.plural)
        dialog = FormDialog(new.title, _("&Lägg till"), new.form.fields, new.form.values, new.store, self)
        dialog.accepted.connect(lambda: self.stand_on(new.form.id))
        dialog.open()

    def deeds(self, record_id: str) -> Mapping[Verb, Handler]:
        """What can be done to the record that one stands on."""
        found: dict[Verb, Handler] = {Verb.EDIT: self.panel.enter, Verb.REMOVE: self._remove}
        if self.plural in PLAN_KINDS:
            found[Verb.SHOW_IN_PLAN] = partial(self.context.go, Verb.GO_PLAN, record_id)
        return found

    def _remove(self) -> None:
        self.panel.commit()
        try:
            remove(self.context.session, self.plural, self.chosen_id)
        except Problem as problem:
            self.context.messages.failed(problem)

    # What is shown

    @property
    def chosen_id(self) -> str:
        """The record that one stands on, in the list or apart from it."""
        return self._apart or self._view.current_id

    def _show_apart(self, record_id: str) -> None:
        self._view.clearSelection()
        self._view.setCurrentIndex(QModelIndex())
        self._apart = record_id
        self._show_chosen()
        self.panel.enter()

    def _show_chosen(self) -> None:
        """Show the record that one stands on; the same one is left as it stands."""
        chosen = self.chosen_id
        if chosen and chosen != self._shown:
            self.panel.show_record(self.plural, chosen)
        self._shown = chosen
        self.panel.setVisible(bool(chosen))
        self._offer()

    def _offer(self) -> None:
        self._release()
        self._release = _nothing
        if self.isVisible() and self._shown:
            self._release = self.context.actions.handle(self.deeds(self._shown))

    def _dressed(self, view: ListView, model: RowsModel) -> tuple[ListView, RowsModel]:
        view.chosen.connect(self._choose)
        return super()._dressed(view, model)

    def _choose(self) -> None:
        """While the page is being made there is nothing to show yet."""
        if hasattr(self, "_view"):
            if self._view.current_id:
                self._apart = ""
            self._show_chosen()

    def lay_out(self, column: QWidget) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        for part in (column, self.panel):
            part.setMinimumWidth(_LEAST)
            splitter.addWidget(part)
        settings, name = self.context.settings, f"records_{self.plural}"
        splitter.setSizes(settings.splitter(name) or list(self.shares))
        splitter.splitterMoved.connect(lambda: settings.set_splitter(name, splitter.sizes()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.M)
        if head := self.head():
            layout.addWidget(head)
        layout.addWidget(splitter, 1)

    # Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._release()
            self._release = _nothing


def _nothing() -> None:
    """What releasing comes to while no verb is answered."""
