"""What a meeting's agenda takes up, and the files that hang on it: what the meeting's papers are put together from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from regdesk.domain.file_names import FileKind, kind_of_file
from regdesk.domain.model import (
    AgendaItem,
    AgendaSubject,
    AssignmentReport,
    Attachment,
    EntityReview,
    SupervisionOccasion,
)
from regdesk.services.attachments import attachments_of, content_of
from regdesk.services.session import Session
from regdesk.viewmodels.attachments import file_words, size_words
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import one_line

_FIRST_LETTERS: Final = 200_000
"""Of a text file; the rest is read in the file itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialFile:
    """A file that is attached to the meeting or an item. `picture` or `text` is there where paper can show it.

    `told` says what the file is, for one that is handed out by itself.
    """

    name: str
    told: str
    file_name: str
    picture: bytes = b""
    alt: str = ""
    text: str = ""


def kinds_taken_up(request: SheetRequest) -> frozenset[str]:
    """The kinds (`goal`, `indicator` …) of what the agenda takes up, or has reports, answers or reviews of."""
    session, shown = request.session, request.disclosure.shown
    items = {item.id for item in shown(session.all(AgendaItem, meeting_id=request.meeting.id))}
    subjects = [each.item_id for each in shown(session.all(AgendaSubject)) if each.agenda_item_id in items]
    found = {kind for item_id in subjects for kind in _kinds(session, item_id)}
    if any(each.agenda_item_id in items for each in shown(session.all(AssignmentReport))):
        found.add("assignment")
    if any(each.agenda_item_id in items for each in shown(session.all(SupervisionOccasion))):
        found.add("supervision_occasion")
    if any(each.agenda_item_id in items for each in shown(session.all(EntityReview))):
        found.add("legal_entity")
    return frozenset(found)


def material_files(request: SheetRequest) -> tuple[MaterialFile, ...]:
    """The files of the meeting and of its items, in the agenda's order."""
    return tuple(_file(request.session, each) for each in attached(request) if each.sha256)


def attached_files(request: SheetRequest) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of the same files, as they were attached."""
    for each in attached(request):
        if each.sha256:
            yield each.file_name, content_of(request.session, each.id)


def attached(request: SheetRequest) -> Iterator[Attachment]:
    """What hangs on the meeting and on its items, without what the edition withholds."""
    session, shown = request.session, request.disclosure.shown
    items = shown(session.all(AgendaItem, "position, id", meeting_id=request.meeting.id))
    for owner in (request.meeting.id, *(item.id for item in items)):
        yield from shown(attachments_of(session, owner))


def _kinds(session: Session, item_id: str) -> list[str]:
    return [row[0] for row in session.repository.rows("SELECT kind FROM items WHERE id = ?", (item_id,))]


def _file(session: Session, attachment: Attachment) -> MaterialFile:
    title = one_line(attachment.title) or attachment.file_name
    kind, is_plain = kind_of_file(attachment.file_name), attachment.file_name.casefold().endswith((".txt", ".md"))
    content = content_of(session, attachment.id) if kind is FileKind.PICTURE or is_plain else b""
    return MaterialFile(
        name=" ".join(filter(None, (one_line(attachment.number), title))),
        told=", ".join(filter(None, (file_words(attachment.file_name), size_words(attachment.size)))),
        file_name=attachment.file_name,
        picture=content if kind is FileKind.PICTURE else b"",
        alt=one_line(attachment.alt_text) or title,
        text=content.decode("utf-8", errors="replace")[:_FIRST_LETTERS] if is_plain else "",
    )
