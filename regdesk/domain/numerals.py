"""Reads Swedish numbers as people type them, in figures or in words, without guessing what a dot means."""

from __future__ import annotations

import re
from decimal import Decimal

LONGEST = 200
"""Characters. A longer text is prose and is not searched for a number."""

MINUS_SIGNS = "-\u2010\u2011\u2013\u2212"
"""Hyphen, true hyphen, fixed hyphen, en dash and minus: all are typed before a figure for "less than nought"."""

_SIGN = f"[+{re.escape(MINUS_SIGNS)}]?"
_PLAIN = re.compile(rf"{_SIGN}[0-9]+(?:[.,][0-9]+)?")
_SPACED = re.compile(rf"{_SIGN}[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?:[.,][0-9]+)?")
_DOTTED = re.compile(rf"{_SIGN}[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+(?:,[0-9]+)?")
_AMBIGUOUS = re.compile(rf"{_SIGN}[1-9][0-9]{{0,2}}\.[0-9]{{3}}")
_TO_FIGURES = str.maketrans(dict.fromkeys(MINUS_SIGNS, "-") | {" ": None, ",": "."})

_TO_TWENTY = (
    *("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"),
    *("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"),
)
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio", "hundra")
_NUMBER_WORDS = (
    {word: number for number, word in enumerate(_TO_TWENTY)}
    | {word: 10 * tens for tens, word in enumerate(_TENS, start=2)}
    | {"en": 1}
)


def tidy(text: str) -> str:
    """One ordinary space for every run of white space, fixed and thin spaces included; none at the ends."""
    return " ".join(text.split())


def parse_number(text: str) -> Decimal | None:
    """A number in figures: `1 234,5`, `−5`, `80.4`, `1.234.567`, with any kind of space or minus sign.

    None for what is no number, and for a dot that may mean two things (see `is_ambiguous_number`).
    """
    figures = tidy(text) if len(text) <= LONGEST else ""
    if _AMBIGUOUS.fullmatch(figures):
        return None
    if _DOTTED.fullmatch(figures):
        return Decimal(figures.replace(".", "").translate(_TO_FIGURES))
    if _PLAIN.fullmatch(figures) or _SPACED.fullmatch(figures):
        return Decimal(figures.translate(_TO_FIGURES))
    return None


def is_ambiguous_number(text: str) -> bool:
    """Whether a dot may group thousands or begin decimals, as in `1.234`: a person must be asked which."""
    return len(text) <= LONGEST and _AMBIGUOUS.fullmatch(tidy(text)) is not None


def parse_number_word(word: str) -> Decimal | None:
    """`noll` to `tjugo`, the tens and `hundra`, in any case."""
    number = _NUMBER_WORDS.get(word.casefold())
    return None if number is None else Decimal(number)
