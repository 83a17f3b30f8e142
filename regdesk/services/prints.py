"""Sheets as they were printed for a meeting: kept in the register with their hash, and never made anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from regdesk.domain.ids import new_id
from regdesk.domain.model import PrintedSheet
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A sheet to be kept. `choices` is all it was made with, `content` its text, by which editions are compared."""

    kind: str
    meeting_id: str
    file_name: str
    choices: Mapping[str, str]
    content: str
    pdf: bytes


def prints_of(session: Session, meeting_id: str) -> list[PrintedSheet]:
    """What was printed for a meeting, newest first."""
    return session.all(PrintedSheet, "printed_at DESC, id DESC", meeting_id=meeting_id)


def editions_of(session: Session, kind: str, meeting_id: str, edition: str) -> list[PrintedSheet]:
    """What was printed of one sheet for one kind of reader, newest first."""
    return [
        each
        for each in prints_of(session, meeting_id)
        if each.kind == kind and choices_of(each).get("edition") == edition
    ]


def keep_print(session: Session, made: Print) -> PrintedSheet:
    """Keep a sheet as it was printed, as one step."""
    with session.change(Action.PRINT_SHEET, made.file_name) as change:
        content = change.put_blob(made.content.encode())
        return change.insert(
            PrintedSheet(
                id=new_id(),
                kind=made.kind,
                meeting_id=made.meeting_id,
                printed_at=datetime.now(UTC),
                file_name=made.file_name,
                choices=json.dumps({"choices": dict(made.choices), "content": content}, ensure_ascii=False),
                sha256=change.put_blob(made.pdf),
                history_hash=session.head.hash,
            )
        )


def print_bytes(session: Session, printed: PrintedSheet) -> bytes:
    """The file as it was printed, byte for byte. Raises Problem(ROW_MISSING)."""
    return session.repository.blob(printed.sha256)


def content_of(session: Session, printed: PrintedSheet) -> str:
    """The text that was printed. Raises Problem(ROW_MISSING)."""
    return session.repository.blob(str(_kept(printed)["content"])).decode()


def choices_of(printed: PrintedSheet) -> dict[str, str]:
    """What it was made with."""
    choices = _kept(printed)["choices"]
    return {str(key): str(answer) for key, answer in choices.items()} if isinstance(choices, dict) else {}


def _kept(printed: PrintedSheet) -> dict[str, object]:
    try:
        found = json.loads(printed.choices)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not found.keys() >= {"choices", "content"}:
        raise Problem(ProblemKind.ROW_MISSING, plural="printed_sheets", id=printed.id)
    return found
