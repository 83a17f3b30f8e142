"""Several boards' registers read side by side: how many there are of each thing, and nothing weighed together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from regdesk.domain.codes import Verdict
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.domain.risk_matrix import read_matrix
from regdesk.services.preferences import preference, set_preference
from regdesk.services.session import Session
from regdesk.store.history import Head, head
from regdesk.store.reading import reading, version_of
from regdesk.store.repository import Repository

Verdicts = Mapping[Verdict | None, int]
"""How many have each verdict; None counts those that nobody has assessed."""

_CHOSEN: Final = "supervision.registers"

_ITEMS: Final[Mapping[str, str]] = {
    "goals": "SELECT id FROM goals",
    "interim_goals": "SELECT id FROM interim_goals",
    "indicators": "SELECT id FROM indicators",
    "cluster_parameters": "SELECT id FROM cluster_parameters",
    "activities": "SELECT id FROM activities",
    "assignments": "SELECT id FROM assignments",
}

_CLOSED: Final = """
    SELECT id FROM goals WHERE closed_on IS NOT NULL UNION ALL
    SELECT id FROM indicators WHERE closed_on IS NOT NULL UNION ALL
    SELECT id FROM activities WHERE closed_on IS NOT NULL UNION ALL
    SELECT id FROM assignments WHERE closed_on IS NOT NULL
"""
"""What belonged to an earlier plan; a register of the first version knows of none."""

_VERDICTS: Final = """
    SELECT item_id, verdict FROM assessments
    WHERE NOT EXISTS (SELECT 1 FROM assessments AS newer WHERE newer.supersedes_id = assessments.id)
    ORDER BY recorded_at, id
"""

_OVERDUE: Final = "SELECT id FROM assignments WHERE due_on < ? AND status NOT IN ('done', 'dropped')"

_SCORES: Final = """
    SELECT risk_scores.risk_id, likelihood, impact, definition
    FROM risk_scores JOIN risk_matrices ON risk_matrices.id = matrix_id JOIN risks ON risks.id = risk_id
    WHERE stage <> 'residual' AND risks.status <> 'closed'
    ORDER BY scored_on, risk_scores.id
"""

_ABOUT: Final = """
    SELECT organisation, plan_title, period_start, period_end, bodies.name AS board
    FROM registers JOIN bodies ON bodies.id = board_id
"""

FOLLOWED_UP: Final = ("indicators", "interim_goals", "activities")
"""The plurals of what a plan is followed up by; clusters are among the indicators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardState:
    """What a register says of its board. `verdicts` are those in force, by the plural of what was assessed."""

    path: Path
    organisation: str
    board: str
    plan: str
    period: tuple[int | None, int | None]
    goals: int
    verdicts: Mapping[str, Verdicts]
    overdue: int
    red_risks: int
    last_meeting: date | None
    head: Head
    saved_at: datetime
    version: int

    def followed_up(self) -> Verdicts:
        """How many of what a plan is followed up by have each verdict."""
        return sum((Counter(self.verdicts[plural]) for plural in FOLLOWED_UP), Counter[Verdict | None]())


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRead:
    """A file that was to be read: what it says, or what was wrong with it."""

    path: Path
    state: BoardState | None = None
    problem: Problem | None = None


def read_boards(
    paths: Sequence[Path], today: date, progress: Callable[[int, int], object] = lambda _done, _total: None
) -> list[BoardRead]:
    """Every register, one after the other; one that cannot be read stops no other."""
    found = []
    for place, path in enumerate(paths):
        progress(place, len(paths))
        found.append(_tried(path, today))
    progress(len(paths), len(paths))
    return found


def read_board(path: Path, today: date) -> BoardState:
    """What the register at `path` says on a day. The file is not changed. Raises what `store.reading` raises."""
    with reading(path) as repository:
        about = repository.rows(_ABOUT)
        if not about:
            raise Problem(ProblemKind.REGISTER_DAMAGED)
        verdicts = _verdicts(repository)
        return BoardState(
            path=path,
            organisation=about[0]["organisation"],
            board=about[0]["board"],
            plan=about[0]["plan_title"],
            period=(about[0]["period_start"], about[0]["period_end"]),
            goals=sum(verdicts["goals"].values()),
            verdicts=verdicts,
            overdue=len(_ids(repository, _OVERDUE, today.isoformat()) - _closed(repository)),
            red_risks=_red_risks(repository),
            last_meeting=_last_meeting(repository, today),
            head=head(repository),
            saved_at=_saved_at(path),
            version=version_of(repository),
        )


# Which registers


def boards_of(session: Session) -> list[Path]:
    """The files that are read into the overview, in the order they were chosen."""
    found = preference(session, _CHOSEN)
    names = [name for name in found if isinstance(name, str)] if isinstance(found, list) else []
    return [session.path.parent / name for name in names]


def choose_boards(session: Session, paths: Iterable[Path]) -> None:
    """Remember which files are read; each once, and one that lies beside the register by its name alone."""
    names = dict.fromkeys(_name(session.path.parent, path) for path in paths)
    set_preference(session, _CHOSEN, list(names))


def _name(folder: Path, path: Path) -> str:
    """A file in the register's own folder is found there wherever the folder goes."""
    whole, home = path.absolute(), folder.absolute()
    return whole.relative_to(home).as_posix() if whole.is_relative_to(home) else whole.as_posix()


# What is read


def _tried(path: Path, today: date) -> BoardRead:
    try:
        return BoardRead(path=path, state=read_board(path, today))
    except Problem as problem:
        return BoardRead(path=path, problem=problem)


def _verdicts(repository: Repository) -> dict[str, Verdicts]:
    latest = {row[0]: Verdict(row[1]) for row in repository.rows(_VERDICTS)}
    closed = _closed(repository)
    return {
        plural: Counter(latest.get(item_id) for item_id in _ids(repository, statement) - closed)
        for plural, statement in _ITEMS.items()
    }


def _closed(repository: Repository) -> set[str]:
    return _ids(repository, _CLOSED) if version_of(repository) > 1 else set()


def _red_risks(repository: Repository) -> int:
    """Open risks whose latest score lies in a cell of the matrix's highest level."""
    latest = {row["risk_id"]: row for row in repository.rows(_SCORES)}
    return sum(is_highest(row["definition"], row["likelihood"], row["impact"]) for row in latest.values())


def is_highest(definition: str, likelihood: int, impact: int) -> bool:
    """Whether a cell of a matrix has its highest level; a definition that does not say so has no such cell."""
    try:
        matrix = read_matrix(definition)
    except Problem:
        return False
    return matrix.holds(likelihood, impact) and matrix.level(likelihood, impact) is matrix.levels[-1]


def _last_meeting(repository: Repository, today: date) -> date | None:
    found = repository.rows("SELECT max(date) FROM meetings WHERE date <= ?", (today.isoformat(),))[0][0]
    return date.fromisoformat(found) if found else None


def _saved_at(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise Problem(ProblemKind.REGISTER_UNREADABLE, path=path) from error


def _ids(repository: Repository, statement: str, *values: str) -> set[str]:
    return {row[0] for row in repository.rows(statement, values)}
