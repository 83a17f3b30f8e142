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
from regdesk.domain.words import (
    CHANGES,
    COMPARATOR_AFTERWORDS,
    COMPARATOR_SIGNS,
    COMPARATOR_WORDS,
    COMPARED,
    DASHES,
    DURATIONS,
    MAINTAINED,
    MEASURE_UNITS,
    NOT_ORG_UNITS,
    PENDING,
    PREVIOUS,
    SEX_LETTERS,
    SEX_WORDS,
    VERDICTS,
)

__all__ = [
    "ParsedValue",
    "PartRead",
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
class PartRead:
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
    parts: tuple[PartRead, ...] = ()
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
    return VERDICTS.get(tidy(unicodedata.normalize("NFC", text)).casefold())


# Shapes -----------------------------------------------------------------------------------------------------

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_YEAR = "((?:19|20|21)[0-9]{2})"
_NEW = re.compile(rf"(?:ny indikator|nytt mått)(?: (?:från |för )?(?:år )?\(?{_YEAR}\)?)?", re.IGNORECASE)
_DEADLINE = re.compile(rf"senast (?:under )?(?:(?:vid )?(?:utgången|slutet) av )?(?:år )?{_YEAR}")
_WITH_YEAR = re.compile(rf"(.+) \({_YEAR}\)")
_COMPARISON = re.compile(r"(\S+) (?:jämfört med|jfr med|i förhållande till|än|från) (.+)")
_COMPARATOR_FIRST = re.compile(f"([<>=≤≥]+|(?:{'|'.join(COMPARATOR_WORDS)})(?= )) ?(.+)")
_COMPARED_YEAR = re.compile(rf"(?:utfallet )?(?:år )?{_YEAR}")
_FIGURES_FIRST = re.compile(rf"([+{re.escape(MINUS_SIGNS)}]?[0-9](?:[0-9 .,]*[0-9])?) ?(.*)")
_AMBIGUOUS_WITHIN = re.compile(r"(?<![0-9])(?<![0-9][.,])([1-9][0-9]{0,2})\.([0-9]{3})(?![.,]?[0-9])")
_BETWEEN_VERDICTS = re.compile(r"[ ,;/]+")
_BETWEEN_PARTS = re.compile(r"[;\r\n]|,(?![0-9])|/(?= ?[A-ZÅÄÖ])| och ")
_SEX = f"(?:{'|'.join(SEX_LETTERS)}|(?i:{'|'.join(SEX_WORDS)}))"
_BEFORE_SEX = re.compile(rf"(?<=[^ ]) (?={_SEX}:? [0-9<>=≤≥{re.escape(MINUS_SIGNS)}])")
_SEX_AFTER = re.compile(rf"([^()]+) \(({_SEX})\)$")
_CODE = re.compile(r"[A-ZÅÄÖ]{2}[A-ZÅÄÖ0-9&-]*")
_NAME = re.compile(r"[A-ZÅÄÖ][^0-9<>=≤≥%:]*")
_LABEL_WORDS = 4


# Cells ------------------------------------------------------------------------------------------------------


def _read_status(raw: str, text: str) -> ParsedValue | None:
    """The three ways of saying that there is no value (blank is the fourth)."""
    if text in DASHES:
        return ParsedValue(raw=raw, state=ValueState.DASH)
    if text.casefold() in PENDING:
        return ParsedValue(raw=raw, state=ValueState.PENDING)
    if new := _NEW.fullmatch(text):
        return ParsedValue(raw=raw, state=ValueState.NEW_INDICATOR, start_year=_year(new[1]))
    return None


def _read_verdicts(raw: str, text: str) -> ParsedValue | None:
    """The same verdict written twice or more counts once, with a warning."""
    words = _BETWEEN_VERDICTS.split(text.casefold())
    if len(words) < 2 or len(set(words)) > 1 or words[0] not in VERDICTS:
        return None
    return ParsedValue(
        raw=raw,
        state=ValueState.PARSED,
        parts=(PartRead(verdict=VERDICTS[words[0]]),),
        warnings=(ValueWarning.REPEATED_VERDICT,),
    )


def _read_parts(raw: str, lines: str) -> ParsedValue:
    if parts := _parts(lines):
        return ParsedValue(raw=raw, state=ValueState.PARSED, parts=parts)
    undotted = _AMBIGUOUS_WITHIN.sub(r"\1\2", lines)
    ambiguous = undotted != lines and _parts(undotted)
    warnings = (ValueWarning.AMBIGUOUS_DOT,) if ambiguous else ()
    return ParsedValue(raw=raw, state=ValueState.TEXT, warnings=warnings)


def _parts(lines: str) -> tuple[PartRead, ...]:
    """One value, or one value for each named unit or sex; empty when any of it is not understood."""
    if part := _part(tidy(lines)):
        return (part,)
    return _labelled_parts(_BETWEEN_PARTS.split(lines)) or _labelled_parts(_split_by_sex(lines))


def _labelled_parts(texts: Iterable[str]) -> tuple[PartRead, ...]:
    pieces = [piece for piece in map(tidy, texts) if piece]
    labelled = [_labelled_part(piece, alone=len(pieces) == 1) for piece in pieces]
    parts = tuple(part for part in labelled if part)
    return parts if len(parts) == len(pieces) and _are_distinct(parts) else ()


def _split_by_sex(lines: str) -> list[str]:
    """`K 5,2 M 6,1` has no sign between its parts, and `5,2 (K), 6,1 (M)` says afterwards whose each is."""
    pieces = (piece for part in _BETWEEN_PARTS.split(lines) for piece in _BEFORE_SEX.split(tidy(part)))
    return [_SEX_AFTER.sub(r"\2 \1", piece.strip()) for piece in pieces]


def _are_distinct(parts: Iterable[PartRead]) -> bool:
    """No unit and sex twice, and units named either everywhere or nowhere."""
    labels = [(part.org_unit, part.sex) for part in parts]
    return len(set(labels)) == len(labels) and len({unit is None for unit, _ in labels}) == 1


def _labelled_part(text: str, *, alone: bool) -> PartRead | None:
    """`RVN 77`, `K 77` or `RVN K: 77`: the shortest label that leaves something understood."""
    words = text.split(" ")
    if _part(text):
        return None
    for count in range(1, min(len(words), _LABEL_WORDS + 1)):
        label = _label(words[:count], alone=alone)
        part = _part(" ".join(words[count:])) if label else None
        if label and part:
            return replace(part, org_unit=label[0], sex=label[1])
    return None


def _label(words: list[str], *, alone: bool) -> tuple[str | None, Sex | None] | None:
    """The unit and the sex in a label. A unit standing alone must be a code, or any noun would be a unit."""
    *before, last = (*words[:-1], words[-1].removesuffix(":"))
    sex = SEX_LETTERS.get(last) or SEX_WORDS.get(last.casefold())
    unit = " ".join(before if sex else (*before, last))
    if not unit:
        return (None, sex) if sex else None
    shape = _CODE if alone else _NAME
    if not shape.fullmatch(unit) or unit.split(" ")[0].casefold() in NOT_ORG_UNITS:
        return None
    return unit, sex


# One value --------------------------------------------------------------------------------------------------


def _part(text: str) -> PartRead | None:
    """One value without unit or sex."""
    folded = text.casefold()
    if verdict := VERDICTS.get(folded):
        return PartRead(verdict=verdict)
    if dated := _WITH_YEAR.fullmatch(folded):
        quantity = _quantity_part(dated[1])
        return replace(quantity, year=_year(dated[2])) if quantity else None
    return _relative_part(folded) or _time_part(folded) or _quantity_part(folded)


def _relative_part(text: str) -> PartRead | None:
    """`bibehålla/öka`, `minska`, `minska jämfört med föregående år`, `öka jämfört med 2022`."""
    text = text.removeprefix("ska ").removeprefix("skall ")
    joined = text.replace(" / ", "/").replace(" eller ", "/")
    if comparator := CHANGES.get(text) or MAINTAINED.get(joined):
        return PartRead(comparator=comparator)
    comparison = _COMPARISON.fullmatch(text)
    if not comparison or comparison[1] not in COMPARED:
        return None
    year = _COMPARED_YEAR.fullmatch(comparison[2])
    if not year and comparison[2] not in PREVIOUS:
        return None
    return PartRead(comparator=COMPARED[comparison[1]], year=_year(year[1]) if year else None)


def _time_part(text: str) -> PartRead | None:
    """`senast 2045` and `inom fyra veckor`."""
    if deadline := _DEADLINE.fullmatch(text):
        return PartRead(comparator=Comparator.NO_LATER_THAN, year=_year(deadline[1]))
    within = _quantity(text.removeprefix("inom ")) if text.startswith("inom ") else None
    if within and within.measure_unit in DURATIONS.values():
        return replace(within, comparator=Comparator.WITHIN)
    return None


def _quantity_part(text: str) -> PartRead | None:
    """A number with its unit and at most one comparator, before it (`≤ 5 %`) or after (`fem procent eller lägre`)."""
    for word, comparator in COMPARATOR_AFTERWORDS.items():
        if text.endswith(f" {word}"):
            return _compare(text.removesuffix(f" {word}"), comparator)
    if comparison := _COMPARATOR_FIRST.fullmatch(text):
        return _compare(comparison[2], COMPARATOR_SIGNS.get(comparison[1]) or COMPARATOR_WORDS.get(comparison[1]))
    return _quantity(text)


def _compare(text: str, comparator: Comparator | None) -> PartRead | None:
    quantity = _quantity(text)
    return replace(quantity, comparator=comparator) if quantity and comparator else None


def _quantity(text: str) -> PartRead | None:
    """A number in figures or as a word, and its unit where one is named."""
    if figures := _FIGURES_FIRST.fullmatch(text):
        number, unit = parse_number(figures[1]), figures[2]
    else:
        word, _, unit = text.partition(" ")
        number = parse_number_word(word)
    if number is None or (unit and unit not in MEASURE_UNITS):
        return None
    return PartRead(number=number, measure_unit=MEASURE_UNITS.get(unit))


def _year(text: str | None) -> int | None:
    return int(text) if text else None
