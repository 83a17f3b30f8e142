"""Small questions that are asked of any text of a plan: its years, its first sentence, whether two names are one."""

from __future__ import annotations

import re
import unicodedata

from regdesk.domain.collation import fold
from regdesk.domain.numerals import parse_number_word, tidy

YEAR = r"(?:19|20)[0-9]{2}"
_YEARS = re.compile(rf"(?<![0-9]){YEAR}(?![0-9])")
_SENTENCE = re.compile(r"(.+?[.!?…])(?=\s+[A-ZÅÄÖ0-9”\"(]|\s*$)", re.DOTALL)
_ABBREVIATIONS = re.compile(
    r"\b(?:t\.?ex|bl\.?a|m\.?m|d\.?v\.?s|s\.?k|fr\.?o\.?m|t\.?o\.?m|ca|kl|nr|dnr|jfr|kap)\.$", re.IGNORECASE
)
_NOT_IN_NAMES = re.compile(r"[^\w\s&/+-]")
_YEAR_SPAN_AT_END = re.compile(rf"\s*\(?-?{YEAR}(?:\s*[-\u2013\u2014]\s*-?(?:{YEAR}|[0-9]{{2}}))?\)?-?\s*$")
_FINAL = ".!?…"
_INDEFINITE = {
    "strategin": "strategi",
    "policyn": "policy",
    "planen": "plan",
    "programmet": "program",
    "målbilden": "målbild",
    "filosofin": "filosofi",
    "agendan": "agenda",
    "visionen": "vision",
    "avtalet": "avtal",
    "riktlinjerna": "riktlinjer",
    "försörjningen": "försörjning",
    "överenskommelsen": "överenskommelse",
}
"""What documents are called in the definite form, and without it."""


def years(text: str) -> list[int]:
    """The years a text names, in order."""
    return [int(year) for year in _YEARS.findall(text)]


def first_sentence(text: str) -> str:
    """The first sentence on one line, without its full stop; an abbreviation does not end it."""
    line, end = tidy(text), 0
    for found in _SENTENCE.finditer(line):
        end = found.end()
        if not _ABBREVIATIONS.search(line[:end]):
            break
    return (line[:end] or line).rstrip(".")


def count_of(word: str) -> int | None:
    """A count in figures or words: `3`, `tre`."""
    if word.isdecimal():
        return int(word)
    number = parse_number_word(word)
    return None if number is None else int(number)


def name_key(text: str) -> str:
    """What two spellings of one name have in common: case, kinds of space and dash, and punctuation aside."""
    dashes = re.sub(r"[\u2010-\u2015\u2212]", "-", fold(unicodedata.normalize("NFC", text)))
    return tidy(_NOT_IN_NAMES.sub(" ", dashes))


def document_key(text: str) -> tuple[str, str]:
    """What a governing document is known by: its name in the indefinite form without its years, and the years."""
    plain = text.rstrip(" \u00a0\t.,;:")
    bare = _YEAR_SPAN_AT_END.sub("", plain)
    key = name_key(bare)
    definite = next((word for word in _INDEFINITE if key.endswith(word)), "")
    stem = key.removesuffix(definite) + _INDEFINITE.get(definite, "")
    return stem, "-".join(map(str, years(plain[len(bare) :])))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip().endswith(tuple(_FINAL))


def lines(text: str) -> list[str]:
    """The lines of a text that have something on them."""
    return [line for line in text.split("\n") if line.strip()]
