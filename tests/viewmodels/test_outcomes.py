"""How outcomes develop: like is compared with like, and where there is no like nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regdesk.domain.codes import ValueKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import Indicator, ValueColumn
from regdesk.services.editing import add, write_value
from regdesk.services.outline import Outline
from regdesk.services.session import Session
from regdesk.viewmodels.outcomes import Curve, CurvePoint, Outcomes
from tests.registers import Example, open_example

YEARS = (2020, 2021, 2022)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Session, Example, list[ValueColumn]]]:
    session, example = open_example(tmp_path)
    columns = [
        add(session, ValueColumn(id=new_id(), kind=ValueKind.OUTCOME, year=year, position=9 - place))
        for place, year in enumerate(YEARS)
    ]
    yield session, example, [*columns, example.outcome]
    session.close()


Made = tuple[Session, Example, list[ValueColumn]]


def read(made: Made, *cells: str, target: str = "") -> tuple[str, Curve | None]:
    """The change and the curve of an indicator with these outcomes, the last one of 2023."""
    session, example, columns = made
    indicator = Indicator(id=new_id(), goal_id=example.goal.id, title="Mått", position=5)
    add(session, indicator)
    for column, cell in zip(columns[-len(cells) :], cells, strict=True):
        write_value(session, indicator.id, column.id, cell)
    write_value(session, indicator.id, example.target.id, target)
    outcomes = Outcomes.read(session, Outline.read(session))
    return outcomes.change(indicator), outcomes.curve(indicator)


def points(curve: Curve) -> tuple[CurvePoint, ...]:
    """Those of a curve of one line."""
    (line,) = curve.lines
    assert line.label == ""
    return line.points


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("67 %", "71 %", "2022–2023: +4 procentenheter"),
        ("71 %", "70 %", "2022–2023: −1 procentenhet"),
        ("6,4 %", "4,9 %", "2022–2023: −1,5 procentenheter"),
        ("12 655", "12 940", "2022–2023: +285"),
        ("5 veckor", "4 veckor", "2022–2023: −1 vecka"),
        ("75", "75", "2022–2023: oförändrat"),
        ("K 47 %, M 42 %", "K 52 %, M 46 %", "2022–2023: K +5, M +4 procentenheter"),
        ("REX 77, RK 74", "REX 78, RK 74", "2022–2023: REX +1, RK ±0"),
        ("47 %", "K 52 %, M 46 %", ""),
        ("47", "52 %", ""),
        ("-", "52 %", ""),
        (">47 %", "52 %", ""),
        ("Ny indikator 2024", "Delvis", ""),
        ("inom 3 dagar", "inom 2 dagar", ""),
        ("Mycket bättre", "52 %", ""),
    ],
)
def test_a_change_is_told_of_two_numbers_of_the_same_kind(made: Made, before: str, after: str, change: str) -> None:
    assert read(made, before, after)[0].replace("\u00a0", " ") == change


def test_one_outcome_has_nothing_to_differ_from(made: Made) -> None:
    assert read(made, "52 %") == ("", None)


def test_a_year_without_an_outcome_yet_is_not_the_last_one(made: Made) -> None:
    change, curve = read(made, "61 %", "63 %", "67 %", "")
    assert change.startswith("2021–2022: +4")
    assert curve
    assert [point.year for point in points(curve)] == [2020, 2021, 2022]


def test_a_curve_is_of_three_outcomes_and_the_next_target(made: Made) -> None:
    _change, curve = read(made, "58 %", "61 %", "67 %", "71 %", target="≥ 75 %")
    assert curve
    assert [(point.year, str(point.number), point.joined) for point in points(curve)] == [
        (2020, "58", False),
        (2021, "61", True),
        (2022, "67", True),
        (2023, "71", True),
    ]
    assert (str(curve.target), curve.words) == (
        "75",
        "Utfall 2020–2023: 58 %; 61 %; 67 %; 71 %. Målnivå 2024: ≥ 75 %.",
    )


def test_a_gap_is_left_between_what_is_not_of_the_series(made: Made) -> None:
    _change, curve = read(made, "58 %", "ej mätt", "67 %", "71 %")
    assert curve
    assert [(point.year, point.joined) for point in points(curve)] == [(2020, False), (2022, False), (2023, True)]


@pytest.mark.parametrize("target", ["", "Bibehålla/öka", "75", "K 60 %, M 50 %", "Ska utarbetas"])
def test_a_target_that_is_no_number_of_the_kind_is_not_drawn(made: Made, target: str) -> None:
    _change, curve = read(made, "58 %", "67 %", "71 %", target=target)
    assert curve
    assert (curve.target, curve.words) == (None, "Utfall 2021–2023: 58 %; 67 %; 71 %.")


@pytest.mark.parametrize(
    "cells",
    [
        ("58 %", "71 %"),
        ("58", "67 %", "71 %"),
        ("58 %", "67 %", "K 71 %, M 75 %"),
        ("Ja", "Nej", "Ja"),
        ("A 1, B 2, C 3",) * 3,
    ],
)
def test_what_is_no_series_of_three_has_no_curve(made: Made, cells: tuple[str, ...]) -> None:
    assert read(made, *cells)[1] is None


def test_two_series_beside_each_other_are_two_lines_and_a_target_is_for_both(made: Made) -> None:
    _change, curve = read(made, "K 41 %, M 33 %", "K 44 %, M 35 %", "K 46 %, M 39 %", target="50 %")
    assert curve
    assert [(line.label, [int(point.number) for point in line.points]) for line in curve.lines] == [
        ("K", [41, 44, 46]),
        ("M", [33, 35, 39]),
    ]
    assert (str(curve.target), curve.words) == (
        "50",
        "Utfall 2021–2023: K 41 %, M 33 %; K 44 %, M 35 %; K 46 %, M 39 %. Målnivå 2024: 50 %.",
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(cells=st.lists(st.text(max_size=12), min_size=4, max_size=4), target=st.text(max_size=12))
def test_any_text_in_the_cells_is_read_without_an_error(made: Made, cells: list[str], target: str) -> None:
    _change, curve = read(made, *cells, target=target)
    assert curve is None or all(len(line.points) >= 3 for line in curve.lines)
