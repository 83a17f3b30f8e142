"""What a risk is worth, was worth and would be worth: each stage in words, and every score that it ever had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from regdesk.domain.codes import RiskStage, RiskStatus
from regdesk.domain.model import Risk, RiskMatrix, RiskScore
from regdesk.formats import format_iso_date, parse_date
from regdesk.i18n import _
from regdesk.services.risks import matrices, matrix_in_force, reason_of, score_at, score_before, score_risk, scores_of
from regdesk.services.session import Session
from regdesk.viewmodels import form_choices
from regdesk.viewmodels.fields import Choice, Field, FieldKind
from regdesk.viewmodels.form_readers import DATE, choices_of
from regdesk.viewmodels.risk_values import factors, matrix_of, value_cell
from regdesk.viewmodels.rows import Cell, Column, GivenRows, Row
from regdesk.viewmodels.words import one_line, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a risk is worth at a stage: its cell, and in words when, of what, and whether it rose or fell."""

    stage: str
    cell: Cell
    words: str


def standings(session: Session, risk_id: str) -> tuple[Standing, ...]:
    """The stages that the risk has been scored at; the current one first, in words where it is the initial one."""
    scores, versions = scores_of(session, risk_id), _versions(session)
    held = {stage: score_at(scores, stage) for stage in (RiskStage.CURRENT, RiskStage.INITIAL, RiskStage.RESIDUAL)}
    if held[RiskStage.CURRENT] is held[RiskStage.INITIAL]:
        del held[RiskStage.INITIAL]
    return tuple(_standing(stage, score, scores, versions) for stage, score in held.items() if score)


def history(session: Session, risk_id: str) -> GivenRows:
    """Every score that the risk ever had, newest first."""
    versions = _versions(session)
    rows = [
        Row(
            id=score.id,
            cells=(
                Cell(text=format_iso_date(score.scored_on)),
                Cell(text=word(score.stage)),
                _cell(score, versions),
                Cell(text=one_line(score.comment)),
            ),
        )
        for score in scores_of(session, risk_id)
    ]
    return GivenRows(history_columns(), rows)


def history_columns() -> tuple[Column, ...]:
    """The columns of `history`, which has one order."""
    return (
        Column(key="scored_on", title=_("Dag"), width=1.0, letters=10, sortable=False),
        Column(key="stage", title=_("Skede"), width=1.0, letters=11, sortable=False),
        Column(key="value", title=_("Riskvärde"), width=1.2, letters=12, sortable=False),
        Column(key="comment", title=_("Kommentar"), width=2.4, sortable=False),
    )


def _versions(session: Session) -> dict[str, RiskMatrix]:
    """By id, the one in force first."""
    return {version.id: version for version in matrices(session)}


def _old_version(score: RiskScore, versions: Mapping[str, RiskMatrix]) -> int:
    """The number of the version that a score was made in, 0 where that is in force."""
    return 0 if score.matrix_id == next(iter(versions)) else versions[score.matrix_id].version


def _cell(score: RiskScore, versions: Mapping[str, RiskMatrix]) -> Cell:
    matrix = matrix_of(versions[score.matrix_id].definition)
    return value_cell(matrix, score.likelihood, score.impact, _old_version(score, versions))


def _standing(
    stage: RiskStage, score: RiskScore, scores: Sequence[RiskScore], versions: Mapping[str, RiskMatrix]
) -> Standing:
    parts = (
        _of_what(score, versions),
        _("Ursprunglig värdering: ingen senare finns.") if score.stage is not stage else "",
        _trend(score, score_before(scores, score)),
        _limit(score, versions),
        _meaning(score, versions),
    )
    return Standing(stage=word(stage), cell=_cell(score, versions), words=" ".join(filter(None, parts)))


def _of_what(score: RiskScore, versions: Mapping[str, RiskMatrix]) -> str:
    day, matrix = format_iso_date(score.scored_on), matrix_of(versions[score.matrix_id].definition)
    if matrix is None or not matrix.holds(score.likelihood, score.impact):
        return day
    return f"{day}: {factors(matrix, score.likelihood, score.impact)}."


def _trend(score: RiskScore, before: RiskScore | None) -> str:
    """Whether the value rose or fell, with an arrow beside the words."""
    if before is None:
        return ""
    now, then = score.likelihood * score.impact, before.likelihood * before.impact
    told = {"then": then, "day": format_iso_date(before.scored_on)}
    if now < then:
        return _("↓ Lägre än {then} den {day}.").format(**told)
    if now > then:
        return _("↑ Högre än {then} den {day}.").format(**told)
    return _("→ Samma värde som den {day}.").format(**told)


def _limit(score: RiskScore, versions: Mapping[str, RiskMatrix]) -> str:
    matrix = matrix_of(versions[score.matrix_id].definition)
    if matrix is None or not matrix.needs_action(score.likelihood, score.impact):
        return ""
    return _("Åtgärd krävs från värde {limit}.").format(limit=matrix.action_limit)


def _meaning(score: RiskScore, versions: Mapping[str, RiskMatrix]) -> str:
    """What keeps an old score from being read by today's matrix."""
    old = _old_version(score, versions)
    return _("Värderad i matris version {version}, som inte längre gäller.").format(version=old) if old else ""


# Scoring


def score_questions(session: Session) -> tuple[Field, ...]:
    """What is asked when a risk is scored. Raises Problem(MATRIX_UNREADABLE)."""
    matrix = matrix_in_force(session)
    likelihood = tuple(_choice(number, step.label, step.help) for number, step in enumerate(matrix.likelihood, 1))
    impact = tuple(_choice(number, step.label, step.help) for number, step in enumerate(matrix.impact, 1))
    meetings = form_choices.open_meetings(session)
    choice = FieldKind.CHOICE
    return (
        Field(key="stage", label=_("Skede"), kind=choice, choices=choices_of(RiskStage), required=True),
        Field(key="scored_on", label=_("Dag"), kind=FieldKind.DATE, required=True, check=DATE.check),
        Field(key="likelihood", label=_("Sannolikhet"), kind=choice, choices=likelihood, required=True),
        Field(key="impact", label=_("Konsekvens"), kind=choice, choices=impact, required=True),
        Field(key="meeting_id", label=_("Sammanträde"), kind=choice, choices=meetings),
        Field(key="comment", label=_("Kommentar"), kind=FieldKind.TEXT, lines=2),
    )


def score_beginning(session: Session, risk_id: str) -> dict[str, str]:
    """The first score is the initial one, a later one current; it begins where the last one in this matrix stood."""
    scores = scores_of(session, risk_id)
    stage = RiskStage.CURRENT if scores else RiskStage.INITIAL
    answers = {"stage": stage.value, "scored_on": format_iso_date(date.today()), "meeting_id": "", "comment": ""}
    last, version = score_at(scores, RiskStage.CURRENT), next(iter(matrices(session)), None)
    if last is None or version is None or last.matrix_id != version.id:
        return answers | {"likelihood": "", "impact": ""}
    return answers | {"likelihood": str(last.likelihood), "impact": str(last.impact)}


def store_score(session: Session, risk_id: str, answers: Mapping[str, str]) -> dict[str, str]:
    """Score a risk as one step; gives a sentence for each answer that will not do. May raise what score_risk does."""
    day = parse_date(answers["scored_on"])
    if day is None:
        return {"scored_on": DATE.check(answers["scored_on"]) or _("Detta måste fyllas i.")}
    score_risk(
        session,
        risk_id,
        RiskStage(answers["stage"]),
        int(answers["likelihood"]),
        int(answers["impact"]),
        day,
        answers["meeting_id"] or None,
        answers["comment"],
    )
    return {}


def _choice(number: int, name: str, help_text: str) -> Choice:
    return Choice(str(number), one_line(f"{number} {name} – {help_text}" if help_text.strip() else f"{number} {name}"))


# Accepting


def acceptance(session: Session, risk_id: str) -> tuple[bool, str]:
    """Whether the risk is accepted, and why, if that has been said."""
    reason = reason_of(session, risk_id)
    return session.get(Risk, risk_id).status is RiskStatus.ACCEPTED, reason.text if reason else ""
