"""The meeting mode as the window shows it: one card, its verdicts and its comment, and the keys that lead through all.

Each deed is one call that is on disk when it returns; only then is the next key read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.actions import REDONE, UNDONE, Step
from regdesk.ui.context import Context
from regdesk.ui.dialogs.comment import CommentDialog
from regdesk.ui.meeting.announce import announce
from regdesk.ui.meeting.card_view import CardView
from regdesk.ui.meeting.footer import Footer
from regdesk.ui.meeting.header import Header
from regdesk.ui.meeting.keys import HELD, KEYS, Deed, key_name
from regdesk.ui.meeting.sizes import body_pixels, style
from regdesk.ui.meeting.task_list import TaskList
from regdesk.viewmodels.card_speech import spoken_card, spoken_verdict
from regdesk.viewmodels.cards import Card
from regdesk.viewmodels.decisions import ShortForm, assignment_form, report_form
from regdesk.viewmodels.meeting_mode import Choice, MeetingMode, choices
from regdesk.viewmodels.problems import sentence
from regdesk.viewmodels.steps import entry_text

_LIST: Final = 0.28
"""The share of the width that the list beside the card takes."""
_LEAST: Final = (640, 480)


class MeetingView(QWidget):
    """One meeting in front of the board. `left` tells that the user is done here."""

    left = Signal()

    def __init__(self, context: Context, meeting_id: str) -> None:
        super().__init__()
        self._context = context
        self._mode = MeetingMode(context.session, meeting_id)
        self._choices = {choice.key: choice for choice in choices()}
        self._deeds = self._make_deeds()
        self._body = 0
        self._lets_go = False
        self.header = Header(self._mode.title)
        self.card = CardView(context.theme)
        self.footer = Footer(context.theme)
        self.tasks = TaskList(context.theme)
        self.tasks.hide()
        self._lay_out()
        self._connect()
        self._show_all()
        self.setFocusProxy(self.footer.verdicts)

    def close_mode(self) -> None:
        """Store what is being written and stop following the register."""
        self.commit()
        self.footer.comment.left.disconnect()
        self._mode.close()

    def commit(self) -> bool:
        """Store the comment that is being written; False when it cannot be, and is still there."""
        comment = self.footer.comment
        if not comment.is_unsaved:
            return True
        stored = self._try(lambda: self._mode.comment(comment.get_text()))
        if stored:
            self._show()
        return stored

    @property
    def current(self) -> Card | None:
        """The card in front of the board."""
        return self._mode.current

    # Deeds

    def decide(self, choice: Choice) -> None:
        """Give this verdict, with the words that stand in the field; the next letters are its comment."""
        card = self._mode.current
        if card and card.hidden:
            self._tell(_("Det här är dolt. Tryck V för att visa det innan ni bedömer."), bad=True)
            return
        words = self.footer.comment.get_text()
        self._record(lambda: self._mode.verdict(choice.verdict, words))

    def accept(self) -> None:
        """Take what the rule suggests."""
        card = self._mode.current
        if card and card.suggestion:
            words = self.footer.comment.get_text()
            self._record(lambda: self._mode.accept_suggestion(words))

    def switch_secret(self) -> None:
        """Show what is secret here, or hide it again; words that are being written are stored first."""
        if self.commit():
            self._mode.switch_secret()
            self._show()
            self._say(spoken_card)

    def say(self) -> None:
        """Write down what the administration, the board or a union says of the thing on the card."""
        card = self._mode.current
        if card and not card.hidden and self.commit():
            CommentDialog.new(self._context.session, card.subject.item_id, self, self._mode.meeting.id).open()

    def report(self) -> None:
        """Tell the meeting how an uppdrag stands; words that wait for a verdict begin the report."""
        card = self._mode.current
        if card is None or not card.can_be_reported:
            self._tell(_("Bara uppdrag återrapporteras."))
            return
        words = "" if card.verdict else self.footer.comment.get_text()
        form = report_form(self._context.session, card.subject.item_id, self._mode.agenda_item_id, words)
        self._ask_form(form, self._drop_words if words else self._show)

    def make_assignment(self) -> None:
        """Make an uppdrag of what was decided of the card's item."""
        card = self._mode.current
        if card and not card.hidden and self.commit():
            self._ask_form(assignment_form(self._context.session, self._mode.agenda_item_id), self._show)

    def _ask_form(self, form: ShortForm, then: Callable[[], object]) -> None:
        """Over the window rather than over this, whose type is for a whole room."""
        from regdesk.ui.dialogs.form_dialog import FormDialog

        dialog = FormDialog(form.title, form.go, form.fields, form.values, form.store, self.window())
        dialog.accepted.connect(then)
        dialog.finished.connect(lambda _result: self.setFocus())
        dialog.open()

    def _drop_words(self) -> None:
        """What was typed as a comment is the report now."""
        self.footer.comment.set_text("")
        self._mode.comment("")
        self._show()

    def undo(self) -> None:
        """Take back what is being typed, or else the last verdict or comment, and stand before it."""
        comment = self.footer.comment
        if comment.hasFocus() and comment.isUndoAvailable():
            comment.undo()
        elif self._try(self._mode.undo):
            self._show_step(UNDONE, self._context.session.redo_step)

    def redo(self) -> None:
        """Do anew what was taken back."""
        comment = self.footer.comment
        if comment.hasFocus() and comment.isRedoAvailable():
            comment.redo()
        elif self._try(self._mode.redo):
            self._show_step(REDONE, self._context.session.undo_step)

    def next(self) -> None:
        """The next card; says how things stand when this is the last one."""
        was = self._mode.index
        if self._go(self._mode.next) and self._mode.index == was:
            self._tell_end()

    def leave(self) -> None:
        """Be done, unless words would be lost with it."""
        if not self.holds_back(self.left.emit):
            self.left.emit()

    def holds_back(self, then: Callable[[], object]) -> bool:
        """Whether leaving would lose words: then it is asked about, and `then` runs when they may be lost."""
        if self._lets_go:
            return False
        if not self.commit():
            self._ask(_("Kommentaren är inte sparad."), then)
            return True
        if self._mode.waiting is not None:
            self.go_to(self._mode.waiting)
            self._ask(_("Den här kommentaren väntar på en bedömning och sparas inte utan den."), then)
            return True
        return False

    def go_to(self, place: int) -> None:
        """The card at a place counted from 0."""
        self._go(lambda: self._mode.go_to(place))

    def switch_list(self) -> None:
        """Show the list of all, or hide it."""
        if self.tasks.isVisible() and self.tasks.hasFocus():
            self.setFocus()
        self.tasks.setVisible(not self.tasks.isVisible())

    def _record(self, write: Callable[[], None]) -> None:
        if self._mode.current is None or not self._try(write):
            return
        self._show()
        comment = self.footer.comment
        comment.moveCursor(QTextCursor.MoveOperation.End)
        comment.setFocus()
        self._say(spoken_verdict)

    def _go(self, move: Callable[[], object]) -> bool:
        """Store what is being written, then move; False when that could not be."""
        if not self.commit():
            return False
        move()
        self._show()
        if not self.tasks.hasFocus():
            self.setFocus()
        self._say(spoken_card)
        return True

    def _pick(self, place: int) -> None:
        """The user moved in the list."""
        if place != self._mode.index:
            self.go_to(place)
            self.tasks.stand_on(self._mode.index)

    def _escape(self) -> None:
        """Back to the card, and from there out."""
        if self.footer.verdicts.hasFocus():
            self.leave()
        else:
            self.setFocus()

    def _try(self, deed: Callable[[], None]) -> bool:
        """False when the register refused: it says why, and shows how things stand now."""
        try:
            deed()
        except Problem as problem:
            self._show_all()
            self._tell(sentence(problem), bad=True)
            return False
        return True

    def _ask(self, why: str, then: Callable[[], object]) -> None:
        def let_go() -> None:
            self._lets_go = True
            then()

        question = _("{why} Vill du lämna ändå?").format(why=why)
        self._context.messages.ask(question, _("Lämna utan att spara"), let_go, danger=True)

    # What is shown

    def _show(self) -> None:
        """The card as it is now; nothing is painted that is as it was."""
        card = self._mode.current
        self.header.show_card(card)
        for part in (self.card, self.footer):
            part.setVisible(card is not None)
        if card:
            self.card.show_card(card)
            self.footer.show_card(card)
            self.tasks.show_row(self._mode.task_row(self._mode.index))
            self.footer.verdicts.setAccessibleName(card.subject.title)
            self.footer.verdicts.setAccessibleDescription(spoken_card(card))

    def _show_all(self) -> None:
        self.tasks.show_rows(self._mode.overview(), self._mode.index)
        self._show()

    def _show_step(self, mark: str, step: Step | None) -> None:
        """Say what was taken back or done anew, on the card that it concerned."""
        self._show()
        self.setFocus()
        hidden = self._mode.current is not None and self._mode.current.hidden
        words = entry_text(mark + step.action, "" if hidden else step.subject) if step else ""
        self._tell(words)
        announce(self, words)

    def _tell_end(self) -> None:
        if self._mode.done == self._mode.total:
            self._tell(_("Allt är bedömt. Esc lämnar bedömningen."))
        else:
            self._tell(_("Det här är den sista. Ctrl+Enter går till nästa som inte är bedömd."))

    def _tell(self, words: str, *, bad: bool = False) -> None:
        self.footer.tell(words, bad=bad)
        if bad:
            announce(self, words)

    def _say(self, words: Callable[[Card], str]) -> None:
        if self._mode.current:
            announce(self, words(self._mode.current))

    # Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = key_name(event)
        if event.isAutoRepeat() and name not in HELD:
            return
        if name in self._choices:
            self.decide(self._choices[name])
        elif name in KEYS:
            self._deeds[KEYS[name]]()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        super().mousePressEvent(event)

    def minimumSizeHint(self) -> QSize:
        # The type follows the window: what is large just now must not keep it from becoming smaller.
        return QSize(*_LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the type follow the window; dressing all anew is done only for another size."""
        body = body_pixels(self.width(), self.height(), self._context.theme.text_size)
        if body != self._body:
            self._body = body
            self.setStyleSheet(style(body))
        self.tasks.setFixedWidth(round(self.width() * _LIST))

    # Making

    def _make_deeds(self) -> Mapping[Deed, Callable[[], object]]:
        return {
            Deed.NEXT: self.next,
            Deed.PREVIOUS: lambda: self._go(self._mode.previous),
            Deed.FIRST: lambda: self.go_to(0),
            Deed.LAST: lambda: self.go_to(self._mode.total - 1),
            Deed.NEXT_UNASSESSED: lambda: self._go(self._mode.next_unassessed),
            Deed.ACCEPT: self.accept,
            Deed.REPORT: self.report,
            Deed.SWITCH_LIST: self.switch_list,
            Deed.SHOW_SECRET: self.switch_secret,
            Deed.SAY: self.say,
            Deed.SCROLL_UP: lambda: self.card.scroll_by(-1),
            Deed.SCROLL_DOWN: lambda: self.card.scroll_by(1),
            Deed.ESCAPE: self._escape,
        }

    def _connect(self) -> None:
        self.header.list_switched.connect(self.switch_list)
        self.header.left.connect(self.leave)
        self.footer.verdicts.chosen.connect(self.decide)
        self.footer.accepted.connect(self.accept)
        self.footer.reported.connect(self.report)
        self.footer.comment.left.connect(self.commit)
        self.tasks.picked.connect(self._pick)
        self.tasks.done.connect(self.setFocus)
        self._context.theme.changed.connect(self._fit)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.card, 1)
        column.addWidget(self.footer)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(column, 1)
        middle.addWidget(self.tasks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(middle, 1)
