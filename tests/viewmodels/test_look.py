"""The questions about the look answer as the look is, and what will not do is said by the answer that it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from regdesk.domain.look import HeadFact, Look, Typeface
from regdesk.services.look import look_of, set_look
from regdesk.services.session import Session
from regdesk.viewmodels.look import (
    colour_fault,
    colour_of,
    colour_words,
    kept_logo,
    look_answers,
    look_beginning,
    look_facts,
    look_fields,
    store_look,
    tried_look,
)
from tests.registers import open_example


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made, _example = open_example(tmp_path)
    with made:
        yield made


def test_there_is_a_question_for_each_answer() -> None:
    assert {field.key for field in look_fields("#0B5563")} == set(look_answers(Look()))


def test_answers_come_back_as_the_look_they_are_of(session: Session) -> None:
    look = Look(
        accent="#7A1F3D",
        typeface=Typeface.SERIF,
        logo_alt="Vapen",
        head=(HeadFact.PERIOD,),
        foot="Box 1",
        has_seal=False,
        file_name="{blad}",
    )
    assert store_look(session, look_answers(look), b"bild") == {}
    assert look_of(session) == replace(look, logo=look_of(session).logo)
    assert kept_logo(session) == b"bild"
    assert store_look(session, look_beginning(session), None) == {}
    assert kept_logo(session) == b"bild"
    assert store_look(session, look_beginning(session), b"") == {}
    assert kept_logo(session) == b""


@pytest.mark.parametrize(
    ("key", "text"), [("accent", "blå"), ("accent", "#FFFF00"), ("logo_alt", " "), ("file_name", "{blat}")]
)
def test_an_answer_that_will_not_do_is_named_and_nothing_is_kept(session: Session, key: str, text: str) -> None:
    before = session.head
    faults = store_look(session, {**look_beginning(session), "logo_alt": "Vapen", key: text}, b"bild")
    assert list(faults) == [key]
    assert session.head == before


def test_a_look_is_tried_without_being_kept(session: Session) -> None:
    set_look(session, Look(logo_alt="Vapen"), b"bild")
    answers = {**look_beginning(session), "foot": "Box 1"}
    assert tried_look(session, answers, None) == replace(look_of(session), foot="Box 1")
    assert tried_look(session, answers, b"").logo == ""
    assert look_of(session).foot == ""


def test_colours_are_told_as_they_can_be_read() -> None:
    assert (colour_of(" #7a1f3d "), colour_of("7A1F3D"), colour_of("#7A1F3")) == ("#7A1F3D", "", "")
    assert colour_words("#000000") == "Kontrasten är 16,8. Den ska vara minst 4,5."
    assert colour_words("#FFFFFF").startswith("⚠ #FFFFFF går inte att läsa")
    assert colour_words("#12").startswith("Skrivs som #0B5563")
    assert colour_fault("#000000") == ""
    assert "är ingen färg" in colour_fault("#12")


def test_a_look_in_words() -> None:
    facts = {fact.label: fact.text for fact in look_facts(Look(typeface=Typeface.SERIF, has_seal=False))}
    assert facts["Typsnitt"] == "Source Serif, med seriffer"
    assert (facts["Logotyp"], facts["Kontrollsumma"]) == ("ingen", "nej")
