"""Value cells as records: the raw text to the letter, what was understood of it, its column and units."""

from __future__ import annotations

from dataclasses import replace

from regdesk.domain.codes import ValueKind
from regdesk.domain.model import Indicator, OrgUnit, ValueColumn
from regdesk.domain.notation import ParsedValue, parse_value
from regdesk.exchange.proposal.ledger import Ledger
from regdesk.exchange.proposal.nodes import ProposedNode
from regdesk.exchange.wording.texts import name_key
from regdesk.services.editing import part_records, value_record


class Cells:
    """Writes the cells of indicators into a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._taken: set[tuple[str, str]] = set()

    def add(self, node: ProposedNode, indicator: Indicator) -> None:
        """A cell with its column, its parts and the units it names."""
        column = self._column(node, indicator)
        parsed = parse_value(node.said("raw"))
        value = value_record(indicator, column, parsed, self._ledger.id(node.id))
        self._ledger.add(value)
        for part in part_records(value.id, parsed, self._units(parsed)):
            self._ledger.add(replace(part, id=self._ledger.id(f"{node.id}.{part.position}")))

    def _column(self, node: ProposedNode, indicator: Indicator) -> ValueColumn:
        """The column of that kind, year and label; another of the same where the indicator has a cell there."""
        kind, label, year = ValueKind(node.said("kind")), node.said("label"), node.fields.get("year")
        year = year if isinstance(year, int) else None
        again = 0
        while True:
            key = f"column:{kind}:{year}:{name_key(label)}:{again or ''}"
            found = self._ledger.find_or_make(ValueColumn, key, kind=kind, year=year, label=label + " " * again)
            if (indicator.id, found) not in self._taken:
                self._taken.add((indicator.id, found))
                return ValueColumn(id=found, kind=kind, year=year, label=label)
            again += 1

    def _units(self, parsed: ParsedValue) -> dict[str, OrgUnit]:
        codes = {part.org_unit for part in parsed.parts if part.org_unit}
        return {
            code: OrgUnit(id=self._ledger.find_or_make(OrgUnit, f"unit:{code}", code=code), code=code)
            for code in sorted(codes)
        }
