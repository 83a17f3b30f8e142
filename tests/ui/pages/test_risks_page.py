"""Stories of risks: scoring, the map and its cells, a new version of the matrix, and the internal-control plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from regdesk.domain.codes import ControlOutcome, LinkKind, RiskStage, RiskStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import Comment, Control, ControlResult, Risk, RiskMatrix, RiskScore
from regdesk.domain.risk_matrices import FIVE
from regdesk.services.actions import Action
from regdesk.services.editing import edit
from regdesk.services.links import targets_of
from regdesk.services.risks import keep_matrix, matrix_in_force, score_risk
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.dialogs.pick import PickDialog
from regdesk.ui.dialogs.risk_matrix import MatrixDialog
from regdesk.ui.dialogs.risk_score import ScoreDialog
from regdesk.ui.dialogs.sheet_text import SheetTextDialog
from regdesk.ui.editors import TextEdit
from regdesk.ui.pages.plan import PlanPage
from regdesk.ui.pages.risks.page import RisksPage
from regdesk.ui.pages.risks.scores import RiskScores
from regdesk.ui.verbs import Verb
from regdesk.ui.views import ListView
from tests.ui.pages.conftest import Window, focused

Key = Qt.Key
RISKS, MAP, CONTROLS = range(3)


@pytest.fixture
def risks(window: Window) -> tuple[Risk, Risk]:
    made = (
        Risk(id=new_id(), title="Brist på personal"),
        Risk(id=new_id(), position=1, title="Avbrott i journalen"),
    )
    with window.session.change(Action.ADD) as change:
        change.insert_all(made)
    return made


def page(window: Window, tab: int = RISKS) -> RisksPage:
    window.do(Verb.GO_RISKS)
    found = window.page
    assert isinstance(found, RisksPage)
    found.tabs.setCurrentIndex(tab)
    return found


def texts(view: ListView, column: int = 0) -> list[str]:
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def words(window: Window) -> str:
    return "\n".join(label.text() for label in window.page.findChildren(QLabel) if label.isVisible())


def press(name: str) -> None:
    top = QApplication.activeModalWidget()
    assert top is not None
    (button,) = [each for each in top.findChildren(QPushButton) if each.text() == name]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def score(window: Window, risk: Risk, likelihood: int, impact: int, stage: RiskStage = RiskStage.INITIAL) -> None:
    score_risk(window.session, risk.id, stage, likelihood, impact, date(2024, 5, 1))


def test_a_risk_is_scored_from_its_panel_and_the_step_is_taken_back(window: Window, risks: tuple[Risk, Risk]) -> None:
    shown = page(window)
    assert "Ej värderad. Det räcker att risken är beskriven." in words(window)
    QTest.mouseClick(window.one(RiskScores).score_button, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ScoreDialog)
    press("&Värdera")
    assert dialog.form.fault("likelihood") == "Detta måste fyllas i."

    dialog.matrix.pressed.emit((3, 4))
    assert (dialog.form.values()["likelihood"], dialog.form.values()["impact"]) == ("3", "4")
    assert dialog.value.text() == "● 12 Hög, sannolikhet 3 Stor, konsekvens 4 Allvarlig"
    dialog.form.answer("likelihood").set_text("2")
    assert dialog.matrix.place == (2, 4)
    press("&Värdera")

    (stored,) = window.session.all(RiskScore)
    assert (stored.risk_id, stored.stage, stored.likelihood, stored.impact) == (risks[0].id, RiskStage.INITIAL, 2, 4)
    assert texts(window.one(ListView, "Risker"), 2) == ["8 Medel", ""]
    assert "Åtgärd krävs från värde 8." in words(window)
    assert shown.risks.panel.isVisible()
    window.do(Verb.UNDO)
    assert window.session.all(RiskScore) == window.session.all(RiskMatrix) == []
    assert texts(window.one(ListView, "Risker"), 2) == ["", ""]


def test_a_second_score_stands_on_the_first_and_says_how_it_went(window: Window, risks: tuple[Risk, Risk]) -> None:
    score(window, risks[0], 4, 4)
    page(window)
    window.do(Verb.SCORE_RISK)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ScoreDialog)
    assert dialog.form.values()["stage"] == RiskStage.CURRENT.value
    dialog.form.answer("likelihood").set_text("1")
    press("&Värdera")
    assert "↓ Lägre än 16 den 2024-05-01." in words(window)
    assert texts(window.one(ListView, "Alla värderingar"), 2) == ["4 Medel", "16 Hög"]


@pytest.mark.usefixtures("risks")
def test_a_day_that_is_none_stores_nothing(window: Window) -> None:
    page(window)
    window.do(Verb.SCORE_RISK)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ScoreDialog)
    dialog.matrix.pressed.emit((1, 1))
    dialog.form.answer("scored_on").set_text("i går")
    press("&Värdera")
    assert dialog.form.fault("scored_on")
    assert window.session.all(RiskScore) == []
    dialog.reject()


def test_a_cell_of_the_map_lists_its_risks(window: Window, risks: tuple[Risk, Risk]) -> None:
    score(window, risks[0], 3, 4)
    shown = page(window, MAP).map
    assert texts(shown.list) == ["Brist på personal", "Avbrott i journalen"]
    assert shown.unscored.text() == "1 risk är inte värderad"

    cell = shown.map.visualRect(shown.map.model().index(1, 3))
    QTest.mouseClick(shown.map.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert texts(shown.list) == ["Brist på personal"]
    assert "1 risk: 12 Hög, sannolikhet 3 Stor, konsekvens 4 Allvarlig" in words(window)
    QTest.mouseClick(shown.unscored, Qt.MouseButton.LeftButton)
    assert texts(shown.list) == ["Avbrott i journalen"]
    QTest.mouseClick(shown.all_button, Qt.MouseButton.LeftButton)
    assert len(texts(shown.list)) == 2


def test_the_map_is_walked_by_keys(window: Window, risks: tuple[Risk, Risk]) -> None:
    score(window, risks[0], 3, 2)
    shown = page(window, MAP).map
    shown.map.setFocus()
    shown.map.stand_on((4, 1))
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Return):
        QTest.keyClick(shown.map, key)
    assert shown.map.place == (3, 2)
    assert texts(shown.list) == ["Brist på personal"]
    QTest.keyClick(shown.map, Key.Key_Escape)
    assert len(texts(shown.list)) == 2
    QTest.keyClick(shown.map, Key.Key_Right)
    QTest.keyClick(shown.map, Key.Key_Return)
    assert texts(shown.list) == []


def test_the_map_is_read_cell_by_cell_and_as_text(window: Window, risks: tuple[Risk, Risk]) -> None:
    score(window, risks[0], 4, 4)
    shown = page(window, MAP).map
    model = shown.map.model()
    said = model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1 risk, 16 Hög, sannolikhet 4 Mycket stor, konsekvens 4 Allvarlig, åtgärd krävs"
    assert model.headerData(0, Qt.Orientation.Vertical) == "4 Mycket stor"
    window.do(Verb.SHOW_AS_TEXT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SheetTextDialog)
    (text,) = dialog.findChildren(TextEdit)
    assert said in text.get_text()
    dialog.reject()


def test_the_map_shows_another_stage(window: Window, risks: tuple[Risk, Risk]) -> None:
    score(window, risks[0], 4, 4)
    score(window, risks[0], 1, 1, RiskStage.RESIDUAL)
    shown = page(window, MAP).map
    assert shown.map.model().index(0, 3).data() == "1"
    shown.stages.buttons()[2].click()
    assert (shown.map.model().index(0, 3).data(), shown.map.model().index(3, 0).data()) == ("", "1")


def test_a_risk_of_the_map_is_opened_in_the_list(window: Window, risks: tuple[Risk, Risk]) -> None:
    shown = page(window, MAP)
    shown.map.list.choose(risks[1].id)
    shown.map.list.setFocus()
    QTest.keyClick(shown.map.list, Key.Key_Return)
    assert shown.tabs.currentIndex() == RISKS
    assert window.one(ListView, "Risker").current_id == risks[1].id


@pytest.mark.usefixtures("risks")
def test_a_matrix_of_ones_own_is_made_and_taken_back(window: Window) -> None:
    page(window, MAP)
    window.do(Verb.EDIT_MATRIX)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MatrixDialog)
    press("5 × 5")
    dialog.impact.labels[0].setText("")
    assert not dialog.store_button.isEnabled()
    dialog.impact.labels[0].setText("Obetydlig")
    dialog.matrix.stand_on((1, 1))
    QTest.keyClick(dialog.matrix, Key.Key_Return)
    press("&Spara")
    made = matrix_in_force(window.session)
    assert (made.impact[0].label, made.size, made.level(1, 1).word) == ("Obetydlig", 5, "Medel")
    window.do(Verb.UNDO)
    assert window.session.all(RiskMatrix) == []


@pytest.mark.usefixtures("risks")
def test_enter_in_a_word_of_the_matrix_stores_nothing(window: Window) -> None:
    page(window, MAP)
    window.do(Verb.EDIT_MATRIX)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MatrixDialog)
    dialog.impact.labels[0].setText("Obetydlig")
    QTest.keyClick(dialog.impact.labels[0], Key.Key_Return)
    assert dialog.isVisible()
    assert window.session.all(RiskMatrix) == []
    dialog.reject()


def test_a_new_version_leaves_the_old_score_its_meaning(window: Window, risks: tuple[Risk, Risk]) -> None:
    score(window, risks[0], 4, 4)
    shown = page(window, MAP)
    window.do(Verb.EDIT_MATRIX)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MatrixDialog)
    dialog.levels.words[2].setText("Svår")
    press("&Ny version 2")

    assert [each.version for each in window.session.all(RiskMatrix, "version")] == [1, 2]
    assert shown.map.elsewhere.text() == "1 risk är värderad i en annan version"
    assert "Version 2, gäller" in [shown.map.version.itemText(place) for place in range(2)]
    shown.map.version.setCurrentIndex(1)
    assert shown.map.map.model().index(0, 3).data() == "1"
    shown.tabs.setCurrentIndex(RISKS)
    assert texts(window.one(ListView, "Risker"), 2)[0] == "16 Hög (v1)"
    assert "Värderad i matris version 1, som inte längre gäller." in words(window)
    window.do(Verb.UNDO)
    assert texts(window.one(ListView, "Risker"), 2)[0] == "16 Hög"


def test_accepting_a_risk_asks_why_without_insisting(window: Window, risks: tuple[Risk, Risk]) -> None:
    page(window)
    asked = "Varför risken accepteras"
    assert asked not in words(window)
    edit(window.session, risks[0], status=RiskStatus.ACCEPTED)
    assert asked in words(window)
    (answer,) = [each for each in window.page.findChildren(TextEdit) if each.accessibleName() == asked]
    answer.setFocus()
    answer.insertPlainText("Kostar mer än den smakar")
    window.page.setFocus()
    window.page.commit()
    assert [comment.text for comment in window.session.all(Comment)] == ["Kostar mer än den smakar"]


def test_goals_are_chosen_opened_and_taken_away(window: Window, risks: tuple[Risk, Risk]) -> None:
    page(window)
    (choose,) = [each for each in window.page.findChildren(QPushButton) if each.accessibleName() == "Välj mål"]
    QTest.mouseClick(choose, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PickDialog)
    dialog.search.setText("nära")
    dialog.tree.choose(window.example.goal.id)
    dialog.tree.model().setData(dialog.tree.currentIndex(), None, Qt.ItemDataRole.CheckStateRole)
    press("&Koppla de valda")
    assert targets_of(window.session, risks[0].id, LinkKind.GOAL) == [window.example.goal.id]
    listed = window.one(ListView, "Mål som risken rör")
    assert texts(listed) == ["1.1 Vården är nära"]
    listed.setFocus()
    listed.choose(window.example.goal.id)
    QTest.keyClick(listed, Key.Key_Delete)
    assert targets_of(window.session, risks[0].id, LinkKind.GOAL) == []
    assert len(window.session.all(Risk)) == 2, "what is taken away is the link, not the risk"
    window.do(Verb.UNDO)
    listed.choose(window.example.goal.id)
    QTest.keyClick(listed, Key.Key_Return)
    assert isinstance(window.page, PlanPage)


@pytest.fixture
def control(window: Window) -> Control:
    """One that should have been done yesterday."""
    late = date.today() - timedelta(days=1)
    made = Control(id=new_id(), text="Stickprov på attester", starts_on=late, recurrence="FREQ=YEARLY")
    with window.session.change(Action.ADD) as change:
        return change.insert(made)


def test_an_overdue_control_is_done_by_one_key(window: Window, control: Control) -> None:
    page(window, CONTROLS)
    listed = window.one(ListView, "Kontrollmoment")
    assert texts(listed, 1) == [f"{control.starts_on} försenad"]
    listed.setFocus()
    QTest.keyClick(listed, Key.Key_U)
    (result,) = window.session.all(ControlResult)
    assert (result.outcome, result.checked_on) == (ControlOutcome.NO_DEVIATION, date.today())
    assert texts(listed, 2) == ["Utan avvikelse"]
    assert "försenad" not in texts(listed, 1)[0]
    window.do(Verb.UNDO)
    assert texts(listed, 1) == [f"{control.starts_on} försenad"]


@pytest.mark.parametrize(
    ("key", "outcome"), [(Key.Key_A, ControlOutcome.DEVIATION), (Key.Key_E, ControlOutcome.NOT_DONE)]
)
@pytest.mark.usefixtures("control")
def test_a_deviation_is_told_in_words(window: Window, key: Key, outcome: ControlOutcome) -> None:
    page(window, CONTROLS)
    listed = window.one(ListView, "Kontrollmoment")
    listed.setFocus()
    QTest.keyClick(listed, key)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    assert dialog.focusWidget() is dialog.form.answer("deviation")
    dialog.form.answer("deviation").set_text("Två attester saknades")
    press("&Lägg till")
    (result,) = window.session.all(ControlResult)
    assert (result.outcome, result.deviation) == (outcome, "Två attester saknades")
    assert texts(window.one(ListView, "Kontrollresultat"), 2) == ["Två attester saknades"]


def test_an_empty_plan_of_controls_offers_the_first(window: Window) -> None:
    page(window, CONTROLS)
    assert "Ingen internkontroll än" in words(window)
    window.do(Verb.ADD)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    dialog.form.answer("text").set_text("Stickprov på attester")
    press("&Lägg till")
    (made,) = window.session.all(Control)
    assert window.one(ListView, "Kontrollmoment").current_id == made.id


@pytest.mark.usefixtures("risks", "control")
def test_verbs_are_those_of_the_tab_in_sight(window: Window) -> None:
    shown = page(window)
    assert window.can(Verb.SCORE_RISK)
    assert not window.can(Verb.EDIT_MATRIX)
    shown.tabs.setCurrentIndex(MAP)
    assert window.can(Verb.EDIT_MATRIX)
    assert not window.can(Verb.SCORE_RISK)
    assert not window.can(Verb.REMOVE)
    shown.tabs.setCurrentIndex(CONTROLS)
    window.do(Verb.REMOVE)
    assert window.session.all(Control) == []
    assert len(window.session.all(Risk)) == 2
    window.do(Verb.GO_MEETINGS)
    assert not window.can(Verb.EDIT_MATRIX)


def test_a_tab_out_of_sight_shows_what_changed_when_it_is_turned_to(window: Window, risks: tuple[Risk, Risk]) -> None:
    shown = page(window)
    score(window, risks[1], 2, 2)
    keep_matrix(window.session, FIVE)
    shown.tabs.setCurrentIndex(MAP)
    assert shown.map.map.model().rowCount() == 5
    assert shown.map.elsewhere.isVisible()


def test_a_kontrollmoment_is_stood_on_in_its_tab(window: Window, control: Control) -> None:
    assert window.shell.desk is not None
    window.shell.desk.go(Verb.GO_RISKS, control.id)
    assert window.one(ListView, "Kontrollmoment").current_id == control.id
    assert focused() is window.one(ListView, "Kontrollmoment")
