"""`regdesk sheet`: a sheet as PDF or plain text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from regdesk.cli.choices import Day, PlainFile, opened_register, register_argument
from regdesk.cli.sheet_asking import Asked, request_for
from regdesk.cli.speech import Argument, Command, Option
from regdesk.cli.telling import put
from regdesk.i18n import _, ngettext

if TYPE_CHECKING:
    from regdesk.sheets.blocks import Paper, Sheet
    from regdesk.sheets.kind import Printable, SheetKind
    from regdesk.viewmodels.sheet_request import SheetRequest


def command() -> Command:
    """The command in the present language."""
    return Command(
        "sheet",
        write,
        _("Skriv ett blad som PDF, Word-fil eller text."),
        register_argument(),
        Argument("kind", _("BLAD"), _("Vilket blad: follow-up, eller ett annat som --list räknar upp."), click.STRING),
        Option(
            ["-o", "--output"],
            required=True,
            metavar=_("FIL"),
            type=PlainFile(),
            help=_(
                "Bladets fil, som slutar på .pdf eller .docx, eller .txt för bara texten; en mapp ger varje blad en "
                "egen PDF."
            ),
        ),
        Option(
            ["--meeting"], metavar=_("ID"), help=_("Ett sammanträdes bedömningar: dess id, början av det, eller dagen.")
        ),
        Option(["--year"], metavar=_("ÅR"), type=int, help=_("Året, för ett blad om ett år.")),
        Option(
            ["--date", "printed_on"], metavar=_("DATUM"), type=Day(), help=_("Utskriftsdagen om den inte är i dag.")
        ),
        Option(["--appendix"], metavar=_("NR"), help=_("Bilagans nummer, tomt för ingen; annars bladets vanliga.")),
        Option(["--landscape"], is_flag=True, help=_("På liggande papper.")),
        Option(
            ["--choose"],
            multiple=True,
            metavar=_("VAL=SVAR"),
            help=_("Ett av bladets egna val, som comments=no; ett som inte finns svarar med dem som gör det."),
        ),
        Option(
            ["--public/--internal"],
            default=True,
            help=_("För alla, utan det som är sekretessmarkerat eller internt, eller för eget bruk: för alla."),
        ),
        Option(
            ["--keep"],
            is_flag=True,
            help=_("Spara sammanträdets blad i registret, som det skrevs ut; är det redan gjort blir det samma fil."),
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


def write(register: Path, kind: str, output: Path, *, keep: bool = False, **options: Any) -> None:  # noqa: ANN401 - click's
    """Make the sheet and say where it is; `options` are those of Asked.

    Raises Problem(SHEET_UNKNOWN), Problem(FILE_NOT_WRITTEN) and what its kind raises.
    """
    from regdesk.sheets.kinds import sheet_kind

    suffix = output.suffix.lower()
    if suffix not in _WRITERS and not output.is_dir():
        raise click.UsageError(_("filen {name} slutar inte på .pdf, .docx eller .txt").format(name=output.name))
    chosen = sheet_kind(kind)
    with opened_register(register) as session:
        request = request_for(session, chosen, Asked(**options))
        made = chosen.printable(request)
        if output.is_dir() and not keep:
            put(_write_separately(made.document, request, output))
            return
        if not keep:
            put(_WRITERS[suffix](made.document, output))
            return
        if suffix != ".pdf" or request.meeting_id is None:
            raise click.UsageError(_("bara en PDF av ett sammanträdes blad kan sparas i registret"))
        put(_write_kept(chosen, request, made, output))


def _write_separately(document: Sheet | Paper, request: SheetRequest, folder: Path) -> str:
    """Each sheet of a paper as a PDF of its own in `folder`, and the files that are attached, as they are."""
    from regdesk.sheets.pdf.writer import pdf_bytes
    from regdesk.sheets.separating import separated, write_separated

    names = write_separated(separated(document, request), folder, pdf_bytes)
    told = ngettext("En fil är klar i {folder}.", "{count} filer är klara i {folder}.", len(names))
    return told.format(count=len(names), folder=folder)


def _write_kept(kind: SheetKind, request: SheetRequest, made: Printable, output: Path) -> str:
    """Write the file that was printed before, or print it now and keep it."""
    from regdesk.sheets.pdf.writer import make_pdf
    from regdesk.sheets.replace import write_whole
    from regdesk.viewmodels.printed import keep
    from regdesk.viewmodels.sheet_form import file_name

    pdf = made.printed or make_pdf(made.document).data
    write_whole(pdf, output)
    keep(request, kind.code, file_name=f"{file_name(kind.title, request)}.pdf", content=made.content, pdf=pdf)
    if made.printed:
        return _("{path} är klar: samma fil som skrevs ut förut.").format(path=output)
    return _("{path} är klar och sparad i registret.").format(path=output)


def _write_text(sheet: Sheet | Paper, output: Path) -> str:
    from regdesk.sheets.plain import plain_text
    from regdesk.sheets.replace import write_whole

    write_whole(plain_text(sheet).encode(), output)
    return _("{path} är klar.").format(path=output)


def _write_word(sheet: Sheet | Paper, output: Path) -> str:
    from regdesk.sheets.word.writer import write_docx

    write_docx(sheet, output)
    return _("{path} är klar.").format(path=output)


def _write_pdf(sheet: Sheet | Paper, output: Path) -> str:
    from regdesk.sheets.pdf.writer import write_pdf

    written = write_pdf(sheet, output)
    told = ngettext("{path} är klar, på en sida.", "{path} är klar, på {pages} sidor.", written.pages)
    lines = [told.format(path=output, pages=written.pages)]
    if written.substitutes:
        pairs = ", ".join(f"{there} → {printed}" for there, printed in written.substitutes.items())
        lines.append(_("Tecken som inget av teckensnitten har är skrivna på annat sätt: {pairs}.").format(pairs=pairs))
    return "\n".join(lines)


_WRITERS: Final[Mapping[str, Callable[[Sheet | Paper, Path], str]]] = {
    ".pdf": _write_pdf,
    ".docx": _write_word,
    ".txt": _write_text,
}


def _show_kinds(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from regdesk.sheets.kinds import SHEETS

        for kind in SHEETS.values():
            put(f"{kind.code:<18}{kind.title}")
        ctx.exit()
