"""Draws the sizes of the program's icon from resources/app/regdesk.svg: PNG for Linux, ICO for Windows."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "app"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> None:
    """Write every size beside the drawing."""
    application = QGuiApplication(["app_icon", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(FOLDER / "regdesk.svg"))
    pictures = [FOLDER / f"regdesk-{size}.png" for size in SIZES]
    for size, picture in zip(SIZES, pictures, strict=True):
        _draw(renderer, size).save(str(picture))
    *smaller, largest = [Image.open(picture) for picture in pictures]
    largest.save(FOLDER / "regdesk.ico", sizes=[(size, size) for size in SIZES], append_images=smaller)
    application.quit()


def _draw(renderer: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


if __name__ == "__main__":
    main()
