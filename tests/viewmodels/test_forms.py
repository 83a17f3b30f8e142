"""Forms ask in the field's words and put what people type into the register, or say what is wrong with it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from regdesk.domain.codes import (
    Anchor,
    AssignmentRole,
    ClusterRule,
    ControlOutcome,
    DeadlineKind,
    DueKind,
    LinkKind,
    Party,
    PeriodKind,
    RegisterStatus,
    StateKind,
    ValueState,
    Verdict,
    WorkStatus,
)
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    Activity,
    AgendaGoal,
    AgendaItem,
    AgendaTemplate,
    AgendaTemplateItem,
    Alias,
    Assignment,
    AssignmentReport,
    Attachment,
    Attendance,
    BoardRole,
    BudgetLine,
    Comment,
    Control,
    ControlResult,
    DeadlineRule,
    Duty,
    EntityReview,
    Footnote,
    Forum,
    FunctionHolder,
    Goal,
    GoalState,
    Indicator,
    InterimGoal,
    LegalEntity,
    Level,
    Link,
    Meeting,
    Milestone,
    OrgUnit,
    Perspective,
    QuestionSet,
    Record,
    Recusal,
    ReportingPeriod,
    Risk,
    RiskAction,
    Section,
    SupervisionEvent,
    SupervisionOccasion,
    Value,
    plural_of,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.services.actions import Action, Step
from regdesk.services.assessing import assess
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_agenda_item, add_meeting, close_meeting
from regdesk.services.registers import board_of, register_of
from regdesk.services.session import Session
from regdesk.services.versions import take_version
from regdesk.viewmodels.fields import YES, FieldKind
from regdesk.viewmodels.form_choices import MOST
from regdesk.viewmodels.form_fields import FIELDS, IN_ORDER
from regdesk.viewmodels.forms import RecordForm, answered, apply, form_for, form_of, has_form
from tests.registers import Example

MAY = dt.date(2024, 5, 14)


def put(session: Session, record: Record, **changed: str) -> dict[str, str]:
    return apply(session, plural_of(type(record)), record.id, changed)


def form(session: Session, record: Record) -> RecordForm:
    return form_of(session, plural_of(type(record)), record.id)


def labels(shown: RecordForm, key: str) -> list[str]:
    """The texts of a choice."""
    return [choice.text for field in shown.fields if field.key == key for choice in field.choices]


@pytest.fixture
def meeting(session: Session) -> Meeting:
    return add_meeting(session, Meeting(id=new_id(), date=MAY))


@pytest.fixture
def everything(session: Session, example: Example, meeting: Meeting) -> list[Record]:
    """One record of each kind that has a form."""
    goal = example.goal.id
    activity = Activity(id=new_id(), goal_id=goal, title="Öva")
    risk = Risk(id=new_id(), title="Brist på personal")
    control = Control(id=new_id(), risk_id=risk.id, text="Stickprov på bemanningen")
    template = AgendaTemplate(id=new_id(), title="Vanligt möte")
    member = Attendance(id=new_id(), meeting_id=meeting.id, function="Ledamot 1")
    company = LegalEntity(id=new_id(), name="Exempel AB", closed_on=MAY)
    perspective, forum = Perspective(id=new_id(), name="Ekonomi"), Forum(id=new_id(), name="Ägardialog")
    questions = QuestionSet(id=new_id(), title="Årsfrågor", questions="Hur gick det?")
    event = SupervisionEvent(
        id=new_id(),
        title="Årsfrågor",
        subject_id=company.id,
        perspective_id=perspective.id,
        forum_id=forum.id,
        question_set_id=questions.id,
        recurrence="FREQ=YEARLY;BYMONTH=3,9",
    )
    others: list[Record] = [
        GoalState(id=new_id(), goal_id=goal, kind=StateKind.CURRENT, year=2024, text="Ojämnt"),
        InterimGoal(id=new_id(), goal_id=goal, year=2026, text="Halvvägs"),
        activity,
        Milestone(id=new_id(), activity_id=activity.id, text="Halvvägs"),
        AssignmentReport(
            id=new_id(),
            assignment_id=example.assignments[0].id,
            reported_on=dt.date(2024, 5, 14),
            text="På väg",
            status=WorkStatus.ONGOING,
        ),
        risk,
        RiskAction(id=new_id(), risk_id=risk.id, text="Utbilda fler"),
        control,
        ControlResult(
            id=new_id(),
            control_id=control.id,
            checked_on=dt.date(2024, 5, 14),
            outcome=ControlOutcome.NO_DEVIATION,
        ),
        DeadlineRule(id=new_id(), kind=DeadlineKind.OTHER, title="Presidiet", anchor=Anchor.MEETING, offset=-14),
        Comment(
            id=new_id(),
            item_id=goal,
            party=Party.BOARD,
            text="Bra så",
            recorded_at=dt.datetime(2024, 5, 14, tzinfo=dt.UTC),
        ),
        Footnote(id=new_id(), item_id=goal, text="Se planen"),
        Alias(id=new_id(), item_id=goal, text="Nära vård"),
        template,
        AgendaTemplateItem(id=new_id(), template_id=template.id, title="Upprop"),
        member,
        company,
        EntityReview(id=new_id(), legal_entity_id=company.id, year=2024, verdict=Verdict.YES),
        perspective,
        forum,
        questions,
        event,
        SupervisionOccasion(id=new_id(), event_id=event.id, held_on=MAY),
        BoardRole(id=new_id(), text="Leder arbetet"),
        OrgUnit(id=new_id(), code="HSF"),
        FunctionHolder(id=new_id(), function="Ekonomichef"),
        BudgetLine(id=new_id(), name="Personal"),
        Duty(id=new_id(), text="Har uppsikt"),
        Attachment(id=new_id(), number="1", title="Uppsikt", file_name="uppsikt.pdf"),
        Section(id=new_id(), level=1, heading="Styrning"),
        ReportingPeriod(
            id=new_id(), kind=PeriodKind.YEAR, starts_on=dt.date(2024, 1, 1), ends_on=dt.date(2024, 12, 31)
        ),
    ]
    with session.change(Action.ADD) as change:
        change.insert_all(others)
    item = add_agenda_item(session, meeting.id, "Uppföljning")
    recusal = add(session, Recusal(id=new_id(), attendance_id=member.id, agenda_item_id=item.id))
    return [
        *(register_of(session), example.goal, example.number, example.parameters[0], example.assignments[0]),
        *(example.target, session.all(Level)[0], board_of(session), take_version(session, "Beslutad plan")),
        *(*others, meeting, item, recusal),
    ]


def test_there_is_a_form_for_each_kind_that_people_change(everything: list[Record]) -> None:
    assert {type(record) for record in everything} == set(FIELDS)
    assert all(has_form(plural_of(kind)) for kind in FIELDS)
    assert not has_form("assessments")
    assert not has_form("group")


def test_every_field_of_every_form_is_a_field_of_its_record() -> None:
    for kind, specs in FIELDS.items():
        names = {field.name for field in dataclasses.fields(kind)}

        assert {spec.key for spec in specs} <= names
        assert set(IN_ORDER.get(kind, ())) <= {spec.key for spec in specs}


def test_every_form_answers_every_question_and_is_named(session: Session, everything: list[Record]) -> None:
    for record in everything:
        shown = form(session, record)

        assert shown.values.keys() == {field.key for field in shown.fields}
        assert all(field.label for field in shown.fields)
        assert shown.heading


def test_answers_that_are_not_changed_change_nothing(session: Session, everything: list[Record]) -> None:
    before = session.head
    for record in everything:
        assert put(session, record, **form(session, record).values) == {}

    assert session.head == before


def test_choices_hold_the_answer_that_stands(session: Session, everything: list[Record]) -> None:
    for record in everything:
        shown = form(session, record)
        for field in shown.fields:
            if field.kind is FieldKind.CHOICE:
                assert shown.values[field.key] in {choice.code for choice in field.choices}, (record, field)


# What people type


def test_a_change_is_one_step_that_can_be_undone(session: Session, example: Example) -> None:
    key = f"value:{example.outcome.id}"
    before = session.get(Indicator, example.number.id)

    assert put(session, example.number, measure_unit="%", source="Enkät", **{key: "41 %"}) == {}
    assert session.undo_step == Step(Action.EDIT, "Nöjda besökare")

    session.undo()

    assert session.get(Indicator, example.number.id) == before
    assert session.all(Value, indicator_id=example.number.id, column_id=example.outcome.id)[0].raw == "39 % "


def test_a_value_is_kept_to_the_letter_and_read_anew(session: Session, example: Example) -> None:
    key = f"value:{example.outcome.id}"
    shown = form(session, example.number)

    assert shown.values[key] == "39 % "
    assert next(field for field in shown.fields if field.key == key).help == "Uppfattas som: 39\u00a0%"

    put(session, example.number, **{key: " RVN 77, RLF 74 "})

    value = session.all(Value, indicator_id=example.number.id, column_id=example.outcome.id)[0]
    assert (value.raw, value.state, value.sort_number) == (" RVN 77, RLF 74 ", ValueState.PARSED, 77.0)
    assert [unit.code for unit in session.all(OrgUnit)] == ["RVN", "RLF"]
    assert session.undo_step == Step(Action.EDIT_VALUE, "Nöjda besökare")


def test_an_indicator_of_a_table_without_years_has_no_value_fields(session: Session, example: Example) -> None:
    assert not [field for field in form(session, example.yes_no).fields if field.key.startswith("value:")]


@pytest.mark.parametrize("typed", ["2024-05-14", "14 maj 2024", "14/5 2024", "20240514"])
def test_a_date_is_read_as_people_write_it(session: Session, example: Example, typed: str) -> None:
    put(session, example.assignments[0], source_date=typed)

    assert session.get(Assignment, example.assignments[0].id).source_date == MAY
    assert form(session, example.assignments[0]).values["source_date"] == "2024-05-14"


def test_times_and_paragraphs_are_stored_as_the_register_keeps_them(session: Session, meeting: Meeting) -> None:
    item = add_agenda_item(session, meeting.id, "Uppföljning")

    put(session, meeting, starts_at="kl. 9", ends_at="15:30")
    put(session, item, section_no=" §\u00a064")

    stored = session.get(Meeting, meeting.id)
    assert (stored.starts_at, stored.ends_at) == ("09.00", "15.30")
    assert session.get(AgendaItem, item.id).section_no == "64"
    assert session.undo_step == Step(Action.EDIT_AGENDA, "Uppföljning")


def test_ticks_codes_and_pointers_are_read_from_their_answers(session: Session, example: Example) -> None:
    put(session, example.number, is_cluster=YES, cluster_rule=ClusterRule.WORST, goal_id=example.area.id)

    stored = session.get(Indicator, example.number.id)
    assert (stored.is_cluster, stored.cluster_rule, stored.goal_id) == (True, ClusterRule.WORST, example.area.id)

    put(session, example.number, is_cluster="")

    assert session.get(Indicator, example.number.id).is_cluster is False


def test_the_registers_own_facts_are_changed_as_such(session: Session) -> None:
    put(session, register_of(session), status=RegisterStatus.ADOPTED, period_end="2027", dnr=" 23RS106 ")

    register = register_of(session)
    assert (register.status, register.period_end, register.dnr) == (RegisterStatus.ADOPTED, 2027, "23RS106")
    assert session.undo_step == Step(Action.EDIT_REGISTER)


# What will not do


@pytest.mark.parametrize(
    ("key", "typed", "fault"),
    [
        ("due_on", "i höst", "Det är inget datum. Skriv till exempel 2024-05-14."),
        ("due_on", "2024-02-30", "Det är inget datum. Skriv till exempel 2024-05-14."),
        ("progress", "101", "Skriv ett heltal från 0 till 100."),
        ("progress", "4,5", "Skriv ett heltal från 0 till 100."),
        ("title", " \n", "Detta måste fyllas i."),
        ("status", "nästan", "Välj ett av svaren."),
        ("goal_id", "", "Detta måste fyllas i."),
        ("goal_id", "0190", "Välj ett av svaren."),
        ("interim_goal_id", "0190", "Välj ett av svaren."),
    ],
)
def test_what_will_not_do_is_told_and_nothing_is_written(
    session: Session, example: Example, key: str, typed: str, fault: str
) -> None:
    activity = add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Öva"))

    assert put(session, activity, responsible_function="Staben", **{key: typed}) == {key: fault}
    assert session.get(Activity, activity.id) == activity


@pytest.mark.parametrize(("key", "typed"), [("period_start", "24"), ("period_end", "sen")])
def test_a_year_has_four_figures(session: Session, key: str, typed: str) -> None:
    assert put(session, register_of(session), **{key: typed}) == {key: "Skriv ett år med fyra siffror."}


def test_a_time_and_a_level_must_be_such(session: Session, meeting: Meeting) -> None:
    section = add(session, Section(id=new_id(), level=1, heading="Styrning"))

    assert put(session, meeting, starts_at="på morgonen") == {
        "starts_at": "Det är inget klockslag. Skriv till exempel 9.30."
    }
    assert put(session, section, level="ett par") == {"level": "Skriv ett heltal."}


def test_the_end_cannot_come_before_the_start(session: Session, meeting: Meeting) -> None:
    fault = "Slutet kan inte komma före början."

    assert put(session, meeting, end_date="2024-05-13") == {"end_date": fault}
    assert put(session, register_of(session), period_start="2027") == {"period_start": fault}
    assert put(session, meeting, end_date="2024-05-15") == {}


def test_a_check_says_the_same_as_the_register(session: Session, meeting: Meeting) -> None:
    checks = {field.key: field.check for field in form(session, meeting).fields}

    assert checks["date"]("snart") == put(session, meeting, date="snart")["date"]
    assert checks["date"]("14 maj 2024") == ""


def test_a_field_that_does_not_exist_is_a_mistake_of_the_program(session: Session, example: Example) -> None:
    with pytest.raises(KeyError):
        put(session, example.number, title_key="a")


def test_a_closed_meeting_is_locked_with_its_agenda(session: Session, meeting: Meeting) -> None:
    item = add_agenda_item(session, meeting.id, "Uppföljning")
    close_meeting(session, meeting.id)

    for record in (meeting, item):
        assert form(session, record).locked == "Sammanträdet 2024-05-14 är avslutat och kan inte ändras."
        with pytest.raises(Problem) as caught:
            put(session, record, title="Annat")
        assert caught.value.kind is ProblemKind.MEETING_CLOSED


# What follows from what


def test_a_number_that_a_person_writes_is_no_longer_inferred(session: Session, example: Example) -> None:
    goal = add(
        session,
        Goal(id=new_id(), level_id=example.area.level_id, printed_number="2", number_inferred=True, title="Tillit"),
    )

    assert [fact.label for fact in form(session, goal).facts] == ["Numret"]

    put(session, goal, printed_number="2", title="Mer tillit")
    assert session.get(Goal, goal.id).number_inferred is True

    put(session, goal, printed_number="2.1")
    assert session.get(Goal, goal.id).number_inferred is False
    assert form(session, goal).facts == ()


def test_a_day_and_the_way_of_being_due_follow_each_other(session: Session, example: Example) -> None:
    key = example.assignments[0].id

    def due() -> tuple[DueKind, dt.date | None]:
        stored = session.get(Assignment, key)
        return stored.due_kind, stored.due_on

    put(session, example.assignments[0], due_on="2024-05-14")
    assert due() == (DueKind.DATE, MAY)

    put(session, example.assignments[0], due_kind=DueKind.ONGOING)
    assert due() == (DueKind.ONGOING, None)

    put(session, example.assignments[0], due_on="2024-05-14")
    put(session, example.assignments[0], due_on="")
    assert due() == (DueKind.UNSPECIFIED, None)


def test_an_activity_that_moves_leaves_its_interim_goal(session: Session, example: Example) -> None:
    interim = add(session, InterimGoal(id=new_id(), goal_id=example.goal.id, text="Halvvägs"))
    activity = add(session, Activity(id=new_id(), goal_id=example.goal.id, interim_goal_id=interim.id, title="Öva"))

    put(session, activity, goal_id=example.area.id)

    assert session.get(Activity, activity.id).interim_goal_id is None


def test_an_assignment_moves_with_its_parts_in_one_step(session: Session, example: Example) -> None:
    parent = example.assignments[0]
    part = add(session, Assignment(id=new_id(), goal_id=parent.goal_id, parent_id=parent.id, text="Särskilt barn"))
    smaller = add(session, Assignment(id=new_id(), goal_id=parent.goal_id, parent_id=part.id, text="Under sex år"))

    put(session, parent, goal_id=example.area.id)
    assert {session.get(Assignment, key.id).goal_id for key in (parent, part, smaller)} == {example.area.id}

    session.undo()
    assert {session.get(Assignment, key.id).goal_id for key in (parent, part, smaller)} == {example.goal.id}


# What can be chosen


def test_goals_are_chosen_in_the_plans_order_and_not_below_themselves(session: Session, example: Example) -> None:
    assert labels(form(session, example.number), "goal_id") == ["1 En region att lita på", "1.1 Vården är nära"]
    assert labels(form(session, example.goal), "parent_id") == ["Inget valt", "1 En region att lita på"]
    assert labels(form(session, example.area), "parent_id") == ["Inget valt"]


def test_an_assignment_can_be_part_of_another_of_its_goal(session: Session, example: Example) -> None:
    first, second = example.assignments
    add(session, Assignment(id=new_id(), goal_id=first.goal_id, parent_id=first.id, text="En del"))

    assert labels(form(session, first), "parent_id") == ["Inget valt", second.text]
    assert labels(form(session, second), "parent_id") == ["Inget valt", first.text, "En del"]


def test_an_indicator_can_be_part_of_one_under_another_goal(session: Session, example: Example) -> None:
    total = add(session, Indicator(id=new_id(), goal_id=example.area.id, title="Totalindex"))

    assert "Totalindex" in labels(form(session, example.number), "parent_id")

    put(session, example.number, parent_id=total.id)

    assert session.get(Indicator, example.number.id).parent_id == total.id


def test_among_too_many_indicators_only_the_chosen_one_is_shown(session: Session, example: Example) -> None:
    many = [Indicator(id=new_id(), goal_id=example.area.id, title=f"Mått {n}") for n in range(MOST)]
    with session.change(Action.ADD) as change:
        change.insert_all(many)
        change.update(dataclasses.replace(example.number, parent_id=many[7].id))

    assert labels(form(session, example.number), "parent_id") == ["Inget valt", "Mått 7"]
    assert labels(form(session, example.yes_no), "parent_id") == ["Inget valt"]


def test_among_too_many_goals_only_the_chosen_one_is_shown(session: Session, example: Example) -> None:
    level, top = example.goal.level_id, example.area.id
    many = [Goal(id=new_id(), level_id=level, parent_id=top, title=f"Mål {n}") for n in range(MOST)]
    with session.change(Action.ADD) as change:
        change.insert_all(many)

    assert labels(form(session, example.number), "goal_id") == ["1.1 Vården är nära"]
    assert labels(form(session, many[3]), "parent_id") == ["Inget valt", "1 En region att lita på"]
    assert labels(form(session, example.area), "parent_id") == ["Inget valt"]
    assert put(session, example.number, title="Nöjda") == {}


def test_a_meeting_follows_up_a_period_by_its_name(
    session: Session, everything: list[Record], meeting: Meeting
) -> None:
    assert len(everything) == len(FIELDS)
    assert labels(form(session, meeting), "period_id") == ["Inget valt", "2024"]
    assert labels(form(session, meeting), "body_id") == ["Inget valt", "Regionstyrelsen"]


# What is told beside the fields


def test_the_plans_own_words_are_told_and_links_where_no_list_has_them(session: Session, example: Example) -> None:
    third = next(goal for goal in session.all(AgendaGoal) if goal.number == 3)
    entity = add(session, LegalEntity(id=new_id(), name="Länsbolaget AB"))
    with session.change(Action.ADD) as change:
        for source in (example.goal, entity):
            change.insert(Link(id=new_id(), kind=LinkKind.AGENDA_2030, source_id=source.id, target_id=third.id))
            change.insert(
                Link(id=new_id(), kind=LinkKind.GOAL, source_id=source.id, target_id=example.area.id, position=1)
            )
            change.insert(Footnote(id=new_id(), item_id=source.id, mark="4", text="Enligt regionplanen."))

    assert form(session, example.goal).facts == ()
    assert {fact.label: fact.text for fact in form(session, entity).facts} == {
        "Andra mål": "En region att lita på",
        "Agenda 2030": f"3 {third.title}",
        "Fotnot 4": "Enligt regionplanen.",
    }
    assert {fact.label: fact.text for fact in form(session, example.yes_no).facts} == {
        "I planen": "Samverkan har vuxit (ja/delvis/nej)",
    }


def test_records_tell_where_they_stand(session: Session, everything: list[Record]) -> None:
    told = {plural_of(type(record)): form(session, record).facts for record in everything}

    assert {kind: facts[0].text for kind, facts in told.items() if facts} == {
        "registers": "Målområde\nMål",
        "cluster_parameters": "Beredskapen har stärkts",
        "goal_states": "1.1 Vården är nära",
        "interim_goals": "1.1 Vården är nära",
        "deadline_rules": "Senast 14 dagar före sammanträdet.",
        "attachments": "uppsikt.pdf",
        "meetings": "Planerat",
        "agenda_items": "2024-05-14",
    }


def test_who_holds_a_function_is_told_beside_it(session: Session, example: Example) -> None:
    first = example.assignments[0]
    add(session, FunctionHolder(id=new_id(), function="HR-direktör", name="Bo Alm"))
    add(session, FunctionHolder(id=new_id(), function="Ekonomichef"))

    def told(function: str) -> str:
        shown = form(session, edit(session, first, receiver_function=function))
        return next(field.help for field in shown.fields if field.key == "receiver_function")

    assert told("HR-direktör") == "Just nu: Bo Alm. Namnet skrivs aldrig ut."
    assert told("Ekonomichef") == told("") == "En funktion, inte en person."


# Records that are not yet there


def test_a_new_record_is_filled_in_before_it_is_added(session: Session, example: Example) -> None:
    blank = Assignment(id=new_id(), goal_id=example.goal.id, text="")
    shown = form_for(session, blank)

    assert shown.values["text"] == ""
    assert answered(session, blank, {"text": ""}).faults == {"text": "Detta måste fyllas i."}

    filled = answered(session, blank, {"text": "Ta fram en plan", "role": AssignmentRole.OTHER, "due_on": "14/5 2024"})

    assert filled.faults == {}
    assert add(session, filled.record) == session.get(Assignment, blank.id)
    assert session.get(Assignment, blank.id).due_on == MAY


def test_a_form_of_what_is_gone_is_refused(session: Session) -> None:
    with pytest.raises(Problem) as caught:
        form_of(session, "goals", new_id())

    assert caught.value.kind is ProblemKind.ROW_MISSING


def test_an_assessed_indicator_can_still_be_edited(session: Session, example: Example) -> None:
    assess(session, example.number.id, Verdict.YES)

    assert put(session, example.number, title="Nöjdare besökare") == {}
    assert session.get(Indicator, example.number.id).title == "Nöjdare besökare"
