"""What was printed for a meeting, as it was on the day: to be saved or printed again, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.models import RowsModel
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.views import ListView
from regdesk.viewmodels.printed import print_name, print_pdf, print_rows, secrecy_warning

_LETTERS = 124
_LINES = 24
_SHARE_OF_SCREEN = 0.9


class PrintsDialog(QDialog):
    """A list of the prints, newest first; `print_again` gets the bytes of the one that is chosen."""

    def __init__(
        self, context: Context, meeting_id: str, print_again: Callable[[bytes], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._print_again = context, print_again
        self.setWindowTitle(_("Utskrivna exemplar"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = print_rows(context.session, meeting_id)
        self.view = ListView("prints", _("Utskrivna exemplar"), RowsModel(rows, self), context.theme, context.settings)
        self.view.horizontalHeader().setSectionsClickable(False)
        self.view.horizontalHeader().setSortIndicatorShown(False)
        self.save_button = button(_("&Spara som …"), "save")
        self.save_button.clicked.connect(self._choose_file)
        self.print_button = button(_("Skriv &ut igen …"), "print", kind="primary")
        self.print_button.clicked.connect(self._print)
        self.warning = label(wrap=True)
        self.warning.setProperty("tone", "bad")
        self.view.chosen.connect(self._warn)
        self._lay_out(is_empty=rows.count() == 0)
        if rows.count():
            self.view.choose(rows.page(None, 1)[0].id)

    def _warn(self, print_id: str) -> None:
        self.warning.setText(secrecy_warning(self._context.session, print_id) if print_id else "")
        self.warning.setVisible(bool(self.warning.text()))

    def _choose_file(self) -> None:
        chosen = self.view.current_id
        if not chosen:
            return
        folder = self._context.settings.folder or self._context.session.path.parent
        dialog = QFileDialog(self, _("Spara som PDF"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(_("PDF-filer (*.pdf)"))
        dialog.selectFile(print_name(self._context.session, chosen))
        dialog.fileSelected.connect(lambda name: self._save(chosen, Path(name)))
        dialog.open()

    def _save(self, print_id: str, path: Path) -> None:
        from regdesk.sheets.replace import write_whole

        try:
            write_whole(print_pdf(self._context.session, print_id), path)
        except Problem as problem:
            self._context.messages.failed(problem)

    def _print(self) -> None:
        if chosen := self.view.current_id:
            pdf = print_pdf(self._context.session, chosen)
            self.accept()
            self._print_again(pdf)

    def _lay_out(self, *, is_empty: bool) -> None:
        told = _("Så här såg bladen ut när de skrevs ut eller sparades till sammanträdet. De ändras aldrig.")
        if is_empty:
            told = _("Inget har skrivits ut till sammanträdet än. Ett blad sparas här när det skrivs ut eller sparas.")
        buttons = QDialogButtonBox()
        close = button(_("Stän&g"))
        close.clicked.connect(self.reject)
        for made, role in (
            (self.print_button, QDialogButtonBox.ButtonRole.ActionRole),
            (self.save_button, QDialogButtonBox.ButtonRole.ActionRole),
            (close, QDialogButtonBox.ButtonRole.RejectRole),
        ):
            buttons.addButton(made, role)
        for part in (self.view, self.print_button, self.save_button):
            part.setVisible(not is_empty)
        self.warning.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(_("Utskrivna exemplar"), Step.TITLE))
        layout.addWidget(label(told, quiet=True, wrap=True))
        layout.addWidget(self.view, 1)
        layout.addWidget(self.warning)
        layout.addWidget(buttons)
        if not is_empty:
            room = self.screen().availableSize() * _SHARE_OF_SCREEN
            measure = self.fontMetrics()
            width, height = _LETTERS * measure.averageCharWidth(), _LINES * measure.lineSpacing()
            self.resize(min(width, room.width()), min(height, room.height()))
