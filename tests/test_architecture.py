"""Every arrow between the rooms of the package, checked, and the check itself checked."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import grimp
import pytest

from tools.rooms import Plan

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "regdesk"

# Each costs more at start than the window itself; see docs/architecture.md.
HEAVY = ("docx", "fontTools", "icalendar", "jsonschema", "openpyxl", "pikepdf", "pypdfium2", "reportlab")
STARTS = ("__main__.py", "cli/__init__.py", "cli/__main__.py", "ui/app.py", "ui/main_window.py")


@cache
def plan() -> Plan:
    """The table in pyproject.toml."""
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = configuration["tool"]["importlinter"]["contracts"]
    return Plan.parse(contract["root"], contract["rooms"], contract["guarded"])


def graph_of(importer: str, imported: str) -> grimp.ImportGraph:
    """A program with one import."""
    graph = grimp.ImportGraph()
    graph.add_import(importer=importer, imported=imported)
    return graph


def test_every_import_follows_an_arrow() -> None:
    graph = grimp.build_graph("regdesk", include_external_packages=True, cache_dir=None)
    assert plan().forbidden(graph) == []


def test_every_module_is_in_a_room() -> None:
    modules = [path.relative_to(ROOT).with_suffix("") for path in PACKAGE.rglob("*.py")]
    names = {".".join(module.parts).removesuffix(".__init__") for module in modules} - {"regdesk"}
    assert {name for name in names if plan().room_of(name) is None} == set()


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("regdesk.domain.goals", "babel"),
        ("regdesk.domain.goals", "regdesk.i18n"),
        ("regdesk.domain.goals", "sqlite3"),
        ("regdesk.exchange.word", "regdesk.store"),
        ("regdesk.formats", "regdesk.i18n"),
        ("regdesk.services.change", "click"),
        ("regdesk.services.change", "regdesk.viewmodels.rows"),
        ("regdesk.services.change", "sqlite3"),
        ("regdesk.sheets.follow_up", "reportlab"),
        ("regdesk.sheets.follow_up", "regdesk.services"),
        ("regdesk.sheets.pdf.render", "regdesk.viewmodels"),
        ("regdesk.store.schema", "regdesk.services"),
        ("regdesk.store.schema", "PySide6"),
        ("regdesk.ui.pages.goals", "regdesk.domain.plan"),
        ("regdesk.ui.pages.goals", "regdesk.store.files"),
        ("regdesk.ui.pages.goals", "reportlab"),
        ("regdesk.viewmodels.rows", "PySide6"),
    ],
)
def test_an_import_against_the_arrows_is_found(importer: str, imported: str) -> None:
    assert plan().forbidden(graph_of(importer, imported)) == [f"{importer} may not import {imported}"]


def test_a_module_in_no_room_is_found() -> None:
    assert plan().forbidden(graph_of("regdesk.attic", "json")) == [
        "regdesk.attic is in no room, yet imports json",
    ]


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("regdesk.cli", "regdesk.store.files"),
        ("regdesk.domain.goals", "dataclasses"),
        ("regdesk.domain.goals", "regdesk.domain.codes"),
        ("regdesk.sheets.pdf.render", "reportlab"),
        ("regdesk.store.schema", "sqlite3"),
        ("regdesk.ui.pages.goals", "PySide6"),
        ("regdesk.viewmodels.rows", "regdesk"),
    ],
)
def test_an_import_along_an_arrow_is_let_through(importer: str, imported: str) -> None:
    assert plan().forbidden(graph_of(importer, imported)) == []


@pytest.mark.parametrize("start", [start for start in STARTS if (PACKAGE / start).is_file()])
def test_heavy_libraries_wait_until_they_are_used(start: str) -> None:
    module = ".".join(("regdesk", *Path(start).with_suffix("").parts)).removesuffix(".__init__")
    probe = f"import sys, {module}; print(*sorted(sys.modules.keys() & {set(HEAVY)!r}))"
    seen = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8"
    )
    assert seen.stdout.split() == []
