"""The plan of uppsikt for a year: whom it is about, when its events come round, and what is kept back."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.codes import BodyKind
from regdesk.domain.ids import new_id
from regdesk.domain.model import Body, Forum, LegalEntity, Perspective, QuestionSet, Record, Section, SupervisionEvent
from regdesk.services.actions import Action
from regdesk.services.editing import edit
from regdesk.services.registers import board_of
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.services.supervision import begin_occasion, hold_occasion
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.supervision_plan import SupervisionPlan, numbers_of, supervision_plan

DAY = date(2026, 2, 17)
YEARLY, QUARTERLY = "FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=3"


def insert(session: Session, *records: Record) -> None:
    with session.change(Action.ADD) as change:
        change.insert_all(list(records))


@pytest.fixture
def company(session: Session) -> LegalEntity:
    """A company with a meeting a year, and beside it a board whose economy is looked at every quarter."""
    company = LegalEntity(id=new_id(), name="Bolaget AB", entity_kind="Aktiebolag", enhanced_supervision=True)
    board = Body(id=new_id(), name="Kulturnämnden", position=9)
    economy = Perspective(id=new_id(), name="Ekonomi", question="Håller ramen?")
    forum, asked = (
        Forum(id=new_id(), name="Ägarsamråd"),
        QuestionSet(id=new_id(), title="Årsfrågor", questions="A?\nB?"),
    )
    insert(session, company, board, economy, forum, asked)
    insert(
        session,
        SupervisionEvent(
            id=new_id(),
            title="Kulturens ekonomi",
            subject_id=board.id,
            perspective_id=economy.id,
            starts_on=date(2026, 1, 20),
            recurrence=QUARTERLY,
        ),
        SupervisionEvent(
            id=new_id(),
            position=1,
            title="Årligt samråd",
            subject_id=company.id,
            forum_id=forum.id,
            question_set_id=asked.id,
            tool="Enkät",
            starts_on=date(2026, 4, 28),
            recurrence=YEARLY,
        ),
        SupervisionEvent(id=new_id(), position=2, title="Det som slutade", closed_on=date(2025, 5, 1)),
    )
    return company


def read(session: Session, edition: Edition = Edition.PUBLIC, year: int = 2026) -> SupervisionPlan:
    return supervision_plan(SheetRequest(session=session, printed_on=DAY, asked_year=year, edition=edition))


@pytest.mark.usefixtures("company")
def test_every_day_of_the_year_has_the_number_of_its_event(session: Session) -> None:
    found = read(session)
    assert found.told == "2026 har 2 händelser med 5 tillfällen."
    assert [(part.name, [(line.day, line.number) for line in part.days]) for part in found.months] == [
        ("Januari", [("2026-01-20", 1)]),
        ("April", [("2026-04-20", 1), ("2026-04-28", 2)]),
        ("Juli", [("2026-07-20", 1)]),
        ("Oktober", [("2026-10-20", 1)]),
    ]


@pytest.mark.usefixtures("company")
def test_the_strip_has_a_row_for_each_perspective_and_one_for_none(session: Session) -> None:
    economy, none = read(session).strip
    assert (economy.perspective, economy.question, none.perspective) == ("Ekonomi", "Håller ramen?", "Utan perspektiv")
    assert [place for place, numbers in enumerate(economy.months, 1) if numbers] == [1, 4, 7, 10]
    assert numbers_of(none.months) == (2,)


@pytest.mark.usefixtures("company")
def test_an_event_has_its_rule_in_words_with_forum_tool_and_questions(session: Session) -> None:
    first, second = read(session).events
    assert (first.rule, first.first, first.times) == ("Varje kvartal", "2026-01-20", 4)
    assert (second.rule, second.forum, second.tool, second.questions) == (
        "Varje år",
        "Ägarsamråd",
        "Enkät",
        "Årsfrågor",
    )
    assert [part.questions for part in read(session).questions] == [("A?", "B?")]


def test_an_event_may_be_once_or_have_no_day(session: Session) -> None:
    insert(
        session,
        SupervisionEvent(id=new_id(), title="Granskning", starts_on=date(2026, 3, 1)),
        SupervisionEvent(id=new_id(), position=1, title="Besök"),
    )
    assert [(line.rule, line.times) for line in read(session).events] == [
        ("En gång", 1),
        ("Ingen dag är bestämd", 0),
    ]


@pytest.mark.usefixtures("company")
def test_a_styrelse_answers_for_all_boards_and_another_board_for_those_it_watches(session: Session) -> None:
    insert(session, Body(id=new_id(), name="Servicenämnden", position=10))
    own = board_of(session)
    edit(session, own, kind=BodyKind.EXECUTIVE_BOARD)
    assert [(line.name, line.times) for line in read(session).boards] == [
        ("Kulturnämnden", "4 tillfällen"),
        ("Servicenämnden", "inget planerat"),
    ]
    edit(session, session.get(Body, own.id), kind=BodyKind.BOARD)
    assert [line.name for line in read(session).boards] == ["Kulturnämnden"]


def test_a_company_has_its_purpose_and_its_yearly_decision(session: Session, company: LegalEntity) -> None:
    edit(session, company, owner_directive="Bära sina kostnader.")
    (line,) = read(session).entities
    assert (line.name, line.kind, line.times) == ("Bolaget AB", "Aktiebolag", "1 tillfälle")
    assert [fact.text for fact in line.texts] == ["Bära sina kostnader.", "ett om året (KL 6:9)"]


def test_a_closed_company_is_not_in_the_years_after(session: Session, company: LegalEntity) -> None:
    edit(session, company, closed_on=date(2026, 6, 1))
    assert (len(read(session).entities), len(read(session, year=2027).entities)) == (1, 0)


def test_what_the_plan_says_of_uppsikt_is_told_to_the_letter(session: Session) -> None:
    insert(
        session,
        Section(id=new_id(), heading="Uppsikt och ägarstyrning", text="Uppsikten ska\n• följa  målen"),
        Section(id=new_id(), position=1, heading="Annat", text="Inget om detta."),
    )
    assert [(fact.label, fact.text) for fact in read(session).purpose] == [
        ("Uppsikt och ägarstyrning", "Uppsikten ska\n• följa  målen")
    ]


def test_a_secret_company_is_a_neutral_line_and_its_event_stands_on_no_day(
    session: Session, company: LegalEntity
) -> None:
    mark_secret(session, company.id, "OSL 19:1", DAY, "Regionstyrelsen")
    found = read(session)
    line = "Uppgifter omfattas av sekretess (OSL 19:1, 2026-02-17, Regionstyrelsen)"
    assert [(each.name, each.is_withheld) for each in found.entities] == [(line, True)]
    assert [(each.title, each.is_withheld) for each in found.events] == [("Kulturens ekonomi", False), (line, True)]
    assert {each.number for part in found.months for each in part.days} == {1}
    assert [row.perspective for row in found.strip] == ["Ekonomi"]
    assert not found.questions
    assert read(session, Edition.INTERNAL).entities[0].name == "Bolaget AB [Sekretess: OSL 19:1]"


@pytest.mark.usefixtures("company")
def test_a_secret_occasion_is_a_neutral_line_on_its_day(session: Session) -> None:
    event = session.all(SupervisionEvent)[1]
    occasion = begin_occasion(session, event.id, date(2026, 4, 28))
    mark_secret(session, occasion.id, "OSL 19:1", DAY, "Regionstyrelsen")
    (line,) = (each for part in read(session).months for each in part.days if each.number is None)
    assert line.day == "2026-04-28"
    assert line.title.startswith("Uppgifter omfattas av sekretess")


@pytest.mark.usefixtures("company")
def test_what_was_held_on_another_day_stays_on_the_day_of_the_plan(session: Session) -> None:
    event = session.all(SupervisionEvent)[1]
    hold_occasion(session, event.id, date(2026, 4, 28), date(2026, 5, 6))
    days = [line.day for part in read(session).months for line in part.days if line.number == 2]
    assert days == ["2026-04-28"]


def test_an_empty_register_has_nothing(session: Session) -> None:
    found = read(session)
    assert (found.told, found.entities, found.strip, found.months, found.events) == ("", (), (), (), ())
