"""Commands that speak the program's language: click has the words of help pages and usage errors in English only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import NoSuchCommand

from regdesk.i18n import _, ngettext

if TYPE_CHECKING:
    from click.types import OptionHelpExtra


class Argument(click.Argument):
    """An argument named in capitals, with its help."""

    def __init__(
        self,
        name: str,
        metavar: str,
        text: str,
        kind: click.ParamType[Any],
        *,
        required: bool = True,
        many: bool = False,
    ) -> None:
        nargs = -1 if many else 1
        super().__init__([name], metavar=metavar, help=text, type=kind, required=required, nargs=nargs)


class Option(click.Option):
    """An option that stands in the usage line where it has to be given."""

    def get_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [f"{self.opts[0]} {self.make_metavar(ctx)}"] if self.required else []

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        """Without click's English note on what is required."""
        extra = super().get_help_extra(ctx)
        extra.pop("required", None)
        return extra


class _Spoken(click.Command):
    """What commands and their group have in common."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, words, prefix=_("Användning:") + " ")

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_section(ctx, formatter, _("Argument"), click.Argument)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_section(ctx, formatter, _("Val"), click.Option)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = _("Visa den här hjälpen.")
        return option


class Command(_Spoken):
    """A command made of a function, a text that says what it does, and its parameters."""

    allow_extra_args = True  # so that click leaves what to say of them to us

    def __init__(self, name: str, run: Callable[..., object], text: str, *params: click.Parameter) -> None:
        super().__init__(name, callback=run, help=text, params=list(params), options_metavar=_("[VAL]"))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click forgets which command it was where an option lacks its value
            raise
        if rest:
            fault = ngettext("argumentet {words} är ett för mycket", "argumenten {words} är för många", len(rest))
            ctx.fail(fault.format(words=" ".join(rest)))
        return rest


class Group(_Spoken, click.Group):
    """Commands by their names, in the order given."""

    def __init__(self, name: str, text: str, commands: Sequence[click.Command]) -> None:
        by_name = {command.name or "": command for command in commands}
        super().__init__(name, by_name, help=text, options_metavar="", subcommand_metavar=_("KOMMANDO …"))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        with formatter.section(_("Kommandon")):
            formatter.write_dl([(name, _first_sentence(command.help or "")) for name, command in self.commands.items()])


def fault_in(error: click.UsageError) -> str:
    """What is wrong with a command line, as the first half of a sentence."""
    match error:
        case click.MissingParameter(param=click.Argument() as argument):
            return _("argumentet {name} saknas").format(name=argument.metavar)
        case click.MissingParameter(param=click.Parameter() as option):
            return _("valet {name} saknas").format(name=option.opts[0])
        case click.NoSuchOption():
            return _unknown(_("det finns inget val {name}"), error.option_name, error.possibilities)
        case NoSuchCommand():
            return _unknown(_("det finns inget kommando {name}"), error.command_name, error.possibilities)
        case click.BadOptionUsage():
            return _misused(error)
        case _:
            return error.message


def _unknown(fault: str, name: str, possibilities: Iterable[str] | None) -> str:
    nearest = next(iter(possibilities or ()), None)
    said = fault.format(name=name)
    return _("{fault} (menade du {name}?)").format(fault=said, name=nearest) if nearest else said


def _misused(error: click.BadOptionUsage) -> str:
    """A flag that was given a value, or an option that was not."""
    options = error.ctx.command.params if error.ctx else []
    named = next((option for option in options if error.option_name in option.opts), None)
    if isinstance(named, click.Option) and named.is_flag:
        return _("valet {name} tar inget värde").format(name=error.option_name)
    return _("valet {name} saknar sitt värde").format(name=error.option_name)


def _write_section(ctx: click.Context, formatter: click.HelpFormatter, title: str, kind: type[click.Parameter]) -> None:
    shown = [parameter for parameter in ctx.command.get_params(ctx) if isinstance(parameter, kind)]
    records = [record for parameter in shown if (record := parameter.get_help_record(ctx))]
    if records:
        with formatter.section(title):
            formatter.write_dl(records)


def _first_sentence(text: str) -> str:
    return text.partition("\n")[0]
