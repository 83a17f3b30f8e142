"""Which verdicts and words a follow-up shows: those of a meeting, of a period, or the newest of all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from regdesk.domain.model import AgendaItem, Assessment, Body, Comment, Meeting
from regdesk.i18n import _
from regdesk.services.assessing import assessments_at, assessments_for, latest_assessments
from regdesk.services.session import Session
from regdesk.services.trends import verdicts_before
from regdesk.viewmodels.edition import Disclosure
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up_parts import Assessed
from regdesk.viewmodels.labels import decision_label
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.verdict_trends import trend_words
from regdesk.viewmodels.words import verdict_cell, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """What is said of each item, by its id.

    `decided` are the decisions of meetings, once each and a board's in the order of their days; a board that made them
    all is named once. `loose` are the days of those outside meetings; `notes` say which one each verdict comes from,
    where they are more than one. `before` are the verdicts of the time before. What `disclosure` withholds is not among
    them.
    """

    assessments: Mapping[str, Assessment]
    before: Mapping[str, Assessment]
    comments: Mapping[str, Sequence[Comment]]
    notes: Mapping[str, str]
    decided: tuple[str, ...]
    loose: tuple[str, ...]
    disclosure: Disclosure

    @classmethod
    def none(cls, disclosure: Disclosure) -> Verdicts:
        """Nothing assessed and nothing said, for what is still to be filled in."""
        return cls(assessments={}, before={}, comments={}, notes={}, decided=(), loose=(), disclosure=disclosure)

    @classmethod
    def read(cls, request: SheetRequest, items: Collection[str]) -> Verdicts:
        """What is said of `items`: for the period, at the meeting, or without either the newest of each.

        Raises Problem(ROW_MISSING) for an unknown meeting.
        """
        session, period_id, disclosure = request.session, request.period_id, request.disclosure
        meeting = session.get(Meeting, request.meeting_id) if request.meeting_id else None
        given = _assessments(session, meeting, period_id).values()
        found = disclosure.shown(assessment for assessment in given if assessment.item_id in items)
        assessments = {assessment.item_id: assessment for assessment in found}
        comments = disclosure.shown(comments_of(session, disclosure))
        decisions = _decisions(session, assessments.values())
        bound = {decisions[item_id] for item_id, each in assessments.items() if each.meeting_id}
        loose = {decisions[item_id] for item_id, each in assessments.items() if not each.meeting_id}
        return cls(
            assessments=assessments,
            before=verdicts_before(session, assessments),
            comments=comments_by_item(comment for comment in comments if _is_meant(comment, meeting, period_id)),
            notes=_notes(session, assessments.values()) if len(bound | loose) > 1 else {},
            decided=_named_once(session, sorted(bound), [each for each in assessments.values() if each.meeting_id]),
            loose=tuple(sorted(loose)),
            disclosure=disclosure,
        )

    def of(self, item_id: str) -> Assessed:
        """What an item was assessed as, which may be nothing yet."""
        found = self.assessments.get(item_id)
        justification = found.justification.strip() if found else ""
        return Assessed(
            verdict=found.verdict if found else None,
            cell=verdict_cell(found.verdict if found else None),
            decided=self.notes.get(item_id, ""),
            trend=self._trend(found) if found and self.before else "",
            remarks=((Fact(label="", text=justification),) if justification else ()) + self._remarks(item_id),
        )

    def changes(self) -> set[str]:
        """The first signs of all that is told of how verdicts have changed."""
        return {self._trend(each)[:1] for each in self.assessments.values()} if self.before else set()

    def _trend(self, now: Assessment) -> str:
        """Nothing is told of a verdict that is withheld, not even that there was one."""
        before = self.before.get(now.item_id)
        if before and self.disclosure.withholds(before.id):
            return ""
        return trend_words(now.verdict, before.verdict if before else None)

    def _remarks(self, item_id: str) -> tuple[Fact, ...]:
        """What administration, board and unions say, kept apart by their labels."""
        comments = self.comments.get(item_id, ())
        return tuple(Fact(label=said_by(comment), text=comment.text.strip()) for comment in comments)


def comments_of(session: Session, disclosure: Disclosure) -> list[Comment]:
    """What the parties say, oldest first; what is said for the inside stays out of a public edition."""
    comments = session.all(Comment, "recorded_at, id")
    return [each for each in comments if not each.internal] if disclosure.is_public else comments


def said_by(comment: Comment) -> str:
    """Which party says it, and that it is for the inside where it is."""
    party = word(comment.party)
    return _("{party}, internt").format(party=party) if comment.internal else party


def _assessments(session: Session, meeting: Meeting | None, period_id: str | None) -> dict[str, Assessment]:
    if period_id:
        return assessments_for(session, period_id)
    return assessments_at(session, meeting) if meeting else latest_assessments(session)


def _is_meant(comment: Comment, meeting: Meeting | None, period_id: str | None) -> bool:
    """Whether a comment belongs to the meeting or the period; one that is tied to neither belongs to all."""
    tied = {comment.meeting_id, comment.period_id} - {None}
    meant = {meeting.id, meeting.period_id, period_id} - {None} if meeting else {period_id} - {None}
    return not tied or not meant or bool(tied & meant)


def comments_by_item(comments: Iterable[Comment]) -> dict[str, list[Comment]]:
    """The comments of each item, in their order."""
    found: dict[str, list[Comment]] = {}
    for comment in comments:
        found.setdefault(comment.item_id, []).append(comment)
    return found


def _notes(session: Session, assessments: Collection[Assessment]) -> dict[str, str]:
    """By item: where it was decided, in short when one and the same board decided all."""
    return _decisions(session, assessments, named=len({each.decided_by_id for each in assessments}) > 1)


def _named_once(session: Session, decided: Sequence[str], given: Sequence[Assessment]) -> tuple[str, ...]:
    """`Regionstyrelsen 2024-09-12 § 64`, then `2024-11-21 § 80`, where one and the same board decided all."""
    if len({each.decided_by_id for each in given}) > 1:
        return tuple(decided)
    full, short = _decisions(session, given), _decisions(session, given, named=False)
    shortened = {full[item_id]: short[item_id] for item_id in full}
    return (*decided[:1], *(shortened[each] for each in decided[1:]))


def _decisions(session: Session, assessments: Iterable[Assessment], *, named: bool = True) -> dict[str, str]:
    """By item: `Regionstyrelsen 2024-09-12 § 64`, or the day it was recorded when no meeting decided it."""
    meetings = {meeting.id: meeting for meeting in session.all(Meeting)}
    bodies = {body.id: body.name for body in session.all(Body)} if named else {}
    sections = {item.id: item.section_no for item in session.all(AgendaItem)}  # set, perhaps, after the verdict

    def label(each: Assessment) -> str:
        body, meeting = bodies.get(each.decided_by_id or "", ""), meetings.get(each.meeting_id or "")
        section = each.section_no or sections.get(each.agenda_item_id or "", "")
        return decision_label(body, meeting, section) or each.recorded_at.date().isoformat()

    return {each.item_id: label(each) for each in assessments}
