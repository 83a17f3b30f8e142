"""The sheet "Bedömningsblankett": boxes for all that shall be assessed, and what each choice leaves out."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import AssignmentRole
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment
from regdesk.services.editing import add, edit
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.sheets.blocks import FieldCell, FieldKind, Sheet, Table
from regdesk.sheets.plain import plain_text
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.top_goals import TOP_GOAL
from tests.registers import make_register
from tests.sheets.making import assert_golden, make_sheet
from tests.sheets.meetings import DAY, Held, Shipped, meeting_on


def made(meeting: Held, edition: Edition = Edition.PUBLIC, *, of_meeting: bool = False, **answers: str) -> Sheet:
    meeting_id = meeting.meeting.id if of_meeting else None
    return make_sheet(meeting.session, "assessment-form", meeting_id=meeting_id, edition=edition, answers=answers)


def said(meeting: Held, edition: Edition = Edition.PUBLIC, *, of_meeting: bool = False, **answers: str) -> str:
    return plain_text(made(meeting, edition, of_meeting=of_meeting, **answers))


def fields(sheet: Sheet) -> list[FieldCell]:
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    return [cell for table in tables for row in table.rows for cell in row.cells if isinstance(cell, FieldCell)]


@pytest.mark.parametrize(
    ("name", "day"),
    [("goal_areas", ""), ("goal_areas", "2026-09-22"), ("strategic_areas", ""), ("outcome_goals", "2026-10-06")],
)
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, name: str, day: str) -> None:
    session = shipped(name)
    sheet = make_sheet(session, "assessment-form", meeting_id=meeting_on(session, day) if day else None)
    assert_golden(sheet, f"assessment_form_{name}_{day or 'plan'}")


def test_without_a_plan_there_is_nothing_to_assess(tmp_path: pytest.TempPathFactory) -> None:
    with Session.open(make_register(tmp_path)) as session:  # type: ignore[arg-type]
        assert "Planen har inget att bedöma än." in plain_text(make_sheet(session, "assessment-form"))


def test_each_thing_has_a_box_for_each_verdict_and_room_for_why(meeting: Held) -> None:
    sheet = made(meeting)
    of_number = [field for field in fields(sheet) if field.name.startswith(meeting.example.number.id)]
    assert [(field.tip, field.kind) for field in of_number] == [
        ("Nöjda besökare: Ja", FieldKind.TICK),
        ("Nöjda besökare: Delvis", FieldKind.TICK),
        ("Nöjda besökare: Nej", FieldKind.TICK),
        ("Nöjda besökare: Kan ej bedömas", FieldKind.TICK),
        ("Nöjda besökare: Motivering", FieldKind.WORDS),
    ]
    assert len({field.name for field in fields(sheet)}) == len(fields(sheet)) == 5 * 5


def test_what_one_assesses_by_stands_below_the_thing(meeting: Held) -> None:
    edit(meeting.session, meeting.example.number, criterion="Andelen ökar.")
    text = said(meeting)
    assert "Bedömningsgrund: Andelen ökar. Utfall 2023: 39 % · Målnivå 2024: >45 %" in text
    assert "Andelen ökar." not in said(meeting, criteria="")
    assert "39 %" not in said(meeting, values="")


def test_parameters_are_indented_below_their_cluster_or_left_out(meeting: Held) -> None:
    text = said(meeting)
    assert "Beredskapen har stärkts | ☐ | ☐ | ☐ | ☐ | ____\n  Övningar | ☐" in text
    assert "  Parameter 2 | ☐" in text
    assert "Övningar" not in said(meeting, parameters="")


def test_a_meeting_has_what_its_agenda_takes_up(meeting: Held) -> None:
    assert "Sammanträdet har inget att bedöma." in said(meeting, of_meeting=True)
    example = meeting.example
    loose = add(
        meeting.session, Assignment(id=new_id(), role=AssignmentRole.OTHER, text="Svara på motionen", position=9)
    )
    meeting.item("Uppföljning", subjects=[example.cluster.id, example.assignments[1].id, loose.id])
    text = said(meeting, of_meeting=True)
    assert "Nöjda besökare" not in text
    assert "  Övningar | ☐" in text
    assert "Uppdrag: Se till att stödet räcker | ☐" in text
    assert "Följa hur" not in text
    assert "## Uppdrag som inte hör till något mål" in text
    assert "Uppdrag: Svara på motionen | ☐" in text


def test_one_area_may_be_chosen(shipped: Shipped) -> None:
    session = shipped("goal_areas")
    everything, first, *_others = TOP_GOAL.choices(session)
    assert everything.code == ""
    text = plain_text(make_sheet(session, "assessment-form", answers={TOP_GOAL.key: first.code}))
    assert "Målområde 1" in text
    assert "Målområde 2" not in text


def test_what_is_secret_has_its_place_and_no_boxes(meeting: Held) -> None:
    mark_secret(meeting.session, meeting.example.number.id, "OSL 18:13", DAY, "Region Exempel")
    sheet = made(meeting)
    assert "Uppgifter omfattas av sekretess (OSL 18:13" in plain_text(sheet)
    assert "Nöjda besökare" not in plain_text(sheet)
    assert not [field for field in fields(sheet) if field.name.startswith(meeting.example.number.id)]
    assert "Nöjda besökare" in said(meeting, Edition.INTERNAL)


def test_a_secret_goal_has_its_place_only_where_something_below_it_is_assessed(meeting: Held) -> None:
    mark_secret(meeting.session, meeting.example.goal.id, "OSL 18:13", DAY, "Region Exempel")
    assert "Mål 1.1: Uppgifter omfattas av sekretess (OSL 18:13" in said(meeting)
    assert "Mål 1.1" not in said(meeting, of_meeting=True)
    meeting.item("Uppföljning", subjects=[meeting.example.number.id])
    assert "Mål 1.1: Uppgifter" in said(meeting, of_meeting=True)


def test_it_ends_with_who_filled_it_in(meeting: Held) -> None:
    assert "Namn och funktion | Datum | Underskrift\n____ | ____ | ____\n" in said(meeting)
