"""How work stands, in one look: a line of facts above its form, and below it what is late."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from regdesk.ui.context import Context
from regdesk.ui.pages.record_part import RecordPart
from regdesk.ui.text import label, set_flag
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.glance import Glancing


class GlancePart(RecordPart):
    """`look` says what there is to tell of a record on a day."""

    def __init__(self, context: Context, look: Glancing) -> None:
        super().__init__()
        self._context, self._look, self._id = context, look, ""
        self.facts = label(wrap=True)
        self.warnings = label(step=Step.STRONG, wrap=True)
        set_flag(self.warnings, "tone", "bad")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self.facts)
        layout.addWidget(self.warnings)

    def show_record(self, record_id: str) -> None:
        self._id = record_id
        self.refresh()

    def refresh(self) -> None:
        glance = self._look(self._context.session, self._id, date.today())
        self.facts.setText(glance.facts)
        self.warnings.setText(glance.warnings)
        self.facts.setVisible(bool(glance.facts))
        self.warnings.setVisible(bool(glance.warnings))
