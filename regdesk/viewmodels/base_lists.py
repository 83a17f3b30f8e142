"""The lists that supervision chooses from, free for each organisation, and a template of questions to begin with."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from regdesk.domain.ids import new_id
from regdesk.domain.model import Forum, Perspective, QuestionSet
from regdesk.i18n import _, mark, ngettext
from regdesk.services.editing import add
from regdesk.services.session import Session
from regdesk.services.supervision import questions_of
from regdesk.viewmodels.below import Below, cells_of
from regdesk.viewmodels.rows import Cell, Column
from regdesk.viewmodels.words import one_line

_TITLE: Final = mark("Årsfrågor till bolag")
_SOURCE: Final = mark("Mall i Regdesk, efter kommunallagen 6 kap.")

_QUESTIONS: Final = (
    mark("Vilket är bolagets ändamål, och hur har verksamheten hållit sig till det under året?"),
    mark("Vilka händelser under året har betytt mest för verksamheten?"),
    mark("Hur blev årets ekonomiska resultat, och vad förklarar det?"),
    mark("Hur väl har ägarens mål och ägardirektivets uppdrag nåtts?"),
    mark("Vilka utmaningar och risker väntar de närmaste åren?"),
    mark("Nämnden: Har bolaget hållit sig inom sitt kommunala ändamål och sina befogenheter?"),
    mark("Nämnden: Behöver något göras, till exempel ett förslag till fullmäktige?"),
)
"""Five to the company and two to the board."""


def company_questions() -> QuestionSet:
    """The yearly questions in the present language; not yet in any register."""
    questions = "\n".join(_(question) for question in _QUESTIONS)
    return QuestionSet(id=new_id(), title=_(_TITLE), questions=questions, source=_(_SOURCE))


def add_company_questions(session: Session) -> QuestionSet:
    """Put the template into the register, last among the sets of questions; from then on it is the register's own."""
    return add(session, replace(company_questions(), position=session.repository.count(QuestionSet)))


def _question_cells(_session: Session, questions: QuestionSet) -> tuple[Cell, ...]:
    number = len(questions_of(questions))
    return (
        Cell(text=one_line(questions.title)),
        Cell(text=ngettext("{count} fråga", "{count} frågor", number).format(count=number)),
    )


BASE_LISTS: Final = (
    Below(
        kind=Perspective,
        owner="",
        columns=lambda: (
            Column(key="name", title=_("Perspektiv"), width=1.5),
            Column(key="question", title=_("Fråga"), width=3.0),
        ),
        cells=cells_of(Perspective, lambda _session, each: (Cell(text=each.name), Cell(text=one_line(each.question)))),
        begin=lambda _session, _owner: Perspective(id=new_id(), name=""),
    ),
    Below(
        kind=Forum,
        owner="",
        columns=lambda: (Column(key="name", title=_("Mötesforum")),),
        cells=cells_of(Forum, lambda _session, each: (Cell(text=each.name),)),
        begin=lambda _session, _owner: Forum(id=new_id(), name=""),
    ),
    Below(
        kind=QuestionSet,
        owner="",
        columns=lambda: (
            Column(key="title", title=_("Namn"), width=3.0),
            Column(key="questions", title=_("Frågor"), width=1.0),
        ),
        cells=cells_of(QuestionSet, _question_cells),
        begin=lambda _session, _owner: QuestionSet(id=new_id(), title=""),
    ),
)
"""Perspectives, forums and sets of questions, in the order they are shown."""
