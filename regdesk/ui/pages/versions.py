"""Versions of the plan, and below them what differs between the one that is chosen and another, or the plan now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.empty import EmptyState, way
from regdesk.ui.forms import Form
from regdesk.ui.icons import icon
from regdesk.ui.models import RowsModel
from regdesk.ui.page import Page
from regdesk.ui.pages.plan_parts import FittedHeight
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.counts import rows_text
from regdesk.viewmodels.fields import Field, FieldKind
from regdesk.viewmodels.forms import apply, form_of
from regdesk.viewmodels.places import remove
from regdesk.viewmodels.plan_versions import NOW, comparables, difference_rows, no_differences, version_rows

_PLURAL: Final = "plan_versions"
_WITH: Final = "with"
_SHOWN: Final = 3
"""So many versions are seen at once; there is seldom more than one a year."""

_LEAST: Final = 3
"""So many differences are seen, whatever the size of the text."""


class VersionsPage(Page):
    """The filter is about what differs."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filter_hint = _("Sök bland skillnaderna")
        self._filter, self._other, self._total = "", NOW, 0
        self._model = RowsModel(version_rows(context.session), self)
        self.versions = ListView(_PLURAL, _("Versioner av planen"), self._model, context.theme, context.settings)
        self.form = Form([self._question()], {_WITH: NOW})
        self._found = RowsModel(no_differences(), self)
        self.differences = DifferenceView(self._found, context)
        self._none, self._counted = label(quiet=True, wrap=True), label(step=Step.CAPTION, quiet=True)
        self._empty = EmptyState(
            _("Inga versioner än"),
            _("En version är planen som den var vid ett beslut. Med den ser du senare vad som har ändrats."),
            [way(context.actions, Verb.TAKE_VERSION, "primary")],
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._listen()
        self._stand_on_first()
        self._show()

    # What the window asks

    def handlers(self) -> Mapping[Verb, Handler]:
        return {
            Verb.ADD: self.context.actions[Verb.TAKE_VERSION].trigger,
            Verb.EDIT: self._edit,
            Verb.REMOVE: self._remove,
        }

    def set_filter(self, text: str) -> None:
        self._filter = text
        self._found.set_filter(text)
        self._tell()

    def refresh(self, _changed: Changed | None) -> None:
        self._model.set_source(version_rows(self.context.session))
        question = self._question()
        if self._other not in {choice.code for choice in question.choices}:
            self._other = NOW
        self.form.load({_WITH: self._other}, [question])
        if not self.versions.current_id:
            self._stand_on_first()
        self._show()

    def stand_on(self, record_id: str) -> None:
        self.versions.choose(record_id)
        self.versions.setFocus()

    # What can be done

    def _edit(self) -> None:
        version_id, session = self.versions.current_id, self.context.session
        if not version_id:
            return
        form = form_of(session, _PLURAL, version_id)

        def store(answers: Mapping[str, str]) -> Mapping[str, str]:
            changed = {key: text for key, text in answers.items() if text != form.values[key]}
            return apply(session, _PLURAL, version_id, changed) if changed else {}

        FormDialog(form.heading, _("&Spara"), form.fields, form.values, store, self).open()

    def _remove(self) -> None:
        if version_id := self.versions.current_id:
            try:
                remove(self.context.session, _PLURAL, version_id)
            except Problem as problem:
                self.context.messages.failed(problem)

    def _compare_with(self, _key: str, code: str) -> None:
        self._other = code
        self._show()

    # What is shown

    def _question(self) -> Field:
        return Field(
            key=_WITH,
            label=_("&Jämför den valda versionen med"),
            kind=FieldKind.CHOICE,
            choices=comparables(self.context.session),
        )

    def _show(self) -> None:
        chosen = self.versions.current_id
        rows = difference_rows(self.context.session, chosen, self._other) if chosen else no_differences()
        self._total = rows.count()
        rows.set_filter(self._filter)
        self._found.set_source(rows)
        self._tell()

    def _tell(self) -> None:
        shown = self._found.total()
        self.differences.setVisible(shown > 0)
        self._copy.setVisible(shown > 0)
        self._none.setVisible(not shown)
        self._none.setText(_("Inget hittades.") if self._total else _("Inget skiljer de två åt."))
        self._counted.setText(rows_text(shown, self._total) if self._total else "")
        has_any = self._model.rowCount() > 0
        self._stack.setCurrentWidget(self._sheet if has_any else self._empty)
        self.setFocusProxy(self.versions if has_any else self._empty)

    def _stand_on_first(self) -> None:
        if self._model.rowCount():
            self.versions.setCurrentIndex(self._model.index(0, 0))

    def _open_menu(self) -> None:
        menu = self.context.actions.context_menu(self.versions, (Verb.EDIT, Verb.REMOVE))
        at = self.versions.visualRect(self.versions.currentIndex()).bottomLeft()
        menu.popup(self.versions.viewport().mapToGlobal(at))

    def _listen(self) -> None:
        self.versions.chosen.connect(self._show)
        self.versions.opened.connect(self._edit)
        self.versions.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.versions.customContextMenuRequested.connect(self._open_menu)
        self.form.edited.connect(self._compare_with)

    def _lay_out(self) -> None:
        for view in (self.versions, self.differences):
            view.horizontalHeader().setSectionsClickable(False)
            view.horizontalHeader().setSortIndicatorShown(False)
            view.set_lines(2)
        FittedHeight(self.versions, self._model, self.context.theme, most=_SHOWN)
        self._copy = button(_("&Kopiera listan"), "copy")
        self._copy.clicked.connect(self.differences.copy_all)
        self._both = QWidget()
        column = QVBoxLayout(self._both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        ways = [way(self.context.actions, Verb.TAKE_VERSION, "primary"), way(self.context.actions, Verb.ROLL_PLAN)]
        column.addLayout(_beside(ways))
        column.addWidget(self.versions)
        column.addLayout(self._comparing())
        column.addWidget(self.differences, 1)
        column.addWidget(self._none)
        column.addWidget(self._counted)
        column.addStretch()
        self.differences.setMinimumHeight(_LEAST * self.differences.verticalHeader().defaultSectionSize())
        self._sheet = _scrolling(self._both)
        self._stack.addWidget(self._sheet)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _comparing(self) -> QHBoxLayout:
        made = QHBoxLayout()
        made.setSpacing(Space.M)
        made.addWidget(self.form, 1)
        made.addStretch(1)
        made.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignBottom)
        return made


class DifferenceView(ListView):
    """What differs; rows are copied as they are pasted into a table."""

    def __init__(self, model: RowsModel, context: Context) -> None:
        super().__init__("differences", _("Skillnader"), model, context.theme, context.settings)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen()
        else:
            super().keyPressEvent(event)

    def copy_chosen(self) -> None:
        """Copy the rows that are chosen."""
        self._copy(sorted(index.row() for index in self.selectionModel().selectedRows()))

    def copy_all(self) -> None:
        """Copy every row, with the titles of the columns above them."""
        while self._rows.canFetchMore(self.rootIndex()):
            self._rows.fetchMore(self.rootIndex())
        titles = "\t".join(column.name for column in self._rows.columns)
        self._copy(range(self._rows.rowCount()), titles)

    def _copy(self, rows: Sequence[int], *above: str) -> None:
        columns = range(self._rows.columnCount())
        lines = ("\t".join(str(self._rows.index(row, place).data()) for place in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join([*above, *lines]))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(icon("copy"), _("&Kopiera")).triggered.connect(self.copy_chosen)
        at = self.visualRect(self.currentIndex()).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(at))


def _scrolling(part: QWidget) -> QScrollArea:
    """A part that fills the page, and scrolls where large text leaves no room for it."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(part)
    return made


def _beside(ways: Sequence[QPushButton]) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(Space.M)
    for each in ways:
        made.addWidget(each)
    made.addStretch()
    return made
