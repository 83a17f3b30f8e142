"""A public edition of a register as JSON: ids stay, secrets and names do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from regdesk.domain.codes import LinkKind, Party, StateKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    RECORDS,
    Attendance,
    Comment,
    FunctionHolder,
    GoalState,
    Link,
)
from regdesk.exchange.json_out import Json, as_text, register_lists
from regdesk.exchange.withholding import shown_lists
from regdesk.services.assessing import assess
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from tests.registers import Example, open_example

DAY = date(2024, 5, 14)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def entry(entries: list[Json], record_id: str) -> dict[str, Json]:
    found = next(each for each in entries if isinstance(each, dict) and each["id"] == record_id)
    assert isinstance(found, dict)
    return found


def ids(lists: dict[str, list[Json]]) -> dict[str, list[Json]]:
    return {plural: [each["id"] for each in kept if isinstance(each, dict)] for plural, kept in lists.items()}


def test_a_secret_record_keeps_its_ids_alone(opened: tuple[Session, Example]) -> None:
    session, example = opened
    mark_secret(session, example.number.id, "OSL 18:13", DAY, "Region Exempel")
    shown = shown_lists(session, public=True)
    indicator = entry(shown["indicators"], example.number.id)
    assert indicator.pop("secrecy") == {
        "provision": "OSL 18:13",
        "marked_on": "2024-05-14",
        "authority": "Region Exempel",
    }
    assert {name: value for name, value in indicator.items() if value is not None} == {
        "id": example.number.id,
        "goal_id": example.goal.id,
        "position": 0,
    }
    assert ids(shown) == ids(register_lists(session))
    told = as_text(shown)
    for words in ("Nöjda besökare", "39 % ", ">45", "parsed"):
        assert words not in told
        assert words in as_text(shown_lists(session))


def test_an_open_record_is_as_it_is(opened: tuple[Session, Example]) -> None:
    session, example = opened
    mark_secret(session, example.number.id, "OSL 18:13", DAY, "Region Exempel")
    whole, shown = register_lists(session), shown_lists(session, public=True)
    assert entry(shown["indicators"], example.yes_no.id) == entry(whole["indicators"], example.yes_no.id)


def test_links_and_texts_that_name_a_secret_are_withheld(opened: tuple[Session, Example]) -> None:
    session, example = opened
    link = Link(
        id=new_id(),
        kind=LinkKind.GOAL,
        source_id=example.area.id,
        target_id=example.goal.id,
        raw=f"se {example.goal.title}",
    )
    add(session, link)
    state = add(session, GoalState(id=new_id(), kind=StateKind.DESIRED, text="Där VÅRDEN ÄR NÄRA trivs alla."))
    mark_secret(session, example.goal.id, "OSL 18:13", DAY, "Region Exempel")
    shown = shown_lists(session, public=True)
    assert entry(shown["links"], link.id)["target_title"] is None
    assert entry(shown["goal_states"], state.id)["text"] is None
    assert example.goal.title.casefold() not in as_text(shown).casefold()


def test_what_is_said_for_the_inside_is_not_there(opened: tuple[Session, Example]) -> None:
    session, example = opened
    said = {
        internal: Comment(
            id=new_id(),
            item_id=example.goal.id,
            party=Party.UNION,
            text="Vi är tveksamma",
            internal=internal,
            recorded_at=datetime(2024, 5, 1, tzinfo=UTC),
        )
        for internal in (True, False)
    }
    for comment in said.values():
        add(session, comment)
    assert ids(shown_lists(session, public=True))["comments"] == [said[False].id]
    assert ids(shown_lists(session))["comments"] == [said[True].id, said[False].id]


def test_names_are_left_out_unless_asked_for(opened: tuple[Session, Example]) -> None:
    session, example = opened
    meeting = add_meeting(session, new_meeting(DAY))
    add(session, Attendance(id=new_id(), meeting_id=meeting.id, function="Ordförande", name="Anna Ek"))
    add(session, FunctionHolder(id=new_id(), function="HR-direktör", name="Bo Alm"))
    assess(session, example.goal.id, Verdict.YES)
    kept = as_text(shown_lists(session))
    asked = as_text(shown_lists(session, names=True))
    for name in ("Anna Ek", "Bo Alm", "Testaren"):
        assert name not in kept
        assert name in asked
    for function in ("Ordförande", "HR-direktör"):
        assert function in kept


def test_a_public_edition_has_every_list_and_changes_nothing(opened: tuple[Session, Example]) -> None:
    session, example = opened
    mark_secret(session, example.area.id, "OSL 18:13", DAY, "Region Exempel")
    head = session.head
    assert list(shown_lists(session, public=True)) == list(RECORDS)
    assert session.head == head


def test_a_single_word_is_no_secret_name(opened: tuple[Session, Example]) -> None:
    session, example = opened
    edit(session, example.number, title="Vården")
    mark_secret(session, example.number.id, "OSL 18:13", DAY, "Region Exempel")
    assert entry(shown_lists(session, public=True)["goals"], example.goal.id)["title"] == "Vården är nära"
