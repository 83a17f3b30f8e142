"""A small plan as a Word file, and a window that is ready to read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from regdesk.cli.demo.document import write_document
from regdesk.exchange.proposal import NodeKind, Proposal, ProposedNode
from regdesk.exchange.propose import propose
from regdesk.ui.page import PageSpec
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.theme import Theme
from regdesk.ui.verbs import Verb
from tests.ui.conftest import BarePage

PLAN = """# Verksamhetsplan 2025–2027
## Inledning
Planen gäller i tre år.
## Målområde 1: En nära region
### Mål: Vården är nära
| Indikator - kvantitativ | Utfall 2023 | Målnivå 2025 |
| Nöjda besökare | 75 | >80 |
| Svar samma dag | 60 % | 90 % |
Fler ska få vård hemma.
### Mål: Ekonomin är stark
Budgeten hålls.
| Ansvarig | Telefon |
| Ekonomichefen | 060-123 |
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.docx"
    write_document(PLAN, path, "Regdesk")
    return path


@pytest.fixture
def proposal(plan: Path) -> Proposal:
    return propose(plan)


@pytest.fixture
def window(theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[Shell]:
    """The window with two empty pages, in sight and with no register open."""
    made = Shell(theme, settings, [PageSpec(Verb.GO_SHEETS, BarePage), PageSpec(Verb.GO_PLAN, BarePage)])
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
    QApplication.processEvents()


def named(proposal: Proposal, text: str) -> ProposedNode:
    """The first node of the tree with this text."""
    return next(node for node in proposal.walk() if node.text == text)


def kinds(proposal: Proposal, text: str) -> NodeKind:
    return named(proposal, text).kind
