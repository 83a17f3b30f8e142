"""The typefaces of paper: Source Sans 3 or Source Serif 4, and DejaVu Sans for the signs that they lack."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.paths import data_folder
from regdesk.sheets.blocks import Family
from regdesk.sheets.characters import NO_BREAK_SPACE


class Weight(StrEnum):
    """The cuts of the text faces, by the end of their files' names."""

    REGULAR = "Regular"
    SEMIBOLD = "Semibold"
    BOLD = "Bold"
    ITALIC = "It"
    BOLD_ITALIC = "BoldIt"


_FAMILIES: Final = {Family.SANS: "SourceSans3", Family.SERIF: "SourceSerif4"}

_STAND_INS: Final = {
    Weight.REGULAR: "DejaVuSans",
    Weight.SEMIBOLD: "DejaVuSans-Bold",
    Weight.BOLD: "DejaVuSans-Bold",
    Weight.ITALIC: "DejaVuSans",
    Weight.BOLD_ITALIC: "DejaVuSans-Bold",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font file that reportlab knows by `name`, and the characters that it can print."""

    name: str
    characters: frozenset[str]


@cache
def face(name: str) -> Face:
    """Register the font file `name` with reportlab. Raises Problem(SHEET_FONT_MISSING)."""
    path = file_of(name)
    try:
        font = TTFont(name, str(path))
    except (OSError, TTFError) as error:
        raise Problem(ProblemKind.SHEET_FONT_MISSING, name=path.name) from error
    pdfmetrics.registerFont(font)
    return Face(name=name, characters=frozenset({NO_BREAK_SPACE, *map(chr, font.face.charToGlyph)}))


@cache
def text_face(weight: Weight, family: Family = Family.SANS) -> Face:
    """The text face of a family in `weight`. Raises Problem(SHEET_FONT_MISSING)."""
    return face(f"{_FAMILIES[family]}-{weight}")


@cache
def faces(weight: Weight, family: Family = Family.SANS) -> tuple[Face, Face]:
    """The text face in `weight` and the face that stands in for the signs that it lacks."""
    return text_face(weight, family), face(_STAND_INS[weight])


@lru_cache(maxsize=1 << 16)
def width_of(text: str, face_name: str, size: float) -> float:
    """The width of `text` in points."""
    return float(pdfmetrics.stringWidth(text, face(face_name).name, size))


def character_widths(text: str, face_name: str, size: float) -> list[float]:
    """The width of each character of `text` in points."""
    return [width_of(character, face_name, size) for character in text]


def file_of(face_name: str) -> Path:
    """The file of a face."""
    return data_folder("resources") / "fonts" / f"{face_name}.ttf"
