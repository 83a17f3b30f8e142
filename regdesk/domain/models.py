"""Governing models that a register can start from; names and depth are the organisation's to change afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from regdesk.domain.codes import LevelKind


@dataclass(frozen=True, slots=True)
class ModelLevel:
    """A level of a model with the organisation's words for it."""

    kind: LevelKind
    name: str
    name_plural: str


@dataclass(frozen=True, slots=True)
class GoverningModel:
    """Levels from the top down. `code` is what the command line and the file know the model by."""

    code: str
    levels: tuple[ModelLevel, ...]


_GOAL_AREA = ModelLevel(LevelKind.GOAL_AREA, "Målområde", "Målområden")
_GOAL = ModelLevel(LevelKind.GOAL, "Mål", "Mål")
_STRATEGIC_AREA = ModelLevel(LevelKind.STRATEGIC_AREA, "Strategiskt område", "Strategiska områden")
_OUTCOME_GOAL = ModelLevel(LevelKind.OUTCOME_GOAL, "Effektmål", "Effektmål")
_SUB_AREA = ModelLevel(LevelKind.SUB_AREA, "Delområde", "Delområden")
_RESULT_GOAL = ModelLevel(LevelKind.RESULT_GOAL, "Resultatmål", "Resultatmål")

LEVELS = {level.kind: level for level in (_GOAL_AREA, _GOAL, _STRATEGIC_AREA, _OUTCOME_GOAL, _SUB_AREA, _RESULT_GOAL)}
"""The usual words for each kind of level."""

MODELS = {
    model.code: model
    for model in (
        GoverningModel("goal_areas", (_GOAL_AREA, _GOAL)),
        GoverningModel("strategic_areas", (_STRATEGIC_AREA,)),
        GoverningModel("outcome_goals", (_OUTCOME_GOAL, _SUB_AREA, _RESULT_GOAL)),
    )
}
"""The shipped models by code; the first is what a register gets when nothing else is said."""
