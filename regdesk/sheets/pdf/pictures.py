"""Opens pictures for the page, in colours that the archive format allows."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from reportlab.lib.utils import ImageReader

_AS_THEY_ARE: Final = frozenset({"1", "L", "P", "RGB", "RGBA"})  # other modes become RGB, CMYK of printers above all


def opened(image: bytes) -> ImageReader | None:
    """The picture, or None where `image` is none that can be read."""
    try:
        reader: Any = ImageReader(BytesIO(image))
        reader._image.load()
        return reader if reader._image.mode in _AS_THEY_ARE else ImageReader(reader._image.convert("RGB"))
    except Exception:  # a damaged picture makes its decoder raise whatever it likes
        return None
