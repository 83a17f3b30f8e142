"""The events of the supervision plan, and the turns of a year: what is due, what is held and what is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from regdesk.domain.model import Body, Forum, LegalEntity, Perspective, Record, SupervisionEvent, SupervisionOccasion
from regdesk.formats import format_iso_date
from regdesk.i18n import _, mark, ngettext
from regdesk.services.session import Session, whole_name_of
from regdesk.services.supervision import (
    Turn,
    TurnState,
    due_on_of,
    next_due,
    reviews_missing,
    state_of,
    turn_of,
    turns_of,
)
from regdesk.viewmodels.rows import Cell, Column, Row, Tone
from regdesk.viewmodels.short_list import ShortList
from regdesk.viewmodels.words import one_line

_STATES: Final[Mapping[TurnState, tuple[str, str, Tone]]] = MappingProxyType(
    {
        TurnState.PLANNED: (mark("Planerat"), "○", Tone.NEUTRAL),
        TurnState.BEGUN: (mark("Påbörjat"), "▸", Tone.NEUTRAL),
        TurnState.OVERDUE: (mark("Försenat"), "!", Tone.BAD),
        TurnState.HELD: (mark("Avslutat"), "✓", Tone.GOOD),
        TurnState.CANCELLED: (mark("Inställt"), "×", Tone.MUTED),
    }
)


def event_list(session: Session, today: date) -> ShortList:
    """Every event with the day that it is next due."""
    columns = (
        Column(key="title", title=_("Händelse"), width=3.0, letters=16),
        Column(key="next", title=_("Nästa"), width=1.4, letters=13),
        Column(key="subject", title=_("Vem"), width=1.8, letters=13),
        Column(key="perspective", title=_("Perspektiv och forum"), width=1.8),
    )
    return ShortList(columns, lambda: [_event_row(session, each, today) for each in session.all(SupervisionEvent)])


def turn_list(session: Session, year: int, today: date) -> ShortList:
    """The turns of a year by the day that they are planned."""
    columns = (
        Column(key="due_on", title=_("Planerat"), width=1.2, letters=10),
        Column(key="title", title=_("Händelse"), width=3.0, letters=12),
        Column(key="subject", title=_("Vem"), width=2.0, letters=13),
        Column(key="state", title=_("Läge"), width=1.4, letters=13),
    )
    return ShortList(columns, lambda: [_turn_row(session, each, today) for each in turns_of(session, year)])


def turn_key(turn: Turn) -> str:
    """What a row of the list of turns is known by, whether anything is written of the turn or not."""
    return f"{turn.event.id} {turn.due_on.isoformat()}"


def turn_at(session: Session, key: str) -> Turn:
    """The turn that a row is about. Raises Problem(ROW_MISSING) when its event is gone."""
    event_id, day = key.split()
    return turn_of(session, event_id, date.fromisoformat(day))


def state_cell(turn: Turn, today: date) -> Cell:
    """Where a turn stands, as word, symbol and tone."""
    text, symbol, tone = _STATES[state_of(turn, today)]
    return Cell(text=_(text), symbol=symbol, tone=tone)


def subject_name(session: Session, subject_id: str | None) -> str:
    """The board or juridiska person that supervision is about; nothing where it is nobody in particular."""
    kinds: tuple[type[Record], ...] = (LegalEntity, Body)
    for kind in kinds if subject_id else ():
        if found := session.repository.find(kind, subject_id or ""):
            return one_line(whole_name_of(found))
    return ""


def settings_of(session: Session, event: SupervisionEvent) -> str:
    """`Intern kontroll, Presidiet`: the perspective and the forum."""
    perspective = session.get(Perspective, event.perspective_id).name if event.perspective_id else ""
    forum = session.get(Forum, event.forum_id).name if event.forum_id else ""
    return one_line(", ".join(filter(None, (perspective, forum))))


def _event_row(session: Session, event: SupervisionEvent, today: date) -> Row:
    due = next_due(session, event, today)
    late = due is not None and due < today
    shown = Cell(
        text=format_iso_date(due) if due else "",
        symbol="!" if late else "",
        tone=Tone.BAD if late else Tone.NEUTRAL,
        spoken=_("försenat sedan {day}").format(day=format_iso_date(due)) if due and late else "",
    )
    return Row(
        id=event.id,
        cells=(
            Cell(text=one_line(event.title)),
            shown,
            Cell(text=subject_name(session, event.subject_id)),
            Cell(text=settings_of(session, event)),
        ),
    )


def _turn_row(session: Session, turn: Turn, today: date) -> Row:
    return Row(
        id=turn_key(turn),
        cells=(
            Cell(text=format_iso_date(turn.due_on)),
            Cell(text=one_line(turn.event.title)),
            Cell(text=subject_name(session, turn.event.subject_id)),
            state_cell(turn, today),
        ),
    )


def turns_text(session: Session, year: int, today: date) -> str:
    """How the turns of a year stand in numbers."""
    return counted_turns(turns_of(session, year), today)


def counted_turns(turns: Iterable[Turn], today: date) -> str:
    """`2 av 5 genomförda, 1 försenat`; what was called off is not counted."""
    states = [state_of(turn, today) for turn in turns]
    total = len(states) - states.count(TurnState.CANCELLED)
    if not total:
        return ""
    held, overdue = states.count(TurnState.HELD), states.count(TurnState.OVERDUE)
    told = ngettext("{held} av {total} genomfört", "{held} av {total} genomförda", total)
    late = ngettext("{count} försenat", "{count} försenade", overdue).format(count=overdue) if overdue else ""
    return ", ".join(filter(None, (told.format(held=held, total=total), late)))


def missing_reviews(session: Session, year: int) -> str:
    """A sentence on the companies that lack the year's decision, or nothing."""
    names = [one_line(entity.name) for entity in reviews_missing(session, year)]
    words = _("Beslut om {year} saknas för {names}. Lägg till det under Årliga beslut.")
    return words.format(year=year, names=", ".join(names)) if names else ""


# What is shown of a record


def is_turn(session: Session, record_id: str) -> bool:
    """Whether a record is an occasion."""
    return session.repository.find(SupervisionOccasion, record_id) is not None


def is_company(session: Session, record_id: str) -> bool:
    """Whether a record is a juridisk person."""
    return session.repository.find(LegalEntity, record_id) is not None


def turn_of_occasion(session: Session, occasion_id: str) -> Turn:
    """The turn that an occasion is written of. Raises Problem(ROW_MISSING)."""
    occasion = session.get(SupervisionOccasion, occasion_id)
    return turn_of(session, occasion.event_id, due_on_of(occasion))


def key_of(session: Session, occasion_id: str) -> str:
    """The row of an occasion in the list of turns."""
    return turn_key(turn_of_occasion(session, occasion_id))


def year_of(session: Session, occasion_id: str) -> int:
    """The year whose turns an occasion is among."""
    return turn_of_occasion(session, occasion_id).due_on.year
