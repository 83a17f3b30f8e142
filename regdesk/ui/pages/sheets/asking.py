"""From the answers of the form to a sheet: what the window asks of the room of sheets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from regdesk.services.session import Session
from regdesk.viewmodels.sheet_form import request_of

if TYPE_CHECKING:
    from regdesk.sheets.kind import Printable, SheetKind


def sheet_kinds() -> tuple[SheetKind, ...]:
    """The kinds of sheets there are."""
    from regdesk.sheets.kinds import SHEETS

    return tuple(SHEETS.values())


def make_printable(session: Session, kind: SheetKind, answers: Mapping[str, str], today: date) -> Printable:
    """The sheet as it is to be printed, read from the register as it is now. Raises what its kind raises."""
    return kind.printable(request_of(session, answers, today))
