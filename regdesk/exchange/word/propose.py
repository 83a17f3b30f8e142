"""From a Word file to a proposal, in one call."""

from __future__ import annotations

from pathlib import Path

from regdesk.exchange.proposal.nodes import Proposal
from regdesk.exchange.word.guard import Progress
from regdesk.exchange.word.reader import read_document
from regdesk.exchange.word.recognise import recognise


def propose(path: Path, progress: Progress | None = None) -> Proposal:
    """What a plan is proposed to become.

    `progress` is called with 0.0 to 1.0; what it raises, such as Problem(CANCELLED), ends the work.
    Raises the Problems of `read_document`, and Problem(WORD_NO_HEADINGS).
    """
    return recognise(read_document(path, progress))
