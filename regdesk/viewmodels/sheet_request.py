"""What a person asks for when a sheet is to be made: from which register, of what, on which day, and with what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from regdesk.domain.model import Meeting
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.secrecy import Secrecy, telling
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Disclosure, Edition
from regdesk.viewmodels.fields import YES
from regdesk.viewmodels.sheet_options import Option


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRequest:
    """A sheet of a meeting, of a period, of a year, or of the register as it stands.

    `printed_on` is printed on the sheet; `appendix` is the bilaga's number, empty for a sheet that is none;
    `orientation` is that of the block model, or empty for what the sheet asks for itself; `answers` are those to the
    kind's own options, by key: what is not answered is as it is before anybody chose. `is_chapter`: the sheet is a
    chapter of another, which says what the paper is.
    """

    session: Session
    printed_on: date
    meeting_id: str | None = None
    period_id: str | None = None
    asked_year: int | None = None
    edition: Edition = Edition.PUBLIC
    appendix: str = ""
    orientation: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    is_chapter: bool = False

    @property
    def disclosure(self) -> Disclosure:
        """What the sheet shows of what is secret; read anew each time it is asked for."""
        return Disclosure.of(self.session, self.edition)

    @property
    def meeting(self) -> Meeting:
        """The meeting that the sheet is of. Raises Problem(SHEET_NEEDS_MEETING), Problem(ROW_MISSING)."""
        if self.meeting_id is None:
            raise Problem(ProblemKind.SHEET_NEEDS_MEETING)
        return self.session.get(Meeting, self.meeting_id)

    @property
    def year(self) -> int:
        """The year that was asked for, or that of the meeting, or else of the day of printing."""
        if self.asked_year is not None:
            return self.asked_year
        return self.meeting.date.year if self.meeting_id else self.printed_on.year

    def has(self, option: Option) -> bool:
        """Whether a part is to be on the sheet."""
        return self.answer(option) == YES

    def answer(self, option: Option) -> str:
        """What was answered to one of the kind's own questions."""
        return self.answers.get(option.key, option.first)

    def telling(self) -> Callable[[str], bool]:
        """Whether a text names something that the sheet withholds."""
        disclosure = self.disclosure
        return telling(self.session, disclosure.secrecy if disclosure.is_public else Secrecy())
