"""`regdesk look`: shows how a register's sheets look, or changes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regdesk.cli.choices import PlainFile, opened_register, register_argument
from regdesk.cli.speech import Command, Option
from regdesk.cli.telling import put
from regdesk.i18n import _
from regdesk.services.look import look_of, set_look
from regdesk.viewmodels.look import look_facts, read_head, typefaces

if TYPE_CHECKING:
    from regdesk.domain.look import Look


def command() -> Command:
    """The command in the present language."""
    text = _("TEXT")
    return Command(
        "look",
        show,
        _("Visa eller ändra hur bladen ser ut."),
        register_argument(),
        Option(["--accent"], metavar=_("FÄRG"), help=_("Rubrikernas färg, som #0B5563.")),
        Option(["--typeface"], type=click.Choice([*typefaces()]), help=_("Typsnitt: utan eller med seriffer.")),
        Option(["--logo"], metavar=_("BILD"), type=PlainFile(), help=_("Logotypen, en PNG- eller JPEG-bild.")),
        Option(["--logo-alt"], metavar=text, help=_("Vad en skärmläsare säger om logotypen.")),
        Option(["--no-logo"], is_flag=True, help=_("Ingen logotyp.")),
        Option(["--head"], metavar=text, help=_("Vad som står i huvudet: board, dnr, period, med komma emellan.")),
        Option(["--foot"], metavar=text, help=_("En egen rad i sidfoten, som en adress.")),
        Option(["--seal/--no-seal"], default=None, help=_("Registrets kontrollsumma i sidfoten, eller inte.")),
        Option(["--file-name"], metavar=_("MÖNSTER"), help=_("Vad filer heter, som {blad} {exemplar} {datum}.")),
    )


def show(
    register: Path,
    accent: str | None,
    typeface: str | None,
    logo: Path | None,
    logo_alt: str | None,
    no_logo: bool,
    head: str | None,
    foot: str | None,
    seal: bool | None,
    file_name: str | None,
) -> None:
    """Change what was said, if anything was, and print the look. Raises what `set_look` and `read_logo` raise."""
    told = {
        "accent": accent.upper() if accent else None,
        "typeface": typefaces()[typeface] if typeface else None,
        "logo": "" if no_logo else None,
        "logo_alt": "" if no_logo else logo_alt,
        "head": read_head(head) if head is not None else None,
        "foot": foot,
        "has_seal": seal,
        "file_name": file_name,
    }
    changes = {name: value for name, value in told.items() if value is not None}
    with opened_register(register) as session:
        look: Look = look_of(session)
        if changes or logo:
            look = set_look(session, replace(look, **changes), _bytes_of(logo))  # type: ignore[arg-type]
        put("\n".join(f"{fact.label}: {fact.text}" for fact in look_facts(look)))


def _bytes_of(logo: Path | None) -> bytes | None:
    from regdesk.sheets.pdf.pictures import read_logo

    return read_logo(logo) if logo else None
