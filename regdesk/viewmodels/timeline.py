"""The delaktiviteter on a time line: a row for each under its goal, with the days, milestones and words of its bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regdesk.domain.model import Activity, Goal, Milestone
from regdesk.formats import format_date, format_date_interval, format_percent
from regdesk.i18n import _, current_language
from regdesk.services.activities import goals_with_activities, milestones_by_activity, missed
from regdesk.services.finding import records_with
from regdesk.services.secrecy import secrecy_of
from regdesk.services.session import Session
from regdesk.services.work import overdue_days
from regdesk.viewmodels.glance import late_words, milestones_text
from regdesk.viewmodels.labels import goal_name
from regdesk.viewmodels.rows import Cell, Column, Row, Tone
from regdesk.viewmodels.time_scale import TimeScale
from regdesk.viewmodels.words import one_line, status_cell


@dataclass(frozen=True, slots=True)
class Diamond:
    """A milestone on its day: the day it was reached, or else the day that it should be."""

    day: date
    is_reached: bool
    is_missed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What is drawn of a delaktivitet. With one of its days alone it is drawn on that day.

    `words` say with `symbol` and `tone` how it stands, `short` the same where there is little room; `progress` is in
    per cent.
    """

    starts_on: date | None
    due_on: date | None
    progress: int
    symbol: str
    words: str
    short: str
    tone: Tone
    diamonds: tuple[Diamond, ...] = ()

    @property
    def days(self) -> list[date]:
        """Every day that it has something on."""
        ends = [day for day in (self.starts_on, self.due_on) if day]
        return ends + [diamond.day for diamond in self.diamonds]

    @property
    def has_dates(self) -> bool:
        return self.starts_on is not None or self.due_on is not None


class Timeline:
    """Rows with a heading for each goal, whose ids are empty; what has no dates comes last, under its own."""

    def __init__(self, session: Session, today: date) -> None:
        self._session, self.today = session, today
        self.columns: Sequence[Column] = (
            Column(key="title", title=_("Delaktivitet"), width=1.0, letters=12, sortable=False),
            Column(key="time", title=_("Tid") + "\n", width=1.7, letters=18, sortable=False),
        )
        self.bars: Mapping[str, Bar] = {}
        self._rows: list[Row] = []
        self.set_filter("")

    def count(self) -> int:
        """Delaktiviteter that pass the filter."""
        return len(self.bars)

    def page(self, after: Row | None, limit: int) -> list[Row]:
        start = int(str(after.position[0])) + 1 if after else 0
        return self._rows[start : start + limit]

    def set_filter(self, text: str) -> None:
        goals = {goal.id: goal for goal in goals_with_activities(self._session)}
        milestones = milestones_by_activity(self._session)
        found = [each for each in records_with(self._session, Activity, text) if each.closed_on is None]
        self.bars = {each.id: bar_of(each, milestones.get(each.id, []), self.today) for each in found}
        rows = [*self._dated(goals, found), *self._undated(goals, found)]
        self._rows = [replace(row, position=(place,)) for place, row in enumerate(rows)]

    def set_order(self, key: str, *, descending: bool) -> None:
        """There is but one."""

    def whole(self) -> TimeScale:
        """Days enough for all that is shown."""
        return TimeScale.around((day for bar in self.bars.values() for day in bar.days), self.today)

    def _dated(self, goals: Mapping[str, Goal], found: Sequence[Activity]) -> Iterator[Row]:
        under: dict[str, list[Activity]] = {}
        for each in found:
            if self.bars[each.id].has_dates:
                under.setdefault(each.goal_id, []).append(each)
        for goal in goals.values():
            if goal.id in under:
                yield _heading(goal_name(goal))
                yield from (self._row(each, goal) for each in sorted(under[goal.id], key=_place))

    def _undated(self, goals: Mapping[str, Goal], found: Sequence[Activity]) -> Iterator[Row]:
        without = [each for each in found if not self.bars[each.id].has_dates]
        if without:
            yield _heading(_("Utan datum"))
            yield from (self._row(each, goals[each.goal_id]) for each in without)

    def _row(self, activity: Activity, goal: Goal) -> Row:
        title, bar = one_line(activity.title), self.bars[activity.id]
        days = days_text(bar)
        spoken = ", ".join((f"{title}: {days}", bar.words, goal_name(goal)))
        return Row(
            id=activity.id,
            cells=(Cell(text=title, spoken=spoken), Cell(text=days, spoken=spoken)),
            secret=secrecy_of(self._session).is_secret(activity.id),
        )


def bar_of(activity: Activity, milestones: Sequence[Milestone], today: date) -> Bar:
    """The bar of a delaktivitet; one whose day has passed says so whatever its status is."""
    standing, late = status_cell(activity.status), late_words(activity, today)
    reached = sum(milestone.reached_on is not None for milestone in milestones)
    percent = "" if activity.progress is None else format_percent(activity.progress, language=current_language())
    stands = f"{standing.text.lower()} {percent}".strip()
    words = (stands, late, milestones_text(reached, len(milestones)))
    is_late = overdue_days(activity, today) > 0
    return Bar(
        starts_on=activity.starts_on,
        due_on=activity.due_on,
        progress=activity.progress or 0,
        symbol="!" if is_late else standing.symbol,
        words=", ".join(filter(None, words)),
        short=late or stands,
        tone=Tone.BAD if is_late else standing.tone,
        diamonds=tuple(_diamonds(activity, milestones, today)),
    )


def days_text(bar: Bar) -> str:
    """`1 februari–30 juni 2026`, the one day that is known, or `utan datum`."""
    language = current_language()
    match bar.starts_on, bar.due_on:
        case None, None:
            return _("utan datum")
        case None, date() as due:
            return _("klar senast {date}").format(date=format_date(due, article=False, language=language))
        case date() as start, None:
            return _("börjar {date}").format(date=format_date(start, article=False, language=language))
        case date() as start, date() as due:
            return format_date_interval(start, due, language=language)
    raise AssertionError


def _diamonds(activity: Activity, milestones: Sequence[Milestone], today: date) -> Iterator[Diamond]:
    for milestone in milestones:
        day = milestone.reached_on or milestone.due_on
        if day:
            yield Diamond(day, milestone.reached_on is not None, missed(milestone, activity, today))


def _heading(text: str) -> Row:
    return Row(id="", cells=(Cell(text=text), Cell(text="")))


def _place(activity: Activity) -> tuple[date, str]:
    """By the day that comes first, as one reads a time line."""
    return activity.starts_on or activity.due_on or date.max, activity.id
