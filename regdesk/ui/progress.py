"""A quiet strip that tells what is being worked on beside the window, how far it has come, and lets it be stopped."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from regdesk.i18n import _
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space
from regdesk.ui.work import Job, Worker

PATIENCE_MS: Final = 400
"""What is ready before this is not worth a word."""


class ProgressStrip(QWidget):
    """Shows the job under way; out of sight when there is none."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._jobs: list[Job[object]] = []
        self._title = label(quiet=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(8 * Space.L)
        self._stop = button(_("&Avbryt"), "close", kind="link")
        self._stop.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        for part in (self._title, self._bar, self._stop):
            layout.addWidget(part)
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self.show)
        self.hide()
        worker.started.connect(self._add)
        worker.ended.connect(self._remove)

    def _add(self, job: Job[object]) -> None:
        self._jobs.append(job)
        job.progress.moved.connect(self._move)
        if len(self._jobs) == 1:
            self._show_first()
            self._patience.start()

    def _remove(self, job: Job[object]) -> None:
        self._jobs.remove(job)
        if self._jobs:
            self._show_first()
        else:
            self._patience.stop()
            self.hide()

    def _show_first(self) -> None:
        title = self._jobs[0].title
        self._title.setText(title)
        self._bar.setAccessibleName(title)
        self._stop.setAccessibleName(_("Avbryt: {title}").format(title=title))
        self._stop.setEnabled(True)
        self._bar.setRange(0, 0)

    def _move(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _cancel(self) -> None:
        self._jobs[0].cancel()
        self._stop.setEnabled(False)
        self._title.setText(_("Avbryter …"))
