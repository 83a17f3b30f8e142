"""What a page shows while it has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QStackedWidget
from pytestqt.qtbot import QtBot

from regdesk.ui.empty import EmptyState
from regdesk.ui.theme import Theme


def is_seen_whole(made: EmptyState) -> bool:
    QApplication.processEvents()
    return all(label.height() >= label.heightForWidth(label.width()) for label in made.findChildren(QLabel))


def test_a_text_of_several_lines_is_seen_whole(theme: Theme, qtbot: QtBot) -> None:
    theme.set_text_size(200)
    made = EmptyState("Inget än", "Lägg till det första som ska följas upp, och sedan det andra. " * 3)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    assert is_seen_whole(made)
    made.close()


def test_a_low_place_gives_way_for_its_lines(theme: Theme, qtbot: QtBot) -> None:
    theme.set_text_size(200)
    made, stack, around = EmptyState("Inget än", "Lägg till en rad. " * 12), QStackedWidget(), QSplitter()
    around.setOrientation(Qt.Orientation.Vertical)
    stack.addWidget(made)  # asks for no height by width
    around.addWidget(stack)
    around.addWidget(QLabel("Nedanför\n" * 20))
    qtbot.addWidget(around)
    around.resize(900, 400)
    around.show()
    assert is_seen_whole(made)
    made.tell("Inget än", "Lägg till en rad. " * 24)
    qtbot.waitUntil(lambda: is_seen_whole(made))
    around.close()
