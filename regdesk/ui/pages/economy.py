"""Ekonomi: the budget as a sheet to write in, what is said of each amount, and below it the financial goals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.delegates import Index
from regdesk.ui.empty import way
from regdesk.ui.grid import GridModel, GridView, block_of
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.economy_parts import BudgetBar, CellNote, FinancialGoals, Refusal
from regdesk.ui.pages.list_page import ListPage
from regdesk.ui.roles import Role
from regdesk.ui.settings import Settings
from regdesk.ui.theme import Theme
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView, id_of
from regdesk.viewmodels.beginnings import begin
from regdesk.viewmodels.budget import NAME, SUM, BudgetSheet
from regdesk.viewmodels.budget_cell import add_answered_column, column_fields
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.places import can_move, move, remove
from regdesk.viewmodels.rows import RowSource, SheetSource

_SHARES: Final = (440, 160)


class EconomyPage(ListPage):
    """Lines are added, moved and removed with the keys of every list; amounts are written as in a spreadsheet."""

    plural = "budget_lines"
    offers = (Verb.ADD, Verb.EDIT, None, Verb.MOVE_UP, Verb.MOVE_DOWN, None, Verb.REMOVE)

    def __init__(self, context: Context) -> None:
        self._in_one_unit = False
        self._release: Callable[[], None] = _nothing
        self._bar = BudgetBar(context)
        self._note = CellNote(context)
        self._note.hide()
        self._goals = FinancialGoals(context)
        self._refusal = Refusal()
        super().__init__(context)
        self._bar.one_unit.connect(self._count_in_one_unit)
        self._bar.add_column.connect(self._add_column)
        self._show_cell()

    # What a list page says

    def source(self) -> SheetSource:
        return BudgetSheet(self.context.session, in_one_unit=self._in_one_unit)

    def make_view(self, source: RowSource) -> tuple[ListView, RowsModel]:
        model = _BudgetModel(cast("BudgetSheet", source))
        view = _BudgetGrid(self.plural, many_of(self.plural), model, self.context.theme, self.context.settings)
        model.refused.connect(self._refuse)
        view.to_remove.connect(self._remove)
        view.selectionModel().currentChanged.connect(self._show_cell)
        self._refusal.watch(view)
        return view, model

    def missing(self) -> tuple[str, str]:
        return (
            _("Ingen budget än"),
            _("Lägg till en rad, som Personal eller Lokaler, och skriv ramen för varje år. Belopp kan klistras in."),
        )

    def ways(self) -> Sequence[QPushButton]:
        return (way(self.context.actions, Verb.ADD, "primary"),)

    def open_record(self, record_id: str) -> None:
        """Enter goes down, as in a spreadsheet; it opens nothing."""

    def lay_out(self, column: QWidget) -> None:
        above = QWidget()
        layout = QVBoxLayout(above)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar)
        layout.addWidget(column, 1)
        layout.addWidget(self._note)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(above)
        splitter.addWidget(self._goals)
        splitter.setStretchFactor(0, 1)
        settings = self.context.settings
        splitter.setSizes(settings.splitter("economy") or list(_SHARES))
        splitter.splitterMoved.connect(lambda: settings.set_splitter("economy", splitter.sizes()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    # What the window asks

    def handlers(self) -> Mapping[Verb, Handler]:
        return {Verb.ADD: self._add}

    def refresh(self, changed: Changed | None) -> None:
        super().refresh(changed)
        self._bar.refresh()
        self._goals.refresh()
        self._show_cell()

    def commit(self) -> None:
        if isinstance(self._view, GridView):
            self._view.commit()
        self._note.commit()

    # What can be done

    def _add(self) -> None:
        from regdesk.ui.dialogs.form_dialog import FormDialog

        self.commit()
        new = begin(self.context.session, self.plural)
        dialog = FormDialog(new.title, _("&Lägg till"), new.form.fields, new.form.values, new.store, self)
        dialog.accepted.connect(lambda: self.stand_on(new.form.id))
        dialog.open()

    def _add_column(self) -> None:
        from regdesk.ui.dialogs.form_dialog import FormDialog

        self.commit()
        fields, values = column_fields(self.context.session)
        store = partial(add_answered_column, self.context.session)
        FormDialog(_("Ny kolumn i budgeten"), _("&Lägg till"), fields, values, store, self).open()

    def _edit(self) -> None:
        self._view.edit(self._view.currentIndex())

    def _move(self, by: int) -> None:
        self.commit()
        move(self.context.session, self.plural, self._view.current_id, by)

    def _remove(self) -> None:
        self.commit()
        try:
            remove(self.context.session, self.plural, self._view.current_id)
        except Problem as problem:
            self.context.messages.failed(problem)

    def _count_in_one_unit(self, wanted: bool) -> None:
        self._in_one_unit = wanted
        self._model.renew(self.source())

    def _refuse(self, problem: Exception) -> None:
        if not isinstance(problem, Problem):
            self.context.messages.failed(problem)
            return
        place = self._model.index_of(str(problem.params.get("row", "")))
        keys = [column.key for column in self._model.columns]
        wanted = problem.params.get("column")
        if place.isValid() and wanted in keys:
            self._refusal.tell(problem, place.siblingAtColumn(keys.index(str(wanted))))
        else:
            self.context.messages.failed(problem)

    # What is shown

    def _dressed(self, view: ListView, model: RowsModel) -> tuple[ListView, RowsModel]:
        dressed = super()._dressed(view, model)
        view.set_lines(1)
        return dressed

    def _show_cell(self) -> None:
        """While the page is being made there is nothing to show yet."""
        if hasattr(self, "_view"):
            index = self._view.currentIndex()
            key = self._model.columns[index.column()].key if index.isValid() else ""
            self._note.show_cell(id_of(index), key)
            self._note.setVisible(self._total > 0)
            self._offer()

    def _offer(self) -> None:
        self._release()
        self._release = _nothing
        line = self._view.current_id
        if self.isVisible() and line and line != SUM:
            self._release = self.context.actions.handle(self._deeds(line))

    def _deeds(self, line: str) -> Mapping[Verb, Handler]:
        found: dict[Verb, Handler] = {Verb.EDIT: self._edit, Verb.REMOVE: self._remove}
        for verb, by in ((Verb.MOVE_UP, -1), (Verb.MOVE_DOWN, 1)):
            if can_move(self.context.session, self.plural, line, by):
                found[verb] = partial(self._move, by)
        return found

    # Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._release()
            self._release = _nothing


class _BudgetModel(GridModel):
    """Nothing is written in the sum; a block may bring lines of its own."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags & ~Qt.ItemFlag.ItemIsEditable if index.data(Role.ID) == SUM else flags

    def write(self, texts: Iterable[tuple[Index, str]]) -> None:
        super().write((index, text) for index, text in texts if index.data(Role.ID) != SUM)

    def paste(self, index: Index, block: Sequence[Sequence[str]]) -> None:
        """Write a block from a cell to the right and down."""
        try:
            cast("BudgetSheet", self._source).paste(index.data(Role.ID), self.columns[index.column()].key, block)
        except Problem as problem:
            self.refused.emit(problem)


class _BudgetGrid(GridView):
    """`to_remove` tells of the key that clears an amount, pressed on the name of a line."""

    to_remove = Signal()

    def __init__(self, name: str, title: str, model: _BudgetModel, theme: Theme, settings: Settings) -> None:
        super().__init__(name, title, model, theme, settings)
        self._budget = model
        # They stand in an order of their own.
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSortIndicatorShown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            below = index.siblingAtRow(index.row() + 1)
            self.setCurrentIndex(below if below.isValid() else index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid() and self._is_name(index):
            self.to_remove.emit()
        elif (
            event.matches(QKeySequence.StandardKey.Paste) and index.isValid() and self._budget.can_write(index.column())
        ):
            self._budget.paste(index, block_of(QGuiApplication.clipboard().text()))
        else:
            super().keyPressEvent(event)

    def _is_name(self, index: Index) -> bool:
        return self.grid.columns[index.column()].key == NAME and index.data(Role.ID) != SUM


def _nothing() -> None:
    """What releasing comes to while no verb is answered."""
