"""Blocks refuse what no renderer could draw sensibly."""

from __future__ import annotations

import pytest

from regdesk.sheets.blocks import (
    Figure,
    FigureCell,
    Heading,
    KeepTogether,
    Paper,
    Row,
    Run,
    Table,
    headings,
    runs,
    words,
)
from regdesk.sheets.drawings import Drawing
from tests.sheets.examples import sheet_of


@pytest.mark.parametrize("level", [1, 7])
def test_heading_level_outside_the_scale_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="heading level"):
        Heading(text="x", level=level)


def test_sheet_that_skips_a_heading_level_is_refused() -> None:
    with pytest.raises(ValueError, match="level 4 follows level 2"):
        sheet_of(Heading(text="a"), KeepTogether(blocks=(Heading(text="b", level=4),)))


def test_headings_may_go_up_any_number_of_levels() -> None:
    levels = (2, 3, 4, 2)
    assert len(sheet_of(*(Heading(text="x", level=level) for level in levels)).blocks) == 4


@pytest.mark.parametrize("widths", [(1.0,), (1.0, 0.0), (1.0, -1.0)])
def test_table_needs_a_width_for_each_column(widths: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="width"):
        Table(header=("a", "b"), rows=(), widths=widths)


def test_row_with_another_number_of_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="row 1 has 2 cells of 3"):
        Table(header=("a", "b", "c"), rows=(Row(cells=("1",)), Row(cells=("1", "2"))), widths=(1, 1, 1))


def test_figure_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="words"):
        Figure(image=b"", alt=" ")


def test_text_is_runs_or_one_string() -> None:
    assert runs("a") == (Run(text="a"),)
    assert runs((Run(text=""), Run(text="a", strong=True))) == (Run(text="a", strong=True),)
    assert words((Run(text="a"), Run(text="b", strong=True))) == words("ab") == "ab"


def test_a_small_drawing_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="words"):
        FigureCell(drawing=Drawing(width=10, height=4, shapes=()), alt="")


def test_a_drawing_without_a_surface_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        Drawing(width=0, height=4, shapes=())


def test_a_paper_without_sheets_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a sheet"):
        Paper(sheets=())


def test_headings_of_a_paper_are_those_of_its_sheets_in_order() -> None:
    sheet = sheet_of(Heading(text="a"), KeepTogether(blocks=(Heading(text="b", level=3), Heading(text="c", level=4))))
    title = (1, sheet.head.title)
    assert list(headings(Paper(sheets=(sheet, sheet)), 3)) == [title, (2, "a"), (3, "b")] * 2
