"""Texts of the plan with what they are, alike on cards, in forms and on paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A text with what it is: `Nuvarande tillstånd 2024` and the words of the plan."""

    label: str
    text: str
