"""One look answers how it goes: decided, how old, how late, and when it is next reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from regdesk.domain.codes import AssignmentKind, BodyKind, DueKind, WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Body, Milestone
from regdesk.services.assignments import report_back
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.viewmodels.glance import activity_glance, assignment_glance
from tests.registers import Example

TODAY = date(2026, 11, 28)


def told(text: str) -> str:
    """Fixed spaces are as good as others here."""
    return text.replace("\u00a0", " ")


def test_an_assignment_tells_all_that_is_asked(session: Session, example: Example) -> None:
    body = add(session, Body(id=new_id(), kind=BodyKind.ASSEMBLY, name="Regionfullmäktige", short_name="RF"))
    changed = edit(
        session,
        example.assignments[0],
        source_body_id=body.id,
        source_date=date(2025, 3, 6),
        source_section="27",
        status=WorkStatus.ONGOING,
        due_kind=DueKind.DATE,
        due_on=date(2026, 10, 18),
        report_recurrence="FREQ=MONTHLY;INTERVAL=3",
        report_starts_on=date(2026, 3, 15),
    )
    meeting = add_meeting(session, new_meeting(date(2026, 9, 12)))
    item = add_agenda_item(session, meeting.id, "Uppdrag", section_no="40")
    report_back(session, changed.id, "Pågår", WorkStatus.ONGOING, meeting.date, agenda_item_id=item.id)

    glance = assignment_glance(session, changed.id, TODAY)

    assert told(glance.facts) == (
        "▸ Pågår · beslutat av RF 2025-03-06 § 27 · 632 dagar sedan · klart senast 2026-10-18 · "
        "rapporterat 2026-09-12 § 40 · rapporteras varje kvartal, nästa 2026-12-15"
    )
    assert told(glance.warnings) == "! Försenat 41 dagar"


def test_what_is_not_known_is_not_told(session: Session, example: Example) -> None:
    glance = assignment_glance(session, example.assignments[0].id, TODAY)
    assert (glance.facts, glance.warnings) == ("○ Ej påbörjad", "")


def test_a_report_that_did_not_come_is_told(session: Session, example: Example) -> None:
    first = edit(session, example.assignments[0], report_starts_on=date(2026, 11, 1), report_recurrence="FREQ=YEARLY")
    glance = assignment_glance(session, first.id, TODAY)
    assert glance.facts == "○ Ej påbörjad · rapporteras varje år"
    assert glance.warnings == "! Skulle ha rapporterats 2026-11-01"


def test_a_motion_says_which_law_gives_it_its_day(session: Session, example: Example) -> None:
    fields = {"kind": AssignmentKind.MEMBER_MOTION, "source_date": date(2026, 3, 1)}
    motion = edit(session, example.assignments[0], **fields)
    assert "klart senast 2027-03-01 (ett år, KL 5:35)" in assignment_glance(session, motion.id, TODAY).facts


def test_what_is_over_is_neither_late_nor_to_be_reported(session: Session, example: Example) -> None:
    done = edit(
        session,
        example.assignments[0],
        status=WorkStatus.DONE,
        done_on=date(2026, 5, 4),
        due_on=date(2026, 1, 1),
        report_starts_on=date(2026, 1, 1),
    )
    glance = assignment_glance(session, done.id, TODAY)
    assert (glance.facts, glance.warnings) == ("✓ Genomförd 2026-05-04", "")


def test_an_activity_tells_its_milestones(session: Session, example: Example) -> None:
    activity = add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Öva", progress=40))
    for text, due, reached in (("Plan", 1, 2), ("Prov", 3, None), ("Slut", 12, None)):
        milestone = Milestone(id=new_id(), activity_id=activity.id, text=text, due_on=date(2026, due, 1))
        add(session, replace(milestone, reached_on=date(2026, reached, 1) if reached else None))
    glance = activity_glance(session, activity.id, TODAY)
    assert told(glance.facts) == "○ Ej påbörjad · 40 % · 1 av 3 milstolpar"
    assert glance.warnings == "! Ej nått: Prov"
    edit(session, activity, status=WorkStatus.DONE)
    assert activity_glance(session, activity.id, TODAY).warnings == ""
