"""The kinds of tables that plans and lists hold: what their rows become, and which header stands above what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from regdesk.domain.codes import AssignmentKind, AssignmentRole, DueKind
from regdesk.domain.numerals import tidy
from regdesk.exchange.proposal.nodes import FieldValue, NodeKind
from regdesk.exchange.wording.texts import first_sentence
from regdesk.exchange.wording.work_cells import read_day, read_decision, read_recurrence, read_status

Cells = dict[str, FieldValue]
Reading = Callable[[str], Cells | None]
"""What a cell gives: its fields, or None when it cannot be read, so that it is listed as not placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableKind:
    """A kind of table: what its rows become, and its columns by name.

    Its header must have all the `needed` columns, one of `any_of`, and a word that tells what it is about. A column
    fills the field of its own name with the cell to the letter, unless `readings` says how it is read. `finish`
    completes the fields of a row.
    """

    kind: NodeKind
    telling: re.Pattern[str]
    columns: dict[str, re.Pattern[str]]
    needed: frozenset[str]
    any_of: frozenset[str]
    readings: dict[str, Reading] = field(default_factory=dict)
    finish: Callable[[Cells], Cells] = dict

    def read(self, column: str, text: str) -> Cells | None:
        """The fields that a cell gives; a blank one gives none."""
        if not text.strip() and column not in self.needed:
            return {}
        reading = self.readings.get(column)
        return reading(text) if reading else {column: text}


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def _tidied(name: str) -> Reading:
    return lambda text: {name: tidy(text)}


def _day(name: str) -> Reading:
    return lambda text: {name: day} if (day := read_day(text)) else None


def _status(text: str) -> Cells | None:
    return {"status": status} if (status := read_status(text)) else None


def _due(text: str) -> Cells | None:
    if tidy(text).casefold() == "löpande":
        return {"due_kind": DueKind.ONGOING}
    return {"due_kind": DueKind.DATE, "due_on": day} if (day := read_day(text)) else None


def _source(text: str) -> Cells | None:
    found = read_decision(text)
    if found is None:
        return None
    said: Cells = {"source_date": found.day, "source_section": found.section, "source_body": found.body}
    return said | ({"dnr": found.dnr} if found.dnr else {})


def _recurrence(text: str) -> Cells | None:
    return {"recurrence": rule} if (rule := read_recurrence(text)) else None


def _frequency(text: str) -> Cells:
    """The plan's own word is kept also where it is no rule."""
    return {"frequency": tidy(text), "recurrence": read_recurrence(text) or ""}


def _assignment(cells: Cells) -> Cells:
    decided = any(cells.get(name) for name in ("source_date", "source_section", "source_body"))
    kind = AssignmentKind.DECISION if decided else AssignmentKind.PLAN
    return {"role": AssignmentRole.OTHER, "lead_in": "", "kind": kind, **cells}


def _risk(cells: Cells) -> Cells:
    text = str(cells.pop("text", ""))
    return {"title": tidy(str(cells.pop("title", ""))) or first_sentence(text), "text": text, **cells}


_RESPONSIBLE = _words(r"ansvarig.*|ansvar|utförare")

TABLE_KINDS = (
    TableKind(
        kind=NodeKind.CONTROL,
        telling=_words(r"kontroll"),
        columns={
            "text": _words(r"kontrollmoment|kontroll(?:er|aktivitet(?:er)?)?|vad\s+ska\s+kontrolleras"),
            "method": _words(r"(?:kontroll)?metod|hur|tillvägagångssätt"),
            "frequency": _words(r"frekvens|hur\s+ofta|periodicitet|när|intervall"),
            "responsible_function": _words(rf"{_RESPONSIBLE.pattern}|kontrollansvarig|vem"),
        },
        needed=frozenset({"text"}),
        any_of=frozenset({"method", "frequency"}),
        readings={
            "frequency": _frequency,
            "method": _tidied("method"),
            "responsible_function": _tidied("responsible_function"),
        },
    ),
    TableKind(
        kind=NodeKind.SUPERVISION_EVENT,
        telling=_words(r"uppsikt|granskas|följs\s+upp"),
        columns={
            "title": _words(
                r"uppsikt(?:shändelse(?:r)?|sområde|saktivitet(?:er)?)?|händelse(?:r)?|vad(?:\s+(?:granskas|följs\s+upp))?"
            ),
            "perspective": _words(r"perspektiv"),
            "recurrence": _words(r"när|tid(?:punkt)?|frekvens|hur\s+ofta|månad"),
            "forum": _words(r"(?:mötes)?forum|var"),
            "tool": _words(r"verktyg.*|struktur.*|hur|metod"),
            "responsible_function": _RESPONSIBLE,
        },
        needed=frozenset({"title"}),
        any_of=frozenset({"perspective", "recurrence", "forum", "tool"}),
        readings={
            "title": _tidied("title"),
            "perspective": _tidied("perspective"),
            "recurrence": _recurrence,
            "forum": _tidied("forum"),
            "tool": _tidied("tool"),
            "responsible_function": _tidied("responsible_function"),
        },
    ),
    TableKind(
        kind=NodeKind.LEGAL_ENTITY,
        telling=_words(r"juridisk|bolag|association|stiftelse|förbund|företag|organisationsform"),
        columns={
            "name": _words(r"namn|bolag(?:ets\s+namn)?|organisation|juridisk(?:a)?\s+person(?:er)?|företag|förbund"),
            "entity_kind": _words(
                r"typ(?:\s+av\s+\w+(?:\s+\w+)?)?|(?:associations|bolags|juridisk|organisations|verksamhets)\s*form"
            ),
            "municipal_purpose": _words(r"(?:kommunalt\s+)?ändamål.*"),
        },
        needed=frozenset({"name", "entity_kind"}),
        any_of=frozenset({"entity_kind"}),
        readings={name: _tidied(name) for name in ("name", "entity_kind", "municipal_purpose")},
    ),
    TableKind(
        kind=NodeKind.RISK,
        telling=_words(r"\brisk"),
        columns={
            "text": _words(r"risk(?:er|område)?|riskbeskrivning|beskrivning\s+av\s+risk(?:en)?|identifierad\s+risk"),
            "cause": _words(r"orsak(?:er)?"),
            "consequence": _words(
                r"konsekvens(?:er)?\s*\(?beskrivning\)?|möjliga?\s+konsekvens(?:er)?|beskrivning\s+av\s+konsekvens"
            ),
            "responsible_function": _RESPONSIBLE,
            "action": _words(r"(?:planerad\s+|föreslagen\s+)?åtgärd(?:er)?.*|hantering"),
            "likelihood": _words(r"sannolikhet.*|s"),
            "impact": _words(r"konsekvens(?:er)?|k"),
            "risk_value": _words(r"risk(?:värde|nivå|poäng|tal)|s\s*[x×*]\s*k|värde"),
        },
        needed=frozenset({"text"}),
        any_of=frozenset({"cause", "consequence", "action", "likelihood", "impact", "risk_value"}),
        finish=_risk,
    ),
    TableKind(
        kind=NodeKind.ASSIGNMENT,
        telling=_words(r"\buppdrag"),
        columns={
            "text": _words(r"(?:(?:nämndens|styrelsens|särskil[dt]a?|nytt|nya|politiska)\s+)?uppdrag(?:et|en|stext)?"),
            "receiver_function": _words(r"ansvarig.*|ansvar|mottagare|utförare|till"),
            "report_plan": _words(r"(?:åter)?rapport.*|redovis.*"),
            "dnr": _words(r"dnr|diarienummer|diarienr\.?"),
            "source": _words(
                r"(?:uppdragets\s+)?(?:källa|ursprung|beslut(?:ad|at|sdatum)?.*|datum\s+och\s+§|paragraf|§)"
            ),
            "due_on": _words(
                r"(?:ska\s+vara\s+)?klar(?:t)?(?:\s+senast)?|senast|tid(?:plan|punkt)?|slutdatum|förfallo.*"
            ),
            "status": _words(r"status|läge"),
            "status_reason": _words(r"(?:vidtagen\s+)?åtgärd(?:er)?|vad\s+har\s+gjorts|kommentar(?:er)?|nuläge"),
        },
        needed=frozenset({"text"}),
        any_of=frozenset({"receiver_function", "report_plan", "dnr", "source", "due_on", "status"}),
        readings={"source": _source, "due_on": _due, "status": _status, "dnr": _tidied("dnr")},
        finish=_assignment,
    ),
    TableKind(
        kind=NodeKind.ACTIVITY,
        telling=_words(r"aktivitet|insats"),
        columns={
            "title": _words(r"(?:del-?|planerade?\s+)?(?:aktivitet(?:er)?|insats(?:er)?)"),
            "responsible_function": _RESPONSIBLE,
            "starts_on": _words(r"start(?:ar|datum)?|börjar|från"),
            "due_on": _words(r"klar(?:t)?(?:\s+senast)?|senast|slut(?:ar|datum)?|till"),
            "status": _words(r"status|läge"),
        },
        needed=frozenset({"title"}),
        any_of=frozenset({"responsible_function", "starts_on", "due_on", "status"}),
        readings={
            "title": _tidied("title"),
            "responsible_function": _tidied("responsible_function"),
            "starts_on": _day("starts_on"),
            "due_on": _day("due_on"),
            "status": _status,
        },
        finish=lambda cells: {"year": None, **cells},
    ),
)
"""Asked in this order."""
