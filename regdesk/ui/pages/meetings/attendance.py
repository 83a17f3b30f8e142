"""Who attends the meeting: taken over from the last one, and put right at the roll call with the space bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.attendance import copy_attendance, switch_presence
from regdesk.ui.context import Context
from regdesk.ui.pages.below_list import BelowList
from regdesk.ui.pages.list_keys import Deeds
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space
from regdesk.viewmodels.attendance import ATTENDANCE, quorum_words

_SPACE = "Space"


class Roster(BelowList):
    """The list with one key more: space says that somebody is there or is not."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, ATTENDANCE)

    def _deeds(self) -> Deeds:
        return {**super()._deeds(), _SPACE: self._switch}

    def _switch(self) -> None:
        if chosen := self.view.current_id:
            try:
                switch_presence(self._context.session, chosen)
            except Problem as problem:
                self._context.messages.failed(problem)


class AttendancePart(QScrollArea):
    """The roster of the meeting that is shown, and how many that makes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._meeting_id = context, ""
        self.roster = Roster(context)
        self._quorum = label(wrap=True)
        self.copy_button = button(_("&Hämta från förra mötet"), "copy")
        self.copy_button.clicked.connect(self._copy)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.roster.view)
        self.setWidget(self._lay_out())

    def show_meeting(self, meeting_id: str) -> None:
        """Show who attends another meeting."""
        self._meeting_id = meeting_id
        self.roster.show_record(meeting_id)
        self._tell()

    def refresh(self) -> None:
        """Show what the register says now."""
        if self._meeting_id:
            self.roster.refresh()
            self._tell()

    def set_locked(self, locked: bool) -> None:
        """Who attended a closed meeting stays as it is."""
        self.copy_button.setEnabled(not locked)
        self.roster.add_button.setEnabled(not locked)

    def _tell(self) -> None:
        words = quorum_words(self._context.session, self._meeting_id)
        self._quorum.setText(words or _("Skriv in vilka som deltar, eller hämta dem från nämndens förra möte."))

    def _copy(self) -> None:
        try:
            count = copy_attendance(self._context.session, self._meeting_id)
        except Problem as problem:
            self._context.messages.failed(problem)
            return
        if not count:
            self._context.messages.tell(_("Det finns ingen mer att hämta från något tidigare möte."))

    def _lay_out(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, Space.M, Space.M, Space.M)
        layout.setSpacing(Space.M)
        above = QHBoxLayout()
        above.addWidget(self._quorum, 1)
        above.addWidget(self.copy_button)
        layout.addLayout(above)
        layout.addWidget(self.roster)
        layout.addWidget(label(_("Mellanslag växlar mellan närvarande och inte."), quiet=True, wrap=True))
        layout.addStretch()
        return holder
