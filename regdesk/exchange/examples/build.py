"""Puts an example's tables into a new register by the one way that changes are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime, time
from mimetypes import guess_type
from pathlib import Path
from typing import Final

from regdesk.domain.codes import FrameKind, LinkKind, MeetingStatus, RiskStage
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    RECORDS,
    AgendaGoal,
    AgendaSubject,
    Assessment,
    Attachment,
    Comment,
    Level,
    Link,
    Meeting,
    Record,
    Register,
    plural_of,
)
from regdesk.domain.models import MODELS
from regdesk.exchange.examples.records import R, made, owner_of, told
from regdesk.exchange.examples.tables import Table, keys_in, read_tables
from regdesk.services.actions import Action
from regdesk.services.budget import FrameColumn, note_frame, write_frame
from regdesk.services.change import Change
from regdesk.services.editing import write_value
from regdesk.services.preferences import set_preference
from regdesk.services.registers import NewRegister, board_of, create_register, edit_register, opened
from regdesk.services.risks import score_risk
from regdesk.services.session import Session, name_of
from regdesk.services.versions import take_version

_BEGINNING: Final = frozenset({"organisation", "board", "plan_title", "period_start", "period_end", "model"})
"""What a register is made of; the rest of what it says of itself is written afterwards."""

_SAID: Final = frozenset({"assessments", "comments"})
"""What is said at a meeting, step by step once it is open."""


Tell = Callable[[int, int], object]
"""Told how many steps of how many are done; may raise to stop the work."""


def build_example(source: Path, target: Path, who: str = "", tell: Tell = lambda _done, _total: None) -> None:
    """Make the register that a file tells of. What is attached lies in the folder `files` beside it.

    A register that did not become whole is taken away. Raises Problem(REGISTER_EXISTS), Problem(FILE_NOT_WRITTEN).
    """
    data = read_tables(source)
    create_register(target, _wanted(data.table("register")), who)
    try:
        with opened(target, who) as session:
            _Builder(session, source.parent / "files").build(data, tell)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _wanted(register: Table) -> NewRegister:
    return NewRegister(
        organisation=register.text("organisation"),
        board=register.text("board"),
        plan_title=register.text("plan_title"),
        period_start=register.number("period_start"),
        period_end=register.number("period_end"),
        model=MODELS[register.text("model")],
    )


class _Builder:
    """One file and one open register."""

    def __init__(self, session: Session, folder: Path) -> None:
        self._session = session
        self._folder = folder
        self._ids = {"board": board_of(session).id}
        self._ids |= {level.name: level.id for level in session.all(Level)}
        self._ids |= {f"agenda-{goal.number}": goal.id for goal in session.all(AgendaGoal, "id")}
        self._places: Counter[tuple[str, str]] = Counter()

    def build(self, data: Table, tell: Tell) -> None:
        register = data.table("register")
        rest = Table({name: cell for name, cell in register.cells.items() if name not in _BEGINNING})
        edit_register(self._session, **told(Register, rest, self._ids))
        for name, value in data.table("preferences").cells.items():
            set_preference(self._session, name, value)
        self._ids |= {key: new_id() for key in keys_in(data)}
        steps = list(data.records())
        for done, (plural, table) in enumerate(steps):
            tell(done, len(steps))
            if plural == "meetings":
                self._hold(table)
            elif plural == "plan_versions":
                self._keep_version(table)
            else:
                self._add(plural, table)

    # Steps

    def _add(self, plural: str, table: Table) -> None:
        """A record with all below it."""
        record = self._record(RECORDS[plural], table, {})
        with self._session.change(Action.ADD, name_of(record)) as change:
            self._put(change, record, table)

    def _keep_version(self, table: Table) -> None:
        """The plan as far as it has come in the file."""
        take_version(
            self._session,
            table.text("title"),
            decided_on=table.day("decided_on"),
            section_no=table.text("section_no"),
            dnr=table.text("dnr"),
        )

    def _hold(self, table: Table) -> None:
        """A meeting: planned with its agenda, then what was said and decided there, then closed."""
        meeting = self._record(Meeting, table, {})
        began = MeetingStatus.PLANNED if meeting.status is MeetingStatus.PLANNED else MeetingStatus.OPEN
        with self._session.change(Action.ADD_MEETING, name_of(meeting)) as change:
            self._put(change, replace(meeting, status=began, closed_at=None), table)
        self._speak(meeting, table)
        if meeting.status is MeetingStatus.CLOSED:
            with self._session.change(Action.CLOSE_MEETING, name_of(meeting)) as change:
                change.update(meeting)

    def _speak(self, meeting: Meeting, table: Table) -> None:
        """Verdicts and comments of the meeting's own day."""
        when = datetime.combine(meeting.date, time(9), UTC)
        said = {"meeting_id": meeting.id, "period_id": meeting.period_id, "recorded_at": when}
        sections = {item.text("key"): item.text("section_no") for item in table.tables("agenda_items")}
        for each in table.tables("assessments"):
            decided = {"decided_by_id": meeting.body_id, "section_no": sections[each.text("agenda_item")]}
            self._say(Action.ASSESS, self._record(Assessment, each, {**said, **decided}))
        for each in table.tables("comments"):
            self._say(Action.COMMENT, self._record(Comment, each, said))

    def _say(self, action: Action, record: Assessment | Comment) -> None:
        kind = self._session.repository.rows("SELECT kind FROM items WHERE id = ?", (record.item_id,))[0]["kind"]
        plural = next(each for each in RECORDS if each in {f"{kind}s", f"{kind[:-1]}ies"})
        with self._session.change(action, name_of(self._session.get(RECORDS[plural], record.item_id))) as change:
            change.insert(record)

    # Records

    def _put(self, change: Change, record: Record, table: Table) -> None:
        """A record, what its table says beside its fields, and all below it."""
        change.insert(self._filled(change, record, table) if isinstance(record, Attachment) else record)
        self._put_pointers(change, record, table)
        self._write(record, table)
        for plural, below in table.records():
            if plural not in _SAID:
                owned = self._record(RECORDS[plural], below, owner_of(record, RECORDS[plural]))
                self._put(change, owned, below)

    def _record(self, kind: type[R], table: Table, owner: Mapping[str, object]) -> R:
        """The record that a table tells of, last among its like."""
        values = {"id": self._ids.get(table.text("key")) or new_id(), **owner, **told(kind, table, self._ids)}
        if "position" in {field.name for field in fields(kind)}:
            place = plural_of(kind), str([value for name, value in owner.items() if name.endswith("_id")])
            if place not in self._places and not owner:
                self._places[place] = self._session.repository.count(kind)  # a new register has some already
            values.setdefault("position", self._places[place])
            self._places[place] += 1
        return made(kind, values)

    def _filled(self, change: Change, record: Attachment, table: Table) -> Attachment:
        """With the bytes of its file, where it has one."""
        if not (name := table.text("file")):
            return record
        content = (self._folder / name).read_bytes()
        return replace(
            record,
            file_name=name,
            media_type=guess_type(name)[0] or "",
            size=len(content),
            sha256=change.put_blob(content),
        )

    def _put_pointers(self, change: Change, record: Record, table: Table) -> None:
        for kind in table.table("links").names():
            for position, target in enumerate(table.table("links").texts(kind)):
                pointed = self._ids[target]
                link = Link(id=new_id(), kind=LinkKind(kind), source_id=record.id, target_id=pointed, position=position)
                change.insert(link)
        for position, item in enumerate(table.texts("subjects")):
            pointed = self._ids[item]
            change.insert(AgendaSubject(id=new_id(), agenda_item_id=record.id, item_id=pointed, position=position))

    def _write(self, record: Record, table: Table) -> None:
        """Values and amounts as a person types them, and the scores of a risk."""
        values, frames, notes = (table.table(name) for name in ("values", "frames", "frame_notes"))
        for column in values.names() if plural_of(type(record)) == "indicators" else ():
            write_value(self._session, record.id, self._ids[column], values.text(column))
        for column in frames.names():
            write_frame(self._session, record.id, _column(column), frames.text(column))
        for column in notes.names():
            note_frame(self._session, record.id, _column(column), notes.text(column))
        for score in table.tables("scores"):
            self._score(record, score)

    def _score(self, record: Record, score: Table) -> None:
        numbers = score.number("likelihood"), score.number("impact")
        stage = RiskStage(score.text("stage"))
        score_risk(self._session, record.id, stage, *numbers, score.day("scored_on"), comment=score.text("comment"))


def _column(words: str) -> FrameColumn:
    """`2026 budget`."""
    year, kind = words.split()
    return FrameColumn(int(year), FrameKind(kind))
