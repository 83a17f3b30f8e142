"""Every keyboard shortcut of the program, in one table. Keys without Ctrl or Alt belong to the meeting mode."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from regdesk.ui.verbs import Verb

SHORTCUTS: Final[Mapping[Verb, tuple[str, ...]]] = MappingProxyType(
    {
        Verb.NEW_REGISTER: ("Ctrl+Shift+N",),
        Verb.OPEN_REGISTER: ("Ctrl+O",),
        Verb.CLOSE_REGISTER: ("Ctrl+W",),
        Verb.IMPORT_PLAN: ("Ctrl+I",),
        Verb.SAVE_PDF: ("Ctrl+S",),
        Verb.SAVE_WORD: ("Ctrl+Shift+S",),
        Verb.PRINT: ("Ctrl+P",),
        Verb.QUIT: ("Ctrl+Q",),
        Verb.UNDO: ("Ctrl+Z",),
        Verb.REDO: ("Ctrl+Y", "Ctrl+Shift+Z"),
        Verb.FIND: ("Ctrl+F",),
        Verb.ASK: ("Ctrl+K",),
        Verb.ADD: ("Ctrl+N",),
        Verb.EDIT: ("F2",),
        Verb.MOVE_OUT: ("Alt+Left",),
        Verb.MOVE_IN: ("Alt+Right",),
        Verb.MOVE_UP: ("Alt+Up",),
        Verb.MOVE_DOWN: ("Alt+Down",),
        Verb.REMOVE: ("Del",),
        Verb.SCORE_RISK: ("Ctrl+R",),
        Verb.COMMENT: ("Ctrl+J",),
        Verb.MARK_SECRET: ("Ctrl+Shift+K",),
        Verb.REPORT_BACK: ("Ctrl+Shift+R",),
        Verb.SWITCH_DONE: ("Ctrl+D",),
        Verb.GO_PLAN: ("Ctrl+1",),
        Verb.GO_INDICATORS: ("Ctrl+2",),
        Verb.GO_MEETINGS: ("Ctrl+3",),
        Verb.GO_SHEETS: ("Ctrl+4",),
        Verb.GO_ASSIGNMENTS: ("Ctrl+5",),
        Verb.GO_ACTIVITIES: ("Ctrl+6",),
        Verb.GO_RISKS: ("Ctrl+7",),
        Verb.GO_SUPERVISION: ("Ctrl+8",),
        Verb.GO_ECONOMY: ("Ctrl+Shift+2",),
        Verb.GO_HISTORY: ("Ctrl+9",),
        Verb.GO_YEAR: ("Ctrl+Shift+1",),
        Verb.GO_RULES: ("Ctrl+Shift+7",),
        Verb.NEW_MEETING: ("Ctrl+M",),
        Verb.ASSESS: ("F5",),
        Verb.TAKE_UP: ("Ctrl+B",),
        Verb.TAKE_UP_ALL: ("Ctrl+Shift+B",),
        Verb.PULL_DUE: ("Ctrl+Shift+U",),
        Verb.SET_OUTCOME: ("Ctrl+E",),
        Verb.MAKE_ASSIGNMENT: ("Ctrl+U",),
        Verb.ATTACH: ("Ctrl+Shift+A",),
        Verb.PREVIOUS_YEAR: ("Ctrl+PgUp",),
        Verb.NEXT_YEAR: ("Ctrl+PgDown",),
        Verb.MOVE_DATE: ("Ctrl+T",),
        Verb.RESTORE_DATE: ("Ctrl+Shift+T",),
        Verb.EXPORT_CALENDAR: ("Ctrl+Shift+E",),
        Verb.OPEN_PALETTE: ("Ctrl+Shift+P",),
        Verb.LARGER_TEXT: ("Ctrl++", "Ctrl+="),
        Verb.SMALLER_TEXT: ("Ctrl+-",),
        Verb.NORMAL_TEXT: ("Ctrl+0",),
        Verb.FULL_SCREEN: ("F11",),
    }
)
