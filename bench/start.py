"""Start to a complete window with a register in it, beside a bare window of the same toolkit."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.measuring import Figure, in_ms, ratio, seconds
from bench.registers import make_register

RUNS = 7
INDICATORS = 2_000
ASSESSMENTS = 20_000

_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1200, 800)
window.show()
"""
_OURS = """
import sys
from regdesk.__main__ import main
class EndBeforeTheLoop:  # put in when the window is about to be imported: what comes before must find no Qt
    def find_spec(name, *_):
        if name == "regdesk.ui.app":
            from PySide6.QtWidgets import QApplication
            QApplication.exec = lambda *_: 0
sys.meta_path.insert(0, EndBeforeTheLoop)
main()
"""
_END = """
import os
from pathlib import Path
from PySide6.QtWidgets import QApplication
for _round in range(10):
    QApplication.processEvents()
status = Path("/proc/self/status")  # only Linux tells, and getrusage would tell of the parent too
lines = status.read_text().splitlines() if status.exists() else []
print(sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024, flush=True)
os._exit(0)
"""


def figures(folder: Path) -> Iterator[Figure]:
    """Time and memory of both, in turns, each in a process of its own."""
    path = folder / "start.regdesk"
    make_register(path, indicators=INDICATORS, assessments=ASSESSMENTS)
    times: dict[str, list[float]] = {_BARE: [], _OURS: []}
    memory: dict[str, list[int]] = {_BARE: [], _OURS: []}
    for script in times:
        _run(script, path)  # compiles what Python keeps compiled, as an installation does
    for _round in range(RUNS):
        for script in times:
            times[script].append(seconds(partial(_note, memory[script], script, path)))
    ours, bare = (statistics.median(times[script]) for script in (_OURS, _BARE))
    yield Figure(
        what=f"start to window, {ASSESSMENTS:,} assessments",
        figure=in_ms(ours),
        beside=f"{ratio(ours, bare)} a bare window of {in_ms(bare)}",
        mark="≤ 1.6 ×",
    )
    yield Figure(
        what="memory at start",
        figure=f"{statistics.median(memory[_OURS]):.0f} MiB",
        beside=f"{statistics.median(memory[_BARE]):.0f} MiB bare",
        mark="≤ 70 MiB",
    )


def _note(memory: list[int], script: str, path: Path) -> None:
    memory.append(_run(script, path))


def _run(script: str, path: Path) -> int:
    """The highest memory use in MiB of one start, with settings and backups of its own."""
    home = str(path.parent)
    own = {"XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home, "PYTHONPYCACHEPREFIX": home}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    finished = subprocess.run(
        [sys.executable, "-c", script + _END, str(path)],
        env={**kept, **own, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return int(finished.stdout.split()[-1])
