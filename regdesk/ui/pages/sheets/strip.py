"""The strip above the preview: which page is in sight, and how large the paper is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from regdesk.i18n import _
from regdesk.ui.icons import icon
from regdesk.ui.pages.sheets.preview import ZOOMS, Fit, Preview, page_text
from regdesk.ui.text import label, tip
from regdesk.ui.tokens import Space


class PreviewStrip(QWidget):
    """Buttons for what the keys of the preview do as well; those that have words keep to their icons in little room."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._page, self._zoom = label(), label()
        step, fit = preview.step_zoom, preview.set_fit
        self._before = _tool("chevron-up", _("Föregående sida"), "Ctrl+PgUp", lambda: preview.go_to(preview.page - 1))
        self._after = _tool("chevron-down", _("Nästa sida"), "Ctrl+PgDn", lambda: preview.go_to(preview.page + 1))
        self._smaller = _tool("zoom-out", _("Visa mindre"), "Ctrl+−", lambda: step(-1))
        self._larger = _tool("zoom-in", _("Visa större"), "Ctrl++", lambda: step(1))
        self._fits = {
            Fit.WIDTH: _named("fit-width", _("Hela bredden"), lambda: fit(Fit.WIDTH)),
            Fit.PAGE: _named("fit-page", _("Hela sidan"), lambda: fit(Fit.PAGE)),
        }
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        left: tuple[QWidget, ...] = (self._before, self._after, self._page)
        right: tuple[QWidget, ...] = (self._smaller, self._zoom, self._larger, *self._fits.values())
        for part in left:
            layout.addWidget(part)
        layout.addStretch()
        for part in right:
            layout.addWidget(part)
        preview.moved.connect(self._show)
        self._show()

    def _show(self) -> None:
        preview = self._preview
        self._page.setText(page_text(preview))
        self._zoom.setText(_("{percent} %").format(percent=preview.zoom))
        self._before.setEnabled(preview.page > 0)
        self._after.setEnabled(preview.page + 1 < preview.count)
        self._smaller.setEnabled(preview.zoom > ZOOMS[0])
        self._larger.setEnabled(preview.zoom < ZOOMS[-1])
        for fit, made in self._fits.items():
            made.setChecked(preview.fit is fit)
        self._suit()
        self._layout.activate()  # at once: the words are seldom as long as the last ones

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        words = sum(made.sizeHint().width() - self._larger.sizeHint().width() for made in self._fits.values())
        return least - QSize(words, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._suit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._suit()

    def _suit(self) -> None:
        """Write out what there is room for, once that is known."""
        if not self.isVisible():
            return
        for style in (Qt.ToolButtonStyle.ToolButtonTextOnly, Qt.ToolButtonStyle.ToolButtonIconOnly):
            for made in self._fits.values():
                made.setToolButtonStyle(style)
            if self._layout.minimumSize().width() <= self.width():
                return


def _tool(icon_name: str, name: str, keys: str, do: Callable[[], object]) -> QToolButton:
    made = QToolButton()
    made.setIcon(icon(icon_name))
    made.setAccessibleName(name)
    made.setToolTip(tip(f"{name} ({keys})"))
    made.clicked.connect(do)
    return made


def _named(icon_name: str, name: str, do: Callable[[], object]) -> QToolButton:
    made = QToolButton()
    made.setIcon(icon(icon_name))
    made.setText(name)
    made.setToolTip(tip(name))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setCheckable(True)
    made.clicked.connect(do)
    return made
