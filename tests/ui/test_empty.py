"""What a page shows while it has nothing to show."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from regdesk.ui.empty import EmptyState
from regdesk.ui.theme import Theme


def test_a_text_of_several_lines_is_seen_whole(theme: Theme, qtbot: QtBot) -> None:
    theme.set_text_size(200)
    made = EmptyState("Inget än", "Lägg till det första som ska följas upp, och sedan det andra. " * 3)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    QApplication.processEvents()
    for label in made.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    made.close()
