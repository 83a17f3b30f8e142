"""The report "Delårs- och årsuppföljning": a summary, a table of contents, and the other sheets as its chapters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    Contents,
    Heading,
    KeepTogether,
    Paper,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Sheet,
    Table,
    sheets_of,
    words,
)
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.verdict_summary import counted, legend
from regdesk.viewmodels.follow_up import follow_up
from regdesk.viewmodels.report_summary import report_title, report_year, summary_lines
from regdesk.viewmodels.sheet_options import Option, Scope, tick
from regdesk.viewmodels.sheet_request import SheetRequest

_CONTENTS: Final = tick("contents", mark("&Innehållsförteckning"))
_DEPTH: Final = 2
_MOST_LETTERS: Final = 400
"""Of a chapter that is short."""
_FEWEST_SHORT: Final = 2
"""Short chapters that are gathered; a single one keeps its place."""


def report_kind(chapters: Sequence[SheetKind], further: Sequence[SheetKind]) -> SheetKind:
    """The kind that has `chapters`, each a part that may be left out, and `further` ones that may be added."""
    asked = {kind.code: _chapter_option(kind, first=kind in chapters) for kind in (*chapters, *further)}

    def maker(request: SheetRequest) -> Paper:
        chosen = [kind for kind in (*chapters, *further) if request.has(asked[kind.code])]
        return _report(request, chosen)

    return SheetKind(
        code="report",
        source_title=mark("Delårs- och årsuppföljning"),
        group=Group.FOLLOW_UP,
        scope=Scope.VERDICTS,
        maker=maker,
        options=(_CONTENTS, *asked.values()),
    )


def _chapter_option(kind: SheetKind, *, first: bool) -> Option:
    return tick(kind.code, kind.source_title, first=first)


def _report(request: SheetRequest, chapters: Sequence[SheetKind]) -> Paper:
    title = report_title(request)
    front = framed(request, _front(request), document_type=_("Rapport"), title=title)
    asked = replace(request, answers={}, appendix="", orientation="", is_chapter=True)
    parts = [sheet for kind in chapters for sheet in _chapter(kind, asked)]
    short = [sheet for sheet in parts if _is_short(sheet)]
    if len(short) < _FEWEST_SHORT:
        return Paper(sheets=(front, *parts))
    return Paper(sheets=(front, *(sheet for sheet in parts if sheet not in short), _gathered(asked, short)))


def _is_short(chapter: Sheet) -> bool:
    """Whether it has but a few sentences, as one about what the register has nothing of."""
    texts = [block.text for block in chapter.blocks if isinstance(block, Paragraph | Heading)]
    return len(texts) == len(chapter.blocks) and sum(len(words(text)) for text in texts) <= _MOST_LETTERS


def _gathered(request: SheetRequest, short: Sequence[Sheet]) -> Sheet:
    """Short chapters one after the other, for none of them fills a page."""
    title = _("Övriga delar")
    blocks = (block for chapter in short for block in _below(chapter))
    return framed(request, blocks, document_type=title, title=title)


def _below(chapter: Sheet) -> Iterator[Block]:
    """Its title as a heading, and its headings a level further in."""
    yield Heading(text=chapter.head.title)
    for block in chapter.blocks:
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _chapter(kind: SheetKind, request: SheetRequest) -> tuple[Sheet, ...]:
    """A kind's sheet as a chapter; one about a year is about that of the report."""
    year = report_year(request) if kind.scope is Scope.YEAR else None
    return sheets_of(kind.maker(replace(request, asked_year=year)))


def _front(request: SheetRequest) -> Iterator[Block]:
    """Who decided, how all stands, and what the verdicts mean: no chapter says it again."""
    found, lines = follow_up(request), summary_lines(request)
    yield Paragraph(text=found.decided, role=ParagraphRole.LEAD)
    if found.counts or lines:
        yield Heading(text=_("Läget i korthet"))
    yield from counted(found.verdicts, found.counts)
    if lines:
        yield Table(
            header=(_("Arbete"), _("Läge")),
            rows=tuple(Row(cells=(line.what, line.state)) for line in lines),
            widths=(3, 9),
            summary=_("Hur mycket av arbetet som är klart, pågår och är försenat."),
        )
    if found.counts:
        yield from legend(_("Så läses bedömningarna"), found.symbols)
    if request.has(_CONTENTS):
        # No heading: the list of headings would begin with itself.
        title = Paragraph(text=(Run(text=_("Innehåll"), strong=True),), role=ParagraphRole.INTRODUCTION)
        yield KeepTogether(blocks=(title, Contents(depth=_DEPTH)))
