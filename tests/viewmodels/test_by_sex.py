"""Values split by sex stand beside each other, as far as the plan says them."""

from __future__ import annotations

from pathlib import Path

from regdesk.services.editing import write_value
from regdesk.viewmodels.by_sex import sex_columns, sex_rows
from tests.registers import open_example


def test_women_men_and_all_stand_beside_each_other(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        write_value(session, example.number.id, example.outcome.id, "K 5,2 % M 6,1 %")
        write_value(session, example.number.id, example.target.id, "RVN K: 7, RVN T: >8, RLF M: 6")
        rows = [[cell.text for cell in row.cells] for row in sex_rows(session, example.number.id).page(None, 9)]
    assert [column.title for column in sex_columns()] == ["Värde", "Kvinnor", "Män", "Totalt"]
    assert rows == [
        ["Utfall 2023", "5,2\u00a0%", "6,1\u00a0%", ""],
        ["Målnivå 2024 RVN", "7", "", "större än 8"],
        ["Målnivå 2024 RLF", "", "6", ""],
    ]


def test_values_for_all_alike_have_no_row(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        assert sex_rows(session, example.number.id).count() == 0
