"""Numbers of paragrafer: read out of what stands there, and given to what has none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_NUMBER: Final = re.compile(r"\s*§*\s*(\d{1,6})")


def section_number(text: str) -> int | None:
    """64 for `64`, `§ 64` and `64 a`; None for what begins with no number."""
    found = _NUMBER.match(text)
    return int(found.group(1)) if found else None


def section_name(text: str) -> str:
    """What two paragrafer have alike when they are the same one: `64a` for `§ 64 A`."""
    return "".join(text.casefold().replace("§", "").split())


def filled(sections: Sequence[str], last: int) -> list[str]:
    """The same paragrafer, with numbers where there are none: on from `last`, and on from each that stands there.

    What stands there is left as it is, and its number is given to no other.
    """
    taken = {section_number(text) for text in sections}
    numbered, following = [], last + 1
    for text in sections:
        own = section_number(text)
        if text.strip():
            numbered.append(text)
            following = max(following, own + 1) if own is not None else following
            continue
        while following in taken:
            following += 1
        numbered.append(str(following))
        following += 1
    return numbered
