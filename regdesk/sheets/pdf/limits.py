"""How long a text in a PDF may be: PDF/A allows 32,767 bytes in one string (ISO 19005-2, 6.1.13)."""

from __future__ import annotations

from typing import Final

LONGEST_STRING: Final = 32_767  # bytes
LONGEST_TEXT: Final = 8_000  # characters: each may take four bytes, and two go to the mark of their order


def within_limit(text: str) -> str:
    """`text`, with an ellipsis for what does not fit in one string."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
