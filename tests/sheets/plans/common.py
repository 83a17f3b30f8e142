"""What the example plans share: a register in a shape, records put into it, and a meeting that gave verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from regdesk.domain.codes import ItemKind, LinkKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import Link, Meeting, Record
from regdesk.domain.models import MODELS
from regdesk.services.actions import Action
from regdesk.services.assessing import assess
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.registers import NewRegister, create_register
from regdesk.services.session import Session

Verdicts = Sequence[tuple[Record, Verdict, str]]


def open_register(folder: Path, model: str) -> Session:
    """A new register in the shape of a governing model, open. The caller closes it."""
    path = folder / f"{model}.regdesk"
    wanted = NewRegister(
        organisation="Region Exempel",
        board="Regionstyrelsen",
        period_start=2024,
        period_end=2026,
        model=MODELS[model],
        plan_title="Regionstyrelsens plan 2024–2026 (exempeldata)",
    )
    create_register(path, wanted, who="Testaren")
    return Session.open(path, who="Testaren")


def insert(session: Session, *records: Record) -> None:
    """Put records into a register, in their order."""
    with session.change(Action.ADD, "exempeldata") as change:
        change.insert_all(records)


def link(kind: LinkKind, source: Record, target: Record, position: int = 0, raw: str = "") -> Link:
    """One thing points at another."""
    return Link(id=new_id(), kind=kind, source_id=source.id, target_id=target.id, position=position, raw=raw)


def hold_meeting(session: Session, verdicts: Verdicts) -> Meeting:
    """A meeting that gave these verdicts under § 64."""
    meeting = add_meeting(session, new_meeting(date(2024, 9, 12), title="Delårsuppföljning"))
    item = add_agenda_item(
        session,
        meeting.id,
        "Uppföljning av målen",
        kind=ItemKind.DECISION,
        section_no="64",
        dnr="24RS106",
        subjects=[record.id for record, _verdict, _words in verdicts],
    )
    for record, verdict, words in verdicts:
        assess(session, record.id, verdict, words, meeting_id=meeting.id, agenda_item_id=item.id)
    return meeting
