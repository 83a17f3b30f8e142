"""The sheet "Närvarolista": to be filled in before the meeting, as it was noted afterwards, and blank."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import AttendanceRole
from regdesk.services.meetings import close_meeting
from regdesk.services.secrecy import mark_secret
from regdesk.sheets.blocks import FieldCell, Sheet, Table
from regdesk.sheets.plain import plain_text
from regdesk.viewmodels.edition import Edition
from tests.sheets.making import assert_golden, make_sheet
from tests.sheets.meetings import DAY, Held, Shipped, meeting_on


def made(meeting: Held, edition: Edition = Edition.PUBLIC, **answers: str) -> Sheet:
    return make_sheet(meeting.session, "attendance", meeting_id=meeting.meeting.id, edition=edition, answers=answers)


def table(sheet: Sheet) -> Table:
    return next(block for block in sheet.blocks if isinstance(block, Table))


@pytest.mark.parametrize("day", ["2026-02-17", "2026-09-22", "2026-12-08"])
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, day: str) -> None:
    session = shipped("goal_areas")
    assert_golden(make_sheet(session, "attendance", meeting_id=meeting_on(session, day)), f"attendance_{day}")


def test_names_are_there_only_when_asked_for(meeting: Held) -> None:
    meeting.attendee("Ordförande", AttendanceRole.CHAIR, name="Kim Ek")
    for edition in Edition:
        assert "Kim Ek" not in plain_text(made(meeting, edition))
        assert "Ordförande (Kim Ek)" in plain_text(made(meeting, edition, names="yes"))


def test_presence_is_ticked_by_pen_until_the_meeting_is_over(meeting: Held) -> None:
    meeting.attendee("Ordförande", AttendanceRole.CHAIR)
    meeting.attendee("Ledamot 1", AttendanceRole.MEMBER, present=False)
    assert "Ledamot 1 | Ledamot | ☐" in plain_text(made(meeting))
    assert "är närvarande" not in plain_text(made(meeting))
    close_meeting(meeting.session, meeting.meeting.id)
    text = plain_text(made(meeting))
    assert "Ledamot 1 | Ledamot | – Nej" in text
    assert "1 av 2 som beslutar är närvarande" in text.partition("Funktion | ")[0]


def test_only_who_was_there_signs(meeting: Held) -> None:
    meeting.attendee("Ordförande", AttendanceRole.CHAIR)
    meeting.attendee("Ledamot 1", AttendanceRole.MEMBER, present=False)
    assert all(isinstance(row.cells[-1], FieldCell) for row in table(made(meeting)).rows)
    close_meeting(meeting.session, meeting.meeting.id)
    assert [isinstance(row.cells[-1], FieldCell) for row in table(made(meeting)).rows] == [True, False]


def test_who_is_recused_stands_with_the_paragraph_as_far_as_that_is_chosen(meeting: Held) -> None:
    person = meeting.attendee("Ledamot 1", AttendanceRole.MEMBER)
    meeting.recuse(person, meeting.item("Köpet", section_no="8"))
    meeting.recuse(person, meeting.item("Valet"))
    assert "§ 8, ärende 2" in plain_text(made(meeting)).replace("\u00a0", " ")
    assert "§ 8" not in plain_text(made(meeting, recusals="")).replace("\u00a0", " ")
    assert "Jäv" not in table(made(meeting, recusals="")).header


def test_recusal_from_what_is_secret_is_not_told(meeting: Held) -> None:
    item = meeting.item("Köpet", section_no="8")
    meeting.recuse(meeting.attendee("Ledamot 1", AttendanceRole.MEMBER), item)
    mark_secret(meeting.session, item.id, "OSL 19:3", DAY, "Region Exempel")
    assert "§\u00a08" not in plain_text(made(meeting))
    assert "§ 8" in plain_text(made(meeting, Edition.INTERNAL)).replace("\u00a0", " ")


def test_without_anybody_there_are_rows_to_fill_in(meeting: Held) -> None:
    sheet = made(meeting)
    assert "Raderna fylls i för hand." in plain_text(sheet)
    assert len(table(sheet).rows) == 20
    assert all(isinstance(cell, FieldCell) for row in table(sheet).rows for cell in row.cells)


def test_blank_rows_and_signatures_are_chosen(meeting: Held) -> None:
    meeting.attendee("Ordförande", AttendanceRole.CHAIR)
    assert len(table(made(meeting)).rows) == 1
    assert len(table(made(meeting, blank="5")).rows) == 6
    assert table(made(meeting)).header[-1] == "Underskrift"
    assert table(made(meeting, signatures="")).header[-1] == "Jäv"


@pytest.mark.parametrize("recusals", ["", "yes"])
def test_every_field_has_a_name_of_its_own_and_a_tip_that_reads_whole(meeting: Held, recusals: str) -> None:
    for number in (1, 2):
        meeting.attendee(f"Ledamot {number}", AttendanceRole.MEMBER)
    rows = table(made(meeting, blank="5", recusals=recusals)).rows
    fields = [cell for row in rows for cell in row.cells if isinstance(cell, FieldCell)]
    assert len({field.name for field in fields}) == len(fields)
    assert len({field.tip for field in fields}) == len(fields)
    assert "Ledamot 1: Närvarande" in {field.tip for field in fields}
    last = {cell.tip for cell in rows[-1].cells if isinstance(cell, FieldCell)}
    assert last == {f"Tom rad 5: {column}" for column in table(made(meeting, recusals=recusals)).header}
