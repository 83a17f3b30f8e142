"""A month to choose a day from, with week numbers, which opens below a field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidget, QWidgetAction

from regdesk.ui.icons import icon


def open_month(below: QWidget, written: str, take: Callable[[date], None]) -> None:
    """Open the month of the date that is `written`, or else the present one; `take` gets the day that is chosen."""
    menu = QMenu(below)
    menu.aboutToHide.connect(menu.deleteLater)
    calendar = _calendar(written)

    def chosen(day: QDate) -> None:
        menu.close()
        take(date(day.year(), day.month(), day.day()))

    calendar.activated.connect(chosen)
    calendar.clicked.connect(chosen)
    holder = QWidgetAction(menu)
    holder.setDefaultWidget(calendar)
    menu.addAction(holder)
    menu.popup(below.mapToGlobal(QPoint(0, below.height())))
    calendar.setFocus()


def _calendar(written: str) -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    # Qt's own arrows and its red weekends are not of this window's colours.
    for name, sign in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
        calendar.findChildren(QToolButton, f"qt_calendar_{name}")[0].setIcon(icon(sign))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    day_written = QDate.fromString(written, Qt.DateFormat.ISODate)
    if day_written.isValid():
        calendar.setSelectedDate(day_written)
    return calendar
