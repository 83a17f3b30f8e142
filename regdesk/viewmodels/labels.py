"""What goals, parameters, meetings and decisions are called, alike in lists, on cards and on paper."""

from __future__ import annotations

from regdesk.domain.model import AgendaItem, Attendance, Goal, GoalState, InterimGoal, Meeting, ReportingPeriod
from regdesk.formats import EN_DASH, format_iso_interval, format_period, format_section, format_time, parse_time
from regdesk.i18n import _, current_language
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.words import one_line, word


def goal_name(goal: Goal) -> str:
    """`2.1.1 Vi främjar hälsa`: the printed number and the title."""
    return one_line(f"{goal.printed_number} {goal.title}")


def parameter_name(name: str, number: int) -> str:
    """The parameter's own name, or its number within the cluster, counted from 1."""
    return one_line(name) or _("Parameter {number}").format(number=number)


def state_label(state: GoalState) -> str:
    """The plan's own words above a state, without their colon, or the usual ones with the year."""
    return _label(state.label, word(state.kind), state.year)


def interim_goal_label(interim_goal: InterimGoal) -> str:
    """The plan's own words above a delmål, without their colon, or the usual ones with the year."""
    return _label(interim_goal.label, one_of("interim_goals"), interim_goal.year)


def section_label(section_no: str) -> str:
    """`§ 64`; nothing for an item whose § is not set."""
    number = one_line(section_no).removeprefix("§").strip()
    return format_section(number) if number else ""


def decision_label(body: str, meeting: Meeting | None, section_no: str) -> str:
    """`Regionstyrelsen 2026-11-22 § 64`, with what is known of it."""
    return " ".join(filter(None, (one_line(body), meeting_days(meeting) if meeting else "", section_label(section_no))))


def item_place(meeting: Meeting, item: AgendaItem) -> str:
    """`2026-11-22 § 64`: where an item of business was taken up."""
    return decision_label("", meeting, item.section_no)


def attendant(attendance: Attendance) -> str:
    """`Ledamot 3 (Kim Ek)`: a function, with the name where there is one."""
    name = one_line(attendance.name)
    return f"{one_line(attendance.function)} ({name})" if name else one_line(attendance.function)


def meeting_days(meeting: Meeting) -> str:
    """`2026-11-22`, or both days of a meeting of two."""
    return format_iso_interval(meeting.date, meeting.end_date or meeting.date)


def meeting_hours(starts_at: str, ends_at: str) -> str:
    """`9.00–15.30` or `9:00–15:30`, or the start alone; a time that is none stays as it was written."""
    return EN_DASH.join(_hour(text) for text in (starts_at, ends_at) if text.strip())


def period_label(period: ReportingPeriod) -> str:
    """`Delår 1`, the board's own name of a period, or its days as they are printed: `januari–augusti 2026`."""
    own = one_line(period.label)
    return own or format_period(period.kind, period.starts_on, period.ends_on, language=current_language())


def progress_label(done: int, total: int) -> str:
    """`7 av 23`."""
    return _("{done} av {total}").format(done=done, total=total)


def _label(own: str, usual: str, year: int | None) -> str:
    return one_line(own).rstrip(" :") or f"{usual} {year or ''}".strip()


def _hour(text: str) -> str:
    time = parse_time(text)
    return format_time(time, language=current_language()) if time else one_line(text)
