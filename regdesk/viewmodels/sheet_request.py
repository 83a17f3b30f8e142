"""What a person asks for when a sheet is to be made: from which register, of what, and on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from regdesk.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRequest:
    """A sheet of a meeting, of a period, or of the register as it stands. `printed_on` is printed on the sheet."""

    session: Session
    printed_on: date
    meeting_id: str | None = None
    period_id: str | None = None
