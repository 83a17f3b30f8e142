"""What a chosen meeting is, how far it has come, and the button that begins to assess."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.actions import Actions
from regdesk.ui.empty import way
from regdesk.ui.meeting.pill import PillLabel
from regdesk.ui.text import label
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.meeting_overview import MeetingOverview

_BAR = 160


class MeetingHead(QWidget):
    """A heading, two lines of facts, and the way on."""

    def __init__(self, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._title = label(step=Step.HEADING, wrap=True)
        self._where = label(wrap=True)
        self._about = label(quiet=True, wrap=True)
        self._status = PillLabel(theme)
        self._progress = label(quiet=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        self._bar.setAccessibleName(_("Bedömda"))
        self.begin = way(actions, Verb.ASSESS, "primary")
        self._close = way(actions, Verb.CLOSE_MEETING)
        self._lay_out()

    def show_overview(self, overview: MeetingOverview) -> None:
        self._title.setText(overview.title)
        self._where.setText(overview.where)
        self._about.setText(overview.about)
        self._about.setVisible(bool(overview.about))
        self._status.show_cell(overview.status)
        self._progress.setText(overview.progress)
        self._bar.setMaximum(max(overview.total, 1))
        self._bar.setValue(overview.done)
        self._bar.setVisible(bool(overview.total))
        self.begin.setText(overview.begin)
        self._close.setVisible(not overview.closed)

    def _lay_out(self) -> None:
        self.begin.setMinimumHeight(2 * Space.XL)
        facts = QVBoxLayout()
        facts.setSpacing(Space.XS)
        for part in (self._title, self._where, self._about):
            facts.addWidget(part)
        facts.addStretch()
        ways = QVBoxLayout()
        ways.setSpacing(Space.S)
        ways.addWidget(self.begin)
        ways.addWidget(self._close)
        ways.addStretch()
        above = QHBoxLayout()
        above.setSpacing(Space.L)
        above.addLayout(facts, 1)
        above.addLayout(ways)
        standing = QHBoxLayout()
        standing.setSpacing(Space.M)
        for shown in (self._status, self._bar, self._progress):
            standing.addWidget(shown, 0, Qt.AlignmentFlag.AlignVCenter)
        standing.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(above)
        layout.addLayout(standing)
