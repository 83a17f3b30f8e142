"""The page of the delaktiviteter: a list, or the same on a time line, with each one beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import MappingProxyType

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from regdesk.i18n import _, mark
from regdesk.ui.context import Context
from regdesk.ui.icons import icon
from regdesk.ui.models import RowsModel
from regdesk.ui.pages.timeline import TimelineModel, TimelineView
from regdesk.ui.pages.work_page import WorkPage
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from regdesk.viewmodels.activity_list import activity_list
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.rows import RowSource
from regdesk.viewmodels.timeline import Timeline

_TIMELINE = "timeline"


class ActivitiesPage(WorkPage):
    """Every delaktivitet, with its milestones."""

    plural = "activities"
    views = MappingProxyType({"list": mark("Lista"), _TIMELINE: mark("Tidslinje")})
    offers = (Verb.SWITCH_DONE, None, *WorkPage.offers)

    def __init__(self, context: Context) -> None:
        self._steps = QWidget()
        super().__init__(context)
        self._steps.setVisible(self.view == _TIMELINE)
        self.segments.picked.connect(lambda view: self._steps.setVisible(view == _TIMELINE))

    def source(self) -> RowSource:
        if self.view == _TIMELINE:
            return Timeline(self.context.session, date.today())
        return activity_list(self.context.session)

    def make_view(self, source: RowSource) -> tuple[ListView, RowsModel]:
        if not isinstance(source, Timeline):
            return super().make_view(source)
        model = TimelineModel(source)
        title = _("{kind} på en tidslinje").format(kind=many_of(self.plural))
        return TimelineView(_TIMELINE, title, model, self.context.theme, self.context.settings), model

    def missing(self) -> tuple[str, str]:
        return _("Inga delaktiviteter än"), _("Lägg till det som ska göras för att nå målen.")

    def head(self) -> QWidget:
        """The choice of views, and what moves the time line while that is in sight."""
        made, layout = QWidget(), QHBoxLayout(self._steps)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        for name, words, step in (
            ("chevron-left", _("Tidigare (←)"), TimelineView.earlier),
            ("chevron-right", _("Senare (→)"), TimelineView.later),
            ("zoom-in", _("Zooma in (+)"), TimelineView.zoom_in),
            ("zoom-out", _("Zooma ut (-)"), TimelineView.zoom_out),
            ("calendar", _("Till i dag"), TimelineView.show_today),
            ("full-screen", _("Visa allt (0)"), TimelineView.show_all),
        ):
            layout.addWidget(self._button(name, words, step))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)
        row.addStretch()
        row.addWidget(self._steps)
        return made

    def _button(self, name: str, words: str, step: Callable[[TimelineView], None]) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon(name))
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self._step(step))
        return made

    def _step(self, step: Callable[[TimelineView], None]) -> None:
        if isinstance(self._view, TimelineView):
            step(self._view)
