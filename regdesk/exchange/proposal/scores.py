"""How a plan values a risk, as a score in the register's matrix: numbers or the matrix's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regdesk.domain.numerals import parse_number, tidy
from regdesk.domain.risk_matrix import Matrix, ScaleStep
from regdesk.exchange.proposal.nodes import ProposedNode

_SAID = {"likelihood": "Sannolikhet", "impact": "Konsekvens", "risk_value": "Riskvärde"}
"""Columns of a risk table by their fields; what no score can hold stays in the risk's text under these words."""


@dataclass(frozen=True, slots=True)
class ReadScore:
    """The steps of a score, counted from 1."""

    likelihood: int
    impact: int


def read_score(node: ProposedNode, matrix: Matrix) -> ReadScore | None:
    """The score that a risk's cells give; None where one of them is missing or is no step of the matrix."""
    likelihood = _step(node.said("likelihood"), matrix.likelihood)
    impact = _step(node.said("impact"), matrix.impact)
    return ReadScore(likelihood, impact) if likelihood and impact else None


def left_of_score(node: ProposedNode, score: ReadScore | None) -> Iterator[str]:
    """What the cells say beyond the score, line by line, to the letter."""
    for field, words in _SAID.items():
        text = node.said(field)
        if text.strip() and not _is_told(field, text, score):
            yield f"{words}: {text}"


def _is_told(field: str, text: str, score: ReadScore | None) -> bool:
    if score is None:
        return False
    return field != "risk_value" or parse_number(text) == score.likelihood * score.impact


def _step(text: str, scale: tuple[ScaleStep, ...]) -> int | None:
    words = tidy(text).casefold()
    number = parse_number(words)
    if number is not None:
        return int(number) if number in range(1, len(scale) + 1) else None
    return next((place for place, step in enumerate(scale, start=1) if step.label.casefold() == words), None)
