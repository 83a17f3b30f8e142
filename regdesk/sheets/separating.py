"""A paper as separate files: a PDF for each of its sheets, and the files that are attached to its meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from regdesk.sheets.blocks import Paper, Sheet, sheets_of
from regdesk.sheets.replace import write_whole
from regdesk.viewmodels.meeting_material import attached_files
from regdesk.viewmodels.sheet_form import file_name
from regdesk.viewmodels.sheet_request import SheetRequest


def separate(document: Sheet | Paper, request: SheetRequest) -> dict[str, Paper]:
    """Each sheet of a document with its chapters, by the name of its file: a number, and what the pattern gives."""
    papers: list[list[Sheet]] = []
    for sheet in sheets_of(document):
        if sheet.is_chapter and papers:
            papers[-1].append(sheet)
        else:
            papers.append([sheet])
    numbered = enumerate(papers, 1)
    return {f"{number:02} {_name(sheets[0], request)}.pdf": Paper(sheets=tuple(sheets)) for number, sheets in numbered}


def write_separately(
    document: Sheet | Paper,
    request: SheetRequest,
    folder: Path,
    draw: Callable[[Paper], bytes],
    tell: Callable[[int, int], object] = lambda _done, _total: None,
) -> list[str]:
    """Write every sheet as `draw` makes it, and after them what is attached to the meeting, as it is.

    Gives the names of the files. Raises Problem(FILE_NOT_WRITTEN), and what `draw` and `tell` raise.
    """
    papers, attached = separate(document, request), list(_attached(request))
    total = len(papers) + len(attached)
    for done, (name, paper) in enumerate(papers.items()):
        tell(done, total)
        write_whole(draw(paper), folder / name)
    names = [*papers]
    for name, content in attached:
        tell(len(names), total)
        names.append(f"{len(names) + 1:02} {name}")
        write_whole(content, folder / names[-1])
    return names


def _name(sheet: Sheet, request: SheetRequest) -> str:
    number = sheet.head.appendix.rpartition(" ")[2]
    return file_name(sheet.head.title, replace(request, appendix=number))


def _attached(request: SheetRequest) -> Iterator[tuple[str, bytes]]:
    return attached_files(request) if request.meeting_id else iter(())
