"""Bilagor of a meeting and its items: files kept in the register by their hash, with a number and a title each."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from regdesk.domain.codes import MeetingStatus
from regdesk.domain.file_names import safe_name
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, Attachment, Meeting
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.editing import remove
from regdesk.services.meetings import open_meeting_of
from regdesk.services.session import Session, name_of

LIMIT: Final = 25 * 1024 * 1024
"""Largest file that is kept, in bytes."""

_TYPES: Final = mimetypes.MimeTypes()
"""Python's own table: what a computer thinks of an ending is nothing to write into a register."""


@dataclass(frozen=True, slots=True)
class Attached:
    """The files that were kept, and why others were not."""

    added: tuple[Attachment, ...]
    refused: tuple[Problem, ...]


def attachments_of(session: Session, item_id: str) -> list[Attachment]:
    """What is attached to an item or a meeting, in order."""
    return session.all(Attachment, item_id=item_id)


def attach(session: Session, item_id: str, paths: Sequence[Path]) -> Attached:
    """Keep files, last among those that are there, as one step; each that cannot be kept says why.

    Raises Problem(MEETING_CLOSED) for an item of a closed meeting; to the meeting itself, its protokoll may be added.
    """
    _refuse_when_closed(session, item_id, adding=True)
    added: list[Attachment] = []
    refused: list[Problem] = []
    with session.change(Action.ATTACH, paths[0].name if paths else ""):
        for path in paths:
            try:
                added.append(keep_file(session, item_id, path.name, _read(path)))
            except Problem as problem:
                refused.append(problem)
    return Attached(tuple(added), tuple(refused))


def keep_file(session: Session, item_id: str, name: str, content: bytes) -> Attachment:
    """Keep bytes as a file. Raises Problem(FILE_TOO_LARGE), Problem(FILE_EMPTY), Problem(FILE_ATTACHED)."""
    _refuse_size(name, len(content))
    present = attachments_of(session, item_id)
    safe = safe_name(name)
    with session.change(Action.ATTACH, safe) as change:
        digest = change.put_blob(content)
        for each in present:
            if each.sha256 == digest:
                raise Problem(ProblemKind.FILE_ATTACHED, name=name, attachment=each.title)
        return change.insert(
            Attachment(
                id=new_id(),
                item_id=item_id,
                number=str(_next_number(present)),
                title=Path(safe).stem,
                file_name=safe,
                media_type=_TYPES.guess_type(safe)[0] or "",
                size=len(content),
                sha256=digest,
                position=len(present),
            )
        )


def content_of(session: Session, attachment_id: str) -> bytes:
    """The bytes of a file. Raises Problem(ROW_MISSING) where there are none."""
    return session.repository.blob(session.get(Attachment, attachment_id).sha256 or "")


def kept_bytes(session: Session) -> int:
    """How much all files of the register take, each of them once."""
    return int(session.repository.rows("SELECT coalesce(sum(length(content)), 0) FROM blobs")[0][0])


def detach(session: Session, attachment_id: str) -> None:
    """Take a file away; undo brings it back. Raises Problem(MEETING_CLOSED)."""
    attachment = session.get(Attachment, attachment_id)
    _refuse_when_closed(session, attachment.item_id)
    remove(session, attachment)


def move_attachment(session: Session, attachment_id: str, steps: int) -> None:
    """Move a file down among its like, up when negative. Plain numbers 1, 2, 3 … follow; others stay as they are.

    Raises Problem(MEETING_CLOSED).
    """
    attachment = session.get(Attachment, attachment_id)
    _refuse_when_closed(session, attachment.item_id)
    order = session.all(Attachment, item_id=attachment.item_id)
    plain = [each.number for each in order] == [str(place) for place in range(1, len(order) + 1)]
    place = next(place for place, each in enumerate(order) if each.id == attachment_id)
    order.insert(min(max(place + steps, 0), len(order) - 1), order.pop(place))
    with session.change(Action.MOVE, name_of(attachment)) as change:
        for position, each in enumerate(order):
            change.update(replace(each, position=position, number=str(position + 1) if plain else each.number))


def _next_number(present: Sequence[Attachment]) -> int:
    return 1 + max((int(each.number) for each in present if each.number.strip().isdecimal()), default=0)


def _read(path: Path) -> bytes:
    """A file's bytes, unless it is so large that it is not even read."""
    try:
        _refuse_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Problem(ProblemKind.FILE_MISSING, path=path) from error
    except OSError as error:
        raise Problem(ProblemKind.FILE_UNREADABLE, path=path) from error


def _refuse_size(name: str, size: int) -> None:
    if size > LIMIT:
        raise Problem(ProblemKind.FILE_TOO_LARGE, name=name, size=size, limit=LIMIT)
    if not size:
        raise Problem(ProblemKind.FILE_EMPTY, name=name)


def _refuse_when_closed(session: Session, item_id: str | None, *, adding: bool = False) -> None:
    for item in session.all(AgendaItem, id=item_id):
        open_meeting_of(session, item.meeting_id)
    for meeting in session.all(Meeting, id=item_id):
        if meeting.status is MeetingStatus.CLOSED and not adding:
            open_meeting_of(session, meeting.id)
