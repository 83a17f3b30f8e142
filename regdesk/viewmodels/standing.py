"""How a meeting stands: what it shall assess and the verdicts in force, in memory and in step with the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from regdesk.domain.model import AgendaItem, Assessment, Meeting
from regdesk.services.assessing import assessments_at, current_assessment
from regdesk.services.secrecy import secrecy_of
from regdesk.services.session import Session
from regdesk.services.tasks import TaskLine, task_lines
from regdesk.viewmodels.edition import withheld, withheld_line
from regdesk.viewmodels.labels import parameter_name, section_label
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.words import one_line, verdict_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A line of the list beside the card; `level` 1 is a parameter of the cluster that is named with it."""

    index: int
    item_id: str
    section: str
    title: str
    level: int
    cluster: str
    cell: Cell


class Standing:
    """Read once; afterwards a verdict costs one small query, however many there are."""

    def __init__(self, session: Session, meeting_id: str) -> None:
        self._session = session
        self.meeting = session.get(Meeting, meeting_id)
        self.lines = task_lines(session, meeting_id)
        self._agenda = {item.id: item for item in session.all(AgendaItem, meeting_id=meeting_id)}
        self._titles = _titles(self.lines)
        self._clusters = {line.item_id: one_line(line.title) for line in self.lines if line.kind == "indicator"}
        self._assessments = assessments_at(session, self.meeting)
        self._times = Counter(line.item_id for line in self.lines)
        self._done = sum(times for item_id, times in self._times.items() if item_id in self._assessments)

    @property
    def total(self) -> int:
        return len(self.lines)

    @property
    def done(self) -> int:
        """How many have a verdict."""
        return self._done

    def assessment(self, item_id: str) -> Assessment | None:
        """The one in force at this meeting or for its period."""
        return self._assessments.get(item_id)

    def cell(self, item_id: str) -> Cell:
        """The verdict in force as word, symbol and tone."""
        known = self._assessments.get(item_id)
        return verdict_cell(known.verdict if known else None)

    def row(self, index: int) -> TaskRow:
        """One line of the list beside the card."""
        line = self.lines[index]
        locked = bool(self.lock(line))
        return TaskRow(
            index=index,
            item_id=line.item_id,
            section=self.section(line),
            title=withheld() if locked else self._titles[index],
            level=0 if line.cluster_id is None else 1,
            cluster="" if locked else self._clusters.get(line.cluster_id or "", ""),
            cell=Cell(text="") if locked else self.cell(line.item_id),
        )

    def lock(self, line: TaskLine) -> str:
        """What the marking says of something secret, or taken up under a secret item; else nothing."""
        secrecy = secrecy_of(self._session)
        marking = secrecy.marking_of(line.item_id) or secrecy.marking_of(line.agenda_item_id)
        return withheld_line(marking) if marking else ""

    def section(self, line: TaskLine) -> str:
        """`§ 64`, or nothing while it is not set."""
        return section_label(self._agenda[line.agenda_item_id].section_no)

    def agenda_title(self, line: TaskLine, *, shown: bool = False) -> str:
        """What the item of the agenda is called; nothing of a secret one unless it is to be `shown`."""
        if not shown and secrecy_of(self._session).is_secret(line.agenda_item_id):
            return withheld()
        return one_line(self._agenda[line.agenda_item_id].title)

    def place_of(self, item_id: str) -> int | None:
        """Where an item stands, from 0; None when the meeting does not assess it."""
        return next((index for index, line in enumerate(self.lines) if line.item_id == item_id), None)

    def unassessed(self, places: Iterable[int]) -> int | None:
        """The first of some places that has no verdict."""
        return next((place for place in places if self.lines[place].item_id not in self._assessments), None)

    def follow(self, assessment_id: str) -> str | None:
        """Take in that a verdict came, changed or was taken back; gives the id of what it concerned."""
        item_id = self._item_of(assessment_id)
        if item_id is None:
            return None
        now = current_assessment(self._session, item_id, period_id=self.meeting.period_id, meeting_id=self.meeting.id)
        before = self._assessments.pop(item_id, None)
        if now:
            self._assessments[item_id] = now
        self._done += (bool(now) - bool(before)) * self._times[item_id]
        return item_id

    def _item_of(self, assessment_id: str) -> str | None:
        """What an assessment is of, also when it has just been taken back and is known from here alone."""
        stored = self._session.all(Assessment, id=assessment_id)
        known = (each for each in stored or self._assessments.values() if each.id == assessment_id)
        return next((each.item_id for each in known), None)


def _titles(lines: Iterable[TaskLine]) -> list[str]:
    """What each line is called; a parameter without a name by its number within the cluster."""
    seen: Counter[tuple[str, str]] = Counter()
    titles = []
    for line in lines:
        if line.cluster_id is None:
            titles.append(one_line(line.title))
        else:
            seen[line.agenda_item_id, line.cluster_id] += 1
            titles.append(parameter_name(line.title, seen[line.agenda_item_id, line.cluster_id]))
    return titles
