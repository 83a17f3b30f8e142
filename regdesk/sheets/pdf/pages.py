"""Pages of a finished PDF as pictures, for the preview, for printing and for files that take no drawings."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from types import TracebackType
from typing import Final, Self

import pypdfium2  # type: ignore[import-untyped]

_POINTS_PER_INCH: Final = 72
_PDFIUM: Final = Lock()  # pdfium may be used by one thread at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """A page in pixels: rows from the top, `stride` bytes each, four bytes a pixel: red, green, blue, unused."""

    width: int
    height: int
    stride: int
    pixels: bytes


class Pages:
    """An open PDF. Use it in a `with` statement; it may be used from any thread."""

    def __init__(self, data: bytes) -> None:
        with _PDFIUM:
            self._document = pypdfium2.PdfDocument(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        with _PDFIUM:
            return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height in points of page `number`, counted from 0."""
        with _PDFIUM:
            width, height = self._document.get_page_size(number)
        return width, height

    def image(self, number: int, dpi: float) -> PageImage:
        """Page `number`, counted from 0, in `dpi` pixels an inch."""
        with _PDFIUM:
            page = self._document[number]
            bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
            try:
                return PageImage(
                    width=bitmap.width, height=bitmap.height, stride=bitmap.stride, pixels=bytes(bitmap.buffer)
                )
            finally:
                bitmap.close()
                page.close()

    def png(self, number: int, dpi: float) -> bytes:
        """Page `number`, counted from 0, as a PNG picture in `dpi` pixels an inch."""
        written = BytesIO()
        with _PDFIUM:
            page = self._document[number]
            bitmap = page.render(scale=dpi / _POINTS_PER_INCH)
            try:
                bitmap.to_pil().save(written, "PNG", dpi=(dpi, dpi), optimize=True)
            finally:
                bitmap.close()
                page.close()
        return written.getvalue()

    def close(self) -> None:
        """Let the file go."""
        with _PDFIUM:
            self._document.close()


def page_count(data: bytes) -> int:
    """The number of pages of a PDF."""
    with Pages(data) as pages:
        return len(pages)
