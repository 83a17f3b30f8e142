"""The main window: a frame with menus, bars, and either the start page or the desk of the open register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QToolBar, QWidget

from regdesk import __version__
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _
from regdesk.paths import state_folder
from regdesk.services.registers import daily_backup, user_name
from regdesk.services.session import Changed, Session
from regdesk.ui.actions import Actions, Handler
from regdesk.ui.beginning import Beginning
from regdesk.ui.context import Context
from regdesk.ui.desk import Desk
from regdesk.ui.look import Look
from regdesk.ui.messages import Messages
from regdesk.ui.page import PageSpec
from regdesk.ui.palette import CommandPalette, commands
from regdesk.ui.settings import Settings
from regdesk.ui.speech import Speech
from regdesk.ui.start import StartPage
from regdesk.ui.status import StatusBar
from regdesk.ui.text import BAR_ICON
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.ui.undo import UndoSteps
from regdesk.ui.verbs import MENUS, TOOLBAR, Given, Verb
from regdesk.ui.work import Worker
from regdesk.viewmodels.titles import register_title

APP: Final = "Regdesk"
_NAME: Final = "main"
_OF_SCREEN: Final = 0.94
"""How much of the screen a new window takes at most, so that its frame has room too."""


class Shell(QMainWindow):
    """Opens and closes registers, and hands each to a desk of pages. What a page does is the page's own."""

    def __init__(self, theme: Theme, settings: Settings, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self.theme, self.settings = theme, settings
        self.messages = Messages(self)
        self.worker = Worker(self.messages.failed, self)
        self.verbs = Actions(self)
        self.session: Session | None = None
        self.context: Context | None = None
        self.desk: Desk | None = None
        self._pages = pages
        self._ends: list[Callable[[], None]] = []
        self.beside: list[Shell] = []
        self._look = Look(self.verbs, theme, settings)
        self._speech = Speech(self.verbs, settings, self.messages)
        self._beginning = Beginning(self)
        self.verbs.handle(self._handlers())
        self._status = StatusBar(self.worker)
        self._middle = QStackedWidget()
        self._bar = self._make_toolbar()
        self._dress()

    # Registers

    def open_register(self, path: Path) -> bool:
        """Open the register at `path` instead of the one that is open; says why and gives False when it cannot be."""
        try:
            session = Session.open(path, user_name(), state_folder() / "backups")
        except Problem as problem:
            if problem.kind is ProblemKind.REGISTER_MISSING:
                self.settings.forget(path)
            self.messages.failed(problem)
            self._start.show_recent(self.settings.recent)
            return False
        self.close_register()
        self._show_desk(session)
        self.settings.remember(path)
        self.settings.folder = path.parent
        return True

    def close_register(self) -> None:
        """Store what is being written, close the open register if there is one, and show the start page."""
        if self.session is None or self.desk is None:
            return
        self.desk.close_register()
        for end in self._ends:
            end()
        self._ends = []
        self.desk.deleteLater()
        self._back_up(self.session)
        self.session.close()
        self.session, self.context, self.desk = None, None, None
        self._show_start()

    def _back_up(self, session: Session) -> None:
        """Keep a copy of what the day's work came to; a copy that cannot be made is told of and stops nothing."""
        try:
            daily_backup(session, state_folder() / "backups", date.today())
        except Problem as problem:
            self.messages.failed(problem)

    def _show_desk(self, session: Session) -> None:
        self.session = session
        self.verbs.set_given(Given.REGISTER)
        self.context = self._context(session)
        self.desk = Desk(self.context, self._pages)
        undo = UndoSteps(session, self.verbs, self.messages)
        self._ends = [undo.stop, session.subscribe(self._follow), session.subscribe(self._status.show_saved)]
        self._middle.addWidget(self.desk)
        self._middle.setCurrentWidget(self.desk)
        self.desk.focus_page()
        self._show_title(session)

    def _follow(self, changed: Changed) -> None:
        """The title says which board and which years."""
        if self.session is not None and changed.touches("registers", "bodies"):
            self._show_title(self.session)

    def _show_title(self, session: Session) -> None:
        title = register_title(session)
        self.setWindowTitle(f"{title} – {APP}")
        self._status.show_register(title, str(session.path))

    def _context(self, session: Session) -> Context:
        return Context(
            session=session,
            actions=self.verbs,
            theme=self.theme,
            settings=self.settings,
            worker=self.worker,
            messages=self.messages,
            go=self._go,
            take_over=self._take_over,
            open_beside=self._open_beside,
        )

    def _go(self, verb: Verb, record_id: str = "") -> None:
        if self.desk is not None:
            self.desk.go(verb, record_id)

    def _open_beside(self, path: Path) -> None:
        """Show another register in a window of its own, the one it is open in already where there is one."""
        for beside in self.beside:
            if beside.session is not None and beside.session.path == path:
                beside.activateWindow()
                return
        free = next((each for each in self.beside if not each.isVisible()), None)
        beside = free or Shell(self.theme, self.settings, self._pages)
        if free is None:
            self.beside.append(beside)
        beside.move(self.pos() + QPoint(Space.XXL, Space.XXL))
        beside.show()
        beside.open_register(path)

    def _take_over(self, view: QWidget) -> Callable[[], None]:
        before = self.desk or self._start
        self._middle.addWidget(view)
        self._middle.setCurrentWidget(view)
        self._show_frame(shown=False)

        def give_back() -> None:
            self._middle.removeWidget(view)
            self._middle.setCurrentWidget(before)
            self._show_frame(shown=True)
            if self.desk is not None:
                self.desk.focus_page()

        return give_back

    @cached_property
    def _start(self) -> StartPage:
        """Made when there is no register to show."""
        made = StartPage(self.verbs, self.theme)
        made.chosen.connect(self.open_register)
        self._middle.addWidget(made)
        return made

    def _show_start(self) -> None:
        self.verbs.set_given(Given.NOTHING)
        self._start.show_recent(self.settings.recent)
        self._middle.setCurrentWidget(self._start)
        self._start.setFocus()
        self.setWindowTitle(APP)
        self._status.show_register("", "")

    # Verbs of the window

    def _handlers(self) -> dict[Verb, Handler]:
        return {
            Verb.NEW_REGISTER: self._beginning.new_register,
            Verb.OPEN_REGISTER: self._choose_register,
            Verb.OPEN_EXAMPLE: self._beginning.open_example,
            Verb.IMPORT_PLAN: self._beginning.import_plan,
            Verb.CLOSE_REGISTER: self.close_register,
            Verb.QUIT: self.close,
            Verb.OPEN_PALETTE: self._open_palette,
            Verb.FULL_SCREEN: self._switch_full_screen,
            Verb.ABOUT: self._tell_about,
        }

    def _choose_register(self) -> None:
        dialog = QFileDialog(self, _("Öppna register"), str(self.settings.folder or Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Register (*.regdesk)"))
        dialog.fileSelected.connect(lambda name: self.open_register(Path(name)))
        dialog.open()

    def _open_palette(self) -> None:
        CommandPalette(commands(list(self.verbs)), self.theme, self).show()

    def _switch_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _tell_about(self) -> None:
        text = _("Regdesk {version}\n\nMål, indikatorer och bedömningar för nämndsekreterare.\nLicens: EUPL-1.2")
        self.messages.tell(text.format(version=__version__))

    # The frame

    def _show_frame(self, *, shown: bool) -> None:
        for part in (self.menuBar(), self._bar, self._status):
            part.setVisible(shown)

    def _dress(self) -> None:
        self.setCentralWidget(self._middle)
        self.setStatusBar(self._status)
        self.verbs.fill_bar(self.menuBar(), MENUS)
        self.addToolBar(self._bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.resize(QSize(1200, 800).boundedTo(self.screen().availableSize() * _OF_SCREEN))
        self.restoreGeometry(self.settings.geometry(_NAME))

    def _make_toolbar(self) -> QToolBar:
        bar = QToolBar(_("Verktyg"))
        bar.setMovable(False)
        bar.setIconSize(BAR_ICON)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for verb in TOOLBAR:
            if verb is None:
                bar.addSeparator()
            else:
                bar.addAction(self.verbs[verb])
        return bar

    def showEvent(self, event: QShowEvent) -> None:
        if self.session is None:
            self._show_start()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk is not None and self.desk.holds_back(self.close):
            event.ignore()
            return
        self.settings.set_geometry(_NAME, self.saveGeometry())
        self.close_register()
        self.worker.close()
        super().closeEvent(event)
