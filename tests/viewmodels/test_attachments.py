"""Bilagor say in words what they are, how much they take, and why one is not opened."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.model import AgendaItem, Attachment
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import set_language
from regdesk.services.attachments import keep_file
from regdesk.services.meetings import add_agenda_item, add_meeting, close_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.viewmodels.attachments import (
    attachment_form,
    attachment_rows,
    file_icon,
    file_to_open,
    file_words,
    room_words,
    size_words,
)
from regdesk.viewmodels.forms import apply


@pytest.fixture
def item(session: Session) -> AgendaItem:
    meeting = add_meeting(session, new_meeting(date(2025, 3, 4)))
    return add_agenda_item(session, meeting.id, "Delårsrapport")


def test_a_row_says_number_title_kind_and_size(session: Session, item: AgendaItem) -> None:
    keep_file(session, item.id, "Rapport.pdf", bytes(2_000_000))
    keep_file(session, item.id, "ritning.dwg", b"x")
    rows = attachment_rows(session, item.id).page(None, 10)
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["1", "Rapport", "PDF", "1,9\u00a0MB"],
        ["2", "ritning", "Annan fil (.dwg)", "1\u00a0kB"],
    ]
    assert rows[0].cells[2].icon == file_icon("x.pdf")


@pytest.mark.parametrize(
    ("name", "words"), [("a.docx", "Text"), ("a.xlsx", "Kalkylblad"), ("a.exe", "Program"), ("utan", "Annan fil")]
)
def test_a_name_tells_the_kind_of_file(name: str, words: str) -> None:
    assert file_words(name) == words


def test_sizes_are_told_in_the_language_of_the_window() -> None:
    assert [size_words(size) for size in (1, 1024, 25 * 1024 * 1024)] == ["1\u00a0kB", "1\u00a0kB", "25\u00a0MB"]
    set_language("en")
    assert size_words(1_500_000) == "1.4\u00a0MB"


def test_the_room_is_told(session: Session, item: AgendaItem) -> None:
    keep_file(session, item.id, "a.pdf", bytes(3 * 1024 * 1024))
    assert room_words(session) == "Högst 25\u00a0MB för varje fil. Registrets filer tar 3\u00a0MB."


def test_what_may_run_is_not_opened(session: Session, item: AgendaItem) -> None:
    kept = keep_file(session, item.id, "a.pdf", b"a")
    assert file_to_open(session, kept.id).id == kept.id
    with pytest.raises(Problem) as raised:
        file_to_open(session, keep_file(session, item.id, "kör.bat", b"b").id)
    assert raised.value.kind is ProblemKind.FILE_NOT_OPENED


def test_a_file_is_renamed_until_its_meeting_is_closed(session: Session, item: AgendaItem) -> None:
    kept = keep_file(session, item.id, "a.pdf", b"a")
    assert list(attachment_form(session, kept.id).values) == ["number", "title", "included_in_decision"]
    assert apply(session, "attachments", kept.id, {"title": "Rapporten"}) == {}
    close_meeting(session, item.meeting_id)
    with pytest.raises(Problem) as raised:
        apply(session, "attachments", kept.id, {"title": "Något annat"})
    assert raised.value.kind is ProblemKind.MEETING_CLOSED
    assert session.get(Attachment, kept.id).title == "Rapporten"
