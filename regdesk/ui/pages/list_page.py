"""A page that is one long list: read a page at a time, filtered and sorted by the register, opened in the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.empty import EmptyState, way
from regdesk.ui.models import RowsModel
from regdesk.ui.page import Page
from regdesk.ui.text import label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.counts import rows_text
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.rows import RowSource


class ListPage(Page):
    """Every record of one kind. Subclasses name the kind, give its rows, and say what to do while there are none."""

    plural: ClassVar[str]
    offers: ClassVar[tuple[Verb | None, ...]] = (Verb.SHOW_IN_PLAN,)
    """What the context menu of the list offers before its orders."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filter_hint = _("Sök bland {kind}").format(kind=many_of(self.plural).lower())
        self._filter = ""
        self._counted = label(step=Step.CAPTION, quiet=True)
        self._stack = QStackedWidget()
        self._empty = EmptyState(*self.missing(), self.ways())
        self._nothing = EmptyState(*self.nothing())
        self._view, self._model = self._make()
        self._total = self.how_many(self.source())
        for part in (self._view, self._empty, self._nothing):
            self._stack.addWidget(part)
        self._stand_on_first()
        self.lay_out(self._column())
        self._show_what_there_is()

    # What subclasses say

    def source(self) -> RowSource:
        """The rows as the register has them."""
        raise NotImplementedError

    def how_many(self, source: RowSource) -> int:
        """The rows there are before anything is looked for; `source` has no filter yet."""
        return source.count()

    def missing(self) -> tuple[str, str]:
        """A heading and a text for a register without any rows."""
        raise NotImplementedError

    def nothing(self) -> tuple[str, str]:
        """A heading and a text for when there are rows, but none that is looked for."""
        return _("Inget hittades"), _("Inget i listan innehåller orden. Esc tömmer sökfältet.")

    def ways(self) -> Sequence[QPushButton]:
        """What can be done about it."""
        return (way(self.context.actions, Verb.GO_PLAN, "primary"),)

    def make_view(self, source: RowSource) -> tuple[ListView, RowsModel]:
        """The list and its model."""
        model = RowsModel(source)
        return ListView(self.plural, many_of(self.plural), model, self.context.theme, self.context.settings), model

    def open_record(self, record_id: str) -> None:
        """What Enter and a double click do: show it in the plan."""
        if record_id:
            self.context.go(Verb.GO_PLAN, record_id)

    def lay_out(self, column: QWidget) -> None:
        """Put the list with what is counted below it into the page."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    # What the window asks

    def handlers(self) -> Mapping[Verb, Handler]:
        return {Verb.SHOW_IN_PLAN: lambda: self.open_record(self._view.current_id)}

    def set_filter(self, text: str) -> None:
        self._filter = text
        # From the top: the place that the list keeps would have more of it read than is looked at.
        self._view.scrollToTop()
        self._model.set_filter(text)
        if not self._view.currentIndex().isValid():
            self._stand_on_first()
        self._view.scrollTo(self._view.currentIndex())
        self._show_what_there_is()

    def refresh(self, _changed: Changed | None) -> None:
        source = self.source()
        self._total = self.how_many(source)
        if list(source.columns) == list(self._model.columns):
            self.read_again(source)
        else:
            self._remake(source)
        self._show_what_there_is()

    def read_again(self, _source: RowSource) -> None:
        """Show what the register says now, by the source that the list has or by the new one."""
        self._model.refresh()

    def stand_on(self, record_id: str) -> None:
        self._view.choose(record_id)
        self._view.setFocus()

    # The list

    def _make(self) -> tuple[ListView, RowsModel]:
        return self._dressed(*self.make_view(self.source()))

    def _dressed(self, view: ListView, model: RowsModel) -> tuple[ListView, RowsModel]:
        model.setParent(view)
        view.set_lines(2)
        view.opened.connect(self.open_record)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        return view, model

    def _column(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._counted)
        return made

    def _remake(self, source: RowSource) -> None:
        """Columns came or went: a view with other columns takes the place of the old one."""
        old, had_focus, current = self._view, self._view.hasFocus(), self._view.current_id
        self._view, self._model = self._dressed(*self.make_view(source))
        self._model.set_filter(self._filter)
        self._stack.insertWidget(0, self._view)
        self._stack.removeWidget(old)
        old.deleteLater()
        self._view.choose(current)
        if had_focus:
            self._view.setFocus()

    @property
    def has_filter(self) -> bool:
        """Whether words are looked for."""
        return bool(self._filter)

    @property
    def is_narrowed(self) -> bool:
        """Whether the list may show less than there is."""
        return self.has_filter

    def _show_what_there_is(self) -> None:
        shown = self._model.total() if self.is_narrowed else self._total
        self._nothing.tell(*self.nothing())
        part = self._view if shown else self._nothing if self._total else self._empty
        self._stack.setCurrentWidget(part)
        self.setFocusProxy(part)
        self._counted.setText(rows_text(shown, self._total) if self._total else "")

    def _stand_on_first(self) -> None:
        if self._model.rowCount():
            self._view.setCurrentIndex(self._model.index(0, 0))

    def _open_menu(self, place: QPoint) -> None:
        menu = self.context.actions.context_menu(self._view, self.offers)
        if any(column.sortable for column in self._model.columns):
            menu.addSeparator()
            self._fill_with_orders(menu.addMenu(_("&Sortera efter")))
        # The menu key tells no place; the menu then stands by the row.
        keyboard = not self._view.viewport().rect().contains(place)
        row = self._view.visualRect(self._view.currentIndex())
        menu.popup(self._view.viewport().mapToGlobal(row.bottomLeft() if keyboard else place))

    def _fill_with_orders(self, menu: QMenu) -> None:
        header = self._view.horizontalHeader()
        for place, column in enumerate(self._model.columns):
            if column.sortable:
                action = menu.addAction(column.name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(place == header.sortIndicatorSection())
                action.triggered.connect(lambda _checked, place=place: self._sort(place))

    def _sort(self, column: int) -> None:
        """By a column, or the other way round where that is the order already."""
        header = self._view.horizontalHeader()
        same = header.sortIndicatorSection() == column
        rising = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if same and rising else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, order)
