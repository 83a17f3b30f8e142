"""The indicators of a goal within its detail, with their values to write in."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from regdesk.ui.context import Context
from regdesk.ui.grid import GridModel, GridView
from regdesk.ui.pages.plan_parts import FittedHeight
from regdesk.ui.pages.record_part import RecordPart
from regdesk.viewmodels.indicator_list import indicator_list
from regdesk.viewmodels.kinds import many_of


class GoalIndicators(RecordPart):
    """Out of sight when there are none. `opened` sends the id of one that is to be shown by itself."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._goal_id = ""
        self._grid: GridView | None = None
        self._model: GridModel | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_record(self, record_id: str) -> None:
        self._goal_id = record_id
        source = indicator_list(self._context.session, record_id)
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
        self._grid.set_lines(2)
        FittedHeight(self._grid, self._model, context.theme)
        self._layout.addWidget(self._grid)

    def _show_if_any(self) -> None:
        self.setVisible(self._model is not None and self._model.rowCount() > 0)
