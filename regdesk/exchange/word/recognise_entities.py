"""Recognises tables of juridiska personer, risks, uppdrag and delaktiviteter by their header rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from regdesk.domain.codes import AssignmentRole
from regdesk.domain.numerals import tidy
from regdesk.exchange.proposal.nodes import FieldValue, NodeKind, ProposedNode, Reason, Unplaced, WarningCode
from regdesk.exchange.word.document import Row, Source, Table, sources_of
from regdesk.exchange.word.recognise_base import Run, Scope, Taken, block_at
from regdesk.exchange.word.table_layout import is_across, is_blank
from regdesk.exchange.wording.texts import first_sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class TableKind:
    """A kind of table: what its rows become, and its columns by the field they fill.

    Its header must have all the `needed` columns, one of `any_of`, and a word that tells what it is about.
    """

    kind: NodeKind
    telling: re.Pattern[str]
    columns: dict[str, re.Pattern[str]]
    needed: frozenset[str]
    any_of: frozenset[str]
    finish: Callable[[dict[str, str]], dict[str, FieldValue]]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def _entity(cells: dict[str, str]) -> dict[str, FieldValue]:
    return {name: tidy(text) for name, text in cells.items()}


def _assignment(cells: dict[str, str]) -> dict[str, FieldValue]:
    return {"role": AssignmentRole.OTHER, "lead_in": "", **cells}


def _activity(cells: dict[str, str]) -> dict[str, FieldValue]:
    return {"year": None, **{name: tidy(text) for name, text in cells.items()}}


def _risk(cells: dict[str, str]) -> dict[str, FieldValue]:
    text = cells.pop("text", "")
    return {"title": tidy(cells.pop("title", "")) or first_sentence(text), "text": text, **cells}


_KINDS = (
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
        finish=_entity,
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
            "responsible_function": _words(r"ansvarig.*|ansvar"),
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
            "text": _words(r"(?:(?:nämndens|styrelsens|särskil[dt]a?|nytt|nya|politiska)\s+)?uppdrag(?:et|en)?"),
            "receiver_function": _words(r"ansvarig.*|ansvar|mottagare|utförare|till"),
            "report_plan": _words(r"(?:åter)?rapport.*|redovis.*"),
            "dnr": _words(r"dnr|diarienummer|diarienr\.?"),
        },
        needed=frozenset({"text"}),
        any_of=frozenset({"receiver_function", "report_plan", "dnr"}),
        finish=_assignment,
    ),
    TableKind(
        kind=NodeKind.ACTIVITY,
        telling=_words(r"aktivitet|insats"),
        columns={
            "title": _words(r"(?:del-?|planerade?\s+)?(?:aktivitet(?:er)?|insats(?:er)?)"),
            "responsible_function": _words(r"ansvarig.*|ansvar|utförare"),
        },
        needed=frozenset({"title"}),
        any_of=frozenset({"responsible_function"}),
        finish=_activity,
    ),
)
_NEED_GOAL = {NodeKind.ACTIVITY}
_WITHOUT_FIELD = {"likelihood", "impact", "risk_value"}
"""What needs a matrix to mean anything, which a plan's table does not give."""


def take_entity_table(run: Run, at: int, scope: Scope) -> Taken | None:
    """A table whose header says what its rows are."""
    table = block_at(run, at, Table)
    if table is None or len(table.rows) < 2:
        return None
    for kind in _KINDS:
        columns = _columns(kind, table.rows[0])
        if columns and (scope.in_goal or kind.kind not in _NEED_GOAL):
            return _read(table, kind, columns, at)
    return None


def _columns(kind: TableKind, header: Row) -> dict[int, str]:
    """The field of each known column; none unless the header has what such a table needs."""
    found: dict[int, str] = {}
    for index, text in enumerate(header.texts):
        fields = (name for name, pattern in kind.columns.items() if pattern.fullmatch(tidy(text)))
        name = next((name for name in fields if name not in found.values()), None)
        if name:
            found[index] = name
    there = set(found.values())
    is_such = kind.needed <= there and not kind.any_of.isdisjoint(there) and kind.telling.search(" ".join(header.texts))
    return found if is_such else {}


def _read(table: Table, kind: TableKind, columns: dict[int, str], at: int) -> Taken:
    own: list[Source] = []
    nodes: list[ProposedNode] = []
    unplaced: list[Unplaced] = []
    for index, (row, source) in enumerate(zip(table.rows, sources_of(table), strict=True)):
        if index == 0 or is_blank(row) or is_across(row) or row.texts == table.rows[0].texts:
            own.append(source)
        else:
            nodes.append(_node(kind, columns, row, source))
            unplaced += _unknown(columns, row, source)
    text = "\n".join("\t".join(table.rows[source.row or 0].texts) for source in own)
    group = ProposedNode(
        kind=NodeKind.GROUP, text=text, fields={"holds": kind.kind}, children=tuple(nodes), sources=tuple(own)
    )
    if unplaced:
        group = group.warned(WarningCode.COLUMN_UNKNOWN, column="")
    return Taken(end=at + 1, nodes=(group,), unplaced=tuple(unplaced))


def _node(kind: TableKind, columns: dict[int, str], row: Row, source: Source) -> ProposedNode:
    cells = {name: row.texts[index] for index, name in columns.items() if name not in _WITHOUT_FIELD}
    action = cells.pop("action", "")
    below = (ProposedNode(kind=NodeKind.RISK_ACTION, text=action, fields={"text": action}, sources=(source,)),)
    text = cells.get("text") or cells.get("name") or cells.get("title", "")
    return ProposedNode(
        kind=kind.kind,
        text=text,
        fields=kind.finish(cells),
        children=below if action.strip() else (),
        sources=(source,),
    )


def _unknown(columns: dict[int, str], row: Row, source: Source) -> list[Unplaced]:
    known = {index for index, name in columns.items() if name not in _WITHOUT_FIELD}
    return [
        Unplaced(
            node=ProposedNode(kind=NodeKind.PARAGRAPH, text=cell.text, sources=(source._replace(column=index),)),
            reason=Reason.COLUMN_UNKNOWN,
        )
        for index, cell in enumerate(row.cells)
        if index not in known and cell.is_origin and cell.text.strip()
    ]
