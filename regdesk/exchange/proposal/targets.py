"""What the links of a plan point at: one thing a number or name, with every other spelling as its alias."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from regdesk.domain.agenda_2030 import AGENDA_2030
from regdesk.domain.codes import LinkKind
from regdesk.domain.numerals import tidy
from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode
from regdesk.exchange.wording.texts import document_key, name_key

_BY_NUMBER = {LinkKind.REGIONAL_GOAL, LinkKind.AGENDA_2030}
_BY_DOCUMENT = {LinkKind.STRATEGY, LinkKind.FOUNDATION}


@dataclass(slots=True, kw_only=True)
class Target:
    """One thing that links point at. `key` is unique among those of its kind."""

    kind: LinkKind
    key: str
    number: str = ""
    title: str = ""
    aliases: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def targets_of(nodes: Iterable[ProposedNode]) -> list[Target]:
    """The targets of all links among the nodes, in the order the plan first names them."""
    links = [node for node in nodes if node.kind is NodeKind.LINK]
    keys = dict(_keys(links))
    targets: dict[tuple[LinkKind, str], Target] = {}
    for link in links:
        kind, key = LinkKind(link.said("kind")), keys[link.id]
        target = targets.setdefault((kind, key), Target(kind=kind, key=key))
        _name(target, link)
        target.links.append(link.id)
    return list(targets.values())


def _keys(links: list[ProposedNode]) -> Iterator[tuple[str, str]]:
    """What each link's target is known by. A document's years count only where two of one name differ in them."""
    spans: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in links:
        stem, span = document_key(_title(link))
        spans[link.said("kind"), stem].add(span)
    for link in links:
        kind = LinkKind(link.said("kind"))
        stem, span = document_key(_title(link))
        if kind in _BY_NUMBER and link.said("number"):
            yield link.id, link.said("number")
        elif kind in _BY_DOCUMENT:
            yield link.id, stem if len(spans[kind, stem] - {""}) <= 1 else tidy(f"{stem} {span}")
        else:
            yield link.id, name_key(_title(link))


def _name(target: Target, link: ProposedNode) -> None:
    """Let a link name its target: the first spelling is the title, others are aliases."""
    title = AGENDA_2030.get(_whole(target.key), _title(link)) if target.kind is LinkKind.AGENDA_2030 else _title(link)
    target.number = link.said("number")
    target.title = target.title or title
    if _title(link) and name_key(_title(link)) not in map(name_key, (target.title, *target.aliases)):
        target.aliases.append(_title(link))


def _title(link: ProposedNode) -> str:
    return tidy(link.said("title")).rstrip(" ,;")


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0
