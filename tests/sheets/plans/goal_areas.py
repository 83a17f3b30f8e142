"""Målområden and mål (exempeldata): every way of writing a value, clusters, and uppdrag in two roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from regdesk.domain.codes import AssessmentMethod, AssignmentRole, Party, TableKind, ValueKind, Verdict, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Assignment,
    ClusterParameter,
    Comment,
    Goal,
    Indicator,
    Level,
    Meeting,
    ValueColumn,
)
from regdesk.services.actions import Action
from regdesk.services.editing import write_value
from regdesk.services.session import Session
from tests.sheets.plans.common import hold_meeting, insert, open_register

LEADING = AssignmentRole.LEAD_AND_COORDINATE
LEAD_INS = {
    LEADING: "Utifrån ansvaret att leda och samordna ska styrelsen:",
    AssignmentRole.BOARD_FOR_ADMINISTRATION: "I rollen som nämnd för förvaltningen ska styrelsen:",
    AssignmentRole.OTHER: "",
}
NEW = "Ny indikator 2024"
CELLS = {
    "Antal gemensamma ställningstaganden": (NEW, NEW, "Ny indikator", "Ska utarbetas"),
    "Nära vård: från enskilda insatser till samordning utifrån personens behov": (NEW, NEW, "Ja", "Ja"),
    "Säkerhetsengagemang, index": ("75", "75", ">75", ""),
    "Andel enheter med säkerhetsberättelse": ("", "100 %", "100 % ", ""),
    "Medarbetarengagemang, totalindex": ("RVN 77, RLF 74   ", "RVN 77, RLF 74", "Bibehålla/öka", ""),
    "Digital mognad, självskattning": ("-", "39 % ", "42 %", "≥ 50 %"),
}
"""What the plan writes for each indicator: two outcomes and two targets, to the letter."""


@dataclass(frozen=True)
class GoalAreas:
    """The plan's records that tests ask for."""

    session: Session
    meeting: Meeting
    goals: tuple[Goal, ...]
    indicators: dict[str, Indicator]
    parameters: tuple[ClusterParameter, ...]
    assignments: tuple[Assignment, ...]


def make(folder: Path) -> GoalAreas:
    """The register, open and assessed at a meeting."""
    session = open_register(folder, "goal_areas")
    with session.change(Action.ADD, "exempeldata"):
        return _fill(session)


def _fill(session: Session) -> GoalAreas:
    goals = _goals(session)
    near, safety = _numbers(session, goals)
    shared = _judged(goals[1], "Samverkan har utvecklats i linje med sitt syfte", criterion="Parternas egna mål.")
    skills = _judged(goals[2], "Stärkt kompetensförsörjning i hela organisationen", is_cluster=True)
    parameters = (
        ClusterParameter(id=new_id(), indicator_id=near.id, name="Fast kontakt erbjuds", criterion="Andelen ökar."),
        ClusterParameter(id=new_id(), indicator_id=near.id, position=1),
        ClusterParameter(id=new_id(), indicator_id=near.id, position=2),
        ClusterParameter(id=new_id(), indicator_id=skills.id),
        ClusterParameter(id=new_id(), indicator_id=skills.id, position=1, name="Utbildningsplatser"),
    )
    assignments = _assignments(goals)
    said = datetime(2024, 9, 2, tzinfo=UTC)
    insert(
        session,
        *(shared, skills, *parameters, *assignments),
        Comment(id=new_id(), item_id=safety.id, party=Party.ADMINISTRATION, text="Mäts igen.", recorded_at=said),
        Comment(id=new_id(), item_id=safety.id, party=Party.UNION, text="Ej ut.", internal=True, recorded_at=said),
    )
    indicators = {indicator.title: indicator for indicator in session.all(Indicator)}
    joint, _near, _safety, reports, engagement, _digital = (indicators[title] for title in CELLS)
    meeting = hold_meeting(
        session,
        (
            (joint, Verdict.CANNOT_ASSESS, "Underlag kommer först i november."),
            (parameters[0], Verdict.YES, ""),
            (parameters[1], Verdict.PARTLY, "Tre av sju kommuner är klara."),
            (parameters[2], Verdict.NO, ""),
            (near, Verdict.PARTLY, "Arbetet går framåt men är ojämnt fördelat över länet."),
            (safety, Verdict.YES, "Målnivån är nådd i de flesta verksamheter."),
            (reports, Verdict.NO, "Två enheter saknar berättelse."),
            (shared, Verdict.YES, ""),
            (engagement, Verdict.YES, ""),
            (parameters[3], Verdict.YES, ""),
            (assignments[0], Verdict.PARTLY, "Två möten har hållits."),
        ),
    )
    return GoalAreas(session, meeting, goals, indicators, parameters, assignments)


def _goals(session: Session) -> tuple[Goal, ...]:
    top, below = session.all(Level)
    land = Goal(id=new_id(), level_id=top.id, printed_number="1", title="Ett hållbart län att leva i")
    work = Goal(id=new_id(), level_id=top.id, position=1, printed_number="2", title="En organisation att lita på")

    def under(area: Goal, number: str, title: str) -> Goal:
        place = int(number[-1]) - 1
        return Goal(
            id=new_id(), level_id=below.id, parent_id=area.id, position=place, printed_number=number, title=title
        )

    goals = (
        under(land, "1.1", "Vi är en samlande kraft för länets utveckling"),
        under(land, "1.2", "Vi främjar en god och jämlik hälsa i hela länet"),
        under(work, "2.1", "Vi är en attraktiv arbetsplats för medarbetare och chefer"),
    )
    insert(session, land, work, *goals)
    return goals


def _numbers(session: Session, goals: tuple[Goal, ...]) -> tuple[Indicator, Indicator]:
    """The indicators of the plan's tables of numbers; gives the cluster and the index among them."""
    years = (
        *((ValueKind.OUTCOME, "Utfall", year) for year in (2021, 2022)),
        *((ValueKind.TARGET, "Målnivå", year) for year in (2024, 2026)),
    )
    columns = [
        ValueColumn(id=new_id(), kind=kind, year=year, label=f"{word} {year}", position=place)
        for place, (kind, word, year) in enumerate(years)
    ]
    places = zip(CELLS, (goals[0], *goals[1:2] * 3, *goals[2:] * 2), strict=True)
    indicators = [
        Indicator(id=new_id(), goal_id=goal.id, position=place, title=title, is_cluster=title.startswith("Nära"))
        for place, (title, goal) in enumerate(places)
    ]
    insert(session, *columns, *indicators)
    for indicator, cells in zip(indicators, CELLS.values(), strict=True):
        for column, cell in zip(columns, cells, strict=True):
            write_value(session, indicator.id, column.id, cell)
    return indicators[1], indicators[2]


def _judged(goal: Goal, title: str, *, criterion: str = "", is_cluster: bool = False) -> Indicator:
    return Indicator(
        id=new_id(),
        goal_id=goal.id,
        position=9,
        title=title,
        table_kind=TableKind.QUALITATIVE,
        assessment_method=AssessmentMethod.VERDICT,
        criterion=criterion,
        is_cluster=is_cluster,
    )


def _assignments(goals: tuple[Goal, ...]) -> tuple[Assignment, ...]:
    made: list[Assignment] = []

    def give(
        text: str, goal: Goal | None, role: AssignmentRole = LEADING, parent: Assignment | None = None
    ) -> Assignment:
        made.append(
            Assignment(
                id=new_id(),
                goal_id=goal.id if goal else None,
                parent_id=parent.id if parent else None,
                position=len(made),
                role=role,
                lead_in=LEAD_INS[role],
                text=text,
                status=WorkStatus.ONGOING if "analyser" in text else WorkStatus.NOT_STARTED,
            )
        )
        return made[-1]

    give("Följa hur samarbetet i länet utvecklas och vid behov ta initiativ till nya former.", goals[0])
    order = give("I beställningen av primärvård tydliggöra", goals[1])
    give("att förebyggande arbete ska stärkas", goals[1], parent=order)
    give("att det ska ske på ett jämlikt sätt", goals[1], parent=order)
    give("Ta del av analyser av patientsäkerheten.", goals[1])
    give("Se till att det etiska arbetet får stöd.", goals[1], AssignmentRole.BOARD_FOR_ADMINISTRATION)
    give("Redovisa läget för regionfullmäktige varje år.", None, AssignmentRole.OTHER)
    return tuple(made)
