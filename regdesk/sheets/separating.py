"""A paper as separate files: a PDF for each of its sheets, and the files that are attached to its meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from regdesk.sheets.blocks import Paper, Sheet, sheets_of
from regdesk.sheets.replace import write_whole
from regdesk.viewmodels.meeting_material import attached_files
from regdesk.viewmodels.sheet_form import file_name
from regdesk.viewmodels.sheet_request import SheetRequest


def separated(document: Sheet | Paper, request: SheetRequest) -> dict[str, Paper | bytes]:
    """What each file holds, by its name: a sheet with its chapters, then what is attached to the meeting, as it is.

    A name is a number, and what the register's pattern gives.
    """
    papers: list[list[Sheet]] = []
    for sheet in sheets_of(document):
        if sheet.is_chapter and papers:
            papers[-1].append(sheet)
        else:
            papers.append([sheet])
    named = [(f"{_name(sheets[0], request)}.pdf", Paper(sheets=tuple(sheets))) for sheets in papers]
    attached = attached_files(request) if request.meeting_id else ()
    return {f"{number:02} {name}": held for number, (name, held) in enumerate([*named, *attached], 1)}


def write_separated(
    files: Mapping[str, Paper | bytes],
    folder: Path,
    draw: Callable[[Paper], bytes],
    tell: Callable[[int, int], object] = lambda _done, _total: None,
) -> list[str]:
    """Write every file, sheets as `draw` makes them; gives the names.

    Raises Problem(FILE_NOT_WRITTEN), and what `draw` and `tell` raise.
    """
    for done, (name, held) in enumerate(files.items()):
        tell(done, len(files))
        write_whole(draw(held) if isinstance(held, Paper) else held, folder / name)
    return [*files]


def _name(sheet: Sheet, request: SheetRequest) -> str:
    number = sheet.head.appendix.rpartition(" ")[2]
    return file_name(sheet.head.title, replace(request, appendix=number))
