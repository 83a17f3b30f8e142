"""Effektmål (exempeldata): boards and global goals under one, delområden under another, and no resultatmål at all."""

from __future__ import annotations

from pathlib import Path

from regdesk.domain.codes import LinkKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaGoal, Body, Goal, Level, Meeting
from regdesk.services.actions import Action
from regdesk.services.session import Session
from tests.sheets.plans.common import hold_meeting, insert, link, open_register


def make(folder: Path) -> tuple[Session, Meeting]:
    """The register, open and assessed at a meeting."""
    session = open_register(folder, "outcome_goals")
    with session.change(Action.ADD, "exempeldata"):
        return session, _fill(session)


def _fill(session: Session) -> Meeting:
    top, middle, _lowest = session.all(Level)
    safe = Goal(id=new_id(), level_id=top.id, title="Trygga invånare")
    lasting = Goal(id=new_id(), level_id=top.id, position=1, title="Hållbar organisation")
    balance = Goal(id=new_id(), level_id=middle.id, parent_id=lasting.id, title="Ekonomi i balans")
    boards = [Body(id=new_id(), name=name) for name in ("Kulturnämnden", "Patientnämnden")]
    agenda = {goal.number: goal for goal in session.all(AgendaGoal)}
    insert(
        session,
        *(safe, lasting, balance, *boards),
        *(link(LinkKind.BOARD, safe, board, place) for place, board in enumerate(boards)),
        *(link(LinkKind.AGENDA_2030, safe, agenda[number], number) for number in (3, 9, 16)),
    )
    verdicts = ((safe, Verdict.PARTLY, "Utvecklingen är god i tätorterna."), (balance, Verdict.NO, ""))
    return hold_meeting(session, verdicts)
