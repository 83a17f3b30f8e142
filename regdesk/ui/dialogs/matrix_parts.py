"""The parts of the matrix dialog in which words are written: the steps of a scale, and the levels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.answers import ChoiceBox
from regdesk.ui.editors import LineEdit
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.fields import Choice
from regdesk.viewmodels.matrix_draft import MatrixDraft, Scale, size_choices, symbol_choices, tone_choices


class _Rows(QWidget):
    """A heading with how many rows there are, and the rows. `altered` tells of words, `resized` of the number."""

    altered = Signal()
    resized = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.sizes = ChoiceBox(size_choices())
        self.sizes.setAccessibleName(_("{part}: antal").format(part=title))
        self.sizes.left.connect(self.resized)
        self._grid_holder = QWidget()
        self._head = QHBoxLayout()
        self._head.addWidget(label(title, Step.STRONG))
        self._head.addStretch()
        self._head.addWidget(label(_("Antal"), quiet=True))
        self._head.addWidget(self.sizes)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addLayout(self._head)
        self._column.addWidget(self._grid_holder)

    @property
    def count(self) -> int:
        return int(self.sizes.get_text())

    def fresh_grid(self, count: int, heads: Sequence[str]) -> QGridLayout:
        """An empty grid of `count` rows below its heads, in the place of the old one."""
        self.sizes.set_text(str(count))
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        for column, head in enumerate(heads):
            grid.addWidget(label(head, Step.CAPTION, quiet=True), 0, column)
        self._column.replaceWidget(self._grid_holder, holder)
        self._grid_holder.deleteLater()
        self._grid_holder = holder
        return grid

    def line(self, text: str, name: str, number: int) -> LineEdit:
        made = LineEdit(text)
        made.setAccessibleName(_("{part} {number}: {name}").format(part=self.title, number=number, name=name))
        made.setCursorPosition(0)
        return made


class ScaleRows(_Rows):
    """The steps of a scale from the lowest; `write` gets the place, label and help of a step that was written in."""

    def __init__(self, title: str, write: Callable[[int, str, str], None]) -> None:
        super().__init__(title)
        self._write = write
        self.labels: list[LineEdit] = []
        self.helps: list[LineEdit] = []

    def show_steps(self, steps: Scale) -> None:
        grid = self.fresh_grid(len(steps), ("", _("Ord"), _("Vad det betyder")))
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        self.labels = [self.line(step.label, _("Ord"), number) for number, step in enumerate(steps, 1)]
        self.helps = [self.line(step.help, _("Vad det betyder"), number) for number, step in enumerate(steps, 1)]
        for place, lines in enumerate(zip(self.labels, self.helps, strict=True)):
            grid.addWidget(label(str(place + 1), quiet=True), place + 1, 0)
            for column, line in enumerate(lines, 1):
                grid.addWidget(line, place + 1, column)
                line.altered.connect(lambda place=place: self._take(place))

    def _take(self, place: int) -> None:
        self._write(place, self.labels[place].get_text(), self.helps[place].get_text())
        self.altered.emit()


class LevelRows(_Rows):
    """The levels from the lowest: word, colour and sign, and from which value the cells can be filled with them."""

    def __init__(self, draft: MatrixDraft) -> None:
        super().__init__(_("Nivåer"))
        self._draft = draft
        self.words: list[LineEdit] = []
        self.starts: list[LineEdit] = []
        self._tones: list[ChoiceBox] = []
        self._symbols: list[ChoiceBox] = []
        self.fill_button = button(_("&Fyll rutorna efter värdena"))
        self.fill_button.clicked.connect(self._fill)
        self.limit = LineEdit()
        self.limit.setValidator(QIntValidator(0, 25, self))
        self.limit.setAccessibleName(_("Åtgärd krävs från värde"))
        self.limit.altered.connect(self._take_limit)
        self._column.addWidget(self.fill_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addWidget(label(_("Åtgärd krävs från värde (0 = aldrig)")))
        row.addWidget(self.limit)
        row.addStretch()
        self._column.addLayout(row)

    def show_levels(self) -> None:
        levels = self._draft.matrix.levels
        grid = self.fresh_grid(len(levels), (_("Ord"), _("Färg"), _("Tecken"), _("Från värde")))
        grid.setColumnStretch(0, 3)
        self.words, self.starts, self._tones, self._symbols = [], [], [], []
        for number, level in enumerate(levels, 1):
            word, start = self.line(level.word, _("Ord"), number), self.line("", _("Från värde"), number)
            tone = self._choice(tone_choices(), level.tone.value, _("Färg"), number)
            symbol = self._choice(symbol_choices(), level.symbol, _("Tecken"), number)
            start.setValidator(QIntValidator(0, 25, start))
            for each in (word, tone, symbol):
                each.altered.connect(lambda place=number - 1: self._take(place))
            for column, widget in enumerate((word, tone, symbol, start)):
                grid.addWidget(widget, number, column)
            self.words.append(word)
            self.starts.append(start)
            self._tones.append(tone)
            self._symbols.append(symbol)
        self.show_starts()
        self.limit.set_text(str(self._draft.matrix.action_limit))

    def show_starts(self) -> None:
        """Show from which value each level begins now."""
        for line, start in zip(self.starts, self._draft.starts(), strict=True):
            line.set_text(str(start))

    def _choice(self, choices: tuple[Choice, ...], chosen: str, name: str, number: int) -> ChoiceBox:
        made = ChoiceBox(choices)
        made.setMinimumContentsLength(4)
        made.set_text(chosen)
        made.setAccessibleName(_("{part} {number}: {name}").format(part=self.title, number=number, name=name))
        return made

    def _take(self, place: int) -> None:
        self._draft.set_level(
            place, self.words[place].get_text(), self._tones[place].get_text(), self._symbols[place].get_text()
        )
        self.altered.emit()

    def _take_limit(self) -> None:
        self._draft.set_limit(int(self.limit.get_text() or 0))
        self.altered.emit()

    def _fill(self) -> None:
        self._draft.fill([int(line.get_text() or 0) for line in self.starts])
        self.show_starts()
        self.altered.emit()
