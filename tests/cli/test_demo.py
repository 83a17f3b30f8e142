"""The demo: the main job on the example plan, and the Word file that it starts from."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from regdesk.cli import window
from regdesk.cli.demo import write_example_plan
from regdesk.cli.demo.document import write_document
from regdesk.exchange.word.document import ListItem, Table
from regdesk.exchange.word.reader import read_document
from regdesk.i18n import set_language
from tests.cli.conftest import Regdesk

TEXT = """# Planen
## Kapitel
Ett stycke.[^Den första & sista noten.]
- ett
    - två
| a | b |
|  | 2 |

| c |
| d |
#### Långt ner
"""


def test_a_plain_text_becomes_headings_lists_tables_and_notes(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    write_document(TEXT, path, "Någon")
    document = read_document(path)
    assert document.title == "Planen"
    assert [note.text for note in document.notes] == ["Den första & sista noten."]
    items = [(block.level, block.text) for block in document.blocks if isinstance(block, ListItem)]
    assert items == [(0, "ett"), (1, "två")]
    tables = [[row.texts for row in block.rows] for block in document.blocks if isinstance(block, Table)]
    assert tables == [[("a", "b"), ("", "2")], [("c",), ("d",)]]


def test_the_example_plan_says_that_it_is_none(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    write_example_plan(path)
    document = read_document(path)
    assert "exempeldata" in document.title
    assert "exempeldata" in document.blocks[1].text


def test_the_demo_does_the_main_job(regdesk: Regdesk, tmp_path: Path) -> None:
    said = regdesk("demo", tmp_path / "visning", "--no-window")
    assert (said.code, said.err) == (0, "")
    place = tmp_path / "visning"
    assert sorted(path.name for path in place.iterdir()) == [
        "bedömningar.csv",
        "regionstyrelsen.regdesk",
        "uppföljning.pdf",
        "uppföljning.txt",
        "verksamhetsplan.docx",
    ]
    shown = json.loads(regdesk("show", place / "regionstyrelsen.regdesk", "--json").out)
    assert len(shown["assessments"]) == 14
    assert {entry["verdict"] for entry in shown["assessments"]} == {"yes", "partly", "no", "cannot_assess"}
    assert "Registret stämmer" in said.out
    assert said.out.endswith(f"regdesk open {place / 'regionstyrelsen.regdesk'}\n")


def test_the_demo_does_its_job_in_english(regdesk: Regdesk, tmp_path: Path) -> None:
    set_language("en")
    said = regdesk("demo", tmp_path / "showing", "--no-window")
    assert (said.code, said.err) == (0, "")
    assert "14 assessments were imported" in said.out


def test_the_demo_writes_over_nothing(regdesk: Regdesk, tmp_path: Path) -> None:
    (tmp_path / "visning").mkdir()
    (tmp_path / "visning-2").mkdir()
    assert regdesk("demo", tmp_path / "visning", "--no-window").code == 0
    assert list((tmp_path / "visning").iterdir()) == []
    assert (tmp_path / "visning-3" / "uppföljning.pdf").is_file()


def test_the_demo_opens_the_window_where_somebody_may_see_it(
    regdesk: Regdesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    here: tuple[str, Mapping[str, str]] = (sys.platform, os.environ)
    monkeypatch.setattr(window, "open_window", opened.append)
    monkeypatch.setattr(window, "has_screen", lambda platform, environment: (platform, environment) == here)
    said = regdesk("demo", tmp_path / "visning")
    assert said.out.endswith("Fönstret öppnas.\n")
    assert opened == [tmp_path / "visning" / "regionstyrelsen.regdesk"]


def test_a_folder_that_cannot_be_made_is_told(regdesk: Regdesk, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    said = regdesk("demo", tmp_path / "fil" / "visning", "--no-window")
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith("kontrollera att du får skriva i mappen.\n")


@pytest.mark.parametrize(
    ("platform", "environment", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "CI": "true"}, False),
        ("win32", {}, True),
        ("win32", {"CI": "1"}, False),
    ],
)
def test_a_screen_is_where_somebody_may_be(platform: str, environment: dict[str, str], seen: bool) -> None:
    assert window.has_screen(platform, environment) is seen
