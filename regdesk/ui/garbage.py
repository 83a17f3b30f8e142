"""Collects Python's cyclic garbage where no widget is in the middle of something: at the top of the event loop."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS: Final = 1_000


class Garbage(QObject):
    """Takes over from Python's own collector for as long as the program runs.

    Python collects wherever a threshold is passed: in a handler that Qt calls while it walks over all widgets, or in a
    job's thread. A widget that is let go of there takes the program down with it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tidy)
        self._timer.start(INTERVAL_MS)

    def _tidy(self) -> None:
        # A loop within a loop has somebody's handler below it.
        if self.thread().loopLevel() <= 1:
            collect_due()


def collect_due() -> None:
    """Collect the oldest generation whose threshold is passed, as Python itself would have done; a 0 is none."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    if not 0 < thresholds[0] < counts[0]:
        return
    due = [age for age in range(3) if 0 < thresholds[age] < counts[age]]
    gc.collect(due[-1])
