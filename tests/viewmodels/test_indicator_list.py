"""The list of indicators: pages, orders and ways of holding no value."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import ValueKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Goal, Indicator, ValueColumn
from regdesk.services.actions import Action
from regdesk.services.assessing import assess
from regdesk.services.editing import add, reorder, write_value
from regdesk.services.session import Session
from regdesk.viewmodels.indicator_list import indicator_list
from regdesk.viewmodels.rows import GivenRows, Row, RowSource, Tone, Written
from regdesk.viewmodels.steps import undo_text
from tests.registers import Example
from tests.viewmodels.lists import all_rows, counted_queries, texts

PLAN = ["Nöjda besökare", "Samverkan har vuxit", "Beredskapen har stärkts"]


def add_goals(session: Session, example: Example, count: int, indicators: int = 1) -> None:
    """Goals with indicators under the example's area, in one step."""
    goals = [
        Goal(id=new_id(), level_id=example.goal.level_id, parent_id=example.area.id, position=n + 1, title=f"Mål {n}")
        for n in range(count)
    ]
    with session.change(Action.ADD) as change:
        change.insert_all(goals)
        change.insert_all(
            [
                Indicator(id=new_id(), goal_id=goal.id, position=n, title=f"Mått {n}")
                for goal in goals
                for n in range(indicators)
            ]
        )


def test_it_is_a_source_of_rows_in_the_order_of_the_plan(session: Session, example: Example) -> None:
    source: RowSource = indicator_list(session)
    add(session, Indicator(id=new_id(), goal_id=example.area.id, title="Överst i planen"))

    assert [column.name for column in source.columns] == [
        *("Indikator", "Mål", "Utfall 2023", "Målnivå 2024", "Bedömning")
    ]
    assert texts(source, "title") == ["Överst i planen", *PLAN]
    assert source.count() == 4


def test_numbers_have_a_column_only_where_the_plan_prints_any(session: Session, example: Example) -> None:
    add(session, Indicator(id=new_id(), goal_id=example.goal.id, position=9, printed_number="1.1 d", title="Numrerad"))

    assert texts(indicator_list(session), "number") == ["", "", "", "1.1 d"]


def test_an_indicator_that_moves_is_shown_where_it_moved_to(session: Session, example: Example) -> None:
    source = indicator_list(session)
    reorder(session, [example.cluster, example.number, example.yes_no])

    assert texts(source, "title") == [PLAN[2], PLAN[0], PLAN[1]]


def test_ways_of_holding_no_value_are_told_apart(session: Session, example: Example) -> None:
    for indicator, raw in ((example.number, "-"), (example.yes_no, ""), (example.cluster, "Ska utarbetas")):
        write_value(session, indicator.id, example.outcome.id, raw)

    cells = [row.cells[2] for row in all_rows(indicator_list(session))]
    never = all_rows(indicator_list(session))[1].cells[3]

    assert [cell.text for cell in cells] == ["-", "", "Ska utarbetas"]
    assert [cell.spoken for cell in cells] == ["streck: inget värde", "inget angivet", ""]
    assert (never.text, never.spoken, never.tone) == ("", "finns inte i planens tabell", Tone.MUTED)


def test_values_are_shown_as_the_plan_writes_them(session: Session, example: Example) -> None:
    source = indicator_list(session)

    assert texts(source, example.outcome.id)[0] == "39 %"
    assert texts(source, example.target.id)[0] == ">45 %"


def test_the_latest_verdict_is_shown(session: Session, example: Example) -> None:
    assess(session, example.yes_no.id, Verdict.NO)
    assess(session, example.yes_no.id, Verdict.PARTLY)

    assert texts(indicator_list(session), "verdict") == ["Ej bedömd", "Delvis", "Ej bedömd"]


def test_titles_sort_in_swedish_order_both_ways(session: Session, example: Example) -> None:
    for title in ("Åtgärder", "Ärenden", "Övning", "Wall", "Vall"):
        add(session, Indicator(id=new_id(), goal_id=example.goal.id, title=title))
    source = indicator_list(session)
    source.set_order("title", descending=False)
    rising = texts(source, "title")
    source.set_order("title", descending=True)

    assert rising[-5:] == ["Vall", "Wall", "Åtgärder", "Ärenden", "Övning"]
    assert texts(source, "title") == rising[::-1]


def test_a_year_sorts_by_number_and_those_without_one_come_last_both_ways(session: Session, example: Example) -> None:
    numbers = {"100 %": "Hundra", "9": "Nio", "-5": "Minus"}
    for raw, title in numbers.items():
        indicator = add(session, Indicator(id=new_id(), goal_id=example.goal.id, title=title))
        write_value(session, indicator.id, example.outcome.id, raw)
    source = indicator_list(session)
    source.set_order(example.outcome.id, descending=False)
    rising = texts(source, "title")
    source.set_order(example.outcome.id, descending=True)

    assert rising == ["Minus", "Nio", "Nöjda besökare", "Hundra", "Beredskapen har stärkts", "Samverkan har vuxit"]
    assert texts(source, "title") == [*rising[3::-1], *rising[4:]]


def test_verdicts_sort_from_yes_and_those_not_assessed_come_last(session: Session, example: Example) -> None:
    assess(session, example.yes_no.id, Verdict.NO)
    assess(session, example.number.id, Verdict.YES)
    source = indicator_list(session)
    source.set_order("verdict", descending=False)
    rising = texts(source, "verdict")
    source.set_order("verdict", descending=True)

    assert rising == ["Ja", "Nej", "Ej bedömd"]
    assert texts(source, "verdict") == ["Nej", "Ja", "Ej bedömd"]


def test_the_plan_is_shown_backwards_when_turned(session: Session, example: Example) -> None:
    add(session, Indicator(id=new_id(), goal_id=example.area.id, title="Överst i planen"))
    source = indicator_list(session)
    source.set_order("goal", descending=True)

    assert texts(source, "title") == [*PLAN[::-1], "Överst i planen"]


@pytest.mark.parametrize("order", ["goal", "title", "verdict"])
def test_a_filter_keeps_rows_that_have_the_beginnings_of_all_words(session: Session, order: str) -> None:
    source = indicator_list(session)
    source.set_order(order, descending=False)
    source.set_filter("bered stär")

    assert (texts(source, "title"), source.count()) == (["Beredskapen har stärkts"], 1)


def test_a_filtered_plan_keeps_its_order(session: Session, example: Example) -> None:
    add_goals(session, example, 3, indicators=2)
    source = indicator_list(session)
    source.set_filter("mått")
    rising = texts(source, "goal")
    source.set_order("goal", descending=True)

    assert rising == [f"Mål {n}" for n in (0, 0, 1, 1, 2, 2)]
    assert texts(source, "goal") == rising[::-1]


def test_every_column_that_can_be_sorted_shows_every_row_once_in_pages_of_any_size(
    session: Session, example: Example
) -> None:
    add_goals(session, example, 4, indicators=3)
    source = indicator_list(session)
    for column in source.columns:
        source.set_order(column.key, descending=False)
        whole = [row.id for row in all_rows(source, limit=100)]

        assert len(set(whole)) == len(whole) == source.count() == 15
        assert [row.id for row in all_rows(source, limit=1)] == whole


def test_a_page_reads_no_more_rows_than_it_shows(session: Session, example: Example) -> None:
    add_goals(session, example, 1, indicators=500)
    source = indicator_list(session)
    first = source.page(None, 50)

    with counted_queries(session) as asked:
        second = source.page(first[-1], 50)

    assert len(second) == 50
    assert len(asked) == 2


def test_a_filter_costs_as_many_queries_however_many_goals_there_are(session: Session, example: Example) -> None:
    source = indicator_list(session)
    source.set_filter("mått")
    costs = []
    for count in (5, 50):
        add_goals(session, example, count)
        with counted_queries(session) as asked:
            source.page(None, 200)
        costs.append(len(asked))

    assert costs[0] == costs[1] == 4


def test_a_list_has_a_column_for_each_year_there_was_when_it_was_made(session: Session) -> None:
    source = indicator_list(session)
    add(session, ValueColumn(id=new_id(), kind=ValueKind.FORECAST, year=2025, position=2))

    assert len(source.columns) == 5
    assert [column.name for column in indicator_list(session).columns][4] == "Prognos 2025"
    assert {len(row.cells) for row in all_rows(source)} == {5}


def test_an_unknown_order_is_refused(session: Session) -> None:
    with pytest.raises(KeyError):
        indicator_list(session).set_order("colour", descending=False)


def test_the_indicators_of_one_goal_are_a_list_of_their_own(session: Session, example: Example) -> None:
    add(session, Indicator(id=new_id(), goal_id=example.area.id, title="Överst i planen"))
    source = indicator_list(session, example.goal.id)

    assert [column.key for column in source.columns] == ["title", example.outcome.id, example.target.id, "verdict"]
    assert (texts(source, "title"), source.count()) == (PLAN, 3)
    for key in ("title", example.outcome.id, "verdict", "goal"):
        for descending in (False, True):
            source.set_order(key, descending=descending)
            assert set(texts(source, "title")) == set(PLAN)
    source.set_filter("ö")
    assert (texts(source, "title"), source.count()) == ([], 0)
    source.set_filter("bered")
    assert texts(source, "title") == [PLAN[2]]


def test_the_cells_of_years_are_written_to_the_letter(session: Session, example: Example) -> None:
    source = indicator_list(session)
    key = example.outcome.id

    assert [column.key for column in source.columns if source.can_write(column.key)] == [key, example.target.id]
    assert source.raw(example.number.id, key) == "39 % "
    assert source.raw(example.yes_no.id, key) == ""
    source.write([Written(row_id=example.number.id, key=key, raw=" 41\n%")])

    assert source.raw(example.number.id, key) == " 41\n%"
    assert undo_text(session.undo_step) == "Ångra Ändra värde för Nöjda besökare"


def test_many_cells_are_written_in_one_step(session: Session, example: Example) -> None:
    source = indicator_list(session)
    key = example.outcome.id

    source.write(Written(row_id=row.id, key=key, raw="7") for row in all_rows(source))

    assert texts(source, key) == ["7", "7", "7"]
    assert undo_text(session.undo_step) == "Ångra Ändra värde"
    session.undo()
    assert texts(source, key) == ["39 %", "", ""]


def test_a_list_that_was_read_as_a_whole_comes_in_pages() -> None:
    rows = [Row(id=str(number), cells=()) for number in range(5)]
    source: RowSource = GivenRows((), rows)

    assert (all_rows(source, 2), source.count()) == (rows, 5)
