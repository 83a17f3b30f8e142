"""What a person can do to a register, as codes; undo, history and menus name their steps by them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto


class Action(StrEnum):
    """One code a kind of step. View-models make sentences of them."""

    CREATE_REGISTER = auto()
    EDIT_REGISTER = auto()
    IMPORT_PLAN = auto()
    ADD = auto()
    EDIT = auto()
    DELETE = auto()
    MOVE = auto()
    EDIT_VALUE = auto()
    ASSESS = auto()
    COMMENT = auto()
    CONFIRM_SUGGESTION = auto()
    ASSESS_FROM_FILE = auto()
    ADD_MEETING = auto()
    OPEN_MEETING = auto()
    CLOSE_MEETING = auto()
    EDIT_AGENDA = auto()
    FILL_AGENDA = auto()
    SET_OUTCOME = auto()
    NUMBER_AGENDA = auto()
    COPY_ATTENDANCE = auto()
    ATTACH = auto()
    MAKE_ASSIGNMENT = auto()
    REPORT_BACK = auto()
    BEGIN_OCCASION = auto()
    HOLD_OCCASION = auto()
    CANCEL_OCCASION = auto()
    ANSWER = auto()
    CONCLUDE = auto()
    REVIEW = auto()
    SET_STATUS = auto()
    PRINT_SHEET = auto()
    EDIT_LOOK = auto()
    SCORE_RISK = auto()
    EDIT_MATRIX = auto()
    RECORD_RESULT = auto()
    SET_LINKS = auto()
    MARK_SECRET = auto()
    UNMARK_SECRET = auto()
    RENUMBER = auto()
    TAKE_VERSION = auto()
    ROLL_PLAN = auto()
    REOPEN = auto()
    MOVE_DATE = auto()
    RESTORE_DATE = auto()
    ADD_RULES = auto()
    RESTORE_RULE = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """A change as a person knows it: what was done and to what; `subject` is a name or empty."""

    action: Action
    subject: str = ""


UNDONE = "undone."
REDONE = "redone."
"""How history marks an action that took back another one, or did it anew."""
