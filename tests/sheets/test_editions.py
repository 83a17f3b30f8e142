"""What was printed for a meeting is printed again byte for byte, and a later edition says what has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.codes import AgendaOutcome, Verdict
from regdesk.domain.look import Look
from regdesk.domain.model import PrintedSheet
from regdesk.services.assessing import assess
from regdesk.services.editing import edit
from regdesk.services.look import set_look
from regdesk.services.prints import print_bytes, prints_of
from regdesk.services.registers import check_register
from regdesk.services.secrecy import mark_secret
from regdesk.sheets.editions import changed_lines
from regdesk.sheets.kind import Printable
from regdesk.sheets.kinds import sheet_kind
from regdesk.sheets.plain import plain_text
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.printed import keep, print_rows
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.sheets.making import PRINTED
from tests.sheets.meetings import Held
from tests.sheets.plans import goal_areas
from tests.sheets.plans.goal_areas import GoalAreas

KIND = sheet_kind("follow-up")
INDEX = "Säkerhetsengagemang, index"


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[GoalAreas]:
    made = goal_areas.make(tmp_path)
    yield made
    made.session.close()


def asked(plan: GoalAreas, **asked_for: object) -> SheetRequest:
    request = SheetRequest(session=plan.session, printed_on=PRINTED, meeting_id=plan.meeting.id, appendix="1")
    return replace(request, **asked_for)  # type: ignore[arg-type]


def printed(plan: GoalAreas, pdf: bytes, **asked_for: object) -> Printable:
    """Print the sheet as it is now; gives what was printed."""
    request = asked(plan, **asked_for)
    made = KIND.printable(request)
    keep(request, KIND.code, file_name="uppföljning", content=made.content, pdf=made.printed or pdf)
    return made


def test_a_sheet_of_no_meeting_is_not_kept(plan: GoalAreas) -> None:
    printed(plan, b"ett", meeting_id=None)
    assert plan.session.all(PrintedSheet) == []


def test_the_same_sheet_on_another_day_is_the_file_that_was_printed(plan: GoalAreas) -> None:
    first = printed(plan, b"ett")
    again = printed(plan, b"annat", printed_on=date(2024, 12, 1))
    assert (first.printed, again.printed) == (b"", b"ett")
    (kept,) = prints_of(plan.session, plan.meeting.id)
    assert print_bytes(plan.session, kept) == b"ett"
    check_register(plan.session)


def test_a_later_edition_says_which_it_is_and_what_has_changed(plan: GoalAreas) -> None:
    printed(plan, b"ett")
    assess(plan.session, plan.indicators[INDEX].id, Verdict.NO, "Vi såg fel.", meeting_id=plan.meeting.id)
    later = printed(plan, b"annat")
    text = plain_text(later.document)
    assert "Utgåva 2. Den ersätter utgåva 1, som skrevs ut " in text
    assert "Det här har ändrats:" in text
    assert "Vi såg fel." in text.partition("Det här har ändrats:")[2].partition("##")[0]
    assert "Utgåva 2" not in later.content
    assert KIND.printable(asked(plan)).printed == b"annat"
    rows = print_rows(plan.session, plan.meeting.id)
    assert [row.cells[2].text for row in rows.page(None, 9)] == ["2", "1"]


def test_another_look_is_another_edition_with_the_same_words(plan: GoalAreas) -> None:
    printed(plan, b"ett")
    set_look(plan.session, Look(accent="#123456"))
    made = KIND.printable(asked(plan))
    assert made.printed == b""
    assert "Innehållet är detsamma; utformningen skiljer." in plain_text(made.document)


def test_editions_for_everybody_and_internal_ones_are_counted_apart(plan: GoalAreas) -> None:
    printed(plan, b"ett")
    assert "Utgåva" not in plain_text(printed(plan, b"annat", edition=Edition.INTERNAL).document)
    rows = print_rows(plan.session, plan.meeting.id).page(None, 9)
    assert {(row.cells[2].text, row.cells[3].text) for row in rows} == {("1", "För alla"), ("1", "Internt")}


def test_what_has_become_secret_is_not_told_as_a_change(plan: GoalAreas) -> None:
    printed(plan, b"ett")
    mark_secret(plan.session, plan.indicators[INDEX].id, "OSL 18:13", date(2024, 9, 1), "Region Exempel")
    text = plain_text(KIND.printable(asked(plan)).document)
    assert "Utgåva 2" in text
    assert INDEX not in text


def test_room_to_write_is_not_told_as_a_change(meeting: Held) -> None:
    kind, item = sheet_kind("minutes"), meeting.item("Köpet", section_no="5")
    request = SheetRequest(session=meeting.session, printed_on=PRINTED, meeting_id=meeting.meeting.id)
    first = kind.printable(request)
    keep(request, kind.code, file_name="underlag", content=first.content, pdf=b"ett")
    edit(meeting.session, item, decision="Köpet godkänns.", outcome=AgendaOutcome.DECIDED)
    told = plain_text(kind.printable(request).document).partition("Det här har ändrats:")[2].partition("Plats och tid")
    assert "• Nytt: Utfall: Beslutat\n• Nytt: Beslut: Köpet godkänns." in told[0]
    assert "____" not in told[0]


lines = st.lists(st.sampled_from(["a", "b", "c", "", " "]), max_size=12)


@given(lines, lines)
def test_changes_are_all_that_differs(before: list[str], after: list[str]) -> None:
    changes = changed_lines("\n".join(before), "\n".join(after))
    assert all(was.strip() or now.strip() for was, now in changes)
    if [line for line in before if line.strip()] != [line for line in after if line.strip()]:
        assert changes
    if before == after:
        assert not changes
