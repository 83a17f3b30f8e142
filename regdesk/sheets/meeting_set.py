"""The meeting's set: everything that the agenda needs, in one file in order, or as a file each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import Block, Figure, Heading, Paper, Paragraph, Sheet, sheets_of
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.viewmodels.meeting_material import MaterialFile, kinds_taken_up, material_files
from regdesk.viewmodels.sheet_options import Option, Scope, tick
from regdesk.viewmodels.sheet_request import SheetRequest

_FILES: Final = tick("files", mark("Bifogade filer"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a set is put together from: what stands first, the bilagor by what the agenda must take up, what is last."""

    first: Sequence[SheetKind]
    appendices: Mapping[SheetKind, frozenset[str]]
    last: Sequence[SheetKind]

    def all(self) -> Iterator[SheetKind]:
        """Every kind, in the order of the set."""
        yield from (*self.first, *self.appendices, *self.last)


def meeting_set_kind(parts: Parts) -> SheetKind:
    """The kind that is put together from `parts`, each of which may be left out."""
    asked = {kind.code: tick(kind.code, kind.source_title) for kind in parts.all()}
    return SheetKind(
        code="meeting-set",
        source_title=mark("Sammanträdets handlingar"),
        group=Group.MEETING,
        scope=Scope.MEETING,
        maker=lambda request: _paper(request, parts, asked),
        options=(*asked.values(), _FILES),
    )


def _paper(request: SheetRequest, parts: Parts, asked: Mapping[str, Option]) -> Paper:
    title = _("Sammanträdets handlingar")
    nothing = Paragraph(text=_("Sammanträdet har inga handlingar än: ta upp något på dagordningen."))
    sheets = tuple(_sheets(request, parts, asked))
    return Paper(sheets=sheets or (framed(request, [nothing], document_type=title, title=title),), title=title)


def _sheets(request: SheetRequest, parts: Parts, asked: Mapping[str, Option]) -> Iterator[Sheet]:
    wanted = replace(request, answers={}, appendix="", orientation="")
    yield from _made(parts.first, request, wanted, asked)
    taken_up = kinds_taken_up(request)
    needed = [kind for kind, items in parts.appendices.items() if items & taken_up and request.has(asked[kind.code])]
    for number, kind in enumerate(needed, 1):
        year = request.year if kind.scope is Scope.YEAR else None
        yield from sheets_of(kind.maker(replace(wanted, appendix=str(number), asked_year=year)))
    yield from _made(parts.last, request, wanted, asked)
    files = material_files(request) if request.has(_FILES) else ()
    if files:
        title = _("Bifogade filer")
        yield framed(wanted, _file_blocks(files), document_type=_("Handlingar"), title=title)


def _made(
    kinds: Iterable[SheetKind], request: SheetRequest, wanted: SheetRequest, asked: Mapping[str, Option]
) -> Iterator[Sheet]:
    for kind in kinds:
        if request.has(asked[kind.code]):
            yield from sheets_of(kind.maker(wanted))


def _file_blocks(files: Iterable[MaterialFile]) -> Iterator[Block]:
    for file in files:
        yield Heading(text=file.name)
        if file.picture:
            yield Figure(image=file.picture, alt=file.alt)
        elif file.text:
            yield from (Paragraph(text=part) for part in file.text.split("\n\n") if part.strip())
        else:
            told = _("{name} ({kind}) delas ut för sig.").format(name=file.file_name, kind=file.told)
            yield Paragraph(text=told)
