"""Whatever is done to a register, in whatever order: its history holds, undo leads back, all can be found."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from regdesk.domain.codes import MeetingStatus, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    RECORDS,
    AgendaItem,
    Assessment,
    Assignment,
    Goal,
    Indicator,
    Meeting,
    Record,
    Value,
    ValueColumn,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.assessing import assess, current_assessment, justify
from regdesk.services.change import with_keys
from regdesk.services.editing import add, edit, remove, reorder, write_value
from regdesk.services.importing import import_records
from regdesk.services.meetings import (
    add_agenda_item,
    add_meeting,
    close_meeting,
    everything_to_assess,
    move_agenda_item,
    new_meeting,
    open_meeting,
    remove_agenda_item,
)
from regdesk.services.registers import check_register
from regdesk.store.mapping import Cell, to_row
from regdesk.store.search import SEARCHED
from tests.registers import open_example

Rows = dict[tuple[str, str], dict[str, Cell]]
R = TypeVar("R", bound=Record)

_TEXTS = st.one_of(st.sampled_from(["", "Åre", "Övning 10", "§ 9", "w", "a\nb", "39 % "]), st.text(max_size=12))
_RAWS = st.sampled_from(["", "-", "75", ">75", "RVN 77, RLF 74", "Ja Ja", "Ny indikator 2024", "senast 2045"])
_PLACES = st.integers(min_value=0, max_value=1_000)
_TITLED = st.sampled_from([Goal, Indicator])
_REMOVED = st.sampled_from([Goal, Indicator, Assignment, Value])
_REFUSED = {ProblemKind.ROW_IN_USE, ProblemKind.MEETING_CLOSED}


class RegisterMachine(RuleBasedStateMachine):
    """A person at work. `past` and `future` are the rows that undo and redo must lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.past: list[Rows] = []
        self.future: list[Rows] = []

    @initialize()
    def begin(self) -> None:
        self.session, example = open_example(self.folder)
        self.area_id = example.area.id

    def teardown(self) -> None:
        while self.past:
            self.undo()
        self.session.close()
        assert [path.name for path in self.folder.iterdir()] == [self.session.path.name]
        shutil.rmtree(self.folder)

    # What is done

    @rule(kind=_TITLED, place=_PLACES, title=_TEXTS)
    def edit(self, kind: type[Goal | Indicator], place: int, title: str) -> None:
        if self.session.all(kind):
            with self._step():
                edit(self.session, self._one(kind, place), title=title)

    @rule(place=_PLACES, title=_TEXTS)
    def add_goal(self, place: int, title: str) -> None:
        parent = self._one(Goal, place)
        with self._step():
            add(self.session, Goal(id=new_id(), level_id=parent.level_id, parent_id=parent.id, title=title))

    @rule(place=_PLACES, title=_TEXTS)
    def add_indicator(self, place: int, title: str) -> None:
        with self._step():
            add(self.session, Indicator(id=new_id(), goal_id=self._one(Goal, place).id, title=title, raw=title))

    @rule(kind=_REMOVED, place=_PLACES)
    def remove(self, kind: type[Record], place: int) -> None:
        found = [record for record in self.session.all(kind) if record.id != self.area_id]
        if found:
            with self._step():
                remove(self.session, found[place % len(found)])

    @rule(kind=_TITLED)
    def reorder(self, kind: type[Record]) -> None:
        with self._step():
            reorder(self.session, list(reversed(self.session.all(kind))))

    @precondition(lambda self: self.session.all(Indicator))
    @rule(place=_PLACES, column=_PLACES, raw=_RAWS)
    def write_value(self, place: int, column: int, raw: str) -> None:
        with self._step():
            write_value(self.session, self._one(Indicator, place).id, self._one(ValueColumn, column).id, raw)

    @rule(day=st.dates(min_value=date(2024, 1, 1), max_value=date(2026, 12, 31)), title=_TEXTS)
    def add_meeting(self, day: date, title: str) -> None:
        with self._step(), self.session.change(Action.ADD_MEETING):
            meeting = add_meeting(self.session, new_meeting(day, title=title))
            add_agenda_item(self.session, meeting.id, title, subjects=everything_to_assess(self.session))

    @precondition(lambda self: self.session.all(Meeting))
    @rule(place=_PLACES)
    def open_meeting(self, place: int) -> None:
        with self._step():
            open_meeting(self.session, self._one(Meeting, place).id)

    @precondition(lambda self: self.session.all(Meeting))
    @rule(place=_PLACES)
    def close_meeting(self, place: int) -> None:
        meeting = self._one(Meeting, place)
        with self._step():
            close_meeting(self.session, meeting.id)
        if meeting.status is not MeetingStatus.CLOSED:
            self.past.clear()

    @precondition(lambda self: self.session.all(AgendaItem))
    @rule(place=_PLACES, where=_PLACES, is_removed=st.booleans())
    def change_agenda(self, place: int, where: int, is_removed: bool) -> None:
        item = self._one(AgendaItem, place)
        with self._step():
            if is_removed:
                remove_agenda_item(self.session, item.id)
            else:
                move_agenda_item(self.session, item.id, where % 3)

    @rule(place=_PLACES, meeting=st.none() | _PLACES, verdict=st.sampled_from(Verdict), words=_TEXTS)
    def assess(self, place: int, meeting: int | None, verdict: Verdict, words: str) -> None:
        meetings = self.session.all(Meeting)
        meeting_id = meetings[meeting % len(meetings)].id if meetings and meeting is not None else None
        item = self._one(Indicator if self.session.all(Indicator) else Goal, place)
        with self._step():
            assess(self.session, item.id, verdict, words, meeting_id=meeting_id)
            assert current_assessment(self.session, item.id, meeting_id=meeting_id)

    @precondition(lambda self: self.session.all(Assessment))
    @rule(place=_PLACES, words=_TEXTS)
    def justify(self, place: int, words: str) -> None:
        with self._step():
            justify(self.session, self._one(Assessment, place), words)

    @rule(place=_PLACES, title=_TEXTS)
    def import_plan(self, place: int, title: str) -> None:
        above = self._one(Goal, place)
        goal = replace(above, id=new_id(), parent_id=above.id, title=title)
        records = [goal, Indicator(id=new_id(), goal_id=goal.id, title=title, raw=title)]
        with self._step():
            import_records(self.session, records, {}, file_name="plan.docx", sha256=f"{len(self.past):064}")

    @rule(title=_TEXTS)
    def fail_halfway(self, title: str) -> None:
        before = self._rows()
        with suppress(ZeroDivisionError), self.session.change(Action.EDIT) as change:
            change.update(replace(self._one(Goal, 0), title=title + "x"))
            raise ZeroDivisionError
        assert self._rows() == before

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        now = self._rows()
        self.session.undo()
        assert self._rows() == self.past.pop()
        self.future.append(now)

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        now = self._rows()
        self.session.redo()
        assert self._rows() == self.future.pop()
        self.past.append(now)

    # What always holds

    @invariant()
    def history_holds(self) -> None:
        check_register(self.session)
        assert (self.session.undo_step is None, self.session.redo_step is None) == (not self.past, not self.future)

    @invariant()
    def everything_is_found_by_its_words(self) -> None:
        index = self.session.repository.rows("SELECT items.id, text FROM search JOIN items ON items.n = search.rowid")
        wanted = {
            key[1]: " ".join(str(row[column]) for column in SEARCHED[key[0]])
            for key, row in self._rows().items()
            if key[0] in SEARCHED
        }
        assert {row["id"]: row["text"] for row in index} == wanted
        assert len(index) == self.session.repository.rows("SELECT count(*) FROM search")[0][0]
        self.session.repository.connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")

    @invariant()
    def sort_keys_follow_their_texts(self) -> None:
        for kind in (Goal, Indicator):
            for record in self.session.all(kind):
                assert with_keys(record) == record

    # How

    @contextmanager
    def _step(self) -> Iterator[None]:
        """Something that is done in one step, refused with nothing changed, or no change at all."""
        before, head = self._rows(), self.session.head
        refused: Problem | None = None
        try:
            yield
        except Problem as problem:
            refused = problem
        assert refused is None or (refused.kind in _REFUSED and self._rows() == before)
        if self.session.head == head:
            assert self._rows() == before
        else:
            self.past.append(before)
            self.future.clear()

    def _rows(self) -> Rows:
        return {
            (plural, record.id): to_row(record) for plural, kind in RECORDS.items() for record in self.session.all(kind)
        }

    def _one(self, kind: type[R], place: int) -> R:
        found = self.session.all(kind)
        return found[place % len(found)]


RegisterMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
test_a_register_holds_whatever_is_done = RegisterMachine.TestCase
