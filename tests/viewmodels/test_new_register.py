"""The answers to a new register's questions become a request, and a board's name the name of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from regdesk.domain.models import MODELS, OWN
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.viewmodels.new_register import check_period, fields, file_name, model_choices, register_path, wanted

ANSWERS = {"organisation": " Region  Norr ", "board": "Kulturnämnden", "plan_title": "", "period": "2025-27"}


def test_every_model_has_its_levels_and_a_line_in_words() -> None:
    choices = model_choices()
    assert [choice.code for choice in choices] == [*MODELS, OWN]
    assert choices[0].title == "Målområden → Mål"
    assert all(choice.explanation.endswith(".") for choice in choices)


def test_answers_become_a_request() -> None:
    made = wanted(ANSWERS, "outcome_goals")
    assert (made.organisation, made.board, made.plan_title) == ("Region Norr", "Kulturnämnden", "")
    assert (made.period_start, made.period_end) == (2025, 2027)
    assert made.model is MODELS["outcome_goals"]


def test_levels_of_ones_own_are_named_between_commas() -> None:
    made = wanted(ANSWERS, OWN, " Fokusområde,, Inriktning ")
    assert [level.name for level in made.model.levels] == ["Fokusområde", "Inriktning"]
    with pytest.raises(Problem) as caught:
        wanted(ANSWERS, OWN, " , ")
    assert caught.value.kind is ProblemKind.LEVELS_MISSING


def test_what_is_asked_is_what_a_request_needs() -> None:
    assert {field.key for field in fields()} == set(ANSWERS)
    assert {field.key for field in fields() if field.required} == {"organisation", "board", "period"}


@pytest.mark.parametrize(("text", "is_right"), [("2025–2027", True), ("2026", True), ("nästa år", False)])
def test_the_years_of_a_plan_are_checked(text: str, is_right: bool) -> None:
    assert (check_period(text) == "") is is_right


def test_unread_years_and_unknown_models_are_refused() -> None:
    with pytest.raises(Problem) as caught:
        wanted(ANSWERS | {"period": "snart"}, "goal_areas")
    assert caught.value.kind is ProblemKind.PERIOD_UNREADABLE
    with pytest.raises(Problem) as caught:
        wanted(ANSWERS, "annan")
    assert caught.value.kind is ProblemKind.MODEL_UNKNOWN


@pytest.mark.parametrize(
    ("board", "name"),
    [
        ("Regionstyrelsen", "regionstyrelsen.regdesk"),
        ("Kultur- och fritidsnämnden", "kultur- och fritidsnämnden.regdesk"),
        ("Nämnd: A/B", "nämnd a b.regdesk"),
        ("", "register.regdesk"),
        ("CON", "register.regdesk"),
        ("..", "register.regdesk"),
        ("N" * 300, "n" * 80 + ".regdesk"),
    ],
)
def test_a_file_is_named_after_its_board(board: str, name: str) -> None:
    assert file_name(board) == name


@pytest.mark.parametrize("text", ["/mapp/plan", " /mapp/plan.regdesk "])
def test_a_register_always_has_its_ending(text: str) -> None:
    assert register_path(text) == Path("/mapp/plan.regdesk")
