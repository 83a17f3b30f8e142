"""Times things fairly on a machine that does other things too: in turns, so that all meet the same noise."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

Work = Callable[[], object]

MILLI: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table. `mark` is what it should be, in words; figures are ratios or have their unit."""

    what: str
    figure: str
    beside: str = ""
    mark: str = ""


def seconds(work: Work) -> float:
    """How long one run takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turns(works: Sequence[Work], runs: int) -> list[list[float]]:
    """The times of `runs` rounds in each of which every work runs once; one list for each work."""
    rounds = [[seconds(work) for work in works] for _round in range(runs)]
    return [list(times) for times in zip(*rounds, strict=True)]


def medians(works: Sequence[Work], runs: int) -> list[float]:
    """The median time of each work, in seconds."""
    return [statistics.median(times) for times in in_turns(works, runs)]


def percentile(times: Sequence[float], share: float) -> float:
    """The time that `share` of all, 0 to 1, do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def in_ms(time_s: float) -> str:
    """Seconds as milliseconds, with decimals where there would be nothing else."""
    in_millis = time_s * MILLI
    return f"{in_millis:,.1f} ms" if in_millis < 100 else f"{in_millis:,.0f} ms"


def ratio(time_s: float, floor_s: float) -> str:
    """How many times the floor."""
    return f"{time_s / floor_s:.2f} ×"


def print_table(figures: Sequence[Figure]) -> None:
    """The figures in columns."""
    rows = [("what", "measured", "beside", "mark"), *((f.what, f.figure, f.beside, f.mark) for f in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
