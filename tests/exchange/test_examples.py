"""The shipped examples: each builds, is sound, says that it is made up, and is written as Swedish is printed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from regdesk.domain.codes import MeetingStatus, RiskStage, ValueState
from regdesk.domain.model import (
    RECORDS,
    Activity,
    AgendaItem,
    Assessment,
    Assignment,
    Attachment,
    DeadlineRule,
    Goal,
    Indicator,
    LegalEntity,
    Meeting,
    Risk,
    RiskScore,
    Value,
    plural_of,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.examples.build import build_example
from regdesk.paths import data_folder
from regdesk.services.registers import check_register, opened, register_of
from regdesk.services.session import Session

FILES = sorted((data_folder("resources") / "examples").glob("*.toml"))
NAMES = [path.stem for path in FILES]
SHARED = Path(__file__).resolve().parents[3] / "shared"
SHINGLE = 8


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every example, built once."""
    folder = tmp_path_factory.mktemp("examples")
    made = {path.stem: folder / f"{path.stem}.regdesk" for path in FILES}
    for path in FILES:
        build_example(path, made[path.stem], "Testaren")
    return made


@pytest.fixture
def richest(registers: dict[str, Path]) -> Iterator[Session]:
    with opened(registers["goal_areas"], "Testaren") as session:
        yield session


def texts(value: object) -> Iterator[str]:
    """Every text in a file, whatever it stands in, but for what people type in cells and the program's own codes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in {"values", "frames", "key", "recurrence", "report_recurrence"}:
                yield from texts(each)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def shingles(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[start : start + SHINGLE]) for start in range(len(found) - SHINGLE + 1)}


@pytest.mark.parametrize("name", NAMES)
def test_it_builds_in_steps_and_every_row_is_as_the_history_says(registers: dict[str, Path], name: str) -> None:
    with opened(registers[name]) as session:
        check_register(session)
        assert len(session.lines(limit=1000)) > 20
        assert all(session.repository.count(kind) for kind in (Goal, Meeting, Assessment, Risk, Assignment))


@pytest.mark.parametrize("name", NAMES)
def test_it_says_that_it_is_made_up(registers: dict[str, Path], name: str) -> None:
    with opened(registers[name]) as session:
        register = register_of(session)
    assert "(exempeldata)" in register.organisation
    assert "(exempeldata)" in register.plan_title
    assert register.model == name


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_texts_have_the_signs_that_swedish_is_printed_with(path: Path) -> None:
    for text in texts(tomllib.loads(path.read_text(encoding="utf-8"))):
        assert not re.search("[\"'“»]|\\.\\.\\.| - ", text), text
        assert not re.search("§(?![\u00a0§ ]|$)|§ \\d|\\d (%|mnkr|tkr|§)", text), text
        assert not re.search(r"\b20\d\d-20\d\d\b", text), text


def test_every_kind_of_record_with_a_place_in_the_plan_is_in_the_richest(richest: Session) -> None:
    missing = {plural for plural, kind in RECORDS.items() if not richest.repository.count(kind)}
    # What comes of reading a file, of printing, or of another example.
    assert missing <= {"imports", "printed_sheets", "interim_goals"}


def test_the_richest_is_large_enough_to_fill_every_page(richest: Session) -> None:
    counts = {plural_of(kind): richest.repository.count(kind) for kind in (Indicator, Assignment, Risk, LegalEntity)}
    assert counts["indicators"] >= 20
    assert counts["assignments"] >= 30
    assert counts["risks"] == 8
    assert counts["legal_entities"] == 5
    assert {meeting.status for meeting in richest.all(Meeting)} == set(MeetingStatus)
    assert {score.stage for score in richest.all(RiskScore, "id")} == set(RiskStage)


def test_every_way_of_holding_a_value_occurs(richest: Session) -> None:
    assert {value.state for value in richest.all(Value, "id")} >= set(ValueState) - {ValueState.TEXT}
    raws = {value.raw for value in richest.all(Value, "id")}
    assert {"67 % ", "K 62, M 57", "REX 78, RK 76", ">75", "Ja Ja", "-", "Ska utarbetas", "senast 2027"} <= raws
    assert not [value.raw for value in richest.all(Value, "id") if value.state is ValueState.TEXT]


def test_a_closed_meeting_was_held_and_its_verdicts_have_their_paragraph(richest: Session) -> None:
    meeting = next(each for each in richest.all(Meeting) if each.status is MeetingStatus.CLOSED)
    given = richest.all(Assessment, "id", meeting_id=meeting.id)
    assert len(given) > 30
    assert {each.section_no for each in given} == {"13"}
    assert {each.recorded_at.date() for each in given} == {meeting.date}
    assert meeting.closed_at is not None
    assert all(item.decision for item in richest.all(AgendaItem, meeting_id=meeting.id))


def test_attached_files_are_in_the_register(richest: Session) -> None:
    kept = [each for each in richest.all(Attachment) if each.sha256]
    assert {each.media_type for each in kept} == {"application/pdf", "image/png", "text/plain"}
    assert all(len(richest.repository.blob(str(each.sha256))) == each.size for each in kept)


def test_the_second_goes_from_one_state_to_another(registers: dict[str, Path]) -> None:
    with opened(registers["strategic_areas"]) as session:
        assert session.repository.count(Goal) == 6
        assert session.repository.count(Activity) == 19


def test_the_third_has_result_goals_below_sub_areas(registers: dict[str, Path]) -> None:
    with opened(registers["outcome_goals"]) as session:
        by_id = {goal.id: goal for goal in session.all(Goal)}
    deepest = [goal for goal in by_id.values() if goal.parent_id and by_id[goal.parent_id].parent_id]
    assert len(deepest) == 8


def test_rules_of_the_boards_own_come_after_the_usual_ones(richest: Session) -> None:
    assert [rule.title for rule in richest.all(DeadlineRule)][-2:] == [
        "Förslag till beslut lämnas till arbetsutskottet",
        "Nämnderna lämnar sitt underlag till uppföljningen",
    ]


def test_what_exists_is_not_written_over(tmp_path: Path) -> None:
    target = tmp_path / "finns.regdesk"
    target.write_bytes(b"annat")
    with pytest.raises(Problem) as refused:
        build_example(FILES[0], target)
    assert refused.value.kind is ProblemKind.REGISTER_EXISTS
    assert target.read_bytes() == b"annat"


def test_a_register_that_did_not_become_whole_is_taken_away(tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            raise Problem(ProblemKind.CANCELLED)

    with pytest.raises(Problem):
        build_example(FILES[0], tmp_path / "halvt.regdesk", tell=stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason=f"no texts to compare with in {SHARED}")
@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_no_sentence_is_taken_from_a_real_plan(path: Path) -> None:
    real: set[tuple[str, ...]] = set()
    for each in (SHARED / "seeds").glob("*.txt"):
        real |= shingles(each.read_text(encoding="utf-8"))
    assert real
    own = {text: shingles(text) & real for text in texts(tomllib.loads(path.read_text(encoding="utf-8")))}
    assert not {text: shared for text, shared in own.items() if shared}
