"""The window's bottom line: which register, that everything is saved, and what is being worked on."""

from __future__ import annotations

from PySide6.QtWidgets import QStatusBar

from regdesk.i18n import _
from regdesk.services.session import Changed
from regdesk.ui.progress import ProgressStrip
from regdesk.ui.text import label, tip
from regdesk.ui.tokens import Space, Step
from regdesk.ui.work import Worker
from regdesk.viewmodels.steps import saved_text


class StatusBar(QStatusBar):
    """Texts of its own stand to the right; what an action is for shows to the left while it is pointed at."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(Space.S, 0, Space.M, 0)
        self._register = label(step=Step.STRONG)
        self._saved = label(quiet=True)
        self._saved.setContentsMargins(0, 0, Space.L, 0)
        self.addPermanentWidget(ProgressStrip(worker))
        self.addPermanentWidget(self._saved)
        self.addPermanentWidget(self._register)

    def show_register(self, name: str, path: str) -> None:
        """Name the open register; its path is in the tool tip. An empty name says that none is open."""
        self._register.setText(name)
        self._register.setToolTip(tip(path))
        self._saved.setText(_("✓ Allt är sparat") if name else "")

    def show_saved(self, changed: Changed) -> None:
        """Say that this step is on disk, or taken back, or done anew."""
        self._saved.setText(f"✓ {saved_text(changed)}")
