"""From the answers of the form to a sheet: what the window asks of the room of sheets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from regdesk.services.session import Session
from regdesk.viewmodels.fields import YES, Choice
from regdesk.viewmodels.sheet_form import PARTS, request_of

if TYPE_CHECKING:
    from regdesk.sheets.blocks import Sheet


def sheet_choices() -> tuple[Choice, ...]:
    """The kinds of sheets there are."""
    from regdesk.sheets.kinds import SHEETS

    return tuple(Choice(kind.code, kind.title) for kind in SHEETS.values())


def make_sheet(session: Session, answers: Mapping[str, str], today: date) -> Sheet:
    """The sheet in blocks, read from the register as it is now. Raises what its kind raises."""
    from regdesk.sheets.blocks import Orientation
    from regdesk.sheets.follow_up import FollowUpChoices
    from regdesk.sheets.kinds import sheet_kind

    turned = answers["orientation"]
    choices = FollowUpChoices(
        orientation=Orientation(turned) if turned else None,
        appendix=answers["appendix"],
        **{part: answers[part] == YES for part in PARTS},
    )
    return sheet_kind(answers["kind"]).build(request_of(session, answers, today), choices)
