"""What a goal points at on paper: a row for each kind of link, one for those it has none of, or a word."""

from __future__ import annotations

from regdesk.sheets.blocks import Paragraph, Table, words
from regdesk.sheets.goal_links import links_table
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up_parts import GoalPart


def goal(*links: tuple[str, str]) -> GoalPart:
    facts = tuple(Fact(label=label, text=text) for label, text in links)
    return GoalPart(item_id="1", level="Mål", number="1", title="Hälsa", links=facts)


def test_what_a_goal_has_no_link_to_is_told_in_one_row() -> None:
    (table,) = links_table(goal(("Strategi", "–"), ("Nämnder", "Hälsonämnden"), ("Reglemente", "–")))
    assert isinstance(table, Table)
    assert [tuple(map(words, row.cells)) for row in table.rows] == [  # type: ignore[arg-type]
        ("Nämnder", "Hälsonämnden"),
        ("Inget angivet", "Strategi; Reglemente"),
    ]


def test_a_goal_that_points_at_nothing_says_so_in_a_word() -> None:
    (told,) = links_table(goal(("Nämnder", "–"), ("Agenda 2030", "–")))
    assert isinstance(told, Paragraph)
    assert words(told.text) == "Kopplingar: inga"


def test_a_goal_whose_level_has_no_links_says_nothing() -> None:
    assert list(links_table(goal())) == []
