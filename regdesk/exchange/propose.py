"""From a file to a proposal, in one call: a plan in Word, or lists in Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from regdesk.exchange.proposal.nodes import Proposal
from regdesk.exchange.word.guard import Progress
from regdesk.exchange.word.recognise import recognise

WORD: Final = (".docx", ".docm", ".dotx", ".dotm")
EXCEL: Final = (".xlsx", ".xlsm")


def propose(path: Path, progress: Progress | None = None) -> Proposal:
    """What a file is proposed to become; by its ending, a workbook or else a Word file.

    `progress` is called with 0.0 to 1.0; what it raises, such as Problem(CANCELLED), ends the work.
    Raises the Problems of `read_document` or `read_workbook`, and Problem(WORD_NO_HEADINGS).
    """
    if path.suffix.casefold() in EXCEL:
        from regdesk.exchange.excel.reader import read_workbook

        return recognise(read_workbook(path, progress))
    from regdesk.exchange.word.reader import read_document

    return recognise(read_document(path, progress))
