"""Asks where a year's calendar file is to lie, and writes it there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.viewmodels.calendar_file import file_name, schedule_of


def choose_calendar_file(
    parent: QWidget, context: Context, year: int, lanes: Collection[str], saved: Callable[[Path], object]
) -> None:
    """Ask for a file; `saved` gets its path once it is written."""
    folder = context.settings.folder or context.session.path.parent
    dialog = QFileDialog(parent, _("Exportera till kalender"), str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("ics")
    dialog.setNameFilter(_("Kalenderfiler (*.ics)"))
    dialog.selectFile(file_name(context.session, year))
    dialog.fileSelected.connect(lambda name: _write(context, year, lanes, Path(name), saved))
    dialog.open()


def _write(context: Context, year: int, lanes: Collection[str], path: Path, saved: Callable[[Path], object]) -> None:
    from regdesk.exchange.ical_out import calendar_file
    from regdesk.sheets.replace import write_whole

    try:
        write_whole(calendar_file(context.session, schedule_of(context.session, year, lanes), date.today()), path)
    except Problem as problem:
        context.messages.failed(problem)
        return
    context.settings.folder = path.parent
    saved(path)
