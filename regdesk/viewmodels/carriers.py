"""What runs across the plan: each perspective, global goal, strategy or board with all that points at it."""

from __future__ import annotations

from dataclasses import dataclass

from regdesk.domain.codes import LinkKind
from regdesk.domain.model import Link, plural_of
from regdesk.i18n import _
from regdesk.services.secrecy import item_record, secrecy_of
from regdesk.services.session import Session, whole_name_of
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.link_list import LINK_KINDS, target_names
from regdesk.viewmodels.rows import Align, Cell, Column, GivenRows, Row
from regdesk.viewmodels.words import one_line, word


@dataclass(frozen=True, slots=True)
class Crossing:
    """Something that is pointed at, by the kind of link that points there."""

    kind: LinkKind
    target_id: str

    @classmethod
    def of(cls, row_id: str) -> Crossing:
        """The one that a row is about."""
        kind, _colon, target_id = row_id.partition(":")
        return cls(LinkKind(kind), target_id)

    @property
    def row_id(self) -> str:
        return f"{self.kind}:{self.target_id}"


def crossing_columns() -> tuple[Column, ...]:
    return (
        Column(key="kind", title=_("Slag"), width=1.6, sortable=False),
        Column(key="name", title=_("Namn"), width=2.6, sortable=False),
        Column(key="count", title=_("Antal"), width=0.6, align=Align.RIGHT, sortable=False),
    )


class CrossingList(GivenRows):
    """Every perspective, and whatever else something points at; kind by kind, in the order of each kind."""

    def __init__(self, session: Session) -> None:
        self._all = _crossings(session)
        super().__init__(crossing_columns(), self._all)

    def set_filter(self, text: str) -> None:
        """Show those that hold every word, whatever its case."""
        words = text.casefold().split()
        self._rows = [row for row in self._all if all(each in _said(row) for each in words)]


def carrier_columns() -> tuple[Column, ...]:
    return (
        Column(key="kind", title=_("Slag"), width=1.0, sortable=False),
        Column(key="text", title=_("Berörs"), width=3.0, sortable=False),
    )


def carrier_rows(session: Session, crossing: Crossing) -> GivenRows:
    """All that points there, in the order it was linked; a row has the id of what points."""
    secrecy = secrecy_of(session)
    where = "WHERE target_id = ? AND kind = ? ORDER BY id"
    links = session.repository.select(Link, where, (crossing.target_id, crossing.kind.value))
    found = [record for link in links if (record := item_record(session, link.source_id))]
    return GivenRows(
        carrier_columns(),
        [
            Row(
                id=record.id,
                cells=(Cell(text=one_of(plural_of(type(record)))), Cell(text=one_line(whole_name_of(record)))),
                secret=secrecy.is_secret(record.id),
            )
            for record in found
        ],
    )


def _crossings(session: Session) -> list[Row]:
    counted = {
        (row["kind"], row["target_id"]): int(row["carriers"])
        for row in session.repository.rows(
            "SELECT kind, target_id, count(DISTINCT source_id) AS carriers FROM links GROUP BY kind, target_id"
        )
    }
    secrecy = secrecy_of(session)
    return [
        Row(
            id=Crossing(kind, target_id).row_id,
            cells=(Cell(text=word(kind)), Cell(text=name), Cell(text=str(counted.get((kind, target_id), 0)))),
            secret=secrecy.is_secret(target_id),
        )
        for kind in LINK_KINDS
        for target_id, name in target_names(session, kind).items()
        if kind is LinkKind.PERSPECTIVE or (kind, target_id) in counted
    ]


def _said(row: Row) -> str:
    return " ".join(cell.text for cell in row.cells).casefold()
