"""The chosen item of the agenda in full: what is said of it, its bilagor, who stands out of it, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.pages.below_list import BelowList
from regdesk.ui.pages.meetings.attachments import AttachmentsPart, dropped
from regdesk.ui.pages.record_panel import RecordPanel
from regdesk.viewmodels.below import MADE
from regdesk.viewmodels.decisions import assignment_form

_KIND = "agenda_items"


class ItemPart(RecordPanel):
    """Shows the item that one stands on in the agenda. `left` is sent by Esc: back to the agenda."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)

    def show_item(self, agenda_item_id: str) -> None:
        """Show this item, storing what is being written of the one before."""
        self.commit()
        self.show_record(_KIND, agenda_item_id)

    def choose_files(self) -> None:
        """Ask for files to attach to the item."""
        for part in self.findChildren(AttachmentsPart):
            part.choose_files()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Wherever on the item a file is dropped, it is the item's."""
        for part in self.findChildren(AttachmentsPart):
            part.dropEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class MadeList(BelowList):
    """The uppdrag that came of a decision; one more is asked for in a few questions."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, MADE)

    def add(self) -> None:
        ask_for_assignment(self._context, self._owner, self)


def ask_for_assignment(context: Context, agenda_item_id: str, parent: QWidget) -> None:
    """Ask for the uppdrag that the decision of an item becomes."""
    form = assignment_form(context.session, agenda_item_id)
    FormDialog(form.title, form.go, form.fields, form.values, form.store, parent).open()
