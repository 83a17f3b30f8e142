"""Columns of numbers are found, and only they."""

from __future__ import annotations

import pytest

from regdesk.sheets.alignment import number_parts, numeric_columns
from tests.sheets.examples import YES, table_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("75", ("75", "")),
        (">75", (">75", "")),
        ("≤ 5 %", ("≤ 5", " %")),
        ("−1\u00a0234,5", ("−1\u00a0234", ",5")),
        ("39 % ", ("39", " %")),
        ("25\u00a0mnkr", ("25", "\u00a0mnkr")),
        ("Ja", None),
        ("-", None),
        ("RVN 77, RLF 74", None),
        ("2024–2026", None),
        ("Ny indikator 2024", None),
        ("", None),
    ],
)
def test_number_parts(text: str, parts: tuple[str, str] | None) -> None:
    assert number_parts(text) == parts


def test_column_of_numbers_and_blanks_is_numeric() -> None:
    header = ("Namn", "Tal", "Blandat", "Tom", "Status")
    table = table_of(("1", "7,5", "7", "", YES), ("2", "", "Ja", " ", YES), header=header)
    assert numeric_columns(table) == {1}


def test_empty_columns_stand_like_the_numbers_beside_them() -> None:
    header = ("Namn", "Text", "Tom", "2021", "2022", "2024", "2026", "Status")
    table = table_of(("1", "Ja", "", "", "75", "", "", YES), header=header)
    assert numeric_columns(table) == {2, 3, 4, 5, 6}


def test_table_without_rows_has_no_numeric_column() -> None:
    assert numeric_columns(table_of()) == frozenset()
