"""How benches take time and print it."""

from __future__ import annotations

import pytest

from bench.measuring import Figure, in_ms, in_turns, percentile, print_table, ratio


def test_works_take_turns() -> None:
    order: list[str] = []
    times = in_turns([lambda: order.append("a"), lambda: order.append("b")], 3)
    assert "".join(order) == "ababab"
    assert [len(each) for each in times] == [3, 3]


@pytest.mark.parametrize(("share", "time"), [(0.5, 3.0), (0.99, 4.0), (1.0, 4.0), (0.0, 1.0)])
def test_a_percentile_is_one_of_the_times(share: float, time: float) -> None:
    assert percentile([4.0, 2.0, 3.0, 1.0], share) == time


def test_times_are_printed_as_they_are_read() -> None:
    assert [in_ms(0.00123), in_ms(0.0999), in_ms(1.5)] == ["1.2 ms", "99.9 ms", "1,500 ms"]
    assert ratio(0.3, 0.2) == "1.50 ×"


def test_figures_stand_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([Figure(what="start", figure="1 ms", mark="≤ 2 ms"), Figure(what="a", figure="10 ms", beside="x")])
    assert capsys.readouterr().out == (
        "what   measured  beside  mark\nstart  1 ms              ≤ 2 ms\na      10 ms     x\n"
    )
