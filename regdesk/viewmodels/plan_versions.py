"""Versions of the plan in words: which there are, what can be compared, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from regdesk.domain.ids import new_id
from regdesk.domain.model import RECORDS, PlanVersion
from regdesk.formats import format_iso_date
from regdesk.i18n import _, mark
from regdesk.services.registers import register_of
from regdesk.services.session import Session
from regdesk.services.versions import (
    Change,
    Difference,
    Snapshot,
    differences,
    snapshot_of,
    take_version,
    title_of,
    version_snapshot,
    versions_of,
)
from regdesk.viewmodels.beginnings import NewRecord
from regdesk.viewmodels.fields import Choice, FieldKind
from regdesk.viewmodels.form_fields import FIELDS, Spec
from regdesk.viewmodels.forms import answered, form_for
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.labels import section_label
from regdesk.viewmodels.rows import Cell, Column, GivenRows, Row, Tone
from regdesk.viewmodels.titles import register_title
from regdesk.viewmodels.words import one_line, word

NOW: Final = ""
"""What the plan as it is now is chosen by."""

Stored = str | int | float | None

_NOTHING: Final = "–"

_CHANGES: Final[Mapping[Change, tuple[str, str, Tone]]] = MappingProxyType(
    {
        Change.ADDED: ("+", mark("Tillagt"), Tone.GOOD),
        Change.REMOVED: ("−", mark("Borttaget"), Tone.BAD),
        Change.CHANGED: ("≠", mark("Ändrat"), Tone.NEUTRAL),
    }
)

# Fields that no form asks for.
_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "agenda_item_id": mark("Ärende"),
        "closed_on": mark("Avslutat"),
        "done_on": mark("Genomfört"),
        "follow_up": mark("Uppföljning"),
        "goal_id": mark("Mål"),
        "indicator_id": mark("Indikator"),
        "is_financial": mark("God ekonomisk hushållning"),
        "kind": mark("Slag"),
        "position": mark("Plats bland nivåerna"),
        "status_reason": mark("Varför"),
    }
)


# Versions


def version_rows(session: Session) -> GivenRows:
    """Every version, the newest first."""
    columns = (
        Column(key="number", title=_("Nr"), width=0.4, letters=4, sortable=False),
        Column(key="title", title=_("Namn"), width=3.0, sortable=False),
        Column(key="decided", title=_("Beslut"), width=1.6, letters=12, sortable=False),
        Column(key="made", title=_("Sparad"), width=1.0, letters=11, sortable=False),
    )
    return GivenRows(columns, [Row(id=each.id, cells=tuple(_version_cells(each))) for each in versions_of(session)])


def decision_of(version: PlanVersion) -> str:
    """`2026-11-20 § 64 26RS106`, with what is known of it."""
    day = format_iso_date(version.decided_on) if version.decided_on else ""
    return " ".join(filter(None, (day, section_label(version.section_no), one_line(version.dnr))))


def new_version(session: Session) -> NewRecord:
    """The questions about a version that is about to be taken, called by the plan and its years."""
    blank = PlanVersion(
        id=new_id(),
        number=0,
        title=usual_title(session),
        dnr=register_of(session).dnr,
        made_at=datetime.now(UTC),
        sha256="",
    )

    def store(answers: Mapping[str, str]) -> dict[str, str]:
        read = answered(session, blank, answers)
        if not read.faults and isinstance(read.record, PlanVersion):
            made = read.record
            take_version(session, made.title, decided_on=made.decided_on, section_no=made.section_no, dnr=made.dnr)
        return dict(read.faults)

    return NewRecord(title=_("Fastställ en version"), record=blank, form=form_for(session, blank), store=store)


def usual_title(session: Session) -> str:
    """`Verksamhetsplan, Regionstyrelsen 2024–2026`."""
    return ", ".join(filter(None, (one_line(register_of(session).plan_title), register_title(session))))


def comparables(session: Session) -> tuple[Choice, ...]:
    """What can be compared: the plan as it is now, and every version."""
    versions = (
        Choice(each.id, _("Version {number}: {title}").format(number=each.number, title=one_line(each.title)))
        for each in versions_of(session)
    )
    return Choice(NOW, _("Planen som den är nu")), *versions


# Differences


class DifferenceRows(GivenRows):
    """What differs, filtered by words that any of its cells holds."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        super().__init__(columns, rows)
        self._every = rows

    def set_filter(self, text: str) -> None:
        words = text.casefold().split()
        self._rows = [row for row in self._every if all(word in _said(row) for word in words)]


def difference_rows(session: Session, before_id: str, after_id: str) -> DifferenceRows:
    """What differs between two of `comparables`, by their codes. Raises Problem(ROW_MISSING)."""
    before, after = _snapshot(session, before_id), _snapshot(session, after_id)
    told = [told_of(each, before, after) for each in differences(before, after)]
    return DifferenceRows(_columns(), [Row(id=str(place), cells=cells) for place, cells in enumerate(told)])


def _columns() -> tuple[Column, ...]:
    return (
        Column(key="change", title=_("Ändring"), width=0.9, letters=11, sortable=False),
        Column(key="what", title=_("Vad"), width=2.4, sortable=False),
        Column(key="field", title=_("Uppgift"), width=1.2, letters=14, sortable=False),
        Column(key="before", title=_("Före"), width=1.8, sortable=False),
        Column(key="after", title=_("Efter"), width=1.8, sortable=False),
    )


def no_differences() -> DifferenceRows:
    """What is shown while nothing is compared."""
    return DifferenceRows(_columns(), [])


def told_of(difference: Difference, before: Snapshot, after: Snapshot) -> tuple[Cell, ...]:
    """What became of it, what it is, which of its facts, and what that was and is."""
    symbol, words, tone = _CHANGES[difference.change]
    what = f"{_kind_word(difference)}: {one_line(difference.title) or _NOTHING}"
    texts = ("", "")
    if difference.change is Change.CHANGED:
        texts = _text(difference, difference.before, before), _text(difference, difference.after, after)
    return (
        Cell(text=_(words), symbol=symbol, tone=tone),
        Cell(text=what),
        Cell(text=field_word(difference, before, after)),
        *(Cell(text=text) for text in texts),
    )


def field_word(difference: Difference, before: Snapshot, after: Snapshot) -> str:
    """What a field is called in forms; a target by its column."""
    if not difference.field:
        return ""
    if difference.plural == "values":
        return _column(difference.field, after) or _column(difference.field, before)
    spec = _spec(difference)
    return _(spec.label) if spec else _(_FIELDS.get(difference.field, difference.field))


def _snapshot(session: Session, version_id: str) -> Snapshot:
    if version_id == NOW:
        return snapshot_of(session)
    return version_snapshot(session, session.get(PlanVersion, version_id))


def _version_cells(version: PlanVersion) -> Iterator[Cell]:
    yield Cell(text=str(version.number))
    yield Cell(text=one_line(version.title))
    yield Cell(text=decision_of(version))
    yield Cell(text=format_iso_date(version.made_at.astimezone()))


def _said(row: Row) -> str:
    return " ".join(cell.text for cell in row.cells).casefold()


def _kind_word(difference: Difference) -> str:
    return one_of("indicators" if difference.plural == "values" else difference.plural)


def _column(column_id: str, snapshot: Snapshot) -> str:
    row = snapshot.get("value_columns", {}).get(column_id)
    if row is None:
        return ""
    return one_line(str(row["label"])) or _("Målnivå {year}").format(year=row["year"] or "").strip()


def _spec(difference: Difference) -> Spec | None:
    specs = FIELDS.get(RECORDS[difference.plural], ())
    return next((spec for spec in specs if spec.key == difference.field), None)


def _text(difference: Difference, stored: Stored, snapshot: Snapshot) -> str:
    """A stored value as a person reads it: a code by its word, what is pointed at by its name."""
    if stored in (None, ""):
        return _NOTHING
    if difference.field.endswith("_id"):
        return _name(str(stored), snapshot) or _NOTHING
    if difference.field == "position":
        return str(int(stored or 0) + 1)
    spec = _spec(difference)
    if spec and spec.reader.kind is FieldKind.TICK:
        return _("Ja") if stored else _("Nej")
    if spec and isinstance(spec.reader.read, type) and issubclass(spec.reader.read, StrEnum):
        return word(spec.reader.read(str(stored)))
    return one_line(str(stored))


def _name(record_id: str, snapshot: Snapshot) -> str:
    found = (rows[record_id] for rows in snapshot.values() if record_id in rows)
    return one_line(title_of(next(found, {})))
