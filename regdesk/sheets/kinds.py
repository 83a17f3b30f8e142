"""The kinds of sheets that can be made, by their code on the command line and in the register."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.sheets import assignments, duties, follow_up
from regdesk.sheets.kind import SheetKind
from regdesk.sheets.report import report_kind

_CHAPTERS: Final = (follow_up.KIND, assignments.KIND)
"""The chapters of a report, in their order."""

SHEETS: Final[Mapping[str, SheetKind]] = MappingProxyType(
    {kind.code: kind for kind in (follow_up.KIND, report_kind(_CHAPTERS), duties.KIND, assignments.KIND)}
)
"""Every kind by its code, in the order they are offered."""


def sheet_kind(code: str) -> SheetKind:
    """The kind with that code. Raises Problem(SHEET_UNKNOWN)."""
    if code not in SHEETS:
        raise Problem(ProblemKind.SHEET_UNKNOWN, sheet=code, sheets=", ".join(SHEETS))
    return SHEETS[code]
