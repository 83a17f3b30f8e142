"""Headings that say of themselves that they are a goal: `Målområde 1: …`, `Mål: …`, `2.1 Effektmål – …`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from regdesk.domain.codes import LevelKind
from regdesk.domain.models import LEVELS
from regdesk.domain.numerals import tidy
from regdesk.exchange.wording.texts import YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWording:
    """A goal's level in the plan's own word, its number where one is printed, and its title."""

    level_kind: LevelKind
    level_name: str
    printed_number: str = ""
    title: str


_OTHER_WORDS = {
    "fokusområde": (LevelKind.GOAL_AREA, "fokusområden"),
    "inriktningsområde": (LevelKind.GOAL_AREA, "inriktningsområden"),
    "utvecklingsområde": (LevelKind.GOAL_AREA, "utvecklingsområden"),
    "prioriterat område": (LevelKind.GOAL_AREA, "prioriterade områden"),
    "perspektivmål": (LevelKind.GOAL_AREA, "perspektivmål"),
    "övergripande mål": (LevelKind.GOAL, "övergripande mål"),
    "inriktningsmål": (LevelKind.GOAL, "inriktningsmål"),
    "strategiskt mål": (LevelKind.GOAL, "strategiska mål"),
    "fullmäktigemål": (LevelKind.GOAL, "fullmäktigemål"),
    "verksamhetsmål": (LevelKind.RESULT_GOAL, "verksamhetsmål"),
    "nämndmål": (LevelKind.RESULT_GOAL, "nämndmål"),
    "nämndsmål": (LevelKind.RESULT_GOAL, "nämndsmål"),
    "nämndens mål": (LevelKind.RESULT_GOAL, "nämndens mål"),
    "styrelsens mål": (LevelKind.RESULT_GOAL, "styrelsens mål"),
}
LEVEL_WORDS = {
    **{level.name.lower(): (kind, level.name_plural.lower()) for kind, level in LEVELS.items()},
    **_OTHER_WORDS,
}
"""Every word for a level in the singular, with its kind and its plural."""

_PLURALS = {plural: (kind, word) for word, (kind, plural) in LEVEL_WORDS.items()}
_WORD = "|".join(sorted((word.replace(" ", r"\s+") for word in LEVEL_WORDS), key=len, reverse=True))
_SECTION = re.compile(r"\s*([0-9]+(?:\.[0-9]+)*)\.?\s+(?=\S)")
_GOAL = re.compile(
    rf"\s*(?P<word>{_WORD})"
    r"(?:\s*(?P<number>[0-9]+(?:\.[0-9]+)*|[A-ZÅÄÖ](?=\s*[:.–—-])))?"
    r"(?:(?P<mark>\s*[:–—]\s*|\s+-\s+|\.\s+)|\s+)(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_LISTED = re.compile(rf"\b({'|'.join(sorted(map(re.escape, _PLURALS), key=len, reverse=True))})\s*:\s*$", re.IGNORECASE)
_INCLUDED = re.compile(
    r"\s*(?:inom|i|under)\s+(?:effektmålet|målområdet|målet|området|delområdet|det\s+strategiska\s+området)\s+"
    r"[”\"']?(?P<name>.+?)[”\"']?\s+ingår(?:\s+följande\s+\w+)?\s*:?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_ALIAS = re.compile(
    r"\b(?:effekt|resultat|inriktnings)?mål(?:et|området)\s+[”\"']?(?P<name>[^.:;]{1,150}?)[”\"']?\s+bidrar\b",
    re.IGNORECASE,
)


def split_number(heading: str) -> tuple[str, str]:
    """A typed section number and the rest: `2.1 Mål` is ("2.1", "Mål"). A year is no section number."""
    found = _SECTION.match(heading)
    if not found or len(found[1].split(".")[0]) > 2:
        return "", heading
    return found[1], heading[found.end() :]


def read_goal_heading(heading: str) -> GoalWording | None:
    """What a heading says of a goal; None for a heading that names no level or only names it, like `Mål 2025`."""
    section, rest = split_number(heading)
    found = _GOAL.fullmatch(rest)
    if not found or not (found["mark"] or found["number"]):
        return None
    word = tidy(found["word"]).lower()
    number = found["number"] or ""
    is_year = re.fullmatch(YEAR, number) is not None
    if is_year and not found["mark"]:
        return None
    return GoalWording(
        level_kind=LEVEL_WORDS[word][0],
        level_name=word.capitalize(),
        printed_number=section if is_year else number or section,
        title=tidy(found["title"]),
    )


def goals_announced(lead_in: str) -> tuple[LevelKind, str] | None:
    """The level whose names a list has that comes after this sentence: `… har följande effektmål:`."""
    found = _LISTED.search(split_number(tidy(lead_in))[1])
    if not found:
        return None
    kind, word = _PLURALS[found[1].lower()]
    return kind, word.capitalize()


def level_of_heading(heading: str) -> tuple[LevelKind, str] | None:
    """The level of the headings below a heading that is nothing but the level's plural: `Målområden`."""
    found = _PLURALS.get(tidy(split_number(heading)[1]).rstrip(":").lower())
    return None if found is None else (found[0], found[1].capitalize())


def parts_announced(lead_in: str) -> str | None:
    """The goal whose parts a list names after this sentence: `Inom målet hållbar organisation ingår:`."""
    found = _INCLUDED.fullmatch(lead_in)
    return tidy(found["name"]) if found else None


def other_name(text: str) -> str | None:
    """What a sentence calls the goal it stands under: `effektmålet god och jämlik hälsa bidrar till …`."""
    found = _ALIAS.search(text)
    return tidy(found["name"]) if found else None
