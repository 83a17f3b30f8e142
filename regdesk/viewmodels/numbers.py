"""Numbering the goals anew: the one question about it, with what each answer comes to."""

from __future__ import annotations

from collections.abc import Mapping

from regdesk.i18n import _, ngettext
from regdesk.services.numbering import renumber, renumbered
from regdesk.services.session import Session
from regdesk.viewmodels.fields import YES, Field, FieldKind

_EVERYTHING = "everything"


def number_questions(session: Session) -> tuple[Field, ...]:
    """Whether numbers that were set by hand are numbered too."""
    some, every = (len(renumbered(session, everything=everything)) for everything in (False, True))
    told = _("Målen numreras 1, 1.1, 1.2 … i den ordning de står. Utan kryss ändras {some}, med kryss {every}.")
    return (
        Field(
            key=_EVERYTHING,
            label=_("Ändra också &nummer som står i planen eller är skrivna för hand"),
            kind=FieldKind.TICK,
            help=told.format(some=_goals(some), every=_goals(every)),
        ),
    )


def number_goals(session: Session, answers: Mapping[str, str]) -> dict[str, str]:
    """Number the goals as answered, as one step."""
    renumber(session, everything=answers[_EVERYTHING] == YES)
    return {}


def _goals(count: int) -> str:
    return ngettext("{count} mål", "{count} mål", count).format(count=count) if count else _("inget mål")
