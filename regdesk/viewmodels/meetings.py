"""Meetings and the agenda of one, as lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from regdesk.domain.codes import AgendaOutcome, ItemKind, MeetingStatus
from regdesk.domain.model import AgendaItem
from regdesk.formats import EN_DASH, format_iso_interval
from regdesk.i18n import _
from regdesk.services.listing import ListQuery, ListRow, ListSpec, count, page
from regdesk.services.secrecy import secrecy_of
from regdesk.services.section_numbers import conflicts
from regdesk.services.session import Session
from regdesk.services.tasks import Progress, progress_of_agenda_items, progress_of_meetings
from regdesk.viewmodels.labels import meeting_hours, progress_label, section_label
from regdesk.viewmodels.rows import Align, Cell, Column, Row, Tone
from regdesk.viewmodels.words import one_line, outcome_cell, word

_MEETINGS: Final = ListSpec(
    columns="item.date, coalesce(item.end_date, item.date) AS end_date, item.starts_at, item.ends_at, item.place, "
    "coalesce(bodies.name, '') AS board, item.title, item.status",
    source="meetings AS item LEFT JOIN bodies ON bodies.id = item.body_id",
    sorts={"date": "item.date", "board": "coalesce(bodies.name_key, '')", "status": "item.status"},
)

_AGENDA: Final = ListSpec(
    columns="item.section_no, item.title, item.kind, item.outcome, "
    "(SELECT count(*) FROM attachments WHERE attachments.item_id = item.id) AS attached",
    source="agenda_items AS item",
    sorts={
        "position": "item.position",
        "title": "item.title_key",
        "kind": "item.kind",
        "outcome": "item.outcome",
    },
    where="item.meeting_id = ?",
)

_STATUS_MARKS: Final = {
    MeetingStatus.PLANNED: ("○", Tone.NEUTRAL),
    MeetingStatus.OPEN: ("▸", Tone.GOOD),
    MeetingStatus.CLOSED: ("✓", Tone.MUTED),
}


class _Listed:
    """What both lists have in common: how a person looks at them just now."""

    def __init__(self, session: Session, spec: ListSpec, look: ListQuery) -> None:
        self._session = session
        self._spec = spec
        self._look = look

    def count(self) -> int:
        return count(self._session, self._spec, self._look)

    def set_filter(self, text: str) -> None:
        self._look = replace(self._look, filter=text)

    def set_order(self, key: str, *, descending: bool) -> None:
        self._look = replace(self._look, order=key, descending=descending)

    def _page(self, after: Row | None, limit: int) -> list[ListRow]:
        position = (after.position[0], after.position[1]) if after else None
        return page(self._session, self._spec, self._look, position, limit)


class MeetingRows(_Listed):
    """The register's meetings, the latest first."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _MEETINGS, ListQuery(order="date", descending=True))

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column(key="date", title=_("Datum"), width=1.3),
            Column(key="time", title=_("Tid"), width=1.1, sortable=False),
            Column(key="place", title=_("Plats"), width=1.6, sortable=False),
            Column(key="board", title=_("Nämnd"), width=1.6),
            Column(key="title", title=_("Rubrik"), width=2.4, sortable=False),
            Column(key="status", title=_("Status")),
            Column(key="progress", title=_("Bedömda"), align=Align.RIGHT, sortable=False),
        )

    def page(self, after: Row | None, limit: int) -> list[Row]:
        """The next meetings with how far each has come: two queries, whatever the length of the page."""
        found = self._page(after, limit)
        progress = progress_of_meetings(self._session, [row.id for row in found])
        return [_meeting_row(row, progress.get(row.id)) for row in found]


class BriefMeetingRows(MeetingRows):
    """The same in few columns, for a list beside the meeting that is chosen."""

    _WIDTHS: Final = {"date": 1.4, "title": 2.2, "progress": 1.0}
    _LETTERS: Final = {"date": 13}

    @property
    def columns(self) -> Sequence[Column]:
        return tuple(
            replace(column, width=self._WIDTHS[column.key], letters=self._LETTERS.get(column.key, 0))
            for column in super().columns
            if column.key in self._WIDTHS
        )

    def page(self, after: Row | None, limit: int) -> list[Row]:
        shown = {place: column.key for place, column in enumerate(super().columns) if column.key in self._WIDTHS}
        return [
            replace(row, cells=tuple(_brief(row.cells[place], key) for place, key in shown.items()))
            for row in super().page(after, limit)
        ]


def _brief(cell: Cell, key: str) -> Cell:
    """`2026-12-08–09` for the days of a meeting within a month; read aloud they stay whole."""
    first, dash, last = cell.text.partition(EN_DASH)
    if key != "date" or not dash or first[:8] != last[:8]:
        return cell
    return replace(cell, text=f"{first}{EN_DASH}{last[8:]}", spoken=cell.spoken or cell.text)


class AgendaRows(_Listed):
    """The agenda of one meeting, in its own order until a person asks for another."""

    def __init__(self, session: Session, meeting_id: str) -> None:
        super().__init__(session, _AGENDA, ListQuery(order="position", values=(meeting_id,)))
        self._meeting_id = meeting_id

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column(key="position", title="§", width=0.6, letters=6),
            Column(key="title", title=_("Ärende"), width=3.0),
            Column(key="kind", title=_("Ärendetyp"), width=1.4),
            Column(key="outcome", title=_("Utfall"), width=1.3),
            Column(key="attached", title=_("Bilagor"), width=0.6, align=Align.RIGHT, sortable=False),
            Column(key="progress", title=_("Bedömda"), width=0.8, align=Align.RIGHT, sortable=False),
        )

    def page(self, after: Row | None, limit: int) -> list[Row]:
        """The next items with how far each has come and which are secret, whatever the length of the page."""
        found, secrecy = self._page(after, limit), secrecy_of(self._session)
        progress = progress_of_agenda_items(self._session, [row.id for row in found])
        twice = {item.id for items in self._conflicts(found).values() for item in items}
        rows = (_agenda_row(row, progress.get(row.id), twice=row.id in twice) for row in found)
        return [replace(row, secret=secrecy.is_secret(row.id)) for row in rows]

    def _conflicts(self, found: Sequence[ListRow]) -> Mapping[str, Sequence[AgendaItem]]:
        return conflicts(self._session, self._meeting_id) if found else {}


def status_cell(status: MeetingStatus) -> Cell:
    """How a meeting stands, as word, symbol and tone."""
    symbol, tone = _STATUS_MARKS[status]
    return Cell(text=word(status), symbol=symbol, tone=tone)


def _meeting_row(row: ListRow, progress: Progress | None) -> Row:
    text = {name: str(cell) for name, cell in row.cells.items()}
    cells = (
        Cell(text=format_iso_interval(date.fromisoformat(text["date"]), date.fromisoformat(text["end_date"]))),
        Cell(text=meeting_hours(text["starts_at"], text["ends_at"])),
        Cell(text=one_line(text["place"])),
        Cell(text=one_line(text["board"])),
        Cell(text=one_line(text["title"])),
        status_cell(MeetingStatus(text["status"])),
        _progress_cell(progress),
    )
    return Row(id=row.id, cells=cells, position=row.position)


def _agenda_row(row: ListRow, progress: Progress | None, *, twice: bool) -> Row:
    text = {name: str(cell) for name, cell in row.cells.items()}
    cells = (
        _section_cell(text["section_no"], twice=twice),
        Cell(text=one_line(text["title"])),
        Cell(text=word(ItemKind(text["kind"]))),
        outcome_cell(AgendaOutcome(text["outcome"])),
        _count_cell(int(text["attached"])),
        _progress_cell(progress),
    )
    return Row(id=row.id, cells=cells, position=row.position)


def _section_cell(section_no: str, *, twice: bool) -> Cell:
    """A § that the body's year has twice says so."""
    text = section_label(section_no)
    if not twice:
        return Cell(text=text)
    return Cell(text=text, symbol="!", tone=Tone.BAD, spoken=_("{section}, finns två gånger").format(section=text))


def _count_cell(count: int) -> Cell:
    """How many bilagor; a dash for none."""
    return Cell(text=str(count)) if count else Cell(text="–", tone=Tone.MUTED, spoken=_("inga bilagor"))


def _progress_cell(progress: Progress | None) -> Cell:
    """`7 av 23`; a dash where there is nothing to assess."""
    if progress is None:
        return Cell(text="–", tone=Tone.MUTED, spoken=_("inget att bedöma"))
    text = progress_label(progress.done, progress.total)
    return Cell(text=text, symbol="✓", tone=Tone.GOOD) if progress.done == progress.total else Cell(text=text)
