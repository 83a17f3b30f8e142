"""What the board of the example plan decides: a CSV file as a secretary would write it in a spreadsheet."""

from __future__ import annotations

import csv
from itertools import cycle
from pathlib import Path
from typing import Final

from regdesk.domain.codes import Verdict
from regdesk.services.session import Session
from regdesk.services.tasks import task_lines
from regdesk.viewmodels.words import word

_DECIDED: Final = (
    (Verdict.YES, ""),
    (Verdict.PARTLY, "Två av länets kommuner återstår."),
    (Verdict.YES, ""),
    (Verdict.NO, "Arbetet kom i gång först under hösten."),
    (Verdict.YES, "Bättre än väntat."),
    (Verdict.CANNOT_ASSESS, "Enkäten är inte sammanställd än."),
)
_LEFT_OUT: Final = 2
"""So many are left for a person to try the meeting on."""


def write_verdicts(session: Session, meeting_id: str, path: Path) -> None:
    """Verdicts for all but the last things on the meeting's agenda. Raises OSError."""
    lines = task_lines(session, meeting_id)[:-_LEFT_OUT]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(("Id", "Namn", "Bedömning", "Motivering"))
        for line, (verdict, justification) in zip(lines, cycle(_DECIDED), strict=False):
            table.writerow((line.item_id, line.title, word(verdict), justification))
