"""The look of the sheets is kept in the register, as one step, and survives what it cannot read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regdesk.domain.look import HeadFact, Look, Typeface
from regdesk.domain.problems import Problem
from regdesk.services.look import logo_of, look_of, set_look
from regdesk.services.preferences import set_preference
from regdesk.services.session import Session


def test_a_register_begins_with_the_look_of_the_program(session: Session) -> None:
    assert look_of(session) == Look()


def test_a_look_is_kept_and_undone_as_one_step(session: Session) -> None:
    wanted = Look(accent="#7A1F3D", typeface=Typeface.SERIF, logo_alt="Vapnet", head=(HeadFact.DNR,), foot="Box 1")
    made = set_look(session, wanted, b"bild")
    assert look_of(session) == made == replace(wanted, logo=made.logo)
    assert logo_of(session, made) == b"bild"
    set_look(session, replace(made, accent="#123456"))
    assert (look_of(session).logo, look_of(session).accent) == (made.logo, "#123456")
    session.undo()
    session.undo()
    assert look_of(session) == Look()


def test_a_look_that_is_refused_changes_nothing(session: Session) -> None:
    before = session.head
    with pytest.raises(Problem):
        set_look(session, Look(accent="#FFFFAA"))
    assert (session.head, look_of(session)) == (before, Look())


@pytest.mark.parametrize("kept", [None, [], {"accent": "#123456"}, {"typeface": "comic", "head": []}, {"head": 3}])
def test_what_cannot_be_read_is_the_look_of_the_program(session: Session, kept: object) -> None:
    set_preference(session, "sheets.look", kept)
    assert look_of(session) == Look()
