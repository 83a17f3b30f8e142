"""A risk matrix while a person works on it: what is asked, what is wrong with it, and what storing it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from regdesk.domain.problems import Problem
from regdesk.domain.risk_matrices import FOUR, MATRICES
from regdesk.domain.risk_matrix import (
    LEAST,
    LONGEST,
    MOST,
    SYMBOLS,
    LevelTone,
    Matrix,
    MatrixLevel,
    ScaleStep,
    by_thresholds,
    resized,
)
from regdesk.i18n import _, mark
from regdesk.services.risks import is_used, keep_matrix, matrices, matrix_in_force
from regdesk.services.session import Session
from regdesk.viewmodels.fields import Choice
from regdesk.viewmodels.heat_map import HeatMap, Place, picture

Scale = tuple[ScaleStep, ...]

SIZES: Final = range(LEAST, MOST + 1)

_TONE_WORDS: Final = MappingProxyType(
    {
        LevelTone.GREEN: mark("Grön"),
        LevelTone.YELLOW: mark("Gul"),
        LevelTone.ORANGE: mark("Orange"),
        LevelTone.RED: mark("Röd"),
        LevelTone.BLUE: mark("Blå"),
    }
)


def size_choices() -> tuple[Choice, ...]:
    """How many steps a scale, or how many levels a matrix, can have."""
    return tuple(Choice(str(count), str(count)) for count in SIZES)


def tone_choices() -> tuple[Choice, ...]:
    """The colours that the theme has for levels; each can be read in light and dark."""
    return tuple(Choice(tone.value, _(words)) for tone, words in _TONE_WORDS.items())


def symbol_choices() -> tuple[Choice, ...]:
    """The signs that every font of the program has."""
    return tuple(Choice(symbol, symbol) for symbol in SYMBOLS)


def shipped_choices() -> tuple[Choice, ...]:
    """The matrices to start from."""
    return tuple(Choice(code, code.replace("x", " × ")) for code in MATRICES)


class MatrixDraft:
    """Begins as the matrix in force. Nothing is in the register before `store`."""

    def __init__(self, session: Session) -> None:
        """Begin with the shipped matrix where that in force cannot be read; the bad version stays as it is."""
        self._session = session
        try:
            self.matrix: Matrix = matrix_in_force(session)
        except Problem:
            self.matrix = FOUR

    # What it is

    def picture(self) -> HeatMap:
        """The matrix as it would be drawn."""
        return picture(self.matrix)

    @property
    def makes_version(self) -> int:
        """The number of the version that storing would make, 0 where the present one is changed instead."""
        versions = matrices(self._session)
        return versions[0].version + 1 if versions and is_used(self._session, versions[0]) else 0

    # Working on it

    def begin_as(self, code: str) -> None:
        """Begin anew with a shipped matrix."""
        self.matrix = MATRICES[code]

    def resize(self, rows: int, columns: int) -> None:
        """Other numbers of steps; a limit that no cell reaches any more comes down to the highest value."""
        matrix = resized(self.matrix, rows, columns)
        self.matrix = replace(matrix, action_limit=min(matrix.action_limit, rows * columns))

    def set_likelihood(self, place: int, label: str, help_text: str) -> None:
        self.matrix = replace(self.matrix, likelihood=_with(self.matrix.likelihood, place, label, help_text))

    def set_impact(self, place: int, label: str, help_text: str) -> None:
        self.matrix = replace(self.matrix, impact=_with(self.matrix.impact, place, label, help_text))

    def set_level(self, place: int, word: str, tone: str, symbol: str) -> None:
        levels = list(self.matrix.levels)
        levels[place] = MatrixLevel(word, LevelTone(tone), symbol)
        self.matrix = replace(self.matrix, levels=tuple(levels))

    def set_levels(self, count: int) -> None:
        """Other numbers of levels; a new one takes a colour and a sign that are free, a cell never one that is gone."""
        levels = list(self.matrix.levels[:count])
        while len(levels) < count:
            levels.append(_new_level(levels))
        cells = tuple(tuple(min(cell, count - 1) for cell in row) for row in self.matrix.cells)
        self.matrix = replace(self.matrix, levels=tuple(levels), cells=cells)

    def set_limit(self, limit: int) -> None:
        """From which value something is to be done; 0 is never."""
        highest = len(self.matrix.likelihood) * len(self.matrix.impact)
        self.matrix = replace(self.matrix, action_limit=max(0, min(limit, highest)))

    def cycle(self, place: Place) -> None:
        """Give a cell the next level, and after the highest the lowest."""
        likelihood, impact = place
        rows = [list(row) for row in self.matrix.cells]
        rows[likelihood - 1][impact - 1] = (rows[likelihood - 1][impact - 1] + 1) % len(self.matrix.levels)
        self.matrix = replace(self.matrix, cells=tuple(tuple(row) for row in rows))

    def starts(self) -> list[int]:
        """The lowest value that each level has now; 0 for one that no cell has."""
        found = [0] * len(self.matrix.levels)
        for row, line in enumerate(self.matrix.cells, 1):
            for column, level in enumerate(line, 1):
                found[level] = min(found[level] or row * column, row * column)
        return found

    def fill(self, starts: Sequence[int]) -> None:
        """Give every cell the highest level that its value reaches; a level that starts at 0 is left out."""
        highest = len(self.matrix.likelihood) * len(self.matrix.impact) + 1
        reached = tuple(start if start > 0 else highest for start in starts)
        cells = by_thresholds(len(self.matrix.likelihood), len(self.matrix.impact), reached)
        self.matrix = replace(self.matrix, cells=cells)

    # Storing it

    def fault(self) -> str:
        """What is wrong with it and how to mend it, or nothing."""
        steps = (*self.matrix.likelihood, *self.matrix.impact)
        words = [*(step.label for step in steps), *(level.word for level in self.matrix.levels)]
        if not all(word.strip() for word in words):
            return _("Varje steg och nivå behöver ett ord: fyll i dem som är tomma.")
        if any(len(text) > LONGEST for text in (*words, *(step.help for step in steps))):
            return _("En text är för lång: korta den till {limit} tecken.").format(limit=LONGEST)
        for names in (
            [step.label for step in self.matrix.likelihood],
            [step.label for step in self.matrix.impact],
            [level.word for level in self.matrix.levels],
            [level.symbol for level in self.matrix.levels],
        ):
            if len({name.strip().casefold() for name in names}) < len(names):
                return _("Två steg eller nivåer går inte att skilja åt: ge dem olika ord och tecken.")
        return ""

    def store(self) -> None:
        """Let risks be scored in it from now on, as one step. Raises Problem(MATRIX_UNREADABLE)."""
        keep_matrix(self._session, self.matrix)


def _with(scale: Scale, place: int, label: str, help_text: str) -> Scale:
    return (*scale[:place], ScaleStep(label, help_text), *scale[place + 1 :])


def _new_level(levels: Sequence[MatrixLevel]) -> MatrixLevel:
    tones, symbols = {level.tone for level in levels}, {level.symbol for level in levels}
    return MatrixLevel(
        "",
        next((tone for tone in LevelTone if tone not in tones), LevelTone.RED),
        next(symbol for symbol in SYMBOLS if symbol not in symbols),
    )
