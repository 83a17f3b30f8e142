"""A plan that a person has approved becomes records, all in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from regdesk.domain.ids import new_id
from regdesk.domain.model import Import, Record
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action
from regdesk.services.session import Session


def import_records(
    session: Session, records: Sequence[Record], blobs: Mapping[str, bytes], *, file_name: str, sha256: str
) -> None:
    """Write the records of an approved proposal, parents before what stands under them; one undo takes them back.

    `blobs` are the bytes that attachments name by their SHA-256.

    Raises Problem(RULE_BROKEN) or Problem(ROW_IN_USE) when they do not fit the register, Problem(FILE_TOO_LARGE) when
    a picture or all texts together are more than one entry of it can hold; the register then is as it was.
    """
    try:
        with session.change(Action.IMPORT_PLAN, file_name) as change:
            for content in blobs.values():
                change.put_blob(content)
            change.insert_all(records)
            change.insert(Import(id=new_id(), file_name=file_name, sha256=sha256, imported_at=datetime.now(UTC)))
    except Problem as problem:
        if problem.kind is not ProblemKind.TEXT_TOO_LONG:
            raise
        raise Problem(ProblemKind.FILE_TOO_LARGE, name=file_name) from problem


def imported_before(session: Session, sha256: str) -> bool:
    """Whether the very same file has been read into this register already."""
    return bool(session.all(Import, "imported_at", sha256=sha256))
