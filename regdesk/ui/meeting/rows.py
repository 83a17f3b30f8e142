"""What the plan says of a thing in words, and how the parameters of a cluster were assessed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from regdesk.ui.meeting.pill import PillLabel
from regdesk.ui.meeting.sizes import Size
from regdesk.ui.text import label
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.viewmodels.cards import ParameterVerdict
from regdesk.viewmodels.facts import Fact

_TOP: Final = Qt.AlignmentFlag.AlignTop


class FactRows(QWidget):
    """Facts below their labels. They are made once and shown as they are needed."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: list[_FactRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        while len(self._facts) < len(facts):
            self._facts.append(_FactRow())
            self._column.addWidget(self._facts[-1])
        for row, fact in zip_longest(self._facts, facts):
            row.show_fact(fact)
        self.setVisible(bool(facts))


class _FactRow(QWidget):
    """A label and the words below it."""

    def __init__(self) -> None:
        super().__init__()
        self._label = sized(Size.CAPTION, quiet=True)
        self._words = sized(Size.BODY)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._label)
        layout.addWidget(self._words)

    def show_fact(self, fact: Fact | None) -> None:
        self.setVisible(fact is not None)
        if fact:
            self._label.setText(fact.label)
            self._words.setText(fact.text)


class ParameterRows(QWidget):
    """The parameters of a cluster, each beside how it was assessed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[tuple[PillLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)

    def show_parameters(self, parameters: Sequence[ParameterVerdict]) -> None:
        while len(self._lines) < len(parameters):
            self._add()
        for place, (pill, name) in enumerate(self._lines):
            shown = place < len(parameters)
            if shown:
                pill.show_cell(parameters[place].cell)
                name.setText(parameters[place].parameter.name)
            pill.setVisible(shown)
            name.setVisible(shown)
        self.setVisible(bool(parameters))

    def _add(self) -> None:
        pill, name = PillLabel(self._theme), sized(Size.BODY)
        self._grid.addWidget(pill, len(self._lines), 0, _TOP)
        self._grid.addWidget(name, len(self._lines), 1)
        self._lines.append((pill, name))


def sized(size: Size, *, quiet: bool = False) -> QLabel:
    """A label of the mode's own scale, which wraps and can be selected from."""
    made = label(quiet=quiet, wrap=True)
    made.setProperty("large", size.value)
    return made
