"""What the board of the example plan decides: a CSV file as a secretary would write it in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from regdesk.domain.codes import Verdict
from regdesk.services.session import Session
from regdesk.services.tasks import task_lines
from regdesk.viewmodels.words import word

_DECIDED: Final = (
    (Verdict.PARTLY, "Svaren kommer fortare, men inte i hela länet."),
    (Verdict.NO, "Den mobila mottagningen kom i gång först under hösten."),
    (Verdict.CANNOT_ASSESS, "Årets mätning är inte klar."),
    (Verdict.YES, ""),
    (Verdict.YES, ""),
    (Verdict.PARTLY, "Två väntrum återstår."),
    (Verdict.PARTLY, "Nästan alla väntrum är klara."),
    (Verdict.YES, "Tre överenskommelser är tecknade."),
    (Verdict.YES, ""),
    (Verdict.YES, ""),
    (Verdict.PARTLY, "Lägre än förra året, men inte nere i målet."),
    (Verdict.YES, ""),
    (Verdict.NO, "Många chefer har fortfarande över trettio medarbetare."),
    (Verdict.PARTLY, "Stödet har vuxit, men grupperna är för stora."),
)
"""What the board says of the plan's first things, in the order of the agenda. The last ones are left for a person to
try the meeting on."""


def write_verdicts(session: Session, meeting_id: str, path: Path) -> None:
    """The verdicts on what the meeting's agenda takes up. Raises OSError."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(("Id", "Namn", "Bedömning", "Motivering"))
        for line, (verdict, justification) in zip(task_lines(session, meeting_id), _DECIDED, strict=False):
            table.writerow((line.item_id, line.title, word(verdict), justification))
