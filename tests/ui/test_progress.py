"""The strip tells of work that takes its time, and stops it."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from regdesk.ui.progress import ProgressStrip
from regdesk.ui.work import Progress, Worker

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker(lambda error: pytest.fail(str(error)))
    yield made
    made.close()


@pytest.fixture
def strip(worker: Worker, qtbot: QtBot) -> Iterator[ProgressStrip]:
    window = QWidget()
    qtbot.addWidget(window)
    made = ProgressStrip(worker)
    QVBoxLayout(window).addWidget(made)
    window.show()
    yield made
    window.close()


@pytest.fixture
def go() -> Iterator[Event]:
    made = Event()
    yield made
    made.set()


def test_quick_work_is_not_worth_a_word(strip: ProgressStrip, worker: Worker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(worker.ended):
        worker.run("Räknar", lambda _progress: 1, lambda _result: None)
        assert not strip.isVisible()
    assert not strip.isVisible()


def test_long_work_is_told_and_ends(strip: ProgressStrip, worker: Worker, qtbot: QtBot, go: Event) -> None:
    def work(progress: Progress) -> None:
        progress(3, 7)
        go.wait(5)

    worker.run("Läser planen", work, lambda _result: None)
    qtbot.waitUntil(strip.isVisible)
    bar = strip.findChildren(QProgressBar)[0]
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (3, 7))
    assert strip.findChildren(QLabel)[0].text() == bar.accessibleName() == "Läser planen"
    go.set()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_work_can_be_stopped(strip: ProgressStrip, worker: Worker, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress(0, 0)

    worker.run("Läser för evigt", work, lambda _result: pytest.fail("it was stopped"))
    qtbot.waitUntil(strip.isVisible)
    strip.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert not strip.isVisible()
