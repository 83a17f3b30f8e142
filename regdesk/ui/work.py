"""Long work beside the window: it runs in a thread, tells how far it has come, can be cancelled, and answers at home.

A job is a plain function of a Progress. It must touch no widget, and read the register over a connection of its own, as
`services.beside` does: a Session belongs to the thread that opened it.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from regdesk.domain.problems import Problem, ProblemKind

T = TypeVar("T")

CLOSE_WAIT_MS: Final = 10_000


class Progress(QObject):
    """What a job is handed to tell how far it has come, and to learn that it was cancelled."""

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = Event()

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` parts are ready; a total of 0 means that nobody knows. Raises Problem(CANCELLED)."""
        self.go_on()
        self.moved.emit(done, total)

    def go_on(self) -> None:
        """For work that asks more often than there is something to tell. Raises Problem(CANCELLED)."""
        if self._cancelled.is_set():
            raise Problem(ProblemKind.CANCELLED)

    def cancel(self) -> None:
        """The job stops when it next tells or asks."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()


class Job(QObject, Generic[T]):
    """One piece of work under way; `ended` is sent in the window's thread, whatever the outcome."""

    ended = Signal()
    _returned = Signal(object, object)

    def __init__(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        super().__init__()
        self.title = title
        self.progress = Progress()
        self._work = work
        self._done = done
        self._failed = failed
        self._returned.connect(self._answer)

    def cancel(self) -> None:
        self.progress.cancel()

    def run(self) -> None:
        """The worker's part. What it ends with travels home in a queued signal."""
        try:
            self._returned.emit(self._work(self.progress), None)
        except Exception as error:
            self._returned.emit(None, error)

    def _answer(self, result: T, error: Exception | None) -> None:
        self.ended.emit()
        if error is None and not self.progress.is_cancelled:
            self._done(result)
        elif error is not None and not _is_cancelled(error):
            self._failed(error)


class Worker(QObject):
    """Runs jobs one at a time and in order, so that two of them never write the same file.

    No cyclic garbage is collected in a job's thread, where a widget must never be let go of: see Garbage.
    """

    started = Signal(Job)
    ended = Signal(Job)

    def __init__(self, failed: Callable[[Exception], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failed = failed
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: list[Job[object]] = []

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> Job[T]:
        """Start `work`; `done` gets its result, `failed` what it raised; a cancelled job calls neither."""
        job = Job(title, work, done, failed or self._failed)
        self._jobs.append(job)  # type: ignore[arg-type]
        job.ended.connect(lambda: self._forget(job))  # type: ignore[arg-type]
        self.started.emit(job)
        self._pool.start(_Task(job.run))
        return job

    @property
    def is_busy(self) -> bool:
        return bool(self._jobs)

    def close(self) -> None:
        """Cancel everything and wait for the job under way to notice."""
        for job in self._jobs:
            job.cancel()
        self._pool.clear()
        self._pool.waitForDone(CLOSE_WAIT_MS)

    def _forget(self, job: Job[object]) -> None:
        self._jobs.remove(job)
        self.ended.emit(job)


class Life:
    """Whether what waits for work is still there, known also after Qt has let it go."""

    def __init__(self, of: QObject) -> None:
        self.goes_on = True
        of.destroyed.connect(self.end)

    def end(self) -> None:
        self.goes_on = False

    def guarding(self, call: Callable[[T], object]) -> Callable[[T], None]:
        """`call` for as long as that is there, and after that nothing."""

        def guarded(result: T) -> None:
            if self.goes_on:
                call(result)

        return guarded


class _Task(QRunnable):
    """A function as Qt's pool wants it."""

    def __init__(self, call: Callable[[], None]) -> None:
        super().__init__()
        self._call = call

    def run(self) -> None:
        self._call()


def _is_cancelled(error: Exception) -> bool:
    return isinstance(error, Problem) and error.kind is ProblemKind.CANCELLED
