"""What can go wrong for reasons outside the program, as codes; view-models tell each with its next step."""

from __future__ import annotations

from enum import StrEnum, auto


class ProblemKind(StrEnum):
    """One code a sentence. A code is named by what happened, never by where it was noticed."""

    # Register files
    REGISTER_MISSING = auto()
    REGISTER_EXISTS = auto()
    REGISTER_UNREADABLE = auto()
    NOT_A_REGISTER = auto()
    REGISTER_TOO_NEW = auto()
    REGISTER_DAMAGED = auto()
    REGISTER_FOREIGN_SCHEMA = auto()
    REGISTER_LOCKED = auto()
    REGISTER_READ_ONLY = auto()
    DISK_FULL = auto()
    HISTORY_BROKEN = auto()
    CHANGED_BY_OTHER = auto()
    # Rules of the register
    ROW_MISSING = auto()
    ROW_IN_USE = auto()
    RULE_BROKEN = auto()
    NOT_ASSESSABLE = auto()
    MATRIX_UNREADABLE = auto()
    SCORE_OUTSIDE_MATRIX = auto()
    MEETING_CLOSED = auto()
    NOTHING_TO_UNDO = auto()
    NOTHING_TO_REDO = auto()
    TEXT_TOO_LONG = auto()
    AMOUNT_UNREADABLE = auto()
    AMOUNT_AMBIGUOUS = auto()
    NAME_MISSING = auto()
    BLOCK_TOO_LONG = auto()
    LEVEL_IN_USE = auto()
    LAST_LEVEL = auto()
    LEVELS_MISSING = auto()
    PERIOD_NOT_LATER = auto()
    # Files that are read
    FILE_MISSING = auto()
    FILE_UNREADABLE = auto()
    FILE_TOO_LARGE = auto()
    FILE_EMPTY = auto()
    FILE_ATTACHED = auto()
    FILE_NOT_OPENED = auto()
    NOT_WORD = auto()
    NOT_EXCEL = auto()
    SHEET_TOO_LARGE = auto()
    WORD_OLD_FORMAT = auto()
    WORD_ENCRYPTED = auto()
    WORD_DAMAGED = auto()
    WORD_ZIP_BOMB = auto()
    WORD_EXTERNAL_ENTITIES = auto()
    WORD_NO_HEADINGS = auto()
    CSV_MALFORMED = auto()
    CSV_UNKNOWN_VERDICT = auto()
    CSV_UNKNOWN_ITEM = auto()
    CSV_AMBIGUOUS_ITEM = auto()
    # Files that are written
    FILE_NOT_WRITTEN = auto()
    SHEET_UNKNOWN = auto()
    SHEET_NEEDS_MEETING = auto()
    SHEET_CHOICE_UNKNOWN = auto()
    SHEET_GLYPH_MISSING = auto()
    COLOUR_UNKNOWN = auto()
    COLOUR_UNREADABLE = auto()
    LOGO_UNREADABLE = auto()
    LOGO_WITHOUT_WORDS = auto()
    NAME_UNKNOWN = auto()
    SHEET_FONT_MISSING = auto()
    SHEET_NOT_CONFORMING = auto()
    PRINTING_FAILED = auto()
    # Choices on the command line
    MEETING_UNKNOWN = auto()
    MEETING_AMBIGUOUS = auto()
    PERIOD_UNREADABLE = auto()
    MODEL_UNKNOWN = auto()
    VERSION_UNKNOWN = auto()
    EXAMPLE_UNKNOWN = auto()
    KIND_UNKNOWN = auto()
    RECORD_UNKNOWN = auto()
    PRINT_UNKNOWN = auto()
    RECORD_AMBIGUOUS = auto()
    FIELD_UNKNOWN = auto()
    ANSWER_REFUSED = auto()
    CANNOT_ADD = auto()
    WINDOW_UNAVAILABLE = auto()
    CANCELLED = auto()


class Problem(Exception):
    """Something the environment, a file or a person did that stops the work; `params` fill the sentence about it."""

    def __init__(self, kind: ProblemKind, **params: object) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.kind.value}({details})"
