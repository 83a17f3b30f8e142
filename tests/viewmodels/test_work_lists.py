"""The lists of delaktiviteter, uppdrag, risks and juridiska personer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from regdesk.domain.codes import (
    AssignmentKind,
    AssignmentRole,
    DueKind,
    RiskCategory,
    RiskStage,
    RiskStatus,
    WorkStatus,
)
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Assignment, LegalEntity, Record, Risk, RiskMatrix, RiskScore
from regdesk.domain.risk_matrices import FIVE, FOUR
from regdesk.domain.risk_matrix import write_matrix
from regdesk.services.actions import Action
from regdesk.services.editing import remove
from regdesk.services.session import Session
from regdesk.viewmodels.activity_list import activity_list
from regdesk.viewmodels.assignment_list import AssignmentView, assignment_list
from regdesk.viewmodels.indicator_list import indicator_list
from regdesk.viewmodels.legal_entity_list import legal_entity_list
from regdesk.viewmodels.record_list import RecordList
from regdesk.viewmodels.risk_list import risk_list, risks_among
from regdesk.viewmodels.rows import Tone
from tests.registers import Example
from tests.viewmodels.lists import all_rows, texts

TODAY = dt.date(2025, 3, 12)
LISTS = [activity_list, assignment_list, indicator_list, legal_entity_list, risk_list]


def insert(session: Session, *records: Record) -> None:
    with session.change(Action.ADD) as change:
        change.insert_all(records)


def ordered(source: RecordList, key: str, column: str, *, descending: bool = False) -> list[str]:
    source.set_order(key, descending=descending)
    return texts(source, column)


@pytest.mark.parametrize("make", LISTS)
def test_every_column_that_looks_sortable_can_be_sorted(
    session: Session, make: Callable[[Session], RecordList]
) -> None:
    source = make(session)
    for column in source.columns:
        if column.sortable:
            source.set_order(column.key, descending=True)

            assert len(all_rows(source)) == source.count()


@pytest.mark.parametrize("make", LISTS)
def test_every_row_has_a_cell_for_each_column(
    session: Session, example: Example, make: Callable[[Session], RecordList]
) -> None:
    insert(
        session,
        Activity(id=new_id(), goal_id=example.goal.id, title="Öva"),
        Risk(id=new_id(), title="Brist"),
        LegalEntity(id=new_id(), name="Exempel AB"),
    )
    source = make(session)

    assert {len(row.cells) for row in all_rows(source)} == {len(source.columns)}


@pytest.fixture
def activities(session: Session, example: Example) -> tuple[Activity, ...]:
    goal = example.goal.id
    late = Activity(
        id=new_id(),
        goal_id=goal,
        title="Ärva",
        due_on=dt.date(2025, 3, 1),
        status=WorkStatus.DELAYED,
        progress=40,
        responsible_function="Staben",
    )
    early = Activity(
        id=new_id(),
        goal_id=goal,
        position=1,
        title="Åka",
        due_on=dt.date(2024, 3, 1),
        status=WorkStatus.DONE,
        progress=100,
    )
    undated = Activity(id=new_id(), goal_id=goal, position=2, title="Öva")
    insert(session, late, early, undated)
    return late, early, undated


def test_activities_are_shown_with_where_they_stand(session: Session, activities: tuple[Activity, ...]) -> None:
    late, done, undated = all_rows(activity_list(session, TODAY))

    assert [cell.text for cell in late.cells] == [*("Ärva", "1.1", "Staben", "2025-03-01", "Försenad 40\u00a0%")]
    assert (late.cells[3].symbol, late.cells[3].tone) == ("!", Tone.BAD)
    assert (done.cells[3].symbol, done.cells[4].text) == ("", "Genomförd")
    assert [cell.text for cell in undated.cells[3:]] == ["", "Ej påbörjad"]
    assert late.id == activities[0].id


@pytest.mark.usefixtures("activities")
def test_activities_sort_by_day_and_status(session: Session) -> None:
    source = activity_list(session)

    assert texts(source, "title") == ["Ärva", "Åka", "Öva"]
    assert ordered(source, "title", "title") == ["Åka", "Ärva", "Öva"]
    assert ordered(source, "due", "title") == ["Åka", "Ärva", "Öva"]
    assert ordered(source, "due", "title", descending=True) == ["Ärva", "Åka", "Öva"]
    assert ordered(source, "status", "title") == ["Öva", "Åka", "Ärva"]


@pytest.fixture
def nested(session: Session, example: Example) -> None:
    """Two more assignments of the second role, one below the other and one level further down, and a loose one."""
    goal = example.goal.id
    role = AssignmentRole.BOARD_FOR_ADMINISTRATION
    top = Assignment(
        id=new_id(),
        goal_id=goal,
        role=role,
        text="Utveckla stödet",
        due_kind=DueKind.ONGOING,
        status=WorkStatus.ONGOING,
        receiver_function="Regiondirektören",
    )
    child = Assignment(id=new_id(), goal_id=goal, parent_id=top.id, position=7, text="för barn")
    grandchild = Assignment(id=new_id(), goal_id=goal, parent_id=child.id, text="under sex år")
    sibling = Assignment(id=new_id(), goal_id=goal, parent_id=top.id, position=8, text="för äldre")
    loose = Assignment(
        id=new_id(),
        text="Ta fram en plan",
        due_kind=DueKind.DATE,
        due_on=dt.date(2025, 1, 31),
        source_date=dt.date(2023, 4, 26),
        source_section="64",
    )
    insert(session, top, sibling, child, grandchild, loose)


IN_PLAN = [
    "Följa hur väntetiderna utvecklas",
    "Utveckla stödet",
    "– för barn",
    "– under sex år",
    "– för äldre",
    "Se till att stödet räcker",
    "Ta fram en plan",
]


@pytest.mark.usefixtures("nested")
def test_assignments_stand_role_by_role_with_their_parts_below_them(session: Session) -> None:
    source = assignment_list(session)

    assert texts(source, "text") == IN_PLAN
    assert ordered(source, "goal", "text", descending=True) == [*IN_PLAN[5::-1], IN_PLAN[6]]


@pytest.mark.usefixtures("nested")
def test_a_part_is_said_to_be_one(session: Session) -> None:
    part = all_rows(assignment_list(session))[2]

    assert part.cells[0].spoken == "del av uppdrag: för barn"


@pytest.mark.usefixtures("nested")
def test_a_filtered_plan_of_assignments_keeps_its_order(session: Session) -> None:
    source = assignment_list(session)
    source.set_filter("stöd")

    assert texts(source, "text") == ["Utveckla stödet", "Se till att stödet räcker"]

    source.set_filter("plan")

    assert texts(source, "text") == ["Ta fram en plan"]


@pytest.mark.usefixtures("nested")
def test_an_assignment_is_shown_with_its_decision_age_and_day(session: Session) -> None:
    rows = all_rows(assignment_list(session, AssignmentView.ALL, TODAY))

    assert [cell.text for cell in rows[6].cells] == [
        *("Ta fram en plan", "2023-04-26 §\u00a064, 686\u00a0dagar", "2025-01-31", "Ej påbörjad")
    ]
    late = rows[6].cells[2]
    assert (late.tone, late.symbol, late.spoken) == (Tone.BAD, "!", "2025-01-31, försenat 40\u00a0dagar")
    assert [cell.text for cell in rows[1].cells[1:]] == ["", "Löpande", "Pågår"]


@pytest.mark.usefixtures("nested")
def test_assignments_sort_by_day_and_status(session: Session) -> None:
    source = assignment_list(session)

    assert ordered(source, "due", "text")[0] == "Ta fram en plan"
    assert ordered(source, "source", "text", descending=True)[0] == "Ta fram en plan"
    assert ordered(source, "status", "status")[-1] == "Pågår"


def decided(text: str, year: int, **fields: object) -> Assignment:
    return Assignment(id=new_id(), text=text, source_date=dt.date(year, 3, 12), **fields)  # type: ignore[arg-type]


@pytest.fixture
def aged(session: Session, example: Example) -> None:
    """Uppdrag of every state; those of the example are gone."""
    for assignment in example.assignments:
        remove(session, assignment)
    insert(
        session,
        decided("nyast", 2025, due_kind=DueKind.DATE, due_on=dt.date(2025, 3, 12)),
        decided("äldst", 2019, due_kind=DueKind.DATE, due_on=dt.date(2025, 3, 11), status=WorkStatus.DELAYED),
        decided("motion i tid", 2024, kind=AssignmentKind.MEMBER_MOTION),
        decided("sen motion", 2023, kind=AssignmentKind.MEMBER_MOTION),
        decided("klart", 2018, due_kind=DueKind.DATE, due_on=dt.date(2018, 6, 1), status=WorkStatus.DONE),
        decided("avfört", 2017, status=WorkStatus.DROPPED),
        decided("ur förra planen", 2016, closed_on=dt.date(2023, 12, 31)),
        Assignment(id=new_id(), text="okänd ålder", report_starts_on=dt.date(2025, 9, 1)),
        decided("kvartalsvis", 2022, report_starts_on=dt.date(2025, 1, 1), report_recurrence="FREQ=MONTHLY;INTERVAL=3"),
    )


@pytest.mark.usefixtures("aged")
@pytest.mark.parametrize(
    ("view", "shown"),
    [
        (AssignmentView.OPEN, ["äldst", "kvartalsvis", "sen motion", "motion i tid", "nyast", "okänd ålder"]),
        (AssignmentView.OVERDUE, ["äldst", "sen motion"]),
        (AssignmentView.TO_REPORT, ["kvartalsvis", "okänd ålder"]),
        (AssignmentView.CLOSED, ["avfört", "klart"]),
    ],
)
def test_a_view_shows_its_own_the_oldest_first(session: Session, view: AssignmentView, shown: list[str]) -> None:
    source = assignment_list(session, view, TODAY)

    assert texts(source, "text") == shown
    assert source.count() == len(shown)
    source.set_filter("motion")
    assert texts(source, "text") == [text for text in shown if "motion" in text]


@pytest.mark.usefixtures("aged")
def test_what_is_to_be_reported_has_its_day_marked_once_it_has_passed(session: Session) -> None:
    source = assignment_list(session, AssignmentView.TO_REPORT, TODAY)
    missed, coming = all_rows(source)

    assert (missed.cells[2].text, missed.cells[2].symbol) == ("2025-01-01", "!")
    assert (coming.cells[2].text, coming.cells[2].symbol) == ("2025-09-01", "")
    assert ordered(source, "due", "text", descending=True) == ["okänd ålder", "kvartalsvis"]


@pytest.mark.usefixtures("aged")
def test_a_motion_has_a_year_and_says_by_which_law(session: Session) -> None:
    rows = {row.cells[0].text: row.cells[2] for row in all_rows(assignment_list(session, AssignmentView.OPEN, TODAY))}

    assert rows["motion i tid"].text == "2025-03-12 KL 5:35"
    assert rows["sen motion"].spoken == "2024-03-12, KL 5:35, försenat 365\u00a0dagar"


@pytest.fixture
def risks(session: Session) -> None:
    """A risk scored twice and one that is not scored."""
    matrix = RiskMatrix(id=new_id(), version=1, name="4 × 4", size=4, definition=write_matrix(FOUR))
    scored = Risk(
        id=new_id(),
        title="Brist på personal",
        category=RiskCategory.OPERATIONS,
        status=RiskStatus.MITIGATED,
    )
    prose = Risk(id=new_id(), position=1, title="", text="Det kan bli\ntorrt.")

    def score(stage: RiskStage, likelihood: int, day: int) -> RiskScore:
        return RiskScore(
            id=new_id(),
            risk_id=scored.id,
            matrix_id=matrix.id,
            stage=stage,
            likelihood=likelihood,
            impact=4,
            scored_on=dt.date(2024, 5, day),
        )

    insert(session, matrix, scored, prose)
    insert(
        session,
        score(RiskStage.INITIAL, 2, 1),
        score(RiskStage.CURRENT, 3, 2),
        score(RiskStage.RESIDUAL, 1, 3),
    )


@pytest.mark.usefixtures("risks")
def test_a_risk_is_shown_with_its_last_value_if_it_has_one(session: Session) -> None:
    scored, prose = all_rows(risk_list(session))

    assert [cell.text for cell in scored.cells] == [*("Brist på personal", "Verksamhet", "12 Hög", "Åtgärdas")]
    assert (scored.cells[2].symbol, scored.cells[2].tone) == ("●", Tone.BAD)
    assert scored.cells[2].spoken == "12 Hög, sannolikhet 3 Stor, konsekvens 4 Allvarlig, nuvarande"
    assert prose.cells[0].text == "Det kan bli torrt."
    assert (prose.cells[2].spoken, prose.cells[2].tone) == ("ej värderad", Tone.MUTED)


@pytest.mark.usefixtures("risks")
def test_the_initial_value_is_shown_while_there_is_no_current_one(session: Session) -> None:
    (current,) = session.all(RiskScore, stage=RiskStage.CURRENT)
    with session.change(Action.DELETE) as change:
        change.delete(current)

    cell = all_rows(risk_list(session))[0].cells[2]

    assert (cell.text, cell.tone) == ("8 Medel", Tone.PARTLY)
    assert cell.spoken.endswith("ursprunglig")


@pytest.mark.usefixtures("risks")
def test_an_older_current_value_holds_over_a_newer_initial_one(session: Session) -> None:
    (initial,) = session.all(RiskScore, stage=RiskStage.INITIAL)
    with session.change(Action.EDIT) as change:
        change.update(replace(initial, scored_on=dt.date(2024, 6, 1)))

    assert texts(risk_list(session), "value")[0] == "12 Hög"


@pytest.mark.usefixtures("risks")
@pytest.mark.parametrize(
    ("definition", "text"), [("{}", "12 (3 × 4)"), (write_matrix(FOUR).replace("Hög", "Svår"), "12 Svår")]
)
def test_a_value_reads_as_its_own_matrix_has_it(session: Session, definition: str, text: str) -> None:
    (matrix,) = session.all(RiskMatrix)
    with session.change(Action.EDIT) as change:
        change.update(replace(matrix, definition=definition))

    assert texts(risk_list(session), "value")[0] == text


@pytest.mark.usefixtures("risks")
def test_a_value_of_an_older_version_says_so(session: Session) -> None:
    insert(session, RiskMatrix(id=new_id(), version=2, name="5 × 5", size=5, definition=write_matrix(FIVE)))

    cell = all_rows(risk_list(session))[0].cells[2]

    assert cell.text == "12 Hög (v1)"
    assert cell.spoken == "12 Hög, matris version 1, sannolikhet 3 Stor, konsekvens 4 Allvarlig, nuvarande"


@pytest.mark.usefixtures("risks")
def test_risks_among_some_are_those_alone(session: Session) -> None:
    prose = session.all(Risk)[1]

    assert texts(risks_among(session, [prose.id]), "title") == ["Det kan bli torrt."]
    assert texts(risks_among(session, []), "title") == []
    assert len(texts(risks_among(session, None), "title")) == 2


@pytest.mark.usefixtures("risks")
def test_risks_sort_by_value_and_those_without_one_come_last(session: Session) -> None:
    source = risk_list(session)

    for descending in (False, True):
        assert ordered(source, "value", "value", descending=descending) == ["12 Hög", ""]
    assert ordered(source, "category", "category") == ["Ej angiven", "Verksamhet"]


def test_legal_entities_keep_the_plans_order_or_sort_by_name(session: Session) -> None:
    insert(
        session,
        LegalEntity(id=new_id(), name="Örn AB", entity_kind="Aktiebolag", responsible_function="Ekonomichefen"),
        LegalEntity(id=new_id(), position=1, name="Ängsförbundet", entity_kind="Kommunalförbund"),
    )
    source = legal_entity_list(session)

    assert [cell.text for cell in all_rows(source)[0].cells] == ["Örn AB", "Aktiebolag", "Ekonomichefen", ""]
    assert ordered(source, "name", "name") == ["Ängsförbundet", "Örn AB"]
