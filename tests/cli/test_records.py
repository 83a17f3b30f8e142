"""Single records listed, added, changed and removed from the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import AssignmentKind, DueKind, Verdict, WorkStatus
from regdesk.domain.model import Assignment, AssignmentReport, Goal, Indicator, Milestone, Risk, Value
from regdesk.services.assessing import assess
from regdesk.services.registers import check_register, opened, register_of
from tests.cli.conftest import Regdesk
from tests.registers import Example, open_example

Filled = tuple[Path, Example]


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """A register with a small plan."""
    session, example = open_example(tmp_path)
    assess(session, example.yes_no.id, Verdict.PARTLY)
    session.close()
    return session.path, example


def test_a_kind_is_listed_by_either_name_with_how_each_stands(regdesk: Regdesk, filled: Filled) -> None:
    path, example = filled
    first, second = example.assignments
    expected = (
        f"{first.id}  Följa hur väntetiderna utvecklas  Ej påbörjad\n"
        f"{second.id}  Se till att stödet räcker  Ej påbörjad\n"
    )
    assert regdesk("list", path, "assignments").out == expected
    assert regdesk("list", path, "uppdrag").out == expected
    assert (
        regdesk("list", path, "Indikatorer", "--filter", "samv").out
        == f"{example.yes_no.id}  Samverkan har vuxit  Delvis\n"
    )


def test_a_list_as_json_is_what_show_has(regdesk: Regdesk, filled: Filled) -> None:
    path, _example = filled
    listed = json.loads(regdesk("list", path, "goals", "--json").out)
    assert listed == {"goals": json.loads(regdesk("show", path, "--json").out)["goals"]}


def test_an_empty_kind_says_so(regdesk: Regdesk, filled: Filled) -> None:
    assert regdesk("list", filled[0], "risks").out == "Registret har inga poster av slaget risker.\n"
    assert json.loads(regdesk("list", filled[0], "risks", "--json").out) == {"risks": []}


def test_an_assignment_is_added_changed_reported_on_and_removed(regdesk: Regdesk, filled: Filled) -> None:
    path, _example = filled
    said = regdesk("add", path, "assignments", "text=Se över taxan", "due_on=1 maj 2026", "dnr=26RS12")
    record_id = said.out.strip()
    assert regdesk("set", path, record_id[:18], "status=Pågår", "receiver_function=Ekonomidirektör").code == 0
    report = regdesk("add", path, "assignment_reports", "text=Halvvägs", "--under", record_id).out.strip()
    with opened(path) as session:
        made = session.get(Assignment, record_id)
        assert (made.text, made.kind, made.dnr) == ("Se över taxan", AssignmentKind.DECISION, "26RS12")
        assert (made.due_on, made.due_kind, made.status) == (date(2026, 5, 1), DueKind.DATE, WorkStatus.ONGOING)
        assert session.get(AssignmentReport, report).status is WorkStatus.ONGOING
        check_register(session)
    assert regdesk("remove", path, record_id).code == 0
    with opened(path) as session:
        assert len(session.all(Assignment)) == 2
        assert session.all(AssignmentReport) == []


def test_parts_of_the_plan_are_added_under_it(regdesk: Regdesk, filled: Filled) -> None:
    path, example = filled
    indicator = regdesk("add", path, "indicators", "title=Korta köer", "--under", example.goal.id).out.strip()
    activity = regdesk("add", path, "delaktiviteter", "title=Öva", "--under", example.goal.id).out.strip()
    regdesk("add", path, "milestones", "text=Första övningen", "due_on=2026-03-01", "--under", activity)
    with opened(path) as session:
        assert session.get(Indicator, indicator).position == 3
        assert [each.text for each in session.all(Milestone, activity_id=activity)] == ["Första övningen"]


def test_a_value_is_written_by_its_kind_and_year(regdesk: Regdesk, filled: Filled) -> None:
    path, example = filled
    assert regdesk("set", path, example.number.id, "outcome:2023=41 % ", "title=Nöjda").code == 0
    with opened(path) as session:
        assert [value.raw for value in session.all(Value, indicator_id=example.number.id)] == ["41 % ", ">45 %"]
        assert session.get(Indicator, example.number.id).title == "Nöjda"


def test_the_register_itself_is_changed(regdesk: Regdesk, filled: Filled) -> None:
    assert regdesk("set", filled[0], "register", "dnr=24RS1", "status=Fastställd").code == 0
    with opened(filled[0]) as session:
        assert (register_of(session).dnr, register_of(session).status.value) == ("24RS1", "adopted")


def test_nothing_changed_is_no_step(regdesk: Regdesk, filled: Filled) -> None:
    path, example = filled
    with opened(path) as session:
        before = session.head
    assert regdesk("set", path, example.goal.id, f"title={example.goal.title}").code == 0
    with opened(path) as session:
        assert session.head == before


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["list", "{path}", "spöken"], "Det finns inget slag av poster som heter spöken: välj "),
        (["set", "{path}", "00000000", "title=x"], "Det finns ingen post med id 00000000: "),
        (["set", "{path}", "0", "title=x"], "Det finns ingen post med id 0: "),
        (["set", "{path}", "{goal}", "colour=röd"], "Det finns inget fält som heter colour: välj title, "),
        (["set", "{path}", "{goal}", "title= "], "Svaret på Mål går inte att spara: Detta måste fyllas i."),
        (["set", "{path}", "{goal}", "title"], "Title är inget fält med sitt svar, skriv FÄLT=SVAR; "),
        (
            ["set", "{path}", "{assignment}", "due_on=sen"],
            "Svaret på Klart senast går inte att spara: Det är inget datum.",
        ),
        (["set", "{path}", "{assignment}", "status=klar"], "Svaret på Status går inte att spara: Välj ett av svaren."),
        (["add", "{path}", "risks"], "Svaret på Risk går inte att spara: Detta måste fyllas i."),
        (["add", "{path}", "indicators", "title=x"], "Indikator läggs inte till där: ange med --under "),
        (
            ["add", "{path}", "goals", "title=x", "--under", "{assignment}"],
            "Mål läggs inte till där: ange med --under ",
        ),
        (["remove", "{path}", "{yes_no}"], "Det går inte att ta bort så länge något hör till det"),
    ],
)
def test_what_will_not_do_is_said_in_a_sentence_and_changes_nothing(
    regdesk: Regdesk, filled: Filled, command: list[str], words: str
) -> None:
    path, example = filled
    names = {
        "path": path,
        "goal": example.goal.id,
        "yes_no": example.yes_no.id,
        "assignment": example.assignments[0].id,
    }
    with opened(path) as session:
        before = session.head
    said = regdesk(*(word.format_map(names) for word in command))
    assert said.code in (1, 2)
    assert said.err.startswith(words)
    assert said.err.count("\n") == 1
    with opened(path) as session:
        assert session.head == before
        assert session.all(Risk) == []


def test_an_id_that_means_several_has_to_be_longer(regdesk: Regdesk, filled: Filled) -> None:
    path, example = filled
    with opened(path) as session:
        ids = [goal.id for goal in session.all(Goal)]
    assert ids[0][:8] == ids[1][:8]
    said = regdesk("set", path, example.goal.id[:8], "title=x")
    assert said.err == f"{example.goal.id[:8]} kan vara flera poster: ange hela id.\n"
