"""What a page is handed: the open register and the few things of the window that a page may use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from regdesk.services.session import Session
from regdesk.ui.actions import Actions
from regdesk.ui.messages import Messages
from regdesk.ui.settings import Settings
from regdesk.ui.theme import Theme
from regdesk.ui.verbs import Verb
from regdesk.ui.work import Worker

Go = Callable[[Verb, str], None]
OpenBeside = Callable[[Path], object]
TakeOver = Callable[[QWidget], Callable[[], None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Made anew for each register that is opened.

    `go` shows a page and, given an id, stands on that record. `take_over` gives a view the whole window, without menus
    and bars, until what it answers with is called. `open_beside` opens another register in a window of its own.
    """

    session: Session
    actions: Actions
    theme: Theme
    settings: Settings
    worker: Worker
    messages: Messages
    go: Go
    take_over: TakeOver
    open_beside: OpenBeside
