"""The matrices that a register can start from; words, levels and size are the organisation's to change afterwards."""

from __future__ import annotations

from typing import Final

from regdesk.domain.risk_matrix import LevelTone, Matrix, MatrixLevel, ScaleStep, by_thresholds

_LOW: Final = MatrixLevel("Låg", LevelTone.GREEN, "○")
_MEDIUM: Final = MatrixLevel("Medel", LevelTone.YELLOW, "◑")
_HIGH: Final = MatrixLevel("Hög", LevelTone.RED, "●")

FOUR: Final = Matrix(
    likelihood=(
        ScaleStep("Mycket liten", "Inträffar knappast."),
        ScaleStep("Liten", "Kan inträffa någon enstaka gång."),
        ScaleStep("Stor", "Kan väl inträffa under planperioden."),
        ScaleStep("Mycket stor", "Inträffar säkert eller pågår redan."),
    ),
    impact=(
        ScaleStep("Försumbar", "Märks knappt och går över av sig själv."),
        ScaleStep("Lindrig", "Märks, men klaras i det vanliga arbetet."),
        ScaleStep("Betydande", "Uppdrag eller förtroende tar skada."),
        ScaleStep("Allvarlig", "Liv, lag eller uppdrag står på spel."),
    ),
    levels=(_LOW, _MEDIUM, _HIGH),
    cells=by_thresholds(4, 4, (1, 4, 9)),
    action_limit=8,
)
"""Four by four, where 1–3 is low, 4–8 medium and 9–16 high."""

FIVE: Final = Matrix(
    likelihood=(
        ScaleStep("Mycket liten", "Inträffar knappast."),
        ScaleStep("Liten", "Kan inträffa någon enstaka gång."),
        ScaleStep("Måttlig", "Kan inträffa under planperioden."),
        ScaleStep("Stor", "Inträffar troligen under planperioden."),
        ScaleStep("Mycket stor", "Inträffar säkert eller pågår redan."),
    ),
    impact=(
        ScaleStep("Försumbar", "Märks knappt och går över av sig själv."),
        ScaleStep("Lindrig", "Märks, men klaras i det vanliga arbetet."),
        ScaleStep("Kännbar", "Kräver extra insatser."),
        ScaleStep("Betydande", "Uppdrag eller förtroende tar skada."),
        ScaleStep("Allvarlig", "Liv, lag eller uppdrag står på spel."),
    ),
    levels=(
        _LOW,
        _MEDIUM,
        MatrixLevel("Hög", LevelTone.ORANGE, "◕"),
        MatrixLevel("Kritisk", LevelTone.RED, "●"),
    ),
    cells=by_thresholds(5, 5, (1, 5, 10, 15)),
    action_limit=10,
)
"""Five by five with four levels."""

MATRICES: Final = {"4x4": FOUR, "5x5": FIVE}
"""The shipped matrices; the first is what risks are scored in where the organisation has made none of its own."""
