"""References, quotations, lists and page numbers in generated text. Imported text is never put in order with these."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from regdesk.formats.dates import format_iso_interval
from regdesk.formats.signs import LOCALES, NBSP, QUOTES, Language


def format_section(number: int | str) -> str:
    """`§ 64` with a fixed space."""
    return f"§{NBSP}{number}"


def format_decision(body: str, start: dt.date, number: int | str, *, end: dt.date | None = None) -> str:
    """How a decision is cited: `RS 2026-11-22 § 64`, with both days of a meeting of two."""
    return f"{body} {format_iso_interval(start, end or start)} {format_section(number)}"


def format_dnr(dnr: str) -> str:
    """`dnr 23RS106` with a fixed space; the number itself as the diary has it."""
    return f"dnr{NBSP}{dnr}"


def format_law(act: str, number: str, section: int | str, *, chapter: int | str | None = None) -> str:
    """`6 kap. 6 § kommunallagen (2017:725)`; `act` in the definite form, `number` in the statute book."""
    within = f"{chapter}{NBSP}kap.{NBSP}" if chapter is not None else ""
    return f"{within}{section}{NBSP}§ {act} ({number})"


def quote(text: str, *, language: Language = "sv") -> str:
    """`”x”`, the same sign on both sides; `“x”` in English."""
    before, after = QUOTES[language]
    return f"{before}{text}{after}"


def format_list(items: Sequence[str], *, language: Language = "sv") -> str:
    """`a, b och c`; an empty text for no items."""
    from babel.lists import format_list as babel_list  # the window starts without it

    return babel_list(items, locale=LOCALES[language])


def format_page(number: int, count: int) -> str:
    """`1(4)`, as the page number of a protokoll or a bilaga."""
    return f"{number}({count})"
