"""What is shown of supervision: the plan, the turns of a year, their answers, and the lists to choose from."""

from __future__ import annotations

from datetime import date

import pytest

from regdesk.domain.codes import OccasionStatus, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Body,
    EntityReview,
    Forum,
    LegalEntity,
    Perspective,
    QuestionSet,
    SupervisionAnswer,
    SupervisionEvent,
    SupervisionOccasion,
)
from regdesk.services.editing import add, edit, remove
from regdesk.services.session import Session
from regdesk.services.supervision import begin_occasion, cancel_occasion, hold_occasion, turn_of
from regdesk.viewmodels.base_lists import BASE_LISTS, add_company_questions
from regdesk.viewmodels.below import rows_below
from regdesk.viewmodels.fields import YES
from regdesk.viewmodels.forms import apply, form_of
from regdesk.viewmodels.legal_entity_list import legal_entity_list
from regdesk.viewmodels.occasions import (
    answer_table,
    asked_before,
    begin,
    can_be_cancelled,
    ending_answers,
    ending_fields,
    finish,
    turn_facts,
    whom_to_ask,
)
from regdesk.viewmodels.rows import Row
from regdesk.viewmodels.short_list import ShortList
from regdesk.viewmodels.supervision_lists import (
    event_list,
    is_company,
    is_turn,
    key_of,
    missing_reviews,
    turn_at,
    turn_key,
    turn_list,
    turns_text,
    year_of,
)

TODAY = date(2026, 6, 1)
MARCH = date(2026, 3, 31)


def company(session: Session, name: str = "Åre Buss AB", **fields: object) -> LegalEntity:
    return add(session, LegalEntity(id=new_id(), name=name, **fields))  # type: ignore[arg-type]


def event(session: Session, **fields: object) -> SupervisionEvent:
    given: dict[str, object] = {
        "title": "Bolagens årsfrågor",
        "starts_on": date(2025, 1, 1),
        "recurrence": "FREQ=YEARLY;BYMONTH=3;BYDAY=-1TU",
        **fields,
    }
    return add(session, SupervisionEvent(id=new_id(), **given))  # type: ignore[arg-type]


def questions(session: Session, text: str = "Hur gick det?\nVad kommer?") -> QuestionSet:
    return add(session, QuestionSet(id=new_id(), title="Årsfrågor", questions=text))


def texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def rows(source: ShortList) -> list[list[str]]:
    return [texts(row) for row in source.page(None, 100)]


def test_the_plan_tells_what_is_next_about_whom_and_where(session: Session) -> None:
    perspective = add(session, Perspective(id=new_id(), name="Ekonomi"))
    forum = add(session, Forum(id=new_id(), name="Ägardialog"))
    event(session, subject_id=company(session).id, perspective_id=perspective.id, forum_id=forum.id)
    event(session, title="Ej tidssatt", starts_on=None, position=1)
    source = event_list(session, TODAY)
    assert rows(source) == [
        ["Bolagens årsfrågor", "2026-03-31", "Åre Buss AB", "Ekonomi, Ägardialog"],
        ["Ej tidssatt", "", "", ""],
    ]
    assert source.page(None, 1)[0].cells[1].spoken == "försenat sedan 2026-03-31"


def test_a_short_list_is_sorted_and_filtered_as_people_read_it(session: Session) -> None:
    for place, title in enumerate(("Östra", "Ängen", "Åre")):
        event(session, title=title, position=place, starts_on=date(2027 - place, 1, 1) if place else None)
    source = event_list(session, TODAY)
    assert [row[0] for row in rows(source)] == ["Östra", "Ängen", "Åre"]
    source.set_order("title", descending=False)
    assert [row[0] for row in rows(source)] == ["Åre", "Ängen", "Östra"]
    source.set_order("next", descending=True)
    assert [row[0] for row in rows(source)] == ["Ängen", "Åre", "Östra"], "what has no day comes last"
    source.set_filter("ÄNG")
    assert (source.count(), [row[0] for row in rows(source)]) == (1, ["Ängen"])
    source.set_filter("")
    first = source.page(None, 2)
    assert [row.cells[0].text for row in source.page(first[-1], 2)] == ["Östra"]


def test_the_turns_of_a_year_tell_how_they_stand(session: Session) -> None:
    asked = event(session, recurrence="FREQ=MONTHLY;INTERVAL=3", subject_id=session.all(Body)[0].id)
    hold_occasion(session, asked.id, date(2026, 1, 1), date(2026, 1, 9))
    cancel_occasion(session, asked.id, date(2026, 4, 1))
    begin_occasion(session, asked.id, date(2026, 7, 1))
    found = rows(turn_list(session, 2026, date(2026, 7, 1)))
    assert [(row[0], row[2], row[3]) for row in found] == [
        ("2026-01-01", "Regionstyrelsen", "Avslutat"),
        ("2026-04-01", "Regionstyrelsen", "Inställt"),
        ("2026-07-01", "Regionstyrelsen", "Påbörjat"),
        ("2026-10-01", "Regionstyrelsen", "Planerat"),
    ]
    assert turns_text(session, 2026, date(2026, 12, 1)) == "1 av 3 genomförda, 2 försenade"
    assert turns_text(session, 2024, TODAY) == ""


def test_a_turn_is_known_by_the_same_key_before_and_after_it_is_begun(session: Session) -> None:
    asked = event(session)
    key = turn_key(turn_of(session, asked.id, MARCH))
    assert turn_at(session, key).occasion is None
    held = hold_occasion(session, asked.id, MARCH, date(2027, 1, 2))
    assert turn_at(session, key).occasion == held
    assert (key_of(session, held.id), year_of(session, held.id)) == (key, 2026)
    assert (is_turn(session, held.id), is_turn(session, asked.id), is_company(session, asked.id)) == (
        True,
        False,
        False,
    )


def test_questions_stand_down_and_subjects_across(session: Session) -> None:
    first, second = company(session), company(session, "Ängen AB")
    asked = event(session, question_set_id=questions(session, "Hur gick det?\nVarför?\nVarför?").id)
    begun = begin_occasion(session, asked.id, MARCH, [first.id, second.id])
    lost = session.all(SupervisionAnswer, occasion_id=begun.id, subject_id=second.id)[0]
    remove(session, lost)
    table = answer_table(session, begun.id)
    assert table.questions == ("Hur gick det?", "Varför?", "Varför?")
    assert table.subjects == ("Åre Buss AB", "Ängen AB")
    assert [[cell is not None for cell in row] for row in table.cells] == [[True, False], [True, True], [True, True]]
    ids = [cell.id for row in table.cells for cell in row if cell]
    assert len(set(ids)) == len(ids) == 5


def test_those_who_were_asked_the_last_time_are_ticked(session: Session) -> None:
    first, second = company(session), company(session, "Ängen AB")
    company(session, "Nedlagda AB", closed_on=TODAY)
    asked = event(session, question_set_id=questions(session).id)
    turn = turn_of(session, asked.id, MARCH)
    assert [field.label for field in whom_to_ask(session, turn)] == ["Åre Buss AB", "Ängen AB", "Regionfullmäktige"][:2]
    assert asked_before(session, turn).keys() >= {first.id, second.id}
    begin(session, turn, {first.id: "", second.id: YES})
    assert {each.subject_id for each in session.all(SupervisionAnswer)} == {second.id}
    assert asked_before(session, turn_of(session, asked.id, date(2027, 3, 30))) == {second.id: YES}


@pytest.mark.parametrize("asks", [True, False])
def test_nobody_is_chosen_where_the_event_says_who_or_asks_nothing(session: Session, asks: bool) -> None:
    entity = company(session)
    asked = event(
        session,
        subject_id=entity.id if asks else None,
        question_set_id=questions(session).id if asks else None,
    )
    assert whom_to_ask(session, turn_of(session, asked.id, MARCH)) == ()


def test_a_turn_that_nothing_was_written_of_is_finished_in_one_step(session: Session) -> None:
    asked = event(session)
    turn = turn_of(session, asked.id, MARCH)
    answers = {**ending_answers(turn), "concluded": "Bra", "section_no": "§ 7"}
    assert answers.keys() == {field.key for field in ending_fields(session, turn)}
    assert finish(session, turn, {**answers, "held_on": "snart"}).keys() == {"held_on"}
    assert session.all(SupervisionOccasion) == []
    assert finish(session, turn, answers) == {}
    finished = turn_of(session, asked.id, MARCH)
    assert finished.occasion is not None
    assert (finished.occasion.status, finished.occasion.section_no) == (OccasionStatus.HELD, "7")
    assert ending_answers(finished) == {**answers, "section_no": "7"}
    assert (can_be_cancelled(turn), can_be_cancelled(finished)) == (True, False)
    session.undo()
    assert session.all(SupervisionOccasion) == []


def test_a_turn_is_told_in_the_plans_words(session: Session) -> None:
    asked = event(session, tool="Enkät", responsible_function="Ekonomichefen")
    assert [(fact.label, fact.text) for fact in turn_facts(session, turn_of(session, asked.id, MARCH))] == [
        ("Planerat", "31 mars 2026"),
        ("Verktyg", "Enkät"),
        ("Ansvarig", "Ekonomichefen"),
        ("Upprepas", "Varje år, sista tisdagen i mars"),
    ]


def test_a_conclusion_in_the_form_says_that_the_turn_was_held(session: Session) -> None:
    begun = begin_occasion(session, event(session).id, MARCH)
    assert form_of(session, "supervision_occasions", begun.id).title == "Bolagens årsfrågor"
    apply(session, "supervision_occasions", begun.id, {"concluded": "Bra"})
    assert session.get(SupervisionOccasion, begun.id).status is OccasionStatus.HELD


def test_a_rule_of_ones_own_can_be_written_and_any_other_text_not(session: Session) -> None:
    asked = event(session)
    assert list(apply(session, "supervision_events", asked.id, {"recurrence": "ibland"})) == ["recurrence"]
    assert apply(session, "supervision_events", asked.id, {"recurrence": "FREQ=WEEKLY;INTERVAL=5"}) == {}


def test_companies_lack_a_decision_only_where_one_is_due(session: Session) -> None:
    year = date.today().year
    watched = company(session, enhanced_supervision=True)
    company(session, "Föreningen Norr", position=1)
    source = legal_entity_list(session)
    assert [texts(row)[3] for row in source.page(None, 10)] == ["Inte beslutat än", ""]
    assert missing_reviews(session, year).startswith(f"Beslut om {year} saknas för Åre Buss AB.")
    add(session, EntityReview(id=new_id(), legal_entity_id=watched.id, year=year, verdict=Verdict.NO))
    assert [texts(row)[3] for row in source.page(None, 10)] == ["Nej", ""]
    assert missing_reviews(session, year) == ""
    edit(session, watched, enhanced_supervision=False)
    assert [texts(row)[3] for row in source.page(None, 10)] == ["Nej", ""], "what was decided stays to be seen"


def test_the_template_is_the_registers_own_once_it_is_added(session: Session) -> None:
    first, second = add_company_questions(session), add_company_questions(session)
    lines = first.questions.splitlines()
    assert (len(lines), sum(line.startswith("Nämnden: ") for line in lines)) == (7, 2)
    assert (first.position, second.position) == (0, 1)
    listed = rows_below(session, BASE_LISTS[2], "")
    assert [texts(row)[1] for row in listed.page(None, 10)] == ["7 frågor", "7 frågor"]
    edit(session, first, questions="En enda")
    assert texts(listed.page(None, 10)[0])[1] == "7 frågor", "what was read is shown"
    assert texts(rows_below(session, BASE_LISTS[2], "").page(None, 10)[0])[1] == "1 fråga"
