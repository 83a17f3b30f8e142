"""Labels that say what comes after them: `Nuvarande tillstånd 2024:`, `Delmål 2026 :`, `Regionplanens mål`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from regdesk.exchange.wording.texts import YEAR, years


class Subject(StrEnum):
    """What a label announces."""

    CURRENT_STATE = auto()
    DESIRED_STATE = auto()
    INTERIM_GOAL = auto()
    ACTIVITIES = auto()
    ASSIGNMENTS = auto()
    REGIONAL_GOALS = auto()
    STRATEGIES = auto()
    FOUNDATIONS = auto()
    BOARDS = auto()
    AGENDA_2030 = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label as written, its year, and the text that runs on after its colon.

    `is_telling` where it can hardly mean anything else, so that the heading above it must be a goal.
    """

    subject: Subject
    text: str
    year: int | None = None
    rest: str = ""
    has_colon: bool = False
    is_telling: bool = False


_WORDS = (
    (Subject.CURRENT_STATE, r"nuvarande\s+tillstånd(?:et)?|tillstånd(?:et)?\s+i\s*dag|nuvarande\s+läge|nuläge(?:t)?"),
    (
        Subject.DESIRED_STATE,
        r"(?:önska[dt]e?|framtida|eftersträva[dt])\s+(?:tillstånd(?:et)?|läge(?:t)?)|tillstånd(?:et)?|målbild(?:en)?|vision",
    ),
    (Subject.INTERIM_GOAL, r"delmål(?:et)?"),
    (
        Subject.ACTIVITIES,
        r"del-?aktivitet(?:er|erna)?|aktiviteter(?:na)?|insatser|planerade\s+(?:aktiviteter|insatser)",
    ),
    (
        Subject.ASSIGNMENTS,
        r"(?:särskilda|nya|övriga|prioriterade|politiska|följande|våra)?\s*uppdrag(?:en)?(?:\s+(?:till|från)\s+[^:]+)?",
    ),
    (
        Subject.REGIONAL_GOALS,
        r"(?:koppling(?:ar)?\s+till\s+)?(?:regionplanens|fullmäktiges|regionfullmäktiges|kommunfullmäktiges|regionala)\s+mål|"
        r"mål\s+i\s+regionplanen",
    ),
    (
        Subject.STRATEGIES,
        r"strategier(?:\s*(?:och|/|,|&)\s*(?:överenskommelser|styrdokument|planer|policyer|program))*|"
        r"(?:berörda|styrande|relaterade)\s+(?:styrdokument|strategier|dokument)|styrdokument",
    ),
    (
        Subject.FOUNDATIONS,
        r"(?:berör|berörda)?\s*fundament(?:\s*/\s*medel)?|(?:berör|berörda)\s+medel|medel\s*/\s*fundament",
    ),
    (
        Subject.BOARDS,
        r"nämnder\s+som\b[^:]*\bbidrar\b[^:]*|(?:berörda?|ansvariga?|bidragande|deltagande|medverkande)\s+nämnd(?:er)?",
    ),
    (Subject.AGENDA_2030, r"(?:mål\s+i\s+)?agenda\s+2030(?:-?\s*mål(?:en)?)?|globala\s+mål(?:en)?"),
)
_PERIOD = rf"(?P<year>{YEAR})(?:\s*[-–—/]\s*(?:{YEAR}|[0-9]{{2}}))?|(?P<number>[0-9]{{1,2}})"
_LABELS = tuple(
    (
        subject,
        re.compile(
            rf"\s*(?P<label>(?:{words})(?:\s+(?:för\s+|år\s+)?(?:{_PERIOD}))?)\s*(?:(?P<colon>:)\s*(?P<rest>.*))?",
            re.IGNORECASE | re.DOTALL,
        ),
    )
    for subject, words in _WORDS
)
_TELLING = re.compile(
    r"(?:nuvarande\s+|önskat\s+)tillstånd|tillstånd(?:et)?\s+(?:19|20)\d\d|delmål\s+(?:19|20)\d\d|delaktivitet",
    re.IGNORECASE,
)
_LONGEST = 200


def read_label(text: str) -> Label | None:
    """The label that a heading or paragraph begins with; it must end there or go on after a colon."""
    if len(text.partition(":")[0]) > _LONGEST:
        return None
    for subject, pattern in _LABELS:
        found = pattern.fullmatch(text)
        if found:
            label = found["label"]
            return Label(
                subject=subject,
                text=text[: found.end("colon") if found["colon"] else found.end("label")].strip(),
                year=years(label)[-1] if found["year"] else None,
                rest=found["rest"] or "",
                has_colon=bool(found["colon"]),
                is_telling=bool(_TELLING.match(label)),
            )
    return None
