"""Governing models that a register can start from; names and depth are the organisation's to change afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

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

OWN: Final = "own"
"""The code of a model whose levels an organisation has named itself."""


def own_level(name: str, name_plural: str, *, is_lowest: bool) -> ModelLevel:
    """A level by the organisation's own name: of the kind that is usually called so, or else an area or a goal."""
    for usual in LEVELS.values():
        if usual.name.casefold() == name.casefold():
            return ModelLevel(usual.kind, name, name_plural or usual.name_plural)
    return ModelLevel(LevelKind.GOAL if is_lowest else LevelKind.GOAL_AREA, name, name_plural)


def own_model(names: Sequence[tuple[str, str]]) -> GoverningModel:
    """A model of levels in singular and plural, from the top down."""
    last = len(names) - 1
    levels = (own_level(*name, is_lowest=place == last) for place, name in enumerate(names))
    return GoverningModel(OWN, tuple(levels))


def code_of(levels: Sequence[tuple[LevelKind, str]]) -> str:
    """The code of the shipped model that has just these kinds and names, or OWN."""
    for model in MODELS.values():
        if [(level.kind, level.name) for level in model.levels] == list(levels):
            return model.code
    return OWN
