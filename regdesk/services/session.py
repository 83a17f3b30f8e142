"""An open register: the one way to change it, with undo, history and word to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from regdesk.domain.model import Record
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import REDONE, UNDONE, Action, Step
from regdesk.services.change import Change
from regdesk.store import history
from regdesk.store.connection import close
from regdesk.store.files import open_file
from regdesk.store.history import Entry, Head, Line, RowChange
from regdesk.store.mapping import R
from regdesk.store.repository import Repository

_LONGEST_NAME: Final = 60  # letters, in a step


@dataclass(frozen=True, slots=True)
class Changed:
    """Word of a change: the step and the ids of the records it touched, by the plural of their kind.

    `mark` is UNDONE or REDONE where the step was taken back or done anew.
    """

    step: Step
    touched: dict[str, frozenset[str]]
    mark: str = ""

    def touches(self, *plurals: str) -> bool:
        return any(plural in self.touched for plural in plurals)


@dataclass(frozen=True, slots=True)
class _Done:
    step: Step
    changes: tuple[RowChange, ...]


class Session:
    """A register that is open in this program. Belongs to the thread that opened it."""

    def __init__(self, repository: Repository, path: Path, who: str = "") -> None:
        self.repository = repository
        self.path = path
        self.who = who
        self._head = history.head(repository)
        self._change: Change | None = None
        self._undo: list[_Done] = []
        self._redo: list[_Done] = []
        self._listeners: list[Callable[[Changed], None]] = []

    @classmethod
    def open(cls, path: Path, who: str = "", backups: Path | None = None) -> Session:
        """Open the register at `path`. Raises what `store.files.open_file` raises."""
        return cls(Repository(open_file(path, backups)), path, who)

    def close(self) -> None:
        close(self.repository.connection)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading

    @property
    def head(self) -> Head:
        """The last entry of the history that this session knows of."""
        return self._head

    def entries(self, *, before: int | None = None, limit: int = 100) -> list[Entry]:
        """The history's newest entries first, a page at a time: those with a lower number than `before`."""
        return history.entries(self.repository, before=before, limit=limit)

    def lines(self, *, before: int | None = None, limit: int = 100) -> list[Line]:
        """The same without the rows that were touched, which may be many."""
        return history.lines(self.repository, before=before, limit=limit)

    def get(self, kind: type[R], record_id: str) -> R:
        return self.repository.get(kind, record_id)

    def all(self, kind: type[R], order: str = "", **where: str | int | None) -> list[R]:
        return self.repository.all(kind, order, **where)

    # Changing

    @contextmanager
    def change(self, action: Action, subject: str = "") -> Iterator[Change]:
        """One transaction, one undo step, one history entry, one word to listeners; all or nothing.

        A change within a change is part of the outer one; should it fail, nothing of it stays whatever the outer
        one makes of that. Raises Problem(CHANGED_BY_OTHER) when another program has written to the file since this
        session last looked; nothing is changed then and undo starts afresh.
        """
        if self._change is not None:
            with self._change.part():
                yield self._change
            return
        step = Step(action, subject.encode(errors="replace").decode())  # a file's name need not be text
        with self._writing(step, action.value) as change:
            yield change
        if change.rows:
            self._undo.append(_Done(step, tuple(change.rows)))
            self._redo.clear()
            self._tell(step, change.rows)

    @contextmanager
    def _writing(self, step: Step, action: str) -> Iterator[Change]:
        change = Change(self.repository)
        self._change = change
        head = self._head
        try:
            with self.repository.transaction():
                self._refuse_if_changed_by_other()
                yield change
                if change.rows:
                    head = history.append(
                        self.repository,
                        at=datetime.now(UTC),
                        who=self.who,
                        action=action,
                        subject=step.subject,
                        changes=change.rows,
                    )
            self._head = head
        finally:
            self._change = None

    def _refuse_if_changed_by_other(self) -> None:
        found = history.head(self.repository)
        if found != self._head:
            self._head = found
            self.forget_undo()
            raise Problem(ProblemKind.CHANGED_BY_OTHER, path=self.path)

    # Undo

    @property
    def undo_step(self) -> Step | None:
        """What undo would take back."""
        return self._undo[-1].step if self._undo else None

    @property
    def redo_step(self) -> Step | None:
        """What redo would do anew."""
        return self._redo[-1].step if self._redo else None

    def undo(self) -> Step:
        """Take back the last step. Raises Problem(NOTHING_TO_UNDO)."""
        return self._replay(self._undo, self._redo, UNDONE, ProblemKind.NOTHING_TO_UNDO)

    def redo(self) -> Step:
        """Do the step anew that was taken back last. Raises Problem(NOTHING_TO_REDO)."""
        return self._replay(self._redo, self._undo, REDONE, ProblemKind.NOTHING_TO_REDO)

    def forget_undo(self) -> None:
        """From here on nothing earlier can be taken back."""
        self._undo.clear()
        self._redo.clear()

    def _replay(self, source: list[_Done], target: list[_Done], mark: str, empty: ProblemKind) -> Step:
        if not source:
            raise Problem(empty)
        done = source[-1]
        with self._writing(done.step, mark + done.step.action.value) as change:
            for row in reversed(done.changes):
                change.replay(row.inverse())
        source.pop()
        target.append(_Done(done.step, tuple(change.rows)))
        self._tell(done.step, change.rows, mark)
        return done.step

    # Listening

    def subscribe(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `listener` after every change; the returned function stops it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, step: Step, rows: list[RowChange], mark: str = "") -> None:
        touched: dict[str, set[str]] = {}
        for row in rows:
            touched.setdefault(row.plural, set()).add(row.id)
        changed = Changed(step, {plural: frozenset(ids) for plural, ids in touched.items()}, mark)
        for listener in list(self._listeners):
            listener(changed)


def whole_name_of(record: Record) -> str:
    """What a record is called: its title, name or text, to the letter."""
    fields = ("title", "name", "text", "heading", "code", "label")
    return next((words for field in fields if (words := str(getattr(record, field, "")).strip())), "")


def name_of(record: Record) -> str:
    """What a step calls a record: its name, or the start of one that is long."""
    words = whole_name_of(record)
    return words if len(words) <= _LONGEST_NAME else words[: _LONGEST_NAME - 1].rstrip() + "…"
