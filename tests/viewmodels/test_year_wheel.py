"""The wheel of the year: everything in its place, and nothing on top of anything else."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from math import cos, hypot, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.codes import EntryKind, Lane
from regdesk.domain.model import Meeting
from regdesk.services.annual_entries import Entry
from regdesk.viewmodels.annual_list import Year
from regdesk.viewmodels.year_wheel import (
    BAND,
    HUB,
    MARK,
    RINGS,
    Label,
    angle_of,
    mark_at,
    month_at,
    month_text,
    point,
    room_for_names,
    wheel_of,
    wheel_text,
)

TODAY = date(2026, 11, 28)


def entry(day: date, lane: Lane = Lane.MEETING, key: str = "") -> Entry:
    record = Meeting(id="m", date=day)
    key = key or f"{lane}{day}"
    return Entry(key=key, kind=EntryKind.MEETING, lane=lane, record=record, day=day, last=day, tracked=False)


def narrow(text: str) -> float:
    return 0.03 * len(text)


def wide(text: str) -> float:
    return 0.08 * len(text)


def corners(label: Label, width: float, height: float) -> list[tuple[float, float]]:
    turn = radians(label.turned)
    return [
        (
            label.x + dx * width / 2 * cos(turn) - dy * height / 2 * sin(turn),
            label.y + dx * width / 2 * sin(turn) + dy * height / 2 * cos(turn),
        )
        for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]


def overlap(one: list[tuple[float, float]], other: list[tuple[float, float]]) -> bool:
    """Whether two convex shapes have anything in common: no line of their sides parts them."""
    for shape in (one, other):
        for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], shape[0]], strict=True):
            sides = [[(x - x1) * (y2 - y1) - (y - y1) * (x2 - x1) for x, y in each] for each in (one, other)]
            if max(sides[0]) <= min(sides[1]) or max(sides[1]) <= min(sides[0]):
                return False
    return True


@pytest.mark.parametrize("measure", [narrow, wide], ids=["room for names", "little room"])
def test_no_name_of_a_month_covers_another_or_leaves_the_band(measure: object) -> None:
    used = narrow if measure is narrow else wide
    wheel = wheel_of(2026, [], TODAY, used)
    texts = [sector.label.text for sector in wheel.sectors]
    assert texts[8] == ("september" if used is narrow else "sep")
    height = (1 - BAND) * 0.6
    boxes = [corners(sector.label, used(sector.label.text), height) for sector in wheel.sectors]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    assert all(BAND * 0.97 <= hypot(*corner) <= 1.02 for box in boxes for corner in box)


def test_names_are_shortened_only_where_there_is_no_room() -> None:
    longest = len("september")
    fits, not_quite = room_for_names() / longest * 0.999, room_for_names() / longest * 1.001
    assert wheel_of(2026, [], TODAY, lambda text: fits * len(text)).sectors[8].label.text == "september"
    assert wheel_of(2026, [], TODAY, lambda text: not_quite * len(text)).sectors[8].label.text == "sep"


def test_names_are_never_upside_down() -> None:
    turned = [sector.label.turned for sector in wheel_of(2026, [], TODAY, narrow).sectors]
    assert all(-90 <= (angle + 180) % 360 - 180 <= 90 for angle in turned)


@given(
    st.lists(
        st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.sampled_from(Lane)), max_size=120, unique=True
    )
)
def test_no_mark_covers_another_and_every_entry_is_in_one(given_days: list[tuple[date, Lane]]) -> None:
    found = [entry(day, lane) for day, lane in given_days]
    wheel = wheel_of(2026, found, TODAY, narrow)
    keys = [key for mark in wheel.marks for key in mark.keys]
    assert sorted(keys) == sorted(each.key for each in found)
    assert all(hypot(a.x - b.x, a.y - b.y) >= 2 * MARK for a, b in combinations(wheel.marks, 2))
    rings = {ring.lane: ring for ring in RINGS}
    for mark in wheel.marks:
        ring = rings[mark.lane]
        assert ring.inner <= hypot(mark.x, mark.y) - MARK
        assert hypot(mark.x, mark.y) + MARK <= ring.outer
        assert month_at(mark.x, mark.y) == mark.month
        assert mark_at(wheel, mark.x, mark.y) == mark
        assert len(mark.keys) == 1 or mark.text == f"+{len(mark.keys)}"


def test_days_of_a_crowded_week_become_one_mark() -> None:
    found = [entry(date(2026, 5, day), Lane.DEADLINE) for day in (11, 12, 13, 29)]
    marks = wheel_of(2026, found, TODAY, narrow).marks
    assert [(mark.text, len(mark.keys)) for mark in marks] == [("+3", 3), ("▲", 1)]


def test_the_lanes_fill_the_wheel_side_by_side() -> None:
    edges = sorted({round(edge, 9) for ring in RINGS for edge in (ring.inner, ring.outer)})
    assert (edges[0], edges[-1], len(edges)) == (HUB, BAND, len(Lane) + 1)
    assert all(ring.outer - ring.inner >= 2 * MARK for ring in RINGS)


def test_the_hand_stands_on_today_in_its_own_year() -> None:
    assert wheel_of(2026, [], TODAY, narrow).hand == angle_of(TODAY)
    assert wheel_of(2025, [], TODAY, narrow).hand is None
    assert angle_of(date(2026, 1, 1)) < 1
    assert angle_of(date(2026, 12, 31)) > 359


def test_a_place_is_in_a_month() -> None:
    assert [month_at(*point(month * 30 - 15, 0.9)) for month in range(1, 13)] == list(range(1, 13))
    assert month_at(0, 0) is None
    assert month_at(2, 0) is None


def test_the_wheel_is_told_in_words() -> None:
    found = [entry(date(2026, 5, 11)), entry(date(2026, 5, 12)), entry(date(2026, 6, 1), Lane.REPORT)]
    year = Year(2026, tuple(found))
    assert month_text(year, found, 5) == "Maj: 2 möten"
    lines = wheel_text(year, found).splitlines()
    assert (lines[0], lines[6], lines[12]) == ("2026: 3 datum", "Juni: 1 rapport", "December: inget")
