"""Every problem is a sentence, whatever it came with."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import LANGUAGES, Language, set_language
from regdesk.viewmodels.problems import sentence

EVERYTHING: dict[str, object] = {
    "path": Path("mapp/plan.docx"),
    "detail": "CHECK",
    "version": 9,
    "seq": 3,
    "plural": "indicators",
    "id": "0190",
    "meeting": "Maj",
    "size": 120 * 1024 * 1024,
    "limit": 50 * 1024 * 1024,
    "line": 4,
    "text": "Kanske",
    "title": "Uppföljning",
    "findings": "CHECK\nCHECK",
    "sheet": "blad",
    "sheets": "follow-up",
    "character": "ĳ",
    "model": "x",
    "models": "goal_areas",
    "examples": "goal_areas",
    "kinds": "goals",
    "rows": 20_000,
    "columns": 100,
    "fields": "title",
    "field": "Rubrik",
    "words": "Detta måste fyllas i.",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ProblemKind)
@pytest.mark.parametrize("params", [{}, EVERYTHING, dict.fromkeys(EVERYTHING)], ids=["bare", "full", "empty"])
def test_every_problem_is_one_sentence_whatever_it_came_with(
    kind: ProblemKind, language: Language, params: dict[str, object]
) -> None:
    set_language(language)

    told = sentence(Problem(kind, **params))

    assert told.endswith(".")
    assert not set("{}\n") & set(told)
    assert "None" not in told


@pytest.mark.parametrize("kind", sorted(set(ProblemKind) - {ProblemKind.NOTHING_TO_UNDO, ProblemKind.NOTHING_TO_REDO}))
def test_a_sentence_says_what_to_do_next(kind: ProblemKind) -> None:
    what, colon, next_step = sentence(Problem(kind)).partition(": ")

    assert what
    assert next_step or (not colon and kind is ProblemKind.CANCELLED)


def test_a_missing_file_is_named_with_its_folder() -> None:
    path = Path("mapp") / "plan.docx"

    assert sentence(Problem(ProblemKind.FILE_MISSING, path=path)) == (
        f"{path} finns inte: kontrollera namnet och mappen."
    )


def test_a_file_without_a_name_is_called_what_it_is() -> None:
    assert sentence(Problem(ProblemKind.REGISTER_LOCKED)).startswith("Registret används av ett annat program")
    assert sentence(Problem(ProblemKind.WORD_ENCRYPTED)).startswith("Filen är skyddad med lösenord")


def test_sizes_are_told_in_megabytes() -> None:
    told = sentence(
        Problem(ProblemKind.FILE_TOO_LARGE, path=Path("plan.docx"), size=120_400_000, limit=50 * 1024 * 1024)
    )

    assert "plan.docx är på 115\u00a0MB, mer än de 50\u00a0MB" in told


def test_what_a_parameter_says_is_never_read_as_a_placeholder() -> None:
    told = sentence(Problem(ProblemKind.FILE_MISSING, path=Path("{path} {0}.docx")))

    assert told.startswith("{path} {0}.docx finns inte")


def test_a_record_is_called_by_its_kind() -> None:
    told = sentence(Problem(ProblemKind.ROW_MISSING, plural="interim_goals", id="0190"))

    assert told.startswith("Delmål 0190 finns inte")


def test_a_piece_of_a_plan_that_may_not_stand_somewhere_is_named() -> None:
    told = sentence(Problem(ProblemKind.RULE_BROKEN, child="indicator", parent="assignment"))
    nowhere = sentence(Problem(ProblemKind.RULE_BROKEN, child="value", parent=None))

    assert told.startswith("Indikator kan inte stå under Uppdrag:")
    assert nowhere.startswith("Värde kan inte stå där:")


def test_a_day_is_told_in_short() -> None:
    assert "2024-05-14" in sentence(Problem(ProblemKind.MEETING_CLOSED, meeting=dt.date(2024, 5, 14)))
