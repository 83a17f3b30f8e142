"""Every data file is offered, under a name that a file can have."""

from __future__ import annotations

import pytest

from regdesk.domain.model import RECORDS
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.examples.tables import Table, read_tables
from regdesk.paths import data_folder
from regdesk.viewmodels.examples import example_choices, example_file, example_name
from regdesk.viewmodels.forms import has_form


def kinds_in(table: Table) -> set[str]:
    """The plurals of the records of a file."""
    found: set[str] = set()
    for plural, below in table.records():
        found |= {plural} | kinds_in(below)
    return found


def test_every_file_is_offered_and_every_offer_has_its_file() -> None:
    files = {path.stem for path in (data_folder("resources") / "examples").glob("*.toml")}

    assert {choice.code for choice in example_choices()} == files
    assert all(example_file(code).is_file() for code in files)
    assert example_name("goal_areas") == "exempel-målområden.regdesk"


def test_another_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(Problem) as refused:
        example_file("annat")

    assert refused.value.kind is ProblemKind.EXAMPLE_UNKNOWN
    assert "goal_areas" in str(refused.value.params["examples"])


def test_every_kind_that_people_fill_in_occurs_in_an_example() -> None:
    # Levels come of the model that a register is made with.
    given = {"registers", "levels"}.union(
        *(kinds_in(read_tables(example_file(choice.code))) for choice in example_choices())
    )

    assert {plural for plural in RECORDS if has_form(plural)} <= given
