"""The agenda of a meeting: its items as a list, what is done to them, and a first item with one click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from regdesk.i18n import _
from regdesk.ui.actions import plain
from regdesk.ui.context import Context
from regdesk.ui.empty import way
from regdesk.ui.models import RowsModel
from regdesk.ui.text import BAR_ICON, button, label, set_flag
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.agenda_items import conflict_words, item_notes, waiting_words
from regdesk.viewmodels.meetings import AgendaRows
from regdesk.viewmodels.new_meeting import template_choices

_TOOLS = (Verb.EDIT, Verb.MOVE_UP, Verb.MOVE_DOWN, Verb.REMOVE)
_WHOLE = (
    *(Verb.TAKE_UP_ALL, Verb.PULL_DUE, Verb.CARRY_OVER, None),
    *(Verb.NUMBER_AGENDA, None, Verb.KEEP_AGENDA, Verb.EDIT_TEMPLATES),
)
_MENU = (
    *(Verb.ADD, None, Verb.SET_OUTCOME, Verb.MAKE_ASSIGNMENT, Verb.ATTACH, None),
    *(Verb.TAKE_UP, Verb.TAKE_UP_ALL, None, *_TOOLS),
)


class AgendaPart(QWidget):
    """`chosen` tells of another item, `opened` of Enter on one.

    `follow_up` tells of the click that makes the first item, `template` sends the code of the one to begin from.
    """

    chosen = Signal()
    opened = Signal()
    follow_up = Signal()
    template = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._meeting_id = ""
        self._rows = RowsModel(AgendaRows(context.session, ""), self)
        self.view = ListView("agenda", _("Dagordning"), self._rows, context.theme, context.settings)
        self.view.chosen.connect(self._tell)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._notes = label(quiet=True, wrap=True)
        self._waiting = label(wrap=True)
        self._conflicts = label(wrap=True)
        set_flag(self._conflicts, "tone", "bad")
        self._empty = _EmptyAgenda(context, self.follow_up.emit, self.template.emit)
        self._stack = QStackedWidget()
        self._locked = False
        self._lay_out()

    @property
    def current_id(self) -> str:
        """The item that the keyboard stands on; empty when on none."""
        return self.view.current_id

    def show_meeting(self, meeting_id: str) -> None:
        """Show another agenda, standing on its first item."""
        self._meeting_id = meeting_id
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
        self._locked = locked
        self._empty.set_locked(locked)
        if locked:
            self._say(self._waiting, "")

    def _show(self) -> None:
        self._stack.setCurrentWidget(self.view if self._rows.rowCount() else self._empty)
        session, meeting_id = self._context.session, self._meeting_id
        self._say(self._conflicts, conflict_words(session, meeting_id))
        self._say(self._waiting, "" if self._locked else waiting_words(session, meeting_id))
        self._tell()

    def _tell(self) -> None:
        """What the row that one stands on has no room for."""
        chosen = self.current_id
        self._say(self._notes, " · ".join(item_notes(self._context.session, chosen)) if chosen else "")

    def _say(self, where: QLabel, words: str) -> None:
        where.setText(words)
        where.setVisible(bool(words))

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
        above.addWidget(way(self._context.actions, Verb.SET_OUTCOME))
        above.addStretch()
        below = QHBoxLayout()
        below.setSpacing(Space.S)
        below.addWidget(way(self._context.actions, Verb.TAKE_UP))
        below.addWidget(self._whole_button())
        below.addStretch()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.M, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(above)
        layout.addWidget(self._waiting)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._notes)
        layout.addWidget(self._conflicts)
        layout.addLayout(below)

    def _whole_button(self) -> QPushButton:
        made = button(_("Dagordningen"), "agenda")
        made.setAutoDefault(True)
        made.setMenu(self._context.actions.fill(QMenu(made), _WHOLE))
        return made

    def _tool(self, verb: Verb) -> QToolButton:
        action = self._context.actions[verb]
        made = QToolButton()
        made.setDefaultAction(action)
        made.setIconSize(BAR_ICON)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.setAccessibleName(plain(action.text()))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made


class _EmptyAgenda(QScrollArea):
    """Says what an agenda is for, and fills it with one click. Scrolls where the window is low and the text large."""

    def __init__(self, context: Context, follow_up: Callable[[], None], template: Callable[[str], None]) -> None:
        super().__init__()
        self._session, self._template = context.session, template
        self._ways = QWidget()
        self._fill = button(_("Lägg till Uppföljning med allt som ska bedömas"), "list", kind="primary")
        self._fill.setAutoDefault(True)
        self._fill.clicked.connect(follow_up)
        self._begin = button(_("Börja från en mall"), "agenda")
        self._begin.setAutoDefault(True)
        self._menu = QMenu(self._begin)
        self._menu.aboutToShow.connect(self._offer_templates)
        self._begin.setMenu(self._menu)
        ways = QVBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        for each in (self._fill, self._begin):
            ways.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, Space.S, 0, 0)
        layout.setSpacing(Space.M)
        layout.addWidget(
            label(_("Dagordningen är tom. Ett ärende tar upp det i planen som nämnden ska bedöma."), wrap=True)
        )
        layout.addWidget(self._ways)
        layout.addStretch()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(holder)
        self.setFocusProxy(self._fill)

    def set_locked(self, locked: bool) -> None:
        self._ways.setVisible(not locked)

    def _offer_templates(self) -> None:
        self._menu.clear()
        for choice in template_choices(self._session):
            if choice.code:
                action = self._menu.addAction(choice.text.replace("&", "&&"))
                action.triggered.connect(lambda _checked, code=choice.code: self._template(code))
