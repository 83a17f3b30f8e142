"""What the tests of the window stand on: a theme, settings of their own, and lists that need no register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from regdesk.domain.models import MODELS
from regdesk.services.registers import NewRegister, create_register, opened
from regdesk.services.session import Changed, Session
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.editors import LineEdit
from regdesk.ui.page import Page, PageSpec
from regdesk.ui.settings import Settings
from regdesk.ui.shell import Shell
from regdesk.ui.theme import Appearance, Theme
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.rows import Align, Cell, Column, Row, Tone


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Every test here has an application to stand in."""
    return qapp


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The program's look, light, for the length of one test."""
    # The style sheet stays on between tests, as in the program: where it is taken off, Qt forgets to be told of widgets
    # that were never shown, and walks over what is left of them when the next one is put on.
    made = Theme(qapp, Appearance.LIGHT)
    yield made
    qapp.setPalette(QPalette())
    made.deleteLater()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of this test."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def row(number: int, text: str = "", tone: Tone = Tone.NEUTRAL) -> Row:
    """A row whose id and number cell come of its number."""
    cells = (
        Cell(text=text or f"Indikator {number}"),
        Cell(text=str(number), spoken=f"nummer {number}"),
        Cell(text="Ja", symbol="✔", tone=tone) if tone is not Tone.NEUTRAL else Cell(text=""),
    )
    return Row(id=f"row-{number}", cells=cells, position=(number,))


@dataclass
class FakeSource:
    """A RowSource over a plain list, which notes what was asked of it."""

    rows: list[Row]
    fetched: list[tuple[str, int]] = field(default_factory=list)
    filtered: str = ""
    order: tuple[str, bool] = ("number", False)

    columns: Sequence[Column] = (
        Column(key="title", title="Indikator", width=3),
        Column(key="number", title="Nummer", align=Align.RIGHT),
        Column(key="verdict", title="Bedömning", sortable=False),
    )

    def count(self) -> int:
        return len(self._shown())

    def page(self, after: Row | None, limit: int) -> list[Row]:
        self.fetched.append((after.id if after else "", limit))
        shown = self._shown()
        start = [each.id for each in shown].index(after.id) + 1 if after else 0
        return shown[start : start + limit]

    def set_filter(self, text: str) -> None:
        self.filtered = text

    def set_order(self, key: str, *, descending: bool) -> None:
        self.order = (key, descending)

    def rename(self, number: int, text: str) -> None:
        place = [each.id for each in self.rows].index(f"row-{number}")
        old = self.rows[place]
        self.rows[place] = replace(old, cells=(Cell(text=text), *old.cells[1:]))

    def _shown(self) -> list[Row]:
        shown = [each for each in self.rows if self.filtered in each.cells[0].text]
        return shown[::-1] if self.order[1] else shown


@pytest.fixture
def source() -> FakeSource:
    """Five hundred rows: three pages."""
    return FakeSource([row(number) for number in range(500)])


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register as new: a board and its years."""
    path = tmp_path / "kulturnämnden.regdesk"
    create_register(
        path,
        NewRegister(
            organisation="Region Norr",
            board="Kulturnämnden",
            period_start=2024,
            period_end=2026,
            model=MODELS["goal_areas"],
        ),
    )
    return path


@pytest.fixture
def session(register: Path) -> Iterator[Session]:
    """The new register, open."""
    with opened(register, "tester") as made:
        yield made


class NotePage(Page):
    """A page that notes what the desk asks of it."""

    filter_hint = "Sök bland anteckningar"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.notes: list[str] = []
        self.field = LineEdit()
        self.field.setAccessibleName("Anteckning")
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)

    def handlers(self) -> Mapping[Verb, Handler]:
        return {Verb.PRINT: lambda: self.notes.append("print")}

    def set_filter(self, text: str) -> None:
        self.notes.append(f"filter {text}")

    def refresh(self, changed: Changed | None) -> None:
        self.notes.append(f"refresh {changed.step.action if changed else 'all'}")

    def stand_on(self, record_id: str) -> None:
        self.notes.append(f"stand on {record_id}")

    def commit(self) -> None:
        self.notes.append("commit")


class BarePage(Page):
    """A page with nothing to filter."""


@pytest.fixture
def shell(theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[Shell]:
    """The window with two pages, in sight and with no register open."""
    made = Shell(theme, settings, [PageSpec(Verb.GO_PLAN, NotePage), PageSpec(Verb.GO_SHEETS, BarePage)])
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
