"""What a risk is worth, within its detail: each stage with its trend, every score it ever had, and a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.dialogs.risk_score import open_scoring
from regdesk.ui.meeting.pill import PillLabel
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.plan_parts import FittedHeight
from regdesk.ui.pages.record_part import RecordPart
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.views import ListView
from regdesk.viewmodels.risk_scores import Standing, history, history_columns, standings
from regdesk.viewmodels.rows import GivenRows


class RiskScores(RecordPart):
    """Scoring is optional: a risk without a score says so and stays as it is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._risk_id = context, ""
        self._shown: tuple[Standing, ...] | None = None
        self.score_button = button(_("&Värdera …"), "assess")
        self.score_button.clicked.connect(lambda: open_scoring(context, self._risk_id, self))
        self._none = label(_("Ej värderad. Det räcker att risken är beskriven."), quiet=True, wrap=True)
        self._standings = QWidget()
        self._model = RowsModel(GivenRows(history_columns(), []), self)
        self._past = ListView("risk_scores", _("Alla värderingar"), self._model, context.theme, context.settings)
        FittedHeight(self._past, self._model, context.theme, most=5)
        self._lay_out()

    def show_record(self, record_id: str) -> None:
        self._risk_id = record_id
        self.refresh()

    def refresh(self) -> None:
        found = standings(self._context.session, self._risk_id)
        if found != self._shown:
            self._shown = found
            self._write(found)
        self._none.setVisible(not found)
        self._model.set_source(history(self._context.session, self._risk_id))
        self._past.setVisible(self._model.rowCount() > 1)

    def _write(self, found: tuple[Standing, ...]) -> None:
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for row, standing in enumerate(found):
            pill = PillLabel(self._context.theme)
            pill.show_cell(standing.cell)
            words = label(standing.words, wrap=True)
            words.setAccessibleName(f"{standing.stage}: {standing.cell.text}. {standing.words}")
            grid.addWidget(label(standing.stage, quiet=True), 2 * row, 0)
            grid.addWidget(pill, 2 * row, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(words, 2 * row + 1, 0, 1, 2)
        self._column.replaceWidget(self._standings, fresh)
        self._standings.deleteLater()
        self._standings = fresh
        fresh.setVisible(bool(found))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(_("Riskvärde"), Step.STRONG))
        head.addStretch()
        head.addWidget(self.score_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addLayout(head)
        for part in (self._none, self._standings, self._past):
            self._column.addWidget(part)
