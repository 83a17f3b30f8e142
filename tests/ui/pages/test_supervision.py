"""Stories of supervision: an event is planned, its turn answered and concluded, a company reviewed, boards read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from regdesk.domain.codes import OccasionStatus, Verdict
from regdesk.domain.ids import new_id
from regdesk.domain.model import (
    EntityReview,
    Forum,
    LegalEntity,
    Meeting,
    QuestionSet,
    SupervisionAnswer,
    SupervisionEvent,
    SupervisionOccasion,
)
from regdesk.services.editing import add
from regdesk.services.overview import boards_of
from regdesk.services.session import Session
from regdesk.services.supervision import begin_occasion
from regdesk.ui.answers import RecurrenceAnswer
from regdesk.ui.dialogs.base_lists import BaseListsDialog
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.dialogs.recurrence import RecurrenceDialog
from regdesk.ui.editors import TextEdit
from regdesk.ui.pages.below_list import BelowList
from regdesk.ui.pages.supervision.boards import BoardsTab
from regdesk.ui.pages.supervision.page import SupervisionPage
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from tests.registers import make_register
from tests.ui.pages.conftest import Window, focused, type_into

Key = Qt.Key
YEAR = date.today().year


def texts(view: ListView, column: int = 0) -> list[str]:
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def words(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def dialog() -> FormDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, FormDialog)
    return found


def press(within: QWidget, name: str) -> None:
    (button,) = [each for each in within.findChildren(QPushButton) if each.text() == name and each.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def page(window: Window) -> SupervisionPage:
    found = window.page
    assert isinstance(found, SupervisionPage)
    return found


def go(window: Window, tab: str) -> None:
    """Show a tab of the page by its name."""
    window.do(Verb.GO_SUPERVISION)
    tabs = window.one(QTabWidget)
    tabs.setCurrentIndex([tabs.tabText(place) for place in range(tabs.count())].index(tab))


def companies(session: Session, *names: str) -> list[LegalEntity]:
    return [
        add(session, LegalEntity(id=new_id(), name=name, position=place, enhanced_supervision=True))
        for place, name in enumerate(names)
    ]


def asked_event(session: Session) -> SupervisionEvent:
    """An event on the last Tuesday of March with two questions to nobody in particular."""
    questions = add(session, QuestionSet(id=new_id(), title="Årsfrågor", questions="Hur gick det?\nVad kommer?"))
    return add(
        session,
        SupervisionEvent(
            id=new_id(),
            title="Bolagens årsfrågor",
            question_set_id=questions.id,
            starts_on=date(YEAR - 1, 1, 1),
            recurrence="FREQ=YEARLY;BYMONTH=3;BYDAY=-1TU",
        ),
    )


def last_tuesday_of_march() -> date:
    last = date(YEAR, 3, 31)
    return date(YEAR, 3, 31 - (last.weekday() - 1) % 7)


def test_an_event_is_planned_for_the_last_tuesday_of_march(window: Window) -> None:
    window.do(Verb.GO_SUPERVISION)
    assert "Ingen uppsikt är planerad än" in words(window.page)
    window.do(Verb.ADD)
    asked = dialog()
    asked.form.answer("title").set_text("Bolagens årsfrågor")
    asked.form.answer("starts_on").set_text(f"{YEAR}-01-01")
    chosen = asked.form.answer("recurrence")
    assert isinstance(chosen, RecurrenceAnswer)
    QTest.mouseClick(chosen.own, Qt.MouseButton.LeftButton)
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, RecurrenceDialog)
    for key, text in (("on", "weekday"), ("ordinal", "-1"), ("weekday", "TU"), ("month", "3")):
        editor.form.answer(key).set_text(text)
    assert "Varje år, sista tisdagen i mars" in words(editor)
    press(editor, "&Använd")
    assert chosen.box.currentText() == "Varje år, sista tisdagen i mars"
    press(asked, "&Lägg till")

    (event,) = window.session.all(SupervisionEvent)
    assert event.recurrence == "FREQ=YEARLY;BYMONTH=3;BYDAY=-1TU"
    assert texts(window.one(ListView, "Uppsiktshändelser"), 1) == [last_tuesday_of_march().isoformat()]
    go(window, "Årets tillfällen")
    assert texts(window.one(ListView, f"Tillfällen {YEAR}")) == [last_tuesday_of_march().isoformat()]
    window.do(Verb.UNDO)
    assert "Inga tillfällen det här året" in words(window.page)


def test_the_editor_refuses_a_day_that_never_comes(window: Window) -> None:
    event = asked_event(window.session)
    window.do(Verb.GO_SUPERVISION)
    answer = next(each for each in window.page.findChildren(RecurrenceAnswer) if each.isVisible())
    answer.open_editor()
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, RecurrenceDialog)
    for key, text in (("on", "day"), ("month", "2"), ("month_day", "30")):
        editor.form.answer(key).set_text(text)
    press(editor, "&Använd")
    assert editor.form.fault("month_day") == "Den dagen finns inte: välj en annan dag eller månad."
    editor.form.answer("month_day").set_text("-1")
    press(editor, "&Använd")
    assert window.session.get(SupervisionEvent, event.id).recurrence == "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"


def test_a_turn_is_begun_answered_side_by_side_and_concluded(window: Window) -> None:
    session = window.session
    companies(session, "Åre Buss AB", "Ängen AB")
    meeting = add(session, Meeting(id=new_id(), date=date(YEAR, 4, 8)))
    asked_event(session)
    go(window, "Årets tillfällen")
    listed = window.one(ListView, f"Tillfällen {YEAR}")
    listed.setFocus()
    QTest.keyClick(listed, Key.Key_Return)
    QTest.keyClick(focused(), Key.Key_Space)
    assert dialog().windowTitle() == "Vilka ska svara?"
    press(dialog(), "&Påbörja")

    answers = {
        each.accessibleName(): each
        for each in window.page.findChildren(TextEdit)
        if each.isVisible() and ": " in each.accessibleName()
    }
    assert list(answers) == [
        "Åre Buss AB: Hur gick det?",
        "Ängen AB: Hur gick det?",
        "Åre Buss AB: Vad kommer?",
        "Ängen AB: Vad kommer?",
    ]
    second = answers["Ängen AB: Hur gick det?"]
    second.setFocus()
    type_into(second, "Det gick väl.")
    answers["Åre Buss AB: Vad kommer?"].setFocus()
    assert [each.answer for each in session.all(SupervisionAnswer)] == ["", "", "Det gick väl.", ""]

    press(window.page, "&Avsluta tillfället …")
    for key, text in (("concluded", "Inget att anmärka"), ("meeting_id", meeting.id), ("section_no", "§ 64")):
        dialog().form.answer(key).set_text(text)
    press(dialog(), "&Spara")
    (occasion,) = session.all(SupervisionOccasion)
    assert (occasion.status, occasion.section_no) == (OccasionStatus.HELD, "64")
    assert (occasion.concluded, occasion.meeting_id) == ("Inget att anmärka", meeting.id)
    assert texts(window.one(ListView, f"Tillfällen {YEAR}"), 3) == ["Avslutat"]
    assert "1 av 1 genomfört" in words(window.page)
    window.do(Verb.UNDO)
    window.do(Verb.UNDO)
    assert {each.answer for each in session.all(SupervisionAnswer)} == {""}
    assert second.get_text() == ""


def test_a_turn_is_called_off_and_another_year_looked_at(window: Window) -> None:
    asked_event(window.session)
    go(window, "Årets tillfällen")
    press(window.page, "&Ställ in")
    assert texts(window.one(ListView, f"Tillfällen {YEAR}"), 3) == ["Inställt"]
    later = next(each for each in window.page.findChildren(QPushButton) if each.accessibleName() == "Nästa år")
    QTest.mouseClick(later, Qt.MouseButton.LeftButton)
    assert texts(window.one(ListView, f"Tillfällen {YEAR + 1}"), 3) == ["Planerat"]


def test_what_is_being_answered_is_stored_when_the_tab_is_left(window: Window) -> None:
    event = asked_event(window.session)
    begun = begin_occasion(window.session, event.id, last_tuesday_of_march())
    window.do(Verb.GO_SUPERVISION)
    page(window).stand_on(begun.id)
    first = next(each for each in window.page.findChildren(TextEdit) if each.accessibleName() == "Hur gick det?")
    type_into(first, "Väl")
    go(window, "Nämnder")
    assert [each.answer for each in window.session.all(SupervisionAnswer)] == ["Väl", ""]


def test_a_company_is_reviewed_once_a_year(window: Window) -> None:
    (company,) = companies(window.session, "Åre Buss AB")
    go(window, "Juridiska personer")
    missing = f"Beslut om {YEAR} saknas för Åre Buss AB. Lägg till det under Årliga beslut."
    assert missing in words(window.page)
    (reviews,) = [each for each in window.page.findChildren(BelowList) if each.isVisible()]
    QTest.mouseClick(reviews.add_button, Qt.MouseButton.LeftButton)
    for key, text in (("verdict", "partly"), ("proposal", "Förtydliga ändamålet"), ("section_no", "65")):
        dialog().form.answer(key).set_text(text)
    press(dialog(), "&Lägg till")
    (review,) = window.session.all(EntityReview, "id")
    assert (review.legal_entity_id, review.year, review.verdict) == (company.id, YEAR, Verdict.PARTLY)
    assert texts(window.one(ListView, "Juridiska personer"), 3) == ["Delvis"]
    assert missing not in words(window.page)

    QTest.mouseClick(reviews.add_button, Qt.MouseButton.LeftButton)
    dialog().form.answer("year").set_text(str(YEAR))
    press(dialog(), "&Lägg till")
    assert dialog().form.fault("year") == f"Det finns redan ett beslut för {YEAR}: ändra det i stället."
    dialog().reject()


def test_the_lists_to_choose_from_are_the_boards_own(window: Window) -> None:
    window.do(Verb.GO_SUPERVISION)
    window.do(Verb.EDIT_LISTS)
    lists = QApplication.activeModalWidget()
    assert isinstance(lists, BaseListsDialog)
    QTest.mouseClick(lists.template, Qt.MouseButton.LeftButton)
    (questions,) = window.session.all(QuestionSet)
    assert len(questions.questions.splitlines()) == 7
    forums = lists.lists[1]
    QTest.mouseClick(forums.add_button, Qt.MouseButton.LeftButton)
    dialog().form.answer("name").set_text("Ägardialog")
    press(dialog(), "&Lägg till")
    assert texts(forums.view) == ["Ägardialog"]
    forums.view.setFocus()
    forums.view.choose(window.session.all(Forum)[0].id)
    QTest.keyClick(forums.view, Key.Key_Delete)
    assert (window.session.all(Forum), texts(lists.lists[2].view)) == ([], ["Årsfrågor till bolag"])
    lists.accept()
    window.do(Verb.UNDO)
    assert [each.name for each in window.session.all(Forum)] == ["Ägardialog"]


# The other boards


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another board's register."""
    folder = tmp_path / "annan"
    folder.mkdir()
    return make_register(folder)


def boards(window: Window) -> BoardsTab:
    found = page(window).tab
    assert isinstance(found, BoardsTab)
    return found


def idle(window: Window) -> Callable[[], bool]:
    return lambda: not window.shell.worker.is_busy


def test_two_registers_are_read_beside_each_other(window: Window, qtbot: QtBot, other: Path, tmp_path: Path) -> None:
    before = other.read_bytes()
    go(window, "Nämnder")
    assert "Inga andra nämnder än" in words(window.page)
    boards(window).add_files([other, tmp_path / "borta.regdesk", window.session.path])
    qtbot.waitUntil(idle(window))
    listed = window.one(ListView, "Nämnder")
    assert texts(listed)[:2] == ["Regionstyrelsen, Region Exempel"] * 2
    assert texts(listed)[2].endswith("borta.regdesk finns inte: kontrollera namnet och mappen.")
    assert texts(listed, 1)[:2] == ["2", "0"]
    assert other.read_bytes() == before
    listed.setFocus()
    listed.choose(str(other))
    qtbot.waitUntil(lambda: str(other) in words(window.page))
    window.do(Verb.REMOVE)
    assert boards_of(window.session) == [tmp_path / "borta.regdesk"]
    window.do(Verb.UNDO)
    qtbot.waitUntil(idle(window))
    assert boards_of(window.session) == [other, tmp_path / "borta.regdesk"]


def test_a_board_is_opened_in_a_window_of_its_own(window: Window, qtbot: QtBot, other: Path) -> None:
    go(window, "Nämnder")
    boards(window).add_files([other])
    qtbot.waitUntil(idle(window))
    listed = window.one(ListView, "Nämnder")
    listed.choose(str(other))
    listed.setFocus()
    QTest.keyClick(listed, Key.Key_Return)
    (beside,) = window.shell.beside
    assert beside.session is not None
    assert (beside.session.path, window.shell.session) == (other, window.session)
    listed.setFocus()
    QTest.keyClick(listed, Key.Key_Return)
    assert window.shell.beside == [beside], "it is open already"
    beside.close()
    QTest.keyClick(listed, Key.Key_Return)
    assert window.shell.beside == [beside]
    beside.close()


def test_filters_and_tabs_keep_what_is_searched_for(window: Window) -> None:
    companies(window.session, "Åre Buss AB", "Ängen AB")
    asked_event(window.session)
    go(window, "Årets tillfällen")
    page(window).set_filter("skogen")
    assert texts(window.one(ListView, f"Tillfällen {YEAR}")) == []
    page(window).set_filter("bolagens")
    assert len(texts(window.one(ListView, f"Tillfällen {YEAR}"))) == 1
    page(window).set_filter("buss")
    go(window, "Juridiska personer")
    assert texts(window.one(ListView, "Juridiska personer")) == ["Åre Buss AB"]
