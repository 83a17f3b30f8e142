"""What came of a year's uppsikt: occasions by whom they are about, answers and their lack, and the yearly decisions."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from regdesk.domain.codes import Party, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Body,
    Comment,
    EntityReview,
    LegalEntity,
    Meeting,
    QuestionSet,
    Record,
    SupervisionAnswer,
    SupervisionEvent,
)
from regdesk.services.actions import Action
from regdesk.services.editing import edit
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.services.supervision import answer, begin_occasion, conclude, record_review
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.supervision_follow_up import SupervisionFollowUp, supervision_follow_up, waiting

TODAY, DUE = date(2026, 6, 1), date(2026, 4, 28)


def insert(session: Session, *records: Record) -> None:
    with session.change(Action.ADD) as change:
        change.insert_all(list(records))


@pytest.fixture
def company(session: Session) -> LegalEntity:
    company = LegalEntity(id=new_id(), name="Bolaget AB", entity_kind="Aktiebolag", enhanced_supervision=True)
    insert(session, company, LegalEntity(id=new_id(), position=1, name="Stiftelsen", entity_kind="Stiftelse"))
    return company


@pytest.fixture
def event(session: Session, company: LegalEntity) -> SupervisionEvent:
    asked = QuestionSet(id=new_id(), title="Årsfrågor", questions="Hur gick det?\nVad kommer?")
    event = SupervisionEvent(
        id=new_id(),
        title="Årligt samråd",
        subject_id=company.id,
        question_set_id=asked.id,
        starts_on=DUE,
        recurrence="FREQ=YEARLY",
    )
    insert(session, asked, event)
    return event


def read(session: Session, edition: Edition = Edition.PUBLIC, year: int = 2026) -> SupervisionFollowUp:
    return supervision_follow_up(SheetRequest(session=session, printed_on=TODAY, asked_year=year, edition=edition))


@pytest.mark.usefixtures("event")
def test_a_turn_that_nobody_has_begun_is_told_as_late(session: Session) -> None:
    found = read(session)
    (part,) = found.entities
    assert part.occasions[0].state
    assert (part.occasions[0].day, part.occasions[0].state.text) == ("2026-04-28", "Försenat")
    assert (found.told, found.idle) == ("Uppsikten 2026: 0 av 1 genomfört, 1 försenat.", ("Stiftelsen",))


def test_what_was_asked_answered_and_concluded_stands_with_the_meeting(
    session: Session, event: SupervisionEvent
) -> None:
    meeting = Meeting(id=new_id(), date=date(2026, 5, 19))
    insert(session, meeting)
    occasion = begin_occasion(session, event.id, DUE)
    first = session.all(SupervisionAnswer, occasion_id=occasion.id)[0]
    answer(session, first.id, "Bra.")
    conclude(
        session,
        occasion.id,
        concluded="Bolaget följer direktivet.",
        decided="Inget mer behövs.",
        held_on=date(2026, 5, 4),
        meeting_id=meeting.id,
        section_no="61",
    )
    (part,) = read(session).entities
    (held,) = part.occasions
    assert (held.day, held.planned, held.where) == ("2026-05-04", "2026-04-28", "2026-05-19 §\u00a061")
    assert (held.concluded, held.decided) == ("Bolaget följer direktivet.", "Inget mer behövs.")
    assert [(line.question, line.answer) for line in held.answers] == [("Hur gick det?", "Bra."), ("Vad kommer?", "")]
    assert list(waiting([part])) == [("Bolaget AB", held)]
    assert held.unanswered == ("Vad kommer?",)


def test_those_that_are_asked_beside_each_other_each_have_their_own_answers(session: Session) -> None:
    boards = [Body(id=new_id(), name=name, position=9) for name in ("Kulturnämnden", "Vårdnämnden")]
    asked = QuestionSet(id=new_id(), title="Frågor", questions="Hur går det?")
    event = SupervisionEvent(id=new_id(), title="Enkät", question_set_id=asked.id, starts_on=DUE)
    insert(session, *boards, asked, event)
    assert [part.name for part in read(session).others] == ["Utan utpekad part"]
    begin_occasion(session, event.id, DUE, [board.id for board in boards])
    found = read(session)
    assert [(part.name, len(part.occasions[0].answers)) for part in found.boards] == [
        ("Kulturnämnden", 1),
        ("Vårdnämnden", 1),
    ]
    assert found.others == ()


def test_the_yearly_decision_is_told_of_and_missed(session: Session, company: LegalEntity) -> None:
    for year, verdict in ((2024, Verdict.YES), (2025, Verdict.PARTLY)):
        review = EntityReview(
            id=new_id(),
            legal_entity_id=company.id,
            year=year,
            verdict=verdict,
            proposal="Ändra bolagsordningen.",
            decided_on=date(year + 1, 5, 19),
            section_no="61",
        )
        record_review(session, review)
    told = [(line.year, line.verdict.text if line.verdict else "", line.where) for line in read(session).reviews]
    assert told == [("2025", "Delvis", "2026-05-19 §\u00a061"), ("2026", "Inte beslutat än", "")]
    assert [fact.label for fact in read(session).reviews[0].texts] == ["Förslag till fullmäktige"]
    edit(session, company, closed_on=date(2025, 12, 31))
    assert [line.year for line in read(session).reviews] == ["2025"]


def test_comments_of_the_year_stand_with_whom_they_are_about(
    session: Session, company: LegalEntity, event: SupervisionEvent
) -> None:
    said = ((company.id, 2026, "Gäller."), (event.id, 2026, "Kom sent."), (company.id, 2025, "Förra året."))
    insert(
        session,
        *(
            Comment(
                id=new_id(), item_id=item, party=Party.BOARD, text=text, recorded_at=datetime(year, 3, 1, tzinfo=UTC)
            )
            for item, year, text in said
        ),
    )
    (part,) = read(session).entities
    assert [(fact.label, fact.text) for fact in part.remarks] == [
        ("Nämnden", "Gäller."),
        ("Nämnden om Årligt samråd", "Kom sent."),
    ]


def test_a_secret_company_is_a_neutral_line_and_nothing_more(
    session: Session, company: LegalEntity, event: SupervisionEvent
) -> None:
    begin_occasion(session, event.id, DUE)
    mark_secret(session, company.id, "OSL 19:1", TODAY, "Regionstyrelsen")
    found = read(session)
    line = "Uppgifter omfattas av sekretess (OSL 19:1, 2026-06-01, Regionstyrelsen)"
    assert [(part.name, part.occasions) for part in found.entities] == [(line, ())]
    assert [(each.name, each.verdict) for each in found.reviews] == [(line, None)]
    assert found.told == ""
    inside = read(session, Edition.INTERNAL)
    assert inside.entities[0].name == "Bolaget AB [Sekretess: OSL 19:1]"
    assert inside.entities[0].occasions[0].state


def test_a_secret_occasion_is_a_neutral_line_under_an_open_company(session: Session, event: SupervisionEvent) -> None:
    occasion = begin_occasion(session, event.id, DUE)
    mark_secret(session, occasion.id, "OSL 19:1", TODAY, "Regionstyrelsen")
    (part,) = read(session).entities
    assert part.name == "Bolaget AB"
    assert part.occasions[0].title.startswith("Uppgifter omfattas av sekretess")
    assert (part.occasions[0].state, part.occasions[0].answers) == (None, ())


def test_an_empty_register_has_nothing(session: Session) -> None:
    found = read(session)
    assert (found.told, found.boards, found.entities, found.others, found.reviews) == ("", (), (), (), ())
