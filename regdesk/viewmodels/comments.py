"""What administration, board and unions say of a thing, each in a column of its own; nothing of it is ever weighed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from regdesk.domain.codes import Party
from regdesk.domain.ids import new_id
from regdesk.domain.model import Comment, Meeting, ReportingPeriod
from regdesk.formats import format_iso_date
from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.viewmodels.kinds import ASSESSED
from regdesk.viewmodels.labels import meeting_days, period_label
from regdesk.viewmodels.words import word

COMMENTED: Final = ASSESSED | {"risks", "agenda_items", "supervision_events", "legal_entities"}
"""The plurals of what the parties say something of in its detail."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What was said. `about` is when, for which period or meeting, and whether it is for the inside alone."""

    id: str
    text: str
    about: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A party with all that it says of a thing, oldest first."""

    party: Party
    name: str
    remarks: tuple[Remark, ...]


def voices(session: Session, item_id: str, *, internal: bool = True) -> tuple[Voice, ...]:
    """The three parties, also those that say nothing; what is for the inside only where it is asked for."""
    found = session.all(Comment, "recorded_at, id", item_id=item_id)
    told = [comment for comment in found if internal or not comment.internal]
    return tuple(
        Voice(party, word(party), tuple(_remark(session, each) for each in told if each.party is party))
        for party in Party
    )


def begun_comment(session: Session, item_id: str, meeting_id: str = "") -> Comment:
    """A comment that is not yet in the register; one that is made at a meeting belongs to it and to its period."""
    meeting = session.get(Meeting, meeting_id) if meeting_id else None
    return Comment(
        id=new_id(),
        item_id=item_id,
        party=Party.BOARD if meeting else Party.ADMINISTRATION,
        text="",
        meeting_id=meeting.id if meeting else None,
        period_id=meeting.period_id if meeting else None,
        recorded_at=datetime.now(UTC).replace(microsecond=0),
    )


def _remark(session: Session, comment: Comment) -> Remark:
    meeting = session.get(Meeting, comment.meeting_id) if comment.meeting_id else None
    period = session.get(ReportingPeriod, comment.period_id) if comment.period_id else None
    when = meeting_days(meeting) if meeting else format_iso_date(comment.recorded_at.astimezone())
    about = (when, period_label(period) if period else "", _("internt") if comment.internal else "")
    return Remark(comment.id, comment.text.strip(), " · ".join(filter(None, about)))
