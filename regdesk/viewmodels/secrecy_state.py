"""How a record stands as to secrecy, in words, and the questions that a marking answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regdesk.domain.model import Record, SecrecyMarking, plural_of
from regdesk.formats import format_iso_date, parse_date
from regdesk.i18n import _
from regdesk.services.registers import register_of
from regdesk.services.secrecy import item_record, mark_secret, marking_on, secrecy_of
from regdesk.services.session import Session, name_of
from regdesk.viewmodels.fields import Field, FieldKind
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.words import one_line


@dataclass(frozen=True, slots=True)
class SecrecyState:
    """What is said of a record: nothing where it is open. `is_own` is whether it carries the marking itself."""

    words: str = ""
    is_own: bool = False


def secrecy_state(session: Session, record_id: str) -> SecrecyState:
    """Whether the record is secret, by which provision, and through what."""
    secrecy = secrecy_of(session)
    marking = secrecy.marking_of(record_id)
    if marking is None:
        return SecrecyState()
    origin = secrecy.origin_of(record_id)
    if origin == record_id:
        return SecrecyState(_("Sekretess: {marking}").format(marking=_details(marking)), is_own=True)
    above = item_record(session, origin)
    words = _("Omfattas av sekretess genom {record} ({marking})")
    return SecrecyState(words.format(record=_called(above), marking=_details(marking)))


def secrecy_fields() -> tuple[Field, ...]:
    """What a marking says (OSL 5:5)."""
    return (
        Field(
            key="provision",
            label=_("&Bestämmelse"),
            hint=_("till exempel OSL 18:13"),
            help=_("Den bestämmelse som sekretessen kan följa av."),
            required=True,
        ),
        Field(key="marked_on", label=_("&Datum"), kind=FieldKind.DATE, required=True, check=_check_date),
        Field(key="authority", label=_("&Myndighet"), help=_("Den som gör markeringen."), required=True),
    )


def secrecy_answers(session: Session, record_id: str, today: date) -> dict[str, str]:
    """What the marking says now, or what a new one begins as."""
    marking = marking_on(session, record_id)
    if marking is None:
        authority = one_line(register_of(session).organisation)
        return {"provision": "", "marked_on": format_iso_date(today), "authority": authority}
    return {
        "provision": marking.provision,
        "marked_on": format_iso_date(marking.marked_on),
        "authority": marking.authority,
    }


def store_secrecy(session: Session, record_id: str, answers: Mapping[str, str]) -> dict[str, str]:
    """Mark the record as one step; gives a sentence for each answer that will not do. Raises what marking raises."""
    marked_on = parse_date(answers["marked_on"])
    if marked_on is None:
        return {"marked_on": _check_date(answers["marked_on"])}
    provision, authority = answers["provision"].strip(), answers["authority"].strip()
    mark_secret(session, record_id, provision, marked_on, authority)
    return {}


def _details(marking: SecrecyMarking) -> str:
    said = (one_line(marking.provision), format_iso_date(marking.marked_on), one_line(marking.authority))
    return ", ".join(filter(None, said))


def _called(record: Record | None) -> str:
    """`mål: Vården är nära`."""
    if record is None:
        return _("en annan post")
    return f"{one_of(plural_of(type(record))).lower()} ”{one_line(name_of(record))}”"


def _check_date(text: str) -> str:
    return "" if parse_date(text) else _("Det är inget datum. Skriv till exempel 2024-05-14.")
