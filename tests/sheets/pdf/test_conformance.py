"""A file that would break the rules of PDF/A is given to nobody, and takes the place of none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.sheets.pdf.writer import make_pdf, write_pdf
from tests.sheets.examples import HEAD, full_sheet

Damage = Callable[[pikepdf.Pdf], None]


def without_fonts(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item.FontFile2


def without_colours(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def with_a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


@pytest.fixture(params=[without_fonts, without_colours, with_a_script])
def damaged(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on every file is damaged before it is checked."""
    damage: Damage = request.param
    monkeypatch.setattr("regdesk.sheets.pdf.archive._mend_unicode_maps", damage)


@pytest.mark.usefixtures("damaged")
def test_a_broken_file_is_given_to_nobody() -> None:
    with pytest.raises(Problem) as caught:
        make_pdf(full_sheet())
    assert caught.value.kind is ProblemKind.SHEET_NOT_CONFORMING
    assert caught.value.params["title"] == HEAD.title
    assert "PDF/A-2b: " in str(caught.value.params["findings"])


@pytest.mark.usefixtures("damaged")
def test_a_broken_file_replaces_nothing(tmp_path: Path) -> None:
    target = tmp_path / "blad.pdf"
    target.write_bytes(b"old")
    with pytest.raises(Problem):
        write_pdf(full_sheet(), target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
