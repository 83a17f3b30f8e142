"""Every sheet there is, held against what others wrote: veraPDF for its claims, qpdf and poppler for the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain
from pathlib import Path

import pikepdf
import pytest

from regdesk.i18n import SOURCE_LANGUAGE, set_language
from regdesk.sheets.blocks import Figure, Orientation, Paper, Sheet
from regdesk.sheets.pdf.writer import make_pdf
from regdesk.sheets.plain import reading_order
from tests.sheets.examples import FOOT, bars, full_paper, full_sheet, sheet_of
from tests.sheets.extremes import SMALL
from tests.sheets.pdf import layout, poppler, verapdf
from tests.sheets.pdf.poppler import words_of
from tests.sheets.pdf.reading import structure_texts
from tests.sheets.shipped import shipped_sheets

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Written:
    """A sheet and the file that was made of it. What no font has is told by what stands in for it."""

    sheet: Sheet | Paper
    path: Path
    substitutes: dict[str, str]

    @property
    def words(self) -> list[str]:
        text = " ".join(reading_order(self.sheet))
        return words_of("".join(self.substitutes.get(character, character) for character in text))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Written]:
    """Every sheet of the shipped registers, and those of the examples."""
    set_language(SOURCE_LANGUAGE)  # a test before this one may have left another
    folder = tmp_path_factory.mktemp("sheets")
    return [_write(sheet, folder / f"{name}.pdf") for name, sheet in chain(shipped_sheets(folder), _examples())]


def _examples() -> Iterator[tuple[str, Sheet | Paper]]:
    yield "nothing", sheet_of()
    for orientation in Orientation:
        yield f"everything-{orientation}", replace(full_sheet(), orientation=orientation)
    yield "paper", full_paper()
    yield "drawings", sheet_of(Figure(image=bars(), alt="Andelar av resorna", caption="Diagram 1"))


def _write(sheet: Sheet | Paper, path: Path) -> Written:
    pdf = make_pdf(sheet)
    path.write_bytes(pdf.data)
    return Written(sheet, path, pdf.substitutes)


def needs(missing: str) -> None:
    """Skip where something is missing; where everything is to be tested, fail."""
    if missing and os.environ.get("CI") == "true":
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)


def test_every_sheet_is_for_archive_and_screen_reader(written: list[Written], tmp_path: Path) -> None:
    needs(verapdf.missing())
    extremes = [_write(make(), tmp_path / f"{name}.pdf") for name, make in SMALL.items()]
    assert verapdf.broken_rules([each.path for each in (*written, *extremes)]) == {}


def test_the_reference_check_finds_what_is_broken(tmp_path: Path) -> None:
    needs(verapdf.missing())
    path = tmp_path / "broken.pdf"
    with pikepdf.open(BytesIO(make_pdf(sheet_of()).data)) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(path)
    (rules,) = verapdf.broken_rules([path]).values()
    assert {rule.split()[0] for rule in rules} == set(verapdf.FLAVOURS)


def test_every_file_is_sound(written: list[Written]) -> None:
    faults = {}
    for each in written:
        with pikepdf.open(each.path) as pdf:
            faults[each.path.name] = pdf.check_pdf_syntax()
    assert {name: found for name, found in faults.items() if found} == {}


def test_nothing_reaches_out_of_a_page_and_nothing_is_parted_from_its_heading(written: list[Written]) -> None:
    for look in (layout.outside, layout.lonely_headings, layout.headless_tables):
        found = {each.path.name: look(each.path.read_bytes()) for each in written}
        assert {name: places for name, places in found.items() if places} == {}


def test_every_word_is_read_in_order_along_the_structure(written: list[Written]) -> None:
    read = {each.path: words_of(" ".join(structure_texts(each.path.read_bytes()))) for each in written}
    assert [each.path.name for each in written if read[each.path] != each.words] == []


def test_poppler_reads_the_same(written: list[Written]) -> None:
    """Of the sheets among the examples: it loads the fonts anew for every element, and reads a paper's page numbers."""
    needs(poppler.missing())
    examples = {name for name, _sheet in _examples()}
    chosen = [each for each in written if each.path.stem in examples and isinstance(each.sheet, Sheet)]
    assert [each.path.name for each in chosen if poppler.structure_words(each.path) != each.words] == []


def test_every_word_is_found_in_order_on_the_pages(written: list[Written]) -> None:
    needs(poppler.missing())
    margin = set(words_of(f"{FOOT.plan} {FOOT.seal}"))
    for each in written:
        found = iter(poppler.page_words(each.path))
        assert [word for word in each.words if word not in margin and word not in found] == [], each.path.name
