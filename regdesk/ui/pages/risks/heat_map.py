"""The risk map: how many risks stand in each cell, and beside it the risks of the cell that was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.answers import ChoiceBox
from regdesk.ui.context import Context
from regdesk.ui.dialogs.risk_matrix import MatrixDialog
from regdesk.ui.dialogs.sheet_text import SheetTextDialog
from regdesk.ui.empty import way
from regdesk.ui.matrix_view import MatrixView
from regdesk.ui.models import RowsModel
from regdesk.ui.page import Page
from regdesk.ui.pages.risks.legend import Legend
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.heat_map import (
    MAP_STAGES,
    HeatMap,
    Place,
    as_text,
    beside_words,
    cell_words,
    empty_map,
    heat_map,
    version_choices,
)
from regdesk.viewmodels.problems import sentence
from regdesk.viewmodels.risk_list import risks_among
from regdesk.viewmodels.words import word

_SHARES = (620, 440)


class HeatMapPage(Page):
    """`open_risk` of the window is asked for the risk that is opened in the list."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: HeatMap = empty_map()
        self._place: Place | None = None
        self._narrowed: Sequence[str] | None = None
        self._filter = self._in_force = ""
        self.stages = QButtonGroup(self)
        self.version = ChoiceBox(())
        self.version.setAccessibleName(_("Matris"))
        self.version.altered.connect(self._show)
        self.map = MatrixView(_("Riskkarta"), self._shown, context.theme)
        self.map.pressed.connect(self._choose)
        self.map.escaped.connect(self.show_all)
        self._axes = label(quiet=True, wrap=True)
        self._legend = Legend(context.theme)
        self.unscored, self.elsewhere = button("", kind="link"), button("", kind="link")
        self.unscored.clicked.connect(lambda: self._narrow(self.unscored.text(), self._shown.placed.unscored))
        self.elsewhere.clicked.connect(lambda: self._narrow(self.elsewhere.text(), self._shown.placed.elsewhere))
        self._heading = label(step=Step.STRONG, wrap=True)
        self.all_button = button(_("Visa &alla"), "close")
        self.all_button.clicked.connect(self.show_all)
        self._model = RowsModel(risks_among(context.session, None), self)
        self.list = ListView("map_risks", _("Risker i rutan"), self._model, context.theme, context.settings)
        self.list.set_lines(2)
        self.list.opened.connect(self._open)
        self._lay_out()
        self._show()

    # What the window asks

    def handlers(self) -> Mapping[Verb, Handler]:
        return {Verb.EDIT_MATRIX: self._edit_matrix, Verb.SHOW_AS_TEXT: self._show_text}

    def set_filter(self, text: str) -> None:
        self._filter = text
        self._model.set_filter(text)

    def refresh(self, _changed: Changed | None) -> None:
        self._show()

    # What is shown

    @property
    def stage(self) -> int:
        """The number of the stage in MAP_STAGES."""
        return self.stages.checkedId()

    def show_all(self) -> None:
        """Every risk again."""
        self._place = self._narrowed = None
        self._list_risks(_("Alla risker"), None)

    def _show(self) -> None:
        self._offer_versions()
        try:
            self._shown = heat_map(self.context.session, MAP_STAGES[self.stage], self.version.get_text())
        except Problem as problem:
            self._heading.setText(f"⚠ {sentence(problem)}")
            return
        self.map.show_map(self._shown)
        self._legend.tell(self._shown)
        self._axes.setText(" ".join(filter(None, (f"{_('↑ Sannolikhet, → Konsekvens')}.", self._shown.limit))))
        for link, words in zip((self.unscored, self.elsewhere), beside_words(self._shown.placed), strict=True):
            link.setText(words)
            link.setVisible(bool(words))
        if self._place is not None and self._shown.holds(self._place):
            self._choose(self._place)
        else:
            self.show_all()

    def _offer_versions(self) -> None:
        """The one in force is shown, also when that is another than it was, until one is chosen."""
        choices = version_choices(self.context.session)
        codes = [choice.code for choice in choices]
        with QSignalBlocker(self.version):
            follows = self.version.get_text() in {"", self._in_force} or self.version.get_text() not in codes
            self._in_force = next(iter(codes), "")
            self.version.set_choices(choices)
            if follows:
                self.version.set_text(self._in_force)
        self._version_row.setVisible(len(choices) > 1)

    def _choose(self, place: Place) -> None:
        cell = self._shown.cell_at(place)
        self._place = place
        self.map.stand_on(place)
        self._list_risks(cell_words(cell), cell.risks)

    def _narrow(self, words: str, ids: Sequence[str]) -> None:
        self._place = None
        self._list_risks(words, ids)

    def _list_risks(self, words: str, ids: Sequence[str] | None) -> None:
        source = risks_among(self.context.session, ids)
        source.set_filter(self._filter)
        self._narrowed = ids
        self._model.set_source(source)
        self._heading.setText(words)
        self.all_button.setVisible(ids is not None)

    # What can be done

    def _open(self, risk_id: str) -> None:
        if risk_id:
            self.context.go(Verb.GO_RISKS, risk_id)

    def _edit_matrix(self) -> None:
        MatrixDialog(self.context.session, self.context.theme, self).open()

    def _show_text(self) -> None:
        SheetTextDialog(as_text(self._shown, MAP_STAGES[self.stage]), self).open()

    # Its looks

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        for part in (self._left(), self._right()):
            splitter.addWidget(part)
        settings = self.context.settings
        splitter.setSizes(settings.splitter("risk_map") or list(_SHARES))
        splitter.splitterMoved.connect(lambda: settings.set_splitter("risk_map", splitter.sizes()))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(self._head())
        column.addWidget(splitter, 1)
        # A large matrix in large text scrolls; it does not make the window larger.
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.setFocusProxy(self.map)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        for number, stage in enumerate(MAP_STAGES):
            choice = QRadioButton(word(stage))
            self.stages.addButton(choice, number)
            head.addWidget(choice)
        self.stages.button(0).setChecked(True)
        self.stages.idToggled.connect(lambda _number, chosen: self._show() if chosen else None)
        self._version_row = QWidget()
        row = QHBoxLayout(self._version_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(_("Matris")))
        row.addWidget(self.version)
        head.addWidget(self._version_row)
        head.addStretch()
        head.addWidget(way(self.context.actions, Verb.EDIT_MATRIX))
        return head

    def _left(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._axes)
        column.addWidget(self.map, 1)
        column.addWidget(self._legend)
        links = QHBoxLayout()
        links.setSpacing(Space.M)
        links.addWidget(self.unscored)
        links.addWidget(self.elsewhere)
        links.addStretch()
        column.addLayout(links)
        return made

    def _right(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        return made
