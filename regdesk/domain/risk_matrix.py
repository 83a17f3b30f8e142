"""The matrix that risks are valued in: words for likelihood and impact, and the level of each cell."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from typing import Final

from regdesk.domain.problems import Problem, ProblemKind

LEAST: Final = 2
"""The fewest steps of a scale, and the fewest levels."""

MOST: Final = 5

LONGEST: Final = 500
"""Characters of a word or a help; more is no word."""

SYMBOLS: Final = ("○", "◔", "◑", "◕", "●", "△", "▲", "◇", "◆", "□", "■")
"""What a level can have for a symbol: signs that the fonts on screen and paper have."""


class LevelTone(StrEnum):
    """What colour a level has; how the colour looks is the theme's business, so that it can always be read."""

    GREEN = auto()
    YELLOW = auto()
    ORANGE = auto()
    RED = auto()
    BLUE = auto()


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """A step of a scale: its label, and what it means."""

    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class MatrixLevel:
    """What a cell says of a risk: never by colour alone, so a level has a word and a symbol too."""

    word: str
    tone: LevelTone
    symbol: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Scales from their lowest step up, levels from the lowest up, and the number of the level of each cell.

    `cells` has a row for each likelihood with a number for each impact. Both are counted from 1 when a risk is
    scored. A risk whose value is `action_limit` or more is one to do something about; 0 is no limit.
    """

    likelihood: tuple[ScaleStep, ...]
    impact: tuple[ScaleStep, ...]
    levels: tuple[MatrixLevel, ...]
    cells: tuple[tuple[int, ...], ...]
    action_limit: int = 0

    @property
    def size(self) -> int:
        """Steps of the longer scale."""
        return max(len(self.likelihood), len(self.impact))

    def holds(self, likelihood: int, impact: int) -> bool:
        """Whether there is such a cell."""
        return 1 <= likelihood <= len(self.likelihood) and 1 <= impact <= len(self.impact)

    def level(self, likelihood: int, impact: int) -> MatrixLevel:
        """The level of a cell; it alone decides how a risk is shown, everywhere."""
        return self.levels[self.cells[likelihood - 1][impact - 1]]

    def needs_action(self, likelihood: int, impact: int) -> bool:
        return 0 < self.action_limit <= likelihood * impact


def by_thresholds(rows: int, columns: int, starts: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Cells by their value: each has the highest level whose start it reaches; level 0 starts anywhere."""
    return tuple(
        tuple(max([0, *(number for number, start in enumerate(starts) if value >= start)]) for value in values)
        for values in ([row * column for column in range(1, columns + 1)] for row in range(1, rows + 1))
    )


def resized(matrix: Matrix, rows: int, columns: int) -> Matrix:
    """The matrix with other numbers of steps: what is new has no words yet and the level of its nearest neighbour."""
    return replace(
        matrix,
        likelihood=_lengthened(matrix.likelihood, rows),
        impact=_lengthened(matrix.impact, columns),
        cells=tuple(
            tuple(
                matrix.cells[min(row, len(matrix.likelihood) - 1)][min(column, len(matrix.impact) - 1)]
                for column in range(columns)
            )
            for row in range(rows)
        ),
    )


def _lengthened(scale: tuple[ScaleStep, ...], steps: int) -> tuple[ScaleStep, ...]:
    return (*scale[:steps], *(ScaleStep("") for _new in range(len(scale), steps)))


# To and from the text that a register keeps


def write_matrix(matrix: Matrix) -> str:
    """The matrix as JSON."""
    return json.dumps(
        {
            "likelihood": [{"label": step.label, "help": step.help} for step in matrix.likelihood],
            "impact": [{"label": step.label, "help": step.help} for step in matrix.impact],
            "levels": [
                {"word": level.word, "tone": level.tone.value, "symbol": level.symbol} for level in matrix.levels
            ],
            "cells": matrix.cells,
            "action_limit": matrix.action_limit,
        },
        ensure_ascii=False,
    )


def read_matrix(text: str) -> Matrix:
    """The matrix that a text holds. Raises Problem(MATRIX_UNREADABLE)."""
    try:
        return _matrix(json.loads(text))
    except (ValueError, RecursionError) as reason:
        raise Problem(ProblemKind.MATRIX_UNREADABLE, detail=str(reason)) from reason


def _matrix(found: object) -> Matrix:
    fields = _object(found, {"likelihood", "impact", "levels", "cells", "action_limit"})
    matrix = Matrix(
        likelihood=tuple(_step(each) for each in _list(fields["likelihood"])),
        impact=tuple(_step(each) for each in _list(fields["impact"])),
        levels=tuple(_level(each) for each in _list(fields["levels"])),
        cells=tuple(tuple(_number(cell) for cell in _list(row)) for row in _list(fields["cells"])),
        action_limit=_number(fields["action_limit"]),
    )
    check_shape(matrix)
    return matrix


def check_shape(matrix: Matrix) -> None:
    """Raises ValueError for a matrix whose parts do not go together."""
    rows, columns, levels = len(matrix.likelihood), len(matrix.impact), len(matrix.levels)
    if any(not LEAST <= count <= MOST for count in (rows, columns, levels)):
        raise ValueError("size")
    if [len(row) for row in matrix.cells] != [columns] * rows:
        raise ValueError("cells")
    if any(not 0 <= cell < levels for row in matrix.cells for cell in row):
        raise ValueError("level")
    if not 0 <= matrix.action_limit <= rows * columns:
        raise ValueError("action_limit")


def _object(found: object, keys: set[str]) -> dict[str, object]:
    if not isinstance(found, dict) or set(found) != keys:
        raise ValueError("object")
    return found


def _list(found: object) -> list[object]:
    if not isinstance(found, list):
        raise ValueError("list")
    return found


def _number(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise ValueError("number")
    return found


def _text(found: object) -> str:
    if not isinstance(found, str) or len(found) > LONGEST:
        raise ValueError("text")
    found.encode()  # half a character is none; UnicodeEncodeError is a ValueError
    return found


def _word(found: object) -> str:
    text = _text(found)
    if not text.strip():
        raise ValueError("word")
    return text


def _step(found: object) -> ScaleStep:
    fields = _object(found, {"label", "help"})
    return ScaleStep(_word(fields["label"]), _text(fields["help"]))


def _level(found: object) -> MatrixLevel:
    fields = _object(found, {"word", "tone", "symbol"})
    symbol = _text(fields["symbol"])
    if symbol not in SYMBOLS:
        raise ValueError("symbol")
    return MatrixLevel(_word(fields["word"]), LevelTone(_text(fields["tone"])), symbol)
