"""An organisation's own colour, type and logo are what the paper has, and all of it is still archived and read."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.units import mm

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.paths import data_folder
from regdesk.sheets.blocks import Family, HouseStyle, Sheet
from regdesk.sheets.pdf.pictures import LOGO_LIMIT, logo_size, read_logo
from regdesk.sheets.pdf.writer import make_pdf
from regdesk.sheets.plain import reading_order
from tests.sheets.examples import full_sheet
from tests.sheets.pdf.reading import structure_texts, tags

LOGO = data_folder("resources") / "app" / "regdesk-128.png"
OWN = HouseStyle(accent="#7A1F3D", accent_tint="#F2E9EC", family=Family.SERIF, logo=LOGO.read_bytes(), logo_alt="Vapen")


def styled(style: HouseStyle) -> Sheet:
    return replace(full_sheet(), style=style)


def content(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        return b"".join(page.Contents.read_bytes() for page in pdf.pages)


def fonts(data: bytes) -> set[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        names = (str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values())
        return {name.partition("+")[2].partition("-")[0] for name in names}


def test_the_accent_is_the_organisations_everywhere() -> None:
    usual, own = (content(make_pdf(styled(style)).data) for style in (HouseStyle(), OWN))
    ours, theirs = b".043 .333 .388", b".478 .122 .239"
    plain = [text.replace(b" 0.", b" .").replace(b"\n0.", b"\n.") for text in (usual, own)]
    assert (ours in plain[0], theirs in plain[0]) == (True, False)
    assert (ours in plain[1], theirs in plain[1]) == (False, True)


def test_the_other_family_is_embedded_alone() -> None:
    assert "SourceSans3" in fonts(make_pdf(styled(HouseStyle())).data)
    found = fonts(make_pdf(styled(OWN)).data)
    assert "SourceSerif4" in found
    assert "SourceSans3" not in found


def test_the_logo_is_a_figure_with_words_and_all_is_read() -> None:
    sheet = styled(OWN)
    data = make_pdf(sheet).data
    assert tags(data).count("Figure") == tags(make_pdf(styled(HouseStyle())).data).count("Figure") + 1
    read, said = (
        "".join("".join(text.split()) for text in texts) for texts in (structure_texts(data), reading_order(sheet))
    )
    assert read == said.replace("\u00ad", "")


def test_a_logo_that_cannot_be_read_leaves_its_room_to_others() -> None:
    damaged = styled(replace(OWN, logo=b"\x89PNG\r\n\x1a\nskadad"))
    assert tags(make_pdf(damaged).data) == tags(make_pdf(styled(replace(OWN, logo=b""))).data)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nskadad", b"\xff\xd8\xff" + bytes(LOGO_LIMIT)])
def test_what_is_no_logo_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(Problem) as raised:
        read_logo(path)
    assert raised.value.kind is ProblemKind.LOGO_UNREADABLE


@pytest.mark.parametrize(
    ("dots", "size"), [((1200, 220), (60, 11)), ((600, 600), (14, 14)), ((200, 520), (7, 18)), ((24, 24), (6, 6))]
)
def test_a_logo_is_as_large_as_it_can_be_seen_well(dots: tuple[int, int], size: tuple[int, int]) -> None:
    assert tuple(round(side / mm) for side in logo_size(*dots)) == size


def test_a_logo_is_kept_as_it_is() -> None:
    assert read_logo(LOGO) == LOGO.read_bytes()
    with pytest.raises(Problem) as raised:
        read_logo(Path("finns inte.png"))
    assert raised.value.kind is ProblemKind.FILE_MISSING
