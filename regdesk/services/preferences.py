"""Choices that belong to the register and not to the computer: kept in the file, changed as everything else there."""

from __future__ import annotations

import json

from regdesk.domain.model import Preference
from regdesk.services.actions import Action
from regdesk.services.session import Session


def preference(session: Session, name: str) -> object:
    """What was chosen, as JSON has it; None where nothing was."""
    found = session.repository.find(Preference, name)
    return None if found is None else json.loads(found.value)


def set_preference(session: Session, name: str, value: object) -> None:
    """Keep a choice as one step."""
    wanted = Preference(id=name, value=json.dumps(value, ensure_ascii=False))
    with session.change(Action.EDIT_REGISTER) as change:
        if session.repository.find(Preference, name) is None:
            change.insert(wanted)
        else:
            change.update(wanted)
