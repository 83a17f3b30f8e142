"""The register's own rules for dates, and those that every register begins with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.almanac import is_rule
from regdesk.domain.codes import Anchor
from regdesk.domain.deadline_rules import SHIPPED_RULES
from regdesk.domain.ids import new_id
from regdesk.domain.model import Deadline, DeadlineRule
from regdesk.services.deadlines import add_date, add_missing_rules, is_changed, missing_rules, restore_rule, switch_rule
from regdesk.services.editing import edit, remove
from regdesk.services.session import Session
from tests.registers import open_example


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _example = open_example(tmp_path)
    yield made
    made.close()


def test_a_new_register_has_the_usual_rules(session: Session) -> None:
    assert session.all(DeadlineRule) == list(SHIPPED_RULES)
    assert missing_rules(session) == []


@pytest.mark.parametrize("rule", SHIPPED_RULES, ids=lambda rule: rule.title)
def test_every_usual_rule_says_where_it_comes_from(rule: DeadlineRule) -> None:
    assert rule.source
    assert (rule.anchor is Anchor.YEAR) == bool(rule.recurrence)
    assert not rule.recurrence or is_rule(rule.recurrence)
    assert len(rule.id) == len(new_id())


def test_the_usual_rules_have_ids_and_places_of_their_own() -> None:
    assert len({rule.id for rule in SHIPPED_RULES}) == len(SHIPPED_RULES)
    assert [rule.position for rule in SHIPPED_RULES] == list(range(len(SHIPPED_RULES)))


def test_what_a_register_lacks_is_added_last_in_one_step(session: Session) -> None:
    for rule in SHIPPED_RULES[:2]:
        remove(session, rule)
    assert add_missing_rules(session) == 2
    assert [rule.id for rule in session.all(DeadlineRule)][-2:] == [rule.id for rule in SHIPPED_RULES[:2]]
    session.undo()
    assert len(missing_rules(session)) == 2
    session.redo()
    assert add_missing_rules(session) == 0


def test_a_changed_rule_is_restored_in_its_place(session: Session) -> None:
    rule = edit(session, SHIPPED_RULES[1], offset=-9, title="Kallelsen", position=7, active=False)
    assert is_changed(rule)
    restored = restore_rule(session, rule.id)
    assert (restored.offset, restored.title, restored.position, restored.active) == (-5, "Kallelse", 7, True)
    assert not is_changed(restored)
    session.undo()
    assert session.get(DeadlineRule, rule.id) == rule


def test_a_rule_is_switched_off_and_on(session: Session) -> None:
    assert switch_rule(session, SHIPPED_RULES[0].id).active is False
    assert switch_rule(session, SHIPPED_RULES[0].id).active is True


def test_a_date_of_ones_own(session: Session) -> None:
    made = add_date(session, date(2026, 5, 4), "Presidiet träffas")
    assert session.all(Deadline) == [made]
    session.undo()
    assert session.all(Deadline) == []
