"""The pages of a PDF as Qt's pictures, drawn when they are first looked at and kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from regdesk.sheets.pdf.pages import PageImage

ROOM: Final = 160_000_000
"""Bytes of pictures that are kept; a page of A4 at 96 dots an inch takes 3.6 million."""

_BYTES_OF_A_PIXEL: Final = 4


class Pictures:
    """One PDF. The file is opened for each picture anew, which costs next to nothing and leaves nothing to close."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.sizes = sizes_of(data)
        self._kept: OrderedDict[tuple[int, float], QImage] = OrderedDict()

    def picture(self, number: int, dpi: float) -> QImage:
        """Page `number`, counted from 0, with `dpi` pixels an inch."""
        key = (number, dpi)
        if key not in self._kept:
            self._kept[key] = draw(self.data, number, dpi)
            self._make_room()
        self._kept.move_to_end(key)
        return self._kept[key]

    def _make_room(self) -> None:
        while len(self._kept) > 1 and sum(map(_weight, self._kept.values())) > ROOM:
            self._kept.popitem(last=False)


def sizes_of(data: bytes) -> list[QSizeF]:
    """Width and height of each page of a PDF, in points."""
    from regdesk.sheets.pdf.pages import Pages

    with Pages(data) as pages:
        return [QSizeF(*pages.size(number)) for number in range(len(pages))]


def draw(data: bytes, number: int, dpi: float) -> QImage:
    """Page `number` of a PDF, counted from 0; may be called in any thread."""
    from regdesk.sheets.pdf.pages import Pages

    with Pages(data) as pages:
        return _as_qt(pages.image(number, dpi))


def _as_qt(image: PageImage) -> QImage:
    """A picture of its own: Qt does not keep the bytes that it is handed. Painting wants this format."""
    shown = QImage(image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGBX8888)
    return shown.convertToFormat(QImage.Format.Format_RGB32)


def _weight(picture: QImage) -> int:
    return picture.width() * picture.height() * _BYTES_OF_A_PIXEL
