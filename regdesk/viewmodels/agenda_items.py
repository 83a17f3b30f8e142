"""An item of an agenda in a few words beside its row, what became of it, and what its numbers run into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regdesk.domain.codes import AgendaOutcome
from regdesk.domain.model import AgendaItem, Attendance, Meeting, Recusal
from regdesk.i18n import _, ngettext
from regdesk.services.agenda import came_again
from regdesk.services.decisions import assignments_from
from regdesk.services.following_up import carried_over_to
from regdesk.services.section_numbers import conflicts
from regdesk.services.session import Session
from regdesk.viewmodels.labels import attendant, item_place
from regdesk.viewmodels.words import outcome_cell


@dataclass(frozen=True, slots=True)
class OutcomeChoice:
    """An outcome with its words, in which `&` stands before the key that chooses it."""

    outcome: AgendaOutcome
    text: str
    symbol: str


def outcome_choices() -> tuple[OutcomeChoice, ...]:
    """What can become of an item, what is usual first."""
    words = {
        AgendaOutcome.DECIDED: _("&Beslutat"),
        AgendaOutcome.NOTED: _("&Noterat"),
        AgendaOutcome.TABLED: _("Bord&lagt"),
        AgendaOutcome.REFERRED_BACK: _("Åter&remitterat"),
        AgendaOutcome.WITHDRAWN: _("&Utgår"),
        AgendaOutcome.OPEN: _("&Ej behandlat"),
    }
    return tuple(OutcomeChoice(outcome, text, outcome_cell(outcome).symbol) for outcome, text in words.items())


def item_notes(session: Session, agenda_item_id: str) -> tuple[str, ...]:
    """What a row has no room for: where the item came from and went, who stands out of it, what came of it."""
    return tuple(_notes(session, session.get(AgendaItem, agenda_item_id)))


def carried_count(session: Session, meeting_id: str) -> int:
    """How many items of earlier meetings wait to come again at this one."""
    return len(carried_over_to(session, session.get(Meeting, meeting_id)))


def waiting_words(session: Session, meeting_id: str) -> str:
    """A sentence on what waits to come again at a meeting, and how; nothing when nothing does."""
    count = carried_count(session, meeting_id) if meeting_id else 0
    if not count:
        return ""
    words = ngettext(
        "→ {count} bordlagt eller återremitterat ärende väntar: hämta det ur menyn Dagordningen.",
        "→ {count} bordlagda eller återremitterade ärenden väntar: hämta dem ur menyn Dagordningen.",
        count,
    )
    return words.format(count=count)


def conflict_words(session: Session, meeting_id: str) -> str:
    """A sentence on each § that the body's year has more than once; nothing where all is well."""
    if not meeting_id:
        return ""
    lines = []
    for items in conflicts(session, meeting_id).values():
        places = ", ".join(dict.fromkeys(_place(session, item) for item in items))
        lines.append(_("! Samma paragraf flera gånger: {places}.").format(places=places))
    return "\n".join(lines)


def _notes(session: Session, item: AgendaItem) -> Iterator[str]:
    if item.carried_from_id:
        old = session.get(AgendaItem, item.carried_from_id)
        yield _("Kommer från {place}").format(place=_place(session, old))
    if later := came_again(session, item.id):
        yield _("Togs upp igen {place}").format(place=_place(session, later))
    if recused := session.all(Recusal, "id", agenda_item_id=item.id):
        names = (attendant(session.get(Attendance, each.attendance_id)) for each in recused)
        yield _("Jäv: {names}").format(names=", ".join(names))
    if count := len(assignments_from(session, item.id)):
        yield ngettext("{count} uppdrag ur beslutet", "{count} uppdrag ur beslutet", count).format(count=count)
    if item.approved_at_once:
        yield _("Omedelbart justerad")
    if item.dnr:
        yield _("Dnr {dnr}").format(dnr=item.dnr)


def _place(session: Session, item: AgendaItem) -> str:
    return item_place(session.get(Meeting, item.meeting_id), item)
