"""Reads the rows of an indicator table: name, facts, values, and what no column is known for."""

from __future__ import annotations

from collections.abc import Iterator

from regdesk.domain.codes import AssessmentMethod, TableKind, ValueKind
from regdesk.domain.notation import ParsedValue, parse_value
from regdesk.domain.numerals import tidy
from regdesk.exchange.proposal.fields import indicator_fields
from regdesk.exchange.proposal.nodes import FieldValue, NodeKind, ProposedNode, Reason, Unplaced, WarningCode
from regdesk.exchange.word.document import Row, Source
from regdesk.exchange.word.table_layout import Layout
from regdesk.exchange.wording.indicators import Column, ColumnRole, cluster_size, read_indicator

_FACTS = frozenset(
    {
        ColumnRole.PRINTED_NUMBER,
        ColumnRole.MEASURE_UNIT,
        ColumnRole.JUSTIFICATION,
        ColumnRole.INTERPRETATION,
        ColumnRole.CRITERION,
        ColumnRole.SOURCE,
        ColumnRole.RESPONSIBLE_FUNCTION,
    }
)
"""The columns that are fields of an indicator under the same name."""

_MEASURES = frozenset(
    {"%", "procent", "antal", "andel", "st", "index", "poäng", "kr", "tkr", "mnkr", "dagar", "timmar", "minuter", "ton"}
)


class IndicatorRows:
    """Makes indicators of rows; a row without a name of its own shares that of the row before it."""

    def __init__(self, layout: Layout, table_kind: TableKind, unplaced: list[Unplaced]) -> None:
        self._layout, self._kind, self._unplaced = layout, table_kind, unplaced
        self._name = ""

    def read(self, row: Row, source: Source) -> ProposedNode | None:
        """The indicator of a row; None where no name has been given yet."""
        cell = row.cells[self._layout.name]
        repeated = not cell.is_origin or not cell.text.strip()
        self._name = self._name if repeated and self._name else cell.text
        if not self._name.strip():
            return None
        values = tuple(self._values(row, source))
        fields = self._fields(row, values)
        places = parameters(cluster_size(self._name) or 0, (source,))
        node = ProposedNode(
            kind=NodeKind.INDICATOR, text=self._name, fields=fields, children=places + values, sources=(source,)
        )
        node = node.warned(WarningCode.NAME_REPEATED) if repeated else node
        node = node.warned(WarningCode.PARAMETERS_UNNAMED) if places else node
        return self._warning_of_unknown(node, row, source)

    def _fields(self, row: Row, values: tuple[ProposedNode, ...]) -> dict[str, FieldValue]:
        fields = indicator_fields(self._name, self._kind)
        title = read_indicator(self._name).title
        for index, column in enumerate(self._layout.columns):
            text = row.texts[index].strip()
            if column.role in _FACTS and text:
                fields[column.role] = text
            elif column.role is ColumnRole.UNIT and text:
                fields |= {"measure_unit": text} if text.lower() in _MEASURES else {"title": f"{title}, {text}"}
        parsed = [(value.fields["kind"], parse_value(value.text)) for value in values]
        if any(kind == ValueKind.TARGET and _has_verdict(cell) for kind, cell in parsed):
            fields["assessment_method"] = AssessmentMethod.VERDICT
        return {"start_year": _start_year(parsed), "measure_unit": _measure_unit(parsed)} | fields

    def _values(self, row: Row, source: Source) -> Iterator[ProposedNode]:
        for index in self._layout.all(ColumnRole.VALUE):
            column, raw = self._layout.columns[index], row.texts[index]
            value = ProposedNode(kind=NodeKind.VALUE, text=raw, fields=_value_fields(column, raw), sources=(source,))
            for warning in parse_value(raw).warnings:
                value = value.warned(WarningCode.VALUE, detail=str(warning))
            yield value.warned(WarningCode.COLUMN_KIND_GUESSED) if column.guessed else value

    def _warning_of_unknown(self, node: ProposedNode, row: Row, source: Source) -> ProposedNode:
        """Cells of columns that nothing is known of are not dropped: they are among what was not placed."""
        for index in self._layout.all(ColumnRole.UNKNOWN):
            cell, column = row.cells[index], self._layout.columns[index]
            if cell.is_origin and cell.text.strip():
                left = ProposedNode(kind=NodeKind.PARAGRAPH, text=cell.text, sources=(source._replace(column=index),))
                self._unplaced.append(Unplaced(node=left, reason=Reason.COLUMN_UNKNOWN))
                node = node.warned(WarningCode.COLUMN_UNKNOWN, column=tidy(column.label))
        return node


def parameters(count: int, sources: tuple[Source, ...]) -> tuple[ProposedNode, ...]:
    """The places of a cluster's parameters, whose names the plan leaves to an appendix."""
    place = ProposedNode(kind=NodeKind.CLUSTER_PARAMETER, fields={"name": ""}, sources=sources)
    return (place,) * count


def _value_fields(column: Column, raw: str) -> dict[str, FieldValue]:
    return {"kind": column.kind, "year": column.year, "label": column.label, "raw": raw}


def _has_verdict(parsed: ParsedValue) -> bool:
    return any(part.verdict for part in parsed.parts)


def _start_year(parsed: list[tuple[FieldValue, ParsedValue]]) -> int | None:
    return next((cell.start_year for _kind, cell in parsed if cell.start_year), None)


def _measure_unit(parsed: list[tuple[FieldValue, ParsedValue]]) -> str:
    """The unit that all numbers of the row share."""
    units = {part.measure_unit or "" for _kind, cell in parsed for part in cell.parts if part.number is not None}
    return units.pop() if len(units) == 1 else ""
