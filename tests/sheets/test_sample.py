"""The sample is in the look that is being chosen, and leaves the register alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.look import HeadFact, Look, Typeface
from regdesk.paths import data_folder
from regdesk.services.look import set_look
from regdesk.services.session import Session
from regdesk.sheets.blocks import Family
from regdesk.sheets.sample import sample_sheet
from regdesk.viewmodels.look import look_answers, look_beginning
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.registers import open_example

DAY = date(2026, 2, 17)
LOGO = (data_folder("resources") / "app" / "regdesk-128.png").read_bytes()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _example = open_example(tmp_path)
    with made:
        yield made


def asked(session: Session) -> SheetRequest:
    return SheetRequest(session=session, printed_on=DAY)


def test_the_sample_is_in_the_look_that_is_tried(session: Session) -> None:
    before = session.head
    look = Look(accent="#7A1F3D", typeface=Typeface.SERIF, logo_alt="Vapen", head=(HeadFact.BOARD,), foot="Box 1")
    sheet = sample_sheet(asked(session), look_answers(look), LOGO)
    assert sheet is not None
    assert (sheet.style.accent, sheet.style.family, sheet.style.logo) == ("#7A1F3D", Family.SERIF, LOGO)
    assert (sheet.head.board, sheet.head.dnr, sheet.head.period) == ("Regionstyrelsen", "", "")
    assert (sheet.foot.note, sheet.head.organisation) == ("Box 1", "Region Exempel")
    assert session.head == before


def test_the_logo_is_the_one_that_is_kept_until_another_is_chosen(session: Session) -> None:
    set_look(session, Look(logo_alt="Vapen"), LOGO)
    answers = look_beginning(session)
    shown = [sample_sheet(asked(session), answers, logo) for logo in (None, b"")]
    assert [sheet.style.logo for sheet in shown if sheet is not None] == [LOGO, b""]


def test_there_is_none_while_the_colour_is_none(session: Session) -> None:
    assert sample_sheet(asked(session), {**look_beginning(session), "accent": "#7A"}, None) is None
