"""Targets and outcomes as a quiet row: each value in large figures below the label of its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from regdesk.ui.meeting.sizes import SHARES, Size, scaled
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.viewmodels.rows import Tone
from regdesk.viewmodels.subjects import Subject, ValueFact

_VALUE: Final = 1.3
_WIDEST: Final = 0.6
"""The share of the row that one value may take before it goes on in a new line."""
_WRAP: Final = Qt.TextFlag.TextWordWrap
_ENDLESS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One value; a target stands out."""

    fact: ValueFact
    is_target: bool


@dataclass(frozen=True, slots=True)
class _Place:
    figure: Figure
    label: QRect
    value: QRect


class Figures(QWidget):
    """Painted, since a row of ten values would be thirty widgets; goes on below where the width ends."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._figures: tuple[Figure, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_subject(self, subject: Subject) -> None:
        """Its targets, then what was measured."""
        figures = (*_figures(subject.targets, is_target=True), *_figures(subject.outcomes, is_target=False))
        self.setVisible(bool(figures))
        if figures != self._figures:
            self._figures = figures
            self.setAccessibleName(", ".join(_spoken(each.fact) for each in figures))
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.value.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        caption, large = self._fonts()
        plain = scaled(self.font(), _VALUE)
        for place in self._places(self.width()):
            painter.setFont(caption)
            painter.setPen(QColor(self._theme.colours.quiet))
            painter.drawText(place.label, 0, place.figure.fact.label)
            painter.setFont(large if place.figure.is_target else plain)
            painter.setPen(QColor(self._ink(place.figure)))
            painter.drawText(place.value, _WRAP, _written(place.figure.fact))

    def _ink(self, figure: Figure) -> str:
        if figure.fact.cell.tone is Tone.MUTED:
            return self._theme.colours.quiet
        return self._theme.colours.accent if figure.is_target else self._theme.colours.ink

    def _fonts(self) -> tuple[QFont, QFont]:
        return scaled(self.font(), SHARES[Size.CAPTION]), scaled(self.font(), _VALUE, QFont.Weight.DemiBold)

    def _places(self, width: int) -> list[_Place]:
        """Where everything stands when the row has this width."""
        captions, figures = map(QFontMetrics, self._fonts())
        places: list[_Place] = []
        corner, bottom = QPoint(0, 0), 0
        for figure in self._figures:
            size = _size(figure.fact, captions, figures, round(width * _WIDEST))
            if corner.x() and corner.x() + size.width() > width:
                corner = QPoint(0, bottom + Space.M)
            below = corner + QPoint(0, captions.height())
            place = _Place(figure, QRect(corner, QSize(size.width(), captions.height())), QRect(below, size))
            places.append(place)
            bottom = max(bottom, place.value.bottom())
            corner += QPoint(size.width() + Space.XXL, 0)
        return places


def _figures(facts: Sequence[ValueFact], *, is_target: bool) -> list[Figure]:
    return [Figure(fact, is_target) for fact in facts]


def _size(fact: ValueFact, captions: QFontMetrics, figures: QFontMetrics, widest: int) -> QSize:
    """Of the value, at least as wide as its label."""
    value = figures.boundingRect(QRect(0, 0, max(widest, 1), _ENDLESS), _WRAP, _written(fact))
    return QSize(max(value.width() + 1, captions.horizontalAdvance(fact.label)), value.height())


def _written(fact: ValueFact) -> str:
    return fact.cell.text or "–"


def _spoken(fact: ValueFact) -> str:
    return f"{fact.label}: {fact.cell.spoken or fact.cell.text}"
