"""What a window and a list of recent registers call a register."""

from __future__ import annotations

from regdesk.formats import format_year_span
from regdesk.services.registers import board_of, register_of
from regdesk.services.session import Session


def register_title(session: Session) -> str:
    """`Regionstyrelsen 2024–2026`: the board and the years of its plan, where the register says them."""
    name, register = board_of(session).name, register_of(session)
    if register.period_start is None or register.period_end is None:
        return name
    return f"{name} {format_year_span(register.period_start, register.period_end)}"
