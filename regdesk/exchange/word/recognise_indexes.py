"""Finds sub-indexes of a total index by their names, also where they stand under different goals."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from regdesk.exchange.proposal.nodes import NodeKind, Proposal, ProposedNode, WarningCode, rewrite
from regdesk.exchange.wording.texts import name_key

_LONGEST = 300
_TOTAL = re.compile(r"(?P<base>.+?)[\s,:–-]+(?:totalindex|total(?:t)?\s+index|index\s+totalt|totalt)\.?", re.IGNORECASE)
_PART = re.compile(r"(?P<base>.+?)[\s,:–-]+del-?\s?index\b.*", re.IGNORECASE)


def with_parents(proposal: Proposal) -> Proposal:
    """The proposal with each sub-index under the one total index of its name; several totals decide nothing."""
    indicators = [node for node in proposal.walk() if node.kind is NodeKind.INDICATOR]
    totals: dict[str, list[str]] = defaultdict(list)
    for node in indicators:
        totals[_base(_TOTAL, node)].append(node.id)
    parents = {node.id: totals[base] for node in indicators if (base := _base(_PART, node)) in totals and base}

    def put(node: ProposedNode) -> tuple[ProposedNode, ...]:
        found = parents.get(node.id, [])
        if len(found) != 1:
            return (node,)
        return (node.with_fields(parent_id=found[0]).warned(WarningCode.PARENT_INFERRED),)

    return replace(proposal, roots=rewrite(proposal.roots, put))


def _base(pattern: re.Pattern[str], node: ProposedNode) -> str:
    title = node.said("title")
    found = pattern.fullmatch(title) if len(title) <= _LONGEST else None
    return name_key(found["base"]) if found else ""
