"""The three real plans, read and written: the counts that their authors' tables and lists have, nothing lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from regdesk.domain.codes import AssignmentRole, LevelKind, LinkKind, TableKind, ValueKind, ValueState
from regdesk.domain.model import (
    Activity,
    Assessment,
    Assignment,
    Attachment,
    ClusterParameter,
    Duty,
    Footnote,
    Foundation,
    Goal,
    GoalState,
    GoverningDocument,
    Indicator,
    InterimGoal,
    LegalEntity,
    Level,
    Link,
    Risk,
    Section,
    Value,
    ValuePart,
)
from regdesk.domain.models import MODELS
from regdesk.exchange.word.reader import read_document
from regdesk.exchange.word.recognise import recognise
from regdesk.exchange.writing import write_proposal
from regdesk.services.outline import Outline
from regdesk.services.registers import NewRegister, check_register, create_register
from regdesk.services.rolling import Roll, next_target_years, roll_plan
from regdesk.services.session import Session
from regdesk.services.versions import differences, snapshot_of, version_snapshot, versions_of

VASTERNORRLAND = ("verksamhetsplan-rs-vasternorrland-2024-2026.docx", "goal_areas")
VASTERBOTTEN = ("strategiska-omraden-vasterbotten-2026.docx", "strategic_areas")
VARMLAND = ("effektmal-varmland-2023.docx", "outcome_goals")


@pytest.fixture
def session(tmp_path: Path, shared_documents: Path, request: pytest.FixtureRequest) -> Iterator[Session]:
    """A register with the plan that the test names, just imported."""
    name, model = request.param
    path = tmp_path / "plan.regdesk"
    create_register(
        path,
        NewRegister(
            organisation="Region Exempel",
            board="Regionstyrelsen",
            period_start=2024,
            period_end=2026,
            model=MODELS[model],
        ),
    )
    with Session.open(path) as opened:
        write_proposal(opened, recognise(read_document(shared_documents / name)))
        yield opened
        check_register(opened)


def _by_level(session: Session) -> Counter[LevelKind]:
    levels = {level.id: level.kind for level in session.all(Level)}
    return Counter(levels[goal.level_id] for goal in session.all(Goal))


def _by_kind(session: Session) -> Counter[LinkKind]:
    return Counter(link.kind for link in session.all(Link))


def _cells(path: Path) -> list[str]:
    """The value cells of a plan's quantitative tables as Word has them."""
    tables = [table for table in docx.Document(str(path)).tables if len(table.columns) == 5]
    return [cell.text for table in tables for row in table.rows[1:] for cell in row.cells[1:]]


@pytest.mark.parametrize("session", [VASTERNORRLAND], indirect=True)
def test_goals_with_indicators_and_assignments(session: Session, shared_documents: Path) -> None:
    assert _by_level(session) == {LevelKind.GOAL_AREA: 3, LevelKind.GOAL: 6}
    kinds = Counter(indicator.table_kind for indicator in session.all(Indicator))
    assert kinds == {TableKind.QUANTITATIVE: 12, TableKind.QUALITATIVE: 5}
    assert sum(indicator.is_cluster for indicator in session.all(Indicator)) == 7
    assert len(session.all(ClusterParameter)) == 23
    roles = Counter(assignment.role for assignment in session.all(Assignment))
    assert roles == {AssignmentRole.LEAD_AND_COORDINATE: 34, AssignmentRole.BOARD_FOR_ADMINISTRATION: 10}
    assert len(session.all(LegalEntity)) == 5
    assert len(session.all(Duty)) == 17
    assert session.all(Assessment, "id") == []
    values = session.all(Value)
    assert Counter(value.raw for value in values) == Counter(_cells(shared_documents / VASTERNORRLAND[0]))
    assert len(values) == 48
    assert Counter(value.state for value in values)[ValueState.BLANK] == 8
    assert sum(part.org_unit_id is not None for part in session.all(ValuePart)) == 16


@pytest.mark.parametrize("session", [VASTERNORRLAND], indirect=True)
def test_attachments_footnotes_and_risks(session: Session) -> None:
    assert [each.included_in_decision for each in session.all(Attachment)] == [True, False, False]
    footnotes = session.all(Footnote)
    assert len(footnotes) == 8
    assert all(footnote.text and footnote.item_id for footnote in footnotes)
    assert len(session.all(Risk)) == 4
    (chapter,) = [section for section in session.all(Section) if "riskbedömning" in section.heading.casefold()]
    assert "Övergripande" in chapter.text


@pytest.mark.parametrize("session", [VASTERNORRLAND], indirect=True)
def test_the_sub_indexes_stand_under_their_total_in_another_goal(session: Session) -> None:
    indicators = {indicator.id: indicator for indicator in session.all(Indicator)}
    children = [indicator for indicator in indicators.values() if indicator.parent_id]
    assert len(children) == 3
    assert {indicators[child.parent_id or ""].goal_id for child in children} != {child.goal_id for child in children}


@pytest.mark.parametrize("session", [VASTERBOTTEN], indirect=True)
def test_areas_with_states_and_activities(session: Session) -> None:
    assert _by_level(session) == {LevelKind.STRATEGIC_AREA: 6}
    assert len(session.all(InterimGoal)) == 6
    assert len(session.all(Activity)) == 19
    assert Counter((state.kind.value, state.year) for state in session.all(GoalState)) == {
        ("current", 2024): 6,
        ("desired", 2027): 6,
    }
    assert _by_kind(session) == {LinkKind.REGIONAL_GOAL: 14, LinkKind.STRATEGY: 22, LinkKind.FOUNDATION: 12}
    links = [link for link in session.all(Link) if link.kind is LinkKind.STRATEGY]
    assert len({link.raw for link in links}) == 13
    assert len(session.all(GoverningDocument)) == 12
    assert len(session.all(Foundation)) == 6


@pytest.mark.parametrize("session", [VARMLAND], indirect=True)
def test_outcome_goals_with_boards_and_agenda_2030(session: Session) -> None:
    assert _by_level(session) == {LevelKind.OUTCOME_GOAL: 4, LevelKind.SUB_AREA: 4}
    assert _by_kind(session) == {LinkKind.BOARD: 16, LinkKind.AGENDA_2030: 27}
    for kind, distinct in ((LinkKind.BOARD, 8), (LinkKind.AGENDA_2030, 13)):
        assert len({link.target_id for link in session.all(Link) if link.kind is kind}) == distinct


@pytest.mark.parametrize("session", [VASTERNORRLAND, VASTERBOTTEN, VARMLAND], indirect=True)
def test_one_undo_takes_the_plan_back(session: Session) -> None:
    session.undo()
    assert session.all(Goal) == []
    assert session.all(Section) == []
    assert session.all(Link) == []


@pytest.mark.parametrize("name", [VASTERNORRLAND[0], VASTERBOTTEN[0], VARMLAND[0]])
def test_every_block_is_in_the_tree_or_told_of(shared_documents: Path, name: str) -> None:
    proposal = recognise(read_document(shared_documents / name))
    assert proposal.missing() == frozenset()
    assert proposal.repeated() == frozenset()


@pytest.mark.parametrize("session", [VASTERNORRLAND, VASTERBOTTEN, VARMLAND], indirect=True)
def test_a_plan_goes_on_to_its_next_period_and_back(session: Session) -> None:
    before = snapshot_of(session)
    years = next_target_years(session, 2027)
    roll_plan(session, Roll(start=2027, end=2029, target_years=years, years="2027–2029"), date(2026, 12, 1))
    kept = version_snapshot(session, versions_of(session)[0])
    assert differences(before, kept) == []
    assert {each.field for each in differences(kept, snapshot_of(session))} == {"period_start", "period_end"}
    assert len(Outline.read(session).goals) == len(session.all(Goal))
    assert not [each for each in Outline.read(session).columns if each.kind is ValueKind.TARGET and each.year == 2024]
    check_register(session)
    session.undo()
    assert snapshot_of(session) == before
