"""A key is known by its name, however it is shifted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from regdesk.ui.meeting.keys import HELD, KEYS, key_name
from regdesk.viewmodels.meeting_mode import choices

Key = Qt.Key
Modifier = Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Key.Key_J, Modifier.NoModifier, "J"),
        (Key.Key_J, Modifier.ShiftModifier, "J"),
        (Key.Key_J, Modifier.AltModifier, "J"),
        (Key.Key_J, Modifier.ControlModifier, "Ctrl+J"),
        (Key.Key_Enter, Modifier.KeypadModifier, "Enter"),
        (Key.Key_Return, Modifier.ControlModifier, "Ctrl+Return"),
        (Key.Key_Left, Modifier.AltModifier, "Alt+Left"),
        (Key.Key_PageDown, Modifier.NoModifier, "PgDown"),
    ],
)
def test_a_key_has_one_name(key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str) -> None:
    assert key_name(QKeyEvent(QEvent.Type.KeyPress, key, modifiers)) == name


def test_no_key_means_two_things() -> None:
    assert not {choice.key for choice in choices()} & KEYS.keys()
    assert KEYS.keys() >= HELD
