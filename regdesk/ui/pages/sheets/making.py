"""From the answers of the form to a finished file: what the window asks of the room of sheets, beside the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from regdesk.services.beside import read_beside
from regdesk.services.session import Session
from regdesk.ui.work import Progress
from regdesk.viewmodels.sheet_form import request_of
from regdesk.viewmodels.sheet_request import SheetRequest

if TYPE_CHECKING:
    from regdesk.sheets.blocks import Paper, Sheet
    from regdesk.sheets.kind import Printable, SheetKind
    from regdesk.sheets.pdf.writer import Pdf


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of sheet, and all answers about it on a day."""

    kind: SheetKind
    answers: Mapping[str, str]
    today: date

    def request(self, session: Session) -> SheetRequest:
        """What is asked of a register."""
        return request_of(session, self.answers, self.today)


@dataclass(frozen=True, slots=True)
class Made:
    """What was asked for, what it came to, and that as a file."""

    asked: Asked
    printable: Printable
    pdf: Pdf

    @property
    def document(self) -> Sheet | Paper:
        return self.printable.document


def sheet_kinds() -> tuple[SheetKind, ...]:
    """The kinds of sheets there are."""
    from regdesk.sheets.kinds import SHEETS

    return tuple(SHEETS.values())


# The worker's part


def make(path: Path, asked: Asked, progress: Progress) -> Made:
    """The sheet as the register at `path` is now, or the file that was printed before where the sheet is the same.

    Raises what its kind raises, Problem(CANCELLED).
    """
    printable = read_beside(path, lambda session: asked.kind.printable(asked.request(session)), progress.go_on)
    return Made(asked, printable, _pdf_of(printable, progress))


def _pdf_of(printable: Printable, progress: Progress) -> Pdf:
    from regdesk.sheets.pdf.writer import make_pdf

    return printed_pdf(printable.printed) if printable.printed else make_pdf(printable.document, progress.go_on)


def printed_pdf(data: bytes) -> Pdf:
    """A file as it was printed."""
    from regdesk.sheets.pdf.pages import page_count
    from regdesk.sheets.pdf.writer import Pdf

    return Pdf(data=data, pages=page_count(data), substitutes={})


def draw_alone(document: Sheet | Paper) -> bytes:
    """A document as a file, whatever was printed before."""
    from regdesk.sheets.pdf.writer import pdf_bytes

    return pdf_bytes(document)


def write(path: Path, data: bytes, _progress: Progress) -> None:
    """Raises Problem(FILE_NOT_WRITTEN)."""
    from regdesk.sheets.replace import write_whole

    write_whole(data, path)


def write_word(path: Path, document: Sheet | Paper, _progress: Progress) -> None:
    """Raises Problem(FILE_NOT_WRITTEN)."""
    from regdesk.sheets.word.writer import write_docx

    write_docx(document, path)
