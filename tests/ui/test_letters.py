"""No form, dialog or page of sheets has one letter (Alt and an underlined letter) for two things, in any language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, Record, Risk, RiskMatrix
from regdesk.domain.risk_matrix import LevelTone, Matrix, MatrixLevel, ScaleStep, write_matrix
from regdesk.i18n import LANGUAGES, Language, _, set_language
from regdesk.services.editing import add
from regdesk.services.meetings import add_agenda_item, add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.sheets.kinds import SHEETS
from regdesk.ui.context import Context
from regdesk.ui.dialogs.agenda_templates import TemplatesDialog
from regdesk.ui.dialogs.base_lists import BaseListsDialog
from regdesk.ui.dialogs.comment import CommentDialog
from regdesk.ui.dialogs.example import ExampleDialog
from regdesk.ui.dialogs.look import LookDialog
from regdesk.ui.dialogs.meeting import NewItemDialog, NewMeetingDialog
from regdesk.ui.dialogs.new_register import NewRegisterDialog
from regdesk.ui.dialogs.prints import PrintsDialog
from regdesk.ui.dialogs.recurrence import RecurrenceDialog
from regdesk.ui.dialogs.report import ReportDialog
from regdesk.ui.dialogs.risk_matrix import MatrixDialog
from regdesk.ui.dialogs.risk_score import ScoreDialog
from regdesk.ui.dialogs.roll import RollDialog
from regdesk.ui.dialogs.sheet_text import SheetTextDialog
from regdesk.ui.dialogs.subjects import SubjectsDialog
from regdesk.ui.pages.sheets.page import SheetsPage
from regdesk.ui.shell import Shell
from regdesk.viewmodels.form_fields import FIELDS
from tests.registers import open_example

DAY: Final = date(2024, 5, 14)
Make = Callable[[Context, QWidget], QDialog]


def letter_of(text: str) -> str:
    """The letter after a single `&`."""
    return next((part[:1].casefold() for part in text.replace("&&", "").split("&")[1:]), "")


def twice(texts: Iterable[str]) -> list[str]:
    """Those whose letter another one has as well."""
    said = list(texts)
    count = Counter(map(letter_of, said))
    return sorted(text for text in said if letter_of(text) and count[letter_of(text)] > 1)


def texts_in(widget: QWidget) -> Iterator[str]:
    """Everything in it that a letter can reach, in sight or not: one part may give way to another."""
    yield from (button.text() for button in widget.findChildren(QAbstractButton))
    yield from (label.text() for label in widget.findChildren(QLabel) if label.buddy() is not None)


def _meeting(session: Session) -> str:
    meeting = add_meeting(session, new_meeting(DAY, title="Majmötet"))
    add_agenda_item(session, meeting.id, "Uppföljning")
    return meeting.id


def _added(session: Session, record: Record) -> str:
    return add(session, record).id


DIALOGS: Final[dict[str, Make]] = {
    "look": LookDialog,
    "templates": TemplatesDialog,
    "base lists": BaseListsDialog,
    "comment": lambda context, parent: CommentDialog.new(context.session, _assignment(context.session), parent),
    "example": lambda context, parent: ExampleDialog(context.session.path.parent, parent),
    "new register": lambda context, parent: NewRegisterDialog(context.session.path.parent, parent),
    "new meeting": lambda context, parent: NewMeetingDialog(context.session, DAY, parent),
    "new item": lambda context, parent: NewItemDialog(context.session, _meeting(context.session), parent),
    "prints": lambda context, parent: PrintsDialog(context, _meeting(context.session), lambda _pdf: None, parent),
    "recurrence": lambda _context, parent: RecurrenceDialog("FREQ=MONTHLY", "2024-05-14", DAY, parent),
    "report": lambda context, parent: ReportDialog(context.session, _assignment(context.session), parent),
    "risk matrix": lambda context, parent: MatrixDialog(context.session, context.theme, parent),
    "risk score": lambda context, parent: ScoreDialog(context.session, context.theme, _risk(context.session), parent),
    "roll": lambda context, parent: RollDialog(context.session, context.theme, parent),
    "sheet as text": lambda _context, parent: SheetTextDialog("Mål", parent),
    "subjects": lambda context, parent: SubjectsDialog(context.session, context.theme, "Ärende", (), parent),
}


def _risk(session: Session) -> str:
    cells, levels = (
        ((0, 1), (1, 1)),
        (MatrixLevel("Grön", LevelTone.GREEN, "●"), MatrixLevel("Röd", LevelTone.RED, "▲")),
    )
    steps = (ScaleStep("Lite"), ScaleStep("Mycket"))
    made = write_matrix(Matrix(likelihood=steps, impact=steps, levels=levels, cells=cells))
    _added(session, RiskMatrix(id=new_id(), version=1, name="Två gånger två", size=2, definition=made))
    return _added(session, Risk(id=new_id(), title="Brist på folk"))


def _assignment(session: Session) -> str:
    return _added(session, Assignment(id=new_id(), text="Se över taxan"))


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    before: Language = request.param
    set_language(before)
    yield before
    set_language("sv")


@pytest.fixture
def window(language: Language, shell: Shell, tmp_path: Path) -> Shell:
    """In the language, with a plan."""
    set_language(language)
    session, _plan = open_example(tmp_path)
    session.close()
    assert shell.open_register(session.path)
    return shell


def context_of(window: Shell) -> Context:
    assert window.context is not None
    return window.context


def test_letters_are_found() -> None:
    assert twice(["&Spara", "S&tängt", "Hem&s", "A && B", "Utan"]) == ["&Spara", "Hem&s"]


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("kind", FIELDS)
def test_no_form_of_a_record_has_a_letter_twice(kind: type[Record]) -> None:
    assert twice(_(spec.label) for spec in FIELDS[kind]) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_no_dialog_has_a_letter_twice(window: Shell, name: str, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](context_of(window), window)
    texts = list(texts_in(dialog))
    dialog.reject()
    qtbot.waitUntil(lambda: not window.worker.is_busy)
    assert texts
    assert twice(texts) == []


def test_no_sheet_asks_with_a_letter_twice(window: Shell, qtbot: QtBot) -> None:
    page = SheetsPage(context_of(window))
    _meeting(context_of(window).session)
    found = {}
    for code in SHEETS:
        page._questions.choose(code)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the questions of the former kind
        found[code] = twice(texts_in(page))
    page.deleteLater()
    qtbot.waitUntil(lambda: not window.worker.is_busy)
    assert {code: texts for code, texts in found.items() if texts} == {}
