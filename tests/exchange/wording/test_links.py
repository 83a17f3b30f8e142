"""What plans point at, as they write it."""

from __future__ import annotations

import pytest

from regdesk.domain.agenda_2030 import AGENDA_2030
from regdesk.exchange.wording.links import agenda_goals, boards, is_mostly_agenda, names, regional_goals


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Mål 1-7", "1 2 3 4 5 6 7"),
        ("Mål 1–7", "1 2 3 4 5 6 7"),
        ("Mål 1 till 3", "1 2 3"),
        ("Mål 5", "5"),
        ("mål 5.", "5"),
        ("Mål 7, 3 och 2", "7 3 2"),
        ("Mål 7, mål 3 samt mål 2", "7 3 2"),
        ("Mål 1-2, 5", "1 2 5"),
        ("Mål 2.1", "2.1"),
        ("7", "7"),
        ("Mål 1-999", "1 999"),
        ("Mål 7-1", "7 1"),
        ("Mål 2.1-2.3", "2.1 2.3"),
        ("Länets mål", ""),
        ("Mål för 2026 är nått", ""),
        ("Mål 1, " * 100, ""),
    ],
)
def test_goals_by_number(text: str, numbers: str) -> None:
    found = regional_goals(text)
    assert " ".join(goal.number for goal in found) == numbers
    assert all(goal.raw == text for goal in found)


def test_goal_with_its_title() -> None:
    (found,) = regional_goals("Mål 5: En god arbetsgivare")
    assert (found.number, found.title) == ("5", "En god arbetsgivare")


def test_names() -> None:
    assert names("Plan A,\nPlan B\n\n", runs_on=False) == ["Plan A,", "Plan B"]
    assert names("Plan A, Plan B; Plan C", runs_on=True) == ["Plan A", "Plan B", "Plan C"]


def test_boards() -> None:
    text = "Kultur- och bildningsnämnden, Kost- och servicenämnden och Patientnämnden"
    assert boards(text) == ["Kultur- och bildningsnämnden", "Kost- och servicenämnden", "Patientnämnden"]


def test_agenda_goals_with_slips_of_the_pen() -> None:
    text = (
        "3. God hälsa och välbefinnande, 9 Hållbar industri, innovationer och infrastruktur, 11. Hållbara städer och "
        "samhällen. 16. Fredliga och inkluderande samhällen."
    )
    found = agenda_goals(text)
    assert [(goal.number, goal.title) for goal in found] == [(str(n), AGENDA_2030[n]) for n in (3, 9, 11, 16)]
    assert [goal.raw for goal in found][1] == "9 Hållbar industri, innovationer och infrastruktur"
    assert is_mostly_agenda(text)


@pytest.mark.parametrize(
    "text",
    [
        "16 Kommuner bor i länet, 3. Förslag lades fram.",
        "Vi arbetar med 5. Jämställdhet i hela länet.",
        "",
        "18. Annat",
    ],
)
def test_no_list_of_agenda_goals(text: str) -> None:
    assert not is_mostly_agenda(text)


def test_agenda_goals_by_number_alone() -> None:
    assert [goal.number for goal in agenda_goals("Mål 3, 5 och 16")] == ["3", "5", "16"]
