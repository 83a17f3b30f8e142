"""Where a long Swedish word may be divided when its column is too narrow for it."""

from __future__ import annotations

import re
from typing import Final

_FEWEST: Final = 3  # letters on either side of the hyphen

# One consonant goes with the vowel after it ("enkonsonantsregeln", Svenska skrivregler). The spellings of one sound
# stay whole, and so do the pairs that begin words, which most often begin the second half of a compound.
_BEGINNING: Final = re.compile(
    "(?:sch|skj|stj|sk(?=ap)|st(?=yre)|[kst]j|ch|[bdfgkpt]r|[bfgkp]l|[bcdfghjklmnpqrstvwz])(?=[aeiouyåäöéèü])",
    re.IGNORECASE,
)

# The s that binds a compound ends its first half, whatever the second begins with: "planerings-chef".
_BOUND: Final = re.compile(
    "(?:ing|het|ion|skap|tet)s(?!tyre)(?=[a-zåäö]{2})|(?:arbet|liv|tid)s(?=s[kt])", re.IGNORECASE
)


def divisions(word: str) -> list[int]:
    """The places before which `word` may be divided, ascending; none among signs that are not letters."""
    bound = [match.end() for match in _BOUND.finditer(word)]
    begun = (_place(word, match) for match in _BEGINNING.finditer(word))
    places = {*bound, *(place for place in begun if all(abs(place - other) > 2 for other in bound))}
    return sorted(place for place in places if _has_letters_around(word, place))


def _place(word: str, match: re.Match[str]) -> int:
    """Where the syllable of `match` begins: "äpp-le", not "äp-ple"."""
    start = match.start()
    doubled = len(match[0]) > 1 and start > 0 and word[start - 1] == word[start]
    return start + 1 if doubled else start


def _has_letters_around(word: str, place: int) -> bool:
    around = word[max(0, place - _FEWEST) : place + _FEWEST]
    return len(around) == 2 * _FEWEST and around.isalpha()
