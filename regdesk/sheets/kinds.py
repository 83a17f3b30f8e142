"""The kinds of sheets that can be made, by their code on the command line and in the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _, mark
from regdesk.sheets.blocks import Sheet
from regdesk.sheets.follow_up import FollowUpChoices, follow_up_sheet
from regdesk.sheets.withholding import without
from regdesk.viewmodels.edition import withheld
from regdesk.viewmodels.follow_up import follow_up
from regdesk.viewmodels.sheet_request import SheetRequest


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A kind of sheet: its code, its Swedish title as a source text, and what makes one.

    What makes it leaves out what the request's edition withholds; `build` sees to it besides that no text of a
    public edition names something secret.
    """

    code: str
    source_title: str
    maker: Callable[[SheetRequest, FollowUpChoices], Sheet]

    def build(self, request: SheetRequest, choices: FollowUpChoices) -> Sheet:
        """The sheet in the current language. Raises what its maker raises."""
        return without(self.maker(request, choices), request.telling(), withheld())

    @property
    def title(self) -> str:
        """In the current language."""
        return _(self.source_title)


def _follow_up(request: SheetRequest, choices: FollowUpChoices) -> Sheet:
    found = follow_up(
        request.session,
        meeting_id=request.meeting_id,
        period_id=request.period_id,
        printed_on=request.printed_on,
        edition=request.edition,
    )
    return follow_up_sheet(found, choices)


SHEETS: Final[Mapping[str, SheetKind]] = MappingProxyType(
    {kind.code: kind for kind in (SheetKind("follow-up", mark("Uppföljning per mål"), _follow_up),)}
)
"""Every kind by its code, in the order they are offered."""


def sheet_kind(code: str) -> SheetKind:
    """The kind with that code. Raises Problem(SHEET_UNKNOWN)."""
    if code not in SHEETS:
        raise Problem(ProblemKind.SHEET_UNKNOWN, sheet=code, sheets=", ".join(SHEETS))
    return SHEETS[code]
