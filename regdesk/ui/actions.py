"""The actions, made once of the table of verbs; menus, tool bar and command palette show the same ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from regdesk.i18n import _
from regdesk.ui.icons import icon
from regdesk.ui.shortcuts import SHORTCUTS
from regdesk.ui.text import tip
from regdesk.ui.verbs import SPECS, Given, Menu, Verb

Handler = Callable[[], object]

_NATIVE: Final = QKeySequence.SequenceFormat.NativeText


class Actions(QObject):
    """One QAction a verb. A verb is enabled while someone handles it and all that it needs is given."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._given = Given.NOTHING
        self._offered: Collection[Verb] = frozenset(Verb)
        self._handlers: dict[Verb, list[Handler]] = {}
        self._actions = {verb: self._make(verb) for verb in Verb}
        window.addActions(list(self._actions.values()))

    def __getitem__(self, verb: Verb) -> QAction:
        return self._actions[verb]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    @property
    def given(self) -> Given:
        return self._given

    def handle(self, handlers: Mapping[Verb, Handler]) -> Callable[[], None]:
        """Let these run when their verbs are chosen, before anyone who came earlier; the result stops it."""
        for verb, handler in handlers.items():
            self._handlers.setdefault(verb, []).append(handler)
        self._refresh(handlers)
        return lambda: self._unhandle(handlers)

    def set_given(self, given: Given) -> None:
        """Say what is at hand now; actions follow."""
        if given != self._given:
            self._given = given
            self._refresh(Verb)

    def give(self, what: Given, at_hand: bool) -> None:
        """Add one thing to what is at hand, or take it away."""
        self.set_given(self._given | what if at_hand else self._given & ~what)

    def only(self, verbs: Collection[Verb]) -> Callable[[], None]:
        """Offer nothing but these, whatever else is at hand; the result ends it."""
        self._offered = frozenset(verbs)
        self._refresh(Verb)
        return self._offer_all

    def rename(self, verb: Verb, text: str) -> None:
        """Name the step an action would take, as in "Ångra Bedöm HME"; empty gives the verb's own words."""
        action = self._actions[verb]
        action.setText(text.replace("&", "&&") if text else _(SPECS[verb].text))
        action.setIconText(_short(verb))
        action.setToolTip(_with_keys(verb, text or _(SPECS[verb].tip)))

    def fill_bar(self, bar: QMenuBar, menus: Iterable[Menu]) -> None:
        for menu in menus:
            self.fill(bar.addMenu(_(menu.title)), menu.content)

    def fill(self, menu: QMenu, content: Iterable[Verb | Menu | None]) -> QMenu:
        """Put actions, menus and lines into `menu`."""
        for part in content:
            if part is None:
                menu.addSeparator()
            elif isinstance(part, Menu):
                self.fill(menu.addMenu(_(part.title)), part.content)
            else:
                menu.addAction(self._actions[part])
        return menu

    def context_menu(self, parent: QWidget, content: Iterable[Verb | Menu | None]) -> QMenu:
        """A menu of these for a click on `parent`; it goes away when closed."""
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        return self.fill(menu, content)

    def _make(self, verb: Verb) -> QAction:
        spec = SPECS[verb]
        action = QAction(_(spec.text), self)
        action.setObjectName(verb.value)
        action.setIconText(_short(verb))
        action.setStatusTip(_(spec.tip))
        action.setCheckable(spec.checkable)
        action.setEnabled(False)
        action.setShortcuts([QKeySequence(keys) for keys in SHORTCUTS.get(verb, ())])
        action.setToolTip(_with_keys(verb, _(spec.tip)))
        action.setMenuRole(QAction.MenuRole.NoRole)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.triggered.connect(lambda: self._run(verb))
        return action

    def _run(self, verb: Verb) -> None:
        if handlers := self._handlers.get(verb):
            handlers[-1]()

    def _unhandle(self, handlers: Mapping[Verb, Handler]) -> None:
        for verb, handler in handlers.items():
            self._handlers[verb].remove(handler)
        self._refresh(handlers)

    def _offer_all(self) -> None:
        self._offered = frozenset(Verb)
        self._refresh(Verb)

    def _refresh(self, verbs: Iterable[Verb]) -> None:
        for verb in verbs:
            offered = verb in self._offered and bool(self._handlers.get(verb))
            self._actions[verb].setEnabled(offered and SPECS[verb].needs in self._given)


def plain(text: str) -> str:
    """An action's text without its mnemonic mark."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _short(verb: Verb) -> str:
    """What a bar calls an action: it must not change its width with each step that is named."""
    return plain(_(SPECS[verb].text)).removesuffix("…").rstrip()


def _with_keys(verb: Verb, words: str) -> str:
    """A tool tip of `words` and the key, so that the key is learnt. It names what a register holds: no markup."""
    keys = SHORTCUTS.get(verb, ())
    return tip(f"{words} ({QKeySequence(keys[0]).toString(_NATIVE)})" if keys else words)
