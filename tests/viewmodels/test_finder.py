"""Anything is found by its words with how it stands beside it, and before that what is most pressing."""

from __future__ import annotations

from datetime import date

from regdesk.domain.codes import AssignmentKind, Verdict, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Assignment, LegalEntity, Risk
from regdesk.services.assessing import assess
from regdesk.services.assignments import report_back
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.finder import MOST, Hit, hits
from regdesk.viewmodels.rows import Tone
from tests.registers import Example
from tests.viewmodels.lists import counted_queries

TODAY = date(2026, 11, 28)


def line(hit: Hit) -> str:
    """The second line of a hit."""
    return " · ".join(f"{part.symbol} {part.text}".strip() for part in hit.parts).replace("\u00a0", " ")


def one(session: Session, text: str) -> Hit:
    (hit,) = hits(session, text, TODAY)
    return hit


def test_an_assignment_answers_with_status_lateness_and_latest_report(session: Session, example: Example) -> None:
    first = edit(session, example.assignments[0], due_on=date(2026, 10, 18), report_starts_on=date(2026, 12, 15))
    meeting = add_meeting(session, new_meeting(date(2026, 9, 12)))
    item = add_agenda_item(session, meeting.id, "Uppdragen", section_no="40")
    report_back(session, first.id, "Remisserna är kartlagda", WorkStatus.ONGOING, meeting.date, agenda_item_id=item.id)

    hit = one(session, "vänt utv")

    assert (hit.plural, hit.title) == ("assignments", "Följa hur väntetiderna utvecklas")
    assert line(hit) == (
        "Uppdrag · ▸ Pågår · ! försenat 41 dagar · rapporterat 2026-09-12 § 40: Remisserna är kartlagda · "
        "rapporteras 2026-12-15"
    )
    assert hit.parts[2].tone is Tone.BAD
    assert hit.spoken.startswith("Följa hur väntetiderna utvecklas, Uppdrag, Pågår, försenat")


def test_a_verdict_is_told_and_that_an_indicator_has_none(session: Session, example: Example) -> None:
    assess(session, example.yes_no.id, Verdict.PARTLY)
    assert line(one(session, "samverkan")) == "Indikator · ◐ Delvis"
    assert line(one(session, "besökare")) == "Indikator · – Ej bedömd"


def test_every_kind_says_how_it_stands(session: Session, example: Example) -> None:
    add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Öva larm", progress=40, due_on=TODAY))
    add(session, Risk(id=new_id(), title="Brist på lokaler"))
    add(session, LegalEntity(id=new_id(), name="Exempelbuss AB", entity_kind="Aktiebolag"))
    meeting = add_meeting(session, new_meeting(date(2026, 9, 12), title="Septembermötet"))
    add_agenda_item(session, meeting.id, "Hyresavtal", section_no="40")
    assert line(one(session, "larm")) == "Delaktivitet · ○ Ej påbörjad · 40 %"
    assert line(one(session, "lokaler")) == "Risk · Ej hanterad"
    assert line(one(session, "exempelbuss")) == "Juridisk person · Aktiebolag"
    assert line(one(session, "septemb")) == "Sammanträde · Planerat"
    assert one(session, "hyresavtal").title == "2026-09-12 § 40 Hyresavtal"
    assert line(one(session, "nära")) == "Mål"


def test_what_begins_with_the_words_comes_first(session: Session, example: Example) -> None:
    goal = edit(session, example.goal, title="Stödet i vården")
    found = hits(session, "stöd", TODAY)
    assert [hit.title for hit in found] == ["Se till att stödet räcker", "1.1 Stödet i vården"]
    edit(session, goal, printed_number="")
    assert hits(session, "stöd", TODAY)[0].id == goal.id


def test_before_anything_is_typed_the_late_come_before_what_is_to_be_reported(session: Session) -> None:
    def made(text: str, **fields: object) -> None:
        add(session, Assignment(id=new_id(), text=text, **fields))  # type: ignore[arg-type]

    made("rapporteras sedan", report_starts_on=date(2027, 3, 1))
    made("rapporteras snart", report_starts_on=date(2026, 12, 1))
    made("senast", due_on=date(2026, 11, 1))
    made("sen motion", kind=AssignmentKind.MEMBER_MOTION, source_date=date(2025, 10, 1))
    made("klar", due_on=date(2026, 1, 1), status=WorkStatus.DONE)
    shown = ["sen motion", "senast", "rapporteras snart", "rapporteras sedan"]
    assert [hit.title for hit in hits(session, " ", TODAY)] == shown


def test_signs_alone_find_nothing(session: Session) -> None:
    assert hits(session, '"*', TODAY) == []


def test_it_is_capped_and_asks_no_more_for_many(session: Session, example: Example) -> None:
    for number in range(MOST + 5):
        add(session, Activity(id=new_id(), goal_id=example.goal.id, title=f"Mätning {number}"))
    with counted_queries(session) as asked:
        assert len(hits(session, "mätning", TODAY)) == MOST
    assert len(asked) <= 7


def test_what_is_secret_says_so(session: Session, example: Example) -> None:
    assert not one(session, "samverkan").secret
    mark_secret(session, example.yes_no.id, "OSL 25:1", TODAY, "")
    hit = one(session, "samverkan")
    assert (hit.secret, hit.spoken) == (True, "Samverkan har vuxit, sekretess, Indikator, Ej bedömd")
