"""A proposal as JSON: the lists that a register would have, with what was not placed and what to look at."""

from __future__ import annotations

from collections.abc import Iterator

from regdesk.exchange.json_out import Json, lists_of
from regdesk.exchange.proposal.nodes import Proposal, ProposalWarning, ProposedNode, WarningCode
from regdesk.exchange.proposal.records import to_records
from regdesk.exchange.proposal.targets import targets_of


def to_lists(proposal: Proposal) -> dict[str, list[Json]]:
    """One list for each kind of record, by the glossary's plural, as `regdesk show --json` has them.

    Ids are the proposal's own and the same each time. `unplaced` has objects with id, kind, reason, text, and where
    it stands in the document (part, place); `warnings` have code, what they need, and the node they are about.
    """
    records = to_records(proposal, make_id=str).records
    return lists_of(records) | {"unplaced": list(_unplaced(proposal)), "warnings": list(_warnings(proposal))}


def _unplaced(proposal: Proposal) -> Iterator[Json]:
    for unplaced in proposal.unplaced:
        node = unplaced.node
        first = min(node.sources, default=None)
        yield {
            "id": node.id,
            "kind": node.kind,
            "reason": unplaced.reason,
            "text": node.text,
            "part": first.part if first else None,
            "place": first.place if first else None,
        }


def _warnings(proposal: Proposal) -> Iterator[Json]:
    yield from (_warning(warning, None) for warning in proposal.warnings)
    for target in targets_of(proposal.walk()):
        for alias in target.aliases:
            params = {"kind": str(target.kind), "title": target.title, "alias": alias}
            yield _warning(ProposalWarning(code=WarningCode.NAMES_MERGED, params=params), None)
    for node in proposal.walk():
        yield from (_warning(warning, node) for warning in node.warnings)


def _warning(warning: ProposalWarning, node: ProposedNode | None) -> Json:
    about: dict[str, Json] = {"node": node.id, "kind": node.kind, "text": node.text} if node else {}
    return {"code": warning.code, **about, **warning.params}
