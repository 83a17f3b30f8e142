"""The sheet "Bedömningsprotokoll": every verdict in the order it was set, what it replaced, and later corrections."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from regdesk.domain.codes import PeriodKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Record, ReportingPeriod
from regdesk.services.assessing import assess
from regdesk.services.editing import edit
from regdesk.services.meetings import add_meeting, add_period, close_meeting, new_meeting
from regdesk.services.secrecy import mark_secret
from regdesk.sheets.blocks import Paragraph, Sheet, StatusCell, Table, words
from regdesk.sheets.plain import cell_text, plain_text
from regdesk.viewmodels.edition import Edition
from tests.sheets.making import assert_golden, make_sheet
from tests.sheets.meetings import DAY, Held, Shipped, meeting_on


@pytest.fixture
def swedish_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times are told by the clock of the room."""
    if not hasattr(time, "tzset"):
        pytest.skip("the clock of this system cannot be moved")
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def made(meeting: Held, edition: Edition = Edition.PUBLIC, orientation: str = "", **answers: str) -> Sheet:
    return make_sheet(
        meeting.session,
        "assessments",
        meeting_id=meeting.meeting.id,
        edition=edition,
        orientation=orientation,
        answers=answers,
    )


def said(meeting: Held, edition: Edition = Edition.PUBLIC, **answers: str) -> str:
    return plain_text(made(meeting, edition, **answers)).replace("\u00a0", " ")


def give(meeting: Held, item: AgendaItem, thing: Record, verdict: Verdict, words: str = "") -> None:
    """A verdict of the meeting on a thing, under an item."""
    assess(meeting.session, thing.id, verdict, words, meeting_id=meeting.meeting.id, agenda_item_id=item.id)


def verdict_rows(sheet: Sheet) -> list[tuple[str, str]]:
    """What was assessed as what, row by row."""
    cells = [row.cells for block in sheet.blocks if isinstance(block, Table) for row in block.rows]
    return [(cell_text(row[2]), cell_text(row[3])) for row in cells if len(row) > 1 and isinstance(row[3], StatusCell)]


@pytest.mark.parametrize(
    ("name", "day", "order"),
    [
        ("goal_areas", "2026-02-17", "time"),
        ("goal_areas", "2026-09-22", "plan"),
        ("strategic_areas", "2026-06-16", "plan"),
    ],
)
@pytest.mark.usefixtures("swedish_clock")
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, name: str, day: str, order: str) -> None:
    session = shipped(name)
    sheet = make_sheet(session, "assessments", meeting_id=meeting_on(session, day), answers={"order": order})
    seal = sheet.blocks[-1]
    assert isinstance(seal, Paragraph)
    assert session.head.hash in words(seal.text)
    assert_golden(replace(sheet, blocks=sheet.blocks[:-1]), f"assessments_{name}_{day}")


def test_a_meeting_without_verdicts_says_so(meeting: Held) -> None:
    assert "Sammanträdet har inte bedömt något." in said(meeting)
    assert not [block for block in made(meeting).blocks if isinstance(block, Table)]


def test_a_verdict_that_was_changed_stays_with_what_replaced_it(meeting: Held) -> None:
    item = meeting.item("Uppföljning", section_no="6")
    give(meeting, item, meeting.example.number, Verdict.NO, "För få.")
    give(meeting, item, meeting.example.number, Verdict.PARTLY, "Nära.")
    text = said(meeting)
    assert "1 bedömning gäller. 1 är ersatt av en senare. Beslutat av: Regionstyrelsen." in text
    assert "Indikatorer | 0 | 1 | 0 | 0 | 1" in text
    first, second = verdict_rows(made(meeting))
    assert first[1].startswith("✗ Nej ersatt 2026-03-10 § 6, noterat ")
    assert second[1] == "◐ Delvis"
    assert "Ersätter: ✗ Nej, 2026-03-10 § 6, noterat " in text


def test_reasons_are_left_out_or_stand_beside_where_the_page_is_wide(meeting: Held) -> None:
    give(meeting, meeting.item("Uppföljning"), meeting.example.number, Verdict.NO, "För få.")
    assert "Motivering: För få." in said(meeting)
    assert "För få." not in said(meeting, reasons="")
    wide = made(meeting, orientation="landscape")
    assert "✗ Nej | För få." in plain_text(wide)
    assert "För få." not in plain_text(made(meeting, orientation="landscape", reasons=""))


def test_the_plan_s_order_puts_a_cluster_before_its_parameters(meeting: Held) -> None:
    example, item = meeting.example, meeting.item("Uppföljning")
    for thing in (example.parameters[0], example.cluster, example.number):
        give(meeting, item, thing, Verdict.YES)
    names = ["Nöjda besökare", "Beredskapen har stärkts", "Övningar"]
    assert [name for name, _verdict in verdict_rows(made(meeting, order="plan"))] == names
    in_time = [name.split(" 1.1")[0] for name, _verdict in verdict_rows(made(meeting))]
    assert in_time == ["Övningar", "Beredskapen har stärkts", "Nöjda besökare"]


def test_who_noted_it_stands_there_only_when_asked_for(meeting: Held) -> None:
    give(meeting, meeting.item("Uppföljning"), meeting.example.number, Verdict.YES)
    assert "Testaren" not in said(meeting, Edition.INTERNAL)
    assert "Noterat av: Testaren" in said(meeting, names="yes")


def test_what_a_later_meeting_corrected_is_told_too(meeting: Held) -> None:
    session, number = meeting.session, meeting.example.number
    period = add_period(
        session,
        ReportingPeriod(id=new_id(), kind=PeriodKind.YEAR, starts_on=date(2025, 1, 1), ends_on=date(2025, 12, 31)),
    )
    edit(session, meeting.meeting, period_id=period.id)
    give(meeting, meeting.item("Uppföljning", section_no="6"), number, Verdict.NO)
    close_meeting(session, meeting.meeting.id)
    later = add_meeting(session, replace(new_meeting(date(2026, 4, 14)), period_id=period.id))
    for verdict in (Verdict.PARTLY, Verdict.YES):
        item = Held(session, meeting.example, later).item("Rättelse", section_no="11")
        assess(session, number.id, verdict, meeting_id=later.id, agenda_item_id=item.id)
    text = said(meeting)
    assert "0 bedömningar gäller. 1 är ersatt av en senare." in text
    before, after = text.split("## Rättat efter sammanträdet")
    assert "ersatt 2026-04-14 § 11" in before
    assert "Ersätter: ✗ Nej, 2026-03-10 § 6" in after
    assert "Ersätter: ◐ Delvis, 2026-04-14 § 11" in after
    assert "✓ Ja" in after
    of_later = plain_text(make_sheet(session, "assessments", meeting_id=later.id)).replace("\u00a0", " ")
    assert "Ersätter: ✗ Nej, 2026-03-10 § 6" in of_later
    assert "Rättat efter" not in of_later


def test_a_secret_verdict_has_its_place_and_nothing_more(meeting: Held) -> None:
    item = meeting.item("Uppföljning", section_no="6")
    give(meeting, item, meeting.example.number, Verdict.NO, "För få.")
    give(meeting, item, meeting.example.yes_no, Verdict.YES)
    mark_secret(meeting.session, meeting.example.number.id, "OSL 19:3", DAY, "Region Exempel")
    text = said(meeting)
    assert "Uppgifter omfattas av sekretess (OSL 19:3" in text
    assert not [word for word in ("Nöjda besökare", "För få.", "✗") if word in text]
    assert "1 bedömning gäller." in text
    assert "För få." in said(meeting, Edition.INTERNAL)
