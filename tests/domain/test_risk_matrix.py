"""The matrix as a register keeps it: read back as it was written, and refused where its parts do not go together."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.domain.risk_matrices import FIVE, FOUR, MATRICES
from regdesk.domain.risk_matrix import (
    LEAST,
    MOST,
    SYMBOLS,
    LevelTone,
    Matrix,
    MatrixLevel,
    ScaleStep,
    by_thresholds,
    read_matrix,
    resized,
    write_matrix,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
COUNTS = st.integers(LEAST, MOST)


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    """Any matrix that an organisation could make."""
    rows, columns, levels = draw(COUNTS), draw(COUNTS), draw(COUNTS)
    steps = st.builds(ScaleStep, WORDS, st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
    level = st.builds(MatrixLevel, WORDS, st.sampled_from(LevelTone), st.sampled_from(SYMBOLS))
    row = st.tuples(*[st.integers(0, levels - 1)] * columns)
    return Matrix(
        likelihood=draw(st.tuples(*[steps] * rows)),
        impact=draw(st.tuples(*[steps] * columns)),
        levels=draw(st.tuples(*[level] * levels)),
        cells=draw(st.tuples(*[row] * rows)),
        action_limit=draw(st.integers(0, rows * columns)),
    )


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=5), inner, max_size=6),
    max_leaves=8,
)


@given(matrices())
def test_a_matrix_is_read_as_it_was_written(matrix: Matrix) -> None:
    assert read_matrix(write_matrix(matrix)) == matrix


def refused(text: str) -> bool:
    try:
        read_matrix(text)
    except Problem as problem:
        return problem.kind is ProblemKind.MATRIX_UNREADABLE
    return False


@given(st.text() | ANYTHING.map(json.dumps))
def test_what_is_no_matrix_is_a_problem(text: str) -> None:
    assert refused(text)


@given(matrices(), st.sampled_from(["likelihood", "impact", "levels", "cells", "action_limit"]), ANYTHING)
def test_a_part_that_is_something_else_never_passes_as_another_matrix(matrix: Matrix, part: str, found: object) -> None:
    written = json.loads(write_matrix(matrix)) | {part: found}
    text = json.dumps(written)
    assert refused(text) or json.loads(write_matrix(read_matrix(text))) == written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[" * 100_000,
        write_matrix(FOUR)[:-1],
        write_matrix(FOUR).replace("Låg", " "),
        write_matrix(FOUR).replace("Låg", "\\ud800"),
        write_matrix(FOUR).replace('"green"', '"#00ff00"'),
        write_matrix(FOUR).replace("○", "☠"),
        write_matrix(FOUR).replace("[0, 0, 0, 1]", "[0, 0, 0, 7]"),
        write_matrix(FOUR).replace("[0, 0, 0, 1]", "[0, 0, 0, true]"),
        write_matrix(FOUR).replace("[0, 0, 0, 1]", "[0, 0, 0]"),
        write_matrix(FOUR).replace('"action_limit": 8', '"action_limit": 17'),
        write_matrix(replace(FOUR, likelihood=FOUR.likelihood[:1], cells=FOUR.cells[:1])),
    ],
)
def test_a_matrix_whose_parts_do_not_go_together_is_refused(text: str) -> None:
    assert refused(text)


@pytest.mark.parametrize("matrix", MATRICES.values(), ids=MATRICES)
def test_a_shipped_matrix_is_one(matrix: Matrix) -> None:
    assert read_matrix(write_matrix(matrix)) == matrix
    assert len({level.symbol for level in matrix.levels}) == len(matrix.levels)
    assert len({level.tone for level in matrix.levels}) == len(matrix.levels)


def test_the_usual_matrix_has_the_usual_thresholds() -> None:
    words = {row * column: FOUR.level(row, column).word for row in range(1, 5) for column in range(1, 5)}
    assert words == {
        **dict.fromkeys((1, 2, 3), "Låg"),
        **dict.fromkeys((4, 6, 8), "Medel"),
        **dict.fromkeys((9, 12, 16), "Hög"),
    }
    assert FOUR.needs_action(2, 4)
    assert not FOUR.needs_action(2, 3)
    assert FIVE.level(5, 5).word == "Kritisk"


def test_no_limit_asks_for_nothing() -> None:
    assert not replace(FOUR, action_limit=0).needs_action(4, 4)


@given(COUNTS, COUNTS, st.lists(st.integers(0, 30), min_size=1, max_size=5).map(sorted))
def test_a_higher_value_never_has_a_lower_level(rows: int, columns: int, starts: list[int]) -> None:
    cells = by_thresholds(rows, columns, tuple(starts))
    found = sorted(
        ((row + 1) * (column + 1), cell) for row, line in enumerate(cells) for column, cell in enumerate(line)
    )
    assert [cell for _value, cell in found] == sorted(cell for _value, cell in found)
    assert all(cell == max(0, sum(start <= value for start in starts) - 1) for value, cell in found)


@given(matrices(), COUNTS, COUNTS)
def test_a_resized_matrix_keeps_what_it_still_has(matrix: Matrix, rows: int, columns: int) -> None:
    other = resized(matrix, rows, columns)
    assert (len(other.likelihood), len(other.impact)) == (rows, columns)
    for row in range(min(rows, len(matrix.likelihood))):
        kept = min(columns, len(matrix.impact))
        assert other.cells[row][:kept] == matrix.cells[row][:kept]
    assert resized(matrix, len(matrix.likelihood), len(matrix.impact)) == matrix


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 1), (1, 0), (5, 1), (1, 5), (-1, 2)])
def test_a_cell_outside_is_none_of_the_matrix(likelihood: int, impact: int) -> None:
    assert not FOUR.holds(likelihood, impact)
