"""Files are kept in the register by their bytes: safe by name, each once, within limits, and out of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Attachment, Meeting
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.arranging import add_in_place, siblings_of
from regdesk.services.attachments import (
    LIMIT,
    attach,
    attachments_of,
    content_of,
    detach,
    keep_file,
    kept_bytes,
    move_attachment,
)
from regdesk.services.branches import branches_found, top_branches
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_agenda_item, add_meeting, close_meeting, new_meeting, remove_meeting
from regdesk.services.registers import check_register
from regdesk.services.session import Session
from tests.registers import open_example


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _plan = open_example(tmp_path)
    yield made
    made.close()


@pytest.fixture
def meeting(session: Session) -> Meeting:
    return add_meeting(session, new_meeting(date(2025, 3, 4)))


@pytest.fixture
def item(session: Session, meeting: Meeting) -> AgendaItem:
    return add_agenda_item(session, meeting.id, "Delårsrapport")


def numbered(session: Session, item: AgendaItem) -> list[tuple[str, str]]:
    return [(each.number, each.title) for each in attachments_of(session, item.id)]


def test_files_are_kept_as_one_step_and_each_refusal_is_told(
    session: Session, item: AgendaItem, tmp_path: Path
) -> None:
    report, copy, empty = tmp_path / "Delårsrapport.pdf", tmp_path / "Kopia.pdf", tmp_path / "tom.txt"
    report.write_bytes(b"%PDF en rapport")
    copy.write_bytes(b"%PDF en rapport")
    empty.write_bytes(b"")
    (tmp_path / "mapp").mkdir()
    steps = session.head.seq
    done = attach(session, item.id, [report, copy, empty, tmp_path / "saknas.pdf", tmp_path / "mapp"])
    assert session.head.seq == steps + 1
    assert [each.file_name for each in done.added] == ["Delårsrapport.pdf"]
    assert [problem.kind for problem in done.refused] == [
        ProblemKind.FILE_ATTACHED,
        ProblemKind.FILE_EMPTY,
        ProblemKind.FILE_MISSING,
        ProblemKind.FILE_EMPTY if not (tmp_path / "mapp").stat().st_size else ProblemKind.FILE_UNREADABLE,
    ]
    (kept,) = attachments_of(session, item.id)
    assert (kept.number, kept.title, kept.media_type, kept.size) == ("1", "Delårsrapport", "application/pdf", 15)
    assert content_of(session, kept.id) == b"%PDF en rapport"
    assert kept_bytes(session) == 15


def test_undo_and_redo_find_the_bytes_again(session: Session, item: AgendaItem) -> None:
    kept = keep_file(session, item.id, "karta.png", b"bild")
    session.undo()
    assert attachments_of(session, item.id) == []
    session.redo()
    assert content_of(session, kept.id) == b"bild"
    detach(session, kept.id)
    assert attachments_of(session, item.id) == []
    session.undo()
    assert content_of(session, kept.id) == b"bild"
    check_register(session)


def test_the_largest_file_is_kept_and_its_bytes_are_not_in_the_history(session: Session, item: AgendaItem) -> None:
    keep_file(session, item.id, "stor.pdf", bytes(LIMIT))
    longest = session.repository.rows("SELECT max(length(changes)) FROM history")[0][0]
    assert longest < 100_000
    with pytest.raises(Problem) as raised:
        keep_file(session, item.id, "större.pdf", bytes(LIMIT + 1))
    assert raised.value.kind is ProblemKind.FILE_TOO_LARGE
    assert len(attachments_of(session, item.id)) == 1


def test_a_large_file_is_not_even_read(session: Session, item: AgendaItem, tmp_path: Path) -> None:
    huge = tmp_path / "film.mp4"
    with huge.open("wb") as file:
        file.truncate(LIMIT + 1)
    (problem,) = attach(session, item.id, [huge]).refused
    assert problem.kind is ProblemKind.FILE_TOO_LARGE
    assert problem.params["limit"] == LIMIT


def test_plain_numbers_follow_the_order_and_others_stay(session: Session, item: AgendaItem) -> None:
    first, second, third = (keep_file(session, item.id, f"{name}.pdf", name.encode()) for name in "abc")
    move_attachment(session, third.id, -1)
    assert numbered(session, item) == [("1", "a"), ("2", "c"), ("3", "b")]
    edit(session, session.get(Attachment, first.id), number="A")
    move_attachment(session, second.id, -5)
    assert numbered(session, item) == [("3", "b"), ("A", "a"), ("2", "c")]
    assert keep_file(session, item.id, "d.pdf", b"d").number == "4"


def test_a_name_from_outside_is_made_safe(session: Session, item: AgendaItem) -> None:
    assert keep_file(session, item.id, "..\\..\\kör mig.exe", b"MZ").file_name == "kör mig.exe"


def test_attachments_of_meetings_are_no_part_of_the_plan(session: Session, item: AgendaItem) -> None:
    of_plan = add(session, Attachment(id=new_id(), title="Planens bilaga"))
    of_item = keep_file(session, item.id, "Planens underlag.pdf", b"u")
    assert {each.id for each in top_branches(session)} & {of_plan.id, of_item.id} == {of_plan.id}
    assert of_item.id not in {each.id for each in branches_found(session, "underlag", 10)}
    assert [each.id for each in siblings_of(session, of_plan)] == [of_plan.id]
    add_in_place(session, Attachment(id=new_id(), title="En till"))
    assert session.get(Attachment, of_item.id).position == 0


def test_after_a_meeting_its_protokoll_may_come_and_nothing_else(
    session: Session, meeting: Meeting, item: AgendaItem, tmp_path: Path
) -> None:
    kept = keep_file(session, item.id, "a.pdf", b"a")
    close_meeting(session, meeting.id)
    protokoll = tmp_path / "protokoll.pdf"
    protokoll.write_bytes(b"justerat")
    (added,) = attach(session, meeting.id, [protokoll]).added
    refusals = (
        partial(attach, session, item.id, [protokoll]),
        partial(detach, session, kept.id),
        partial(move_attachment, session, kept.id, 1),
        partial(detach, session, added.id),
    )
    for refused in refusals:
        with pytest.raises(Problem) as raised:
            refused()
        assert raised.value.kind is ProblemKind.MEETING_CLOSED


def test_files_go_with_their_meeting_and_come_back(session: Session, meeting: Meeting, item: AgendaItem) -> None:
    keep_file(session, item.id, "a.pdf", b"a")
    keep_file(session, meeting.id, "b.pdf", b"b")
    remove_meeting(session, meeting.id)
    assert session.all(Attachment) == []
    session.undo()
    assert len(session.all(Attachment)) == 2
