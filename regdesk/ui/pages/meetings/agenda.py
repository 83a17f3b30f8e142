"""The agenda of a meeting: its items as a list, what is done to them, and a first item with one click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.actions import plain
from regdesk.ui.context import Context
from regdesk.ui.empty import way
from regdesk.ui.models import RowsModel
from regdesk.ui.text import BAR_ICON, button, label
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.meetings import AgendaRows

_TOOLS = (Verb.EDIT, Verb.MOVE_UP, Verb.MOVE_DOWN, Verb.REMOVE)
_MENU = (Verb.ADD, None, Verb.TAKE_UP, Verb.TAKE_UP_ALL, None, *_TOOLS)


class AgendaPart(QWidget):
    """`chosen` tells of another item, `opened` of Enter on one; `follow_up` of the click that makes the first one."""

    chosen = Signal()
    opened = Signal()
    follow_up = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows = RowsModel(AgendaRows(context.session, ""), self)
        self.view = ListView("agenda", _("Dagordning"), self._rows, context.theme, context.settings)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._empty = _EmptyAgenda(self.follow_up.emit)
        self._stack = QStackedWidget()
        self._lay_out()

    @property
    def current_id(self) -> str:
        """The item that the keyboard stands on; empty when on none."""
        return self.view.current_id

    def show_meeting(self, meeting_id: str) -> None:
        """Show another agenda, standing on its first item."""
        self._rows.set_source(AgendaRows(self._context.session, meeting_id))
        self.view.setCurrentIndex(self._rows.index(0, 0))
        self._show()

    def refresh(self) -> None:
        """Show what the register says now, standing where one stood."""
        self._rows.refresh()
        self._show()

    def choose(self, agenda_item_id: str) -> bool:
        """Stand on this item; False when it is not on the agenda."""
        return self.view.choose(agenda_item_id)

    def set_locked(self, locked: bool) -> None:
        """A closed meeting's empty agenda stays empty."""
        self._empty.set_locked(locked)

    def _show(self) -> None:
        self._stack.setCurrentWidget(self.view if self._rows.rowCount() else self._empty)

    def _open_menu(self) -> None:
        at = self.view.viewport().mapToGlobal(self.view.visualRect(self.view.currentIndex()).bottomLeft())
        self._context.actions.context_menu(self.view, _MENU).popup(at)

    def _lay_out(self) -> None:
        add = way(self._context.actions, Verb.ADD)
        add.setText(_("Nytt ärende"))
        above = QHBoxLayout()
        above.setSpacing(Space.S)
        above.addWidget(add)
        for verb in _TOOLS:
            above.addWidget(self._tool(verb))
        above.addStretch()
        below = QHBoxLayout()
        below.setSpacing(Space.S)
        below.addWidget(way(self._context.actions, Verb.TAKE_UP))
        take_up_all = way(self._context.actions, Verb.TAKE_UP_ALL)
        take_up_all.setText(_("Lägg till allt"))
        below.addWidget(take_up_all)
        below.addStretch()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.M, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(above)
        layout.addWidget(self._stack, 1)
        layout.addLayout(below)

    def _tool(self, verb: Verb) -> QToolButton:
        action = self._context.actions[verb]
        made = QToolButton()
        made.setDefaultAction(action)
        made.setIconSize(BAR_ICON)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.setAccessibleName(plain(action.text()))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made


class _EmptyAgenda(QWidget):
    """Says what an agenda is for, and fills it with one click."""

    def __init__(self, follow_up: Callable[[], None]) -> None:
        super().__init__()
        self._ways = QWidget()
        self._fill = button(_("Lägg till Uppföljning med allt som ska bedömas"), "list", kind="primary")
        self._fill.setAutoDefault(True)
        self._fill.clicked.connect(follow_up)
        ways = QVBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.addWidget(self._fill, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.S, 0, 0)
        layout.setSpacing(Space.M)
        layout.addWidget(
            label(_("Dagordningen är tom. Ett ärende tar upp det i planen som nämnden ska bedöma."), wrap=True)
        )
        layout.addWidget(self._ways)
        layout.addStretch()
        self.setFocusProxy(self._fill)

    def set_locked(self, locked: bool) -> None:
        self._ways.setVisible(not locked)
