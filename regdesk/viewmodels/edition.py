"""Who a sheet or an export is for, and what stands in it where something is secret."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TypeVar

from regdesk.domain.model import Record, SecrecyMarking
from regdesk.formats import format_iso_date
from regdesk.i18n import _
from regdesk.services.secrecy import Secrecy
from regdesk.services.session import Session
from regdesk.viewmodels.fields import Choice
from regdesk.viewmodels.words import one_line

R = TypeVar("R", bound=Record)


class Edition(StrEnum):
    """A public edition leaves out what is secret and what is internal; an internal one has all."""

    PUBLIC = auto()
    INTERNAL = auto()


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What an edition shows of each record. An internal one shows all, and says what is marked (OSL 5:5)."""

    edition: Edition
    secrecy: Secrecy

    @classmethod
    def of(cls, session: Session, edition: Edition) -> Disclosure:
        return cls(edition, Secrecy.read(session))

    @property
    def is_public(self) -> bool:
        return self.edition is Edition.PUBLIC

    def withholds(self, record_id: str | None) -> bool:
        """Whether the record is left out, with a line in its place where its place shows."""
        return self.is_public and self.secrecy.is_secret(record_id)

    def shown(self, records: Iterable[R]) -> list[R]:
        """The records that the edition shows, in their order."""
        return self.secrecy.open(records) if self.is_public else list(records)

    def text(self, record_id: str, text: str) -> str:
        """A record's text as the edition shows it: itself, or the line that stands in its place."""
        marking = self.secrecy.marking_of(record_id)
        if marking is None:
            return text
        if self.is_public:
            return withheld_line(marking)
        return f"{text} {marked_note(marking)}" if self.secrecy.origin_of(record_id) == record_id else text


def withheld_line(marking: SecrecyMarking) -> str:
    """What stands in the place of something secret: which provision, since when and by whom, and nothing more."""
    return _("Uppgifter omfattas av sekretess ({provision}, {date}, {authority})").format(
        provision=one_line(marking.provision) or "OSL",
        date=format_iso_date(marking.marked_on),
        authority=one_line(marking.authority) or _("myndighet ej angiven"),
    )


def withheld() -> str:
    """The same where no single marking is meant, as for a text that names something secret among other things."""
    return _("Uppgifter omfattas av sekretess")


def marked_note(marking: SecrecyMarking) -> str:
    """What stands after the words of something that is marked, where they are shown."""
    return _("[Sekretess: {provision}]").format(provision=one_line(marking.provision) or "OSL")


def internal_notice() -> str:
    """What an internal edition says of itself first of all, so that nobody hands it out by mistake."""
    return _("Internt exemplar. Det kan innehålla uppgifter som omfattas av sekretess och interna kommentarer.")


def edition_choices() -> tuple[Choice, ...]:
    """The editions by what they are for."""
    return (
        Choice(Edition.PUBLIC, _("För alla, utan sekretess")),
        Choice(Edition.INTERNAL, _("Internt, med allt")),
    )
