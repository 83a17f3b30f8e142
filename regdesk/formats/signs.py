"""The languages that are printed, and the signs that look like others but are not."""

from __future__ import annotations

from typing import Final, Literal

Language = Literal["sv", "en"]

LOCALES: Final[dict[Language, str]] = {"sv": "sv_SE", "en": "en_GB"}
"""What Babel is asked for. British English, since Swedish authorities write it."""

NBSP: Final = "\u00a0"
"""Stands between a number and what belongs to it, so that no line ends between them."""
EN_DASH: Final = "\u2013"
MINUS: Final = "\u2212"
QUOTES: Final[dict[Language, tuple[str, str]]] = {"sv": ("\u201d", "\u201d"), "en": ("\u201c", "\u201d")}
