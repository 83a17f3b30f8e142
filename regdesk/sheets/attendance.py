"""The sheet "Närvarolista": who attends a meeting, to be ticked and signed, or as it was noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    Cell,
    FieldCell,
    FieldKind,
    Paragraph,
    ParagraphRole,
    Row,
    Sheet,
    StatusCell,
    Table,
    Tone,
)
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.meeting_parts import fact_lines, meeting_sheet
from regdesk.viewmodels.attendance import quorum_words
from regdesk.viewmodels.meeting_papers import Person, is_over, meeting_facts, people
from regdesk.viewmodels.sheet_options import NAMES, RECUSALS, Scope, choice, tick
from regdesk.viewmodels.sheet_request import SheetRequest

_SIGNATURES: Final = tick("signatures", mark("&Underskrifter"))
_BLANK: Final = choice("blank", mark("Tomma &rader"), {"0": mark("Inga"), "5": mark("Fem"), "15": mark("Femton")})
_ROOM: Final = 20
"""Rows to fill in by pen where the register has nobody."""

_TITLE: Final = mark("Närvarolista")


def attendance_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language. Raises Problem(SHEET_NEEDS_MEETING), Problem(ROW_MISSING)."""
    return meeting_sheet(request, _blocks, document_type=_("Sammanträde"), title=_(_TITLE))


def _blocks(request: SheetRequest) -> Iterator[Block]:
    found = people(request)
    yield from fact_lines(meeting_facts(request))
    if not found:
        yield Paragraph(text=_("Registret har ingen närvaro för sammanträdet. Raderna fylls i för hand."))
    if is_over(request) and (words := quorum_words(request.session, request.meeting.id)):
        yield Paragraph(text=words, role=ParagraphRole.INTRODUCTION)
    yield _table(request, found)


def _table(request: SheetRequest, found: tuple[Person, ...]) -> Block:
    recusals, signatures = request.has(RECUSALS), request.has(_SIGNATURES)
    header = (
        *(_("Funktion"), _("Deltar som"), _("Närvarande"), _("Tjänstgör, anteckning")),
        *((_("Jäv"),) if recusals else ()),
        *((_("Underskrift"),) if signatures else ()),
    )
    blank = range(1, 1 + (int(request.answer(_BLANK)) if found else _ROOM))
    return Table(
        header=header,
        rows=(*(_row(request, each) for each in found), *(_blank_row(number, header) for number in blank)),
        widths=(25, 19, 16, 18, *((8,) if recusals else ()), *((23,) if signatures else ())),
        summary=_("De som deltar, med rutor för närvaro."),
    )


def _row(request: SheetRequest, person: Person) -> Row:
    noted = is_over(request)
    cells: list[Cell] = [person.who, person.role_word]
    cells.append(_presence(person) if noted else _field(person, "present", _("Närvarande"), FieldKind.TICK))
    cells.append(person.note or ("" if noted else _field(person, "serves", _("Tjänstgör, anteckning"))))
    if request.has(RECUSALS):
        cells.append(", ".join(person.recused) or ("" if noted else _field(person, "recused", _("Jäv"))))
    if request.has(_SIGNATURES):
        absent = noted and not person.present
        cells.append("" if absent else _field(person, "signature", _("Underskrift"), lines=2))
    return Row(cells=tuple(cells))


def _presence(person: Person) -> StatusCell:
    if person.present:
        return StatusCell(word=_("Ja"), symbol="✓", tone=Tone.GOOD)
    return StatusCell(word=_("Nej"), symbol="–")


def _field(person: Person, key: str, label: str, kind: FieldKind = FieldKind.WORDS, *, lines: int = 1) -> FieldCell:
    return FieldCell(name=f"{person.id}-{key}", tip=f"{person.who}: {label}", kind=kind, lines=lines)


def _blank_row(number: int, header: Sequence[str]) -> Row:
    """Room for somebody who is not on the list."""
    present = _("Närvarande")
    return Row(
        cells=tuple(
            FieldCell(
                name=f"row-{number}-{place}",
                tip=_("Tom rad {number}: {column}").format(number=number, column=column),
                kind=FieldKind.TICK if column == present else FieldKind.WORDS,
            )
            for place, column in enumerate(header)
        )
    )


KIND: Final = SheetKind(
    code="attendance",
    source_title=_TITLE,
    group=Group.MEETING,
    scope=Scope.MEETING,
    maker=attendance_sheet,
    options=(NAMES, RECUSALS, _SIGNATURES, _BLANK),
)
