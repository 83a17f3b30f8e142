"""The page: questions to the left, the finished paper to the right, always as the register is now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.registers import register_of
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler, plain
from regdesk.ui.context import Context
from regdesk.ui.empty import EmptyState, way
from regdesk.ui.forms import Form
from regdesk.ui.page import Page
from regdesk.ui.pages.sheets.asking import make_sheet, sheet_kinds
from regdesk.ui.pages.sheets.pictures import sizes_of
from regdesk.ui.pages.sheets.preview import Preview
from regdesk.ui.pages.sheets.strip import PreviewStrip
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import SPECS, Verb
from regdesk.ui.work import Job, Progress
from regdesk.viewmodels.fields import Field
from regdesk.viewmodels.problems import OF_THE_PROGRAM, sentence
from regdesk.viewmodels.sheet_form import file_name, first_answers, fitting, has_goals, request_of, sheet_fields

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from regdesk.sheets.blocks import Paper, Sheet
    from regdesk.sheets.kind import SheetKind
    from regdesk.sheets.pdf.writer import Pdf

T = TypeVar("T")

_NAME: Final = "sheets"
_PAUSE_MS: Final = 120  # for several changes at once to become one new paper
_WAYS: Final = {Verb.PRINT: "primary", Verb.SAVE_PDF: "", Verb.SAVE_WORD: "", Verb.SHOW_AS_TEXT: ""}
_NOT_REMEMBERED: Final = frozenset({"date"})


class SheetsPage(Page):
    """Makes the paper anew after each change, beside the window; what is saved or printed is what was last shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._kinds = {kind.code: kind for kind in sheet_kinds()}
        self._sheet: Sheet | Paper | None = None
        self._pdf: Pdf | None = None
        self._job: Job[Pdf] | None = None
        self._waiting: list[Callable[[Pdf], object]] = []
        self._saved: Path | None = None
        self._life = _Life()
        self.destroyed.connect(self._life.end)
        self._scroll = _scroll()
        self._ask(self._remembered_kind())
        self._preview = Preview(context.theme)
        self._note = label(quiet=True, wrap=True)
        self._empty = EmptyState(
            _("Det finns inget att följa upp än"),
            _("Bladet görs av planens mål: läs in nämndens plan, eller lägg till mål."),
            [way(context.actions, Verb.IMPORT_PLAN, "primary")],
        )
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._remake)
        self._lay_out()
        self._remake()

    def handlers(self) -> Mapping[Verb, Handler]:
        return {
            Verb.SAVE_PDF: lambda: self._choose_file(_("Spara som PDF"), "pdf", _("PDF-filer (*.pdf)"), self._save_pdf),
            Verb.SAVE_WORD: lambda: self._choose_file(
                _("Spara som Word"), "docx", _("Word-filer (*.docx)"), self._save_word
            ),
            Verb.OPEN_SAVED: self._open_saved,
            Verb.SHOW_AS_TEXT: self._show_text,
            Verb.PRINT: lambda: self._when_ready(self._choose_printer),
        }

    def refresh(self, _changed: Changed | None) -> None:
        kind = self._kind
        fields, first = self._fields(kind), first_answers(self.context.session, kind, date.today())
        answers = fitting(fields, self._answers(), first)
        if self._form.fits(fields):
            self._form.refresh(answers, fields)
        else:
            self._set_form(fields, answers)
        self._pause.start()

    def commit(self) -> None:
        self._form.commit()

    # Asking

    @property
    def _kind(self) -> SheetKind:
        return self._kinds[self._form.values()["kind"]]

    def _remembered_kind(self) -> SheetKind:
        """The kind that was last made of this register."""
        code = self.context.settings.answers(self._place()).get("kind", "")
        return self._kinds.get(code) or next(iter(self._kinds.values()))

    def _place(self, kind: str = "") -> str:
        """Where answers are remembered: for this register, and of one kind of sheet."""
        return "/".join(filter(None, (_NAME, register_of(self.context.session).id, kind)))

    def _fields(self, kind: SheetKind) -> tuple[Field, ...]:
        return sheet_fields(self.context.session, tuple(self._kinds.values()), kind)

    def _ask(self, kind: SheetKind) -> None:
        """Ask the questions of `kind`, answered as they last were."""
        fields = self._fields(kind)
        remembered = {**self.context.settings.answers(self._place(kind.code)), "kind": kind.code}
        self._set_form(fields, fitting(fields, remembered, first_answers(self.context.session, kind, date.today())))

    def _set_form(self, fields: Sequence[Field], answers: Mapping[str, str]) -> None:
        self._form = Form(fields, answers)
        self._form.setContentsMargins(0, 0, Space.M, 0)
        self._form.edited.connect(self._answered)
        if self._scroll.widget() is not None:
            former = self._scroll.takeWidget()
            former.deleteLater()  # it may be the one that is telling of a new answer
        self._scroll.setWidget(self._form)
        self._scroll.setMinimumWidth(self._form.minimumSizeHint().width() + Space.L)

    def _answers(self) -> dict[str, str]:
        return self._form.values()

    def _answered(self, key: str, _answer: str) -> None:
        if key == "kind":
            self._ask(self._kind)
            self._form.answer("kind").setFocus()
        answers = self._answers()
        remembered = {key: answer for key, answer in answers.items() if key not in _NOT_REMEMBERED}
        self.context.settings.set_answers(self._place(answers["kind"]), remembered)
        self.context.settings.set_answers(self._place(), {"kind": answers["kind"]})
        self._pause.start()

    # Making the paper

    def _remake(self) -> None:
        """Read the register here, make the PDF beside the window; one at a time, and the latest always."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        shown = self._work if has_goals(self.context.session) else self._empty
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(self._preview if shown is self._work else self._empty)
        try:
            self._sheet = make_sheet(self.context.session, self._answers(), date.today())
        except Problem as problem:
            self._fail(problem)
            return
        job = self._run(_("Gör i ordning bladet"), partial(_make_pdf, self._sheet), self._show_pdf)
        job.ended.connect(lambda: self._forget(job))
        self._job = job

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
        self._note_down(told.format(pairs=pairs) if pairs else "")
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(pdf)

    def _fail(self, error: Exception) -> None:
        self._waiting = []
        if isinstance(error, Problem):
            self._note_down(f"⚠ {sentence(error)}")
        if not isinstance(error, Problem) or error.kind in OF_THE_PROGRAM:
            self.context.messages.failed(error)

    def _when_ready(self, then: Callable[[Pdf], object]) -> None:
        """Do this with the paper as it is now, once it is made."""
        if self._pause.isActive():
            self._remake()
        if self._job is not None:
            self._waiting.append(then)
        elif self._pdf is not None:
            then(self._pdf)

    def _note_down(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))

    # Getting it out

    def _choose_file(self, title: str, suffix: str, files: str, save: Callable[[Path, Pdf], object]) -> None:
        request = request_of(self.context.session, self._answers(), date.today())
        folder = self.context.settings.folder or self.context.session.path.parent
        dialog = QFileDialog(self, title, str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilter(files)
        dialog.selectFile(f"{file_name(self._kind.title, request)}.{suffix}")
        dialog.fileSelected.connect(lambda name: self._when_ready(partial(save, Path(name))))
        dialog.open()

    def _save_pdf(self, path: Path, pdf: Pdf) -> None:
        self._save(path, partial(_write, path, pdf.data))

    def _save_word(self, path: Path, _pdf: Pdf) -> None:
        if self._sheet is not None:
            self._save(path, partial(_write_word, path, self._sheet))

    def _save(self, path: Path, work: Callable[[Progress], None]) -> None:
        self._run(_("Sparar {name}").format(name=path.name), work, lambda _none: self._tell_saved(path))

    def _tell_saved(self, path: Path) -> None:
        self._saved = path
        self.context.settings.folder = path.parent
        self._note_down(_("✓ Sparat som {path}").format(path=path))
        self._open_button.show()

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
        if self._sheet is not None:
            SheetTextDialog(plain_text(self._sheet), self).open()

    def _choose_printer(self, pdf: Pdf) -> None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        from regdesk.ui.pages.sheets.printing import make_printer

        printer = make_printer(self.context.session.path.stem, sizes_of(pdf.data)[0])
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, pdf.pages)
        options = QAbstractPrintDialog.PrintDialogOption
        dialog.setOptions(options.PrintPageRange | options.PrintCurrentPage | options.PrintToFile)
        dialog.accepted.connect(lambda: self.print_on(printer, pdf))
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter, pdf: Pdf) -> None:
        """Print what the dialog's answers ask for, beside the window."""
        from regdesk.ui.pages.sheets.printing import chosen_pages, print_pages

        numbers = chosen_pages(printer, pdf.pages, self._preview.page)
        work = partial(print_pages, pdf.data, sizes_of(pdf.data), numbers, printer)
        self._run(_("Skriver ut bladet"), work, lambda _none: self._note_down(_("✓ Utskriften är skickad.")))

    # Made once

    def _lay_out(self) -> None:
        paper = QWidget()
        right = QVBoxLayout(paper)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.S)
        right.addWidget(PreviewStrip(self._preview))
        right.addWidget(self._preview, 1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.setHandleWidth(Space.L)
        across.addWidget(self._choices())
        across.addWidget(paper)
        across.setStretchFactor(1, 1)
        settings = self.context.settings
        across.setSizes(settings.splitter(_NAME) or [320, 1000])
        across.splitterMoved.connect(lambda: settings.set_splitter(_NAME, across.sizes()))
        self._work = across
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._work)
        self._stack.addWidget(self._empty)

    def _choices(self) -> QWidget:
        """The questions, which scroll where the window is low, and the ways out, which are always in sight."""
        self._open_button = self._button(Verb.OPEN_SAVED, "link")
        self._open_button.hide()
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._scroll, 1)
        for part in (self._note, self._open_button, *map(self._button, _WAYS, _WAYS.values())):
            column.addWidget(part)
        self._note_down("")
        return made

    def _button(self, verb: Verb, kind: str) -> QPushButton:
        action = self.context.actions[verb]
        made = button(plain(action.text()), SPECS[verb].icon, kind=kind)
        made.setToolTip(action.toolTip())
        made.clicked.connect(action.trigger)
        return made


def _scroll() -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


class _Life:
    """Whether the page is still there, known also after Qt has let it go."""

    def __init__(self) -> None:
        self.goes_on = True

    def end(self) -> None:
        self.goes_on = False

    def guarding(self, call: Callable[[T], object]) -> Callable[[T], None]:
        """`call` for as long as the page is there, and after that nothing."""

        def guarded(result: T) -> None:
            if self.goes_on:
                call(result)

        return guarded


def _make_pdf(sheet: Sheet | Paper, _progress: Progress) -> Pdf:
    """The worker's part."""
    from regdesk.sheets.pdf.writer import make_pdf

    return make_pdf(sheet)


def _write(path: Path, data: bytes, _progress: Progress) -> None:
    """The worker's part. Raises Problem(FILE_NOT_WRITTEN)."""
    from regdesk.sheets.replace import write_whole

    write_whole(data, path)


def _write_word(path: Path, sheet: Sheet | Paper, _progress: Progress) -> None:
    """The worker's part. Raises Problem(FILE_NOT_WRITTEN)."""
    from regdesk.sheets.word.writer import write_docx

    write_docx(sheet, path)
