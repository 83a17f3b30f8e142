"""What several commands say alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from regdesk.viewmodels.kinds import many_of

_FIRST = (
    *("goals", "goal_states", "interim_goals", "indicators", "cluster_parameters", "values", "activities"),
    *("assignments", "links", "board_roles", "duties", "legal_entities", "risks", "footnotes", "attachments"),
)
"""What a plan is mostly about, in the order it is read."""


def put(text: str) -> None:
    """Print on stdout."""
    click.echo(text)


def counts(numbers: Mapping[str, int]) -> Iterator[str]:
    """How many there are of each kind, known by its plural; kinds of which there are none are left out."""
    for plural in dict.fromkeys((*_FIRST, *numbers)):
        if numbers.get(plural):
            yield f"{numbers[plural]:>5}  {many_of(plural)}"
