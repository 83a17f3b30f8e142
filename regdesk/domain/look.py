"""How an organisation's sheets look: logo, colour and type, what stands at head and foot, and what files are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum, auto
from string import Formatter
from typing import Final

from regdesk.domain.file_names import safe_name
from regdesk.domain.problems import Problem, ProblemKind

READABLE: Final = Decimal("4.5")
"""The least contrast between a text and what it stands on (WCAG 2.1, 1.4.3)."""

TINT_SHARE: Final = 0.1
"""How much of the colour there is in the tint that its own texts may stand on; the rest is white."""

_COLOUR: Final = re.compile(r"#[0-9A-F]{6}")
_WHITE: Final = "#FFFFFF"
_TENTH: Final = Decimal("0.1")


class Typeface(StrEnum):
    """The families of type that come with the program."""

    SANS = auto()
    SERIF = auto()


class HeadFact(StrEnum):
    """What may stand below the names at the head of a sheet; its date always does."""

    BOARD = auto()
    DNR = auto()
    PERIOD = auto()


class NamePart(StrEnum):
    """What a pattern for names of files may hold, in braces, as a person writes it."""

    SHEET = "blad"
    DATE = "datum"
    BOARD = "nämnd"
    DNR = "dnr"
    APPENDIX = "bilaga"
    EDITION = "exemplar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """`accent` is #RRGGBB; `logo` the SHA-256 of the picture's bytes, with `logo_alt` for those who do not see it.

    `foot` stands at the foot of every page, such as an address; `has_seal` ties papers to the register's history.
    """

    accent: str = "#0B5563"
    typeface: Typeface = Typeface.SANS
    logo: str = ""
    logo_alt: str = ""
    head: tuple[HeadFact, ...] = tuple(HeadFact)
    foot: str = ""
    has_seal: bool = True
    file_name: str = "{blad} {exemplar} {datum}"


def check_look(look: Look) -> None:
    """Refuse what could not be read or printed.

    Raises what `check_colour` raises, Problem(LOGO_WITHOUT_WORDS), Problem(NAME_UNKNOWN).
    """
    check_colour(look.accent)
    if look.logo and not look.logo_alt.strip():
        raise Problem(ProblemKind.LOGO_WITHOUT_WORDS)
    _names_in(look.file_name)


def is_colour(text: str) -> bool:
    """Whether a text is a colour as it is kept, #0B5563."""
    return _COLOUR.fullmatch(text) is not None


def check_colour(colour: str) -> None:
    """Refuse a colour that is none, or that cannot be read. Raises Problem(COLOUR_UNKNOWN), (COLOUR_UNREADABLE)."""
    if not is_colour(colour):
        raise Problem(ProblemKind.COLOUR_UNKNOWN, colour=colour)
    found = least_contrast(colour)
    if found < READABLE:
        raise Problem(ProblemKind.COLOUR_UNREADABLE, colour=colour, contrast=found, least=READABLE)


def least_contrast(colour: str) -> Decimal:
    """The contrast of texts in `colour` to their own tint, which is darker than paper; never rounded up."""
    return Decimal(contrast(colour, tint(colour))).quantize(_TENTH, ROUND_DOWN)


def tint(colour: str) -> str:
    """The pale colour that texts in `colour` may stand on."""
    mixed = (round(255 + TINT_SHARE * (part - 255)) for part in _parts(colour))
    return "#" + "".join(f"{part:02X}" for part in mixed)


def contrast(one: str, other: str = _WHITE) -> float:
    """The contrast between two colours, 1 to 21 (WCAG 2.1, 1.4.3)."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def file_stem(pattern: str, parts: Mapping[NamePart, str]) -> str:
    """The name, without an ending, that a pattern gives; what is not known leaves no gap.

    Raises Problem(NAME_UNKNOWN) for a pattern that asks for something else.
    """
    _names_in(pattern)
    made = pattern.format_map({part.value: parts.get(part, "").replace("/", "-") for part in NamePart})
    return (
        safe_name(" ".join(made.split()).strip(" -_,.")) if made.strip() else safe_name(parts.get(NamePart.SHEET, ""))
    )


def _names_in(pattern: str) -> None:
    try:
        names = [(name, spec, way) for _text, name, spec, way in Formatter().parse(pattern) if name is not None]
    except ValueError as error:
        raise Problem(ProblemKind.NAME_UNKNOWN, part=pattern, parts=_allowed()) from error
    for name, spec, way in names:
        if name not in set(NamePart) or spec or way:
            raise Problem(ProblemKind.NAME_UNKNOWN, part="{" + name + "}", parts=_allowed())


def _allowed() -> str:
    return ", ".join(f"{{{part.value}}}" for part in NamePart)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
