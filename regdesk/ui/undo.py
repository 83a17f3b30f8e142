"""Undo and redo in the window: named after the step they would take; a field that is being written in goes first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from regdesk.domain.problems import Problem
from regdesk.services.session import Session
from regdesk.ui.actions import Actions
from regdesk.ui.editors import text_field
from regdesk.ui.messages import Messages
from regdesk.ui.verbs import Given, Verb
from regdesk.viewmodels.steps import redo_text, undo_text


class UndoSteps:
    """Ties the two actions to one open register, until `stop`."""

    def __init__(self, session: Session, actions: Actions, messages: Messages) -> None:
        self._session, self._actions, self._messages = session, actions, messages
        self._ends: list[Callable[[], None]] = [
            session.subscribe(lambda _changed: self.show()),
            actions.handle({Verb.UNDO: self.undo, Verb.REDO: self.redo}),
        ]
        self.show()

    def stop(self) -> None:
        for end in self._ends:
            end()
        self._name("", "")

    def undo(self) -> None:
        field = text_field(QApplication.focusWidget())
        if field is not None and field.isUndoAvailable():
            field.undo()
        else:
            self._step(self._session.undo)

    def redo(self) -> None:
        field = text_field(QApplication.focusWidget())
        if field is not None and field.isRedoAvailable():
            field.redo()
        else:
            self._step(self._session.redo)

    def show(self) -> None:
        """Name the actions after the steps that the session has."""
        self._name(undo_text(self._session.undo_step), redo_text(self._session.redo_step))

    def _step(self, step: Callable[[], object]) -> None:
        try:
            step()
        except Problem as problem:
            self._messages.failed(problem)
            self.show()

    def _name(self, undo: str, redo: str) -> None:
        self._actions.rename(Verb.UNDO, undo)
        self._actions.rename(Verb.REDO, redo)
        self._actions.give(Given.UNDOABLE, at_hand=bool(undo))
        self._actions.give(Given.REDOABLE, at_hand=bool(redo))
