"""The detail of a record of the plan: its form, its indicators if it has any, its facts, and how it was assessed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.editors import text_field
from regdesk.ui.forms import Form
from regdesk.ui.grid import GridModel, GridView
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.plan_parts import Facts, FittedHeight, Head
from regdesk.ui.text import label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.ui.views import ListView
from regdesk.viewmodels.forms import RecordForm, apply, form_of
from regdesk.viewmodels.indicator_list import indicator_list
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.rows import GivenRows
from regdesk.viewmodels.trail import trail_columns, trail_rows

_WIDEST = 960


class RecordDetail(QWidget):
    """A record of one kind; the same widget shows another of that kind. `opened` sends what to show instead."""

    opened = Signal(str)

    def __init__(self, context: Context, kind: str, record_id: str) -> None:
        super().__init__()
        self.kind = kind
        self._context = context
        self._head, self._facts = Head(), Facts()
        self._lock = label(wrap=True)
        set_flag(self._lock, "tone", "partly")
        self._indicators = _Indicators(context) if kind == "goals" else None
        self._trail = _Trail(context)
        self._form = Form([])
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.L)
        for part in (self._head, self._lock, self._indicators, self._form, self._facts, self._trail):
            if part is not None:
                self._layout.addWidget(part)
        if self._indicators is not None:
            self._indicators.opened.connect(self.opened)
        self._facts.setMaximumWidth(_WIDEST)
        self.show_record(record_id)

    def show_record(self, record_id: str) -> None:
        """Show another record of the same kind."""
        self._id = record_id
        shown = self._read()
        if self._form.fits(shown.fields):
            self._form.load(shown.values, shown.fields)
        else:
            self._replace_form(shown)
        self._tell(shown)
        if self._indicators is not None:
            self._indicators.show_goal(record_id)

    def refresh(self) -> None:
        """Show what the register says now; a field that is being written in keeps that."""
        shown = self._read()
        if self._form.fits(shown.fields):
            self._form.refresh(shown.values, shown.fields)
        else:
            self._replace_form(shown)
        self._tell(shown)
        if self._indicators is not None:
            self._indicators.refresh()

    def commit(self) -> None:
        self._form.commit()
        if self._indicators is not None:
            self._indicators.commit()

    def enter(self) -> None:
        self._form.enter()

    def write_over(self, key: str) -> None:
        answer = self._form.answer(key)
        answer.setFocus()
        if field := text_field(answer):
            field.selectAll()

    def _read(self) -> RecordForm:
        return form_of(self._context.session, self.kind, self._id)

    def _replace_form(self, shown: RecordForm) -> None:
        """Other questions are asked now; the keyboard stays on the one it is on."""
        focused = QApplication.focusWidget()
        key = focused.objectName() if focused is not None and self._form.isAncestorOf(focused) else ""
        old, self._form = self._form, Form(shown.fields, shown.values, paired=True)
        self._form.setMaximumWidth(_WIDEST)
        self._form.edited.connect(self._store)
        self._layout.replaceWidget(old, self._form)
        old.hide()
        old.deleteLater()
        self._form.show()
        if key in shown.values:
            self._form.answer(key).setFocus()

    def _tell(self, shown: RecordForm) -> None:
        self._head.tell(shown.heading, shown.title)
        self._lock.setText(shown.locked)
        self._lock.setVisible(bool(shown.locked))
        self._form.set_read_only(bool(shown.locked))
        self._facts.tell(shown.facts)
        self._trail.show_item(shown.id)

    def _store(self, key: str, text: str) -> None:
        """One answer is one step."""
        try:
            faults = apply(self._context.session, self.kind, self._id, {key: text})
        except Problem as problem:
            self._context.messages.failed(problem)
            self._form.load(self._read().values)
        else:
            if faults:
                self._form.refuse(faults, self._read().values)


class _Indicators(QWidget):
    """The indicators of a goal with their values to write in; out of sight when there are none."""

    opened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._goal_id = ""
        self._grid: GridView | None = None
        self._model: GridModel | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_goal(self, goal_id: str) -> None:
        self._goal_id = goal_id
        source = indicator_list(self._context.session, goal_id)
        if self._model is None or list(source.columns) != list(self._model.columns):
            self._remake()
        else:
            self._model.set_source(source)
        self._show_if_any()

    def refresh(self) -> None:
        source = indicator_list(self._context.session, self._goal_id)
        if self._model is None or list(source.columns) != list(self._model.columns):
            self._remake()
        else:
            self._model.refresh()
        self._show_if_any()

    def commit(self) -> None:
        if self._grid is not None:
            self._grid.commit()

    def _remake(self) -> None:
        """There are other years now, or a first goal."""
        context = self._context
        if self._grid is not None:
            self._layout.removeWidget(self._grid)
            self._grid.deleteLater()
        self._model = GridModel(indicator_list(context.session, self._goal_id))
        self._model.refused.connect(context.messages.failed)
        self._grid = GridView("goal_indicators", many_of("indicators"), self._model, context.theme, context.settings)
        self._model.setParent(self._grid)
        # They stand in the order of the plan; without marks of sorting the titles need less room.
        self._grid.horizontalHeader().setSectionsClickable(False)
        self._grid.horizontalHeader().setSortIndicatorShown(False)
        self._grid.opened.connect(self.opened)
        FittedHeight(self._grid, self._model, context.theme)
        self._layout.addWidget(self._grid)

    def _show_if_any(self) -> None:
        self.setVisible(self._model is not None and self._model.rowCount() > 0)


class _Trail(QWidget):
    """Every assessment of an item, the superseded ones too; out of sight where there never was one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session = context.session
        self._model = RowsModel(GivenRows(trail_columns(), []), self)
        view = ListView("trail", _("Bedömningar"), self._model, context.theme, context.settings)
        FittedHeight(view, self._model, context.theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        heading = label(_("Bedömningar"), Step.STRONG)
        heading.setBuddy(view)
        layout.addWidget(heading)
        layout.addWidget(view)

    def show_item(self, item_id: str) -> None:
        rows = trail_rows(self._session, item_id)
        self._model.set_source(GivenRows(trail_columns(), rows))
        self.setVisible(bool(rows))
