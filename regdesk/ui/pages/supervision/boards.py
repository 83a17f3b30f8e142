"""The other boards: their registers read beside one's own, in counts, and never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.overview import BoardRead, boards_of, choose_boards, read_boards
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.empty import EmptyState
from regdesk.ui.models import RowsModel
from regdesk.ui.page import Page
from regdesk.ui.pages.plan_parts import Facts, FittedHeight, Head
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.ui.work import Job, Progress
from regdesk.viewmodels.board_overview import (
    board_columns,
    board_facts,
    board_rows,
    board_title,
    kind_columns,
    kind_rows,
)
from regdesk.viewmodels.rows import GivenRows, RowSource

_NAME: Final = "boards"


class BoardsTab(Page):
    """One's own register and those that were chosen, a row each; below it more of the one that one stands on."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._found: dict[str, BoardRead] = {}
        self._job: Job[list[BoardRead]] | None = None
        self._model = RowsModel(GivenRows(board_columns(), []), self)
        self.view = ListView(_NAME, _("Nämnder"), self._model, context.theme, context.settings)
        self.view.horizontalHeader().setSectionsClickable(False)
        self.view.horizontalHeader().setSortIndicatorShown(False)
        self.view.chosen.connect(self._show_chosen)
        self.view.opened.connect(self._open)
        self._kinds = RowsModel(GivenRows(kind_columns(), []), self)
        self._head, self._facts = Head(), Facts()
        self._stack = QStackedWidget()
        self._lay_out()
        self._read()

    # What a page does

    def handlers(self) -> Mapping[Verb, Handler]:
        return {Verb.ADD: self.choose, Verb.REMOVE: self._take_out}

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - whatever changed, the files are read anew
        self._read()

    # What can be done

    def choose(self) -> None:
        """Choose files to be read beside those that are."""
        folder = str(self.context.settings.folder or self.context.session.path.parent)
        dialog = QFileDialog(self, _("Välj nämndernas register"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(_("Register (*.regdesk)"))
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read these too; one's own register is read in any case."""
        own = self.context.session.path.absolute()
        self._remember([*boards_of(self.context.session), *(path for path in paths if path.absolute() != own)])

    def _take_out(self) -> None:
        """The file is left alone; it is only no longer read here."""
        chosen = self.view.current_id
        self._remember([path for path in boards_of(self.context.session) if str(path) != chosen])

    def _remember(self, paths: Sequence[Path]) -> None:
        try:
            choose_boards(self.context.session, paths)
        except Problem as problem:
            self.context.messages.failed(problem)

    def _open(self, path: str) -> None:
        read = self._found.get(path)
        if read and read.state and read.path != self.context.session.path:
            self.context.open_beside(read.path)

    # What is shown

    def _read(self) -> None:
        """Read every file in a thread beside the window; what was being read is given up."""
        if self._job is not None:
            self._job.cancel()
        paths = [self.context.session.path, *boards_of(self.context.session)]
        job = self.context.worker.run(_("Läser nämndernas register"), partial(_work, paths), self._show)
        self.destroyed.connect(job.progress.cancel)
        self._job = job
        self._stack.setCurrentIndex(0 if len(paths) > 1 else 1)
        self.setFocusProxy(self.view if len(paths) > 1 else self._empty)

    def _show(self, found: list[BoardRead]) -> None:
        self._job = None
        self._found = {str(each.path): each for each in found}
        self._model.set_source(board_rows(found))
        self.view.clearSpans()
        for place, each in enumerate(found):
            if each.state is None:
                self.view.setSpan(place, 0, 1, self._model.columnCount())
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._model.index(0, 0))
        self._show_chosen()

    def _show_chosen(self) -> None:
        read = self._found.get(self.view.current_id)
        if read is not None:
            self._head.tell(_("Register"), board_title(read))
            self._facts.tell(board_facts(read))
            self._kinds.set_source(_kind_rows(read))
            self._kind_view.setVisible(read.state is not None)

    # Making

    def _lay_out(self) -> None:
        self._stack.addWidget(self._parts())
        ways = [button(_("&Välj register …"), "open", kind="primary")]
        ways[0].clicked.connect(self.choose)
        self._empty = EmptyState(
            _("Inga andra nämnder än"),
            _("Välj de andra nämndernas register, så visas hur de står bredvid ditt eget. De läses bara."),
            ways,
        )
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _parts(self) -> QWidget:
        """All in one column that scrolls, so that it is whole in a low window and with large text."""
        context = self.context
        self._kind_view = ListView(
            "board_kinds", _("Bedömningar per slag"), self._kinds, context.theme, context.settings
        )
        FittedHeight(self.view, self._model, context.theme)
        FittedHeight(self._kind_view, self._kinds, context.theme)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, Space.M, 0)
        layout.setSpacing(Space.M)
        layout.addLayout(self._buttons())
        for part in (self.view, self._head, self._kind_view, self._facts):
            layout.addWidget(part)
        layout.addStretch()
        made = QScrollArea()
        made.setWidgetResizable(True)
        made.setFrameShape(QScrollArea.Shape.NoFrame)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setWidget(holder)
        return made

    def _buttons(self) -> QHBoxLayout:
        choose, again = button(_("&Välj register …"), "open"), button(_("&Läs igen"), "refresh")
        choose.clicked.connect(self.choose)
        again.clicked.connect(self._read)
        told = _("Antal indikatorer, delmål och delaktiviteter med varje bedömning. Inget vägs samman.")
        made = QHBoxLayout()
        made.setSpacing(Space.S)
        made.addWidget(choose)
        made.addWidget(again)
        made.addWidget(label(told, Step.CAPTION, quiet=True, wrap=True), 1)
        return made


def _work(paths: Sequence[Path], progress: Progress) -> list[BoardRead]:
    """The worker's part."""
    return read_boards(paths, date.today(), progress)


def _kind_rows(read: BoardRead) -> RowSource:
    return kind_rows(read.state) if read.state else GivenRows(kind_columns(), [])
