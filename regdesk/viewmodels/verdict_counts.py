"""How many things of each kind got which verdict: counted, and never added up to a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from regdesk.domain.codes import Verdict
from regdesk.domain.model import Assessment, plural_of
from regdesk.services.secrecy import item_record
from regdesk.services.session import Session
from regdesk.viewmodels.follow_up_parts import CountRow
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.words import word


def verdict_words() -> dict[str, str]:
    """The word of each verdict by its code, in the order that they are counted in."""
    return {verdict.value: word(verdict) for verdict in Verdict}


def verdict_counts(session: Session, given: Iterable[Assessment]) -> tuple[CountRow, ...]:
    """A row a kind, in the order they come; its numbers stand in the order of `Verdict`."""
    kinds: dict[str, Counter[Verdict]] = {}
    for each in given:
        if record := item_record(session, each.item_id):
            kinds.setdefault(plural_of(type(record)), Counter())[each.verdict] += 1
    return tuple(
        CountRow(kind=many_of(plural), total=found.total(), numbers=tuple(found[verdict] for verdict in Verdict))
        for plural, found in kinds.items()
    )
