"""Forms name, explain and check their fields, and send one step for each field that was changed and left."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel
from pytestqt.qtbot import QtBot

from regdesk.ui.answers import ChoiceBox, DateEdit, TickBox
from regdesk.ui.editors import LINE_LIMIT, LineEdit, TextEdit
from regdesk.ui.forms import Form
from regdesk.viewmodels.fields import YES, Choice, Field, FieldKind

pytestmark = pytest.mark.usefixtures("theme")


def year(text: str) -> str:
    return "" if text.isdecimal() or not text else "Skriv ett år, till exempel 2026."


FIELDS = (
    Field(key="name", label="&Namn", required=True, help="Som det står i planen."),
    Field(key="year", label="&År", check=year),
    Field(key="text", label="&Motivering", kind=FieldKind.TEXT),
    Field(key="kind", label="&Slag", kind=FieldKind.CHOICE, choices=(Choice("a", "Antal"), Choice("b", "Andel"))),
    Field(key="date", label="&Datum", kind=FieldKind.DATE),
    Field(key="public", label="&Offentlig", kind=FieldKind.TICK),
)
VALUES = {"name": "HME", "year": "2024", "text": "Ett\ntvå", "kind": "b", "date": "2026-03-14", "public": YES}


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(FIELDS, VALUES)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def steps(form: Form) -> list[tuple[str, str]]:
    sent: list[tuple[str, str]] = []
    form.edited.connect(lambda key, text: sent.append((key, text)))
    return sent


def write(form: Form, key: str, text: str) -> None:
    """Replace the answer as a person does, and leave the field."""
    answer = form.answer(key)
    assert isinstance(answer, LineEdit | TextEdit)
    answer.setFocus()
    answer.selectAll()
    QTest.keyClicks(answer, text)
    QTest.keyClick(answer, Qt.Key.Key_Tab)


def test_answers_are_texts(form: Form) -> None:
    assert form.values() == VALUES


def test_every_field_has_a_name_and_a_label(form: Form) -> None:
    labels = {label.buddy() for label in form.findChildren(QLabel)}
    for field in FIELDS:
        answer = form.answer(field.key)
        assert answer.accessibleName()
        assert answer in labels or isinstance(answer, TickBox)
    assert form.answer("name").accessibleDescription() == "Som det står i planen."


def test_a_changed_field_is_one_step(form: Form, steps: list[tuple[str, str]]) -> None:
    write(form, "name", "HSE")
    write(form, "text", "Ny text")
    assert steps == [("name", "HSE"), ("text", "Ny text")]


def test_an_unchanged_field_is_no_step(form: Form, steps: list[tuple[str, str]]) -> None:
    write(form, "name", "HME")
    form.commit()
    assert steps == []


def test_a_choice_and_a_tick_are_steps_at_once(form: Form, steps: list[tuple[str, str]]) -> None:
    kind, public = form.answer("kind"), form.answer("public")
    QTest.keyClick(kind, Qt.Key.Key_Up)
    QTest.mouseClick(public, Qt.MouseButton.LeftButton, pos=QPoint(8, public.height() // 2))
    assert steps == [("kind", "a"), ("public", "")]


def test_a_faulty_answer_is_told_and_not_sent(form: Form, steps: list[tuple[str, str]]) -> None:
    write(form, "year", "i år")
    assert steps == []
    assert form.fault("year") == "Skriv ett år, till exempel 2026."
    assert form.answer("year").accessibleDescription() == form.fault("year")
    write(form, "year", "2027")
    assert form.fault("year") == ""
    assert steps == [("year", "2027")]


def test_a_check_stands_on_the_first_fault(form: Form) -> None:
    form.load({})
    assert not form.check()
    assert form.fault("name") == "Detta måste fyllas i."
    assert QApplication.focusWidget() is form.answer("name")
    form.load(VALUES)
    assert form.check()


def test_what_is_being_written_survives_word_of_other_changes(form: Form) -> None:
    answer = form.answer("name")
    answer.setFocus()
    QTest.keyClicks(answer, " total")
    form.refresh({**VALUES, "year": "2025"})
    assert form.values()["name"] == "HME total"
    assert form.values()["year"] == "2025"
    form.load(VALUES)
    assert form.values()["name"] == "HME"


def test_a_cut_paste_is_told(form: Form) -> None:
    answer = form.answer("name")
    assert isinstance(answer, LineEdit)
    QGuiApplication.clipboard().setText("x" * (LINE_LIMIT + 1))
    answer.paste()
    assert str(LINE_LIMIT) in answer.accessibleDescription()


def test_an_unknown_code_is_shown_and_kept(form: Form) -> None:
    form.load({"kind": "c"})
    assert form.values()["kind"] == "c"


def test_a_wheel_changes_no_choice(form: Form) -> None:
    kind = form.answer("kind")
    assert isinstance(kind, ChoiceBox)
    middle = QPointF(kind.rect().center())
    turn = QWheelEvent(
        middle,
        kind.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(kind, turn)
    assert form.values()["kind"] == "b"


def test_a_form_can_be_read_only(form: Form, steps: list[tuple[str, str]]) -> None:
    form.set_read_only(True)
    write(form, "name", "HSE")
    assert form.values() == VALUES
    assert steps == []
    assert not form.answer("kind").isEnabled()


def test_the_calendar_writes_the_date(form: Form, steps: list[tuple[str, str]], qtbot: QtBot) -> None:
    answer = form.answer("date")
    assert isinstance(answer, DateEdit)
    answer.open_calendar()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(QApplication.focusWidget() or popup, Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget() or popup, Qt.Key.Key_Return)
    assert steps == [("date", "2026-03-15")]
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_what_the_register_refuses_stays_to_be_mended(form: Form, steps: list[tuple[str, str]]) -> None:
    write(form, "year", "2030")
    form.refuse({"year": "Slutet kan inte komma före början."}, VALUES)
    assert (form.values()["year"], form.fault("year")) == ("2030", "Slutet kan inte komma före början.")
    form.commit()
    assert steps == [("year", "2030"), ("year", "2030")]


def test_help_and_choices_follow_the_register_while_something_is_written(form: Form) -> None:
    answer = form.answer("year")
    assert isinstance(answer, LineEdit)
    answer.setFocus()
    QTest.keyClicks(answer, "9")
    more = (*FIELDS[3].choices, Choice("c", "Kvot"))
    form.refresh(VALUES, [replace(FIELDS[0], help="Något annat."), FIELDS[1], replace(FIELDS[3], choices=more)])
    assert form.answer("name").accessibleDescription() == "Något annat."
    assert form.values() == VALUES | {"year": "20249"}
    form.load(VALUES | {"kind": "c"})
    kind = form.answer("kind")
    assert isinstance(kind, ChoiceBox)
    assert kind.currentText() == "Kvot"


def test_short_questions_stand_in_pairs_where_there_is_room(qtbot: QtBot) -> None:
    made = Form([FIELDS[0], FIELDS[1], FIELDS[2], FIELDS[3]], VALUES, paired=True)
    qtbot.addWidget(made)

    def height(key: str) -> int:
        return made.answer(key).mapTo(made, QPoint()).y()

    def stands(across: int) -> bool:
        return (height("name") == height("year")) is (across == 2)

    made.show()
    for width, across in ((1200, 2), (300, 1), (1200, 2)):
        made.resize(width, 600)
        qtbot.waitUntil(partial(stands, across))
        assert height("text") > height("year")


def test_the_calendar_opens_by_the_key_that_opens_a_list(form: Form, qtbot: QtBot) -> None:
    answer = form.answer("date")
    answer.setFocus()
    QTest.keyClick(answer, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.findChildren(QCalendarWidget)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_a_question_that_is_not_asked_is_not_checked(qtbot: QtBot) -> None:
    form = Form((Field(key="why", label="Varför", required=True),))
    qtbot.addWidget(form)
    form.show_question("why", shown=False)
    assert form.check()
    form.show_question("why", shown=True)
    assert not form.check()
