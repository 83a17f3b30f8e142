"""The meeting mode in the window: it takes the window over with its own few verbs, and gives it back as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt

from regdesk.ui.context import Context
from regdesk.ui.meeting.view import MeetingView
from regdesk.ui.verbs import Verb

_OFFERED: Final = frozenset(
    {
        *(Verb.UNDO, Verb.REDO, Verb.MAKE_ASSIGNMENT, Verb.FULL_SCREEN),
        *(Verb.LARGER_TEXT, Verb.SMALLER_TEXT, Verb.NORMAL_TEXT),
        *(Verb.FOLLOW_SYSTEM, Verb.USE_LIGHT, Verb.USE_DARK),
    }
)
_FULL: Final = Qt.WindowState.WindowFullScreen


class Sitting:
    """One meeting, from when the board begins to assess until it is done; `ended` is called then."""

    def __init__(self, context: Context, meeting_id: str, ended: Callable[[], object]) -> None:
        self.view = MeetingView(context, meeting_id)
        self._ended = ended
        self._ends = [
            context.take_over(self.view),
            context.actions.only(_OFFERED),
            context.actions.handle(
                {
                    Verb.UNDO: self.view.undo,
                    Verb.REDO: self.view.redo,
                    Verb.MAKE_ASSIGNMENT: self.view.make_assignment,
                }
            ),
        ]
        self._was_full = bool(self.view.window().windowState() & _FULL)
        self.view.left.connect(self.end)
        self.view.setFocus()

    def end(self) -> None:
        """Store what is being written and give the window back."""
        self.view.close_mode()
        window = self.view.window()
        if not self._was_full:
            window.setWindowState(window.windowState() & ~_FULL)
        for end in reversed(self._ends):
            end()
        self.view.deleteLater()
        self._ended()
