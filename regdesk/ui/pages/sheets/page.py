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

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _, ngettext
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.empty import EmptyState, way
from regdesk.ui.page import Page
from regdesk.ui.pages.sheets.asking import make_printable
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
from regdesk.viewmodels.sheet_form import file_name, has_goals, request_of
from regdesk.viewmodels.sheet_options import Scope
from regdesk.viewmodels.sheet_request import SheetRequest

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from regdesk.sheets.blocks import Paper, Sheet
    from regdesk.sheets.kind import Printable
    from regdesk.sheets.pdf.writer import Pdf

T = TypeVar("T")

_NAME: Final = "sheets"
_PAUSE_MS: Final = 120  # for several changes at once to become one new paper


class SheetsPage(Page):
    """Makes the paper anew after each change, beside the window; what is saved or printed is what was last shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._made: Printable | None = None
        self._pdf: Pdf | None = None
        self._job: Job[Pdf] | None = None
        self._waiting: list[Callable[[Pdf], object]] = []
        self._saved: Path | None = None
        self._life = Life(self)
        self._questions = Questions(context.session, context.settings)
        self._preview = Preview(context.theme)
        self._ways = Ways(context.actions)
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
            Verb.PRINT: lambda: self._when_ready(self._choose_printer),
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

    def _request(self) -> SheetRequest:
        return request_of(self.context.session, self._questions.answers(), date.today())

    def _remake(self) -> None:
        """Read the register here, make the PDF beside the window; one at a time, and the latest always."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        self._show_what_there_is()
        kind = self._questions.kind
        try:
            made = make_printable(self.context.session, kind, self._questions.answers(), date.today())
        except Problem as problem:
            self._made = None
            if problem.kind is not ProblemKind.SHEET_NEEDS_MEETING:  # which the page says in its own way
                self._fail(problem)
            return
        self._made = made
        self._ways.suit(made.document, of_meeting=self._request().meeting_id is not None)
        job = self._run(_("Gör i ordning bladet"), partial(_make_pdf, made), self._show_pdf)
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
        self._ways.setEnabled(shown is self._paper)
        self.setFocusProxy(self._preview if shown is self._paper else shown)

    def _run(self, title: str, work: Callable[[Progress], T], done: Callable[[T], object]) -> Job[T]:
        """Work beside the window. It may end when the page is no more: then nobody asks for its result."""
        return self.context.worker.run(title, work, self._life.guarding(done), self._life.guarding(self._fail))

    def _forget(self, job: Job[Pdf]) -> None:
        if self._job is job:
            self._job = None

    def _show_pdf(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._preview.show_pdf(pdf.data)
        pairs = ", ".join(f"{there} → {printed}" for there, printed in pdf.substitutes.items())
        told = _("Tecken som inget av teckensnitten har är skrivna på annat sätt: {pairs}.")
        self._ways.remark(told.format(pairs=pairs) if pairs else "")
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(pdf)

    def _fail(self, error: Exception) -> None:
        self._waiting = []
        if isinstance(error, Problem):
            self._ways.tell(f"⚠ {sentence(error)}")
        if not isinstance(error, Problem) or error.kind in OF_THE_PROGRAM:
            self.context.messages.failed(error)

    def _when_ready(self, then: Callable[[Pdf], object]) -> None:
        """Do this with the paper as it is now, once it is made."""
        if self._pause.isActive():
            self._remake()
        if self._job is not None:
            self._waiting.append(then)
        elif self._pdf is not None and self._made is not None:
            then(self._pdf)

    # Getting it out

    def _choose_file(self, title: str, suffix: str, files: str, save: Callable[[Path, Pdf], object]) -> None:
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

    def _save_pdf(self, path: Path, pdf: Pdf) -> None:
        self._save(path, partial(_write, path, pdf.data), lambda: self._keep(pdf))

    def _save_word(self, path: Path, _pdf: Pdf) -> None:
        if self._made is not None:
            self._save(path, partial(_write_word, path, self._made.document), lambda: False)

    def _save(self, path: Path, work: Callable[[Progress], None], keep_it: Callable[[], bool]) -> None:
        title = _("Sparar {name}").format(name=path.name)
        self._run(title, work, lambda _none: self._tell_saved(path, is_kept=keep_it()))

    def _tell_saved(self, path: Path, *, is_kept: bool) -> None:
        self._saved = path
        self.context.settings.folder = path.parent
        self._ways.tell(_("✓ Sparat som {path}").format(path=path) + (f" {_in_register()}" if is_kept else ""))
        self._ways.offer_saved()

    def _keep(self, pdf: Pdf) -> bool:
        """Keep what was printed for a meeting in the register; whether it was not there already."""
        made = self._made
        if made is None:
            return False
        code, name = self._questions.kind.code, self._file_name("pdf")
        return keep(self._request(), code, file_name=name, content=made.content, pdf=pdf.data) is not None

    def _choose_folder(self) -> None:
        folder = self.context.settings.folder or self.context.session.path.parent
        dialog = QFileDialog(self, _("Spara varje blad för sig"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self._save_separately(Path(name)))
        dialog.open()

    def _save_separately(self, folder: Path) -> None:
        from regdesk.sheets.separating import separated, write_separated

        if self._made is None:
            return
        files = separated(self._made.document, self._request())
        work = partial(write_separated, files, folder, _drawn)
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

        if self._pause.isActive():
            self._remake()
        if self._made is not None:
            SheetTextDialog(plain_text(self._made.document), self).open()

    def _show_prints(self) -> None:
        from regdesk.ui.dialogs.prints import PrintsDialog

        meeting_id = self._request().meeting_id
        if meeting_id is None:
            self.context.messages.tell(_("Välj först ett sammanträde: det är dess utskrifter som sparas i registret."))
        else:
            PrintsDialog(self.context, meeting_id, self._print_again, self).open()

    def _print_again(self, data: bytes) -> None:
        from regdesk.sheets.pdf.pages import page_count
        from regdesk.sheets.pdf.writer import Pdf

        self._choose_printer(Pdf(data=data, pages=page_count(data), substitutes={}), is_new=False)

    def _choose_printer(self, pdf: Pdf, *, is_new: bool = True) -> None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        from regdesk.ui.pages.sheets.printing import make_printer

        printer = make_printer(self.context.session.path.stem, sizes_of(pdf.data)[0])
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, pdf.pages)
        options = QAbstractPrintDialog.PrintDialogOption
        dialog.setOptions(options.PrintPageRange | options.PrintCurrentPage | options.PrintToFile)
        dialog.accepted.connect(lambda: self.print_on(printer, pdf, is_new=is_new))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter, pdf: Pdf, *, is_new: bool = True) -> None:
        """Print what the dialog's answers ask for, beside the window; what is new is kept where it is a meeting's."""
        from regdesk.ui.pages.sheets.printing import chosen_pages, print_pages

        numbers = chosen_pages(printer, pdf.pages, self._preview.page)
        work = partial(print_pages, pdf.data, sizes_of(pdf.data), numbers, printer)
        self._run(_("Skriver ut bladet"), work, lambda _none: self._tell_printed(pdf, is_new=is_new))

    def _tell_printed(self, pdf: Pdf, *, is_new: bool) -> None:
        kept = is_new and self._keep(pdf)
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
        across.setSizes(settings.splitter(_NAME) or [320, 1000])
        across.splitterMoved.connect(lambda: settings.set_splitter(_NAME, across.sizes()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(across)

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


def _make_pdf(made: Printable, _progress: Progress) -> Pdf:
    """The worker's part: the file that was printed before, where the sheet is the same."""
    from regdesk.sheets.pdf.pages import page_count
    from regdesk.sheets.pdf.writer import Pdf, make_pdf

    if made.printed:
        return Pdf(data=made.printed, pages=page_count(made.printed), substitutes={})
    return make_pdf(made.document)


def _drawn(document: Paper) -> bytes:
    """The worker's part."""
    from regdesk.sheets.pdf.writer import pdf_bytes

    return pdf_bytes(document)


def _write(path: Path, data: bytes, _progress: Progress) -> None:
    """The worker's part. Raises Problem(FILE_NOT_WRITTEN)."""
    from regdesk.sheets.replace import write_whole

    write_whole(data, path)


def _write_word(path: Path, sheet: Sheet | Paper, _progress: Progress) -> None:
    """The worker's part. Raises Problem(FILE_NOT_WRITTEN)."""
    from regdesk.sheets.word.writer import write_docx

    write_docx(sheet, path)
