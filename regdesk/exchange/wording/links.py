"""What plans point at: goals of the regional plan by number, documents and boards by name, goals of Agenda 2030."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from regdesk.domain.agenda_2030 import AGENDA_2030
from regdesk.domain.numerals import tidy
from regdesk.exchange.wording.texts import lines, name_key

_DASH = r"[-\u2010-\u2015]"
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,2})*"
_NUMBERS = re.compile(
    rf"(?:mål(?:en)?\s*)?(?:nr\.?\s*)?{_NUMBER}(?:\s*(?:{_DASH}|till|t\.?o\.?m\.?)\s*{_NUMBER})?"
    rf"(?:\s*(?:,|;|och|samt|&|/|\s)\s*(?:mål(?:en)?\s*)?{_NUMBER}(?:\s*(?:{_DASH}|till)\s*{_NUMBER})?)*\s*[.,;]?",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"({_NUMBER})(?:\s*(?:{_DASH}|till|t\.?o\.?m\.?)\s*({_NUMBER}))?", re.IGNORECASE)
_TITLED = re.compile(rf"\s*mål\s*({_NUMBER})\s*[:.–-]?\s+(\S.*)", re.IGNORECASE | re.DOTALL)
_LONGEST = 300
_LONGEST_RANGE = 50
_NAMES = re.compile(r"\s*[;•]\s*|\s*,\s+(?=\S)|\n")
_BOARDS = re.compile(r"\s*[;•]\s*|\s*,\s+(?=[A-ZÅÄÖ])|\n|\s+(?:och|samt)\s+(?=[A-ZÅÄÖ])")
_AGENDA_START = re.compile(r"(?:(?<=^)|(?<=[\s,.;:(]))([0-9]{1,2})\.?[ \u00a0]+(?=[A-ZÅÄÖ])")
_AGENDA_NUMBERS = re.compile(
    r"\s*(?:mål(?:en)?\s*)?[0-9]{1,2}(?:\s*(?:,|;|och|samt)\s*[0-9]{1,2})*\s*\.?\s*", re.IGNORECASE
)
_LONG_WORD = 4
_LONGEST_GOAL = 100
_LONGEST_AGENDA = 10_000


class NumberedGoal(NamedTuple):
    """A goal of another plan that a text points at; `raw` is the text's own words for it."""

    number: str
    title: str
    raw: str


def regional_goals(text: str) -> list[NumberedGoal]:
    """The goals of a line such as `Mål 1-7`, `Mål 7, 3 och 2` or `Mål 5: Attraktiv arbetsgivare`, in its order."""
    if len(text) > _LONGEST:
        return []
    if _NUMBERS.fullmatch(text.strip()):
        spans = ((found[1], found[2] or found[1]) for found in _RANGE.finditer(text))
        return [NumberedGoal(number, "", text) for span in spans for number in _numbers(*span)]
    titled = _TITLED.fullmatch(text)
    return [NumberedGoal(titled[1], tidy(titled[2]), text)] if titled else []


def _numbers(first: str, last: str) -> list[str]:
    """Every number of a range; only its ends where they are section numbers, or no plan has so many goals."""
    both = list(dict.fromkeys((first, last)))
    if not (first.isdecimal() and last.isdecimal()):
        return both
    low, high = int(first), int(last)
    return [str(number) for number in range(low, high + 1)] if 0 <= high - low <= _LONGEST_RANGE else both


def names(text: str, runs_on: bool) -> list[str]:
    """The names on the lines of a text; where it runs on after a label they may stand in a row with commas."""
    return [name for name in (_NAMES.split(text) if runs_on else lines(text)) if name.strip()]


def boards(text: str) -> list[str]:
    """The boards of a text. `Kultur- och bildningsnämnden` is one, `Kulturnämnden och Patientnämnden` are two."""
    return [name for name in _BOARDS.split(text) if name.strip()]


def agenda_goals(text: str) -> list[NumberedGoal]:
    """The goals of Agenda 2030 that a text lists by number and name, or by number alone.

    A number begins a goal only where a word of the goal's own name follows, so commas and full stops within
    names, missing ones between goals, and `16 kommuner` do no harm.
    """
    if _AGENDA_NUMBERS.fullmatch(text):
        numbers = [number for number in map(int, re.findall("[0-9]+", text)) if number in AGENDA_2030]
        return [NumberedGoal(str(number), AGENDA_2030[number], str(number)) for number in numbers]
    starts = [found for found in _AGENDA_START.finditer(text) if _is_named(int(found[1]), text[found.end() :])]
    bounds = [found.start() for found in starts] + [len(text)]
    return [_agenda_goal(found, text[start:end]) for found, (start, end) in zip(starts, pairwise(bounds), strict=True)]


def _is_named(number: int, rest: str) -> bool:
    """Whether the goal's name comes next, if not quite as it is officially written."""
    own_words = {word for word in name_key(AGENDA_2030.get(number, "")).split() if len(word) >= _LONG_WORD}
    return not own_words.isdisjoint(name_key(rest[:_LONGEST_GOAL]).split()[: len(own_words) + 1])


def _agenda_goal(found: re.Match[str], entry: str) -> NumberedGoal:
    raw = re.sub(r"[\s,.;]+(?:och|samt)?\s*$", "", entry)
    return NumberedGoal(found[1], tidy(raw[found.end() - found.start() :]), raw)


def is_mostly_agenda(text: str) -> bool:
    """Whether a text lists at least two goals of Agenda 2030 and little else."""
    found = agenda_goals(text) if len(text) <= _LONGEST_AGENDA else []
    return len(found) > 1 and sum(len(goal.raw) for goal in found) * 2 > len(text)
