"""What the pages of uppdrag and delaktiviteter share: views to choose from above the list, and one key for done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.work import switch_done
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.pages.records_page import RecordsPage
from regdesk.ui.segments import Segments
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.places import how_many
from regdesk.viewmodels.rows import RowSource


class WorkPage(RecordsPage):
    """`views` are Swedish source texts by code."""

    views: ClassVar[Mapping[str, str]]
    shares = (620, 400)

    def __init__(self, context: Context) -> None:
        choices = {code: _(text) for code, text in self.views.items()}
        self.segments = Segments(self.plural, _("Visa"), choices, context.settings)
        super().__init__(context)
        self.segments.picked.connect(self._look_anew)

    @property
    def view(self) -> str:
        """What is looked at."""
        return self.segments.code

    @property
    def is_narrowed(self) -> bool:
        return True

    def how_many(self, _source: RowSource) -> int:
        return how_many(self.context.session, self.plural)

    def read_again(self, source: RowSource) -> None:
        """Another view is another source, and what is late is so of today."""
        self._model.renew(source)

    def head(self) -> QWidget:
        return self.segments

    def deeds(self, record_id: str) -> Mapping[Verb, Handler]:
        return {**super().deeds(record_id), Verb.SWITCH_DONE: self._switch_done}

    def _switch_done(self) -> None:
        self.panel.commit()
        try:
            switch_done(self.context.session, self.plural, self.chosen_id, date.today())
        except Problem as problem:
            self.context.messages.failed(problem)

    def _look_anew(self) -> None:
        """Another view begins with its first row, unless what one stood on is in it too."""
        before = self._view.current_id
        self.panel.commit()
        self.refresh(None)
        if not before or self._view.current_id != before:
            self._view.scrollToTop()
            self._stand_on_first()
        self._show_chosen()
