"""The keys of the meeting mode that are no verdicts; those work where letters are no text, these with Alt anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Deed(Enum):
    """What a key does."""

    NEXT = auto()
    PREVIOUS = auto()
    FIRST = auto()
    LAST = auto()
    NEXT_UNASSESSED = auto()
    ACCEPT = auto()
    REPORT = auto()
    SWITCH_LIST = auto()
    SHOW_SECRET = auto()
    SAY = auto()
    SCROLL_UP = auto()
    SCROLL_DOWN = auto()
    ESCAPE = auto()


KEYS: Final[Mapping[str, Deed]] = MappingProxyType(
    {
        "Return": Deed.NEXT,
        "Enter": Deed.NEXT,
        "Right": Deed.NEXT,
        "PgDown": Deed.NEXT,
        "Left": Deed.PREVIOUS,
        "PgUp": Deed.PREVIOUS,
        "Home": Deed.FIRST,
        "End": Deed.LAST,
        "Ctrl+Return": Deed.NEXT_UNASSESSED,
        "Ctrl+Enter": Deed.NEXT_UNASSESSED,
        "S": Deed.ACCEPT,
        "R": Deed.REPORT,
        "L": Deed.SWITCH_LIST,
        "V": Deed.SHOW_SECRET,
        "C": Deed.SAY,
        "Up": Deed.SCROLL_UP,
        "Down": Deed.SCROLL_DOWN,
        "Esc": Deed.ESCAPE,
    }
)

HELD: Final = frozenset({"Left", "Right", "PgUp", "PgDown", "Up", "Down"})
"""Keys that go on for as long as they are held; no other one does twice what was asked for once."""

_IGNORED: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier


def key_name(event: QKeyEvent) -> str:
    """`J` for j, J and Alt+J alike, `Ctrl+Return` for Enter with Ctrl."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~_IGNORED
    if modifiers == _ALT and is_letter(key):
        modifiers &= ~_ALT
    return QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)


def is_letter(key: int) -> bool:
    """Whether a key is a plain letter: only those may be typed with Alt wherever the keyboard stands."""
    return Qt.Key.Key_A <= key <= Qt.Key.Key_Z
