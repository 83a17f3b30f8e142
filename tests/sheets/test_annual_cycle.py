"""The sheet "Årshjul": the wheel and the table of a year as plain text, and what may be left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.sheets.blocks import Figure, Orientation, Sheet
from regdesk.sheets.drawings import Anchor, Disc, Drawing, Label
from regdesk.sheets.pdf.writer import pdf_bytes
from regdesk.sheets.plain import plain_text
from tests.registers import make_register
from tests.sheets.making import assert_golden, make_sheet

CODE = "annual-cycle"
LANES = ("meeting", "deadline", "report_back", "supervision", "report")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with two meetings in 2026."""
    path = make_register(tmp_path)
    with Session.open(path, who="Testaren") as session:
        for day in (date(2026, 2, 17), date(2026, 6, 17)):
            add_meeting(session, new_meeting(day))
    return path


def made(register: Path, **asked: object) -> Sheet:
    with Session.open(register) as session:
        return make_sheet(session, CODE, year=2026, **asked)


def drawing(sheet: Sheet) -> Drawing:
    (figure,) = (block for block in sheet.blocks if isinstance(block, Figure))
    assert isinstance(figure.image, Drawing)
    return figure.image


def test_the_year_reads_as_a_person_found_right(register: Path) -> None:
    sheet = made(register)
    assert sheet.head.title == "Årshjul 2026"
    assert_golden(sheet, "annual_cycle")


@pytest.mark.parametrize(
    ("choices", "gone"),
    [
        ({"wheel": ""}, ("2026: ", "Siffrorna", "Slutdatum 1")),
        ({"table": ""}, ("Årets datum", "Siffrorna", "Kallelse: sammanträdet")),
        ({"rules": ""}, ("Så räknas dagarna", "Senast 7 dagar före")),
        ({"meeting": ""}, ("Möten 1",)),
        ({"deadline": ""}, ("Slutdatum 1", "Kallelse")),
        ({"report": ""}, ("Rapporter 1",)),
    ],
)
def test_what_is_not_chosen_is_not_printed(choices: dict[str, str], gone: tuple[str, ...], register: Path) -> None:
    everything, chosen = plain_text(made(register)), plain_text(made(register, answers=choices))
    for text in gone:
        assert text in everything
        assert text not in chosen


def test_a_year_of_nothing_says_so(register: Path) -> None:
    text = plain_text(made(register, answers=dict.fromkeys(LANES, "")))
    assert "Inga datum infaller under 2026." in text


@pytest.mark.parametrize("orientation", Orientation)
def test_the_wheel_is_on_one_page_with_all_its_marks_inside_it(orientation: Orientation, register: Path) -> None:
    sheet = made(register, orientation=orientation, answers={"table": ""})
    shown = drawing(sheet)
    discs = [shape for shape in shown.shapes if isinstance(shape, Disc)]
    assert all(
        disc.radius <= disc.centre[0] <= shown.width - disc.radius and disc.centre[1] <= shown.height for disc in discs
    )
    middle = [shape.text for shape in shown.shapes if isinstance(shape, Label) and shape.anchor is Anchor.MIDDLE]
    assert {"jan", "dec", "2026", "1"} <= set(middle)
    assert pdf_bytes(sheet).count(b"/Type /Page\n") <= 1


def test_rings_that_are_not_chosen_are_not_explained(register: Path) -> None:
    words = drawing(made(register, answers={"supervision": ""})).words()
    assert "Möten" in words
    assert "Uppsikt och kontroll" not in words
