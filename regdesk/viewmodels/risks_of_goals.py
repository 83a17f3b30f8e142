"""The gravest risks that are linked to goals: those whose value now stands in a red cell of their matrix."""

from __future__ import annotations

from dataclasses import dataclass

from regdesk.domain.codes import LinkKind, RiskStage, RiskStatus
from regdesk.domain.model import Link, Risk, RiskMatrix, RiskScore
from regdesk.domain.risk_matrix import LevelTone, Matrix
from regdesk.services.risks import score_at
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Disclosure
from regdesk.viewmodels.risk_values import matrix_of, value_cell
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.words import one_line


@dataclass(frozen=True, slots=True)
class RedRisk:
    """A risk with its value, and the ids of the goals that it is about."""

    title: str
    value: Cell
    goal_ids: frozenset[str]


def red_risks(session: Session, disclosure: Disclosure) -> tuple[RedRisk, ...]:
    """The red risks that are open and linked to any goal, in the plan's order; what is withheld is left out."""
    scores: dict[str, list[RiskScore]] = {}
    for score in disclosure.shown(session.all(RiskScore, "scored_on DESC, id DESC")):
        scores.setdefault(score.risk_id, []).append(score)
    goals: dict[str, set[str]] = {}
    for link in disclosure.shown(session.all(Link)):
        if link.kind is LinkKind.GOAL:
            goals.setdefault(link.source_id, set()).add(link.target_id)
    matrices = {matrix.id: matrix_of(matrix.definition) for matrix in session.all(RiskMatrix)}
    found = []
    for risk in disclosure.shown(session.all(Risk)):
        value = _red(score_at(scores.get(risk.id, ()), RiskStage.CURRENT), matrices)
        if value and risk.id in goals and risk.status is not RiskStatus.CLOSED:
            title = disclosure.text(risk.id, one_line(risk.title or risk.text))
            found.append(RedRisk(title, value, frozenset(goals[risk.id])))
    return tuple(found)


def _red(score: RiskScore | None, matrices: dict[str, Matrix | None]) -> Cell | None:
    matrix = matrices[score.matrix_id] if score else None
    if score is None or matrix is None or not matrix.holds(score.likelihood, score.impact):
        return None
    red = matrix.level(score.likelihood, score.impact).tone is LevelTone.RED
    return value_cell(matrix, score.likelihood, score.impact) if red else None
