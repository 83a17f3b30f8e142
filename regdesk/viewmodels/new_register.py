"""A register that is about to be made: the questions, the governing models in words, and the answers as a request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from regdesk.domain.models import MODELS, OWN, GoverningModel, own_model
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.formats import parse_year_span
from regdesk.i18n import _, mark
from regdesk.services.registers import NewRegister
from regdesk.viewmodels.fields import Field
from regdesk.viewmodels.problems import sentence
from regdesk.viewmodels.words import one_line

SUFFIX: Final = ".regdesk"

_NOT_IN_FILE_NAMES: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")  # what Windows calls its devices
_LONGEST_NAME: Final = 80

# The levels of each model, and what a plan of it looks like.
_MODELS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "goal_areas": (
            mark("Målområden → Mål"),
            mark("Varje målområde har mål, och målen har indikatorer och uppdrag."),
        ),
        "strategic_areas": (
            mark("Strategiska områden"),
            mark("Varje område har delmål, och delmålen nås genom delaktiviteter."),
        ),
        "outcome_goals": (
            mark("Effektmål → Delområden → Resultatmål"),
            mark("Fullmäktige anger effektmålen, och nämnderna svarar med resultatmål."),
        ),
        OWN: (
            mark("Egna nivåer"),
            mark("Skriv nivåernas namn uppifrån, åtskilda med komma. De kan ändras senare."),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A governing model to choose: its code, its levels from the top down, and a line that explains it."""

    code: str
    title: str
    explanation: str


def model_choices() -> tuple[ModelChoice, ...]:
    """The shipped models, of which the first is what most will want, and one's own."""
    return tuple(ModelChoice(code, *map(_, _MODELS[code])) for code in (*MODELS, OWN))


def fields() -> tuple[Field, ...]:
    """What is asked beside the model and the place."""
    return (
        Field(key="organisation", label=_("&Organisation"), hint=_("Region Exempel"), required=True),
        Field(key="board", label=_("&Nämnd eller styrelse"), hint=_("Regionstyrelsen"), required=True),
        Field(key="plan_title", label=_("&Planens titel"), hint=_("Verksamhetsplan")),
        Field(
            key="period",
            label=_("Planens &år"),
            hint="2025–2027",
            help=_("Första och sista året, eller ett enda år."),
            required=True,
            check=check_period,
        ),
    )


def check_period(text: str) -> str:
    """What is wrong with the years of a plan, or nothing."""
    return "" if parse_year_span(text) else sentence(Problem(ProblemKind.PERIOD_UNREADABLE, text=text.strip()))


def file_name(board: str) -> str:
    """The name that a board's register gets when nobody says another; safe on every system."""
    words = _NOT_IN_FILE_NAMES.sub(" ", board).casefold()
    name = one_line(words)[:_LONGEST_NAME].strip(" .")
    return (_("register") if not name or _RESERVED.fullmatch(name) else name) + SUFFIX


def register_path(text: str) -> Path:
    """The file that a text names; the register's own ending is added where it is missing."""
    path = Path(text.strip()).expanduser()
    return path if path.suffix.casefold() == SUFFIX else path.with_name(path.name + SUFFIX)


def wanted(values: Mapping[str, str], model: str, levels: str = "") -> NewRegister:
    """The answers to `fields` as a request; `levels` are the names of one's own, between commas.

    Raises Problem(PERIOD_UNREADABLE), Problem(MODEL_UNKNOWN), Problem(LEVELS_MISSING).
    """
    years = parse_year_span(values["period"])
    if years is None:
        raise Problem(ProblemKind.PERIOD_UNREADABLE, text=values["period"])
    return NewRegister(
        organisation=one_line(values["organisation"]),
        board=one_line(values["board"]),
        plan_title=one_line(values["plan_title"]),
        period_start=years[0],
        period_end=years[1],
        model=_own(levels) if model == OWN else _shipped(model),
    )


def _shipped(code: str) -> GoverningModel:
    if code not in MODELS:
        raise Problem(ProblemKind.MODEL_UNKNOWN, model=code, models=", ".join(MODELS))
    return MODELS[code]


def _own(levels: str) -> GoverningModel:
    names = [one_line(name) for name in levels.split(",") if name.strip()]
    if not names:
        raise Problem(ProblemKind.LEVELS_MISSING)
    return own_model([(name, "") for name in names])
