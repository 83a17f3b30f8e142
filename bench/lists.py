"""Long lists: opening, sorting, filtering and scrolling the indicators of a register with 200,000 of them."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.measuring import Figure, in_ms, medians
from bench.registers import make_register
from regdesk.services.registers import opened
from regdesk.services.session import Session
from regdesk.viewmodels.indicator_list import indicator_list
from regdesk.viewmodels.record_list import RecordList
from regdesk.viewmodels.rows import Row

ROWS = 200_000
PAGE = 200
RUNS = 7
_MIB = 1 << 20


def figures(folder: Path) -> Iterator[Figure]:
    """The first page of the list by every column, a filtered page, and a page far down."""
    path = folder / "lists.regdesk"
    make_register(path, indicators=ROWS, assessments=ROWS // 10)
    with opened(path) as session:
        yield _opening(session)
        yield from _sorting(session)
        yield from _filtering(session)
        yield _scrolling(session)


def _opening(session: Session) -> Figure:
    (opening,) = medians([lambda: _first(indicator_list(session))], RUNS)
    tracemalloc.start()
    kept = _first(indicator_list(session))
    grown = tracemalloc.get_traced_memory()[1] / _MIB
    tracemalloc.stop()
    return Figure(
        what=f"open a list of {ROWS:,} rows",
        figure=in_ms(opening),
        beside=f"{grown:.1f} MiB for {len(kept)} rows read",
        mark="≤ 200 ms, ≤ 30 MiB",
    )


def _sorting(session: Session) -> Iterator[Figure]:
    rows = indicator_list(session)
    for column in rows.columns:
        for descending in (False, True):
            rows.set_order(column.key, descending=descending)
            (time,) = medians([partial(rows.page, None, PAGE)], RUNS)
            arrow = "falling" if descending else "rising"
            yield Figure(what=f"sort by {column.title}, {arrow}", figure=in_ms(time), mark="≤ 50 ms")


def _filtering(session: Session) -> Iterator[Figure]:
    for text in ("enkät", "va", "växel 117"):
        rows = indicator_list(session)
        rows.set_filter(text)
        page, count = medians([partial(rows.page, None, PAGE), rows.count], RUNS)
        yield Figure(what=f"filter by “{text}”", figure=in_ms(page), beside=f"{in_ms(count)} to count", mark="≤ 50 ms")


def _scrolling(session: Session) -> Figure:
    rows = indicator_list(session)
    last = _first(rows)[-1]
    for _page in range(20):
        last = rows.page(last, PAGE)[-1]
    (time,) = medians([partial(rows.page, last, PAGE)], RUNS)
    return Figure(what="the page after 20 others", figure=in_ms(time), mark="≤ 16 ms")


def _first(rows: RecordList) -> list[Row]:
    rows.count()
    return rows.page(None, PAGE)
