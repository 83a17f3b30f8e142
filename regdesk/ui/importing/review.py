"""The view of a plan that was read and not yet written: a tree to correct, what to look at, and the button to write it.

It has the whole window. Every edit is a step of its own undo; what is written is one step of the register's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSplitter, QToolBar, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.exchange.proposal import (
    NodeKind,
    Proposal,
    ProposedNode,
    change_kind,
    change_level,
    indent,
    move,
    outdent,
    remove,
)
from regdesk.exchange.writing import write_proposal
from regdesk.i18n import _
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.importing import draft as drafts
from regdesk.ui.importing import rows
from regdesk.ui.importing.detail import Detail
from regdesk.ui.importing.draft import Draft
from regdesk.ui.importing.model import PlanModel
from regdesk.ui.text import button, label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.ui.tree_model import TreeModel
from regdesk.ui.verbs import Given, Verb
from regdesk.ui.views import TreeView
from regdesk.viewmodels.problems import sentence
from regdesk.viewmodels.proposal import level_choices, node_word

_STEPS: Final = (Verb.MOVE_UP, Verb.MOVE_DOWN, Verb.MOVE_IN, Verb.MOVE_OUT, Verb.REMOVE)
_BAR: Final = (Verb.UNDO, Verb.REDO, None, *_STEPS)
_ALSO: Final = (
    *(Verb.LARGER_TEXT, Verb.SMALLER_TEXT, Verb.NORMAL_TEXT, Verb.FOLLOW_SYSTEM, Verb.USE_LIGHT, Verb.USE_DARK),
    *(Verb.FULL_SCREEN, Verb.QUIT),
)
"""What can be done meanwhile that is not about the plan."""

_WIDE: Final = 1000  # Qt makes sizes that are too large fit, in proportion


class Review(QWidget):
    """One proposal under review, from `open` until it is written or given up."""

    def __init__(self, context: Context, proposal: Proposal) -> None:
        super().__init__()
        self._context = context
        self._draft = Draft(proposal)
        self._chosen = ""
        self._is_asking = False
        self._ends: list[Callable[[], None]] = []
        self._summary = label(quiet=True, wrap=True)
        self._model, self._list_model = PlanModel(self._may_stand), TreeModel(self)
        self._tree = TreeView(_("Planens delar"), self._model, context.theme, rows.ICONS)
        self._list = TreeView(_("Att se över"), self._list_model, context.theme, rows.ICONS)
        self._list_name = label(step=Step.STRONG)
        self._fault = label(wrap=True)
        self._detail = Detail()
        self._write_button = button(_("&Läs in i registret"), "check", kind="primary")
        self._lay_out(proposal.file_name)
        self._connect()
        self._show()
        self._open_goals()
        self._tree.setCurrentIndex(self._model.index(0, 0))

    def open(self) -> None:
        """Take over the window."""
        actions = self._context.actions
        self._ends = [
            self._context.take_over(self),
            actions.only((*self._handlers(), *_ALSO)),
            actions.handle(self._handlers()),
        ]
        self._offer_undo()
        self._tree.setFocus()

    # Choosing

    def _choose(self, node_id: str) -> None:
        """Show a node of the tree, or what was not placed."""
        self._chosen = node_id
        self._tell("")
        left = self._draft.unplaced(node_id)
        node = self._draft.proposal.find(node_id)
        if left:
            self._detail.show_unplaced(left)
        elif node:
            self._detail.show_node(node, drafts.kinds_for(self._draft.proposal, node_id))
        else:
            self._detail.clear()

    def _choose_notice(self, row_id: str) -> None:
        about = next((each.about for each in rows.notices(self._draft.proposal) if each.row.id == row_id), "")
        if self._draft.proposal.find(about):
            self._tree.choose(about)
        self._choose(about)

    def _go_to_notice(self) -> None:
        """Enter on a row of the list: the keyboard goes to what it is about."""
        if self._draft.unplaced(self._chosen):
            self._place()
        elif self._chosen:
            self._tree.setFocus()

    # Editing

    def _edit(self, edit: drafts.Edit, stand_on: str = "") -> None:
        """Take a step of the draft and stand on a node; what cannot be done is told and leaves all as it is."""
        stand_on = stand_on or self._chosen
        try:
            is_changed = self._draft.edit(edit)
        except Problem as problem:
            self._tell(sentence(problem))
            return
        if is_changed:
            self._show()
            self._tree.choose(stand_on)

    def _edit_chosen(self, edit: Callable[[Proposal, str], Proposal]) -> None:
        if self._draft.proposal.find(self._chosen):
            self._edit(lambda proposal: edit(proposal, self._chosen))

    def _remove(self) -> None:
        if self._draft.proposal.find(self._chosen):
            stand_on = drafts.neighbour_of(self._draft.proposal, self._chosen)
            self._edit(lambda proposal: remove(proposal, self._chosen), stand_on)

    def _place(self) -> None:
        node_id, near = self._chosen, self._tree.current_id
        self._edit(lambda proposal: drafts.place_near(proposal, node_id, near))
        self._tree.setFocus()

    def _drop(self, node_id: str, parent_id: str, row: int) -> None:
        self._edit(lambda proposal: _moved(proposal, node_id, parent_id, row), node_id)

    def _may_stand(self, node_id: str, parent_id: str, row: int) -> bool:
        """Whether a node that is dragged may be let go there."""
        node = self._draft.proposal.find(node_id)
        if node is None or parent_id in {each.id for each in node.walk()}:
            return False
        try:
            _moved(self._draft.proposal, node_id, parent_id, row)
        except Problem:
            return False
        return True

    def _ask_for_kind(self) -> None:
        """Enter on a node: the keyboard goes to the choice of kinds, and comes back with it."""
        self._is_asking = True
        self._detail.ask_for_kind()

    def _change_kind(self, kind: str) -> None:
        self._edit_chosen(lambda proposal, node_id: change_kind(proposal, node_id, NodeKind(kind)))
        if self._is_asking:
            self._is_asking = False
            self._tree.setFocus()

    def _change_level(self, level: str) -> None:
        chosen = next(choice.level for choice in level_choices() if choice.level == level)
        self._edit_chosen(lambda proposal, node_id: change_level(proposal, node_id, chosen))

    def _undo(self) -> None:
        self._draft.undo()
        self._show()

    def _redo(self) -> None:
        self._draft.redo()
        self._show()

    # Ending

    def _write(self) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            write_proposal(self._context.session, self._draft.proposal)
        except Problem as problem:
            self._context.messages.failed(problem)
        else:
            self._close()
            self._context.go(Verb.GO_PLAN, "")
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _give_up(self) -> None:
        if not self._draft.is_changed:
            self._close()
            return
        question = _("Det du har ändrat i förslaget försvinner, och inget läses in i registret.")
        self._context.messages.ask(question, _("Läs inte in"), self._close, danger=True)

    def _close(self) -> None:
        for end in reversed(self._ends):
            end()
        self._ends = []
        self._context.actions.give(Given.UNDOABLE, at_hand=self._context.session.undo_step is not None)
        self._context.actions.give(Given.REDOABLE, at_hand=self._context.session.redo_step is not None)
        self.deleteLater()

    # Showing

    def _show(self) -> None:
        """Show the draft as it is now."""
        proposal = self._draft.proposal
        # Views put back what was chosen in them; that is no choice of the user's.
        with QSignalBlocker(self._tree), QSignalBlocker(self._list):
            self._model.set_nodes(rows.plan_nodes(proposal))
            self._list_model.set_nodes([notice.row for notice in rows.notices(proposal)])
        self._list.setVisible(self._list_model.rowCount() > 0)
        self._list_name.setText(_("Att se över: {what}").format(what=rows.to_look_at(proposal)))
        self._summary.setText(rows.summary(proposal))
        self._write_button.setEnabled(bool(proposal.roots))
        self._choose(self._chosen if self._draft.node(self._chosen) else self._tree.current_id)
        self._offer_undo()

    def _open_goals(self) -> None:
        """Open what holds goals, and the goals themselves: that is what most will want to check."""
        for node in self._draft.proposal.walk():
            if any(each.kind is NodeKind.GOAL for each in node.walk()):
                self._tree.setExpanded(self._model.index_of(node.id), True)

    def _offer_undo(self) -> None:
        if self._ends:
            self._context.actions.give(Given.UNDOABLE, at_hand=self._draft.is_changed)
            self._context.actions.give(Given.REDOABLE, at_hand=self._draft.can_redo)

    def _tell(self, words: str) -> None:
        """What could not be done, below the tree."""
        self._fault.setText(f"⚠ {words}" if words else "")
        self._fault.setVisible(bool(words))

    def _open_menu(self, at: QPoint) -> None:
        node = self._draft.proposal.find(self._tree.current_id)
        if node is None:
            return
        menu = self._context.actions.context_menu(self._tree, ())
        self._fill_choices(menu, node)
        menu.addSeparator()
        self._context.actions.fill(menu, _STEPS)
        menu.popup(self._tree.viewport().mapToGlobal(at))

    def _fill_choices(self, menu: QMenu, node: ProposedNode) -> None:
        kinds = menu.addMenu(_("&Gör till"))
        for kind in drafts.kinds_for(self._draft.proposal, node.id):
            if kind is not node.kind:
                kinds.addAction(node_word(kind), partial(self._change_kind, str(kind)))
        kinds.setEnabled(not kinds.isEmpty())
        if node.kind is NodeKind.GOAL:
            levels = menu.addMenu(_("&Nivå"))
            for choice in level_choices():
                levels.addAction(choice.text, partial(self._change_level, str(choice.level)))

    # Made once

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._tree.hasFocus():
            self._give_up()
        else:
            self._tree.setFocus()

    def _handlers(self) -> Mapping[Verb, Handler]:
        return {
            Verb.UNDO: self._undo,
            Verb.REDO: self._redo,
            Verb.MOVE_UP: lambda: self._edit_chosen(drafts.step_up),
            Verb.MOVE_DOWN: lambda: self._edit_chosen(drafts.step_down),
            Verb.MOVE_IN: lambda: self._edit_chosen(indent),
            Verb.MOVE_OUT: lambda: self._edit_chosen(outdent),
            Verb.REMOVE: self._remove,
        }

    def _connect(self) -> None:
        self._tree.chosen.connect(self._choose)
        self._tree.opened.connect(lambda _node_id: self._ask_for_kind())
        self._tree.customContextMenuRequested.connect(self._open_menu)
        # The drop is over before the tree is filled anew.
        self._model.dropped.connect(self._drop, Qt.ConnectionType.QueuedConnection)
        self._list.chosen.connect(self._choose_notice)
        self._list.opened.connect(lambda _row_id: self._go_to_notice())
        self._detail.kind_chosen.connect(self._change_kind)
        self._detail.level_chosen.connect(self._change_level)
        self._detail.placed.connect(self._place)
        self._write_button.clicked.connect(self._write)

    def _lay_out(self, file_name: str) -> None:
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._tree.setDragDropMode(TreeView.DragDropMode.InternalMove)
        self._list.setRootIsDecorated(False)
        self._list_name.setBuddy(self._list)
        set_flag(self._fault, "tone", "bad")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(_("Läs in {name}").format(name=file_name), Step.HEADING))
        layout.addWidget(self._summary)
        layout.addWidget(self._bar())
        layout.addWidget(self._parts(), 1)
        layout.addLayout(self._buttons())

    def _parts(self) -> QSplitter:
        across = self._splitter("import-tree", (_column(self._tree, self._fault), self._detail), (5, 2))
        below = _column(self._list_name, self._list)
        return self._splitter("import-list", (across, below), (3, 1), Qt.Orientation.Vertical)

    def _splitter(
        self,
        name: str,
        parts: tuple[QWidget, QWidget],
        shares: tuple[int, int],
        way: Qt.Orientation = Qt.Orientation.Horizontal,
    ) -> QSplitter:
        """Two parts with a border that stays where the user put it, remembered by `name`."""
        made = QSplitter(way)
        made.setChildrenCollapsible(False)
        made.setHandleWidth(Space.L)
        for number, (part, share) in enumerate(zip(parts, shares, strict=True)):
            made.addWidget(part)
            made.setStretchFactor(number, share)
        settings = self._context.settings
        made.setSizes(settings.splitter(name) or [share * _WIDE for share in shares])
        made.splitterMoved.connect(lambda: settings.set_splitter(name, made.sizes()))
        return made

    def _bar(self) -> QToolBar:
        bar = QToolBar(_("Ändra i trädet"))
        bar.setIconSize(QSize(Space.L + Space.XS, Space.L + Space.XS))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for verb in _BAR:
            if verb is None:
                bar.addSeparator()
            else:
                bar.addAction(self._context.actions[verb])
        return bar

    def _buttons(self) -> QHBoxLayout:
        give_up = button(_("&Avbryt"))
        give_up.clicked.connect(self._give_up)
        made = QHBoxLayout()
        made.setSpacing(Space.S)
        made.addWidget(_how_to(), 1)
        made.addWidget(self._write_button)
        made.addWidget(give_up)
        return made


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.XS)
    for part in parts:
        layout.addWidget(part)
    return made


def _how_to() -> QLabel:
    return label(_("Retur väljer vad det markerade blir. Inget skrivs i registret förrän du läser in."), quiet=True)


def _moved(proposal: Proposal, node_id: str, parent_id: str, row: int) -> Proposal:
    """A node put where it was dropped; its old place no longer counts among its siblings."""
    siblings, parent = drafts.siblings_of(proposal, node_id)
    same = (parent.id if parent else "") == parent_id
    before = same and [node.id for node in siblings].index(node_id) < row
    return move(proposal, node_id, parent_id or None, None if row < 0 else row - before)
