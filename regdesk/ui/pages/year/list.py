"""The list of a year's dates: months as headings across it, holidays quiet, and one chosen date at a time."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyleOptionViewItem

from regdesk.ui.context import Context
from regdesk.ui.delegates import CellDelegate, Index
from regdesk.ui.models import RowsModel
from regdesk.ui.roles import Role
from regdesk.ui.tokens import Step
from regdesk.ui.views import ListView
from regdesk.viewmodels.annual_list import MONTH

_LARGE: Final = 150
_WEEK: Final = 1


class YearList(ListView):
    """Headings span the whole row."""

    def __init__(self, title: str, model: RowsModel, context: Context) -> None:
        super().__init__("year", title, model, context.theme, context.settings)
        self._model = model
        self.setItemDelegate(_HeadingDelegate(context.theme, self))
        context.theme.changed.connect(self._fit_lines)
        self._theme = context.theme
        self._fit_lines()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSortIndicatorShown(False)
        for signal in (model.refilled, model.rowsInserted):
            signal.connect(self._span)
        self._span()

    def _fit_lines(self) -> None:
        """Large text has two lines, since a line then holds few words, and leaves the week to what is told below."""
        is_large = self._theme.text_size >= _LARGE
        self.set_lines(2 if is_large else 1)
        self.setColumnHidden(_WEEK, is_large)

    def _span(self) -> None:
        self.clearSpans()
        for row in range(self._model.rowCount()):
            if _is_heading(self._model.index(row, 0)):
                self.setSpan(row, 0, 1, self._model.columnCount())


class _HeadingDelegate(CellDelegate):
    """The name of a month is larger than what stands below it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if _is_heading(index):
            option.font = QFont(self.theme.font(Step.TITLE))


def _is_heading(index: Index) -> bool:
    return str(index.data(Role.ID) or "").startswith(MONTH)
