"""The duties of the reglemente: who answers, what hangs on each, and where they come from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from regdesk.domain.codes import LinkKind, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, BoardRole, Duty, Footnote, GoverningDocument, Link, SupervisionEvent
from regdesk.services.actions import Action
from regdesk.services.secrecy import mark_secret
from regdesk.services.session import Session
from regdesk.viewmodels.duty_list import CARRIERS, FUNCTION, SORT, DutyList, duty_list
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.registers import Example

TODAY = date(2026, 5, 4)

BUDGET = Duty(id=new_id(), text="Lägga fram budget.", responsible_function="Ekonomichef")
ARCHIVE = Duty(id=new_id(), position=1, text="Svara för arkivet.", responsible_function="Arkivarie")
CRISIS = Duty(id=new_id(), position=2, text="Hålla beredskap.")
WATCH = SupervisionEvent(
    id=new_id(), title="Granska arkiven", responsible_function="Kanslichef", starts_on=date(2026, 3, 1)
)
LATE = Assignment(
    id=new_id(),
    text="Rensa arkivet",
    receiver_function="Arkivarie",
    due_on=date(2026, 5, 1),
    status=WorkStatus.ONGOING,
)


def duty_link(source_id: str, position: int = 0) -> Link:
    return Link(id=new_id(), kind=LinkKind.DUTY, source_id=source_id, target_id=ARCHIVE.id, position=position)


@pytest.fixture
def filled(session: Session, example: Example) -> Session:
    with session.change(Action.ADD) as change:
        change.insert_all([BUDGET, ARCHIVE, CRISIS, WATCH, LATE])
        change.insert_all([duty_link(LATE.id), duty_link(WATCH.id, 1), duty_link(example.goal.id, 2)])
    return session


def read(session: Session, answers: dict[str, str] | None = None, *, edition: Edition = Edition.PUBLIC) -> DutyList:
    return duty_list(SheetRequest(session=session, printed_on=TODAY, edition=edition, answers=answers or {}))


def test_a_register_without_duties_says_so(session: Session) -> None:
    found = read(session)
    assert found.told == "Inga uppgifter enligt reglementet är upptagna."
    assert not found.duties


def test_duties_come_in_the_order_of_the_plan_or_by_who_answers_for_them(filled: Session) -> None:
    texts = [line.text for line in read(filled).duties]
    assert texts == ["Lägga fram budget.", "Svara för arkivet.", "Hålla beredskap."]
    by_function = read(filled, {SORT.key: FUNCTION}).duties
    assert [line.responsible for line in by_function] == ["Arkivarie", "Ekonomichef", ""]


def test_what_points_at_a_duty_stands_below_it_with_who_answers_and_how_it_stands(filled: Session) -> None:
    _budget, archive, _crisis = read(filled).duties
    assert [(each.kind, each.text, each.responsible, each.note) for each in archive.carriers] == [
        ("Uppdrag", "Rensa arkivet", "Arkivarie", "försenat 3\u00a0dagar"),
        ("Uppsiktshändelse", "Granska arkiven", "Kanslichef", "sedan 2026-03-01"),
        ("Mål", "1.1 Vården är nära", "", ""),
    ]
    assert [each.state.text if each.state else "" for each in archive.carriers] == ["Pågår", "Försenad", ""]


def test_what_is_not_asked_for_or_belonged_to_an_earlier_plan_is_left_out(filled: Session) -> None:
    assert not any(line.carriers for line in read(filled, {CARRIERS.key: ""}).duties)
    with filled.change(Action.EDIT) as change:
        change.update(replace(LATE, closed_on=TODAY))
    assert "Uppdrag" not in [each.kind for line in read(filled).duties for each in line.carriers]


def test_the_source_is_what_the_register_calls_a_reglemente(filled: Session) -> None:
    with filled.change(Action.ADD) as change:
        change.insert(GoverningDocument(id=new_id(), title="Strategi för läsning"))
        change.insert(GoverningDocument(id=new_id(), title="Reglemente för styrelsen", doc_no="2024-7"))
        change.insert(Footnote(id=new_id(), text="Reglementet gäller från 2024-01-01."))
        change.insert(BoardRole(id=new_id(), text="Leder arbetet."))
    found = read(filled)
    assert [(fact.label, fact.text) for fact in found.sources] == [
        ("Källa", "Reglemente för styrelsen, dokumentnummer 2024-7"),
        ("Fotnot i planen", "Reglementet gäller från 2024-01-01."),
    ]
    assert found.roles == ("Leder arbetet.",)


def test_what_is_secret_is_a_line_and_nothing_hangs_on_it(filled: Session) -> None:
    mark_secret(filled, ARCHIVE.id, "OSL 18:13", TODAY, "Regionen")
    _budget, archive, _crisis = read(filled).duties
    assert archive.text == "Uppgifter omfattas av sekretess (OSL 18:13, 2026-05-04, Regionen)"
    assert (archive.responsible, archive.carriers) == ("", ())
    assert len(read(filled, edition=Edition.INTERNAL).duties[1].carriers) == 3


def test_a_secret_uppdrag_is_not_told_of_below_an_open_duty(filled: Session) -> None:
    mark_secret(filled, LATE.id, "OSL 18:13", TODAY, "Regionen")
    assert [each.text for each in read(filled).duties[1].carriers] == ["Granska arkiven", "1.1 Vården är nära"]
