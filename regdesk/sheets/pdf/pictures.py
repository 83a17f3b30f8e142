"""Opens pictures for the page, in colours that the archive format allows."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, Final

from reportlab.lib.units import inch, mm
from reportlab.lib.utils import ImageReader

from regdesk.domain.problems import Problem, ProblemKind

_PNG_OR_JPEG: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_AS_THEY_ARE: Final = frozenset({"1", "L", "P", "RGB", "RGBA"})  # other modes become RGB, CMYK of printers above all


LOGO_LIMIT: Final = 1024 * 1024
"""The largest logo, in bytes: it stands in every file that is made."""


LOGO_AFTER: Final = 10.0
"""Points between the logo and the names below it."""

_LOGO_WIDTH: Final = 60 * mm  # at most
_LOGO_HEIGHT: Final = 14 * mm
_ARMS_HEIGHT: Final = 18 * mm  # of what is higher than wide, as arms are, and would else be the smallest of all
_COARSEST: Final = inch / 96  # points of a dot: a picture of few dots is no larger than on a screen


def logo_size(across: int, down: int) -> tuple[float, float]:
    """Width and height, in points, of a logo of so many dots at the head of a sheet."""
    tallest = _ARMS_HEIGHT if down > across else _LOGO_HEIGHT
    scale = min(_LOGO_WIDTH / across, tallest / down, _COARSEST)
    return across * scale, down * scale


def read_logo(path: Path) -> bytes:
    """A picture's bytes as they are to be kept. Raises Problem(FILE_MISSING), Problem(LOGO_UNREADABLE)."""
    try:
        content = path.read_bytes() if path.stat().st_size <= LOGO_LIMIT else b""
    except FileNotFoundError as error:
        raise Problem(ProblemKind.FILE_MISSING, path=path) from error
    except OSError:
        content = b""
    if not content.startswith(_PNG_OR_JPEG) or opened(content) is None:
        raise Problem(ProblemKind.LOGO_UNREADABLE, path=path, limit=LOGO_LIMIT)
    return content


def opened(image: bytes) -> ImageReader | None:
    """The picture, or None where `image` is none that can be read."""
    try:
        reader: Any = ImageReader(BytesIO(image))
        reader._image.load()
        return reader if reader._image.mode in _AS_THEY_ARE else ImageReader(reader._image.convert("RGB"))
    except Exception:  # a damaged picture makes its decoder raise whatever it likes
        return None
