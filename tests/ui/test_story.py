"""One user's story through the whole window: from no register to a printed sheet, and all of it found again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from regdesk.cli.demo.document import write_document
from regdesk.services.registers import check_register, opened
from regdesk.sheets.pdf.pages import Pages
from regdesk.ui.dialogs.meeting import NewMeetingDialog
from regdesk.ui.dialogs.new_register import NewRegisterDialog
from regdesk.ui.importing.review import Review
from regdesk.ui.meeting.view import MeetingView
from regdesk.ui.page import Page
from regdesk.ui.pages import PAGES
from regdesk.ui.pages.history import HistoryPage
from regdesk.ui.pages.meetings.page import MeetingsPage
from regdesk.ui.pages.plan import PlanPage
from regdesk.ui.pages.sheets.page import SheetsPage
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.start import RecentList
from regdesk.ui.theme import Theme
from regdesk.ui.views import ListView, TreeView
from tests.sheets.pdf.reading import page_texts
from tests.ui.pages.conftest import focused, type_into

Key = Qt.Key
NONE, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)
P = TypeVar("P", bound=Page)

PLAN = """# Verksamhetsplan 2025–2027
## Målområde 1: En nära region
### Mål: Biblioteken är öppna för alla
| Indikator - kvantitativ | Utfall 2024 | Målnivå 2025 |
| Nöjda låntagare | 71 | >80 |
| Meröppna bibliotek | 4 | 6 |
| Lån av e-böcker | 12 % | 15 % |
"""
TREE = [
    "Verksamhetsplan 2025–2027",
    "1 En nära region",
    "Biblioteken är öppna för alla",
    "Indikatorer",
    "Nöjda låntagare",
    "Meröppna bibliotek",
    "Lån av e-böcker",
    "Text",
    "Verksamhetsplan 2025–2027",
]
COMMENT = "Två filialer väntar på lås – de öppnar i höst."
VERDICTS = [("Nöjda låntagare", ["Ja"], ""), ("Meröppna bibliotek", ["Delvis"], COMMENT), ("Lån av e-böcker", [], "")]
ON_PAPER = [
    "Bedömt av Kulturnämnden 2025-09-16.",
    "Nöjda låntagare 71 >80 ✓ Ja",
    f"Meröppna bibliotek 4 6 ◐ Delvis Kommentar: {COMMENT}",
    "Lån av e-böcker 12 % 15 % – Ej bedömd",
]
STEPS = [
    "Ångrat: Bedöm Lån av e-böcker",
    "Bedöm Lån av e-böcker",
    "Kommentera Meröppna bibliotek",
    "Bedöm Meröppna bibliotek",
    "Bedöm Nöjda låntagare",
    "Öppna sammanträdet Septembermötet",
    "Lägg till sammanträdet Septembermötet",
    "Importera plan.docx",
    "Skapa registret för Region Norr",
]


@dataclass
class Secretary:
    """One who uses the window, mostly by its keys."""

    shell: Shell
    qtbot: QtBot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """A key, where the keyboard stands."""
        QTest.keyClick(focused(), key, modifier)

    def fill_in(self, *answers: str) -> None:
        """Answers to one question after the other, from where the keyboard stands."""
        for answer in answers:
            self.press(Key.Key_A, CTRL)
            type_into(focused(), answer)
            self.press(Key.Key_Tab)

    def dialog(self, kind: type[D]) -> D:
        """The dialog that asks something now."""
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        self.qtbot.waitUntil(found.isActiveWindow)
        return found

    def choose_file(self, path: Path) -> None:
        """In the file dialog that has opened."""
        dialog = self.dialog(QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.close()
        self.return_to_window()

    def return_to_window(self) -> None:
        self.shell.activateWindow()  # off screen no window manager does it
        self.qtbot.waitUntil(self.shell.isActiveWindow)

    def go(self, key: Qt.Key, kind: type[P]) -> P:
        """To a page by its number."""
        self.press(key, CTRL)
        assert self.shell.desk is not None
        page = self.shell.desk.page
        assert isinstance(page, kind)
        return page

    def one(self, kind: type[W]) -> W:
        """The widget of a kind that is in sight."""
        (found,) = (each for each in self.shell.findChildren(kind) if each.isVisible())
        return found

    def sees(self, kind: type[QWidget]) -> bool:
        return any(each.isVisible() for each in self.shell.findChildren(kind))

    def wait_for_work(self, page: SheetsPage) -> None:
        """Until the paper is made, written or printed."""
        self.qtbot.waitUntil(
            lambda: page._preview.count > 0 and not page._pause.isActive() and not self.shell.worker.is_busy,
            timeout=20_000,
        )


@pytest.fixture
def open_window(theme: Theme, settings: Settings, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Secretary]]:
    """Starts the program, each time with what it remembers of the time before."""
    settings.folder = tmp_path
    made: list[Shell] = []

    def start() -> Secretary:
        shell = Shell(theme, settings, PAGES)
        qtbot.addWidget(shell)
        made.append(shell)
        with qtbot.waitActive(shell):
            shell.show()
        return Secretary(shell, qtbot)

    yield start
    for shell in made:
        shell.close()


# The chapters


def make_register(user: Secretary) -> None:
    user.press(Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    user.dialog(NewRegisterDialog)
    user.fill_in("Region Norr", "Kulturnämnden", "Verksamhetsplan 2025–2027", "2025–2027")
    user.press(Key.Key_Return)


def import_plan(user: Secretary, plan: Path) -> None:
    """The new register asks for it."""
    assert "läsa in nämndens plan" in user.dialog(QMessageBox).text()
    user.press(Key.Key_Return)
    user.choose_file(plan)
    user.qtbot.waitUntil(lambda: user.sees(Review))
    user.press(Key.Key_L, ALT)  # the button is down for a moment, as if clicked
    user.qtbot.waitUntil(lambda: not user.sees(Review))
    assert read_tree(user) == TREE


def plan_meeting(user: Secretary) -> None:
    page = user.go(Key.Key_3, MeetingsPage)
    user.press(Key.Key_M, CTRL)
    form = user.dialog(NewMeetingDialog).form
    user.fill_in("2025-09-16")
    form.answer("title").setFocus()
    user.fill_in("Septembermötet")
    user.press(Key.Key_Return)
    user.return_to_window()
    assert page.panel.can_begin


def assess(user: Secretary) -> None:
    user.press(Key.Key_F5)
    view = user.one(MeetingView)
    user.press(Key.Key_J)
    user.press(Key.Key_Return)
    user.press(Key.Key_D)
    type_into(focused(), COMMENT)
    user.press(Key.Key_Return)
    user.press(Key.Key_N)
    assert view.header.progress == "3 av 3 bedömda"
    user.press(Key.Key_Z, CTRL)
    assert view.header.progress == "2 av 3 bedömda"
    user.press(Key.Key_Escape)
    assert user.shell.menuBar().isVisible()


def save_sheet(user: Secretary, path: Path) -> None:
    page = user.go(Key.Key_4, SheetsPage)
    user.wait_for_work(page)
    user.press(Key.Key_S, CTRL)
    user.choose_file(path)
    user.wait_for_work(page)
    text = text_of_pdf(path)
    assert all(words in text for words in ON_PAPER), text


def print_sheet(user: Secretary, path: Path) -> None:
    """On a printer that prints into a file."""
    page = user.go(Key.Key_4, SheetsPage)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    assert page._made is not None
    page.print_on(printer, page._made.pdf, page._made)
    user.wait_for_work(page)
    with Pages(path.read_bytes()) as printed:
        assert len(printed) == page._made.pdf.pages
        assert set(printed.image(0, 36).pixels) != {255}  # there is ink on the paper


def reopen(user: Secretary) -> None:
    """The register stands first among the recent ones."""
    assert isinstance(focused(), RecentList)
    user.press(Key.Key_Return)
    assert user.shell.session is not None


# What is seen


def read_tree(user: Secretary) -> list[str]:
    """The plan with all of it opened."""
    user.go(Key.Key_1, PlanPage)
    view = user.one(TreeView)
    view.setFocus()
    user.press(Key.Key_Home)
    index, found = view.currentIndex(), []
    while index.isValid():
        view.setExpanded(index, True)
        found.append(str(index.data()))
        index = view.indexBelow(index)
    return found


def read_verdicts(user: Secretary) -> list[tuple[str, list[str], str]]:
    """Every card of the meeting: its title, what is chosen, and the comment."""
    user.go(Key.Key_3, MeetingsPage)
    user.press(Key.Key_F5)
    view = user.one(MeetingView)
    user.press(Key.Key_Home)
    found = []
    for _card in range(len(VERDICTS)):
        chosen = [button.text() for button in view.footer.verdicts.buttons if button.isChecked()]
        found.append((view.card.title, chosen, view.footer.comment.get_text()))
        user.press(Key.Key_Right)
    user.press(Key.Key_Escape)
    return found


def read_history(user: Secretary) -> list[list[str]]:
    """When, who and what, the newest first."""
    page = user.go(Key.Key_9, HistoryPage)
    rows = page.findChildren(ListView)[0].model()
    return [[str(rows.index(row, column).data()) for column in range(3)] for row in range(rows.rowCount())]


def text_of_pdf(path: Path) -> str:
    """As one finds it when searching: words apart by one space, whatever the lines."""
    return " ".join(" ".join(page_texts(path.read_bytes())).split())


def test_from_nothing_to_a_sheet_and_all_found_again(open_window: Callable[[], Secretary], tmp_path: Path) -> None:
    plan = tmp_path / "plan.docx"
    write_document(PLAN, plan, "Region Norr")

    user = open_window()
    make_register(user)
    import_plan(user, plan)
    plan_meeting(user)
    assess(user)
    save_sheet(user, tmp_path / "blad.pdf")
    print_sheet(user, tmp_path / "utskrift.pdf")
    history = read_history(user)
    assert [what for _when, _who, what in history] == STEPS
    user.shell.close()

    user = open_window()
    reopen(user)
    assert read_tree(user) == TREE
    assert read_verdicts(user) == VERDICTS
    assert read_history(user) == history
    user.shell.close()

    with opened(tmp_path / "kulturnämnden.regdesk") as session:
        check_register(session)
