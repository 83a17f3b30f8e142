"""What was printed for a meeting: which edition a sheet would be now, and the list of those that are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from regdesk.domain.model import PrintedSheet
from regdesk.formats import format_iso_date, format_time
from regdesk.i18n import _, current_language
from regdesk.services.look import look_of
from regdesk.services.prints import Print, choices_of, content_of, editions_of, keep_print, print_bytes, prints_of
from regdesk.services.secrecy import Secrecy, telling
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.rows import Align, Cell, Column, GivenRows, Row, Tone
from regdesk.viewmodels.sheet_request import SheetRequest

_HASH_SHOWN: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The last edition that was printed: its number, when that was, what it said, and the file itself.

    `choices` is what it was made with.
    """

    number: int
    printed: str
    content: str
    choices: Mapping[str, str]
    pdf: bytes


def earlier_print(request: SheetRequest, code: str) -> Earlier | None:
    """The last edition of a meeting's sheet for the same readers; None where none was printed."""
    if request.meeting_id is None:
        return None
    editions = editions_of(request.session, code, request.meeting_id, request.edition)
    if not editions:
        return None
    last = editions[0]
    return Earlier(
        number=len(editions),
        printed=printed_at(last),
        content=content_of(request.session, last),
        choices=choices_of(last),
        pdf=print_bytes(request.session, last),
    )


def choices_made(request: SheetRequest) -> dict[str, str]:
    """All that a sheet is made with beside what the register says: where it is the same, so is the paper."""
    look = look_of(request.session)
    return {
        "edition": request.edition,
        "appendix": request.appendix,
        "orientation": request.orientation,
        "language": current_language(),
        "look": repr(look),
        **{f"answer:{key}": answer for key, answer in sorted(request.answers.items())},
    }


def keep(request: SheetRequest, code: str, *, file_name: str, content: str, pdf: bytes) -> PrintedSheet | None:
    """Keep what is printed for a meeting as one step; nothing is kept of other sheets, or of the same file again."""
    if request.meeting_id is None:
        return None
    last = earlier_print(request, code)
    if last is not None and last.pdf == pdf:
        return None
    return keep_print(
        request.session,
        Print(
            kind=code,
            meeting_id=request.meeting_id,
            file_name=file_name,
            choices=choices_made(request),
            content=content,
            pdf=pdf,
        ),
    )


def print_pdf(session: Session, print_id: str) -> bytes:
    """The file, byte for byte. Raises Problem(ROW_MISSING)."""
    return print_bytes(session, session.get(PrintedSheet, print_id))


def print_name(session: Session, print_id: str) -> str:
    """What the file was called. Raises Problem(ROW_MISSING)."""
    return session.get(PrintedSheet, print_id).file_name


def secrecy_warning(session: Session, print_id: str) -> str:
    """What to think of before the file is given to anybody; empty where nothing in it has become secret since.

    Raises Problem(ROW_MISSING).
    """
    if not _now_secret(session)(session.get(PrintedSheet, print_id)):
        return ""
    return _(
        "Exemplaret är för alla, men säger något som har fått sekretess sedan det trycktes. Pröva det före utlämnande."
    )


def _now_secret(session: Session) -> Callable[[PrintedSheet], bool]:
    """Whether a file for everybody names what is secret now. It is kept as it was, whatever was marked later."""
    tells = telling(session, Secrecy.read(session))
    return lambda printed: _readers(printed) != Edition.INTERNAL and tells(content_of(session, printed))


def printed_at(printed: PrintedSheet) -> str:
    """`2024-09-12 14.05`, in the time of the place."""
    local = printed.printed_at.astimezone()
    return f"{format_iso_date(local.date())} {format_time(local.time(), language=current_language())}"


def print_columns() -> tuple[Column, ...]:
    """What is told of each print."""
    return (
        Column(key="printed", title=_("Utskrivet"), width=1.7, sortable=False),
        Column(key="sheet", title=_("Fil"), width=3.4, sortable=False),
        Column(key="edition", title=_("Utgåva"), width=0.8, align=Align.RIGHT, sortable=False),
        Column(key="readers", title=_("Exemplar"), width=1.7, sortable=False),
        Column(key="hash", title=_("Kontrollsumma"), width=1.4, sortable=False),
    )


def print_rows(session: Session, meeting_id: str) -> GivenRows:
    """What was printed for a meeting, newest first, each with its number among the editions of its sheet."""
    rows: list[Row] = []
    numbers: dict[tuple[str, str], int] = {}
    is_secret = _now_secret(session)
    for printed in reversed(prints_of(session, meeting_id)):
        sheet = printed.kind, _readers(printed)
        numbers[sheet] = numbers.get(sheet, 0) + 1
        rows.insert(0, _row(printed, numbers[sheet], is_secret=is_secret(printed)))
    return GivenRows(print_columns(), rows)


def _row(printed: PrintedSheet, number: int, *, is_secret: bool) -> Row:
    cells = (
        Cell(text=printed_at(printed)),
        Cell(text=printed.file_name),
        Cell(text=str(number)),
        Cell(text=_("Nu sekretess"), tone=Tone.BAD) if is_secret else Cell(text=_for(printed)),
        Cell(text=printed.sha256[:_HASH_SHOWN], spoken=printed.sha256),
    )
    return Row(id=printed.id, cells=cells)


def _readers(printed: PrintedSheet) -> str:
    return choices_of(printed).get("edition", "")


def _for(printed: PrintedSheet) -> str:
    return _("Internt") if _readers(printed) == Edition.INTERNAL else _("För alla")
