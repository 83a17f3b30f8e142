"""Sheets made by the command."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import Verdict
from regdesk.domain.model import Indicator
from regdesk.services.assessing import assess
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from tests.cli.conftest import Regdesk
from tests.registers import open_example


@pytest.fixture
def assessed(tmp_path: Path, regdesk: Regdesk) -> Path:
    """A register with a meeting of 14 May 2024 that found one indicator met."""
    session, example = open_example(tmp_path)
    with session:
        meeting_id = regdesk("meeting", session.path, "--date", "2024-05-14", "--all").out.strip()
    with type(session).open(session.path) as again:
        assess(again, example.number.id, Verdict.YES, "Nöjdare än förr.", meeting_id=meeting_id)
    return session.path


def test_a_sheet_is_a_pdf_with_the_same_bytes_each_time(regdesk: Regdesk, assessed: Path, tmp_path: Path) -> None:
    made = []
    for name in ("ett.pdf", "två.PDF"):
        said = regdesk("sheet", assessed, "follow-up", "-o", tmp_path / name, "--date", "2024-05-20")
        assert (said.code, said.err) == (0, "")
        assert said.out == f"{tmp_path / name} är klar, på 2 sidor.\n"
        made.append((tmp_path / name).read_bytes())
    assert made[0].startswith(b"%PDF-")
    assert made[0] == made[1]


def test_a_sheet_is_a_word_file_with_the_same_bytes_each_time(regdesk: Regdesk, assessed: Path, tmp_path: Path) -> None:
    made = []
    for name in ("ett.docx", "två.DOCX"):
        said = regdesk("sheet", assessed, "follow-up", "-o", tmp_path / name, "--date", "2024-05-20")
        assert (said.code, said.err, said.out) == (0, "", f"{tmp_path / name} är klar.\n")
        made.append((tmp_path / name).read_bytes())
    assert made[0].startswith(b"PK")
    assert made[0] == made[1]


def test_a_sheet_that_breaks_the_rules_is_not_written(
    regdesk: Regdesk, assessed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("regdesk.sheets.pdf.archive._write_output_intent", lambda _pdf: None)
    said = regdesk("sheet", assessed, "follow-up", "-o", tmp_path / "blad.pdf")
    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines()[1].startswith("Bladet Uppföljning per mål följer inte reglerna")
    report = Path(said.err.partition("rapporten ")[2].partition(" visar")[0])
    assert "no OutputIntents" in report.read_text(encoding="utf-8")
    assert not (tmp_path / "blad.pdf").exists()


def test_a_sheet_as_text_says_what_the_board_decided(regdesk: Regdesk, assessed: Path, tmp_path: Path) -> None:
    target = tmp_path / "blad.txt"
    options = ("--meeting", "2024-05-14", "--date", "2024-05-20", "--appendix", "3", "--landscape")
    assert regdesk("sheet", assessed, "follow-up", "-o", target, *options).code == 0
    text = target.read_text(encoding="utf-8")
    assert "Bilaga 3\n" in text
    assert "Datum: 2024-05-14\n" in text
    assert "Utskriven 2024-05-20\n" in text
    assert "Nöjdare än förr." in text


def test_what_is_secret_is_on_an_internal_sheet_alone(regdesk: Regdesk, assessed: Path, tmp_path: Path) -> None:
    with Session.open(assessed) as session:
        (indicator,) = [each for each in session.all(Indicator) if each.title == "Nöjda besökare"]
        mark_secret(session, indicator.id, "OSL 18:13", date(2024, 5, 1), "Region Exempel")
    said = {}
    for edition in ("--public", "--internal"):
        assert regdesk("sheet", assessed, "follow-up", "-o", tmp_path / "blad.txt", edition).code == 0
        said[edition] = (tmp_path / "blad.txt").read_text(encoding="utf-8")
    for words in ("Nöjda besökare", "Nöjdare än förr.", "Internt exemplar.", "[Sekretess: OSL 18:13]"):
        assert words in said["--internal"]
        assert words not in said["--public"]
    line = "Uppgifter omfattas av sekretess (OSL 18:13, 2024-05-01, Region Exempel)"
    assert line in " ".join(said["--public"].split())
    assert line not in said["--internal"]


def test_the_sheets_are_listed_without_a_register(regdesk: Regdesk) -> None:
    said = regdesk("sheet", "--list")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0].split(maxsplit=1) == ["follow-up", "Uppföljning per mål"]


def test_a_part_is_left_out_and_an_unknown_choice_is_answered_with_those_there_are(
    regdesk: Regdesk, assessed: Path, tmp_path: Path
) -> None:
    def sheet(*choices: str) -> tuple[int, str, str]:
        said = regdesk("sheet", assessed, "follow-up", "-o", tmp_path / "blad.txt", *choices)
        return said.code, said.err, (tmp_path / "blad.txt").read_text(encoding="utf-8") if not said.code else ""

    assert "Nöjdare än förr." in sheet()[2]
    code, _err, text = sheet("--choose", "comments=no", "--choose", "legend=yes")
    assert (code, "Nöjdare än förr." in text, "Så läses" in text) == (0, False, True)
    for wrong, offered in (
        ("size=big", "comments, trend, charts, parameters"),
        ("legend=kanske", "legend=yes, legend=no"),
    ):
        code, err, _text = sheet("--choose", wrong)
        assert (code, offered in err) == (1, True)


@pytest.mark.parametrize(
    ("kind", "output", "code", "sentence"),
    [
        ("uppföljning", "blad.pdf", 1, "Det finns inget blad som heter uppföljning: välj follow-up"),
        ("follow-up", "borta/blad.pdf", 1, "kontrollera att du får skriva i mappen.\n"),
        ("follow-up", "borta/blad.docx", 1, "kontrollera att du får skriva i mappen.\n"),
        ("follow-up", "borta/blad.txt", 1, "kontrollera att du får skriva i mappen.\n"),
        (
            "follow-up",
            "blad.doc",
            2,
            "Filen blad.doc slutar inte på .pdf, .docx eller .txt; regdesk sheet --help visar",
        ),
    ],
)
def test_a_sheet_that_cannot_be_made_is_told(
    regdesk: Regdesk, assessed: Path, tmp_path: Path, kind: str, output: str, code: int, sentence: str
) -> None:
    said = regdesk("sheet", assessed, kind, "-o", tmp_path / output)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert not (tmp_path / output).exists()


def test_an_unknown_meeting_is_told(regdesk: Regdesk, assessed: Path, tmp_path: Path) -> None:
    said = regdesk("sheet", assessed, "follow-up", "-o", tmp_path / "blad.pdf", "--meeting", "2024-06-11")
    assert said.code == 1
    assert said.err == "Det finns inget sammanträde 2024-06-11: ange dess datum eller id.\n"
