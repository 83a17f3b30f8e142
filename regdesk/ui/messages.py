"""What the program says when something went wrong: a problem is a sentence, a bug is a report that can be copied."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QVBoxLayout, QWidget

from regdesk import __version__
from regdesk.domain.problems import Problem
from regdesk.i18n import _, current_language
from regdesk.ui.editors import TextEdit
from regdesk.ui.text import button, label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.problems import OF_THE_PROGRAM, sentence


class Messages(QObject):
    """Speaks to the user in the name of one window. Nothing here waits for an answer: callers give what to do then."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bug: BugDialog | None = None

    def failed(self, error: BaseException) -> None:
        """Tell what went wrong, by what kind of error it is."""
        if isinstance(error, Problem) and error.kind not in OF_THE_PROGRAM:
            self.warn(sentence(error))
        else:
            self.report(error)

    def warn(self, text: str) -> None:
        """A sentence on what went wrong and what to do next."""
        self._say(QMessageBox.Icon.Warning, text)

    def tell(self, text: str) -> None:
        """A sentence that needs no more than to be read."""
        self._say(QMessageBox.Icon.Information, text)

    def ask(
        self,
        question: str,
        yes: str,
        then: Callable[[], object],
        *,
        no: str = "",
        danger: bool = False,
        instead: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Ask whether to go on; `then` runs when the answer is `yes`. A dangerous yes is not what Enter chooses.

        `instead` is something else to do first, in its words.
        """
        box = _box(self._window, QMessageBox.Icon.Question, question)
        go = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        set_flag(go, "danger" if danger else "primary", value=True)
        stay = box.addButton(no or _("Avbryt"), QMessageBox.ButtonRole.RejectRole)
        if instead:
            box.addButton(instead[0], QMessageBox.ButtonRole.ActionRole).clicked.connect(instead[1])
        box.setDefaultButton(stay if danger else go)
        box.setEscapeButton(stay)
        go.clicked.connect(then)
        box.open()

    def report(self, error: BaseException) -> None:
        """Show a bug as a report. While one is shown no other comes: they mostly have the same cause."""
        if self._bug is None:
            self._bug = BugDialog(report_of(error), self._window, _what_now(error))
            self._bug.finished.connect(self._forget)
            self._bug.open()

    def take_over_excepthook(self) -> None:
        """From here on errors that nobody caught are told in the window, and on stderr as before."""
        sys.excepthook = self._uncaught

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Problem):
            sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self.failed(error)

    def _say(self, sign: QMessageBox.Icon, text: str) -> None:
        box = _box(self._window, sign, text)
        box.addButton(_("Stäng"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def _forget(self) -> None:
        self._bug = None


class BugDialog(QDialog):
    """Says that the program failed and that the register did not, and offers the report."""

    def __init__(self, report: str, parent: QWidget, what_now: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Fel i programmet"))
        self._report = TextEdit(report, lines=12)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(_("Felrapport"))
        self._copy = button(_("&Kopiera rapporten"), "copy", kind="primary")
        self._copy.clicked.connect(self._copy_report)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(_("Något i programmet gick fel"), Step.TITLE))
        layout.addWidget(label(what_now, wrap=True))
        layout.addWidget(self._report)
        layout.addWidget(self._buttons())
        self.resize(640, 480)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        close = button(_("&Stäng"))
        close.clicked.connect(self.reject)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        return buttons

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report.get_text())
        self._copy.setText(_("Kopierad"))


def report_of(error: BaseException) -> str:
    """All that is needed to find a bug, and the user's own name no more than needed."""
    import platform
    import traceback

    trace = "".join(traceback.format_exception(error))
    return "\n".join(
        (
            f"Regdesk {__version__}, {current_language()}",
            f"Python {platform.python_version()}, Qt {qVersion()}, PySide6 {PySide6.__version__}",
            f"{platform.system()} {platform.release()}, {QGuiApplication.platformName()}",
            "",
            trace.replace(str(Path.home()), "~"),
        )
    )


def _what_now(error: BaseException) -> str:
    if isinstance(error, Problem):
        return sentence(error)
    return _(
        "Det som redan var sparat är kvar, och du kan fortsätta arbeta. Kopiera rapporten och skicka den till den "
        "som förvaltar programmet. Den innehåller inget ur registret utom det som kan stå i felets egen text."
    )


def _box(parent: QWidget, sign: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Regdesk")
    box.setIcon(sign)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
