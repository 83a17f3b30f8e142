"""What is marked secret covers all that stands below it, and what else names it is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from regdesk.domain.codes import LinkKind, Party, RiskStage, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    RECORDS,
    Activity,
    AgendaSubject,
    Alias,
    Attachment,
    Body,
    Comment,
    Footnote,
    Link,
    Milestone,
    Risk,
    RiskMatrix,
    RiskScore,
    SecrecyMarking,
    Value,
    ValuePart,
)
from regdesk.domain.problems import Problem
from regdesk.services.actions import Action
from regdesk.services.assessing import assess
from regdesk.services.editing import add, remove
from regdesk.services.meetings import add_agenda_item, add_meeting, add_subjects, new_meeting
from regdesk.services.secrecy import (
    BELOW,
    Mention,
    Secrecy,
    mark_secret,
    marking_on,
    mentions,
    unmark_secret,
)
from regdesk.services.session import Session
from tests.registers import Example, open_example

DAY = date(2024, 5, 14)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Session, Example]]:
    session, example = open_example(tmp_path)
    yield session, example
    session.close()


def mark(session: Session, item_id: str, provision: str = "OSL 18:13") -> SecrecyMarking:
    return mark_secret(session, item_id, provision, DAY, "Region Exempel")


SHARED = {
    *("bodies", "reporting_periods", "levels", "forums", "perspectives", "question_sets", "org_units", "value_columns"),
    *("risk_matrices", "deadline_rules", "agenda_templates", "blobs"),
}
"""What many records refer to without standing below it."""

REFERENCES = {("assessments", "supersedes_id"), ("secrecy_markings", "item_id")}
"""A newer verdict is below the same item as the one it supersedes; a marking is what is printed."""


def test_every_field_that_points_at_a_record_is_thought_of(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    for plural in RECORDS:
        for key in session.repository.rows(f"PRAGMA foreign_key_list('{plural}')"):
            known = key["from"] in BELOW.get(plural, ()) or key["table"] in SHARED
            assert known or (plural, key["from"]) in REFERENCES, (plural, key["from"])


def test_a_marking_is_one_step_that_can_be_undone(opened: tuple[Session, Example]) -> None:
    session, example = opened
    mark(session, example.goal.id)
    mark(session, example.goal.id, "OSL 15:2")
    marking = marking_on(session, example.goal.id)
    assert marking
    assert (marking.provision, marking.marked_on, marking.authority) == ("OSL 15:2", DAY, "Region Exempel")
    assert len(session.all(SecrecyMarking)) == 1
    step = session.undo()
    assert (step.action, step.subject) == (Action.MARK_SECRET, example.goal.title)
    unmark_secret(session, example.goal.id)
    assert not Secrecy.read(session).markings
    session.undo()
    assert Secrecy.read(session).is_secret(example.goal.id)


def test_what_cannot_be_secret_is_refused(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    for item_id in (session.all(Body)[0].id, new_id()):
        with pytest.raises(Problem):
            mark(session, item_id)


def test_a_goal_covers_all_below_it_however_deep(opened: tuple[Session, Example]) -> None:
    session, example = opened
    activity = add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Öva"))
    below = [
        add(session, Milestone(id=new_id(), activity_id=activity.id, text="Halvvägs")),
        add(session, Alias(id=new_id(), item_id=example.number.id, text="Nöjdhet")),
        add(session, Footnote(id=new_id(), item_id=example.cluster.id, text="Räknat om")),
        add(session, Attachment(id=new_id(), item_id=activity.id, title="Övningsplan")),
        add(
            session,
            Comment(
                id=new_id(),
                item_id=example.parameters[0].id,
                party=Party.UNION,
                text="Svårt",
                recorded_at=datetime(2024, 5, 1, tzinfo=UTC),
            ),
        ),
        assess(session, example.parameters[0].id, Verdict.NO, "Ingen har övat"),
        *session.all(Value),
        *session.all(ValuePart),
        *example.parameters,
        *example.assignments,
    ]
    assert not Secrecy.read(session).markings
    marking = mark(session, example.area.id)
    secrecy = Secrecy.read(session)
    for record in (example.area, example.goal, activity, *below):
        assert secrecy.marking_of(record.id) == marking, record
        assert secrecy.origin_of(record.id) == example.area.id
    assert secrecy.open(below) == []
    assert not secrecy.is_secret(example.outcome.id)
    assert not secrecy.is_secret(None)


def test_a_marking_of_its_own_goes_before_that_of_what_stands_above(opened: tuple[Session, Example]) -> None:
    session, example = opened
    mark(session, example.area.id)
    own = mark(session, example.cluster.id, "OSL 15:2")
    secrecy = Secrecy.read(session)
    assert secrecy.marking_of(example.cluster.id) == secrecy.marking_of(example.parameters[1].id) == own
    assert secrecy.origin_of(example.number.id) == example.area.id


def test_what_stands_beside_or_above_stays_open(opened: tuple[Session, Example]) -> None:
    session, example = opened
    mark(session, example.number.id)
    secrecy = Secrecy.read(session)
    assert secrecy.open([example.yes_no, example.cluster]) == [example.yes_no, example.cluster]
    assert not secrecy.is_secret(example.goal.id)


def test_a_risk_covers_its_scores(opened: tuple[Session, Example]) -> None:
    session, _ = opened
    risk = add(session, Risk(id=new_id(), title="Ledningen brister"))
    matrix = add(session, RiskMatrix(id=new_id(), version=1, name="Fyra gånger fyra", size=4, definition="{}"))
    score = RiskScore(
        id=new_id(),
        risk_id=risk.id,
        matrix_id=matrix.id,
        stage=RiskStage.CURRENT,
        likelihood=4,
        impact=4,
        scored_on=DAY,
    )
    add(session, score)
    mark(session, risk.id)
    assert Secrecy.read(session).is_secret(score.id)
    assert not Secrecy.read(session).is_secret(matrix.id)


def test_links_to_and_from_what_is_secret_are_secret(opened: tuple[Session, Example]) -> None:
    session, example = opened
    link = add(session, Link(id=new_id(), kind=LinkKind.GOAL, source_id=example.area.id, target_id=example.goal.id))
    mark(session, example.goal.id)
    assert Secrecy.read(session).is_secret(link.id)


def test_what_was_said_under_a_secret_item_of_an_agenda_is_secret(opened: tuple[Session, Example]) -> None:
    session, example = opened
    meeting = add_meeting(session, new_meeting(DAY))
    item = add_agenda_item(session, meeting.id, "Läget")
    add_subjects(session, item.id, [example.number.id])
    (subject,) = session.all(AgendaSubject)
    said = assess(session, example.number.id, Verdict.NO, "Ej nått", meeting_id=meeting.id, agenda_item_id=item.id)
    mark(session, item.id)
    secrecy = Secrecy.read(session)
    assert all(map(secrecy.is_secret, (item.id, subject.id, said.id)))
    assert not secrecy.is_secret(example.number.id)


def test_an_agenda_item_that_names_its_secret_subject_is_covered(opened: tuple[Session, Example]) -> None:
    session, example = opened
    meeting = add_meeting(session, new_meeting(DAY))
    naming = add_agenda_item(session, meeting.id, f"Bedömning av {example.number.title.lower()}")
    silent = add_agenda_item(session, meeting.id, "Delårsrapport")
    for item in (naming, silent):
        add_subjects(session, item.id, [example.number.id])
    mark(session, example.number.id)
    secrecy = Secrecy.read(session)
    assert secrecy.origin_of(naming.id) == example.number.id
    assert not secrecy.is_secret(silent.id)


def test_what_names_an_item_elsewhere_is_known(opened: tuple[Session, Example]) -> None:
    session, example = opened
    link = add(session, Link(id=new_id(), kind=LinkKind.GOAL, source_id=example.area.id, target_id=example.goal.id))
    meeting = add_meeting(session, new_meeting(DAY))
    item = add_agenda_item(session, meeting.id, "Läget")
    add_subjects(session, item.id, [example.goal.id])
    found = mentions(session, example.goal.id)
    assert found[:2] == [Mention("links", link.id), Mention("agenda_items", item.id)]
    lines = {str(line.seq): line.subject for line in session.lines()}
    assert all(mention.plural == "history" and mention.id in lines for mention in found[2:])
    assert len(found) > 2


def test_a_marking_goes_with_its_item(opened: tuple[Session, Example]) -> None:
    session, example = opened
    mark(session, example.assignments[0].id)
    remove(session, example.assignments[0])
    assert session.all(SecrecyMarking) == []
