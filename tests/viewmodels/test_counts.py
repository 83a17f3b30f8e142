"""Counts in words, with a fixed space before what is counted."""

from __future__ import annotations

import pytest

from regdesk.viewmodels.counts import things_text


@pytest.mark.parametrize(
    ("plural", "count", "told"),
    [
        ("indicators", 1, "1\u00a0indikator"),
        ("indicators", 1234, "1\u00a0234\u00a0indikatorer"),
        ("assignments", 2, "2\u00a0uppdrag"),
        ("supervision_events", 0, "0\u00a0uppsiktshändelser"),
    ],
)
def test_things_are_counted_by_their_kind(plural: str, count: int, told: str) -> None:
    assert things_text(plural, count) == told
