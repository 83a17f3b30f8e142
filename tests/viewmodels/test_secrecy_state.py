"""How a record stands as to secrecy, in words, and where its lock is seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.services.secrecy import mark_secret, marking_on
from regdesk.services.session import Session
from regdesk.viewmodels.assignment_list import assignment_list
from regdesk.viewmodels.edition import Disclosure, Edition
from regdesk.viewmodels.plan_tree import plan_tree
from regdesk.viewmodels.secrecy_state import secrecy_answers, secrecy_fields, secrecy_state, store_secrecy
from tests.registers import Example, open_example

DAY = date(2024, 5, 14)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def mark(session: Session, item_id: str) -> None:
    mark_secret(session, item_id, "OSL 18:13", DAY, "Region Exempel")


def test_an_open_record_says_nothing(opened: tuple[Session, Example]) -> None:
    session, example = opened
    state = secrecy_state(session, example.goal.id)
    assert (state.words, state.is_own) == ("", False)


def test_a_record_says_its_own_marking_or_through_what_it_is_covered(opened: tuple[Session, Example]) -> None:
    session, example = opened
    mark(session, example.goal.id)
    own, inherited = secrecy_state(session, example.goal.id), secrecy_state(session, example.number.id)
    assert own.words == "Sekretess: OSL 18:13, 2024-05-14, Region Exempel"
    assert own.is_own
    assert inherited.words == (
        "Omfattas av sekretess genom mål ”Vården är nära” (OSL 18:13, 2024-05-14, Region Exempel)"
    )
    assert not inherited.is_own


def test_a_marking_begins_with_the_day_and_the_authority(opened: tuple[Session, Example]) -> None:
    session, example = opened
    first = secrecy_answers(session, example.goal.id, DAY)
    assert first == {"provision": "", "marked_on": "2024-05-14", "authority": "Region Exempel"}
    assert [field.key for field in secrecy_fields() if field.required] == list(first)
    assert store_secrecy(session, example.goal.id, first | {"provision": " OSL 15:2 "}) == {}
    marking = marking_on(session, example.goal.id)
    assert marking
    assert (marking.provision, marking.marked_on) == ("OSL 15:2", DAY)
    assert secrecy_answers(session, example.goal.id, date(2026, 1, 1))["marked_on"] == "2024-05-14"


def test_a_day_that_is_none_is_told_and_nothing_is_marked(opened: tuple[Session, Example]) -> None:
    session, example = opened
    faults = store_secrecy(
        session, example.goal.id, {"provision": "OSL 15:2", "marked_on": "i går kväll", "authority": "x"}
    )
    assert list(faults) == ["marked_on"]
    assert marking_on(session, example.goal.id) is None


def test_lists_and_tree_have_a_lock_that_is_also_said(opened: tuple[Session, Example]) -> None:
    session, example = opened
    source = assignment_list(session)
    mark(session, example.assignments[0].id)
    assert [row.secret for row in source.page(None, 10)] == [True, False]
    nodes = {node.id: node for top in plan_tree(session) for node in top.walk()}
    locked = [node for node in nodes.values() if node.secret]
    assert [node.id for node in locked] == [example.assignments[0].id]
    assert locked[0].spoken.endswith(", sekretess")


def test_an_internal_edition_shows_all_and_says_what_is_marked(opened: tuple[Session, Example]) -> None:
    session, example = opened
    mark(session, example.goal.id)
    public, internal = (Disclosure.of(session, edition) for edition in Edition)
    assert public.shown([example.area, example.goal]) == [example.area]
    assert internal.shown([example.area, example.goal]) == [example.area, example.goal]
    assert internal.text(example.goal.id, "Vården är nära") == "Vården är nära [Sekretess: OSL 18:13]"
    assert internal.text(example.number.id, "Nöjda besökare") == "Nöjda besökare"
    assert public.text(example.number.id, "Nöjda besökare") == (
        "Uppgifter omfattas av sekretess (OSL 18:13, 2024-05-14, Region Exempel)"
    )
