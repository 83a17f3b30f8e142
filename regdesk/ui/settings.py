"""What the window remembers of its user from one day to the next; everything about the board lives in the register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, get_args

from PySide6.QtCore import QByteArray, QSettings

from regdesk.i18n import Language
from regdesk.ui.theme import TEXT_SIZES, Appearance

RECENT_LIMIT: Final = 8


class Settings:
    """The one door to QSettings: typed both ways, and tolerant of what an older or newer version left there."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings("Regdesk", "Regdesk")

    # Windows

    def geometry(self, window: str) -> QByteArray:
        """Place and size of the named window; empty when it was never shown."""
        return self._bytes(f"geometry/{window}")

    def set_geometry(self, window: str, geometry: QByteArray) -> None:
        self._store.setValue(f"geometry/{window}", geometry)

    def splitter(self, name: str) -> list[int]:
        """Widths of the parts of the named splitter; empty when never moved."""
        return self._numbers(f"splitter/{name}")

    def set_splitter(self, name: str, sizes: Sequence[int]) -> None:
        self._set_numbers(f"splitter/{name}", sizes)

    def columns(self, view: str) -> list[int]:
        """Widths of the columns of the named list; empty when never moved."""
        return self._numbers(f"columns/{view}")

    def set_columns(self, view: str, widths: Sequence[int]) -> None:
        self._set_numbers(f"columns/{view}", widths)

    # Answers

    def answers(self, form: str) -> dict[str, str]:
        """How the named form was answered last, by the keys of its fields; empty when it never was."""
        lines = (line.partition("=") for line in self._text(f"answers/{form}").splitlines())
        return {key: answer for key, equals, answer in lines if equals}

    def set_answers(self, form: str, answers: Mapping[str, str]) -> None:
        """Answers are one line each."""
        self._store.setValue(f"answers/{form}", "\n".join(f"{key}={answer}" for key, answer in answers.items()))

    # Files

    @property
    def recent(self) -> list[Path]:
        """Registers by when they were last opened. Not looked for on disk: a share may be slow or away."""
        return [Path(line) for line in self._text("recent").splitlines()]

    def remember(self, register: Path) -> None:
        """Put `register` first among the recent ones."""
        self._set_recent([register, *(path for path in self.recent if path != register)][:RECENT_LIMIT])

    def forget(self, register: Path) -> None:
        self._set_recent([path for path in self.recent if path != register])

    @property
    def folder(self) -> Path | None:
        """Where files were last opened or written."""
        text = self._text("folder")
        return Path(text) if text else None

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    # Look and language

    @property
    def appearance(self) -> Appearance:
        text = self._text("appearance")
        return Appearance(text) if text in list(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._store.setValue("appearance", appearance.value)

    @property
    def text_size(self) -> int:
        """Percent of the program's own size; one of TEXT_SIZES."""
        text = self._text("text_size")
        return int(text) if text in map(str, TEXT_SIZES) else TEXT_SIZES[0]

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", percent)

    @property
    def language(self) -> Language | None:
        """The language the user chose; None while the system decides."""
        text = self._text("language")
        return next((language for language in get_args(Language) if language == text), None)

    @language.setter
    def language(self, language: Language | None) -> None:
        self._store.setValue("language", language or "")

    # How values are kept: as text, since that is what every backend gives back

    def _text(self, key: str) -> str:
        return str(self._store.value(key, ""))

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def _numbers(self, key: str) -> list[int]:
        parts = self._text(key).split()
        return [int(part) for part in parts] if all(part.isdecimal() for part in parts) else []

    def _set_numbers(self, key: str, numbers: Sequence[int]) -> None:
        self._store.setValue(key, " ".join(map(str, numbers)))

    def _set_recent(self, paths: Sequence[Path]) -> None:
        self._store.setValue("recent", "\n".join(map(str, paths)))
