"""What goes wrong on the command line, as one sentence on stderr and an exit code; never a traceback."""

from __future__ import annotations

import errno
import os
import platform
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from regdesk import __version__
from regdesk.cli.speech import fault_in
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _
from regdesk.paths import state_folder
from regdesk.viewmodels.problems import OF_THE_PROGRAM, sentence

FAILED, MISUSED, INTERRUPTED = 1, 2, 130


def exit_code_of(run: Callable[[], object]) -> int:
    """Run a command and say in one sentence what stopped it. An int that it gives is its exit code."""
    _speak_utf8()
    try:
        result = run()
    except NoArgsIsHelpError as help_page:
        return _say(help_page.message, MISUSED)
    except click.UsageError as error:
        return _say(_sentence_on(error), MISUSED)
    except click.Abort:
        return _say(_("Avbrutet."), INTERRUPTED)
    except Problem as problem:
        if problem.kind in OF_THE_PROGRAM:
            _say(_sentence_on_bug(problem), FAILED)
        return _say(sentence(problem), FAILED)
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain of it once more while it exits.
        _close_stdout()
        return FAILED
    except Exception as error:
        return _say(_sentence_on_other(error), FAILED)
    return result if isinstance(result, int) else 0


def _close_stdout() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(words: str, code: int) -> int:
    click.echo(words, err=True)
    return code


def _sentence_on(error: click.UsageError) -> str:
    fault = fault_in(error)
    command = error.ctx.command_path if error.ctx else "regdesk"
    text = _("{fault}; {command} --help visar hur kommandot skrivs.").format(fault=fault, command=command)
    return text[:1].upper() + text[1:]


def _sentence_on_other(error: Exception) -> str:
    """Output that goes to a full disk is nobody's bug."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        _close_stdout()
        return sentence(Problem(ProblemKind.DISK_FULL))
    return _sentence_on_bug(error)


def _sentence_on_bug(error: Exception) -> str:
    with suppress(OSError):
        report = save_report(error)
        return _("Det här är ett fel i Regdesk och inte hos dig: rapporten {path} visar vad som hände.").format(
            path=report
        )
    return _("Det här är ett fel i Regdesk och inte hos dig, och ingen rapport kunde sparas: {error}").format(
        error=repr(error)
    )


def save_report(error: BaseException) -> Path:
    """Write down what a bug did, for whoever mends it; gives the file. Raises OSError when it cannot."""
    now = datetime.now().astimezone()
    folder = state_folder() / "reports"
    folder.mkdir(exist_ok=True)
    report = folder / f"{now:%Y-%m-%d %H.%M.%S.%f}.txt"
    lines = [
        f"Regdesk {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"{now.isoformat()} {' '.join(sys.argv)}",
        "",
        "".join(traceback.format_exception(error)),
    ]
    report.write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
    return report


def _speak_utf8() -> None:
    """Swedish and JSON come out whole on a Windows that redirects output in another encoding.

    Names of files that are no text, as an old zip can leave behind, are shown with their bytes.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
