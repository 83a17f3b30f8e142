"""Garbage is collected when it is due, in the window's thread, and never while Qt is in the middle of something."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread, current_thread, main_thread
from weakref import ref

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from regdesk.ui.garbage import Garbage, collect_due
from regdesk.ui.work import Progress, Worker

# Qt walks over a list of all widgets here, and the first that hears of it makes garbage of the others.
WALK = """
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel
from regdesk.ui.app import make_app
from regdesk.ui.theme import Appearance, Theme

app = make_app(["regdesk"])
theme = Theme(app, Appearance.LIGHT)
kept = []

class Ring(QLabel):
    def __init__(self):
        super().__init__()
        self.me = self
        self.ensurePolished()

    def changeEvent(self, event):
        if event.type() == QEvent.Type.StyleChange:
            kept.clear()
            [[] for _ in range(100_000)]
        super().changeEvent(event)

kept.extend(Ring() for _ in range(300))
theme.set_appearance(Appearance.DARK)
print(len(app.allWidgets()))
"""


class Ring(QLabel):
    """Holds itself, so that only a collection lets go of it."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


class Collections:
    """Notes each collection: its generation, and the thread it ran in."""

    def __init__(self) -> None:
        self.ages: list[int] = []
        self.threads: set[Thread] = set()

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            self.ages.append(info["generation"])
            self.threads.add(current_thread())


def wait_and_make(qtbot: QtBot, is_done: Callable[[], bool]) -> None:
    """Wait, with ever more made: what former tests let go of meanwhile counts against what is made."""
    kept: list[list[int]] = []

    def ask() -> bool:
        kept.extend([] for _ in range(1000))
        return is_done()

    qtbot.waitUntil(ask)


@pytest.fixture
def collections() -> Iterator[Collections]:
    """What is collected during a test that has thresholds of its own."""
    before = gc.get_threshold()
    gc.collect()
    made = Collections()
    gc.callbacks.append(made)
    yield made
    gc.callbacks.remove(made)
    gc.set_threshold(*before)


@pytest.fixture
def garbage(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Garbage]:
    """The program's collector, often; before it came Python's own was at work."""
    monkeypatch.setattr("regdesk.ui.garbage.INTERVAL_MS", 1)
    gc.enable()
    made = Garbage(application)
    yield made
    gc.disable()
    made._timer.stop()
    made.deleteLater()


@pytest.mark.parametrize(
    ("thresholds", "ages"),
    [((50, 100, 100), [0]), ((10_000_000, 0, 0), []), ((0, 1, 1), []), ((50, 0, 0), [0])],
    ids=["due", "not due", "never", "older ones never"],
)
def test_what_is_due_is_collected(collections: Collections, thresholds: tuple[int, int, int], ages: list[int]) -> None:
    gc.set_threshold(*thresholds)
    kept: list[list[int]] = [[] for _ in range(1000)]
    collect_due()
    assert (collections.ages, len(kept)) == (ages, 1000)


def test_older_generations_have_their_turn(collections: Collections) -> None:
    gc.set_threshold(50, 1, 1)
    kept: list[list[int]] = []
    for _turn in range(9):
        kept.extend([] for _ in range(1000))
        collect_due()
    assert collections.ages == [0, 0, 1, 0, 0, 1, 2, 0, 0]


@pytest.mark.usefixtures("garbage")
def test_garbage_goes_at_the_top_of_the_loop(collections: Collections, qtbot: QtBot) -> None:
    gc.set_threshold(50, 0, 0)
    ring = ref(Ring())
    assert (ring() is None, collections.ages) == (False, [])
    wait_and_make(qtbot, lambda: ring() is None)
    assert set(collections.ages) == {0}


def test_garbage_waits_in_a_loop_within_a_loop(garbage: Garbage, collections: Collections, qtbot: QtBot) -> None:
    gc.set_threshold(50, 0, 0)
    kept: list[list[int]] = []
    seen: list[list[int]] = []

    def turn() -> None:
        inner, ticks = QEventLoop(), iter(range(3))
        kept.extend([] for _ in range(1000))
        before = len(collections.ages)
        garbage._timer.timeout.connect(lambda: inner.quit() if next(ticks, None) is None else None)
        inner.exec()
        seen.append(collections.ages[before:])

    QTimer.singleShot(0, turn)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [[]]
    wait_and_make(qtbot, lambda: bool(collections.ages))


@pytest.mark.usefixtures("garbage")
def test_no_garbage_is_collected_in_the_thread_of_a_job(collections: Collections, qtbot: QtBot) -> None:
    gc.set_threshold(50, 0, 0)
    seen: list[bool] = []
    worker = Worker(lambda error: pytest.fail(str(error)))

    def work(_progress: Progress) -> bool:
        kept: list[list[int]] = [[] for _ in range(100_000)]
        return bool(kept) and gc.isenabled()

    worker.run("Läser", work, seen.append)
    wait_and_make(qtbot, lambda: bool(seen) and bool(collections.ages))
    worker.close()
    assert (seen, collections.threads) == ([False], {main_thread()})


def test_a_change_of_look_lets_go_of_no_widget() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", WALK],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert (done.returncode, done.stdout.strip()) == (0, "300"), done.stderr
