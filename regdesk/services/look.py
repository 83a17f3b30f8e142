"""The look of a board's sheets: chosen once, kept in the register, changed as everything else there."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Final

from regdesk.domain.look import HeadFact, Look, Typeface, check_look
from regdesk.services.actions import Action
from regdesk.services.preferences import preference, set_preference
from regdesk.services.session import Session

_NAME: Final = "sheets.look"


def look_of(session: Session) -> Look:
    """The look that was chosen; the program's own where there is none, or none that can be read."""
    found = preference(session, _NAME)
    if not isinstance(found, dict):
        return Look()
    known = {name: value for name, value in found.items() if isinstance(name, str) and name in asdict(Look())}
    try:
        return Look(**known | {"typeface": Typeface(known["typeface"]), "head": _head(known["head"])})
    except (KeyError, TypeError, ValueError):
        return Look()


def set_look(session: Session, look: Look, logo: bytes | None = None) -> Look:
    """Keep a look as one step; `logo` are the bytes of a new picture, and none of them leaves the one there is.

    Raises what `check_look` raises.
    """
    with session.change(Action.EDIT_LOOK) as change:
        made = replace(look, logo=change.put_blob(logo)) if logo is not None else look
        check_look(made)
        set_preference(session, _NAME, asdict(made))
    return made


def logo_of(session: Session, look: Look) -> bytes:
    """The bytes of the logo; nothing where there is none."""
    return session.repository.blob(look.logo) if look.logo else b""


def _head(found: object) -> tuple[HeadFact, ...]:
    if not isinstance(found, list):
        raise TypeError
    return tuple(map(HeadFact, found))
