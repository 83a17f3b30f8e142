"""The preview shows the finished PDF: paged and zoomed by key, sharp on every screen, drawn where it is looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from regdesk.ui.pages.sheets import pictures
from regdesk.ui.pages.sheets.pictures import Pictures, draw
from regdesk.ui.pages.sheets.preview import ZOOMS, Fit, Preview, page_text
from regdesk.ui.pages.sheets.strip import PreviewStrip
from regdesk.ui.theme import Theme
from tests.ui.pages.sheets.conftest import PAGES

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def preview(theme: Theme, upright: bytes, qtbot: QtBot) -> Iterator[Preview]:
    made = Preview(theme)
    qtbot.addWidget(made)
    made.resize(600, 500)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    made.show_pdf(upright)
    yield made
    made.close()


def press(preview: Preview, key: Qt.Key, *, ctrl: bool = False) -> None:
    QTest.keyClick(preview, key, Modifier.ControlModifier if ctrl else Modifier.NoModifier)


def drawn(preview: Preview) -> set[int]:
    """Pages that have been drawn so far."""
    assert preview._pictures is not None
    preview.grab()
    return {number for number, _dpi in preview._pictures._kept}


def test_pages_fill_the_width_at_first(preview: Preview) -> None:
    assert (preview.count, preview.page, preview.fit) == (PAGES, 0, Fit.WIDTH)
    assert page_text(preview) == "Sida 1 av 3"
    assert preview.accessibleDescription() == "Sida 1 av 3"
    assert preview.horizontalScrollBar().maximum() == 0
    assert preview._places[0].width() == pytest.approx(preview.viewport().width() - 32, abs=1)


@pytest.mark.parametrize("zoom", [25.3, 31.7, 40.2, 40.4])
def test_a_page_is_shown_pixel_for_pixel(preview: Preview, zoom: float) -> None:
    preview.set_zoom(zoom)
    preview.clearFocus()
    shown = preview.viewport().grab().toImage()
    assert preview._pictures is not None
    ratio = preview.devicePixelRatioF()
    page = preview._pictures.picture(0, zoom / 100 * 96 * ratio)
    corner = preview._places[0].topLeft() * ratio
    part = page.rect().adjusted(2, 2, -2, -2)  # within the line around it
    part.setHeight(min(part.height(), shown.height() - corner.y() - 4))
    kind = QImage.Format.Format_RGB32
    seen = shown.copy(part.translated(corner))
    seen.setDevicePixelRatio(1)
    meant = page.copy(part)
    meant.setDevicePixelRatio(1)
    assert seen.convertToFormat(kind) == meant.convertToFormat(kind)


def test_only_pages_in_sight_are_drawn(preview: Preview) -> None:
    assert drawn(preview) == {0}
    preview.go_to(PAGES - 1)
    assert PAGES - 1 in drawn(preview)


def test_keys_go_from_page_to_page(preview: Preview) -> None:
    press(preview, Key.Key_PageDown, ctrl=True)
    assert preview.page == 1
    press(preview, Key.Key_End)
    assert preview.page == PAGES - 1
    press(preview, Key.Key_PageUp, ctrl=True)
    assert preview.page == PAGES - 2
    press(preview, Key.Key_Home)
    assert preview.verticalScrollBar().value() == 0
    press(preview, Key.Key_PageDown)
    assert preview.verticalScrollBar().value() == preview.viewport().height()


def test_keys_zoom_and_the_page_stays(preview: Preview) -> None:
    preview.go_to(1)
    press(preview, Key.Key_0, ctrl=True)
    assert (preview.zoom, preview.fit, preview.page) == (100, Fit.NOTHING, 1)
    press(preview, Key.Key_Plus, ctrl=True)
    assert (preview.zoom, preview.page) == (125, 1)
    press(preview, Key.Key_Minus, ctrl=True)
    press(preview, Key.Key_Minus, ctrl=True)
    assert (preview.zoom, preview.page) == (90, 1)


def test_zoom_ends_where_it_ends(preview: Preview) -> None:
    preview.set_zoom(1)
    preview.step_zoom(-1)
    assert preview.zoom == ZOOMS[0]
    preview.set_zoom(10_000)
    preview.step_zoom(1)
    assert preview.zoom == ZOOMS[-1]
    preview.grab()


def test_a_hundred_percent_is_the_size_on_paper(preview: Preview) -> None:
    preview.set_zoom(100)
    assert (preview._places[0].width(), preview._places[0].height()) == (794, 1123)


def test_the_wheel_zooms_while_ctrl_is_held(preview: Preview) -> None:
    preview.set_zoom(100)
    turn = QWheelEvent(
        *(QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120)),
        *(Qt.MouseButton.NoButton, Modifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(preview.viewport(), turn)
    assert preview.zoom == 110


def test_a_whole_page_is_seen_in_any_window(preview: Preview) -> None:
    preview.set_fit(Fit.PAGE)
    assert preview._places[0].height() <= preview.viewport().height()
    before = preview.zoom
    preview.resize(900, 900)
    assert preview.zoom > before


def test_another_pdf_is_shown_where_the_last_one_was(preview: Preview, upright: bytes) -> None:
    preview.go_to(2)
    before = preview.verticalScrollBar().value()
    preview.show_pdf(upright)
    assert preview.page == 2
    assert preview.verticalScrollBar().value() == pytest.approx(before, abs=1)


def test_fewer_pages_leave_the_view_on_a_page(preview: Preview, wide: bytes) -> None:
    preview.go_to(2)
    preview.show_pdf(wide)
    assert (preview.count, preview.page) == (1, 0)


def test_paper_is_white_and_the_desk_is_not(preview: Preview, theme: Theme) -> None:
    shown = preview.grab().toImage()
    paper = preview._places[0]
    assert shown.pixelColor(paper.left() + 9, 40).name() == "#ffffff"
    assert shown.pixelColor(5, 40).name() == theme.colours.sunken


def test_pictures_are_as_sharp_as_they_are_asked_to_be(upright: bytes, wide: bytes) -> None:
    made = Pictures(upright)
    assert [made.picture(0, dpi).width() for dpi in (72, 144)] == [596, 1191]
    assert made.picture(0, 72) is made.picture(0, 72)
    assert draw(wide, 0, 72).width() > draw(wide, 0, 72).height()


def test_pictures_make_room_for_others(upright: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "ROOM", 1)
    made = Pictures(upright)
    made.picture(0, 72)
    made.picture(1, 72)
    assert {number for number, _dpi in made._kept} == {1}


def test_the_strip_says_and_does_what_the_keys_do(preview: Preview, qtbot: QtBot) -> None:
    strip = PreviewStrip(preview)
    qtbot.addWidget(strip)
    tools = {made.accessibleName() or made.text(): made for made in strip.findChildren(QToolButton)}
    assert not tools["Föregående sida"].isEnabled()
    tools["Nästa sida"].click()
    assert preview.page == 1
    assert tools["Föregående sida"].isEnabled()
    checked = {name for name, tool in tools.items() if tool.isChecked()}
    assert checked == {"Hela bredden"}
    tools["Visa större"].click()
    assert not any(tool.isChecked() for tool in tools.values())
    tools["Hela sidan"].click()
    assert tools["Hela sidan"].isChecked()
    assert preview.fit is Fit.PAGE


def test_nothing_is_shown_before_there_is_a_pdf(theme: Theme, qtbot: QtBot) -> None:
    empty = Preview(theme)
    qtbot.addWidget(empty)
    empty.step_zoom(1)
    empty.go_to(4)
    assert (empty.count, empty.page, page_text(empty)) == (0, 0, "")
    assert not empty.grab().isNull()


def test_the_strip_writes_out_what_there_is_room_for(preview: Preview, qtbot: QtBot) -> None:
    strip, around = PreviewStrip(preview), QWidget()
    qtbot.addWidget(around)
    strip.setParent(around)
    around.show()
    fits = [each for each in strip.findChildren(QToolButton) if each.isCheckable()]
    styles = []
    for width in (900, strip.minimumSizeHint().width(), 900):
        strip.resize(width, 40)
        QApplication.processEvents()
        assert all(each.geometry().right() <= width for each in strip.findChildren(QToolButton))
        styles.append({each.toolButtonStyle() for each in fits})
    words, icons = Qt.ToolButtonStyle.ToolButtonTextOnly, Qt.ToolButtonStyle.ToolButtonIconOnly
    assert styles == [{words}, {icons}, {words}]
    assert [each.text() for each in fits] == ["Hela bredden", "Hela sidan"]
