"""Values are shown to the letter, and every way of holding none in its own way."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import ValueKind
from regdesk.domain.model import ValueColumn
from regdesk.domain.notation import parse_value
from regdesk.viewmodels.rows import Cell, Tone
from regdesk.viewmodels.values import column_label, no_cell, reading, value_cell


def cell_of(raw: str) -> Cell:
    return value_cell(raw, parse_value(raw).state)


def test_ways_of_holding_no_value_are_told_apart() -> None:
    cells = [cell_of(""), cell_of("-"), cell_of("Ny indikator 2024"), cell_of("Ska utarbetas"), no_cell()]

    assert len(set(cells)) == len(cells)
    assert {cell.tone for cell in cells} == {Tone.MUTED}
    assert [cell.spoken or cell.text for cell in cells[:4]] == [
        "inget angivet",
        "streck: inget värde",
        "Ny indikator 2024",
        "Ska utarbetas",
    ]


def test_a_value_is_shown_as_it_is_written() -> None:
    assert cell_of("\nJa ") == Cell(text="Ja")
    assert cell_of("39\u00a0% ") == Cell(text="39\u00a0%")
    assert cell_of("Enligt plan") == Cell(text="Enligt plan")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (">75", "större än 75"),
        ("39 % ", "39\u00a0%"),
        ("RVN 77, RLF 74", "RVN 77 och RLF 74"),
        ("Kvinnor 80, män 70", "kvinnor 80 och män 70"),
        ("Bibehålla/öka", "bibehålla eller öka"),
        ("senast 2045", "senast 2045"),
        ("inom fyra veckor", "inom 4\u00a0veckor"),
        ("Ja Ja", "Ja; samma bedömning står flera gånger och räknas som en"),
        ("−5", "−5"),
        ("", "inget angivet"),
        ("Enligt plan", "fri text"),
    ],
)
def test_what_was_understood_is_told_in_words(raw: str, told: str) -> None:
    assert reading(parse_value(raw)) == told


def test_a_dot_that_may_mean_two_things_is_pointed_out() -> None:
    assert reading(parse_value("1.234")).startswith("fri text; punkten kan dela tusental eller decimaler")


def test_a_column_is_called_what_the_plan_calls_it() -> None:
    assert column_label(ValueColumn(id="", kind=ValueKind.TARGET, year=2024, label="Målvärde\n2024")) == "Målvärde 2024"
    assert column_label(ValueColumn(id="", kind=ValueKind.TARGET, year=2024)) == "Målnivå 2024"
    assert column_label(ValueColumn(id="", kind=ValueKind.BASELINE)) == "Basvärde"
