"""What several commands say alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from regdesk.viewmodels.kinds import many_of


def put(text: str) -> None:
    """Print on stdout."""
    click.echo(text)


def counts(numbers: Mapping[str, int]) -> Iterator[str]:
    """How many there are of each kind, known by its plural; kinds of which there are none are left out."""
    for plural, number in numbers.items():
        if number:
            yield f"{number:>5}  {many_of(plural)}"
