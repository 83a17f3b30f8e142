"""What indicator tables say: what each column is by its header, and what a cell tells besides the indicator's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from regdesk.domain.codes import AssessmentMethod, TableKind, ValueKind
from regdesk.domain.numerals import tidy
from regdesk.exchange.wording.texts import YEAR, count_of, years


class ColumnRole(StrEnum):
    """What stands in a column. The names of the last ones are those of the indicator's fields."""

    NAME = auto()
    GOAL = auto()
    VALUE = auto()
    UNIT = auto()
    PRINTED_NUMBER = auto()
    MEASURE_UNIT = auto()
    JUSTIFICATION = auto()
    INTERPRETATION = auto()
    CRITERION = auto()
    SOURCE = auto()
    RESPONSIBLE_FUNCTION = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of an indicator table; `kind` and `year` for values, `guessed` where the header does not say."""

    role: ColumnRole
    label: str = ""
    kind: ValueKind | None = None
    year: int | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorWording:
    """What the name cell of an indicator tells. `parameters` is None where it says nothing of a cluster."""

    title: str
    asks_for_verdict: bool = False
    parameters: int | None = None


_NAME = re.compile(
    r"(?:mål\s*(?:och|/|&)\s*)?(?:(?:kvantitativ|kvalitativ|resultat|mål|process|verksamhets)[ae]?\s*)?"
    r"(?:indikator(?:er|n|erna)?|nyckeltal(?:et|en)?|mått(?:et|en)?|mätetal(?:et|en)?|styrtal(?:et|en)?|styrmått|"
    r"uppföljningsmått)(?:\s*[-–—/,:(]?\s*\(?(?:kvantitativ|kvalitativ)[at]?\)?)?(?:\s+och\s+\w+)?"
    r"(?:\s*\(?\s*ja\s*/\s*(?:delvis\s*/\s*)?nej(?:\s*/\s*delvis)?\s*\)?)?",
    re.IGNORECASE,
)
_VALUES = (
    (ValueKind.BASELINE, r"basvärde|bas|nuläge|nollvärde|startvärde|utgångsvärde|utgångsläge|ingångsvärde|baslinje"),
    (ValueKind.FORECAST, r"prognos|helårsprognos"),
    (
        ValueKind.TARGET,
        r"målnivå|målvärde|måltal|mål|ambitionsnivå|ambition|riktvärde|önska[td]\w*\s+(?:värde|nivå|utfall)|gränsvärde",
    ),
    (ValueKind.OUTCOME, r"utfall|resultat|mätvärde|värde|(?:senaste|föregående)\s+(?:utfall|mätning|värde|resultat)"),
)
_VALUE_PATTERNS = tuple((kind, re.compile(rf"(?:{words})\b.*", re.IGNORECASE | re.DOTALL)) for kind, words in _VALUES)
_FACTS = (
    (ColumnRole.PRINTED_NUMBER, r"nr|nummer|#|id"),
    (ColumnRole.UNIT, r"(?:organisatorisk\s+)?enhet|förvaltning|verksamhet|nämnd"),
    (ColumnRole.MEASURE_UNIT, r"måttenhet|sort|mätenhet"),
    (ColumnRole.JUSTIFICATION, r"motivering.*|varför.*|syfte"),
    (ColumnRole.INTERPRETATION, r"(?:väg)?ledning.*|tolkning.*"),
    (ColumnRole.CRITERION, r"bedömningsgrund.*|kriteri(?:er|um)"),
    (ColumnRole.SOURCE, r"(?:data)?käll(?:a|or)(?:\s.*)?"),
    (ColumnRole.RESPONSIBLE_FUNCTION, r"ansvarig.*|ansvar"),
)
_FACT_PATTERNS = tuple((role, re.compile(words, re.IGNORECASE | re.DOTALL)) for role, words in _FACTS)
_GOAL_COLUMN = re.compile(
    r"(?:målområde|resultatmål|effektmål|nämndmål|nämndens\s+mål|inriktningsmål|delmål|mål)", re.IGNORECASE
)
_ONLY_YEAR = re.compile(rf"\s*{YEAR}(?:\s*[-–]\s*(?:{YEAR}|[0-9]{{2}}))?\s*")
_VERDICTS = re.compile(r"\(?\s*ja\s*/\s*(?:delvis\s*/\s*)?nej(?:\s*/\s*delvis)?\s*\)?", re.IGNORECASE)
_CLUSTER = re.compile(r"\bkluster\b[^.]{0,150}?\bparamet(?:er|rar|rarna)\b", re.IGNORECASE)
_LEFT_OVER = re.compile(r"\.?\s+\.")


def read_column(header: str) -> Column:
    """What a column holds, by its header alone."""
    label = tidy(header)
    if _NAME.fullmatch(label):
        return Column(role=ColumnRole.NAME, label=header)
    for role, pattern in _FACT_PATTERNS:
        if pattern.fullmatch(label):
            return Column(role=role, label=header)
    for kind, pattern in _VALUE_PATTERNS:
        if pattern.fullmatch(label):
            role = ColumnRole.GOAL if _GOAL_COLUMN.fullmatch(label) else ColumnRole.VALUE
            return Column(role=role, label=header, kind=kind, year=_year(label))
    if _GOAL_COLUMN.fullmatch(label):
        return Column(role=ColumnRole.GOAL, label=header, kind=ValueKind.TARGET)
    if _ONLY_YEAR.fullmatch(label):
        return Column(role=ColumnRole.VALUE, label=header, kind=ValueKind.OUTCOME, year=_year(label), guessed=True)
    return Column(role=ColumnRole.UNKNOWN, label=header)


def _year(label: str) -> int | None:
    """The year a header names; of a span, the one it ends with."""
    found = years(label)
    return found[-1] if found else None


def table_kind_of(header: str) -> TableKind | None:
    """The kind of table that the header of the name column says."""
    words = header.lower()
    if "kvalitativ" in words:
        return TableKind.QUALITATIVE
    return TableKind.QUANTITATIVE if "kvantitativ" in words else None


def read_indicator(raw: str) -> IndicatorWording:
    """What an indicator's cell says. The title is without what was understood; the cell itself is kept elsewhere."""
    text = tidy(raw)
    rest = _LEFT_OVER.sub(".", tidy(_CLUSTER.sub("", _VERDICTS.sub(" ", text))))
    return IndicatorWording(
        title=tidy(rest).rstrip(" .:;,–-") or text,
        asks_for_verdict=bool(_VERDICTS.search(text)),
        parameters=cluster_size(text),
    )


def cluster_size(text: str) -> int | None:
    """How many parameters a text says that a cluster is assessed from; 0 where it does not say how many."""
    found = _CLUSTER.search(tidy(text))
    return next(filter(None, map(count_of, found[0].split())), 0) if found else None


def is_about_cluster(text: str) -> bool:
    """Whether a paragraph does nothing but say how a cluster is assessed."""
    line = tidy(text)
    found = _CLUSTER.search(line)
    return found is not None and len(line) - len(found[0]) <= len(" .")


def method_of(asks_for_verdict: bool, table_kind: TableKind) -> AssessmentMethod:
    """Qualitative tables have no numbers to hold an outcome against."""
    by_verdict = asks_for_verdict or table_kind is TableKind.QUALITATIVE
    return AssessmentMethod.VERDICT if by_verdict else AssessmentMethod.NUMERIC
