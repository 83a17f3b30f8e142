"""`regdesk sheet`: a sheet as PDF or plain text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regdesk.cli.choices import Day, PlainFile, meeting_of, opened_register, register_argument
from regdesk.cli.speech import Argument, Command, Option
from regdesk.cli.telling import put
from regdesk.i18n import _, ngettext

if TYPE_CHECKING:
    from regdesk.sheets.blocks import Sheet


def command() -> Command:
    """The command in the present language."""
    return Command(
        "sheet",
        write,
        _("Skriv ett blad som PDF eller text."),
        register_argument(),
        Argument("kind", _("BLAD"), _("Vilket blad: follow-up, eller ett annat som --list räknar upp."), click.STRING),
        Option(
            ["-o", "--output"],
            required=True,
            metavar=_("FIL"),
            type=PlainFile(),
            help=_("Bladets fil, som slutar på .pdf, eller .txt för bara texten."),
        ),
        Option(
            ["--meeting"], metavar=_("ID"), help=_("Ett sammanträdes bedömningar: dess id, början av det, eller dagen.")
        ),
        Option(
            ["--date", "printed_on"], metavar=_("DATUM"), type=Day(), help=_("Utskriftsdagen om den inte är i dag.")
        ),
        Option(["--appendix"], default="1", metavar=_("NR"), help=_("Bilagans nummer, eller inget: 1 om inget sägs.")),
        Option(["--landscape"], is_flag=True, help=_("På liggande papper.")),
        Option(
            ["--public/--internal"],
            default=True,
            help=_("För alla, utan det som är sekretessmarkerat eller internt, eller för eget bruk: för alla."),
        ),
        Option(
            ["--list"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_kinds,
            help=_("Räkna upp bladen."),
        ),
    )


def write(
    register: Path,
    kind: str,
    output: Path,
    meeting: str | None,
    printed_on: dt.date | None,
    appendix: str,
    landscape: bool,
    public: bool,
) -> None:
    """Make the sheet and say where it is. Raises Problem(SHEET_UNKNOWN), Problem(FILE_NOT_WRITTEN)."""
    if output.suffix.lower() not in (".pdf", ".txt"):
        raise click.UsageError(_("filen {name} slutar varken på .pdf eller .txt").format(name=output.name))
    day = printed_on or dt.date.today()
    sheet = make_sheet(register, kind, meeting, day, appendix=appendix, landscape=landscape, public=public)
    put(_write_text(sheet, output) if output.suffix.lower() == ".txt" else _write_pdf(sheet, output))


def make_sheet(
    register: Path,
    kind: str,
    meeting: str | None = None,
    printed_on: dt.date | None = None,
    *,
    appendix: str = "1",
    landscape: bool = False,
    public: bool = True,
) -> Sheet:
    """The sheet of that kind; with the newest verdicts where no meeting is named."""
    from regdesk.sheets.blocks import Orientation
    from regdesk.sheets.follow_up import FollowUpChoices
    from regdesk.sheets.kinds import sheet_kind
    from regdesk.viewmodels.edition import Edition
    from regdesk.viewmodels.sheet_request import SheetRequest

    chosen = sheet_kind(kind)
    choices = FollowUpChoices(appendix=appendix, orientation=Orientation.LANDSCAPE if landscape else None)
    with opened_register(register) as session:
        meeting_id = meeting_of(session, meeting).id if meeting is not None else None
        request = SheetRequest(
            session=session,
            printed_on=printed_on or dt.date.today(),
            meeting_id=meeting_id,
            edition=Edition.PUBLIC if public else Edition.INTERNAL,
        )
        return chosen.build(request, choices)


def _write_text(sheet: Sheet, output: Path) -> str:
    from regdesk.sheets.plain import plain_text
    from regdesk.sheets.replace import write_whole

    write_whole(plain_text(sheet).encode(), output)
    return _("{path} är klar.").format(path=output)


def _write_pdf(sheet: Sheet, output: Path) -> str:
    from regdesk.sheets.pdf.writer import write_pdf

    written = write_pdf(sheet, output)
    told = ngettext("{path} är klar, på en sida.", "{path} är klar, på {pages} sidor.", written.pages)
    lines = [told.format(path=output, pages=written.pages)]
    if written.substitutes:
        pairs = ", ".join(f"{there} → {printed}" for there, printed in written.substitutes.items())
        lines.append(_("Tecken som inget av teckensnitten har är skrivna på annat sätt: {pairs}.").format(pairs=pairs))
    return "\n".join(lines)


def _show_kinds(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from regdesk.sheets.kinds import SHEETS

        for kind in SHEETS.values():
            put(f"{kind.code:<12}{kind.title}")
        ctx.exit()
