"""Why a risk is accepted, within its detail: asked for once it is, and never insisted on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.risks import give_reason
from regdesk.ui.context import Context
from regdesk.ui.forms import Form
from regdesk.ui.pages.record_part import RecordPart
from regdesk.viewmodels.fields import Field, FieldKind
from regdesk.viewmodels.risk_scores import acceptance


class AcceptanceReason(RecordPart):
    """In sight while the risk is accepted. What is written is stored when the field is left."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._risk_id = context, ""
        question = Field(
            key="reason",
            label=_("Varför risken accepteras"),
            kind=FieldKind.TEXT,
            lines=2,
            help=_("Skriv gärna skälet: nämnden och revisorerna frågar efter det."),
        )
        self._form = Form([question])
        self._form.edited.connect(self._store)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form)

    def show_record(self, record_id: str) -> None:
        self._risk_id = record_id
        accepted, reason = acceptance(self._context.session, record_id)
        self._form.load({"reason": reason})
        self.setVisible(accepted)

    def refresh(self) -> None:
        accepted, reason = acceptance(self._context.session, self._risk_id)
        self._form.refresh({"reason": reason})
        self.setVisible(accepted)

    def commit(self) -> None:
        self._form.commit()

    def _store(self, _key: str, text: str) -> None:
        try:
            give_reason(self._context.session, self._risk_id, text)
        except Problem as problem:
            self._context.messages.failed(problem)
            self.show_record(self._risk_id)
