"""The basics of the register, a tab for each: what it says of itself, then what the rest of it points at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.services.registers import register_of
from regdesk.services.session import Changed
from regdesk.ui.context import Context
from regdesk.ui.empty import way
from regdesk.ui.page import Page
from regdesk.ui.pages.below_list import BelowList
from regdesk.ui.pages.level_list import LevelList
from regdesk.ui.pages.record_panel import RecordPanel
from regdesk.ui.text import label
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.basics import Basic, basics

LEVELS: Final = "levels"
"""What one goes to in order to see the governing model."""

_WIDEST: Final = 960


class BasicsPage(Page):
    """Nothing here is much, and all of it is seldom changed. `stand_on` is given the plural of a list."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._panel = RecordPanel(context)
        self._panel.show_record("registers", register_of(context.session).id)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("Grunduppgifter"))
        self.tabs.addTab(_below_tabs(self._panel), _("Registret"))
        self.lists: dict[str, BelowList] = {}
        for basic in basics():
            self._add(basic)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.setFocusProxy(self.tabs)

    def refresh(self, _changed: Changed | None) -> None:
        self._panel.refresh_record()
        for each in self.lists.values():
            each.refresh()

    def stand_on(self, record_id: str) -> None:
        place = [*self.lists].index(record_id) + 1 if record_id in self.lists else 0
        self.tabs.setCurrentIndex(place)
        if place:
            self.lists[record_id].enter()

    def commit(self) -> None:
        self._panel.commit()

    def _add(self, basic: Basic) -> None:
        made = LevelList if basic.below.plural == LEVELS else BelowList
        listed = made(self.context, basic.below)
        listed.show_record("")
        self.lists[basic.below.plural] = listed
        parts: list[QWidget] = [label(basic.about, quiet=True, wrap=True), listed]
        if basic.below.plural == LEVELS:
            parts.append(_left(way(self.context.actions, Verb.RENUMBER)))
        self.tabs.addTab(_scrolled(parts), basic.title)


def _below_tabs(part: QWidget) -> QWidget:
    """A part with some air above it."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, Space.L, 0, 0)
    layout.addWidget(part)
    return made


def _left(part: QWidget) -> QWidget:
    """A part that is no wider than it has to be."""
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(part)
    layout.addStretch(1)
    return made


def _scrolled(parts: list[QWidget]) -> QScrollArea:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, Space.L, Space.L, Space.L)
    column.setSpacing(Space.L)
    for part in parts:
        part.setMaximumWidth(_WIDEST)
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    column.addStretch(1)
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inner)
    return made
