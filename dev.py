"""Sets up, runs and checks Regdesk: `python3 dev.py VERB`. Needs Python 3.11 or newer and nothing else.

This file keeps to what older Pythons can read, so that they can hand over to a newer one or say what is missing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

OLDEST = (3, 11)
NEWER = (["python3.14"], ["python3.13"], ["python3.12"], ["python3.11"], ["py", "-3"])


def main(arguments: list[str]) -> int:
    """Run the verb that `arguments` begin with and return its exit code."""
    if sys.version_info < OLDEST:
        return hand_over(arguments)
    from tools.verbs import run

    return run(arguments)


def hand_over(arguments: list[str]) -> int:
    """Run this file with a newer Python, or say in one sentence that there is none."""
    reason = f"Regdesk needs Python 3.11 or newer, and this is {sys.version_info[0]}.{sys.version_info[1]}"
    newer = next((command for command in NEWER if is_new_enough(command)), None)
    if newer is None:
        print(f"{reason}: install a newer one and try again.")
        return 1
    print(f"{reason}: going on with {' '.join(newer)}.", flush=True)
    return subprocess.call([*newer, __file__, *arguments])


def is_new_enough(command: list[str]) -> bool:
    """Whether `command` starts a Python that can run this project."""
    if shutil.which(command[0]) is None:
        return False
    probe = [*command, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST})"]
    return subprocess.call(probe, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
