"""A meeting's papers: what its agenda takes up, in order, as one paper or as a file each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Meeting, Risk
from regdesk.services.attachments import keep_file
from regdesk.services.editing import add
from regdesk.services.meetings import add_agenda_item, add_meeting, add_subjects, new_meeting
from regdesk.services.secrecy import mark_secret
from regdesk.sheets.blocks import Paper
from regdesk.sheets.pdf.writer import pdf_bytes
from regdesk.sheets.plain import plain_text
from regdesk.sheets.separating import separated, write_separated
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.sheets.making import PRINTED, make_document
from tests.sheets.plans import goal_areas
from tests.sheets.plans.goal_areas import GoalAreas

TEXT = "Första stycket.\n\nAndra stycket."


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[GoalAreas]:
    made = goal_areas.make(tmp_path)
    yield made
    made.session.close()


def papers(plan: GoalAreas, meeting: Meeting | None = None, edition: Edition = Edition.PUBLIC, **parts: str) -> Paper:
    meeting_id = (meeting or plan.meeting).id
    answers = {key.replace("_", "-"): answer for key, answer in parts.items()}
    paper = make_document(plan.session, "meeting-set", meeting_id=meeting_id, edition=edition, answers=answers)
    assert isinstance(paper, Paper)
    return paper


def titles(paper: Paper) -> list[str]:
    return [sheet.head.title for sheet in paper.sheets]


def request(plan: GoalAreas) -> SheetRequest:
    return SheetRequest(session=plan.session, printed_on=PRINTED, meeting_id=plan.meeting.id)


def test_the_papers_are_in_order_and_bilagor_are_numbered_by_what_the_agenda_takes_up(plan: GoalAreas) -> None:
    found = [(sheet.head.title, sheet.head.appendix) for sheet in papers(plan).sheets]
    assert found == [
        ("Kallelse och föredragningslista", ""),
        ("Uppföljning per mål", "Bilaga 1"),
        ("Uppdragslista och beslutsuppföljning", "Bilaga 2"),
        ("Bedömningsblankett", ""),
        ("Närvarolista", ""),
        ("Protokollsunderlag", ""),
    ]
    item = plan.session.all(AgendaItem, meeting_id=plan.meeting.id)[0]
    add_subjects(plan.session, item.id, [add(plan.session, Risk(id=new_id(), title="Det blir för dyrt")).id])
    assert ("Riskbild", "Bilaga 3") in [(sheet.head.title, sheet.head.appendix) for sheet in papers(plan).sheets]
    assert not any(sheet.is_chapter for sheet in papers(plan).sheets)


def test_what_is_not_chosen_is_left_out(plan: GoalAreas) -> None:
    everything, chosen = titles(papers(plan)), titles(papers(plan, notice="", minutes="", follow_up=""))
    gone = {"Kallelse och föredragningslista", "Protokollsunderlag", "Uppföljning per mål"}
    assert gone <= {*everything}
    assert not gone & {*chosen}


def test_a_meeting_without_anything_chosen_says_so(plan: GoalAreas) -> None:
    empty = add_meeting(plan.session, new_meeting(date(2025, 1, 15)))
    (sheet,) = papers(plan, empty, notice="", attendance="", minutes="", assessment_form="").sheets
    assert "ta upp något på dagordningen" in plain_text(sheet)


def test_attached_files_are_shown_where_paper_can_and_told_of_where_not(plan: GoalAreas) -> None:
    item = plan.session.all(AgendaItem, meeting_id=plan.meeting.id)[0]
    keep_file(plan.session, item.id, "läge.txt", TEXT.encode())
    keep_file(plan.session, plan.meeting.id, "underlag.pdf", b"%PDF-1.7")
    last = papers(plan).sheets[-1]
    assert last.head.title == "Bifogade filer"
    text = plain_text(last)
    assert "## 1 läge\n\nFörsta stycket.\n\nAndra stycket." in text
    assert "underlag.pdf (PDF, 1\u00a0kB) delas ut för sig." in text.replace("1 kB", "1\u00a0kB")
    assert titles(papers(plan, files=""))[-1] != "Bifogade filer"


def test_a_file_of_an_item_that_is_secret_is_in_the_internal_set_alone(plan: GoalAreas) -> None:
    item = add_agenda_item(plan.session, plan.meeting.id, "Hemligt köp")
    keep_file(plan.session, item.id, "köpet.txt", TEXT.encode())
    mark_secret(plan.session, item.id, "OSL 19:1", date(2024, 9, 1), "Region Exempel")
    assert "köpet" not in plain_text(papers(plan))
    assert "köpet" in plain_text(papers(plan, edition=Edition.INTERNAL))
    assert not [name for name in separated(papers(plan), request(plan)) if "köpet" in name]


def test_each_sheet_is_a_file_with_a_number_and_the_attached_files_follow_as_they_are(
    plan: GoalAreas, tmp_path: Path
) -> None:
    keep_file(plan.session, plan.meeting.id, "underlag.pdf", b"%PDF-1.7")
    told: list[tuple[int, int]] = []
    files = separated(papers(plan, files=""), request(plan))
    names = write_separated(files, tmp_path, pdf_bytes, lambda done, total: told.append((done, total)))
    assert names[0] == "01 kallelse och föredragningslista 2024-09-13.pdf"
    assert names[-1] == f"{len(names):02} underlag.pdf"
    assert (tmp_path / names[-1]).read_bytes() == b"%PDF-1.7"
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF-") for name in names)
    assert told == [(number, len(names)) for number in range(len(names))]


def test_chapters_go_with_the_sheet_that_they_belong_to(plan: GoalAreas) -> None:
    report = make_document(plan.session, "report")
    assert list(separated(report, request(plan))) == ["01 uppföljning 2024-09-13.pdf"]
