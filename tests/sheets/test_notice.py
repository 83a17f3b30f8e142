"""The sheet "Kallelse och föredragningslista": who is called, what is taken up, and what each choice leaves out."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import AgendaOutcome, AttendanceRole, ItemKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import Attachment
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.agenda import carry_over
from regdesk.services.editing import add
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.secrecy import mark_secret
from regdesk.sheets.plain import plain_text
from regdesk.viewmodels.edition import Edition
from tests.sheets.making import assert_golden, make_sheet
from tests.sheets.meetings import DAY, Held, Shipped, meeting_on

SHIPPED = [
    ("goal_areas", "2026-02-17"),
    ("goal_areas", "2026-12-08"),
    ("strategic_areas", "2026-12-15"),
    ("outcome_goals", "2026-10-06"),
]


def said(meeting: Held, edition: Edition = Edition.PUBLIC, **answers: str) -> str:
    return plain_text(
        make_sheet(meeting.session, "notice", meeting_id=meeting.meeting.id, edition=edition, answers=answers)
    )


@pytest.mark.parametrize(("name", "day"), SHIPPED)
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, name: str, day: str) -> None:
    session = shipped(name)
    sheet = make_sheet(session, "notice", meeting_id=meeting_on(session, day))
    assert_golden(sheet, f"notice_{name}_{day}")


def test_without_a_meeting_there_is_no_notice(meeting: Held) -> None:
    with pytest.raises(Problem) as raised:
        make_sheet(meeting.session, "notice")
    assert raised.value.kind is ProblemKind.SHEET_NEEDS_MEETING


def test_a_meeting_with_nothing_in_it_says_so(meeting: Held) -> None:
    text = said(meeting)
    assert "Inga ärenden är upptagna än." in text
    assert "Kallas: Regionstyrelsen" in text
    assert "Dag: tisdag den 10 mars 2026\n\nTid: kl. 9.00\n\nPlats: Sal 2\n" in text


def test_who_is_called_stands_by_role_and_without_names(meeting: Held) -> None:
    meeting.attendee("Ordförande", AttendanceRole.CHAIR, name="Kim Ek")
    meeting.attendee("Ledamot 1", AttendanceRole.MEMBER)
    meeting.attendee("Ersättare 1", AttendanceRole.SUBSTITUTE)
    meeting.attendee("Ersättare 2", AttendanceRole.SERVING_SUBSTITUTE)
    text = said(meeting)
    assert "Ledamöter: Ledamot 1" in text
    assert "Ersättare: Ersättare 1; Ersättare 2" in text
    assert "Kim Ek" not in text


def test_each_item_has_its_number_and_what_belongs_to_it(meeting: Held) -> None:
    example = meeting.example
    subjects = [example.number.id, example.cluster.id, example.assignments[0].id]
    item = meeting.item("Uppföljning", subjects=subjects, dnr="RS 1", proposal="Godkänns.", section_no="7")
    add(meeting.session, Attachment(id=new_id(), item_id=item.id, number="2", title="Tabeller"))
    add(
        meeting.session,
        Attachment(id=new_id(), item_id=item.id, number="3", title="Enkät", position=1, included_in_decision=False),
    )
    text = said(meeting)
    assert "1 | Uppföljning Tar upp 2 indikatorer och 1 uppdrag | § 7 | RS 1" in text
    assert "Förslag till beslut: Godkänns." in text
    assert "Bilaga 2: Tabeller (ingår i beslutsunderlaget)" in text
    assert "Bilaga 3: Enkät (ingår inte i beslutsunderlaget)" in text
    assert "Godkänns." not in said(meeting, proposals="")
    assert "Tabeller" not in said(meeting, attachments="")


def test_what_comes_again_and_what_is_withdrawn_says_so(meeting: Held) -> None:
    earlier = add_meeting(meeting.session, new_meeting(DAY.replace(month=2)))
    old = Held(meeting.session, meeting.example, earlier).item(
        "Lokalen", section_no="4", outcome=AgendaOutcome.TABLED, proposal="Hyrs."
    )
    carry_over(meeting.session, meeting.meeting.id, [old])
    meeting.item("Resan", outcome=AgendaOutcome.WITHDRAWN)
    text = said(meeting)
    assert "1 | Lokalen Bordlagt 2026-02-10 § 4" in text
    assert "2 | Resan Utgår" in text


def test_items_stand_as_on_the_agenda_or_by_kind_with_the_same_numbers(meeting: Held) -> None:
    meeting.item("Beslut ett")
    meeting.item("Information", ItemKind.INFORMATION)
    meeting.item("Beslut två")
    as_agenda, by_kind = said(meeting), said(meeting, order="kinds")
    assert as_agenda.index("1 | Beslut ett") < as_agenda.index("2 | Information") < as_agenda.index("3 | Beslut två")
    assert as_agenda.count("Beslutsärenden\n") == 2
    assert by_kind.index("2 | Information") < by_kind.index("1 | Beslut ett") < by_kind.index("3 | Beslut två")
    assert by_kind.count("Beslutsärenden\n") == 1


def test_the_days_after_the_meeting_are_there_when_asked_for(meeting: Held) -> None:
    assert "Justering" not in said(meeting)
    text = said(meeting, times="yes")
    assert "Justering | senast 2026-03-24" in text
    assert "Laga kraft | 2026-04-16" in text


@pytest.mark.parametrize(
    ("answer", "signing"),
    [
        ("both", ["Ordförande", "Sekreterare"]),
        ("chair", ["Ordförande"]),
        ("secretary", ["Sekreterare"]),
        ("nobody", []),
    ],
)
def test_who_signs_is_chosen(meeting: Held, answer: str, signing: list[str]) -> None:
    lines = said(meeting, signature=answer).splitlines()
    assert [line.removeprefix("____ ") for line in lines if line.startswith("____ ")] == signing


def test_a_secret_item_has_its_place_and_nothing_more(meeting: Held) -> None:
    item = meeting.item("Köp av bolag", proposal="Köps.", dnr="RS 9")
    mark_secret(meeting.session, item.id, "OSL 19:3", DAY, "Region Exempel")
    text = said(meeting)
    assert "1 | Uppgifter omfattas av sekretess (OSL 19:3, 2026-03-10, Region Exempel)" in text
    assert "Köps." not in text
    assert "RS 9" not in text
    assert "Köps." in said(meeting, Edition.INTERNAL)


def test_a_secret_meeting_is_a_line(meeting: Held) -> None:
    meeting.item("Köp av bolag")
    mark_secret(meeting.session, meeting.meeting.id, "OSL 19:3", DAY, "Region Exempel")
    text = said(meeting)
    assert "Uppgifter omfattas av sekretess (OSL 19:3" in text
    assert not [word for word in ("Köp av bolag", "Marsmötet", "Sal 2", "Ordförande") if word in text]
