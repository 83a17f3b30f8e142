"""Small registers with own example texts (exempeldata) for tests of every room."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from regdesk.domain.codes import AssessmentMethod, AssignmentRole, TableKind, ValueKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, ClusterParameter, Goal, Indicator, Level, ValueColumn
from regdesk.domain.models import MODELS
from regdesk.services.actions import Action
from regdesk.services.editing import write_value
from regdesk.services.registers import NewRegister, create_register
from regdesk.services.session import Session

EXAMPLE = NewRegister(
    organisation="Region Exempel",
    board="Regionstyrelsen",
    period_start=2024,
    period_end=2026,
    model=MODELS["goal_areas"],
    plan_title="Verksamhetsplan (exempeldata)",
)


@dataclass(frozen=True)
class Example:
    """A plan of one area with one goal: a number, a yes-or-no, and a cluster of two parameters."""

    area: Goal
    goal: Goal
    number: Indicator
    yes_no: Indicator
    cluster: Indicator
    parameters: tuple[ClusterParameter, ClusterParameter]
    outcome: ValueColumn
    target: ValueColumn
    assignments: tuple[Assignment, Assignment]


def make_register(folder: Path, wanted: NewRegister = EXAMPLE) -> Path:
    """An empty register in a folder."""
    path = folder / "exempel.regdesk"
    create_register(path, wanted, who="Testaren")
    return path


def open_example(folder: Path) -> tuple[Session, Example]:
    """A new register with the example plan in it, open. The caller closes it."""
    session = Session.open(make_register(folder), who="Testaren")
    return session, add_example(session)


def add_example(session: Session) -> Example:
    """Put the example plan into a register."""
    top, below = session.all(Level)
    area = Goal(id=new_id(), level_id=top.id, printed_number="1", title="En region att lita på")
    goal = Goal(id=new_id(), level_id=below.id, parent_id=area.id, printed_number="1.1", title="Vården är nära")
    number = Indicator(id=new_id(), goal_id=goal.id, title="Nöjda besökare", raw="Nöjda besökare")
    yes_no = _judged(goal, "Samverkan har vuxit", position=1)
    cluster = _judged(goal, "Beredskapen har stärkts", position=2, is_cluster=True)
    parameters = (
        ClusterParameter(id=new_id(), indicator_id=cluster.id, name="Övningar"),
        ClusterParameter(id=new_id(), indicator_id=cluster.id, position=1),
    )
    outcome = ValueColumn(id=new_id(), kind=ValueKind.OUTCOME, year=2023, label="Utfall 2023")
    target = ValueColumn(id=new_id(), kind=ValueKind.TARGET, year=2024, label="Målnivå 2024", position=1)
    assignments = (
        Assignment(
            id=new_id(),
            goal_id=goal.id,
            role=AssignmentRole.LEAD_AND_COORDINATE,
            lead_in="I sin samordnande roll ska styrelsen:",
            text="Följa hur väntetiderna utvecklas",
        ),
        Assignment(
            id=new_id(),
            goal_id=goal.id,
            position=1,
            role=AssignmentRole.BOARD_FOR_ADMINISTRATION,
            lead_in="Som nämnd för förvaltningen ska styrelsen:",
            text="Se till att stödet räcker",
        ),
    )
    with session.change(Action.ADD, "exempeldata") as change:
        change.insert_all([area, goal, number, yes_no, cluster, *parameters, outcome, target, *assignments])
        write_value(session, number.id, outcome.id, "39 % ")
        write_value(session, number.id, target.id, ">45 %")
    session.forget_undo()
    return Example(area, goal, number, yes_no, cluster, parameters, outcome, target, assignments)


def _judged(goal: Goal, title: str, *, position: int, is_cluster: bool = False) -> Indicator:
    return Indicator(
        id=new_id(),
        goal_id=goal.id,
        position=position,
        title=title,
        raw=f"{title} (ja/delvis/nej)",
        table_kind=TableKind.QUALITATIVE,
        assessment_method=AssessmentMethod.VERDICT,
        is_cluster=is_cluster,
    )
