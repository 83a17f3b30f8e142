"""The fields of a form as plain data: what is asked for, in which words, and which answers will do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto


class FieldKind(StrEnum):
    """How a field is answered. Every answer is a text; a choice answers with its code, a tick with YES or nothing."""

    LINE = auto()
    TEXT = auto()
    CHOICE = auto()
    DATE = auto()
    COLOUR = auto()
    TICK = auto()


YES = "yes"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to a choice."""

    code: str
    text: str


def accept(text: str) -> str:  # noqa: ARG001 - it has the shape of every check
    """The check of a field that takes any text."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a form.

    `label` may hold `&` before its mnemonic; `help` stands below the field; `hint` stands in it while it is empty;
    `heading` stands above it where a group of questions begins; `check` gives a sentence that says what is wrong with
    an answer, or nothing.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    help: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    lines: int = 4
    counted_from: str = ""
    """For a recurrence, which may be of a person's own: the key of the question that its first day answers."""
    heading: str = ""
    check: Callable[[str], str] = accept
