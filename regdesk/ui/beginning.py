"""How a register begins: a new file, a plan that is read into it, and files that are dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.ui.verbs import Verb
from regdesk.ui.work import Job, Progress

if TYPE_CHECKING:
    from regdesk.exchange.proposal import Proposal
    from regdesk.ui.shell import Shell

_PLANS: Final = (".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm")
_REGISTER: Final = ".regdesk"
_STEPS: Final = 100  # that reading tells of


class Beginning(QObject):
    """Answers for the window when a register is to be made or a plan to be read."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._reading: Job[Proposal] | None = None
        shell.setAcceptDrops(True)
        shell.installEventFilter(self)

    def new_register(self) -> None:
        """Ask for what must be known, make the register, open it, and offer to read its plan."""
        self._new_register(self._offer_import)

    def import_plan(self) -> None:
        """Ask for the plan's file and read it; without a register, that one is made first."""
        if self._shell.session is None:
            self._new_register(self._choose_plan)
        else:
            self._choose_plan()

    def open_example(self) -> None:
        """Ask which example to build and where, build it beside the window, and open it."""
        from regdesk.ui.dialogs.example import ExampleDialog

        dialog = ExampleDialog(self._folder(), self._shell)
        dialog.wanted.connect(self._build_example)
        dialog.open()

    def read_plan(self, path: Path) -> None:
        """Read a plan beside the window and show what it may become; without a register, that one is made first."""
        session = self._shell.session
        if session is None:
            self._new_register(partial(self.read_plan, path))
            return
        self._shell.settings.folder = path.parent
        if self._reading is not None:
            self._reading.cancel()
        title = _("Läser {name}").format(name=path.name)
        job = self._shell.worker.run(title, partial(_propose, path), partial(self._check_repeated, session))
        job.ended.connect(lambda: self._forget(job))
        self._reading = job

    # A new register

    def _new_register(self, then: Callable[[], object]) -> None:
        from regdesk.ui.dialogs.new_register import NewRegisterDialog

        dialog = NewRegisterDialog(self._folder(), self._shell)
        dialog.made.connect(lambda path: self._shell.open_register(path) and then())
        dialog.open()

    def _offer_import(self) -> None:
        question = _("Registret är klart. Vill du läsa in nämndens plan från en fil i Word eller Excel nu?")
        self._shell.messages.ask(question, _("Välj plan …"), self._choose_plan, no=_("Inte nu"))

    # An example

    def _build_example(self, code: str, path: Path) -> None:
        title = _("Gör exemplet {name}").format(name=path.name)
        self._shell.worker.run(title, partial(_build, code, path), self._shell.open_register)

    # A plan

    def _choose_plan(self) -> None:
        dialog = QFileDialog(self._shell, _("Välj nämndens plan"), str(self._folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in _PLANS)
        dialog.setNameFilters([_("Word och Excel ({patterns})").format(patterns=patterns), _("Alla filer (*)")])
        dialog.fileSelected.connect(lambda name: self.read_plan(Path(name)))
        dialog.open()

    def _forget(self, job: Job[Proposal]) -> None:
        if self._reading is job:
            self._reading = None

    def _check_repeated(self, session: Session, proposal: Proposal) -> None:
        from regdesk.services.importing import imported_before

        if session is not self._shell.session:
            return
        if not imported_before(session, proposal.sha256):
            self._review(proposal)
            return
        question = _("{name} är redan inläst i registret. Läser du in den igen finns allt i den två gånger.")
        words = question.format(name=proposal.file_name)
        self._shell.messages.ask(words, _("Läs in igen"), lambda: self._review(proposal), danger=True)

    def _review(self, proposal: Proposal) -> None:
        from regdesk.ui.importing.review import Review

        if self._shell.context is not None and self._may(Verb.IMPORT_PLAN):
            Review(self._shell.context, proposal).open()

    # Files that are dropped on the window

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event:
            case QDragEnterEvent() if self._welcome(event.mimeData()):
                event.acceptProposedAction()
                return True
            case QDropEvent() if event.type() == QEvent.Type.Drop and (drop := self._welcome(event.mimeData())):
                event.acceptProposedAction()
                drop()
                return True
        return False

    def _welcome(self, data: QMimeData) -> Callable[[], object] | None:
        """What to do with what is dropped; nothing for what the window has no use for at present."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if len(paths) != 1:
            return None
        suffix = paths[0].suffix.casefold()
        if suffix in _PLANS and self._may(Verb.IMPORT_PLAN):
            return partial(self.read_plan, paths[0])
        if suffix == _REGISTER and self._may(Verb.OPEN_REGISTER):
            return partial(self._shell.open_register, paths[0])
        return None

    def _may(self, verb: Verb) -> bool:
        return self._shell.verbs[verb].isEnabled()

    def _folder(self) -> Path:
        """Where files were last, or the user's documents; a folder that is there."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = (self._shell.settings.folder, Path(documents) if documents else None)
        return next((folder for folder in wanted if folder and folder.is_dir()), Path.home())


def _build(code: str, path: Path, progress: Progress) -> Path:
    """The worker's part."""
    from regdesk.exchange.examples.build import build_example
    from regdesk.services.registers import user_name
    from regdesk.viewmodels.examples import example_file

    build_example(example_file(code), path, user_name(), progress)
    return path


def _propose(path: Path, progress: Progress) -> Proposal:
    """The worker's part."""
    from regdesk.exchange.propose import propose

    return propose(path, lambda share: progress(round(share * _STEPS), _STEPS))
