"""Risks and their values: matrices in versions, dated scores that stay, and why a risk is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Final

from regdesk.domain.codes import Party, RiskStage
from regdesk.domain.ids import new_id
from regdesk.domain.model import Comment, Risk, RiskMatrix, RiskScore
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.domain.risk_matrices import FOUR
from regdesk.domain.risk_matrix import Matrix, read_matrix, write_matrix
from regdesk.services.actions import Action
from regdesk.services.change import Change
from regdesk.services.meetings import open_meeting_of
from regdesk.services.session import Session, name_of

_NEWEST: Final = "version DESC, id DESC"

Withheld = Callable[[str], bool]
"""Whether what has that id is left out."""


# The matrix


def matrices(session: Session) -> list[RiskMatrix]:
    """Every version of the organisation's matrix, the one in force first."""
    return session.all(RiskMatrix, _NEWEST)


def matrix_in_force(session: Session) -> Matrix:
    """What risks are scored in now: the newest version, or the shipped one while there is none."""
    versions = matrices(session)
    return read_matrix(versions[0].definition) if versions else FOUR


def is_used(session: Session, matrix: RiskMatrix) -> bool:
    """Whether a risk has been scored in this version, so that its words may not change any more."""
    return bool(session.repository.select(RiskScore, "WHERE matrix_id = ? LIMIT 1", (matrix.id,)))


def keep_matrix(session: Session, matrix: Matrix) -> RiskMatrix:
    """Let risks be scored in this matrix from now on.

    A version that has been used stays as it is, and the matrix becomes the next one; a matrix that is as it was makes
    no step. Raises Problem(MATRIX_UNREADABLE).
    """
    definition = write_matrix(matrix)
    read_matrix(definition)
    newest = next(iter(matrices(session)), None)
    if newest and newest.definition == definition:
        return newest
    with session.change(Action.EDIT_MATRIX, _size_name(matrix)) as change:
        if newest is None or is_used(session, newest):
            return change.insert(_version(matrix, newest.version + 1 if newest else 1))
        fresh = _version(matrix, newest.version)
        return change.update(replace(fresh, id=newest.id))


def first_matrix() -> RiskMatrix:
    """The shipped matrix as the first version of a register that has none of its own."""
    return _version(FOUR, 1)


def _version(matrix: Matrix, version: int) -> RiskMatrix:
    return RiskMatrix(
        id=new_id(),
        version=version,
        name=_size_name(matrix),
        size=matrix.size,
        definition=write_matrix(matrix),
    )


def _size_name(matrix: Matrix) -> str:
    """`4 × 4`."""
    return f"{len(matrix.likelihood)} × {len(matrix.impact)}"


# Scores


def score_risk(
    session: Session,
    risk_id: str,
    stage: RiskStage,
    likelihood: int,
    impact: int,
    on: date,
    meeting_id: str | None = None,
    comment: str = "",
) -> RiskScore:
    """Value a risk in the matrix in force; what it was valued at before stays as it was.

    The shipped matrix becomes the register's own with the first score. Raises Problem(SCORE_OUTSIDE_MATRIX),
    Problem(ROW_MISSING), Problem(MEETING_CLOSED), Problem(MATRIX_UNREADABLE).
    """
    risk = session.get(Risk, risk_id)
    if not matrix_in_force(session).holds(likelihood, impact):
        raise Problem(ProblemKind.SCORE_OUTSIDE_MATRIX)
    if meeting_id:
        open_meeting_of(session, meeting_id)
    with session.change(Action.SCORE_RISK, name_of(risk)) as change:
        return change.insert(
            RiskScore(
                id=new_id(),
                risk_id=risk_id,
                matrix_id=_stored_matrix(session, change).id,
                stage=stage,
                likelihood=likelihood,
                impact=impact,
                scored_on=on,
                meeting_id=meeting_id,
                comment=comment,
            )
        )


def _stored_matrix(session: Session, change: Change) -> RiskMatrix:
    versions = matrices(session)
    return versions[0] if versions else change.insert(first_matrix())


def scores_of(session: Session, risk_id: str) -> list[RiskScore]:
    """Every score that the risk ever had, newest first."""
    return session.all(RiskScore, "scored_on DESC, id DESC", risk_id=risk_id)


def score_at(scores: Sequence[RiskScore], stage: RiskStage) -> RiskScore | None:
    """The score that holds for a stage among a risk's, newest first; while there is no current one the initial is."""
    found = {each: next((score for score in scores if score.stage is each), None) for each in RiskStage}
    return found[stage] or (found[RiskStage.INITIAL] if stage is RiskStage.CURRENT else None)


def score_before(scores: Sequence[RiskScore], score: RiskScore) -> RiskScore | None:
    """What the risk was worth before a score: the last one of its stage, or the initial one before a current.

    Only a score in the same matrix can be compared with.
    """
    older = [each for each in scores[scores.index(score) + 1 :] if each.matrix_id == score.matrix_id]
    same = next((each for each in older if each.stage is score.stage), None)
    return same or (score_at(older, RiskStage.CURRENT) if score.stage is not RiskStage.INITIAL else None)


@dataclass(slots=True)
class Placing:
    """Where risks stand in one version of the matrix: ids by likelihood and impact, in the plan's order.

    `unscored` have no score at the stage, `elsewhere` one in another version.
    """

    cells: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    unscored: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


def scores_by_risk(session: Session, withheld: Withheld = lambda _id: False) -> dict[str, list[RiskScore]]:
    """Every score by its risk, newest first, without those that are withheld."""
    found: dict[str, list[RiskScore]] = {}
    for score in session.all(RiskScore, "scored_on DESC, id DESC"):
        if not withheld(score.id):
            found.setdefault(score.risk_id, []).append(score)
    return found


def placing(
    session: Session, stage: RiskStage, matrix_id: str | None, withheld: Withheld = lambda _id: False
) -> Placing:
    """Where every risk that is not closed stands at a stage; risks and scores that are withheld stand nowhere."""
    scores = scores_by_risk(session, withheld)
    made = Placing()
    for risk in session.repository.select(Risk, "WHERE status <> 'closed' ORDER BY position, id"):
        if withheld(risk.id):
            continue
        held = score_at(scores.get(risk.id, ()), stage)
        if held is None:
            made.unscored.append(risk.id)
        elif held.matrix_id != matrix_id:
            made.elsewhere.append(risk.id)
        else:
            made.cells.setdefault((held.likelihood, held.impact), []).append(risk.id)
    return made


# Why a risk is accepted


def reason_of(session: Session, risk_id: str) -> Comment | None:
    """Why the risk is accepted, if that was said: the administration's last comment on it."""
    found: Iterable[Comment] = session.all(
        Comment, "recorded_at DESC, id DESC", item_id=risk_id, party=Party.ADMINISTRATION
    )
    return next(iter(found), None)


def give_reason(session: Session, risk_id: str, text: str) -> None:
    """Say why the risk is accepted, or with an empty text nothing; the same words make no step."""
    said = reason_of(session, risk_id)
    if text == (said.text if said else ""):
        return
    with session.change(Action.COMMENT, name_of(session.get(Risk, risk_id))) as change:
        if said and not text.strip():
            change.delete(said)
        elif said:
            change.update(replace(said, text=text, recorded_at=datetime.now(UTC)))
        else:
            change.insert(
                Comment(
                    id=new_id(),
                    item_id=risk_id,
                    party=Party.ADMINISTRATION,
                    text=text,
                    recorded_at=datetime.now(UTC),
                )
            )
