"""The sheet "Protokollsunderlag": what the register has of a meeting's minutes, with room for what it has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from regdesk.domain.codes import AgendaOutcome, AttendanceRole, ItemKind, Verdict, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Attachment
from regdesk.services.assessing import assess
from regdesk.services.decisions import begun_assignment, make_assignment, report_at_meeting
from regdesk.services.editing import add, edit
from regdesk.services.meetings import close_meeting
from regdesk.services.secrecy import mark_secret
from regdesk.sheets.blocks import Block, FormField, KeepTogether, Paragraph, Sheet, words
from regdesk.sheets.plain import plain_text
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.minutes import sections_label
from tests.sheets.making import assert_golden, make_sheet
from tests.sheets.meetings import DAY, Held, Shipped, meeting_on

SHIPPED = [
    ("goal_areas", "2026-02-17"),
    ("goal_areas", "2026-09-22"),
    ("goal_areas", "2026-12-08"),
    ("strategic_areas", "2026-06-16"),
]


def made(meeting: Held, edition: Edition = Edition.PUBLIC, **answers: str) -> Sheet:
    return make_sheet(meeting.session, "minutes", meeting_id=meeting.meeting.id, edition=edition, answers=answers)


def said(meeting: Held, edition: Edition = Edition.PUBLIC, **answers: str) -> str:
    return plain_text(made(meeting, edition, **answers)).replace("\u00a0", " ")


@pytest.mark.parametrize(("name", "day"), SHIPPED)
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, name: str, day: str) -> None:
    session = shipped(name)
    sheet = make_sheet(session, "minutes", meeting_id=meeting_on(session, day))
    assert_golden(sheet, f"minutes_{name}_{day}")


def test_a_meeting_with_nothing_in_it_has_lines_to_write_on(meeting: Held) -> None:
    text = said(meeting)
    assert "Inga ärenden är upptagna än." in text
    for label in ("Beslutande", "Utses att justera", "Justeringens plats och tid", "Paragrafer"):
        assert f"{label}: ____" in text


def test_the_first_page_says_who_served_and_who_was_away(meeting: Held) -> None:
    meeting.attendee("Ordförande", AttendanceRole.CHAIR, name="Kim Ek")
    meeting.attendee("Ledamot 1", AttendanceRole.MEMBER, present=False)
    meeting.attendee("Ersättare 1", AttendanceRole.SERVING_SUBSTITUTE)
    meeting.attendee("Ersättare 2", AttendanceRole.SUBSTITUTE)
    meeting.attendee("Sekreterare", AttendanceRole.OFFICIAL)
    text = said(meeting)
    assert "Beslutande:\n\n• Ordförande\n• Ersättare 1\n" in text
    assert "Ersättare som inte tjänstgör: Ersättare 2" in text
    assert "Övriga deltagande: Sekreterare" in text
    assert "Inte närvarande: Ledamot 1" in text
    assert "närvaron kan ändras" in text
    assert "Kim Ek" not in text
    assert "• Ordförande (Kim Ek)" in said(meeting, names="yes")


def test_the_notice_board_has_the_days_of_the_rules(meeting: Held) -> None:
    text = said(meeting)
    assert "Justering | senast 2026-03-24 | Senast 14 dagar efter sammanträdet." in text
    edit(meeting.session, meeting.meeting, approved_on=date(2026, 3, 17), posted_on=date(2026, 3, 18))
    text = said(meeting)
    assert "Justeringens plats och tid: 2026-03-17" in text
    assert "Justering | 2026-03-17 |" in text
    assert "Laga kraft | 2026-04-08 | 3 veckor efter anslaget." in text
    assert "kansliet" not in text


def test_the_first_page_may_be_left_out(meeting: Held) -> None:
    meeting.item("Valet")
    assert "Anslagsbevis" not in said(meeting, front="")
    assert "Valet" in said(meeting, front="")


def test_what_is_decided_stands_there_and_what_is_not_has_room(meeting: Held) -> None:
    meeting.item("Valet", section_no="4", decision="Anna väljs.", outcome=AgendaOutcome.DECIDED, approved_at_once=True)
    meeting.item("Köpet", section_no="5", proposal="Köps.")
    text = said(meeting)
    assert "## § 4 Valet" in text
    assert "Utfall: Beslutat\n\nBeslut: Anna väljs.\n\nParagrafen är omedelbart justerad." in text
    assert "Köps.\n\nYrkanden, propositionsordning och omröstning: ____\n\nBeslut: ____\n\nReservation" in text
    assert text.count("Beslutet skickas till: ____") == 2
    assert "Paragrafer: §§ 4–5" in text
    without = said(meeting, room="")
    assert "Yrkanden" not in without
    assert "Förslag till beslut: Köps.\n\nBeslut: –" in without


def test_an_item_without_paragraph_goes_by_its_number_and_a_withdrawn_one_has_no_room(meeting: Held) -> None:
    meeting.item("Valet", outcome=AgendaOutcome.WITHDRAWN)
    text = said(meeting)
    assert "## Ärende 1: Valet" in text
    assert "Utfall: Utgår" in text
    assert "Yrkanden" not in text


def test_what_is_no_decision_has_no_room_for_votes_and_is_sent_to_nobody(meeting: Held) -> None:
    meeting.item("Läget", ItemKind.INFORMATION)
    text = said(meeting)
    assert "Yrkanden: ____\n\nBeslut: ____\n\nReservation eller protokollsanteckning: ____" in text
    assert "skickas" not in text
    assert "omröstning" not in text


def test_each_paragraph_of_a_decision_stands_by_itself(meeting: Held) -> None:
    meeting.item("Reglementet", decision="1. Det antas.\n\n  2. Det gäller\ngenast.", proposal="Antas.\n \nGenast.")
    paragraphs = [words(block.text) for block in _all(made(meeting).blocks) if isinstance(block, Paragraph)]
    assert paragraphs[-4:] == [
        "Förslag till beslut: Antas.",
        "Genast.",
        "Beslut: 1. Det antas.",
        "  2. Det gäller\ngenast.",
    ]


def test_jav_is_there_with_its_reason_unless_left_out(meeting: Held) -> None:
    item = meeting.item("Köpet", section_no="5")
    meeting.recuse(meeting.attendee("Ledamot 1", AttendanceRole.MEMBER, name="Kim Ek"), item, "Sitter i bolaget")
    assert "Jäv: Ledamot 1 (Sitter i bolaget)" in said(meeting)
    assert "Ledamot 1 (Kim Ek)" in said(meeting, names="yes")
    assert "Jäv" not in said(meeting, recusals="")


def assessed(meeting: Held) -> AgendaItem:
    """An item under which three verdicts were given, one of them changed in the meeting."""
    number, yes_no = meeting.example.number, meeting.example.yes_no
    item = meeting.item("Uppföljning", subjects=[number.id, yes_no.id])
    for thing, verdict in ((number, Verdict.NO), (yes_no, Verdict.YES), (number, Verdict.PARTLY)):
        assess(meeting.session, thing.id, verdict, meeting_id=meeting.meeting.id, agenda_item_id=item.id)
    return item


def test_verdicts_are_counted_under_their_item_as_the_meeting_left_them(meeting: Held) -> None:
    assessed(meeting)
    assert "Indikatorer | 1 | 1 | 0 | 0 | 2" in said(meeting)
    assert "Indikatorer" not in said(meeting, verdicts="")


def test_a_secret_verdict_is_not_counted_in_public(meeting: Held) -> None:
    assessed(meeting)
    mark_secret(meeting.session, meeting.example.number.id, "OSL 19:3", DAY, "Region Exempel")
    assert "Indikatorer | 1 | 0 | 0 | 0 | 1" in said(meeting)
    assert "Indikatorer | 1 | 1 | 0 | 0 | 2" in said(meeting, Edition.INTERNAL)


def test_reports_and_uppdrag_of_the_decision_stand_with_their_item(meeting: Held) -> None:
    first = meeting.example.assignments[0]
    item = meeting.item("Uppdragen", decision="En ny plan tas fram.", subjects=[first.id])
    report_at_meeting(meeting.session, first.id, item.id, WorkStatus.ONGOING, "Två av tre är klara.")
    make_assignment(meeting.session, begun_assignment(meeting.session, item.id))
    text = said(meeting)
    assert "• Följa hur väntetiderna utvecklas – Pågår: Två av tre är klara." in text
    assert "Uppdrag ur beslutet:\n\n• En ny plan tas fram." in text
    assert "Två av tre" not in said(meeting, verdicts="")


def test_bilagor_say_whether_the_decision_rests_on_them(meeting: Held) -> None:
    item = meeting.item("Köpet")
    add(meeting.session, Attachment(id=new_id(), item_id=item.id, title="Kartan", included_in_decision=False))
    assert "• Bilaga: Kartan (ingår inte i beslutsunderlaget)" in said(meeting)


def test_a_secret_item_has_its_place_and_nothing_more(meeting: Held) -> None:
    item = meeting.item("Köpet av bolaget", section_no="5", proposal="Köps.", decision="Köpt.")
    mark_secret(meeting.session, item.id, "OSL 19:3", DAY, "Region Exempel")
    text = said(meeting)
    assert "## § 5 Uppgifter omfattas av sekretess (OSL 19:3, 2026-03-10, Region Exempel)" in text
    assert "Köp" not in text
    assert "Köpt." in said(meeting, Edition.INTERNAL)


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, KeepTogether):
            yield from _all(block.blocks)


def test_every_field_has_a_name_of_its_own(meeting: Held) -> None:
    for number in range(3):
        meeting.item(f"Ärende {number}", ItemKind.INFORMATION)
    fields = [block.name for block in _all(made(meeting).blocks) if isinstance(block, FormField)]
    assert len(set(fields)) == len(fields) > 9


def test_a_closed_meeting_does_not_say_that_it_goes_on(meeting: Held) -> None:
    meeting.attendee("Ordförande", AttendanceRole.CHAIR)
    close_meeting(meeting.session, meeting.meeting.id)
    assert "närvaron kan ändras" not in said(meeting)


@pytest.mark.parametrize(
    ("sections", "label"),
    [([], ""), (["", "x"], ""), (["7"], "§ 7"), (["§ 9", "7", ""], "§§ 7–9"), (["12 a", "12 b"], "§ 12")],
)
def test_paragraphs_go_from_the_lowest_to_the_highest(sections: list[str], label: str) -> None:
    items = [AgendaItem(id=new_id(), meeting_id="", title="", section_no=section) for section in sections]
    assert sections_label(items).replace("\u00a0", " ") == label
