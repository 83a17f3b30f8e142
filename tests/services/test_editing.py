"""Single records: fields, values as they are typed, removal with all below, order."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from regdesk.domain.codes import Comparator, LinkKind, ValueState, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    RECORDS,
    Activity,
    Alias,
    Assignment,
    Attachment,
    Goal,
    Indicator,
    InterimGoal,
    Link,
    OrgUnit,
    Section,
    Value,
    ValuePart,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.assessing import assess
from regdesk.services.editing import add, edit, remove, reorder, write_value
from regdesk.services.registers import check_register
from regdesk.services.session import Session
from tests.registers import Example, open_example


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    check_register(session)
    session.close()


def _everything(session: Session) -> dict[str, list[object]]:
    return {plural: list(session.all(kind, "id")) for plural, kind in RECORDS.items()}


def test_a_value_keeps_its_text_to_the_letter(opened: tuple[Session, Example]) -> None:
    session, example = opened
    value = session.all(Value, indicator_id=example.number.id, column_id=example.outcome.id)[0]
    assert (value.raw, value.state, value.sort_number) == ("39 % ", ValueState.PARSED, 39.0)


def test_a_value_is_worked_out_anew_when_it_is_written(opened: tuple[Session, Example]) -> None:
    session, example = opened
    write_value(session, example.number.id, example.target.id, "RVN 77, RLF 74")
    value = session.all(Value, indicator_id=example.number.id, column_id=example.target.id)[0]
    units = {unit.id: unit.code for unit in session.all(OrgUnit)}
    parts = session.all(ValuePart, value_id=value.id)
    assert [(units[part.org_unit_id or ""], part.number) for part in parts] == [
        ("RVN", Decimal(77)),
        ("RLF", Decimal(74)),
    ]
    session.undo()
    back = session.all(ValuePart, value_id=value.id)
    assert [(part.comparator, part.number) for part in back] == [(Comparator.GREATER, Decimal(45))]
    assert session.all(OrgUnit) == []


def test_removal_takes_all_below_and_undo_brings_it_back(opened: tuple[Session, Example]) -> None:
    session, example = opened
    add(session, Alias(id=new_id(), item_id=example.goal.id, text="Nära vård"))
    add(session, Link(id=new_id(), kind=LinkKind.GOAL, source_id=example.area.id, target_id=example.goal.id))
    before = _everything(session)
    remove(session, session.get(Goal, example.area.id))
    for kind in (Goal, Indicator, Value, ValuePart, Assignment, Alias, Link):
        assert session.all(kind) == []
    session.undo()
    assert _everything(session) == before


def test_what_was_assessed_is_never_removed(opened: tuple[Session, Example]) -> None:
    session, example = opened
    assess(session, example.parameters[0].id, Verdict.YES)
    before = _everything(session)
    with pytest.raises(Problem) as caught:
        remove(session, example.goal)
    assert caught.value.kind is ProblemKind.ROW_IN_USE
    assert _everything(session) == before


def test_an_order_is_kept(opened: tuple[Session, Example]) -> None:
    session, example = opened
    reorder(session, list(reversed(session.all(Indicator))))
    assert [each.title for each in session.all(Indicator)] == [
        "Beredskapen har stärkts",
        "Samverkan har vuxit",
        "Nöjda besökare",
    ]
    assert session.undo().subject == "Beredskapen har stärkts"
    assert session.all(Indicator)[0].id == example.number.id


def test_a_rule_of_the_register_is_kept(opened: tuple[Session, Example]) -> None:
    session, example = opened
    with pytest.raises(Problem) as caught:
        edit(session, example.goal, position=-1)
    assert caught.value.kind is ProblemKind.RULE_BROKEN


def test_what_belonged_to_a_record_that_goes_stays_without_it(opened: tuple[Session, Example]) -> None:
    session, example = opened
    interim = add(session, InterimGoal(id=new_id(), goal_id=example.goal.id, text="Halvvägs"))
    activity = add(session, Activity(id=new_id(), goal_id=example.area.id, interim_goal_id=interim.id, title="Öva"))
    part = add(session, Indicator(id=new_id(), goal_id=example.area.id, parent_id=example.number.id, title="Delindex"))
    picture = add(session, Attachment(id=new_id(), item_id=example.goal.id, title="Bild"))

    remove(session, example.goal)

    assert session.get(Activity, activity.id).interim_goal_id is None
    assert session.get(Indicator, part.id).parent_id is None
    assert session.get(Attachment, picture.id).item_id is None
    session.undo()
    assert session.get(Activity, activity.id) == activity
    assert session.get(Indicator, part.id) == part
    assert session.get(Attachment, picture.id) == picture


def test_a_section_goes_with_what_stands_below_it(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    chapter = add(session, Section(id=new_id(), heading="Styrning"))
    add(session, Section(id=new_id(), parent_id=chapter.id, text="Så styrs regionen."))

    remove(session, chapter)

    assert session.all(Section) == []
