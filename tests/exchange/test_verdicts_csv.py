"""Verdicts from a spreadsheet, as secretaries and Excel write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from regdesk.domain.codes import Verdict
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange import verdicts_csv
from regdesk.exchange.verdicts_csv import VerdictRow, read_verdicts

_PLAIN = "Indikator;Bedömning;Kommentar\nVäntetid;Delvis;Bättre på två av tre\n"
_ROW = VerdictRow(line=2, verdict=Verdict.PARTLY, name="Väntetid", justification="Bättre på två av tre")


def _file(folder: Path, content: str, encoding: str = "utf-8") -> Path:
    path = folder / "bedömningar.csv"
    path.write_bytes(content.encode(encoding))
    return path


def _refused(path: Path) -> Problem:
    with pytest.raises(Problem) as caught:
        read_verdicts(path)
    assert caught.value.params["path"] == path
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert read_verdicts(_file(tmp_path, _PLAIN, encoding)) == [_ROW]


@pytest.mark.parametrize(
    "content",
    [
        _PLAIN.replace(";", ","),
        _PLAIN.replace(";", "\t"),
        _PLAIN.replace("\n", "\r\n"),
        "Kommentar;Bedömning;Ansvarig;Indikator\nBättre på två av tre;D;Kansliet;Väntetid\n",
        " INDIKATOR ;bedömning;MOTIVERING\nVäntetid ;delvis;'Bättre på två av tre\n".replace("'", ""),
        "Indicator,Verdict,Comment\nVäntetid,Delvis,Bättre på två av tre",
    ],
)
def test_the_same_in_other_shapes(tmp_path: Path, content: str) -> None:
    assert read_verdicts(_file(tmp_path, content)) == [_ROW]


def test_all_columns(tmp_path: Path) -> None:
    content = (
        "Id;Typ;Mål;Indikator;Parameter;Bedömning;Motivering;§\n"
        'a-1;Klusterparameter;Trygg vård;Nära vård;2;Nej;"Mätt; men\nför sent";§ 64\n'
    )
    assert read_verdicts(_file(tmp_path, content)) == [
        VerdictRow(
            line=2,
            verdict=Verdict.NO,
            item_id="a-1",
            kind="cluster_parameter",
            goal="Trygg vård",
            name="Nära vård",
            parameter="2",
            justification="Mätt; men\nför sent",
            section_no="§ 64",
        )
    ]


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        *(("Ja", Verdict.YES), ("d", Verdict.PARTLY), ("NEJ", Verdict.NO), ("Kan ej bedömas", Verdict.CANNOT_ASSESS)),
        *(("YES", Verdict.YES), ("partly", Verdict.PARTLY), ("No", Verdict.NO)),
        ("Cannot be  assessed", Verdict.CANNOT_ASSESS),
    ],
)
def test_verdicts(tmp_path: Path, word: str, verdict: Verdict) -> None:
    assert [row.verdict for row in read_verdicts(_file(tmp_path, f"Id;Bedömning\n1;{word}\n"))] == [verdict]


@pytest.mark.parametrize("word", ["", " ", "-", "Ej bedömd"])
def test_what_says_nothing_is_passed_over(tmp_path: Path, word: str) -> None:
    rows = read_verdicts(_file(tmp_path, f"Id;Bedömning\n1;{word}\n\n2;Ja\n"))
    assert [(row.item_id, row.line) for row in rows] == [("2", 4)]


def test_line_numbers_count_lines_of_the_file(tmp_path: Path) -> None:
    content = 'sep=;\nId;Bedömning;Kommentar\n1;Ja;"två\nrader"\n2;Ja;\n'
    assert [row.line for row in read_verdicts(_file(tmp_path, content))] == [3, 5]


def test_guard_against_formulas_is_taken_off(tmp_path: Path) -> None:
    rows = read_verdicts(_file(tmp_path, "Id;Bedömning;Kommentar\n1;Ja;'-5 procent\n2;Ja;'t Hart\n"))
    assert [row.justification for row in rows] == ["-5 procent", "'t Hart"]


def test_unknown_verdict(tmp_path: Path) -> None:
    problem = _refused(_file(tmp_path, "Id;Bedömning\n1;Ja\n2;Kanske\n"))
    assert problem.kind is ProblemKind.CSV_UNKNOWN_VERDICT
    assert (problem.params["line"], problem.params["text"]) == (3, "Kanske")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 1),
        ("Indikator;Kommentar\nVäntetid;Bra\n", 1),
        ("Bedömning;Kommentar\nJa;Bra\n", 1),
        ("Id;Bedömning\n;Ja\n", 2),
        ('Id;Bedömning\n1;Ja\n2;"Ja\n', 3),
    ],
)
def test_malformed(tmp_path: Path, content: str, line: int) -> None:
    problem = _refused(_file(tmp_path, content))
    assert problem.kind is ProblemKind.CSV_MALFORMED
    assert problem.params["line"] == line


def test_bytes_of_no_known_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Id;Bed\x81mning\n1;Ja\n")
    assert _refused(path).kind is ProblemKind.CSV_MALFORMED


def test_missing_and_unreadable(tmp_path: Path) -> None:
    assert _refused(tmp_path / "ingen.csv").kind is ProblemKind.FILE_MISSING
    assert _refused(tmp_path).kind is ProblemKind.FILE_UNREADABLE


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _file(tmp_path, "Id;Bedömning\n" + "1;Ja\n" * 50)
    monkeypatch.setattr(verdicts_csv, "ROW_LIMIT", 49)
    assert _refused(path).kind is ProblemKind.FILE_TOO_LARGE
    monkeypatch.setattr(verdicts_csv, "SIZE_LIMIT", 100)
    assert _refused(path).kind is ProblemKind.FILE_TOO_LARGE
