"""Makes sheets of a register, and compares one with the text that a person found right."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Final

from regdesk.services.session import Session
from regdesk.sheets.blocks import Paper, Sheet, sheets_of
from regdesk.sheets.kinds import sheet_kind
from regdesk.sheets.plain import plain_text
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_request import SheetRequest

PRINTED: Final = date(2024, 9, 13)

_GOLDEN: Final = Path(__file__).parent / "golden"


def make_document(
    session: Session,
    code: str,
    *,
    meeting_id: str | None = None,
    period_id: str | None = None,
    year: int | None = None,
    edition: Edition = Edition.PUBLIC,
    orientation: str = "",
    appendix: str | None = None,
    answers: dict[str, str] | None = None,
    printed: date = PRINTED,
) -> Sheet | Paper:
    """The document of that kind, printed on a day, with its usual answers where no others are given."""
    kind = sheet_kind(code)
    return kind.build(
        SheetRequest(
            session=session,
            printed_on=printed,
            meeting_id=meeting_id,
            period_id=period_id,
            asked_year=year,
            edition=edition,
            orientation=orientation,
            appendix=kind.appendix if appendix is None else appendix,
            answers=answers or {},
        )
    )


def make_sheet(session: Session, code: str, **asked: object) -> Sheet:
    """As `make_document`, of a kind that is a single sheet."""
    document = make_document(session, code, **asked)  # type: ignore[arg-type]
    assert isinstance(document, Sheet)
    return document


def assert_golden(document: Sheet | Paper, name: str) -> None:
    """The text of a document is that of golden/`name`.txt, but for its seal; REGDESK_WRITE_GOLDEN writes it anew."""
    text = plain_text(document)
    for sheet in sheets_of(document):
        assert sheet.foot.seal.startswith("Register ")
        text = text.replace(sheet.foot.seal, "Register 0-00000000")
    golden = _GOLDEN / f"{name}.txt"
    if os.environ.get("REGDESK_WRITE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
