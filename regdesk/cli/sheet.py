"""`regdesk sheet`: a sheet as PDF or plain text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from regdesk.cli.choices import Day, PlainFile, meeting_of, opened_register, register_argument
from regdesk.cli.speech import Argument, Command, Option
from regdesk.cli.telling import put
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regdesk.services.session import Session
    from regdesk.sheets.blocks import Paper, Sheet
    from regdesk.sheets.kind import SheetKind

_NO: Final = "no"


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
    meeting: str | None = None,
    printed_on: dt.date | None = None,
    *,
    year: int | None = None,
    appendix: str | None = None,
    landscape: bool = False,
    choose: tuple[str, ...] = (),
    public: bool = True,
) -> None:
    """Make the sheet and say where it is. Raises Problem(SHEET_UNKNOWN), Problem(FILE_NOT_WRITTEN)."""
    if output.suffix.lower() not in (".pdf", ".txt"):
        raise click.UsageError(_("filen {name} slutar varken på .pdf eller .txt").format(name=output.name))
    sheet = make_sheet(
        register,
        kind,
        meeting,
        printed_on or dt.date.today(),
        year=year,
        appendix=appendix,
        landscape=landscape,
        choose=choose,
        public=public,
    )
    put(_write_text(sheet, output) if output.suffix.lower() == ".txt" else _write_pdf(sheet, output))


def make_sheet(
    register: Path,
    kind: str,
    meeting: str | None = None,
    printed_on: dt.date | None = None,
    *,
    year: int | None = None,
    appendix: str | None = None,
    landscape: bool = False,
    choose: Iterable[str] = (),
    public: bool = True,
) -> Sheet | Paper:
    """The sheet of that kind; with the newest verdicts where no meeting is named.

    Raises Problem(SHEET_UNKNOWN), Problem(SHEET_CHOICE_UNKNOWN) and what its kind raises.
    """
    from regdesk.sheets.kinds import sheet_kind
    from regdesk.viewmodels.edition import Edition
    from regdesk.viewmodels.sheet_form import LANDSCAPE, first_answers, request_of

    chosen, today = sheet_kind(kind), printed_on or dt.date.today()
    with opened_register(register) as session:
        answers = first_answers(session, chosen, today) | _chosen(session, chosen, choose)
        answers["edition"] = Edition.PUBLIC if public else Edition.INTERNAL
        answers["appendix"] = chosen.appendix if appendix is None else appendix
        answers["orientation"] = LANDSCAPE if landscape else ""
        request = request_of(session, answers, today)
        if meeting is not None:
            request = replace(request, meeting_id=meeting_of(session, meeting).id, asked_year=None)
        if year is not None:
            request = replace(request, asked_year=year)
        return chosen.build(request)


def _chosen(session: Session, kind: SheetKind, choose: Iterable[str]) -> dict[str, str]:
    """The answers among `choose`, each `key=answer`; a part is asked for with yes and left out with no."""
    from regdesk.viewmodels.fields import YES, FieldKind

    options = {option.key: option for option in kind.options}
    answers = {}
    for text in choose:
        key, _equals, answer = text.partition("=")
        if key not in options:
            raise Problem(ProblemKind.SHEET_CHOICE_UNKNOWN, sheet=kind.code, choice=key, choices=", ".join(options))
        allowed = [choice.code for choice in options[key].choices(session)]
        if options[key].kind is FieldKind.TICK:
            allowed = [YES, _NO]
        if allowed and answer not in allowed:
            offered = ", ".join(f"{key}={code}" for code in allowed)
            raise Problem(ProblemKind.SHEET_CHOICE_UNKNOWN, sheet=kind.code, choice=text, choices=offered)
        answers[key] = "" if answer == _NO else answer
    return answers


def _write_text(sheet: Sheet | Paper, output: Path) -> str:
    from regdesk.sheets.plain import plain_text
    from regdesk.sheets.replace import write_whole

    write_whole(plain_text(sheet).encode(), output)
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


def _show_kinds(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from regdesk.sheets.kinds import SHEETS

        for kind in SHEETS.values():
            put(f"{kind.code:<18}{kind.title}")
        ctx.exit()
