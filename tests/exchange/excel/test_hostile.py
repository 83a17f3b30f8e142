"""Workbooks whose parts were changed at random are read, or refused with a reason; nothing else ever happens."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from regdesk.domain.problems import Problem
from regdesk.exchange.propose import propose
from tests.exchange.excel.test_reader import workbook

_LINES: list[list[object]] = [
    ["Uppdrag", "Status", "Klart senast"],
    ["Se över taxan", "Pågår", "2026-05-01"],
    ["Öva", 0.5, None],
]
_PIECES = (
    b"<",
    b">",
    b'"',
    b"r=",
    b"t=",
    b"</row>",
    b"<c/>",
    b"\x00",
    b"99999999999",
    b"-1",
    b"&amp;",
    b"</v>",
    b's="7"',
)


def _changed(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _each in range(chance.randint(1, 6)):
        start = chance.randrange(len(data))
        data[start : start + chance.randint(0, 12)] = chance.choice(_PIECES)
    return bytes(data)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_part_that_was_changed_at_random(tmp_path: Path, part: str) -> None:
    with zipfile.ZipFile(workbook(tmp_path, Uppdrag=_LINES)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(part)  # noqa: S311 - the same files each time
    outcomes = {"read": 0, "refused": 0}
    for _each in range(120):
        path = tmp_path / "ändrad.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, _changed(content, chance) if name == part else content)
        try:
            outcomes["read"] += propose(path).missing() == frozenset()
        except Problem:
            outcomes["refused"] += 1
    assert sum(outcomes.values()) == 120
    assert min(outcomes.values()) > 0, outcomes
