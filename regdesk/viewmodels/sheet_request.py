"""What a person asks for when a sheet is to be made: from which register, of what, and on which day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from regdesk.services.secrecy import Secrecy, telling
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Disclosure, Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRequest:
    """A sheet of a meeting, of a period, or of the register as it stands. `printed_on` is printed on the sheet."""

    session: Session
    printed_on: date
    meeting_id: str | None = None
    period_id: str | None = None
    edition: Edition = Edition.PUBLIC

    @property
    def disclosure(self) -> Disclosure:
        """What the sheet shows of what is secret; read anew each time it is asked for."""
        return Disclosure.of(self.session, self.edition)

    def telling(self) -> Callable[[str], bool]:
        """Whether a text names something that the sheet withholds."""
        disclosure = self.disclosure
        return telling(self.session, disclosure.secrecy if disclosure.is_public else Secrecy())
