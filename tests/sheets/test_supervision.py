"""The sheet "Uppsiktsuppföljning" of the shipped examples, against golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.ids import new_id
from regdesk.domain.model import LegalEntity, QuestionSet, SupervisionEvent
from regdesk.services.actions import Action
from regdesk.services.editing import edit
from regdesk.services.session import Session
from regdesk.services.supervision import begin_occasion
from regdesk.sheets.blocks import Sheet, Table
from regdesk.sheets.plain import plain_text
from tests.registers import make_register
from tests.sheets.making import assert_golden, make_sheet

Shipped = Callable[[str], Session]
TODAY = date(2026, 11, 23)


def made(session: Session, **answers: str) -> Sheet:
    return make_sheet(session, "supervision", printed=TODAY, year=2026, answers=answers)


@pytest.mark.parametrize("example", ["goal_areas", "strategic_areas", "outcome_goals"])
def test_the_sheet_says_what_a_person_found_right(shipped: Shipped, example: str) -> None:
    assert_golden(made(shipped(example)), f"supervision_{example}")


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ({"boards": ""}, "## Nämnder"),
        ({"entities": ""}, "Exempeltrafiken AB"),
        ({"questions": "answers"}, "Hur ser resultatet och ställningen ut?"),
    ],
)
def test_what_is_not_chosen_is_not_printed(shipped: Shipped, answers: dict[str, str], gone: str) -> None:
    session = shipped("goal_areas")
    assert gone in plain_text(made(session))
    assert gone not in plain_text(made(session, **answers))


def test_answers_alone_keep_their_numbers(shipped: Shipped) -> None:
    assert "2. Resultatet blev 2,1 mnkr efter skatt." in plain_text(made(shipped("goal_areas"), questions="answers"))


def test_what_nobody_has_answered_stands_first_and_where_it_was_asked(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path), who="Testaren") as session:
        asked = QuestionSet(id=new_id(), title="Årsfrågor", questions="Hur gick det?")
        company = LegalEntity(id=new_id(), name="Bolaget AB")
        event = SupervisionEvent(
            id=new_id(),
            title="Samråd",
            subject_id=company.id,
            question_set_id=asked.id,
            starts_on=date(2026, 4, 28),
        )
        with session.change(Action.ADD) as change:
            change.insert_all([asked, company, event])
        begin_occasion(session, event.id, date(2026, 4, 28))
        text = plain_text(made(session))
    assert "Bolaget AB | 2026-04-28 Samråd | Hur gick det?" in text
    assert "Hur gick det? | Inte besvarad" in text
    assert text.index("Det som inte är besvarat") < text.index("## Juridiska personer")


def test_a_column_of_meetings_stands_where_one_took_it_up(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path), who="Testaren") as session:
        event = SupervisionEvent(id=new_id(), title="Samråd", starts_on=date(2026, 4, 28))
        with session.change(Action.ADD) as change:
            change.insert_all([event])
        occasion = begin_occasion(session, event.id, date(2026, 4, 28))
        assert "Tillfälle | Dag | Läge\n" in plain_text(made(session))
        edit(session, occasion, section_no="64")
        text = plain_text(made(session)).replace("\u00a0", " ")
    assert "Tillfälle | Dag | Läge | Sammanträde\n" in text
    assert "§ 64" in text


def test_an_empty_register_has_sentences_and_no_table(tmp_path: Path) -> None:
    with Session.open(make_register(tmp_path)) as session:
        sheet = made(session)
    assert not [block for block in sheet.blocks if isinstance(block, Table)]
    assert "Ingen uppsikt är planerad eller genomförd 2026." in plain_text(sheet)
    assert "Inga bolag är satta under förstärkt uppsikt." in plain_text(sheet)
