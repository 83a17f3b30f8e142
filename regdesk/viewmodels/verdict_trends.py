"""How a verdict has changed since the time before, in words and with a sign."""

from __future__ import annotations

from typing import Final

from regdesk.domain.codes import Verdict
from regdesk.i18n import _
from regdesk.viewmodels.words import word

SAME, HIGHER, LOWER = "=", "▲", "▼"

_SCALE: Final = (Verdict.NO, Verdict.PARTLY, Verdict.YES)
"""The only order there is among verdicts; what cannot be assessed stands outside it."""


def trend_words(now: Verdict, before: Verdict | None) -> str:
    """`▲ Delvis → Ja`, `= oförändrat`, `första gången`; without ▲ and ▼ where the scale has no order."""
    if before is None:
        return _("första gången")
    if before is now:
        return f"{SAME} {_('oförändrat')}"
    change = f"{word(before)} → {word(now)}"
    if now not in _SCALE or before not in _SCALE:
        return change
    return f"{HIGHER if _SCALE.index(now) > _SCALE.index(before) else LOWER} {change}"


def trend_notations() -> tuple[tuple[str, str], ...]:
    """Each sign with what it says."""
    return (
        (HIGHER, _("högre på skalan Nej, Delvis, Ja än förra gången")),
        (LOWER, _("lägre på skalan Nej, Delvis, Ja än förra gången")),
        (SAME, _("samma bedömning som förra gången")),
    )
