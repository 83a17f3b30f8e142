"""The program's commands put together."""

from __future__ import annotations

from collections.abc import Sequence

import click

from regdesk import __version__
from regdesk.cli import (
    assess,
    calendar,
    check,
    demo,
    example,
    import_plan,
    look,
    meetings,
    new,
    overview,
    prints,
    records,
    risks,
    roll,
    sheet,
    show,
    versions,
    window,
)
from regdesk.cli.faults import exit_code_of
from regdesk.cli.speech import Group, Option
from regdesk.i18n import _


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, the process's own where none is given; gives the exit code."""
    given = list(arguments) if arguments is not None else None
    return exit_code_of(lambda: program().main(given, prog_name="regdesk", standalone_mode=False))


def program() -> Group:
    """All commands, in the present language."""
    group = Group(
        "regdesk",
        _("Mål, indikatorer och bedömningar för nämndsekreterare: från nämndens plan till uppföljningsblad."),
        [
            new.command(),
            import_plan.command(),
            show.command(),
            records.list_command(),
            records.add_command(),
            records.set_command(),
            records.remove_command(),
            meetings.meeting_command(),
            meetings.list_command(),
            calendar.command(),
            assess.command(),
            risks.command(),
            sheet.command(),
            prints.command(),
            look.command(),
            versions.list_command(),
            versions.take_command(),
            versions.diff_command(),
            roll.command(),
            overview.command(),
            check.command(),
            window.command(),
            demo.command(),
            example.command(),
        ],
    )
    group.params.append(_version_option())
    return group


def _version_option() -> Option:
    return Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help=_("Visa programmets version."),
    )


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"Regdesk {__version__}")
        ctx.exit()
