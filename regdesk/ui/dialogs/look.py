"""The dialog "Bladens utseende": the questions, the logo, and a page beside them that follows what is answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.logo_part import LogoPart
from regdesk.ui.pages.sheets.preview import Fit, Preview
from regdesk.ui.work import Job, Life, Progress
from regdesk.viewmodels.look import kept_logo, look_beginning, look_fields, store_look
from regdesk.viewmodels.sheet_request import SheetRequest

if TYPE_CHECKING:
    from regdesk.sheets.blocks import Sheet

_PAUSE_MS: Final = 200  # for several letters at once to become one new page
_PREVIEW: Final = 520


class LookDialog(FormDialog):
    """What is answered is stored as one step."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context = context
        beginning = look_beginning(context.session)
        fields = look_fields(beginning["accent"])
        super().__init__(_("Bladens utseende"), _("&Spara"), fields, beginning, self._keep, parent)
        self._life = Life(self)
        self._job: Job[bytes] | None = None
        self.logo = LogoPart(kept_logo(context.session), context.settings)
        self.preview = Preview(context.theme)
        self.preview.set_fit(Fit.WIDTH)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._remake)
        self.add_beside(self.preview, _PREVIEW)
        self.add_above(self.logo)  # last in the tab order, which begins there and goes on with the questions
        self.logo.choose_button.setFocus()
        self.logo.altered.connect(self._follow_logo)
        for field in fields:
            self.form.answer(field.key).altered.connect(self._pause.start)
        self.form.answer("accent").altered.connect(self._follow_colour)
        self._follow_logo()
        self._remake()

    def _keep(self, answers: Mapping[str, str]) -> Mapping[str, str]:
        return store_look(self._context.session, answers, self.logo.chosen)

    def _follow_logo(self) -> None:
        """Only a logo is described."""
        self.form.show_question("logo_alt", self.logo.has_logo)
        self._pause.start()

    def _follow_colour(self) -> None:
        """Say how well the colour can be read."""
        accent = self.form.answer("accent").get_text()
        for field in look_fields(accent):
            if field.key == "accent":
                self.form.ask(field)

    def _remake(self) -> None:
        """Make the page anew beside the window; the latest always."""
        from regdesk.sheets.sample import sample_sheet

        if self._job is not None:
            self._job.cancel()
        request = SheetRequest(session=self._context.session, printed_on=date.today())
        sheet = sample_sheet(request, self.form.values(), self.logo.chosen)
        if sheet is not None:
            work, show = partial(_drawn, sheet), self._life.guarding(self.preview.show_pdf)
            self._job = self._context.worker.run(_("Gör i ordning provbladet"), work, show)


def _drawn(sheet: Sheet, _progress: Progress) -> bytes:
    """The worker's part."""
    from regdesk.sheets.pdf.writer import pdf_bytes

    return pdf_bytes(sheet)
