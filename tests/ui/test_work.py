"""Work runs beside the window, answers in the window's thread, and stops when told to."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.ui.work import Progress, Worker


def ignore(_result: object) -> None:
    """Where a test has no use for the result."""


@pytest.fixture
def failures() -> list[Exception]:
    return []


@pytest.fixture
def worker(failures: list[Exception]) -> Iterator[Worker]:
    made = Worker(failures.append)
    yield made
    made.close()


def test_the_result_comes_home(worker: Worker, qtbot: QtBot) -> None:
    threads = []
    results = []

    def work(_progress: Progress) -> str:
        threads.append(current_thread())
        return "klar"

    def done(result: str) -> None:
        threads.append(current_thread())
        results.append(result)

    with qtbot.waitSignal(worker.ended):
        worker.run("Läser planen", work, done)
        assert worker.is_busy
    qtbot.waitUntil(lambda: results == ["klar"])
    assert threads[0] is not main_thread()
    assert threads[1] is main_thread()
    assert not worker.is_busy


def test_a_problem_comes_home(worker: Worker, qtbot: QtBot, failures: list[Exception]) -> None:
    def work(_progress: Progress) -> None:
        raise Problem(ProblemKind.NOT_WORD, name="plan.docx")

    worker.run("Läser planen", work, lambda result: pytest.fail(f"{result}"))
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], Problem)
    assert failures[0].kind is ProblemKind.NOT_WORD


def test_a_job_can_have_its_own_way_of_failing(worker: Worker, qtbot: QtBot, failures: list[Exception]) -> None:
    own: list[Exception] = []
    worker.run("Räknar", lambda _progress: 1 // 0, ignore, own.append)
    qtbot.waitUntil(lambda: bool(own))
    assert isinstance(own[0], ZeroDivisionError)
    assert failures == []


def test_progress_is_told(worker: Worker, qtbot: QtBot) -> None:
    told = []
    go = Event()

    def work(progress: Progress) -> None:
        go.wait(5)
        progress(1, 2)
        progress(2, 2)

    job = worker.run("Läser", work, ignore)
    job.progress.moved.connect(lambda done, total: told.append((done, total)))
    go.set()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert told == [(1, 2), (2, 2)]


def test_a_cancelled_job_answers_nobody(worker: Worker, qtbot: QtBot, failures: list[Exception]) -> None:
    answers: list[object] = []
    begun, go = Event(), Event()

    def work(progress: Progress) -> str:
        begun.set()
        go.wait(5)
        progress(1, 2)
        return "aldrig"

    job = worker.run("Läser", work, answers.append)
    begun.wait(5)
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert answers == []
    assert failures == []


def test_work_that_only_asks_hears_that_it_was_cancelled() -> None:
    progress, told = Progress(), []
    progress.moved.connect(lambda done, total: told.append((done, total)))
    progress.go_on()
    progress.cancel()
    with pytest.raises(Problem) as caught:
        progress.go_on()
    assert caught.value.kind is ProblemKind.CANCELLED
    assert told == []


def test_jobs_run_in_turn(worker: Worker, qtbot: QtBot) -> None:
    order: list[str] = []
    for name in ("ett", "två", "tre"):
        worker.run(name, lambda _progress, name=name: order.append(name), ignore)  # type: ignore[misc]
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert order == ["ett", "två", "tre"]


def test_closing_cancels(worker: Worker, failures: list[Exception]) -> None:
    begun = Event()

    def work(progress: Progress) -> None:
        while True:
            begun.set()
            progress(0, 0)

    worker.run("Läser för evigt", work, ignore)
    begun.wait(5)
    worker.close()
    assert failures == []
