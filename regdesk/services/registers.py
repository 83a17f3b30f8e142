"""Making registers, and what the register says of itself."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from regdesk.domain.agenda_2030 import AGENDA_2030
from regdesk.domain.codes import BodyKind
from regdesk.domain.deadline_rules import SHIPPED_RULES
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaGoal, Body, Level, Record, Register
from regdesk.domain.models import GoverningModel
from regdesk.services.actions import Action
from regdesk.services.session import Session
from regdesk.store import history
from regdesk.store.files import SUFFIX, back_up, backup_stem, new_file, prune_backups
from regdesk.store.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRegister:
    """What must be known to make a register. The period is in years, both included."""

    organisation: str
    board: str
    period_start: int
    period_end: int
    model: GoverningModel
    plan_title: str = ""


def create_register(path: Path, wanted: NewRegister, who: str = "") -> None:
    """Make a register at `path`: itself, its board, the levels of its model, Agenda 2030, and rules for dates.

    Raises Problem(REGISTER_EXISTS), Problem(FILE_NOT_WRITTEN).
    """
    with new_file(path) as connection:
        session = Session(Repository(connection), path, who)
        with session.change(Action.CREATE_REGISTER, wanted.organisation) as change:
            change.insert_all(_first_records(wanted))


def _first_records(wanted: NewRegister) -> list[Record]:
    board = Body(id=new_id(), kind=board_kind(wanted.board), name=wanted.board)
    register = Register(
        id=new_id(),
        organisation=wanted.organisation,
        board_id=board.id,
        plan_title=wanted.plan_title,
        period_start=wanted.period_start,
        period_end=wanted.period_end,
        model=wanted.model.code,
    )
    levels = [
        Level(id=new_id(), kind=level.kind, position=position, name=level.name, name_plural=level.name_plural)
        for position, level in enumerate(wanted.model.levels)
    ]
    agenda = [AgendaGoal(id=new_id(), number=number, title=title) for number, title in AGENDA_2030.items()]
    return [board, register, *levels, *agenda, *SHIPPED_RULES]


def board_kind(name: str) -> BodyKind:
    """The kind of body that a Swedish name tells of; BOARD where it tells nothing."""
    words = name.casefold()
    for ending, kind in (
        ("fullmäktige", BodyKind.ASSEMBLY),
        ("styrelsen", BodyKind.EXECUTIVE_BOARD),
        ("styrelse", BodyKind.EXECUTIVE_BOARD),
        ("utskottet", BodyKind.COMMITTEE),
        ("utskott", BodyKind.COMMITTEE),
        ("förvaltningen", BodyKind.ADMINISTRATION),
        ("förvaltning", BodyKind.ADMINISTRATION),
    ):
        if words.endswith(ending):
            return kind
    return BodyKind.BOARD


def register_of(session: Session) -> Register:
    """The one record that says what the file is about."""
    return session.all(Register)[0]


def board_of(session: Session) -> Body:
    """The board whose register this is."""
    return session.get(Body, register_of(session).board_id)


def edit_register(session: Session, **fields: object) -> Register:
    """Change what the register says of itself; `fields` are those of `Register`."""
    with session.change(Action.EDIT_REGISTER) as change:
        return change.update(replace(register_of(session), **fields))  # type: ignore[arg-type]


def check_register(session: Session) -> None:
    """Hold every row against the hash-chained history.

    Raises Problem(HISTORY_BROKEN) or Problem(REGISTER_DAMAGED) with the first thing that is wrong.
    """
    session.repository.check_file()
    history.verify(session.repository)


def daily_backup(session: Session, folder: Path, today: date) -> Path:
    """The day's backup in `folder`, as the register is now; older days are thinned out. Gives its path.

    Raises Problem(FILE_NOT_WRITTEN).
    """
    stem = backup_stem(session.path)
    target = folder / f"{stem}-{today.isoformat()}{SUFFIX}"
    back_up(session.repository.connection, target)
    prune_backups(folder, stem)
    return target


@contextmanager
def opened(path: Path, who: str | None = None, backups: Path | None = None) -> Iterator[Session]:
    """The register at `path` for the length of a block, closed whatever happens."""
    session = Session.open(path, user_name() if who is None else who, backups)
    try:
        yield session
    finally:
        session.close()


def user_name() -> str:
    """The name that the user is logged in under; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""
