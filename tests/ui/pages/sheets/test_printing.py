"""Pages are printed in their own size and turned as they are; what the dialog answers says which."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.sheets.pdf.pages import Pages
from regdesk.ui.pages.sheets.pictures import draw, sizes_of
from regdesk.ui.pages.sheets.printing import chosen_pages, make_printer, print_pages
from regdesk.ui.work import Progress
from tests.ui.pages.sheets.conftest import PAGES

A4 = (595, 842)


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer that prints into a file."""
    made = make_printer("Provblad", QSizeF(*A4))
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "utskrift.pdf"))
    made.setResolution(150)
    return made


def printed(tmp_path: Path) -> bytes:
    return (tmp_path / "utskrift.pdf").read_bytes()


def test_every_page_is_printed_in_its_size(printer: QPrinter, upright: bytes, tmp_path: Path) -> None:
    print_pages(upright, sizes_of(upright), range(PAGES), printer, Progress())
    with Pages(printed(tmp_path)) as pages:
        assert len(pages) == PAGES
        assert pages.size(0) == pytest.approx(A4, abs=1)


def test_what_is_printed_is_where_it_is_on_the_page(printer: QPrinter, upright: bytes, tmp_path: Path) -> None:
    print_pages(upright, sizes_of(upright), [0], printer, Progress())
    before, after = (draw(data, 0, 50).scaled(24, 34) for data in (upright, printed(tmp_path)))
    differences = [
        abs(before.pixelColor(x, y).lightness() - after.pixelColor(x, y).lightness())
        for x in range(24)
        for y in range(34)
    ]
    assert max(differences) < 90
    assert sum(differences) / len(differences) < 4


def test_a_wide_page_is_printed_on_its_side(printer: QPrinter, wide: bytes, tmp_path: Path) -> None:
    print_pages(wide, sizes_of(wide), [0], printer, Progress())
    with Pages(printed(tmp_path)) as pages:
        assert pages.size(0) == pytest.approx(A4[::-1], abs=1)


def test_smaller_paper_gets_smaller_pages(printer: QPrinter, upright: bytes, tmp_path: Path) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    print_pages(upright, sizes_of(upright), [0], printer, Progress())
    with Pages(printed(tmp_path)) as pages:
        assert pages.size(0) == pytest.approx((420, 595), abs=1)


def test_the_dialogs_answers_say_which_pages(printer: QPrinter) -> None:
    assert chosen_pages(printer, 3, in_sight=1) == [0, 1, 2]
    printer.setFromTo(2, 3)
    assert chosen_pages(printer, 3, in_sight=0) == [1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3, in_sight=0) == [2, 1]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen_pages(printer, 3, in_sight=1) == [1]


def test_progress_is_told_and_a_cancelled_print_stops(printer: QPrinter, upright: bytes) -> None:
    progress = Progress()
    told: list[tuple[int, int]] = []

    def cancel(done: int, total: int) -> None:
        told.append((done, total))
        progress.cancel()

    progress.moved.connect(cancel)
    with pytest.raises(Problem) as caught:
        print_pages(upright, sizes_of(upright), range(PAGES), printer, progress)
    assert caught.value.kind is ProblemKind.CANCELLED
    assert told == [(0, PAGES)]


def test_a_printer_that_refuses_is_told(printer: QPrinter, upright: bytes, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "ingen mapp" / "utskrift.pdf"))
    with pytest.raises(Problem) as caught:
        print_pages(upright, sizes_of(upright), [0], printer, Progress())
    assert caught.value.kind is ProblemKind.PRINTING_FAILED
