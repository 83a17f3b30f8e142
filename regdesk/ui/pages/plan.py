"""The plan: its tree to the left, and what stands on the chosen line to the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.branches import PLAN_KINDS, owners_of
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.icons import icon
from regdesk.ui.page import Page
from regdesk.ui.pages.plan_detail import Detail
from regdesk.ui.pages.plan_start import PlanStart
from regdesk.ui.tree_model import TreeModel
from regdesk.ui.verbs import Verb
from regdesk.ui.views import TreeView, id_of
from regdesk.viewmodels.forms import has_form
from regdesk.viewmodels.places import can_move, can_reopen, move, remove, reopen
from regdesk.viewmodels.plan_tree import CLOSED, first_opened, plan_below, plan_found, plan_tree, register_node
from regdesk.viewmodels.tree import TreeNode

if TYPE_CHECKING:
    from regdesk.viewmodels.additions import Addition

ICONS: Final = {
    "registers": "archive",
    "group": "",
    "goals": "goal",
    "goal_states": "period",
    "indicators": "indicator",
    "cluster_parameters": "note",
    "interim_goals": "deadline",
    "activities": "list",
    "assignments": "assignment",
    "board_roles": "board",
    "duties": "duty",
    "legal_entities": "legal-entity",
    "risks": "risk",
    "attachments": "attachment",
    "sections": "document",
}

_SPLITTER: Final = "plan"
_SHARES: Final = (340, 650)


class PlanPage(Page):
    """Tree and detail. What is added, moved and removed follows from the line that one stands on."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filter_hint = _("Sök i planen")
        self._words = ""
        self._unfiltered: set[str] = set()
        self._release: Callable[[], None] = _nothing
        self._model = TreeModel(self, reader=self._read_below)
        self._tree = TreeView(_("Planen"), self._model, context.theme, ICONS)
        self._detail = Detail(context)
        self._start = PlanStart(context, self._add_first)
        self._lay_out()
        self._listen()
        self._read(set(first_opened(context.session)))
        self._open(first_opened(context.session))
        self._choose_first()

    # What the window asks

    def set_filter(self, text: str) -> None:
        if text.strip() and not self._words:
            self._unfiltered = self._tree.open_ids
        current = self._tree.current_id
        self._words = text.strip()
        if self._words:
            self._read(set())
            self._keep_or_choose([current, self._first_leaf()])
        else:
            self._read(self._unfiltered | set(owners_of(self.context.session, current)))
            self._open(self._unfiltered)
            self._keep_or_choose([current])

    def refresh(self, changed: Changed | None) -> None:
        if changed is None or changed.touches(*PLAN_KINDS, "registers", "assessments", "secrecy_markings"):
            near = self._near()
            self._read(set(self._model.opened_ids()))
            self._keep_or_choose(near)
        if (node := self._node) is not None:
            self._detail.refresh(node)
        self._offer()

    def stand_on(self, record_id: str) -> None:
        if self._words:
            self.drop_filter.emit()
        if not self._model.index_of(record_id).isValid():
            owners = owners_of(self.context.session, record_id)
            self._read({*self._model.opened_ids(), *owners})
        self._tree.choose(record_id)
        self._tree.setFocus()

    def commit(self) -> None:
        self._detail.commit()

    # The tree

    @property
    def _node(self) -> TreeNode | None:
        """The chosen one."""
        index = self._tree.currentIndex()
        return self._model.node(index) if index.isValid() else None

    def _read(self, opened: set[str]) -> None:
        session = self.context.session
        nodes = plan_found(session, self._words) if self._words else plan_tree(session, opened)
        self._model.set_nodes(nodes if self._words else (register_node(session), *nodes))
        self._start.setVisible(not nodes and not self._words)
        if self._words:
            self._tree.expandAll()

    def _read_below(self, node: TreeNode) -> Sequence[TreeNode]:
        return plan_below(self.context.session, node.kind, node.id)

    def _open(self, ids: Sequence[str] | set[str]) -> None:
        for node_id in ids:
            self._tree.setExpanded(self._model.index_of(node_id), True)

    def _near(self) -> list[str]:
        """Where one can stand when the chosen line goes away: on it, the next, the one before, or what is above."""
        index = self._tree.currentIndex()
        near = [index, index.siblingAtRow(index.row() + 1), index.siblingAtRow(index.row() - 1)]
        while index.isValid():
            index = index.parent()
            near.append(index)
        return [id_of(each) for each in near if each.isValid()]

    def _keep_or_choose(self, near: Sequence[str]) -> None:
        """Stand on the first of these that there is."""
        if not any(self._tree.choose(node_id) for node_id in near):
            self._choose_first()

    def _first_leaf(self) -> str:
        """The first of what was found, which all else stands above."""
        index = self._model.index(0, 0)
        while self._model.rowCount(index):
            index = self._model.index(0, 0, index)
        return id_of(index)

    def _choose_first(self) -> None:
        first = self._model.index(0, 0)
        if first.isValid():
            self._tree.choose(id_of(first))

    def _show(self) -> None:
        if (node := self._node) is not None:
            self._detail.show_node(node, str(self._tree.currentIndex().parent().data() or _("Planen")))
        self._offer()

    # What can be done

    def _offer(self) -> None:
        """Answer the verbs that have a meaning for the chosen line."""
        self._release()
        self._release = _nothing
        if self.isVisible() and (node := self._node) is not None:
            self._release = self.context.actions.handle(self._offers(node))

    def _offers(self, node: TreeNode) -> dict[Verb, Handler]:
        if self._is_past():
            return {Verb.REOPEN: partial(self._do, reopen, node)} if can_reopen(self.context.session, node) else {}
        offers: dict[Verb, Handler] = {Verb.ADD: self._open_additions}
        if has_form(node.kind) and node.kind != "registers":
            offers[Verb.REMOVE] = partial(self._do, remove, node)
            for verb, by in ((Verb.MOVE_UP, -1), (Verb.MOVE_DOWN, 1)):
                # Among what was found one does not see what something moves past.
                if not self._words and can_move(self.context.session, node.kind, node.id, by):
                    offers[verb] = partial(self._do, partial(move, by=by), node)
        return offers

    def _is_past(self) -> bool:
        """Whether the chosen line belonged to an earlier plan."""
        index = self._tree.currentIndex()
        while index.isValid() and id_of(index) != CLOSED:
            index = index.parent()
        return index.isValid()

    def _do(self, step: Callable[..., None], node: TreeNode) -> None:
        self._detail.commit()
        try:
            step(self.context.session, node.kind, node.id)
        except Problem as problem:
            self.context.messages.failed(problem)

    def _add_first(self) -> None:
        from regdesk.viewmodels.additions import first_goal

        self._add(first_goal(self.context.session))

    def _add(self, addition: Addition) -> None:
        from regdesk.viewmodels.additions import add_to_plan

        self._detail.commit()
        added = add_to_plan(self.context.session, addition)
        self.stand_on(added)
        self._detail.write_over(addition.key)

    def _open_additions(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._fill_with_additions(menu)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._by_line())

    def _open_menu(self, place: QPoint) -> None:
        verbs = (Verb.REOPEN,) if self._is_past() else (Verb.MOVE_UP, Verb.MOVE_DOWN, Verb.REMOVE)
        menu = self.context.actions.context_menu(self._tree, verbs)
        if not self._is_past():
            self._offer_additions(menu)
        # The menu key tells no place; the menu then stands by the line.
        tree = self._tree.viewport()
        menu.popup(tree.mapToGlobal(place) if tree.rect().contains(place) else self._by_line())

    def _offer_additions(self, menu: QMenu) -> None:
        more = QMenu(_("&Lägg till"), menu)
        more.setIcon(icon("add"))
        self._fill_with_additions(more)
        menu.insertMenu(menu.actions()[0], more)

    def _fill_with_additions(self, menu: QMenu) -> None:
        """What stands beside the chosen line comes first, but for a goal, which is mostly added to."""
        from regdesk.viewmodels.additions import additions

        if (node := self._node) is None:
            return
        found = additions(self.context.session, node)
        parts = (found.under, found.beside) if node.kind == "goals" else (found.beside, found.under)
        for part in parts:
            if part and menu.actions():
                menu.addSeparator()
            for addition in part:
                action = menu.addAction(icon(ICONS[addition.kind]), addition.text.replace("&", "&&"))
                action.triggered.connect(lambda _checked, addition=addition: self._add(addition))

    def _by_line(self) -> QPoint:
        line = self._tree.visualRect(self._tree.currentIndex())
        return self._tree.viewport().mapToGlobal(line.bottomLeft())

    # Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._release()
            self._release = _nothing

    def _listen(self) -> None:
        self._tree.chosen.connect(self._show)
        self._tree.opened.connect(self._detail.enter)
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._tree.customContextMenuRequested.connect(self._open_menu)
        self._detail.opened.connect(self.stand_on)
        self.setFocusProxy(self._tree)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._start)
        column.addWidget(self._detail, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._tree)
        splitter.addWidget(right)
        for place, share in enumerate((2, 3)):
            splitter.setStretchFactor(place, share)
        splitter.setSizes(self.context.settings.splitter(_SPLITTER) or list(_SHARES))
        splitter.splitterMoved.connect(lambda: self.context.settings.set_splitter(_SPLITTER, splitter.sizes()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)


def _nothing() -> None:
    """What releasing comes to while no verb is answered."""
