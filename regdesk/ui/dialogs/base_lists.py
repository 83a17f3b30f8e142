"""The dialog "Uppsiktens listor": the perspectives, forums and questions that supervision chooses from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.pages.below_list import BelowList
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.base_lists import BASE_LISTS, add_company_questions

_LETTERS = 84
_HEIGHT = 720
_SHARE_OF_SCREEN = 0.9


class BaseListsDialog(QDialog):
    """Each list is added to, changed and emptied where it stands; every change is a step that can be undone."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(_("Uppsiktens listor"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lists = [BelowList(context, below) for below in BASE_LISTS]
        self.template = button(_("Lägg till &mall: årsfrågor till bolag"), "document")
        self.template.clicked.connect(self._add_template)
        self._lay_out()
        self.finished.connect(context.session.subscribe(lambda _changed: self._refresh()))
        self._refresh()

    def _refresh(self) -> None:
        for each in self.lists:
            each.show_record("")

    def _add_template(self) -> None:
        try:
            add_company_questions(self._context.session)
        except Problem as problem:
            self._context.messages.failed(problem)

    def _lay_out(self) -> None:
        close = QDialogButtonBox()
        done = button(_("Stäng"))
        done.setDefault(True)
        done.clicked.connect(self.accept)
        close.addButton(done, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.L)
        layout.addWidget(label(_("Uppsiktens listor"), Step.TITLE))
        layout.addWidget(
            label(_("Det som uppsikten väljer bland. Ändra det som är nämndens eget."), quiet=True, wrap=True)
        )
        layout.addWidget(self._scrolled(), 1)
        layout.addWidget(close)
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(min(_LETTERS * self.fontMetrics().averageCharWidth(), room.width()), min(_HEIGHT, room.height()))

    def _scrolled(self) -> QScrollArea:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, Space.M, 0)
        layout.setSpacing(Space.L)
        for each in self.lists:
            layout.addWidget(each)
        layout.addWidget(self.template, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        made = QScrollArea()
        made.setWidgetResizable(True)
        made.setFrameShape(QScrollArea.Shape.NoFrame)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setWidget(holder)
        return made
