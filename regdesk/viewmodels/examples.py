"""The example registers that the program comes with: what each shows, and where the file lies that it is built from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _, mark
from regdesk.paths import data_folder
from regdesk.viewmodels.new_register import SUFFIX, ModelChoice

# What each is called, what it shows, and what its register's file is called.
_EXAMPLES: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "goal_areas": (
            mark("En regionstyrelse med målområden"),
            mark("Det fylligaste: indikatorer, uppdrag, risker, uppsikt, budget och tre sammanträden."),
            mark("exempel-målområden"),
        ),
        "strategic_areas": (
            mark("En vårdnämnd med strategiska områden"),
            mark("Sex områden från nuvarande till önskat tillstånd, med delmål och delaktiviteter."),
            mark("exempel-strategiska-områden"),
        ),
        "outcome_goals": (
            mark("En regionstyrelse med effektmål"),
            mark("Fullmäktiges effektmål, delområden och nämndernas resultatmål."),
            mark("exempel-effektmål"),
        ),
    }
)


def example_choices() -> tuple[ModelChoice, ...]:
    """The examples, the one that shows most first."""
    return tuple(ModelChoice(code, _(title), _(text)) for code, (title, text, _name) in _EXAMPLES.items())


def example_file(code: str) -> Path:
    """The data file of an example. Raises Problem(EXAMPLE_UNKNOWN)."""
    if code not in _EXAMPLES:
        raise Problem(ProblemKind.EXAMPLE_UNKNOWN, text=code, examples=", ".join(_EXAMPLES))
    return data_folder("resources") / "examples" / f"{code}.toml"


def example_name(code: str) -> str:
    """The file name that an example's register gets when nobody says another."""
    return _(_EXAMPLES[code][2]) + SUFFIX
