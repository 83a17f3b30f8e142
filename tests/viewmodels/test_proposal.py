"""Every code that an import uses has its words."""

from __future__ import annotations

from enum import StrEnum

import pytest

from regdesk.domain.notation import ValueWarning
from regdesk.exchange.proposal import NodeKind, Reason, WarningCode
from regdesk.exchange.word.document import LeftOut
from regdesk.i18n import LANGUAGES, Language, set_language
from regdesk.viewmodels.proposal import counted, level_choices, node_word, reason_text, warning_text

EVERYTHING = {"text": "1, 2, 3", "alias": "Tillit", "column": "Ansvar", "title": "Plan", "what": "comment", "count": 2}


@pytest.mark.parametrize("kind", NodeKind)
def test_every_kind_of_node_has_a_word(kind: NodeKind) -> None:
    assert node_word(kind) != kind.value


def test_no_two_kinds_of_node_share_a_word() -> None:
    words = [node_word(kind) for kind in NodeKind]

    assert len(set(words)) == len(words)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason: Reason) -> None:
    assert reason_text(reason) != reason.value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", WarningCode)
@pytest.mark.parametrize("params", [{}, EVERYTHING], ids=["bare", "full"])
def test_every_warning_is_a_sentence(code: WarningCode, language: Language, params: dict[str, object]) -> None:
    set_language(language)

    told = warning_text(code, params)

    assert told.endswith(".")
    assert told != code.value
    assert "{" not in told


@pytest.mark.parametrize("what", LeftOut)
def test_what_was_left_out_is_told_with_its_count(what: LeftOut) -> None:
    told = warning_text(WarningCode.LEFT_OUT, {"what": str(what), "count": 3})

    assert told.endswith(" läses inte: 3 st.")
    assert what.value not in told


@pytest.mark.parametrize("detail", ValueWarning)
def test_what_is_odd_about_a_value_is_told(detail: StrEnum) -> None:
    assert detail.value not in warning_text(WarningCode.VALUE, {"detail": str(detail)})


def test_codes_without_words_are_told_as_they_are() -> None:
    assert node_word("chapter") == "chapter"
    assert reason_text("lost") == "lost"
    assert warning_text("odd", {}) == "odd"
    assert warning_text("value", {"detail": "odd"}) == "Se efter värdet: odd."


def test_goals_are_counted_by_level_and_all_else_by_kind() -> None:
    told = counted(
        {"goal_area": 3, "goal": 6}, {"goal": 9, "section": 4, "paragraph": 80, "indicator": 17, "footnote": 1}
    )
    assert told.replace("\N{NO-BREAK SPACE}", " ") == "3 målområden, 6 mål, 17 indikatorer, 1 fotnot"


def test_a_goal_may_stand_on_every_level() -> None:
    assert "Strategiskt område" in [choice.text for choice in level_choices()]
