"""Reads what people write in value cells: numbers, comparators, verdicts and status texts. It never guesses.

The raw text is kept to the letter. What is not understood is `ValueState.TEXT` and shown as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum, auto

from regdesk.domain.codes import Comparator, Sex, ValueState, Verdict
from regdesk.domain.numerals import (
    LONGEST,
    MINUS_SIGNS,
    is_ambiguous_number,
    parse_number,
    parse_number_word,
    tidy,
)

__all__ = [
    "ParsedValue",
    "ValuePart",
    "ValueWarning",
    "is_ambiguous_number",
    "parse_number",
    "parse_value",
    "parse_verdict",
]


class ValueWarning(StrEnum):
    """What a person should look at in a value: how it was read, or why it was not."""

    REPEATED_VERDICT = auto()
    """`Ja Ja` was read as one verdict; most likely two cells were merged."""
    AMBIGUOUS_DOT = auto()
    """`1.234` is a thousand or a decimal: it stays text until a person has said which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuePart:
    """One value of a cell, for one organisational unit and one sex where the cell names them.

    `number` counts `measure_unit` ("%", "veckor", "mnkr" …), which is None where the cell names none. A verdict,
    a deadline and a comparison with the previous outcome have no number. `year` is the deadline, the year that
    is compared with, or the year in a parenthesis after the value.
    """

    comparator: Comparator = Comparator.EQUAL
    number: Decimal | None = None
    measure_unit: str | None = None
    org_unit: str | None = None
    sex: Sex | None = None
    verdict: Verdict | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedValue:
    """A cell as written (`raw`) and as understood. `parts` is empty unless the state is PARSED."""

    raw: str
    state: ValueState
    parts: tuple[ValuePart, ...] = ()
    start_year: int | None = None
    warnings: tuple[ValueWarning, ...] = ()


def parse_value(raw: str) -> ParsedValue:
    """Read a value cell. Never raises, and takes no longer for a text made to be slow."""
    text = raw.strip()
    if not text:
        return ParsedValue(raw=raw, state=ValueState.BLANK)
    if len(text) > LONGEST:
        return ParsedValue(raw=raw, state=ValueState.TEXT)
    lines = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return _read_status(raw, tidy(lines)) or _read_verdicts(raw, tidy(lines)) or _read_parts(raw, lines)


def parse_verdict(text: str) -> Verdict | None:
    """Ja, Delvis, Nej, Kan ej bedömas or their first letters, in any case."""
    if len(text) > LONGEST:
        return None
    return _VERDICTS.get(tidy(unicodedata.normalize("NFC", text)).casefold())


# Words ------------------------------------------------------------------------------------------------------

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_DASHES = {*MINUS_SIGNS, "\u2012", "\u2014", "\u2015"}

_VERDICTS = {
    "ja": Verdict.YES,
    "j": Verdict.YES,
    "delvis": Verdict.PARTLY,
    "d": Verdict.PARTLY,
    "nej": Verdict.NO,
    "n": Verdict.NO,
    "kan ej bedömas": Verdict.CANNOT_ASSESS,
    "kan inte bedömas": Verdict.CANNOT_ASSESS,
    "k": Verdict.CANNOT_ASSESS,
}

_PENDING = {
    f"{modal}{verb}" for modal in ("", "ska ", "skall ") for verb in ("utarbetas", "tas fram", "fastställas")
} | {"under utarbetande", "under framtagande"}

_BEFORE = {
    ">": Comparator.GREATER,
    "över": Comparator.GREATER,
    "mer än": Comparator.GREATER,
    "fler än": Comparator.GREATER,
    "högre än": Comparator.GREATER,
    ">=": Comparator.AT_LEAST,
    "=>": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "minst": Comparator.AT_LEAST,
    "lägst": Comparator.AT_LEAST,
    "<": Comparator.LESS,
    "under": Comparator.LESS,
    "mindre än": Comparator.LESS,
    "färre än": Comparator.LESS,
    "lägre än": Comparator.LESS,
    "<=": Comparator.AT_MOST,
    "=<": Comparator.AT_MOST,
    "≤": Comparator.AT_MOST,
    "högst": Comparator.AT_MOST,
    "max": Comparator.AT_MOST,
    "maximalt": Comparator.AT_MOST,
    "upp till": Comparator.AT_MOST,
    "=": Comparator.EQUAL,
}

_AFTER = {
    " eller högre": Comparator.AT_LEAST,
    " eller mer": Comparator.AT_LEAST,
    " eller fler": Comparator.AT_LEAST,
    " eller lägre": Comparator.AT_MOST,
    " eller mindre": Comparator.AT_MOST,
    " eller färre": Comparator.AT_MOST,
}

_RELATIVE = {
    "öka": Comparator.HIGHER_THAN_PREVIOUS,
    "ökas": Comparator.HIGHER_THAN_PREVIOUS,
    "minska": Comparator.LOWER_THAN_PREVIOUS,
    "minskas": Comparator.LOWER_THAN_PREVIOUS,
} | {
    phrase: comparator
    for change, comparator in (
        ("öka", Comparator.MAINTAIN_OR_INCREASE),
        ("minska", Comparator.MAINTAIN_OR_DECREASE),
    )
    for keep in ("bibehålla", "behålla")
    for phrase in (f"{keep}/{change}", f"{change}/{keep}", f"{keep}s/{change}s", f"{change}s/{keep}s")
}

_COMPARED = {
    **dict.fromkeys(("öka", "ökas", "ökad", "ökat", "ökning", "högre", "fler"), Comparator.HIGHER_THAN_PREVIOUS),
    **dict.fromkeys(
        ("minska", "minskas", "minskad", "minskat", "minskning", "lägre", "färre"), Comparator.LOWER_THAN_PREVIOUS
    ),
}
_PREVIOUS = {
    f"{previous} {what}"
    for previous in ("föregående", "förra")
    for what in ("år", "året", "period", "perioden", "mätning", "mätningen", "utfall", "års utfall")
}

_DURATIONS = {
    word: plural
    for words, plural in (
        ("minut minuter", "minuter"),
        ("timme timmar", "timmar"),
        ("dag dagar", "dagar"),
        ("arbetsdag arbetsdagar", "arbetsdagar"),
        ("dygn", "dygn"),
        ("vecka veckor", "veckor"),
        ("månad månader", "månader"),
        ("år", "år"),
    )
    for word in words.split()
}
_UNITS = {
    **_DURATIONS,
    "%": "%",
    "procent": "%",
    "‰": "‰",
    "promille": "‰",
    "procentenhet": "procentenheter",
    "procentenheter": "procentenheter",
    "kr": "kr",
    "kronor": "kr",
    "tkr": "tkr",
    "tusen kronor": "tkr",
    "mnkr": "mnkr",
    "mkr": "mnkr",
    "miljoner kronor": "mnkr",
    "mdkr": "mdkr",
    "miljarder kronor": "mdkr",
    "st": "st",
    "st.": "st",
    "stycken": "st",
    "kwh": "kWh",
    "mwh": "MWh",
    "gwh": "GWh",
    "m2": "m²",
    "m²": "m²",
    **{
        word: word
        for word in (
            "poäng personer anställda medarbetare invånare patienter elever deltagare kommuner enheter verksamheter "
            "ärenden beslut möten besök platser vårdplatser utbildningar insatser aktiviteter ton kg km mil liter"
        ).split()
    },
}

_SEXES = {
    "K": Sex.WOMEN,
    "M": Sex.MEN,
    "T": Sex.TOTAL,
    "kvinnor": Sex.WOMEN,
    "män": Sex.MEN,
    "totalt": Sex.TOTAL,
    "total": Sex.TOTAL,
}
# Words that often stand before a figure and are no organisational unit.
_NO_UNITS_OF_ORGANISATION = frozenset(
    "iso sfs fn eu co2 sek eur usd ht vt kl nr kv mål målnivå målvärde utfall prognos budget plan nivå index andel antal "
    "ca cirka år bilaga sida avsnitt kapitel punkt steg nej ja delvis januari februari mars april maj juni juli augusti "
    "september oktober november december vår sommar höst vinter kvartal tertial delår helår".split()
)

# Shapes -----------------------------------------------------------------------------------------------------

_YEAR = "((?:19|20|21)[0-9]{2})"
_NEW = re.compile(rf"(?:ny indikator|nytt mått)(?: (?:från |för )?(?:år )?\(?{_YEAR}\)?)?", re.IGNORECASE)
_DEADLINE = re.compile(rf"senast (?:under )?(?:(?:vid )?(?:utgången|slutet) av )?(?:år )?{_YEAR}")
_WITH_YEAR = re.compile(rf"(.+) \({_YEAR}\)")
_COMPARISON = re.compile(r"(\S+) (?:jämfört med|jfr med|i förhållande till|än|från) (.+)")
_COMPARED_YEAR = re.compile(rf"(?:utfallet )?(?:år )?{_YEAR}")
_FIGURES_FIRST = re.compile(rf"([+{re.escape(MINUS_SIGNS)}]?[0-9](?:[0-9 .,]*[0-9])?) ?(.*)")
_AMBIGUOUS_WITHIN = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2})\.([0-9]{3})(?![0-9.,])")
_BETWEEN_VERDICTS = re.compile(r"[ ,;/]+")
_BETWEEN_PARTS = re.compile(r"[;\r\n]|,(?![0-9])|/(?= ?[A-ZÅÄÖ])| och ")
_CODE = re.compile(r"[A-ZÅÄÖ]{2}[A-ZÅÄÖ0-9&-]*")
_NAME = re.compile(r"[A-ZÅÄÖ][^0-9<>=≤≥%:]*")


# Cells ------------------------------------------------------------------------------------------------------


def _read_status(raw: str, text: str) -> ParsedValue | None:
    """The three ways of saying that there is no value (blank is the fourth)."""
    if text in _DASHES:
        return ParsedValue(raw=raw, state=ValueState.DASH)
    if text.casefold() in _PENDING:
        return ParsedValue(raw=raw, state=ValueState.PENDING)
    if new := _NEW.fullmatch(text):
        return ParsedValue(raw=raw, state=ValueState.NEW_INDICATOR, start_year=_year(new[1]))
    return None


def _read_verdicts(raw: str, text: str) -> ParsedValue | None:
    """The same verdict written twice or more counts once, with a warning."""
    words = _BETWEEN_VERDICTS.split(text.casefold())
    if len(words) < 2 or len(set(words)) > 1 or words[0] not in _VERDICTS:
        return None
    return ParsedValue(
        raw=raw,
        state=ValueState.PARSED,
        parts=(ValuePart(verdict=_VERDICTS[words[0]]),),
        warnings=(ValueWarning.REPEATED_VERDICT,),
    )


def _read_parts(raw: str, lines: str) -> ParsedValue:
    if parts := _parts(lines):
        return ParsedValue(raw=raw, state=ValueState.PARSED, parts=parts)
    undotted = _AMBIGUOUS_WITHIN.sub(r"\1\2", lines)
    ambiguous = undotted != lines and _parts(undotted)
    warnings = (ValueWarning.AMBIGUOUS_DOT,) if ambiguous else ()
    return ParsedValue(raw=raw, state=ValueState.TEXT, warnings=warnings)


def _parts(lines: str) -> tuple[ValuePart, ...]:
    """One value, or one value for each named unit or sex; empty when any of it is not understood."""
    if part := _part(tidy(lines)):
        return (part,)
    pieces = [tidy(piece) for piece in _BETWEEN_PARTS.split(lines)]
    labelled = [_labelled_part(piece, alone=len(pieces) == 1) for piece in pieces]
    parts = tuple(part for part in labelled if part)
    return parts if len(parts) == len(pieces) and _are_distinct(parts) else ()


def _are_distinct(parts: Iterable[ValuePart]) -> bool:
    """No unit and sex twice, and units named either everywhere or nowhere."""
    labels = [(part.org_unit, part.sex) for part in parts]
    return len(set(labels)) == len(labels) and len({unit is None for unit, _ in labels}) == 1


def _labelled_part(text: str, *, alone: bool) -> ValuePart | None:
    """`RVN 77`, `K 77` or `RVN K: 77`: the shortest label that leaves something understood."""
    words = text.split(" ")
    for count in range(1, len(words)):
        label = _label(words[:count], alone=alone)
        part = _part(" ".join(words[count:])) if label else None
        if label and part:
            return replace(part, org_unit=label[0], sex=label[1])
    return None


def _label(words: list[str], *, alone: bool) -> tuple[str | None, Sex | None] | None:
    """The unit and the sex in a label. A unit standing alone must be a code, or any noun would be a unit."""
    *before, last = (*words[:-1], words[-1].removesuffix(":"))
    sex = _SEXES.get(last) or _SEXES.get(last.casefold())
    unit = " ".join(before if sex else (*before, last))
    if not unit:
        return (None, sex) if sex else None
    shape = _CODE if alone else _NAME
    if not shape.fullmatch(unit) or unit.split(" ")[0].casefold() in _NO_UNITS_OF_ORGANISATION:
        return None
    return unit, sex


# One value --------------------------------------------------------------------------------------------------


def _part(text: str) -> ValuePart | None:
    """One value without unit or sex."""
    folded = text.casefold()
    if verdict := _VERDICTS.get(folded):
        return ValuePart(verdict=verdict)
    if dated := _WITH_YEAR.fullmatch(folded):
        quantity = _quantity_part(dated[1])
        return replace(quantity, year=_year(dated[2])) if quantity else None
    return _relative_part(folded) or _time_part(folded) or _quantity_part(folded)


def _relative_part(text: str) -> ValuePart | None:
    """`bibehålla/öka`, `minska`, `minska jämfört med föregående år`, `öka jämfört med 2022`."""
    text = text.removeprefix("ska ").removeprefix("skall ")
    if comparator := _RELATIVE.get(text.replace(" / ", "/").replace(" eller ", "/")):
        return ValuePart(comparator=comparator)
    comparison = _COMPARISON.fullmatch(text)
    if not comparison or comparison[1] not in _COMPARED:
        return None
    year = _COMPARED_YEAR.fullmatch(comparison[2])
    if not year and comparison[2] not in _PREVIOUS:
        return None
    return ValuePart(comparator=_COMPARED[comparison[1]], year=_year(year[1]) if year else None)


def _time_part(text: str) -> ValuePart | None:
    """`senast 2045` and `inom fyra veckor`."""
    if deadline := _DEADLINE.fullmatch(text):
        return ValuePart(comparator=Comparator.NO_LATER_THAN, year=_year(deadline[1]))
    within = _quantity(text.removeprefix("inom ")) if text.startswith("inom ") else None
    if within and within.measure_unit in _DURATIONS.values():
        return replace(within, comparator=Comparator.WITHIN)
    return None


def _quantity_part(text: str) -> ValuePart | None:
    """A number with its unit and at most one comparator, before it (`≤ 5 %`) or after (`fem procent eller lägre`)."""
    for word, comparator in _AFTER.items():
        if text.endswith(word):
            quantity = _quantity(text.removesuffix(word))
            return replace(quantity, comparator=comparator) if quantity else None
    for word in sorted(_BEFORE, key=len, reverse=True):
        rest = text.removeprefix(word)
        if rest != text and (not word[-1].isalpha() or rest.startswith(" ")):
            quantity = _quantity(rest.removeprefix(" "))
            return replace(quantity, comparator=_BEFORE[word]) if quantity else None
    return _quantity(text)


def _quantity(text: str) -> ValuePart | None:
    """A number in figures or as a word, and its unit where one is named."""
    if figures := _FIGURES_FIRST.fullmatch(text):
        number, unit = parse_number(figures[1]), figures[2]
    else:
        word, _, unit = text.partition(" ")
        number = parse_number_word(word)
    if number is None or (unit and unit not in _UNITS):
        return None
    return ValuePart(number=number, measure_unit=_UNITS.get(unit))


def _year(text: str | None) -> int | None:
    return int(text) if text else None
