"""Pieces that a detail of the plan is built of: its head, its lists, and what the plan says beside the form."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from regdesk.ui.models import RowsModel
from regdesk.ui.text import label
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.ui.views import ListView
from regdesk.viewmodels.facts import Fact


class Head(QWidget):
    """What a thing is, and what it is called."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = label(step=Step.CAPTION, quiet=True)
        self._title = label(step=Step.TITLE, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._kind)
        layout.addWidget(self._title)

    def tell(self, kind: str, title: str) -> None:
        self._kind.setText(kind)
        self._title.setText(title)
        self._title.setVisible(bool(title))


class Facts(QWidget):
    """Texts of the plan under what they are."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: tuple[Fact, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.XS)

    def tell(self, facts: Iterable[Fact]) -> None:
        told = tuple(facts)
        if told != self._facts:
            self._facts = told
            self._write()
        self.setVisible(bool(told))

    def _write(self) -> None:
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for fact in self._facts:
            self._layout.addWidget(label(fact.label, Step.STRONG))
            text = label(fact.text, wrap=True)
            text.setAccessibleName(f"{fact.label}: {fact.text}")
            text.setContentsMargins(0, 0, 0, Space.M)
            self._layout.addWidget(text)


class FittedHeight(QObject):
    """Keeps a list within a page as high as its rows, up to some; beyond that it scrolls by itself."""

    def __init__(self, view: ListView, model: RowsModel, theme: Theme, most: int = 12) -> None:
        super().__init__(view)
        self._view, self._model, self._most = view, model, most
        for signal in (model.refilled, model.rowsInserted, theme.changed, view.horizontalScrollBar().rangeChanged):
            signal.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        view = self._view
        rows = min(max(self._model.rowCount(), 1), self._most)
        bar = view.horizontalScrollBar()
        parts = (
            view.horizontalHeader().sizeHint().height(),
            rows * view.verticalHeader().defaultSectionSize(),
            bar.sizeHint().height() if bar.maximum() else 0,
            2 * view.frameWidth() + 2,
        )
        view.setFixedHeight(sum(parts))
