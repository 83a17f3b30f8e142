"""The plan in few words: a light line for each of its parts, read as far as somebody has opened it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from regdesk.domain.codes import Verdict
from regdesk.services.closing import CLOSABLE
from regdesk.services.session import Session
from regdesk.store.search import query


class Branch(NamedTuple):
    """A part of the plan. `owner_id` is the goal, cluster or section it stands under, `parent_id` an uppdrag's uppdrag.

    `title` is the start of a text where the part has no title; `label` is the plan's own words above a state or
    delmål, the role of an uppdrag, the kind of a juridisk person; `code` is a state's kind or how work stands, and
    "outside" for a bilaga that is no part of the decision; `owns` says whether anything stands under it. `closed` is
    true of what was closed while the goal that it stands under was not: it has left its place in the plan.
    """

    plural: str
    id: str
    owner_id: str
    parent_id: str
    number: str
    title: str
    label: str
    code: str
    year: int | None
    owns: bool
    position: int
    closed: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the parts of one kind are read. `owner` is the column that names what they stand under, where there is one.

    `parents` is the column of a parent of the same kind and owner; `below` are the columns elsewhere that name
    a part of this kind as their owner; `only` are those of the kind that the plan has.
    """

    plural: str
    title: str
    owner: str = ""
    number: str = "''"
    label: str = "''"
    code: str = "''"
    year: str = "NULL"
    parents: str = ""
    below: tuple[str, ...] = ()
    only: str = "1"

    def select(self, where: str) -> str:
        owns = " OR ".join(f"EXISTS (SELECT 1 FROM {table} = item.id)" for table in self.below) or "0"
        owner, parent = (f"coalesce({column}, '')" if column else "''" for column in (self.owner, self.parents))
        return (
            f"SELECT '{self.plural}' AS plural, id, {owner} AS owner_id, {parent} AS parent_id, "
            f"{self.number} AS number, {self.title} AS title, {self.label} AS label, {self.code} AS code, "
            f"{self.year} AS year, {owns} AS owns, position, {self.closed} AS closed "
            f"FROM {self.plural} AS item WHERE ({where}) AND {self.only}"
        )

    @property
    def closed(self) -> str:
        """Whether a part was closed by itself, written for SQL; below a closed goal all stands where it stood."""
        if self.plural not in CLOSABLE:
            return "0"
        above = f"SELECT 1 FROM goals AS above WHERE above.id = item.{self.owner} AND above.closed_on IS NOT NULL"
        return f"(item.closed_on IS NOT NULL AND NOT EXISTS ({above}))"


OF_PLAN: Final = "coalesce((SELECT kind FROM items WHERE items.id = item_id), '') NOT IN ('agenda_item', 'meeting')"
"""Tells attachments of the plan from those of meetings and their items."""

_START: Final = "substr(text, 1, 300)"
_NO_MORE: Final = "(closed_on IS NULL OR item.closed_on IS NOT NULL)"
"""What is closed stands under no goal but a closed one."""

_UNDER_GOALS: Final = (
    f"goals WHERE {_NO_MORE} AND parent_id",
    f"indicators WHERE {_NO_MORE} AND goal_id",
    f"assignments WHERE {_NO_MORE} AND goal_id",
    f"activities WHERE {_NO_MORE} AND goal_id",
    "interim_goals WHERE goal_id",
    "goal_states WHERE goal_id",
)

_KINDS: Final = (
    _Kind("goals", "title", "parent_id", "printed_number", below=_UNDER_GOALS),
    _Kind("goal_states", _START, "goal_id", label="label", code="kind", year="year"),
    _Kind("indicators", "title", "goal_id", "printed_number", below=("cluster_parameters WHERE indicator_id",)),
    _Kind("cluster_parameters", "name", "indicator_id"),
    _Kind("interim_goals", _START, "goal_id", label="label", year="year"),
    _Kind("activities", "title", "goal_id", code="status"),
    _Kind("assignments", _START, "goal_id", label="role", code="status", parents="parent_id"),
    _Kind("board_roles", _START),
    _Kind("duties", _START),
    _Kind("legal_entities", "name", label="entity_kind"),
    _Kind("risks", f"iif(title = '', {_START}, title)"),
    _Kind("attachments", "title", number="number", code="iif(included_in_decision, '', 'outside')", only=OF_PLAN),
    _Kind(
        "sections",
        f"iif(heading = '', {_START}, heading)",
        "parent_id",
        "printed_number",
        below=("sections WHERE parent_id",),
    ),
)

PLAN_KINDS: Final = tuple(kind.plural for kind in _KINDS)
"""The plurals of all that a plan is made of."""

_AMONG: Final = "IN (SELECT value FROM json_each(:ids))"

_FOUND: Final = """
    SELECT items.id FROM search JOIN items ON items.n = search.rowid
    WHERE search MATCH ? AND items.kind IN (
        'activity', 'assignment', 'attachment', 'board_role', 'cluster_parameter', 'duty', 'goal', 'goal_state',
        'indicator', 'interim_goal', 'legal_entity', 'risk', 'section'
    ) LIMIT ?
"""
"""What is searched but is no part of the plan is left out."""

_VERDICTS: Final = f"""
    SELECT item_id, verdict, max(recorded_at || id) FROM assessments
    WHERE item_id {_AMONG}
        AND NOT EXISTS (SELECT 1 FROM assessments AS newer WHERE newer.supersedes_id = assessments.id)
    GROUP BY item_id
"""


def branches_of(session: Session) -> list[Branch]:
    """Every part of the plan, those of one owner in their order; one query, whatever the size of the plan."""
    return _read(session, [kind.select("1") for kind in _KINDS])


def top_branches(session: Session) -> list[Branch]:
    """The parts that stand under no other, and those that were closed, wherever they stood."""
    top = [kind.select(f"{kind.owner} IS NULL AND NOT {kind.closed}" if kind.owner else "1") for kind in _KINDS]
    return _read(session, [*top, *(kind.select(kind.closed) for kind in _KINDS if kind.plural in CLOSABLE)])


def branches_under(session: Session, owners: Iterable[str]) -> list[Branch]:
    """The parts that stand right under any of these goals, clusters and sections."""
    under = [kind.select(f"{kind.owner} {_AMONG} AND NOT {kind.closed}") for kind in _KINDS if kind.owner]
    return _read(session, under, owners)


def branches_found(session: Session, text: str, most: int) -> list[Branch]:
    """The parts that hold the words of `text`, no more than `most`, and all that they stand under."""
    words = query(text)
    wanted = {row[0] for row in session.repository.rows(_FOUND, (words, most))} if words else set()
    found: dict[str, Branch] = {}
    while wanted:
        read = _read(session, [kind.select(f"id {_AMONG}") for kind in _KINDS], wanted)
        found.update((branch.id, branch) for branch in read)
        wanted = {above for branch in read for above in (branch.owner_id, branch.parent_id) if above} - found.keys()
    return sorted(found.values(), key=lambda branch: (branch.position, branch.id))


def owners_of(session: Session, record_id: str) -> list[str]:
    """What a part of the plan stands under, the nearest first; nothing for what is no part of it."""
    owners: list[str] = []
    while found := _read(session, [kind.select(f"id {_AMONG}") for kind in _KINDS], [record_id]):
        record_id = found[0].owner_id
        if not record_id:
            break
        owners.append(record_id)
    return owners


def latest_verdicts(session: Session, item_ids: Collection[str]) -> dict[str, Verdict]:
    """The verdicts in force of those of some items that were ever assessed, whatever the meeting or period."""
    rows = session.repository.rows(_VERDICTS, {"ids": json.dumps(list(item_ids))})
    return {row[0]: Verdict(row[1]) for row in rows}


def _read(session: Session, selects: Iterable[str], ids: Iterable[str] | None = None) -> list[Branch]:
    """`ids` are what the statements ask for, where they ask for any."""
    statement = f"{' UNION ALL '.join(selects)} ORDER BY position, id"
    values = {} if ids is None else {"ids": json.dumps(list(ids))}
    return [Branch(*row) for row in session.repository.rows(statement, values)]
