"""The directory of indicators: what is said of each, what is missing, and that values are to the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from regdesk.domain.codes import ClusterRule
from regdesk.domain.ids import new_id
from regdesk.domain.model import Goal, Indicator
from regdesk.services.actions import Action
from regdesk.services.editing import write_value
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.indicator_directory import NAME, SORT, IndicatorChapter, IndicatorEntry, indicator_directory
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.top_goals import TOP_GOAL
from tests.registers import Example

TODAY = date(2026, 5, 4)


def read(
    session: Session, answers: dict[str, str] | None = None, *, edition: Edition = Edition.PUBLIC
) -> tuple[IndicatorChapter, ...]:
    return indicator_directory(SheetRequest(session=session, printed_on=TODAY, edition=edition, answers=answers or {}))


def entry_of(session: Session, indicator: Indicator) -> IndicatorEntry:
    entries = (entry for chapter in read(session) for entry in chapter.entries)
    return next(entry for entry in entries if entry.item_id == indicator.id)


def facts(entry: IndicatorEntry) -> dict[str, str]:
    return {fact.label: fact.text for fact in entry.facts}


def update(session: Session, *records: Indicator) -> None:
    with session.change(Action.EDIT) as change:
        for record in records:
            change.update(record)


def test_indicators_stand_under_their_goals_with_those_above(session: Session, example: Example) -> None:
    chapters = read(session)
    assert [(chapter.name, chapter.depth, len(chapter.entries)) for chapter in chapters] == [
        ("Målområde 1: En region att lita på", 0, 0),
        ("Mål 1.1: Vården är nära", 1, len(session.all(Indicator, goal_id=example.goal.id))),
    ]


def test_a_goal_without_indicators_is_left_out(session: Session, example: Example) -> None:
    other = Goal(id=new_id(), level_id=example.area.level_id, position=5, title="Utan")
    with session.change(Action.ADD) as change:
        change.insert(other)
    assert all("Utan" not in chapter.name for chapter in read(session))
    assert read(session, {TOP_GOAL.key: other.id}) == ()


def test_by_name_they_are_in_swedish_order_under_no_goal(session: Session, example: Example) -> None:
    titles = ("Öppna mottagningar", "Ängar", "Zebror")
    renamed = (example.number, example.yes_no, example.cluster)
    update(session, *(replace(each, title=title) for each, title in zip(renamed, titles, strict=True)))
    (chapter,) = read(session, {SORT.key: NAME})
    assert chapter.name == ""
    assert [entry.title for entry in chapter.entries] == ["Zebror", "Ängar", "Öppna mottagningar"]
    assert {entry.goal for entry in chapter.entries} == {"1.1"}


def test_every_fact_is_told_and_what_is_not_known_is_named(session: Session, example: Example) -> None:
    filled = replace(
        example.number,
        raw="Nöjda besökare (ny)",
        justification="Visar hur det går.",
        interpretation="Högre är bättre.",
        criterion="Ja vid 80.",
        source="Enkät",
        follow_up="Varje år",
        responsible_function="Chefläkare",
        start_year=2022,
        measure_unit="index",
    )
    update(session, filled)
    entry = entry_of(session, example.number)
    assert facts(entry) == {
        "I planen": "Nöjda besökare (ny)",
        "Motivering": "Visar hur det går.",
        "Tolkning": "Högre är bättre.",
        "Bedömningsgrund": "Ja vid 80.",
        "Bedöms": "Mot en målnivå · Kvantitativ · Enhet: index",
        "Källa": "Enkät",
        "Uppföljning": "Varje år",
        "Ansvarig funktion": "Chefläkare",
        "Mäts från och med": "2022",
    }
    assert entry.missing == ()
    update(session, replace(filled, source="", responsible_function=" "))
    assert entry_of(session, example.number).missing == ("Källa", "Ansvarig funktion")


def test_values_are_to_the_letter_year_by_year_and_a_blank_says_so(session: Session, example: Example) -> None:
    write_value(session, example.number.id, example.outcome.id, "K 59, M 55")
    write_value(session, example.number.id, example.target.id, "")
    outcome, target = entry_of(session, example.number).values
    assert (outcome.label, outcome.text) == ("Utfall", f"{example.outcome.year}:\u00a0K\u00a059,\u00a0M\u00a055")
    assert (target.label, target.text) == ("Målnivå", f"{example.target.year}:\u00a0inget\u00a0angivet")


def test_the_plans_own_heading_of_a_column_is_kept(session: Session, example: Example) -> None:
    with session.change(Action.EDIT) as change:
        change.update(replace(example.outcome, label="Läget i maj"))
    write_value(session, example.number.id, example.outcome.id, "7")
    own = entry_of(session, example.number).values[0]
    assert (own.label, own.text) == ("Läget i maj", "7")


def test_a_cluster_tells_its_parameters_and_the_rule_that_suggests(session: Session, example: Example) -> None:
    first, _second = example.parameters
    with session.change(Action.EDIT) as change:
        change.update(replace(first, name="Skyltar", criterion="Alla syns."))
        change.update(replace(example.cluster, cluster_rule=ClusterRule.WORST))
    entry = entry_of(session, example.cluster)
    assert entry.assessed == "Kluster, 2 parametrar"
    assert facts(entry)["Förslag till bedömning"] == "Den sämsta bedömningen"
    assert (entry.parameters[0].label, entry.parameters[0].text) == ("Skyltar", "Alla syns.")


def test_a_part_names_its_whole_also_under_another_goal_and_the_other_way_round(
    session: Session, example: Example
) -> None:
    other = Goal(
        id=new_id(), level_id=example.goal.level_id, parent_id=example.area.id, printed_number="1.2", title="Nytt"
    )
    part = Indicator(id=new_id(), goal_id=other.id, parent_id=example.number.id, title="Delindex")
    with session.change(Action.ADD) as change:
        change.insert_all([other])
        change.insert_all([part])
    whole = example.number.title
    assert facts(entry_of(session, part))["Del av"] == f"{whole} (under 1.1 Vården är nära)"
    assert facts(entry_of(session, example.number))["Delas i"] == "Delindex (under 1.2 Nytt)"


@pytest.mark.parametrize("kind", ["indicator", "goal", "parameter"])
def test_what_is_secret_is_a_line_and_nothing_more(session: Session, example: Example, kind: str) -> None:
    record = {"indicator": example.number, "goal": example.goal, "parameter": example.parameters[0]}[kind]
    with session.change(Action.EDIT) as change:
        change.update(replace(example.parameters[0], name="Dolt", criterion="Också dolt"))
    mark_secret(session, record.id, "OSL 18:13", TODAY, "Regionen")
    public = repr(read(session))
    assert "Uppgifter omfattas av sekretess (OSL 18:13, 2026-05-04, Regionen)" in public
    hidden = {"indicator": example.number.title, "goal": example.goal.title, "parameter": "dolt"}[kind]
    assert hidden not in public
    assert hidden in repr(read(session, edition=Edition.INTERNAL))
