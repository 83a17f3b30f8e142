"""The window's middle while a register is open: the list of pages, the page in sight, its title and its filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from regdesk.services.session import Changed
from regdesk.ui.actions import plain
from regdesk.ui.context import Context
from regdesk.ui.filter import FilterField
from regdesk.ui.navigation import Navigation
from regdesk.ui.page import Page, PageSpec
from regdesk.ui.plan_deeds import PlanDeeds
from regdesk.ui.text import label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb


class Desk(QWidget):
    """One open register. Pages are made when first gone to, and read again when gone back to after a change."""

    def __init__(self, context: Context, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._context = context
        self._specs = {spec.verb: spec for spec in specs}
        self._pages: dict[Verb, Page] = {}
        self._rooms: dict[Verb, QScrollArea] = {}
        self._stale: set[Verb] = set()
        self._current: Verb | None = None
        self._release: Callable[[], None] = _nothing
        self._navigation = Navigation(list(self._specs), context.actions, context.theme)
        self._title = label(step=Step.HEADING)
        self._filter = FilterField()
        self._stack = QStackedWidget()
        self._lay_out()
        self._filter.textChanged.connect(self._set_filter)
        self._filter.done.connect(self.focus_page)
        self._navigation.picked.connect(self.go)
        self._ends = [context.session.subscribe(self._changed), context.actions.handle(self._handlers())]
        self._ends.append(context.actions.handle(PlanDeeds(context, self._commit, self).handlers()))
        self.go(next(iter(self._specs)))

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        return self._pages.get(self._current) if self._current else None

    def go(self, verb: Verb, record_id: str = "") -> None:
        """Show the page of `verb`, and stand on a record of it where one is named."""
        if verb is not self._current:
            self._leave()
            self._enter(verb)
            if QApplication.focusWidget() is None:
                self.focus_page()
        if record_id:
            self._pages[verb].stand_on(record_id)

    def focus_page(self) -> None:
        """Put the keyboard on the page in sight."""
        if self.page is not None:
            self.page.setFocus()

    def holds_back(self, then: Callable[[], object]) -> bool:
        """Whether the page in sight has words that closing would lose; it asks then, and `then` goes on."""
        return self.page is not None and self.page.holds_back(then)

    def close_register(self) -> None:
        """Store what is being written and stop listening; the session is closed by whoever opened it."""
        self._leave()
        for end in self._ends:
            end()

    def _commit(self) -> None:
        if self.page is not None:
            self.page.commit()

    def _go_there(self, verb: Verb) -> None:
        """What a key or a menu asks for: the page with the keyboard on it."""
        self.go(verb)
        self.focus_page()

    def _leave(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._stack.isAncestorOf(focused):
            focused.clearFocus()
        if self.page is not None:
            self.page.commit()
        self._release()
        self._release = _nothing

    def _enter(self, verb: Verb) -> None:
        page = self._pages.get(verb) or self._make(verb)
        self._current = verb
        self._stack.setCurrentWidget(self._rooms[verb])
        self._show_page(page, plain(self._context.actions[verb].text()))
        if verb in self._stale:
            self._stale.discard(verb)
            page.refresh(None)
        self._release = self._context.actions.handle(page.handlers())
        for each in self._specs:
            self._context.actions[each].setChecked(each is verb)
        self._navigation.show_verb(verb)

    def _make(self, verb: Verb) -> Page:
        page = self._specs[verb].make(self._context)
        self._pages[verb] = page
        page.drop_filter.connect(self._filter.clear)
        self._rooms[verb] = _room_for(page)
        self._stack.addWidget(self._rooms[verb])
        return page

    def _show_page(self, page: Page, title: str) -> None:
        page.setAccessibleName(title)
        self._title.setText(title)
        self._filter.clear()
        self._filter.setVisible(bool(page.filter_hint))
        self._filter.setPlaceholderText(page.filter_hint)
        self._filter.setAccessibleName(page.filter_hint)

    def _changed(self, changed: Changed) -> None:
        self._stale = set(self._pages) - {self._current} if self._current else set(self._pages)
        if self.page is not None:
            self.page.refresh(changed)

    def _set_filter(self, text: str) -> None:
        if self.page is not None:
            self.page.set_filter(text)

    def _find(self) -> None:
        if self._filter.isVisible():
            self._filter.setFocus()
            self._filter.selectAll()

    def _ask(self) -> None:
        from regdesk.ui.finder import Finder  # not before somebody asks

        if self.page is not None:
            self.page.commit()
        Finder(self._context, self.window()).show()

    def _edit_look(self) -> None:
        from regdesk.ui.dialogs.look import LookDialog  # not before somebody asks

        self._commit()
        LookDialog(self._context, self).open()

    def _handlers(self) -> dict[Verb, Callable[[], None]]:
        pages: dict[Verb, Callable[[], None]] = {verb: lambda verb=verb: self._go_there(verb) for verb in self._specs}  # type: ignore[misc]
        return {Verb.FIND: self._find, Verb.ASK: self._ask, Verb.EDIT_LOOK: self._edit_look} | pages

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._filter)
        side = QVBoxLayout()
        side.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        side.setSpacing(Space.L)
        side.addLayout(head)
        side.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._navigation)
        layout.addLayout(side, 1)


def _room_for(page: Page) -> QScrollArea:
    """A page has the room that there is; one that needs more, as in large text on a small screen, scrolls whole."""
    room = QScrollArea()
    room.setFrameShape(QFrame.Shape.NoFrame)
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    room.setWidgetResizable(True)
    room.setWidget(page)
    return room


def _nothing() -> None:
    """What releasing comes to while no page holds any action."""
