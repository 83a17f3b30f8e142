"""Swedish order as a stored key, and folding for filters; both in the standard library alone.

The order is the Swedish alphabet's since 2006 (w a letter after v; å ä ö last) with CLDR's Swedish tailoring
of the neighbours' letters: ü as y, æ as ä, ø as ö. Runs of figures are compared as numbers.
"""

from __future__ import annotations

import re
import unicodedata

KEY_LENGTH = 400
"""Characters of a text that its key is made of; what comes later does not change the order."""

_LONGEST_WORD = 1_000
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_TOKENS = re.compile("[0-9]+|.", re.DOTALL)
_UNLIKE_ITS_WEIGHT = re.compile("[^a-zåäö0-9 ]|(?<![0-9])0[0-9]")

# Weights in order: level mark, space, punctuation, symbols, figures (0 to `), letters (a to }), other scripts.
_LEVEL, _SPACE, _PUNCTUATION, _SYMBOL = "\x01", " ", "!", '"'
_CLASSES = {"Z": _SPACE, "P": _PUNCTUATION, "S": _SYMBOL, "M": "", "C": ""}
_LETTERS = (
    {"å": "{", "ä": "|", "ö": "}"}
    | {"æ": "|", "ø": "}", "ő": "}", "œ": "}", "ü": "y", "ű": "y"}
    | {"đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)


def fold(text: str) -> str:
    """A text for filtering without regard to case or kind of space; å, ä and ö stay letters of their own."""
    return _compose(_compose(text).casefold()).translate(_SPACES)


def sort_key(text: str) -> str:
    """A key whose order by code point, and so by SQLite's BINARY, is the Swedish order of the texts.

    Letters and figures decide first; then accents, leading noughts and kinds of punctuation; then case, lower
    before upper. Texts alike but for white space, invisible characters or Unicode form have the same key.
    """
    written = _visible(text)
    folded = unicodedata.normalize("NFC", written.casefold())
    letters = "".join(_weight(token) for token in _TOKENS.findall(folded))
    variants = folded if _UNLIKE_ITS_WEIGHT.search(folded) else ""
    capitals = "".join("1" if character.isupper() else "0" for character in written).rstrip("0")
    return _LEVEL.join((letters, variants, capitals)).rstrip(_LEVEL)


def _compose(text: str) -> str:
    """NFC, word by word. Composing takes the square of the length of a run of marks, so no endless word is."""
    words = text.split(" ")
    return " ".join(unicodedata.normalize("NFC", word) if len(word) <= _LONGEST_WORD else word for word in words)


def _visible(text: str) -> str:
    """At most KEY_LENGTH composed characters, without controls, format marks and halves of surrogate pairs."""
    # Four characters at most compose to one, so this much is enough; normalising more could take long.
    start = " ".join(text.split())[: 4 * KEY_LENGTH]
    seen = "".join(character for character in start if unicodedata.category(character)[0] != "C")
    return unicodedata.normalize("NFC", " ".join(seen.split()))[:KEY_LENGTH]


def _weight(token: str) -> str:
    """What one folded letter, mark or run of figures counts for in the first comparison."""
    if token[0] in "0123456789":
        return _figures_weight(token.lstrip("0") or "0")
    if "a" <= token <= "z":
        return token
    if token in _LETTERS:
        return _LETTERS[token]
    decomposition = unicodedata.decomposition(token)
    if decomposition and not decomposition.startswith("<"):
        return _weight(chr(int(decomposition.split()[0], 16)))
    return _CLASSES.get(unicodedata.category(token)[0], token)


def _figures_weight(figures: str) -> str:
    """The number of figures before the figures themselves, so that a longer number is greater."""
    wraps, length = divmod(len(figures) - 1, 47)
    return "`" * wraps + chr(ord("1") + length) + figures
