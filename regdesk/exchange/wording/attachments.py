"""What a plan says of its appendices: `Bilaga 2: …`, and whether one is part of what is decided on."""

from __future__ import annotations

import re

from regdesk.domain.numerals import tidy

_HEADING = re.compile(
    r"\s*bilaga\s*+(?P<number>[0-9]+(?:\.[0-9]+)?|[A-ZÅÄÖ])?\s*[:.–—-]\s*(?P<title>\S.*)", re.IGNORECASE | re.DOTALL
)
_NUMBERED = re.compile(r"\s*bilaga\s+(?P<number>[0-9]+|[A-ZÅÄÖ])(?:\s+(?P<title>\S.*))?", re.IGNORECASE | re.DOTALL)
_LIST = re.compile(r"bilag(?:a|or)\b.*", re.IGNORECASE | re.DOTALL)
_NOT_INCLUDED = re.compile(r"\bingår\s+(?:ej|inte)\s+i\s+(?:besluts?)?(?:underlag|handling)", re.IGNORECASE)


def read_attachment_heading(text: str) -> tuple[str, str] | None:
    """Number and title of an appendix by its heading or its line in a list; None for other texts."""
    found = _HEADING.fullmatch(text) or _NUMBERED.fullmatch(text)
    return (found["number"] or "", tidy(found["title"] or "")) if found else None


def is_list_of_attachments(heading: str) -> bool:
    """Whether what stands below a heading are appendices: `Bilagor (förteckning)`."""
    return _LIST.fullmatch(tidy(heading)) is not None


def is_left_out_of_decision(text: str) -> bool:
    """Whether a text says that the appendix is no part of what is decided on."""
    return _NOT_INCLUDED.search(tidy(text)) is not None
