"""Checks every import of the package against the table of rooms in pyproject.toml, for lint-imports and the tests.

A room is a package or module and all below it that is no room of its own. It may import itself, the standard
library, and what its line names, with all below that. Whatever the line does not name is forbidden.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

EVERYTHING: Final = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The rooms of one root package, each with what it may import.

    `guarded` are modules of the standard library that a room has to be let in to as if they were from elsewhere.
    """

    root: str
    rooms: Mapping[str, tuple[str, ...]]
    guarded: frozenset[str]

    @classmethod
    def parse(cls, root: str, lines: Iterable[str], guarded: Iterable[str]) -> Plan:
        """Read lines such as `regdesk.store: regdesk.domain sqlite_utils`."""
        parts = (line.partition(":") for line in lines)
        rooms = {room.strip(): tuple(allowed.split()) for room, _colon, allowed in parts}
        return cls(root=root, rooms=rooms, guarded=frozenset(guarded))

    def forbidden(self, graph: ImportGraph) -> list[str]:
        """One line for each import that no arrow allows, and for each importing module that is in no room."""
        inside = sorted(name for name in graph.modules if _within(name, self.root))
        found = []
        for importer in inside:
            room = self.room_of(importer)
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                if room is None:
                    found.append(f"{importer} is in no room, yet imports {imported}")
                elif not self._allows(room, imported):
                    found.append(f"{importer} may not import {imported}")
        return found

    def room_of(self, module: str) -> str | None:
        """The innermost room that `module` lies in."""
        return max((room for room in self.rooms if _within(module, room)), key=len, default=None)

    def _allows(self, room: str, imported: str) -> bool:
        if imported == self.root or self.room_of(imported) == room:
            return True
        if imported in sys.stdlib_module_names and imported not in self.guarded:
            return True
        return any(allowed == EVERYTHING or _within(imported, allowed) for allowed in self.rooms[room])


class RoomsContract(Contract):
    """The table as import-linter reads it: `rooms`, one a line, and `guarded` standard modules."""

    type_name = "rooms"

    root = fields.StringField()
    rooms = fields.ListField(subfield=fields.StringField())
    guarded = fields.ListField(subfield=fields.StringField(), default=[])

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 - import-linter's signature
        """Broken when any import is forbidden."""
        forbidden = self.plan().forbidden(graph)
        return ContractCheck(kept=not forbidden, metadata={"forbidden": forbidden})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print the forbidden imports."""
        for line in check.metadata["forbidden"]:
            output.print_error(line)

    def plan(self) -> Plan:
        """The fields, read."""
        root, rooms, guarded = cast(str, self.root), cast(list[str], self.rooms), cast(list[str], self.guarded)
        return Plan.parse(root, rooms, guarded)


def _within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")
