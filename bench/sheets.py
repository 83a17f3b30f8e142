"""Sheets of 5, 50 and 200 pages as they are printed, beside the same blocks drawn by reportlab alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from bench.measuring import Figure, in_ms, medians, ratio
from bench.plain_pdf import PlainPdf
from bench.registers import words
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
from regdesk.sheets.pdf.writer import make_pdf

SIZES = (5, 50, 200)
RUNS = 3
_GOALS_A_PAGE = 1.16
_STATUSES = (
    StatusCell(word="Ja", symbol="✓", tone=Tone.GOOD),
    StatusCell(word="Delvis", symbol="◐", tone=Tone.CAUTION, note="På väg, men inte framme."),
    StatusCell(word="Nej", symbol="✗", tone=Tone.BAD, note="Arbetet har inte kommit igång."),
)


def figures(_folder: Path) -> Iterator[Figure]:
    """Time a page, and how many times the floor."""
    plain = PlainPdf()
    for size in SIZES:
        sheet = _sheet(round(size * _GOALS_A_PAGE))
        pages = make_pdf(sheet).pages
        ours, floor = medians([partial(make_pdf, sheet), partial(plain.draw, sheet)], RUNS)
        yield Figure(
            what=f"sheet of {pages} pages",
            figure=f"{in_ms(ours)}, {in_ms(ours / pages)} a page",
            beside=f"{ratio(ours, floor)} untagged reportlab",
            mark="≤ 1.3 ×, linear",
        )


def _sheet(goals: int) -> Sheet:
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
