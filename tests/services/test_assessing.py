"""Meetings and verdicts: dated, superseding, never aggregated, closed for good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import ClusterRule, ItemKind, MeetingStatus, PeriodKind, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import AgendaItem, AgendaSubject, Assessment, Body, Meeting, ReportingPeriod
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services import assessing, meetings
from regdesk.services.editing import edit, set_cluster_rule
from regdesk.services.session import Session
from tests.registers import Example, open_example


@dataclass(frozen=True)
class Sitting:
    session: Session
    plan: Example
    meeting: Meeting
    agenda_item: AgendaItem

    def assess(self, item_id: str, verdict: Verdict, words: str = "") -> Assessment:
        return assessing.assess(
            self.session, item_id, verdict, words, meeting_id=self.meeting.id, agenda_item_id=self.agenda_item.id
        )


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    session, plan = open_example(tmp_path)
    meeting = meetings.add_meeting(session, meetings.new_meeting(date(2024, 9, 12), title="Septembermötet"))
    item = meetings.add_agenda_item(
        session,
        meeting.id,
        "Uppföljning",
        kind=ItemKind.DECISION,
        section_no="64",
        subjects=meetings.everything_to_assess(session),
    )
    yield Sitting(session, plan, meeting, item)
    session.close()


def test_the_registers_own_board_meets(sitting: Sitting) -> None:
    assert sitting.session.get(Body, sitting.meeting.body_id or "").name == "Regionstyrelsen"


def test_a_cluster_comes_after_its_parameters(sitting: Sitting) -> None:
    tasks = assessing.tasks_of(sitting.session, sitting.meeting.id)
    plan = sitting.plan
    assert [task.item.id for task in tasks] == [
        plan.number.id,
        plan.yes_no.id,
        *(parameter.id for parameter in plan.parameters),
        plan.cluster.id,
    ]
    assert [task.cluster_id for task in tasks] == [None, None, plan.cluster.id, plan.cluster.id, None]


def test_a_verdict_is_tied_to_meeting_section_and_body(sitting: Sitting) -> None:
    made = sitting.assess(sitting.plan.yes_no.id, Verdict.PARTLY, "Två av tre forum")
    assert (made.meeting_id, made.section_no, made.decided_by_id) == (sitting.meeting.id, "64", sitting.meeting.body_id)
    assert (made.recorded_by, made.justification, made.supersedes_id) == ("Testaren", "Två av tre forum", None)


def test_a_section_that_came_after_the_verdict_is_the_verdicts(sitting: Sitting) -> None:
    session = sitting.session
    late = meetings.add_agenda_item(session, sitting.meeting.id, "Sent ärende", subjects=[sitting.plan.goal.id])
    verdict = assessing.assess(
        session, sitting.plan.goal.id, Verdict.YES, meeting_id=sitting.meeting.id, agenda_item_id=late.id
    )
    assert assessing.section_of(session, verdict) == ""
    edit(session, late, section_no="65")
    assert assessing.section_of(session, verdict) == "65"


def test_a_correction_supersedes_and_the_old_one_stays(sitting: Sitting) -> None:
    first = sitting.assess(sitting.plan.yes_no.id, Verdict.NO)
    second = sitting.assess(sitting.plan.yes_no.id, Verdict.YES)
    third = assessing.justify(sitting.session, second, "Nya uppgifter")
    assert assessing.assessments_at(sitting.session, sitting.meeting) == {sitting.plan.yes_no.id: third}
    assert [each.id for each in assessing.trail_of(sitting.session, sitting.plan.yes_no.id)] == [
        third.id,
        second.id,
        first.id,
    ]
    assert (third.verdict, third.supersedes_id, second.supersedes_id) == (Verdict.YES, second.id, first.id)
    assert assessing.justify(sitting.session, third, "Nya uppgifter") == third


def test_undo_takes_a_verdict_back(sitting: Sitting) -> None:
    first = sitting.assess(sitting.plan.yes_no.id, Verdict.NO)
    sitting.assess(sitting.plan.yes_no.id, Verdict.YES)
    sitting.session.undo()
    assert assessing.assessments_at(sitting.session, sitting.meeting) == {sitting.plan.yes_no.id: first}
    sitting.session.undo()
    assert assessing.assessments_at(sitting.session, sitting.meeting) == {}


def test_parameters_never_make_the_clusters_verdict(sitting: Sitting) -> None:
    for parameter in sitting.plan.parameters:
        sitting.assess(parameter.id, Verdict.YES)
    assert sitting.plan.cluster.id not in assessing.assessments_at(sitting.session, sitting.meeting)
    assert assessing.suggestion_for(sitting.session, sitting.plan.cluster, sitting.meeting) is None


def test_a_configured_rule_only_suggests(sitting: Sitting) -> None:
    cluster = set_cluster_rule(sitting.session, sitting.plan.cluster, ClusterRule.ALL_YES)
    sitting.assess(sitting.plan.parameters[0].id, Verdict.YES)
    assert assessing.suggestion_for(sitting.session, cluster, sitting.meeting) is None
    sitting.assess(sitting.plan.parameters[1].id, Verdict.NO)
    assert assessing.suggestion_for(sitting.session, cluster, sitting.meeting) is Verdict.PARTLY
    assert cluster.id not in assessing.assessments_at(sitting.session, sitting.meeting)


def test_the_next_period_starts_afresh_and_remembers_the_last(sitting: Sitting) -> None:
    session, item = sitting.session, sitting.plan.yes_no
    period = ReportingPeriod(
        id=new_id(), kind=PeriodKind.YEAR, label="Helår 2024", starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31)
    )
    meetings.add_period(session, period)
    first = sitting.assess(item.id, Verdict.NO)
    later = meetings.add_meeting(
        session, replace(meetings.new_meeting(date(2025, 2, 6), title="Februarimötet"), period_id=period.id)
    )
    assert assessing.assessments_at(session, later) == {}
    assert assessing.previous_assessment(session, item.id, later) == first
    second = assessing.assess(session, item.id, Verdict.YES, meeting_id=later.id)
    assert (second.period_id, second.supersedes_id) == (period.id, None)
    assert assessing.previous_assessment(session, item.id, later) == first
    assert assessing.latest_assessments(session) == {item.id: second}


def test_a_closed_meeting_is_closed_for_good(sitting: Sitting) -> None:
    session = sitting.session
    sitting.assess(sitting.plan.yes_no.id, Verdict.NO)
    closed = meetings.close_meeting(session, sitting.meeting.id)
    assert closed.status is MeetingStatus.CLOSED
    assert closed.closed_at is not None
    assert session.undo_step is None
    for attempt in (
        lambda: sitting.assess(sitting.plan.yes_no.id, Verdict.YES),
        lambda: meetings.add_agenda_item(session, sitting.meeting.id, "Sent ärende"),
        lambda: meetings.move_agenda_item(session, sitting.agenda_item.id, 0),
        lambda: meetings.open_meeting(session, sitting.meeting.id),
    ):
        with pytest.raises(Problem) as caught:
            attempt()
        assert caught.value.kind is ProblemKind.MEETING_CLOSED


def test_what_is_no_matter_of_verdicts(sitting: Sitting) -> None:
    with pytest.raises(Problem) as caught:
        assessing.assess(sitting.session, sitting.meeting.id, Verdict.YES)
    assert caught.value.kind is ProblemKind.NOT_ASSESSABLE
    with pytest.raises(Problem) as caught:
        assessing.assess(sitting.session, new_id(), Verdict.YES)
    assert caught.value.kind is ProblemKind.ROW_MISSING


def test_an_agenda_keeps_its_order(sitting: Sitting) -> None:
    session, meeting = sitting.session, sitting.meeting
    second = meetings.add_agenda_item(session, meeting.id, "Val av justerare", kind=ItemKind.FORMALITY)
    meetings.move_agenda_item(session, second.id, 0)
    meetings.add_subjects(session, second.id, [sitting.plan.goal.id, sitting.plan.goal.id][:1])
    meetings.add_subjects(session, second.id, [sitting.plan.goal.id])
    assert [item.title for item in session.all(AgendaItem)] == ["Val av justerare", "Uppföljning"]
    assert len(session.all(AgendaSubject, agenda_item_id=second.id)) == 1
    meetings.remove_agenda_item(session, second.id)
    assert [(item.title, item.position) for item in session.all(AgendaItem)] == [("Uppföljning", 0)]


def test_an_item_under_which_something_was_decided_stays(sitting: Sitting) -> None:
    sitting.assess(sitting.plan.yes_no.id, Verdict.YES)
    with pytest.raises(Problem) as caught:
        meetings.remove_agenda_item(sitting.session, sitting.agenda_item.id)
    assert caught.value.kind is ProblemKind.ROW_IN_USE


def test_a_meeting_begins(sitting: Sitting) -> None:
    assert meetings.open_meeting(sitting.session, sitting.meeting.id).status is MeetingStatus.OPEN
