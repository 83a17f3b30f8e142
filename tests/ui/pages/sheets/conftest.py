"""A window with the page of sheets, on a register with a plan, and a PDF that needs no register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from regdesk.services.session import Session
from regdesk.sheets.blocks import Foot, Head, Orientation, PageBreak, Paragraph, Sheet
from regdesk.sheets.pdf.writer import pdf_bytes
from regdesk.ui.page import PageSpec
from regdesk.ui.pages.sheets.page import SheetsPage
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.theme import Theme
from regdesk.ui.verbs import Verb
from tests.registers import open_example
from tests.ui.conftest import BarePage

PAGES = 3


def pdf(orientation: Orientation = Orientation.PORTRAIT, pages: int = PAGES) -> bytes:
    """A PDF of so many short pages."""
    day = date(2026, 2, 17)
    texts = [Paragraph(text=f"Sida {number}") for number in range(pages)]
    blocks = [block for text in texts for block in (PageBreak(), text)][1:]
    head = Head(organisation="Region Norr", board="Nämnden", document_type="Uppföljning", title="Provblad", date=day)
    return pdf_bytes(
        Sheet(head=head, foot=Foot(plan="Plan", printed=day), blocks=tuple(blocks), orientation=orientation)
    )


@pytest.fixture(scope="session")
def upright() -> bytes:
    return pdf()


@pytest.fixture(scope="session")
def wide() -> bytes:
    return pdf(Orientation.LANDSCAPE, pages=1)


@pytest.fixture
def example_register(tmp_path: Path) -> Path:
    session, _example = open_example(tmp_path)
    with session:
        return session.path


@pytest.fixture
def window(theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[Shell]:
    """The window with an empty page and that of sheets, in sight and with no register open."""
    made = Shell(theme, settings, [PageSpec(Verb.GO_PLAN, BarePage), PageSpec(Verb.GO_SHEETS, SheetsPage)])
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
    QApplication.processEvents()


@pytest.fixture
def page(window: Shell, example_register: Path, qtbot: QtBot) -> SheetsPage:
    """The page with its paper made."""
    window.open_register(example_register)
    return go(window, qtbot)


def go(window: Shell, qtbot: QtBot) -> SheetsPage:
    """Go to the page and wait for its paper."""
    window.verbs[Verb.GO_SHEETS].trigger()
    assert window.desk is not None
    shown = window.desk.page
    assert isinstance(shown, SheetsPage)
    qtbot.waitUntil(lambda: shown._preview.count > 0 and not window.worker.is_busy, timeout=20_000)
    return shown


def session_of(window: Shell) -> Session:
    assert window.session is not None
    return window.session
