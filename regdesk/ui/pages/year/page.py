"""The page of the board's year: the wheel to the left, the same dates as a list and the chosen one to the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.services.annual_entries import Entry
from regdesk.services.session import Changed
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.empty import EmptyState, way
from regdesk.ui.models import RowsModel
from regdesk.ui.page import Page
from regdesk.ui.pages.year.detail import DateDetail
from regdesk.ui.pages.year.filters import LaneFilter, YearChoice
from regdesk.ui.pages.year.list import YearList
from regdesk.ui.pages.year.saving import choose_calendar_file
from regdesk.ui.pages.year.wheel import WheelView
from regdesk.ui.tokens import Space
from regdesk.ui.verbs import Verb
from regdesk.viewmodels import date_forms
from regdesk.viewmodels.annual_list import Look, read_year, year_rows
from regdesk.viewmodels.annual_words import leads_to, title_of

_NAME: Final = "year"
_WHEEL: Final = 480
_LEAST: Final = 360
_LETTERS: Final = 85  # of the present size, for the list
_PARTS: Final = (300, 200)
_PAGES: Final[Mapping[str, Verb]] = {
    "meetings": Verb.GO_MEETINGS,
    "assignments": Verb.GO_ASSIGNMENTS,
    "activities": Verb.GO_ACTIVITIES,
    "risks": Verb.GO_RISKS,
    "controls": Verb.GO_RISKS,
    "supervision_events": Verb.GO_SUPERVISION,
    "deadline_rules": Verb.GO_RULES,
}
"""Where the records that dates are about are shown."""
_MENU: Final = (Verb.MOVE_DATE, Verb.RESTORE_DATE, None, Verb.ADD, Verb.REMOVE)


class YearPage(Page):
    """Shows this year until another is asked for. The wheel and the list always show the same dates."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filter_hint = _("Sök bland datum")
        self._today = date.today()
        self._look = Look(year=self._today.year)
        self._year = read_year(context.session, self._look.year)
        self._withdraw: Callable[[], None] = _nothing
        self.choice, self.lanes = YearChoice(context), LaneFilter(context)
        self.wheel = WheelView(context.theme)
        self._model = RowsModel(year_rows(self._year, self._look, self._today), self)
        self.list = YearList(_("Årets datum"), self._model, context)
        self.detail = DateDetail(context)
        self._empty = EmptyState(
            _("Inga datum här"),
            _("Planera möten, eller se efter att datumreglerna är påslagna. Esc i hjulet visar hela året."),
            [way(context.actions, Verb.NEW_MEETING, "primary"), way(context.actions, Verb.GO_RULES)],
        )
        self._stack = QStackedWidget()
        self._connect()
        self._lay_out()
        self._show()
        self._stand_on_today()

    # What the window asks

    def handlers(self) -> Mapping[Verb, Handler]:
        return {
            Verb.PREVIOUS_YEAR: lambda: self.turn_to(self._look.year - 1),
            Verb.NEXT_YEAR: lambda: self.turn_to(self._look.year + 1),
            Verb.ADD: self._add,
            Verb.NEW_MEETING: partial(self.context.go, Verb.GO_MEETINGS, ""),
            Verb.EXPORT_CALENDAR: self._export,
        }

    def refresh(self, _changed: Changed | None) -> None:
        self._today = date.today()
        self._year = read_year(self.context.session, self._look.year)
        self._show()

    def set_filter(self, text: str) -> None:
        self._look_at(replace(self._look, words=text))

    def stand_on(self, record_id: str) -> None:
        """Show the year's first date that a record has."""
        found = next((entry for entry in self._year.entries if record_id in (entry.key, entry.record.id)), None)
        if found is not None:
            self.list.choose(found.key)
        self.list.setFocus()

    def turn_to(self, year: int) -> None:
        """Show another year."""
        if date.min.year < year < date.max.year:
            self._year = read_year(self.context.session, year)
            self._look_at(replace(self._look, year=year, month=None))
            self._stand_on_today()

    # What can be done

    @property
    def chosen(self) -> Entry | None:
        """The date that one stands on; None on a heading or a holiday."""
        return self._year.entry(self.list.current_id)

    def _deeds(self) -> Mapping[Verb, Handler]:
        entry = self.chosen
        if entry is None:
            return {}
        deeds: dict[Verb, Handler] = {}
        if date_forms.can_move(entry):
            deeds |= {Verb.MOVE_DATE: self._move, Verb.EDIT: self._move}
        if entry.is_edited:
            deeds[Verb.RESTORE_DATE] = lambda: self._try(partial(date_forms.restore, self.context.session, entry))
        if date_forms.can_remove(entry):
            deeds[Verb.REMOVE] = lambda: self._try(partial(date_forms.remove, self.context.session, entry))
        return deeds

    def _open(self) -> None:
        if (entry := self.chosen) is not None:
            kind, record_id = leads_to(entry)
            if kind in _PAGES:
                self.context.go(_PAGES[kind], record_id)
            else:
                self._move()

    def _move(self) -> None:
        entry = self.chosen
        if entry is None or not date_forms.can_move(entry):
            return
        session, form = self.context.session, date_forms.moving(entry)
        store = partial(date_forms.move, session, entry)
        FormDialog(title_of(session, entry), _("&Flytta"), form.fields, form.values, store, self).open()

    def _add(self) -> None:
        form = date_forms.adding(self._day())
        store = partial(date_forms.add, self.context.session)
        FormDialog(_("Nytt datum"), _("&Lägg till"), form.fields, form.values, store, self).open()

    def _day(self) -> date:
        """What a new date is first taken to be: the chosen day, or today."""
        entry = self.chosen
        return entry.day if entry else self._today

    def _export(self) -> None:
        choose_calendar_file(self, self.context, self._look.year, self._look.lanes, self._tell_saved)

    def _tell_saved(self, path: Path) -> None:
        self.choice.tell(_("✓ Sparat som {path}").format(path=path))

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Problem as problem:
            self.context.messages.failed(problem)

    # What is shown

    def _look_at(self, look: Look) -> None:
        """Look at something else."""
        self._look = look
        self._show()

    def _show(self) -> None:
        self.choice.show_year(self._look.year)
        seen = self._year.seen(self._look)
        self.wheel.show_year(self._year, seen, self._today)
        self.wheel.set_month(self._look.month or 0)
        self._model.set_source(year_rows(self._year, self._look, self._today))
        shown = bool(self._model.rowCount())
        self._stack.setCurrentWidget(self._dates if shown else self._empty)
        self.setFocusProxy(self.list if shown else self.wheel)
        self.choice.tell(date_forms.counted(seen, self._look))
        self._show_chosen()

    def _show_chosen(self) -> None:
        entry = self.chosen
        if entry is None:
            self.detail.show_nothing()
        else:
            self.detail.show_entry(self._year, entry, self._today)
            self.detail.open_button.setVisible(leads_to(entry)[0] in _PAGES)
        self._offer()

    def _stand_on_today(self) -> None:
        """The first date that has not been, or else the first one."""
        seen = self._year.seen(self._look)
        ahead = (entry for entry in seen if entry.last >= self._today)
        entry = next(ahead, seen[0] if seen else None)
        if entry is not None:
            self.list.choose(entry.key)
            self.list.scrollTo(self.list.currentIndex(), YearList.ScrollHint.PositionAtCenter)

    def _stand_on_mark(self, key: str) -> None:
        self.list.choose(key)
        self.list.setFocus()

    def _offer(self) -> None:
        """Let the verbs be those that can be done to what is chosen, while this is in sight."""
        self._withdraw()
        self._withdraw = self.context.actions.handle(self._deeds()) if self.isVisible() else _nothing

    def _open_menu(self, place: QPoint) -> None:
        menu = self.context.actions.context_menu(self.list, _MENU)
        keyboard = not self.list.viewport().rect().contains(place)
        row = self.list.visualRect(self.list.currentIndex())
        menu.popup(self.list.viewport().mapToGlobal(row.bottomLeft() if keyboard else place))

    # Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._withdraw()
            self._withdraw = _nothing

    # Making

    def _connect(self) -> None:
        self.lanes.changed.connect(lambda: self._look_at(replace(self._look, lanes=self.lanes.lanes)))
        self.wheel.month_chosen.connect(lambda month: self._look_at(replace(self._look, month=month or None)))
        self.wheel.mark_chosen.connect(self._stand_on_mark)
        self.wheel.opened.connect(self.list.setFocus)
        self.list.chosen.connect(lambda _key: self._show_chosen())
        self.list.opened.connect(lambda _key: self._open())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.detail.open_button.clicked.connect(self._open)

    def _lay_out(self) -> None:
        self._stack.setMinimumWidth(_LEAST)
        self._dates = self._splitter("year_list", Qt.Orientation.Vertical, (self.list, self.detail), _PARTS)
        for part in (self._dates, self._empty):
            self._stack.addWidget(part)
        sides = self._splitter(_NAME, Qt.Orientation.Horizontal, (self._picture(), self._stack), self._sides())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sides)

    def _sides(self) -> tuple[int, ...]:
        """Larger text takes its room from the wheel."""
        return _WHEEL, _LETTERS * self.fontMetrics().averageCharWidth()

    def _picture(self) -> QWidget:
        """The wheel with its key; in a low window they scroll."""
        inner, made = QWidget(), QScrollArea()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.choice)
        layout.addWidget(self.wheel, 1)
        layout.addWidget(self.lanes)
        made.setWidgetResizable(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setWidget(inner)
        fit = partial(_fit_width, made, inner)
        self.context.theme.changed.connect(fit)
        fit()
        return made

    def _splitter(
        self, name: str, way_: Qt.Orientation, parts: tuple[QWidget, ...], sizes: tuple[int, ...]
    ) -> QSplitter:
        settings, made = self.context.settings, QSplitter(way_)
        made.setChildrenCollapsible(False)
        for part in parts:
            made.addWidget(part)
        made.setSizes(settings.splitter(name) or list(sizes))
        made.splitterMoved.connect(lambda: settings.set_splitter(name, made.sizes()))
        return made


def _fit_width(area: QScrollArea, inner: QWidget) -> None:
    """What scrolls up and down is never cut at its side."""
    area.setMinimumWidth(inner.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())


def _nothing() -> None:
    """What there is to withdraw while nothing is offered."""
