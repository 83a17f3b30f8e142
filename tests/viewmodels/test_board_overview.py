"""The boards side by side, in counts with words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from regdesk.domain.codes import Verdict
from regdesk.services.assessing import assess
from regdesk.services.overview import read_boards
from regdesk.services.session import Session
from regdesk.viewmodels.board_overview import board_facts, board_rows, board_title, counted_words, kind_rows
from tests.registers import Example

TODAY = date(2024, 9, 1)


def test_a_row_tells_a_board_and_a_sentence_a_file_that_cannot_be_read(session: Session, example: Example) -> None:
    assess(session, example.number.id, Verdict.YES)
    found = read_boards([session.path, Path("/borta.regdesk")], TODAY)
    board, missing = board_rows(found).page(None, 10)
    assert [cell.text for cell in board.cells[:9]] == [
        *("Regionstyrelsen, Region Exempel", "2"),
        *("1", "0", "0", "0", "2"),
        *("0", "0"),
    ]
    assert (board.cells[2].symbol, board.cells[2].spoken, board.cells[3].symbol) == ("✓", "Ja: 1", "")
    assert board.cells[9].spoken == "inget möte än"
    assert missing.cells[0].text == f"{Path('/borta.regdesk')} finns inte: kontrollera namnet och mappen."
    assert [len(row.cells) for row in (board, missing)] == [11, 11]
    assert [board_title(each) for each in found] == ["Regionstyrelsen, Region Exempel", "borta.regdesk"]


def test_one_board_is_told_by_kind_with_its_file(session: Session, example: Example) -> None:
    assess(session, example.parameters[0].id, Verdict.PARTLY)
    (read,) = read_boards([session.path], TODAY)
    assert read.state is not None
    told = {row.id: [cell.text for cell in row.cells] for row in kind_rows(read.state).page(None, 10)}
    assert list(told) == ["goals", "indicators", "cluster_parameters", "assignments"]
    assert told["cluster_parameters"] == ["Parametrar", "0", "1", "0", "0", "1"]
    facts = {fact.label: fact.text for fact in board_facts(read)}
    assert facts["Plan"] == "Verksamhetsplan (exempeldata) 2024–2026"
    assert facts["Historik"].startswith(f"Steg {session.head.seq}, kontrollsumma {session.head.hash[:12]}")
    assert facts.keys() == {"Plan", "Historik", "Fil"}


def test_counts_in_words_leave_out_what_there_is_none_of() -> None:
    assert counted_words({Verdict.NO: 1, None: 2, Verdict.YES: 0}) == "Nej 1, Ej bedömd 2"
