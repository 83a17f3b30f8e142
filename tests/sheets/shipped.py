"""Every sheet of the registers that the program comes with: the one place where tests go through all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from regdesk.domain.codes import MeetingStatus
from regdesk.domain.model import Meeting
from regdesk.exchange.examples.build import build_example
from regdesk.paths import data_folder
from regdesk.services.registers import opened
from regdesk.services.session import Session
from regdesk.sheets.blocks import Paper, Sheet
from regdesk.sheets.kinds import SHEETS
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_options import Scope
from regdesk.viewmodels.sheet_request import SheetRequest

_EXAMPLES = sorted((data_folder("resources") / "examples").glob("*.toml"))
_PRINTED = date(2026, 11, 23)


def shipped_sheets(folder: Path) -> Iterator[tuple[str, Sheet | Paper]]:
    """Each kind of sheet of each shipped register in each edition, with a name; the registers are made in `folder`."""
    for example in _EXAMPLES:
        register = folder / f"{example.stem}.regdesk"
        build_example(example, register, "Testaren")
        with opened(register) as session:
            for kind in SHEETS.values():
                for edition in Edition:
                    request = SheetRequest(
                        session=session,
                        printed_on=_PRINTED,
                        meeting_id=_latest_meeting(session) if kind.scope is Scope.MEETING else None,
                        edition=edition,
                        appendix=kind.appendix,
                    )
                    yield f"{kind.code}-{example.stem}-{edition}", kind.build(request)


def _latest_meeting(session: Session) -> str:
    """The last one that was held, or the last one planned where none was."""
    last = max(session.all(Meeting), key=lambda meeting: (meeting.status is not MeetingStatus.PLANNED, meeting.date))
    return last.id
