"""The page: questions to the left, the finished paper to the right, always as the register is now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _, ngettext
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.empty import EmptyState, way
from regdesk.ui.page import Page
from regdesk.ui.pages.sheets.making import Asked, Made, draw_alone, make, printed_pdf, write, write_word
from regdesk.ui.pages.sheets.pictures import sizes_of
from regdesk.ui.pages.sheets.preview import Preview
from regdesk.ui.pages.sheets.questions import Questions
from regdesk.ui.pages.sheets.strip import PreviewStrip
from regdesk.ui.pages.sheets.ways import Ways
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.ui.work import Job, Life, Progress
from regdesk.viewmodels.printed import keep
from regdesk.viewmodels.problems import OF_THE_PROGRAM, sentence
from regdesk.viewmodels.sheet_form import file_name, has_goals
from regdesk.viewmodels.sheet_options import Scope
from regdesk.viewmodels.sheet_request import SheetRequest

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from regdesk.sheets.pdf.writer import Pdf

T = TypeVar("T")

_NAME: Final = "sheets"
_LEFT: Final = 320  # pixels, or so many letters where those are large
_LETTERS: Final = 36
_PAUSE_MS: Final = 120  # for several changes at once to become one new paper


class SheetsPage(Page):
    """Makes the paper anew after each change, beside the window; what is saved or printed is what was last shown.

    `_is_stale` where that is no longer what is asked for, because it is being made, could not be, or was stopped.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._made: Made | None = None
        self._is_stale = True
        self._job: Job[Made] | None = None
        self._waiting: list[Callable[[Made], object]] = []
        self._saved: Path | None = None
        self._life = Life(self)
        self._ways = Ways(context.actions)
        self._questions = Questions(context.session, context.settings, self._ways.besides)
        self._preview = Preview(context.theme)
        self._no_goals = EmptyState(
            _("Det finns inget att följa upp än"),
            _("Bladet görs av planens mål: läs in nämndens plan, eller lägg till mål."),
            [way(context.actions, Verb.IMPORT_PLAN, "primary")],
        )
        self._no_meeting = EmptyState(
            _("Det finns inget sammanträde än"),
            _("Bladet görs av ett sammanträde med sin dagordning."),
            [way(context.actions, Verb.NEW_MEETING, "primary")],
        )
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._remake)
        self._questions.answered.connect(self._answered)
        self._lay_out()
        self._remake()

    def handlers(self) -> Mapping[Verb, Handler]:
        return {
            Verb.SAVE_PDF: lambda: self._choose_file(_("Spara som PDF"), "pdf", _("PDF-filer (*.pdf)"), self._save_pdf),
            Verb.SAVE_WORD: lambda: self._choose_file(
                _("Spara som Word"), "docx", _("Word-filer (*.docx)"), self._save_word
            ),
            Verb.SAVE_SEPARATELY: self._choose_folder,
            Verb.OPEN_SAVED: self._open_saved,
            Verb.SHOW_PRINTS: self._show_prints,
            Verb.SHOW_AS_TEXT: self._show_text,
            Verb.PRINT: lambda: self._when_ready(lambda made: self._choose_printer(made.pdf, made)),
        }

    def refresh(self, _changed: Changed | None) -> None:
        self._questions.refresh()
        self._pause.start()

    def commit(self) -> None:
        self._questions.commit()

    # Making the paper

    def _answered(self) -> None:
        self._ways.tell("")
        self._pause.start()

    def _asked(self) -> Asked:
        return Asked(self._questions.kind, self._questions.answers(), date.today())

    def _request(self) -> SheetRequest:
        return self._asked().request(self.context.session)

    def _remake(self) -> None:
        """Read the register and make the PDF beside the window; one at a time, and the latest always."""
        self._pause.stop()
        self._is_stale = True
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._show_what_there_is()
        if self._stack.currentWidget() is self._no_meeting:
            return
        work = partial(make, self.context.session.path, self._asked())
        job = self._run(_("Gör i ordning bladet"), work, self._show_made, self._fail_making)
        self.destroyed.connect(job.cancel)
        job.ended.connect(lambda: self._forget(job))
        self._job = job

    def _show_what_there_is(self) -> None:
        """The paper, or what is missing for it."""
        scope, shown = self._questions.kind.scope, self._paper
        if scope is Scope.MEETING and self._request().meeting_id is None:
            shown = self._no_meeting
        elif scope is Scope.VERDICTS and not has_goals(self.context.session):
            shown = self._no_goals
        self._stack.setCurrentWidget(shown)
        self._ways.offer(shown is self._paper)
        self.setFocusProxy(self._preview if shown is self._paper else shown)

    def _run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> Job[T]:
        """Work beside the window. It may end when the page is no more: then nobody asks for its result."""
        guarding = self._life.guarding
        return self.context.worker.run(title, work, guarding(done), guarding(failed or self._fail))

    def _forget(self, job: Job[Made]) -> None:
        """The job has ended; where nobody else has taken its place, somebody may have stopped it."""
        if self._job is not job:
            return
        self._job = None
        if job.progress.is_cancelled and self._life.goes_on:
            self._waiting = []
            self._ways.tell(_("⚠ Bladet här intill är inte uppdaterat, eftersom arbetet avbröts."))

    def _show_made(self, made: Made) -> None:
        self._made, self._is_stale = made, False
        self._ways.suit(made.document, of_meeting=self._request().meeting_id is not None)
        self._preview.show_pdf(made.pdf.data)
        pairs = ", ".join(f"{there} → {printed}" for there, printed in made.pdf.substitutes.items())
        told = _("Tecken som inget av teckensnitten har är skrivna på annat sätt: {pairs}.")
        self._ways.remark(told.format(pairs=pairs) if pairs else "")
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(made)

    def _fail_making(self, error: Exception) -> None:
        self._waiting = []
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Problem):
            self._ways.tell(f"⚠ {sentence(error)}")
        if not isinstance(error, Problem) or error.kind in OF_THE_PROGRAM:
            self.context.messages.failed(error)

    def _when_ready(self, then: Callable[[Made], object]) -> None:
        """Do this with the paper as it is now, once it is made."""
        if self._pause.isActive() or (self._is_stale and self._job is None):
            self._remake()
        if self._job is not None:
            self._waiting.append(then)
        elif self._made is not None and not self._is_stale:
            then(self._made)

    # Getting it out

    def _choose_file(self, title: str, suffix: str, files: str, save: Callable[[Path, Made], object]) -> None:
        folder = self.context.settings.folder or self.context.session.path.parent
        dialog = QFileDialog(self, title, str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilter(files)
        dialog.selectFile(self._file_name(suffix))
        dialog.fileSelected.connect(lambda name: self._when_ready(partial(save, Path(name))))
        dialog.open()

    def _file_name(self, suffix: str) -> str:
        return f"{file_name(self._questions.kind.title, self._request())}.{suffix}"

    def _save_pdf(self, path: Path, made: Made) -> None:
        self._save(path, partial(write, path, made.pdf.data), lambda: self._keep(made))

    def _save_word(self, path: Path, made: Made) -> None:
        self._save(path, partial(write_word, path, made.document), lambda: False)

    def _save(self, path: Path, work: Callable[[Progress], None], keep_it: Callable[[], bool]) -> None:
        title = _("Sparar {name}").format(name=path.name)
        self._run(title, work, lambda _none: self._tell_saved(path, is_kept=keep_it()))

    def _tell_saved(self, path: Path, *, is_kept: bool) -> None:
        self._saved = path
        self.context.settings.folder = path.parent
        self._ways.tell(_("✓ Sparat som {path}").format(path=path) + (f" {_in_register()}" if is_kept else ""))
        self._ways.offer_saved()

    def _keep(self, made: Made) -> bool:
        """Keep what was printed for a meeting in the register; whether it was not there already."""
        kind, request = made.asked.kind, made.asked.request(self.context.session)
        name, content = f"{file_name(kind.title, request)}.pdf", made.printable.content
        return keep(request, kind.code, file_name=name, content=content, pdf=made.pdf.data) is not None

    def _choose_folder(self) -> None:
        folder = self.context.settings.folder or self.context.session.path.parent
        dialog = QFileDialog(self, _("Spara varje blad för sig"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self._when_ready(partial(self._save_separately, Path(name))))
        dialog.open()

    def _save_separately(self, folder: Path, made: Made) -> None:
        from regdesk.sheets.separating import separated, write_separated

        files = separated(made.document, made.asked.request(self.context.session))
        work = partial(write_separated, files, folder, draw_alone)
        self._run(_("Sparar bladen"), work, lambda names: self._tell_separated(folder, names))

    def _tell_separated(self, folder: Path, names: list[str]) -> None:
        self.context.settings.folder = folder
        told = ngettext("✓ En fil är sparad i {folder}", "✓ {count} filer är sparade i {folder}", len(names))
        self._ways.tell(told.format(count=len(names), folder=folder))

    def _open_saved(self) -> None:
        if self._saved is None:
            self.context.messages.tell(_("Inget blad är sparat än. Spara bladet först, som PDF eller Word."))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def _show_text(self) -> None:
        from regdesk.sheets.plain import plain_text
        from regdesk.ui.dialogs.sheet_text import SheetTextDialog

        self._when_ready(lambda made: SheetTextDialog(plain_text(made.document), self).open())

    def _show_prints(self) -> None:
        from regdesk.ui.dialogs.prints import PrintsDialog

        meeting_id = self._request().meeting_id
        if meeting_id is None:
            self.context.messages.tell(_("Välj först ett sammanträde: det är dess utskrifter som sparas i registret."))
        else:
            PrintsDialog(self.context, meeting_id, self._print_again, self).open()

    def _print_again(self, data: bytes) -> None:
        self._choose_printer(printed_pdf(data))

    def _choose_printer(self, pdf: Pdf, made: Made | None = None) -> None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        from regdesk.ui.pages.sheets.printing import make_printer

        printer = make_printer(self.context.session.path.stem, sizes_of(pdf.data)[0])
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, pdf.pages)
        options = QAbstractPrintDialog.PrintDialogOption
        dialog.setOptions(options.PrintPageRange | options.PrintCurrentPage | options.PrintToFile)
        dialog.accepted.connect(lambda: self.print_on(printer, pdf, made))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter, pdf: Pdf, made: Made | None = None) -> None:
        """Print what the dialog's answers ask for, beside the window; `made` is kept where it is a meeting's."""
        from regdesk.ui.pages.sheets.printing import chosen_pages, print_pages

        numbers = chosen_pages(printer, pdf.pages, self._preview.page)
        work = partial(print_pages, pdf.data, sizes_of(pdf.data), numbers, printer)
        self._run(_("Skriver ut bladet"), work, lambda _none: self._tell_printed(made))

    def _tell_printed(self, made: Made | None) -> None:
        kept = made is not None and self._keep(made)
        self._ways.tell(_("✓ Utskriften är skickad.") + (f" {_in_register()}" if kept else ""))

    # Made once

    def _lay_out(self) -> None:
        self._paper = QWidget()
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(PreviewStrip(self._preview))
        column.addWidget(self._preview, 1)
        right = QWidget()
        self._stack = QStackedLayout(right)
        for shown in (self._paper, self._no_goals, self._no_meeting):
            self._stack.addWidget(shown)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.setHandleWidth(Space.L)
        across.addWidget(self._left())
        across.addWidget(right)
        across.setStretchFactor(1, 1)
        settings = self.context.settings
        across.setSizes(settings.splitter(_NAME) or [self._usual_left(), 1000])
        across.splitterMoved.connect(lambda: settings.set_splitter(_NAME, across.sizes()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(across)

    def _usual_left(self) -> int:
        """How wide the left half is until somebody has moved the line between them."""
        self.ensurePolished()
        return max(_LEFT, _LETTERS * self.fontMetrics().averageCharWidth())

    def _left(self) -> QWidget:
        """The questions, which scroll where the window is low, and the ways out, which are always in sight."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._questions, 1)
        column.addWidget(self._ways)
        return made


def _in_register() -> str:
    return _("Exemplaret är också sparat i registret.")
