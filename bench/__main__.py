"""`python -m bench [NAME …]`: measures what the names say, or everything, and prints a table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import lists, meeting, plans, sheets, start, work
from bench.measuring import Figure, print_table

BENCHES: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "start": start.figures,
    "meeting": meeting.figures,
    "lists": lists.figures,
    "plans": plans.figures,
    "sheets": sheets.figures,
    "work": work.figures,
}


def main(names: list[str]) -> int:
    """Measure, and print the figures beside their marks."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"no such bench: {', '.join(unknown)}; there are {', '.join(BENCHES)}")
        return 2
    for name in names or BENCHES:
        print(f"\n{name}: {(sys.modules[BENCHES[name].__module__].__doc__ or '').splitlines()[0]}\n", flush=True)
        with TemporaryDirectory() as folder:
            print_table(list(BENCHES[name](Path(folder))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
