"""What cells of lists of uppdrag, activities, controls and supervision say: days, statuses, decisions, how often."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from regdesk.domain.codes import WorkStatus
from regdesk.domain.numerals import tidy

_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_NAME = "|".join(_MONTHS)
_DAY = re.compile(
    rf"(?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})|(?:den\s+)?(?P<day>[0-9]{{1,2}})\s+(?P<month>{_NAME})\s+(?P<year>[0-9]{{4}})"
)
_SECTION = re.compile(r"§\s*(?P<number>[0-9]+(?:\s?/\s?[0-9]+)?)")
_DNR = re.compile(r"\b(?:dnr|diarienr|diarienummer)\.?:?\s*(?P<dnr>\S+)", re.IGNORECASE)
_BETWEEN = " ,.;:()"

_STATUSES = {
    WorkStatus.NOT_STARTED: ("ej påbörjad", "ej påbörjat", "inte påbörjad", "inte påbörjat", "ny", "nytt", "planerad"),
    WorkStatus.ONGOING: ("pågår", "pågående", "påbörjad", "påbörjat", "under arbete"),
    WorkStatus.DONE: (
        *("klar", "klart", "genomförd", "genomfört", "slutförd", "slutfört", "avslutad", "avslutat", "utförd"),
        *("utfört", "verkställd", "verkställt"),
    ),
    WorkStatus.DELAYED: ("försenad", "försenat"),
    WorkStatus.DROPPED: ("avförd", "avfört", "avskriven", "avskrivet", "struken", "struket", "utgår", "upphävd"),
}
_STATUS_OF = {words: status for status, said in _STATUSES.items() for words in said}

_RULES = {
    "FREQ=DAILY": ("dagligen", "varje dag"),
    "FREQ=WEEKLY": ("varje vecka", "veckovis", "en gång i veckan", "en gång per vecka"),
    "FREQ=WEEKLY;INTERVAL=2": ("varannan vecka",),
    "FREQ=MONTHLY": ("varje månad", "månadsvis", "månatligen", "en gång i månaden", "en gång per månad"),
    "FREQ=MONTHLY;INTERVAL=2": ("varannan månad",),
    "FREQ=MONTHLY;INTERVAL=3": ("varje kvartal", "kvartalsvis", "en gång per kvartal", "fyra gånger per år"),
    "FREQ=MONTHLY;INTERVAL=4": ("varje tertial", "tertialvis", "per tertial", "tre gånger per år"),
    "FREQ=MONTHLY;INTERVAL=6": ("varje halvår", "halvårsvis", "två gånger per år", "två gånger om året"),
    "FREQ=YEARLY": ("varje år", "årligen", "årsvis", "en gång per år", "en gång om året", "1 gång per år"),
    "FREQ=YEARLY;INTERVAL=2": ("vartannat år",),
}
_RULE_OF = {words: rule for rule, said in _RULES.items() for words in said}
_MONTH_LIST = re.compile(rf"(?:i\s+)?(?:{_NAME})(?:\s*(?:,|och|samt)\s*(?:{_NAME}))*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Where something was decided: `Regionstyrelsen 2024-03-05 § 27, dnr 24RS12`. `rest` is what else the cell says."""

    body: str
    day: date | None
    section: str
    dnr: str


def read_day(text: str) -> date | None:
    """`2024-03-05`, `5 mars 2024`; None for all that is not one whole day."""
    found = _DAY.fullmatch(tidy(text).casefold().removeprefix("senast "))
    return _day_of(found) if found else None


def read_status(text: str) -> WorkStatus | None:
    """The status that a word of the field stands for."""
    return _STATUS_OF.get(tidy(text).casefold().rstrip("."))


def read_recurrence(text: str) -> str | None:
    """The RFC 5545 rule for `kvartalsvis`, `två gånger per år`, `mars och september`."""
    words = tidy(text).casefold().rstrip(".")
    if _MONTH_LIST.fullmatch(words):
        months = sorted({_MONTHS.index(name) + 1 for name in re.findall(_NAME, words)})
        return f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))}"
    return _RULE_OF.get(words)


def read_decision(text: str) -> Decision | None:
    """A day, a § or a diary number, with the body before them if one is named; None where there is none of them."""
    rest = tidy(text)
    found = _DAY.search(rest.casefold())
    day = _day_of(found) if found else None
    section, dnr = _SECTION.search(rest), _DNR.search(rest)
    if not (day or section or dnr):
        return None
    spans = [match.span() for match in (found if day else None, section, dnr) if match]
    return Decision(
        body=_without(rest, spans),
        day=day,
        section=tidy(section["number"]) if section else "",
        dnr=dnr["dnr"].rstrip(".,;)") if dnr else "",
    )


def _day_of(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        return date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """What is left of a text, on one line and without the signs that stood between."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return tidy(" ".join(word for word in text.split() if word.strip(_BETWEEN))).strip(_BETWEEN)
