"""Bilagor of an item or a meeting: files are chosen or dropped here, opened, saved elsewhere, moved and taken away."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _
from regdesk.services.attachments import attach, content_of, detach, move_attachment
from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.icons import icon
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.list_keys import Deeds, ListKeys
from regdesk.ui.pages.plan_parts import FittedHeight
from regdesk.ui.pages.record_part import RecordPart
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.attachments import (
    attachment_columns,
    attachment_form,
    attachment_rows,
    file_name,
    file_to_open,
    refusals,
    room_words,
)
from regdesk.viewmodels.forms import apply
from regdesk.viewmodels.rows import GivenRows

T = TypeVar("T")

_READ_ONLY: Final = 0o400


class AttachmentsPart(RecordPart):
    """What is attached to the record that is shown. Opened files are copies in a folder that goes with the page."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._owner = context, ""
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._model = RowsModel(GivenRows(attachment_columns(), []), self)
        self.view = ListView("attachments", _("Bilagor"), self._model, context.theme, context.settings)
        self.view.opened.connect(self.open_file)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.horizontalHeader().setSectionsClickable(False)
        self.view.horizontalHeader().setSortIndicatorShown(False)
        ListKeys(self.view, self._deeds)
        self.add_button = button(_("Bifoga filer …"), "attachment")
        self.add_button.clicked.connect(self.choose_files)
        self._ways = (
            self._way(_("Öppna"), "external", self.open_file),
            self._way(_("Spara som …"), "save", self.save_file),
        )
        self._room = label(quiet=True, wrap=True)
        FittedHeight(self.view, self._model, context.theme)
        self.setAcceptDrops(True)
        self._lay_out()

    def show_record(self, record_id: str) -> None:
        self._owner = record_id
        self.refresh()

    def refresh(self) -> None:
        self._model.set_source(attachment_rows(self._context.session, self._owner))
        some = self._model.rowCount() > 0
        for part in (self.view, *self._ways):
            part.setVisible(some)
        self._room.setText("\n".join((_("Du kan också släppa filer här."), room_words(self._context.session))))

    # What can be done

    def choose_files(self) -> None:
        """Ask for files and attach them."""
        dialog = QFileDialog(self.window(), _("Bifoga filer"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.attach_files(map(Path, names)))
        dialog.open()

    def attach_files(self, paths: Iterable[Path]) -> None:
        """Attach files; says why some could not be."""
        attached = self._try(lambda: attach(self._context.session, self._owner, list(paths)))
        if attached and attached.refused:
            self._context.messages.warn(refusals(attached))

    def open_file(self) -> None:
        """Open a copy with whatever the system opens such files with; never what may be a program."""
        if chosen := self.view.current_id:
            path = self._try(lambda: self._copy_of(chosen))
            if path and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._context.messages.warn(_("Inget program på datorn öppnar {name}.").format(name=path.name))

    def save_file(self) -> None:
        """Ask where to, and write the file there."""
        if not (chosen := self.view.current_id):
            return
        dialog = QFileDialog(self.window(), _("Spara bilagan som"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(file_name(self._context.session, chosen))
        dialog.fileSelected.connect(lambda path: self._try(lambda: self._write(chosen, Path(path))))
        dialog.open()

    def _edit(self) -> None:
        if not (chosen := self.view.current_id):
            return
        form = attachment_form(self._context.session, chosen)

        def store(answers: Mapping[str, str]) -> Mapping[str, str]:
            changed = {key: text for key, text in answers.items() if text != form.values[key]}
            return apply(self._context.session, "attachments", chosen, changed) if changed else {}

        FormDialog(form.heading, _("&Spara"), form.fields, form.values, store, self).open()

    def _remove(self) -> None:
        if chosen := self.view.current_id:
            self._try(lambda: detach(self._context.session, chosen))

    def _move(self, steps: int) -> None:
        if chosen := self.view.current_id:
            self._try(lambda: move_attachment(self._context.session, chosen, steps))

    def _copy_of(self, attachment_id: str) -> Path:
        attachment = file_to_open(self._context.session, attachment_id)
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="regdesk-", ignore_cleanup_errors=True)
            self.destroyed.connect(self._folder.cleanup)
        path = Path(self._folder.name) / attachment_id / attachment.file_name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._write(attachment_id, path)
            path.chmod(_READ_ONLY)  # what is written in a copy would be lost
        return path

    def _write(self, attachment_id: str, path: Path) -> None:
        try:
            path.write_bytes(content_of(self._context.session, attachment_id))
        except OSError as error:
            raise Problem(ProblemKind.FILE_NOT_WRITTEN, path=path, detail=str(error)) from error

    def _deeds(self) -> Deeds:
        return {
            Verb.ADD: self.choose_files,
            Verb.EDIT: self._edit,
            Verb.REMOVE: self._remove,
            Verb.MOVE_UP: lambda: self._move(-1),
            Verb.MOVE_DOWN: lambda: self._move(1),
        }

    def _open_menu(self) -> None:
        menu = QMenu(self.view)
        menu.aboutToHide.connect(menu.deleteLater)
        deeds: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (_("&Öppna"), "external", self.open_file),
            (_("&Spara som …"), "save", self.save_file),
            (_("Än&dra …"), "edit", self._edit),
            (_("Flytta &upp"), "up", lambda: self._move(-1)),
            (_("Flytta &ned"), "down", lambda: self._move(1)),
            (_("Ta &bort"), "delete", self._remove),
        )
        for text, name, deed in deeds:
            menu.addAction(icon(name), text).triggered.connect(deed)
        at = self.view.visualRect(self.view.currentIndex()).bottomLeft()
        menu.popup(self.view.viewport().mapToGlobal(at))

    # Qt tells

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.attach_files(dropped(event.mimeData()))

    # Making

    def _way(self, text: str, name: str, deed: Callable[[], None]) -> QPushButton:
        made = button(text, name)
        made.clicked.connect(deed)
        return made

    def _try(self, deed: Callable[[], T]) -> T | None:
        """What the deed gives; None when the register or the disk refused, which is told."""
        try:
            return deed()
        except Problem as problem:
            self._context.messages.failed(problem)
            return None

    def _lay_out(self) -> None:
        heading = label(_("Bilagor"), Step.STRONG)
        heading.setBuddy(self.view)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch()
        for each in (*self._ways, self.add_button):
            head.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(head)
        layout.addWidget(self.view)
        layout.addWidget(self._room)


def dropped(mime: QMimeData) -> list[Path]:
    """The files that are being dropped; folders and what lies elsewhere than on a disk are none."""
    paths = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return [path for path in paths if path.is_file()]
