"""How many things of each kind got which verdict: counted, and never added up to a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from regdesk.domain.codes import Verdict
from regdesk.domain.model import Assessment, plural_of
from regdesk.formats import NBSP
from regdesk.services.secrecy import item_record
from regdesk.services.session import Session
from regdesk.viewmodels.follow_up_parts import CountRow
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.words import verdict_cell, word


def verdict_words() -> dict[str, str]:
    """The word of each verdict by its code, in the order that they are counted in."""
    return {verdict.value: word(verdict) for verdict in Verdict}


def verdict_counts(session: Session, given: Iterable[Assessment]) -> tuple[CountRow, ...]:
    """A row a kind, in the order they come; its numbers stand in the order of `Verdict`."""
    kinds: dict[str, Counter[Verdict]] = {}
    for each in given:
        if record := item_record(session, each.item_id):
            kinds.setdefault(plural_of(type(record)), Counter())[each.verdict] += 1
    return tuple(count_row(plural, [(each, found[each]) for each in Verdict]) for plural, found in kinds.items())


def count_row(plural: str, numbers: Sequence[tuple[Verdict | None, int]]) -> CountRow:
    """How many things of a kind got which verdict, in the order that they are given."""
    return CountRow(
        source=plural,
        kind=many_of(plural),
        total=sum(number for _verdict, number in numbers),
        numbers=tuple(number for _verdict, number in numbers),
        words=", ".join(f"{verdict_cell(verdict).text}{NBSP}{number}" for verdict, number in numbers if number),
    )
