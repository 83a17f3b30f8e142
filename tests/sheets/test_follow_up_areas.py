"""The sheet "Uppföljning per målområde" as plain text, against a golden file, and what may be left out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from regdesk.sheets.blocks import PageBreak, Sheet
from regdesk.sheets.plain import plain_text
from tests.sheets.making import assert_golden, make_sheet
from tests.sheets.plans import goal_areas, outcome_goals, strategic_areas
from tests.sheets.plans.common import open_register

CODE = "follow-up-areas"


def made(folder: Path, *choices: dict[str, str]) -> list[Sheet]:
    plan = goal_areas.make(folder)
    with plan.session as session:
        return [make_sheet(session, CODE, meeting_id=plan.meeting.id, answers=each) for each in choices]


def test_goal_areas_read_as_a_person_found_right(tmp_path: Path) -> None:
    (sheet,) = made(tmp_path, {})
    assert_golden(sheet, "follow_up_areas_goal_areas")


@pytest.mark.parametrize("shape", [strategic_areas, outcome_goals])
def test_the_other_shapes_read_as_a_person_found_right(shape: object, tmp_path: Path) -> None:
    session, meeting = shape.make(tmp_path)  # type: ignore[attr-defined]
    with session:
        sheet = make_sheet(session, CODE, meeting_id=meeting.id)
    assert_golden(sheet, f"follow_up_areas_{shape.__name__.rpartition('.')[2]}")  # type: ignore[attr-defined]


def test_a_plan_without_goals_says_so(tmp_path: Path) -> None:
    with open_register(tmp_path, "goal_areas") as session:
        assert "Planen har inga mål." in plain_text(make_sheet(session, CODE))


@pytest.mark.parametrize(
    ("choices", "gone"),
    [
        ({"comments": ""}, ("Två enheter saknar berättelse.", "Kommentar")),
        ({"trend": ""}, ("att jämföra med",)),
        ({"charts": ""}, ("Staplar över bedömningarna",)),
        ({"goals": ""}, ("Öppna 1",)),
        ({"late": ""}, ("Försenat arbete", "är försenade")),
        ({"risks": ""}, ("röda risker", "Inga röda risker")),
        ({"legend": ""}, ("Så läses",)),
    ],
)
def test_what_is_not_chosen_is_not_printed(choices: dict[str, str], gone: tuple[str, ...], tmp_path: Path) -> None:
    everything, chosen = map(plain_text, made(tmp_path, {}, choices))
    for text in gone:
        assert text in everything
        assert text not in chosen


def test_areas_can_share_pages_and_stand_alone(tmp_path: Path) -> None:
    plan = goal_areas.make(tmp_path)
    with plan.session as session:
        usual, together, one = (
            make_sheet(session, CODE, answers=each)
            for each in ({}, {"pages": ""}, {"area": plan.goals[2].parent_id or ""})
        )
    breaks = [sum(isinstance(block, PageBreak) for block in sheet.blocks) for sheet in (usual, together, one)]
    assert breaks == [1, 0, 0]
    assert "Målområde 1" not in plain_text(one)


def test_what_needs_attention_can_stand_in_the_order_of_the_plan(tmp_path: Path) -> None:
    first, plan = map(plain_text, made(tmp_path, {}, {"sort": "plan"}))
    late, early = "Två enheter saknar berättelse.", "Underlag kommer först i november."
    assert first.index(late) < first.index(early)
    assert plan.index(late) > plan.index(early)
