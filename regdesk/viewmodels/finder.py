"""What answers "Hur går det med …?": anything that is found, with how it stands right there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from regdesk.domain.codes import AgendaOutcome, MeetingStatus, RiskStatus, Verdict
from regdesk.domain.model import Activity, Assignment
from regdesk.i18n import _
from regdesk.services.asking import Found, activities_of, assignments_of, found, pressing
from regdesk.services.assignments import LatestReport, latest_reports, next_report_after
from regdesk.services.branches import latest_verdicts
from regdesk.services.secrecy import secrecy_of
from regdesk.services.session import Session
from regdesk.services.work import is_open
from regdesk.viewmodels.counts import percent_text
from regdesk.viewmodels.glance import late_words, report_words
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.rows import Cell, Tone
from regdesk.viewmodels.words import one_line, secret_word, status_cell, verdict_cell, word

MOST: Final = 40
"""How many are shown; who sees no end of them types on."""

_PRESSING: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that was found: what it is called, and its kind and standing in cells that come after one another.

    What is `secret` has a lock before it.
    """

    id: str
    plural: str
    title: str
    parts: tuple[Cell, ...]
    secret: bool = False

    @property
    def spoken(self) -> str:
        """All of it in words."""
        secret = (secret_word(),) if self.secret else ()
        return ", ".join((self.title, *secret, *(part.spoken or part.text for part in self.parts)))


def hits(session: Session, text: str, today: date) -> list[Hit]:
    """What holds the words; before any are typed, what is most pressing."""
    what = found(session, text, MOST) if text.strip() else pressing(session, today, _PRESSING)
    return _Standing(session, what, today).hits()


class _Standing:
    """How some things stand, read for all of them at once."""

    def __init__(self, session: Session, what: Sequence[Found], today: date) -> None:
        self._what, self._today = what, today
        self._assignments = assignments_of(session, what)
        self._activities = activities_of(session, what)
        self._reports = latest_reports(session, self._assignments)
        self._secrecy = secrecy_of(session)
        self._verdicts = latest_verdicts(session, [each.id for each in what])

    def hits(self) -> list[Hit]:
        return [
            Hit(
                id=each.id,
                plural=each.plural,
                title=_title(each),
                parts=(Cell(text=one_of(each.plural), tone=Tone.MUTED), *self._standing(each)),
                secret=self._secrecy.is_secret(each.id),
            )
            for each in self._what
        ]

    def _standing(self, each: Found) -> Iterator[Cell]:
        if each.id in self._assignments:
            yield from self._of_assignment(self._assignments[each.id], self._reports.get(each.id))
        elif each.id in self._activities:
            yield from self._of_activity(self._activities[each.id])
        elif each.code and (told := _word(each)):
            yield Cell(text=told)
        yield from self._judged(each)

    def _of_assignment(self, assignment: Assignment, report: LatestReport | None) -> Iterator[Cell]:
        yield status_cell(assignment.status)
        yield from _late(late_words(assignment, self._today))
        if report:
            yield Cell(text=f"{report_words(report)}: {one_line(report.text)}")
        planned = next_report_after(assignment, report.reported_on if report else None)
        if planned and is_open(assignment):
            yield from self._to_report(planned)

    def _to_report(self, day: date) -> Iterator[Cell]:
        if day < self._today:
            yield from _late(_("skulle ha rapporterats {date}").format(date=day))
        else:
            yield Cell(text=_("rapporteras {date}").format(date=day))

    def _of_activity(self, activity: Activity) -> Iterator[Cell]:
        yield status_cell(activity.status)
        if activity.progress is not None:
            yield Cell(text=percent_text(activity.progress))
        yield from _late(late_words(activity, self._today))

    def _judged(self, each: Found) -> Iterator[Cell]:
        """The verdict in force; that there is none is told of indicators, which all get one."""
        verdict: Verdict | None = self._verdicts.get(each.id)
        if verdict is not None or each.plural == "indicators":
            yield verdict_cell(verdict)


def _late(words: str) -> Iterator[Cell]:
    if words:
        yield Cell(text=words, symbol="!", tone=Tone.BAD)


def _title(each: Found) -> str:
    return one_line(f"{each.number} {each.title}")


def _word(each: Found) -> str:
    match each.plural:
        case "risks":
            return word(RiskStatus(each.code))
        case "meetings":
            return word(MeetingStatus(each.code))
        case "agenda_items" if each.code != AgendaOutcome.OPEN:
            return word(AgendaOutcome(each.code))
        case "legal_entities":
            return one_line(each.code)
    return ""
