"""Sheets of 5, 50 and 500 pages as they are printed, beside others: reportlab alone, WeasyPrint and Typst."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bench.measuring import Figure, in_ms, ratio
from bench.registers import words
from bench.sources import html_of, typst_of
from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Cell,
    Foot,
    Head,
    Heading,
    Paragraph,
    Row,
    Sheet,
    StatusCell,
    Table,
    Tone,
)

ROUNDS = {5: 9, 50: 5, 500: 3}  # by the number of pages
OF_BLOCKS = ("regdesk", "reportlab", "reportlab without symbols and colours")
PEERS = Path(__file__).resolve().parent.parent / ".venv-bench"
_GOALS_A_PAGE = 1.16
_STATUSES = (
    StatusCell(word="Ja", symbol="✓", tone=Tone.GOOD),
    StatusCell(word="Delvis", symbol="◐", tone=Tone.CAUTION, note="På väg, men inte framme."),
    StatusCell(word="Nej", symbol="✗", tone=Tone.BAD, note="Arbetet har inte kommit igång."),
)


def figures(folder: Path) -> Iterator[Figure]:
    """Time a page, how many times the floor, and what was held in memory at most."""
    for pages, rounds in ROUNDS.items():
        goals = round(pages * _GOALS_A_PAGE)
        found = _measured(_commands(folder, goals), rounds)
        floor = found["reportlab"][0]
        for name, (time_s, mib) in found.items():
            yield Figure(
                what=f"{pages} pages, {name}",
                figure=f"{in_ms(time_s)}, {in_ms(time_s / pages)} a page",
                beside=f"{ratio(time_s, floor)} untagged reportlab, {mib:.0f} MiB",
                mark="≤ 1.3 ×, linear" if name == "regdesk" else "",
            )
    if not _peer().exists():
        print("WeasyPrint and Typst are left out: `python3 dev.py bench sheets` installs them.", flush=True)


def _commands(folder: Path, goals: int) -> dict[str, list[str]]:
    """What starts each printer."""
    commands = {name: [sys.executable, "-m", "bench.printer", name, str(goals)] for name in OF_BLOCKS}
    if _peer().exists():
        sheet = sheet_of(goals)
        sources = {"weasyprint": (".html", html_of(sheet)), "typst": (".typ", typst_of(sheet))}
        for name, (suffix, text) in sources.items():
            path = folder / f"{goals}{suffix}"
            path.write_text(text, encoding="utf-8")
            commands[name] = [str(_peer()), "-m", "bench.printer", name, str(path)]
    return commands


def _peer() -> Path:
    return PEERS / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _measured(commands: Mapping[str, list[str]], rounds: int) -> dict[str, tuple[float, float]]:
    """The median time of each printer, in turns with the others, and the most MiB that it held."""
    started = {
        name: subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PEERS.parent)
        for name, command in commands.items()
    }
    times: dict[str, list[float]] = {name: [] for name in started}
    for _round in range(rounds):
        for name, process in started.items():
            times[name].append(_asked(process))
    ended = {name: process.communicate()[0] for name, process in started.items()}
    return {name: (statistics.median(times[name]), float(ended[name])) for name in started}


def _asked(process: subprocess.Popen[str]) -> float:
    """The seconds of one more run."""
    print(file=process.stdin, flush=True)
    return float(process.stdout.readline() if process.stdout else "nan")


def sheet_of(goals: int) -> Sheet:
    """A sheet of so many goals, each with a table of indicators and a list of uppdrag."""
    head = Head(
        organisation="Region Exempel",
        board="Regionstyrelsen",
        document_type="Uppföljning",
        title="Uppföljning per mål",
        date=date(2026, 2, 17),
    )
    made = tuple(block for number in range(goals) for block in _goal(number))
    return Sheet(head=head, foot=Foot(plan="Plan (påhittad)", printed=date(2026, 2, 17)), blocks=made)


def _goal(number: int) -> Iterator[Block]:
    yield Heading(text=f"{number + 1} {words(number)}")
    yield Paragraph(text=" ".join(words(number + step) for step in range(8)) + ".")
    header = ("Indikator", "Utfall 2023", "Utfall 2024", "Målnivå 2025", "Bedömning")
    rows = tuple(Row(cells=_cells(number * 10 + row)) for row in range(8))
    yield Table(header=header, rows=rows, widths=(4, 1.2, 1.2, 1.2, 2))
    yield BulletList.of(*(words(number * 7 + item) for item in range(6)))


def _cells(number: int) -> tuple[Cell, ...]:
    return (words(number), f"{number},5 %", "−3", "≥ 75 %", _STATUSES[number % len(_STATUSES)])
