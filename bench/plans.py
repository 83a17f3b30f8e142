"""Reading a plan of 40 pages from Word into a register, beside python-docx walking through the same file."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Figure, in_ms, medians, ratio
from bench.registers import make_register, words
from regdesk.cli.demo.document import write_document
from regdesk.exchange.proposal import to_lists
from regdesk.exchange.word.reader import read_document
from regdesk.exchange.word.recognise import recognise
from regdesk.exchange.writing import write_proposal
from regdesk.services.registers import opened

GOALS = 44
"""As many as fill about 40 pages."""
RUNS = 5


def figures(folder: Path) -> Iterator[Figure]:
    """The whole import, and how much of it is reading, recognising and writing."""
    import docx

    path = folder / "plan.docx"
    write_document("\n".join(_plan()), path, "Mätningen")
    document = read_document(path)
    proposal = recognise(document)
    fresh = (folder / f"{number}.regdesk" for number in itertools.count())

    def write() -> None:
        register = next(fresh)
        make_register(register, indicators=0)
        with opened(register) as session:
            write_proposal(session, proposal)

    def floor() -> None:
        for block in docx.Document(str(path)).iter_inner_content():
            _ = [cell.text for row in block.rows for cell in row.cells] if hasattr(block, "rows") else block.text

    reading, recognising, writing, walking = medians(
        [lambda: read_document(path), lambda: recognise(document), write, floor], RUNS
    )
    indicators = len(to_lists(proposal)["indicators"])
    yield Figure(
        what=f"import a plan of 40 pages, {indicators} indicators",
        figure=in_ms(reading + recognising + writing),
        beside=f"read {in_ms(reading)} ({ratio(reading, walking)} python-docx), recognise {in_ms(recognising)}",
        mark="≤ 1 s",
    )
    yield Figure(what="of that, a new register and the writing", figure=in_ms(writing))


def _plan() -> Iterator[str]:
    """Goals as plans have them: a table, running text and two lists of uppdrag, a page each."""
    yield "# Plan (påhittad)"
    yield "## Målområden"
    for goal in range(GOALS):
        if goal % 4 == 0:
            yield f"### Målområde {goal // 4 + 1}: {words(goal)}"
        yield f"#### Mål: {words(goal * 3 + 1)}"
        yield "| Indikator - kvantitativ | Utfall 2023 | Utfall 2024 | Målnivå 2025 | Målnivå 2027 |"
        yield from (f"| {words(goal * 5 + row)} | 61 % | - | >75 | Ny indikator |" for row in range(5))
        yield from (" ".join(words(goal + step + part) for step in range(12)) + "." for part in range(4))
        yield "I sitt ansvar att leda och samordna regionen ska styrelsen:"
        yield from (f"- {words(goal * 7 + item)}" for item in range(6))
        yield "I sin roll som nämnd för regionkontoret ska styrelsen:"
        yield from (f"- {words(goal * 11 + item)}" for item in range(3))
