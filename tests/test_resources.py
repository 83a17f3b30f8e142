"""The fonts, icons and profile that the program ships: complete, usable and licensed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from regdesk.paths import data_folder

FOLDER = data_folder("resources")
TEXT_FONTS = sorted((FOLDER / "fonts").glob("SourceSans3-*.ttf"))
ICONS = sorted((FOLDER / "icons").glob("*.svg"))

SWEDISH = "abcåäöÅÄÖéü§€%½–—”’…·•×−≤≥±°✓✗\N{NO-BREAK SPACE}"
SYMBOLS = "✓✗◐○●?"


def named(paths: list[Path]) -> list[str]:
    return [path.stem for path in paths]


@pytest.mark.parametrize("path", TEXT_FONTS, ids=named(TEXT_FONTS))
def test_text_fonts_have_what_swedish_sheets_are_written_with(path: Path) -> None:
    face = TTFontFace(str(path))
    assert [sign for sign in SWEDISH if ord(sign) not in face.charToGlyph] == []


@pytest.mark.parametrize("path", TEXT_FONTS, ids=named(TEXT_FONTS))
def test_figures_and_minus_are_of_one_width(path: Path) -> None:
    widths = TTFontFace(str(path)).charWidths
    assert len({widths[ord(sign)] for sign in "0123456789−"}) == 1


def test_the_second_font_has_the_symbols_of_verdicts() -> None:
    face = TTFontFace(str(FOLDER / "fonts" / "DejaVuSans.ttf"))
    assert [sign for sign in SYMBOLS if ord(sign) not in face.charToGlyph] == []


@pytest.mark.parametrize("path", ICONS, ids=named(ICONS))
def test_icons_take_the_colour_of_the_window(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke="currentColor"' in drawing
    assert re.findall(r"#[0-9a-fA-F]{3,6}", drawing) == []


def test_the_table_of_icons_is_complete() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| here | in Lucide |\n|---|---|\n")[2]
    assert re.findall(r"^\| ([a-z-]+) \|", table, re.MULTILINE) == sorted(named(ICONS))


@pytest.mark.parametrize("folder", ["fonts", "icons", "icc"])
def test_a_licence_lies_beside_what_came_from_others(folder: str) -> None:
    assert list((FOLDER / folder).glob("LICENSE-*"))


def test_the_profile_is_one_of_colour() -> None:
    profile = (FOLDER / "icc" / "sRGB.icc").read_bytes()
    assert (profile[12:16], profile[16:20], profile[36:40]) == (b"mntr", b"RGB ", b"acsp")
    assert int.from_bytes(profile[:4], "big") == len(profile)
