"""Strategiska områden (exempeldata): states, delmål, delaktiviteter, and links with names of several kinds."""

from __future__ import annotations

from pathlib import Path

from regdesk.domain.codes import LinkKind, StateKind, Verdict, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    Foundation,
    Goal,
    GoalState,
    GoverningDocument,
    InterimGoal,
    Level,
    Meeting,
    RegionalGoal,
)
from regdesk.services.actions import Action
from regdesk.services.session import Session
from tests.sheets.plans.common import hold_meeting, insert, link, open_register


def make(folder: Path) -> tuple[Session, Meeting]:
    """The register, open and assessed at a meeting."""
    session = open_register(folder, "strategic_areas")
    with session.change(Action.ADD, "exempeldata"):
        return session, _fill(session)


def _fill(session: Session) -> Meeting:
    level = session.all(Level)[0]
    culture = Goal(id=new_id(), level_id=level.id, title="Vår kultur")
    ready = Goal(id=new_id(), level_id=level.id, position=1, title="Civil beredskap")
    known = InterimGoal(id=new_id(), goal_id=culture.id, year=2026, label="Delmål 2026 :", text="Alla chefer är med.")
    drilled = InterimGoal(id=new_id(), goal_id=ready.id, year=2026, text="Hälften av verksamheterna har övat.")
    activities = (
        Activity(id=new_id(), goal_id=culture.id, interim_goal_id=known.id, title="Genomföra de insatser som är valda"),
        Activity(id=new_id(), goal_id=ready.id, interim_goal_id=drilled.id, title="Öva två gånger om året"),
        Activity(
            id=new_id(),
            goal_id=ready.id,
            interim_goal_id=drilled.id,
            position=1,
            title="Säkra reservkraft",
            status=WorkStatus.DELAYED,
            status_reason="leveransen dröjer till våren",
        ),
        Activity(id=new_id(), goal_id=ready.id, position=2, title="Utbilda nya chefer"),
    )
    insert(session, culture, ready, known, drilled, *activities, *_states(culture, ready))
    _link(session, culture, ready)
    verdicts = (
        (known, Verdict.PARTLY, "Sex av tio chefer."),
        (activities[0], Verdict.YES, ""),
        (activities[2], Verdict.NO, ""),
    )
    return hold_meeting(session, verdicts)


def _states(culture: Goal, ready: Goal) -> tuple[GoalState, ...]:
    now, wanted = StateKind.CURRENT, StateKind.DESIRED
    return (
        GoalState(id=new_id(), kind=wanted, year=2026, text="En ekonomi i balans."),
        GoalState(id=new_id(), kind=wanted, position=1, label="Vid slutet", text="Vid slutet ska alla ha övat."),
        GoalState(id=new_id(), goal_id=culture.id, kind=now, year=2024, label="Läget 2024", text="Grunden finns."),
        GoalState(
            id=new_id(),
            goal_id=culture.id,
            kind=wanted,
            year=2027,
            position=1,
            label="Läget 2027:",
            text="Den används.",
        ),
        GoalState(id=new_id(), goal_id=ready.id, kind=now, year=2024, text="Förmågan räcker inte."),
    )


def _link(session: Session, culture: Goal, ready: Goal) -> None:
    regional = [RegionalGoal(id=new_id(), number=number, position=int(number)) for number in ("2", "3", "7")]
    strategy = GoverningDocument(id=new_id(), title="Vår kultur")
    foundation = Foundation(id=new_id(), title="Ledning och styrning")
    insert(
        session,
        *(*regional, strategy, foundation),
        *(link(LinkKind.REGIONAL_GOAL, ready, regional[2 - place], place, "Mål 7, 3, 2") for place in range(3)),
        link(LinkKind.STRATEGY, culture, strategy, raw="Vår kultur,"),
        link(LinkKind.FOUNDATION, culture, foundation),
        link(LinkKind.FOUNDATION, ready, foundation),
    )
