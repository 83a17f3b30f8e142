"""What was printed for a meeting is kept when that is asked for, and comes back byte for byte."""

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

DAY = "2024-05-14"


@pytest.fixture
def held(tmp_path: Path, regdesk: Regdesk) -> Path:
    """A register with a meeting that takes up everything."""
    session, _example = open_example(tmp_path)
    session.close()
    assert regdesk("meeting", session.path, "--date", DAY, "--all").code == 0
    return session.path


def kept(regdesk: Regdesk, register: Path, target: Path, day: str) -> str:
    said = regdesk("sheet", register, "follow-up", "--meeting", DAY, "--date", day, "--keep", "-o", target)
    assert (said.code, said.err) == (0, "")
    return said.out


def test_a_kept_sheet_is_the_same_file_until_it_says_something_else(
    regdesk: Regdesk, held: Path, tmp_path: Path
) -> None:
    first, again, later = (tmp_path / f"{name}.pdf" for name in ("ett", "igen", "sen"))
    assert "sparad i registret" in kept(regdesk, held, first, "2024-05-20")
    assert "samma fil som skrevs ut förut" in kept(regdesk, held, again, "2024-06-30")
    assert first.read_bytes() == again.read_bytes()
    with Session.open(held) as session:
        indicator = next(each for each in session.all(Indicator) if each.title == "Nöjda besökare")
        assess(session, indicator.id, Verdict.YES)
    with Session.open(held) as session:
        meeting_id = session.repository.rows("SELECT id FROM meetings")[0][0]
        assess(session, indicator.id, Verdict.NO, meeting_id=meeting_id)
    assert "sparad i registret" in kept(regdesk, held, later, "2024-06-30")
    listed = regdesk("prints", held, "--meeting", DAY).out.splitlines()
    assert [line.split("  ")[3] for line in listed] == ["2", "1"]
    oldest = listed[-1].split()[0]
    got = tmp_path / "hämtad.pdf"
    assert regdesk("prints", held, "--meeting", DAY, "--get", oldest, "-o", got).code == 0
    assert got.read_bytes() == first.read_bytes()


def test_a_file_that_names_what_is_secret_now_comes_with_a_warning(
    regdesk: Regdesk, held: Path, tmp_path: Path
) -> None:
    kept(regdesk, held, tmp_path / "ett.pdf", "2024-05-20")
    with Session.open(held) as session:
        indicator = next(each for each in session.all(Indicator) if each.title == "Nöjda besökare")
        mark_secret(session, indicator.id, "OSL 18:13", date(2024, 9, 1), "Region Exempel")
    (line,) = regdesk("prints", held, "--meeting", DAY).out.splitlines()
    got = tmp_path / "hämtad.pdf"
    said = regdesk("prints", held, "--meeting", DAY, "--get", line.split()[0], "-o", got)
    assert said.code == 0
    assert "har fått sekretess sedan det trycktes" in said.err
    assert got.read_bytes() == (tmp_path / "ett.pdf").read_bytes()


def test_nothing_printed_says_so(regdesk: Regdesk, held: Path) -> None:
    assert regdesk("prints", held, "--meeting", DAY).out == "Inget har skrivits ut till sammanträdet.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("prints", "--meeting", DAY, "--get", "ffff", "-o", "x.pdf"), 1, "har id ffff: utan --get räknas de upp."),
        (("prints", "--meeting", DAY, "--get", "ffff"), 2, "hör ihop"),
        (("sheet", "follow-up", "--keep", "-o", "x.pdf"), 2, "Bara en PDF av ett sammanträdes blad"),
        (("sheet", "follow-up", "--keep", "--meeting", DAY, "-o", "x.txt"), 2, "Bara en PDF av ett sammanträdes blad"),
    ],
)
def test_what_cannot_be_kept_or_got_says_why(
    regdesk: Regdesk, held: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    command, *rest = arguments
    said = regdesk(command, held, *rest)
    assert said.code == code
    assert sentence in said.err
