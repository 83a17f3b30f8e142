"""What a kind of sheet is: its name, what it is about, what may be chosen of it, and what makes one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import Paper, Sheet
from regdesk.sheets.editions import later_edition
from regdesk.sheets.plain import content_text
from regdesk.sheets.withholding import without
from regdesk.viewmodels.edition import withheld
from regdesk.viewmodels.printed import choices_made, earlier_print
from regdesk.viewmodels.sheet_options import Option, Scope
from regdesk.viewmodels.sheet_request import SheetRequest


class Group(StrEnum):
    """What a kind is offered under."""

    FOLLOW_UP = auto()
    APPENDICES = auto()
    WORK = auto()
    MEETING = auto()
    OVERVIEW = auto()


_GROUP_TITLES: Final = {
    Group.FOLLOW_UP: mark("Uppföljning"),
    Group.APPENDICES: mark("Bilagor till planen"),
    Group.WORK: mark("Arbete, risker och ekonomi"),
    Group.MEETING: mark("Sammanträden"),
    Group.OVERVIEW: mark("Översikter"),
}


@dataclass(frozen=True, slots=True)
class Printable:
    """A document and its text. `printed` is the file of the very same that was printed before, if it was."""

    document: Sheet | Paper
    content: str
    printed: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetKind:
    """A kind of sheet by its code; `source_title` is its Swedish title as a source text.

    `maker` leaves out what the request's edition withholds; `build` sees to it besides that no text of a public
    edition names something secret. `appendix` is the bilaga's number that a plan usually gives the sheet.
    """

    code: str
    source_title: str
    group: Group
    scope: Scope
    maker: Callable[[SheetRequest], Sheet | Paper]
    options: tuple[Option, ...] = ()
    appendix: str = ""

    def build(self, request: SheetRequest) -> Sheet | Paper:
        """The sheet in the current language. Raises what its maker raises."""
        return without(self.maker(request), request.telling(), withheld())

    def printable(self, request: SheetRequest) -> Printable:
        """The sheet as it is to be printed; one of a meeting that was printed before is that, or a later edition."""
        document, earlier = self.build(request), earlier_print(request, self.code)
        content = content_text(document)
        if earlier is None:
            return Printable(document, content)
        if earlier.content == content and earlier.choices == choices_made(request):
            return Printable(document, content, earlier.pdf)
        later = later_edition(document, earlier)  # which tells of what was, and may be secret now
        return Printable(without(later, request.telling(), withheld()), content)

    @property
    def title(self) -> str:
        """In the current language."""
        return _(self.source_title)

    @property
    def group_title(self) -> str:
        """What the kind is offered under."""
        return _(_GROUP_TITLES[self.group])
