"""What of a text can be put on paper: composed letters and spaces, without what steers screens and printers."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

SOFT_HYPHEN: Final = "\u00ad"
NO_BREAK_SPACE: Final = "\u00a0"
SEAM: Final = "\u200b"  # zero width space: a line may end here, and nothing is printed

# A line may also end after a hyphen or a stroke between letters: "Bibehålla/öka", but never "2024–2026".
STROKES: Final = frozenset("-/‐–")
INNER_SEAM: Final = re.compile(r"(?<=[^\W\d_][-/‐–])(?=[^\W\d_])")

_ORDINARY: Final = re.compile("[\n -~\u00a0-\u02ff\u2010-\u2015\u2018-\u2022\u2026\u2030\u2212\u2264\u2265]*")
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]{1,2000}", re.IGNORECASE)
_LINE_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_KEPT: Final = frozenset({"\n", SOFT_HYPHEN, SEAM})
_UNPRINTABLE: Final = frozenset({"Cc", "Cf", "Cs"})  # controls, bidirectional overrides, joiners, lone surrogates


def printable(text: str) -> str:
    """`text` composed (NFC), with `\\n` for every kind of line break and without what no paper can show.

    Soft hyphens and zero width spaces are kept: they tell where a line may end. No-break spaces stay as they are.
    """
    if _ORDINARY.fullmatch(text):
        return text
    text = _LINE_BREAKS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", "".join(filter(_prints, text)))


def spoken(text: str) -> str:
    """`printable` text without the marks for line ends, and with one space for each stretch of blanks."""
    return " ".join(printable(text).replace(SOFT_HYPHEN, "").replace(SEAM, "").split())


def is_address(text: str) -> bool:
    """Whether paper lets a reader follow it: an http, https or mailto address."""
    return bool(_ADDRESS.fullmatch(text))


def _prints(character: str) -> bool:
    return character in _KEPT or not (
        unicodedata.category(character) in _UNPRINTABLE or _is_variation_selector(character) or _is_nothing(character)
    )


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _is_nothing(character: str) -> bool:
    """Unicode's 66 non-characters, which XML refuses."""
    return ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"
