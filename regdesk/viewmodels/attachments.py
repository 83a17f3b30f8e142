"""Bilagor of a meeting and its items as rows: number, title, what kind of file each is, and how much it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from regdesk.domain.file_names import FileKind, kind_of_file, may_be_opened, suffix_of
from regdesk.domain.model import Attachment
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.formats import format_quantity
from regdesk.i18n import _, current_language, mark
from regdesk.services.attachments import LIMIT, Attached, attachments_of, kept_bytes
from regdesk.services.session import Session
from regdesk.viewmodels.forms import RecordForm, form_of
from regdesk.viewmodels.problems import sentence
from regdesk.viewmodels.rows import Align, Cell, Column, GivenRows, Row
from regdesk.viewmodels.words import one_line

_WORDS: Final[Mapping[FileKind, tuple[str, str]]] = MappingProxyType(
    {
        FileKind.PDF: (mark("PDF"), "sheet"),
        FileKind.TEXT: (mark("Text"), "document"),
        FileKind.TABLE: (mark("Kalkylblad"), "table"),
        FileKind.SLIDES: (mark("Presentation"), "panel"),
        FileKind.PICTURE: (mark("Bild"), "preview"),
        FileKind.MAIL: (mark("E-post"), "comment"),
        FileKind.ARCHIVE: (mark("Arkiv"), "archive"),
        FileKind.PROGRAM: (mark("Program"), "lock"),
        FileKind.OTHER: (mark("Annan fil"), "attachment"),
    }
)
_KILO: Final = 1024
_ASKED: Final = ("number", "title", "included_in_decision")


def attachment_columns() -> tuple[Column, ...]:
    return (
        Column(key="number", title=_("Bilaga"), width=0.7, sortable=False),
        Column(key="title", title=_("Rubrik"), width=3.0, sortable=False),
        Column(key="kind", title=_("Fil"), width=1.3, sortable=False),
        Column(key="size", title=_("Storlek"), width=0.9, align=Align.RIGHT, sortable=False),
    )


def attachment_rows(session: Session, item_id: str) -> GivenRows:
    """What is attached to an item or a meeting, in order."""
    return GivenRows(attachment_columns(), [_row(each) for each in attachments_of(session, item_id)])


def file_words(file_name: str) -> str:
    """What kind of file a name tells of, with its ending where the word alone says little."""
    kind = kind_of_file(file_name)
    suffix = suffix_of(file_name)
    return f"{_(_WORDS[kind][0])} (.{suffix})" if suffix and kind is FileKind.OTHER else _(_WORDS[kind][0])


def file_icon(file_name: str) -> str:
    """The name of the icon for that kind of file."""
    return _WORDS[kind_of_file(file_name)][1]


def room_words(session: Session) -> str:
    """What a file may take, and what those of the register take together."""
    return _("Högst {limit} för varje fil. Registrets filer tar {kept}.").format(
        limit=size_words(LIMIT), kept=size_words(kept_bytes(session))
    )


def size_words(size: int) -> str:
    """`340 kB` or `2,4 MB`; one byte is a kB too."""
    language = current_language()
    if size < _KILO * _KILO:
        return format_quantity(Decimal(-(-size // _KILO)), "kB", decimals=0, language=language)
    decimals = 0 if size % (_KILO * _KILO) == 0 else 1
    return format_quantity(Decimal(size) / (_KILO * _KILO), "MB", decimals=decimals, language=language)


def refusals(attached: Attached) -> str:
    """A sentence for each file that was not kept."""
    return "\n\n".join(map(sentence, attached.refused))


def attachment_form(session: Session, attachment_id: str) -> RecordForm:
    """What is said of a file: its number, its title, and whether it belongs to the decision."""
    form = form_of(session, "attachments", attachment_id)
    fields = {field.key: field for field in form.fields}
    return replace(form, fields=tuple(fields[key] for key in _ASKED), values={key: form.values[key] for key in _ASKED})


def file_name(session: Session, attachment_id: str) -> str:
    """What the file was called, made safe."""
    return session.get(Attachment, attachment_id).file_name


def file_to_open(session: Session, attachment_id: str) -> Attachment:
    """An attachment whose file may be opened. Raises Problem(FILE_NOT_OPENED) for what may run as a program."""
    attachment = session.get(Attachment, attachment_id)
    if not may_be_opened(attachment.file_name):
        raise Problem(ProblemKind.FILE_NOT_OPENED, name=attachment.file_name)
    return attachment


def _row(attachment: Attachment) -> Row:
    cells: Sequence[Cell] = (
        Cell(text=one_line(attachment.number)),
        Cell(text=one_line(attachment.title)),
        Cell(text=file_words(attachment.file_name), icon=file_icon(attachment.file_name)),
        Cell(text=size_words(attachment.size)),
    )
    return Row(id=attachment.id, cells=tuple(cells))
