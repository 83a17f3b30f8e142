"""Whatever a register holds, every kind of sheet is made of it, keeps to the rules, and is read as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.sheets.blocks import Paper, Sheet
from regdesk.sheets.kinds import SHEETS
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.fields import YES, FieldKind
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.families import DAY, make_family
from tests.registers import make_register
from tests.sheets.hostile import hard_text
from tests.sheets.pdf.test_hostile import assert_is_read

hard_texts = st.lists(hard_text, min_size=5, max_size=9)


def documents(session: Session, meeting_id: str) -> Iterator[Sheet | Paper]:
    """Every kind with all its parts, for the secretary's own use."""
    for kind in SHEETS.values():
        parts = {option.key: YES for option in kind.options if option.kind is FieldKind.TICK}
        yield kind.build(
            SheetRequest(
                session=session, printed_on=DAY, meeting_id=meeting_id, edition=Edition.INTERNAL, answers=parts
            )
        )


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hard_texts)
def test_every_sheet_of_any_register_is_made_and_read(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        given_texts = cycle(texts)
        with Session.open(make_register(Path(folder)), who="Testaren") as session:
            family = make_family(session, "Svår", 1, write=lambda _word: next(given_texts))
            for document in documents(session, family.records["meetings"].id):
                assert_is_read(document)


def test_every_sheet_of_an_empty_register_is_made(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path), who="Testaren") as session:
        for document in documents(session, add_meeting(session, new_meeting(DAY)).id):
            assert_is_read(document)


@pytest.mark.parametrize("text", ["x" * 120_000, "ord " * 30_000])
def test_every_sheet_bears_a_text_longer_than_many_pages(text: str, tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path), who="Testaren") as session:
        long = cycle([text, *["kort"] * 40])
        family = make_family(session, "Lång", 1, write=lambda _word: next(long))
        for document in documents(session, family.records["meetings"].id):
            assert_is_read(document)
