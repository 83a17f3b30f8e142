"""A risk's value as it is shown everywhere: the level of its cell by word, symbol and tone, with the value itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from regdesk.domain.problems import Problem
from regdesk.domain.risk_matrix import LevelTone, Matrix, MatrixLevel, read_matrix
from regdesk.i18n import _
from regdesk.viewmodels.rows import Cell, Tone
from regdesk.viewmodels.words import one_line

_TONES: Final[Mapping[LevelTone, Tone]] = MappingProxyType(
    {
        LevelTone.GREEN: Tone.GOOD,
        LevelTone.YELLOW: Tone.PARTLY,
        LevelTone.ORANGE: Tone.SERIOUS,
        LevelTone.RED: Tone.BAD,
        LevelTone.BLUE: Tone.UNKNOWN,
    }
)


@lru_cache(maxsize=16)
def matrix_of(definition: str) -> Matrix | None:
    """The matrix that a version holds, or None where it cannot be read; a list then shows the bare value."""
    try:
        return read_matrix(definition)
    except Problem:
        return None


def level_cell(level: MatrixLevel) -> Cell:
    """A level alone, as legends show it."""
    return Cell(text=one_line(level.word), symbol=level.symbol, tone=_TONES[level.tone])


def value_cell(matrix: Matrix | None, likelihood: int, impact: int, version: int = 0) -> Cell:
    """`● 12 Hög`, or `● 12 Hög (v1)` with the version of a matrix that is no longer in force; spoken in full."""
    value = likelihood * impact
    if matrix is None or not matrix.holds(likelihood, impact):
        return Cell(text=f"{value} ({likelihood} × {impact})")
    level = level_cell(matrix.level(likelihood, impact))
    text = f"{value} {level.text}"
    old = _("matris version {version}").format(version=version) if version else ""
    return Cell(
        text=f"{text} (v{version})" if version else text,
        symbol=level.symbol,
        tone=level.tone,
        spoken=", ".join(filter(None, (text, old, factors(matrix, likelihood, impact)))),
    )


def unscored_cell() -> Cell:
    """Scoring is optional."""
    return Cell(text="", tone=Tone.MUTED, spoken=_("ej värderad"))


def factors(matrix: Matrix, likelihood: int, impact: int) -> str:
    """`sannolikhet 3 Stor, konsekvens 4 Allvarlig`."""
    return _("sannolikhet {likelihood} {likely}, konsekvens {impact} {grave}").format(
        likelihood=likelihood,
        likely=one_line(matrix.likelihood[likelihood - 1].label),
        impact=impact,
        grave=one_line(matrix.impact[impact - 1].label),
    )
