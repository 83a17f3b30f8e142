"""A register as JSON: every kind has its list, and nothing that was written is lost or changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regdesk.domain.codes import LinkKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import RECORDS, AgendaGoal, Body, BudgetFrame, Link
from regdesk.exchange.json_out import Json, as_text, is_sort_key, lists_of, register_lists
from regdesk.services.assessing import assess
from regdesk.services.editing import add, write_value
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.session import Session
from tests.registers import Example, open_example


def one(entries: list[Json]) -> dict[str, Json]:
    """The only object in a list."""
    (entry,) = entries
    assert isinstance(entry, dict)
    return entry


def objects(entries: list[Json]) -> list[dict[str, Json]]:
    return [entry for entry in entries if isinstance(entry, dict)]


def test_every_kind_has_its_list_and_every_record_its_fields(tmp_path: Path) -> None:
    session, _ = open_example(tmp_path)
    with session:
        lists = register_lists(session)
    assert list(lists) == list(RECORDS)
    assert lists["risks"] == []
    for plural, entries in lists.items():
        names = {field.name for field in fields(RECORDS[plural])}
        sort_keys = {name for name in names if is_sort_key(name)}
        assert all(names - sort_keys <= entry.keys() for entry in objects(entries))
        assert not any(sort_keys & entry.keys() for entry in objects(entries))


def test_codes_dates_and_decimals_are_plain(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        meeting = add_meeting(session, new_meeting(date(2024, 5, 14), title="Majmötet"))
        assess(session, example.number.id, Verdict.PARTLY, "På väg.", meeting_id=meeting.id)
        lists = json.loads(as_text(register_lists(session)))
    (assessment,) = lists["assessments"]
    assert assessment["verdict"] == "partly"
    assert assessment["justification"] == "På väg."
    assert lists["meetings"][0]["date"] == "2024-05-14"
    assert [role["role"] for role in lists["assignments"]] == ["lead_and_coordinate", "board_for_administration"]
    frame = BudgetFrame(id=new_id(), line_id=new_id(), year=2024, amount=Decimal("1234.50"), measure_unit="tkr")
    assert one(lists_of([frame])["budget_frames"])["amount"] == "1234.50"


def test_a_value_carries_its_parts_beside_its_raw_text(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        write_value(session, example.number.id, example.outcome.id, "ABC 77, DEF 74")
        lists = register_lists(session)
    value = next(value for value in objects(lists["values"]) if value["kind"] == "outcome")
    parts = value["parts"]
    assert isinstance(parts, list)
    assert value["raw"] == "ABC 77, DEF 74"
    assert [part["number"] for part in objects(parts)] == ["77", "74"]
    units = {unit["id"]: unit["code"] for unit in objects(lists["org_units"])}
    assert [units[part["org_unit_id"]] for part in objects(parts)] == ["ABC", "DEF"]
    assert [part["org_unit"] for part in objects(parts)] == ["ABC", "DEF"]
    assert [part for part in lists["value_parts"] if part in parts] == parts


def test_a_goal_names_the_kind_of_its_level(tmp_path: Path) -> None:
    session, _ = open_example(tmp_path)
    with session:
        goals = register_lists(session)["goals"]
    assert [goal["level"] for goal in objects(goals)] == ["goal_area", "goal"]


def test_a_link_names_what_it_joins(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        goal_three = session.all(AgendaGoal, "number")[2]
        add(
            session,
            Link(id=new_id(), kind=LinkKind.AGENDA_2030, source_id=example.goal.id, target_id=goal_three.id, raw="3"),
        )
        link = one(register_lists(session)["links"])
    assert (link["kind"], link["raw"]) == ("agenda_2030", "3")
    assert (link["source_title"], link["target_title"]) == (example.goal.title, goal_three.title)


def test_a_link_out_of_a_few_records_has_no_title_for_what_is_not_there() -> None:
    link = Link(id=new_id(), kind=LinkKind.BOARD, source_id=new_id(), target_id=new_id())
    assert one(lists_of([link])["links"])["target_title"] == ""


def test_letters_are_printed_as_they_are() -> None:
    board = Body(id=new_id(), name="Kultur– och bildningsnämnden i Åmål")
    text = as_text({"registers": [], **lists_of([board])})
    assert board.name in text
    assert text.startswith('{\n  "registers": []')


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Example]]:
    """One register for many examples, since making one takes longer than writing a cell."""
    session, example = open_example(tmp_path_factory.mktemp("long-lived"))
    with session:
        yield session, example


@settings(max_examples=50, deadline=None)
@given(raw=st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_a_cell_is_shown_to_the_letter(long_lived: tuple[Session, Example], raw: str) -> None:
    session, example = long_lived
    value = write_value(session, example.yes_no.id, example.target.id, raw)
    shown = json.loads(as_text(register_lists(session)))
    assert [entry["raw"] for entry in shown["values"] if entry["id"] == value.id] == [raw]


def test_the_register_says_what_it_is_about(tmp_path: Path) -> None:
    session, _ = open_example(tmp_path)
    with session:
        shown = one(register_lists(session)["registers"])
    assert shown["organisation"] == "Region Exempel"
    assert (shown["period_start"], shown["period_end"]) == (2024, 2026)
    assert (shown["model"], shown["status"]) == ("goal_areas", "draft")
