"""The change of a verdict in words: better and worse only where the scale says so."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import Verdict
from regdesk.viewmodels.verdict_trends import trend_notations, trend_words


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (None, Verdict.NO, "första gången"),
        (Verdict.PARTLY, Verdict.PARTLY, "= oförändrat"),
        (Verdict.PARTLY, Verdict.YES, "▲ Delvis → Ja"),
        (Verdict.NO, Verdict.YES, "▲ Nej → Ja"),
        (Verdict.YES, Verdict.PARTLY, "▼ Ja → Delvis"),
        (Verdict.CANNOT_ASSESS, Verdict.YES, "Kan ej bedömas → Ja"),
        (Verdict.NO, Verdict.CANNOT_ASSESS, "Nej → Kan ej bedömas"),
    ],
)
def test_a_change_is_said_with_a_sign_where_the_scale_has_an_order(
    before: Verdict | None, now: Verdict, words: str
) -> None:
    assert trend_words(now, before) == words


def test_every_sign_is_explained() -> None:
    assert [sign for sign, _meaning in trend_notations()] == ["▲", "▼", "="]
