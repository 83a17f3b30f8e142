"""Prints the pages of a PDF as they are, in their own size, sharp enough for any printer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.ui.pages.sheets.pictures import draw
from regdesk.ui.work import Progress

SHARPEST: Final = 300
"""Dots an inch: more cannot be seen on paper, and takes ever more memory."""

_POINTS: Final = 72


def make_printer(name: str, first_page: QSizeF) -> QPrinter:
    """A printer set to the paper of the sheet, before the user chooses in the system's dialog."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(_orientation(first_page))
    return printer


def chosen_pages(printer: QPrinter, count: int, in_sight: int) -> list[int]:
    """The pages that the dialog's answers come to, counted from 0, in the order they are to be printed."""
    ranges = printer.pageRanges()
    numbers = [number for number in range(count) if ranges.isEmpty() or ranges.contains(number + 1)]
    if printer.printRange() == QPrinter.PrintRange.CurrentPage:
        numbers = [in_sight]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    return numbers


def print_pages(
    data: bytes, sizes: Sequence[QSizeF], numbers: Sequence[int], printer: QPrinter, progress: Progress
) -> None:
    """Print these pages of a PDF, counted from 0; `sizes` are those of all its pages, in points.

    Runs beside the window. Raises Problem(PRINTING_FAILED), Problem(CANCELLED).
    """
    painter = QPainter()
    try:
        for done, number in enumerate(numbers):
            progress(done, len(numbers))
            printer.setPageOrientation(_orientation(sizes[number]))
            if not (printer.newPage() if done else painter.begin(printer)):
                raise Problem(ProblemKind.PRINTING_FAILED, printer=printer.printerName())
            picture = draw(data, number, min(printer.resolution(), SHARPEST))
            painter.drawImage(_place(sizes[number], printer), picture)
    except Problem:
        printer.abort()
        raise
    finally:
        painter.end()


def _place(size: QSizeF, printer: QPrinter) -> QRectF:
    """The page in its own size at the paper's corner; smaller where the paper is."""
    resolution = printer.resolution()
    paper = QRectF(printer.pageLayout().fullRectPixels(resolution))
    wanted = size * (resolution / _POINTS)
    share = min(1.0, paper.width() / wanted.width(), paper.height() / wanted.height())
    return QRectF(0, 0, wanted.width() * share, wanted.height() * share)


def _orientation(size: QSizeF) -> QPageLayout.Orientation:
    orientation = QPageLayout.Orientation
    return orientation.Landscape if size.width() > size.height() else orientation.Portrait
