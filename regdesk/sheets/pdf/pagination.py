"""Lays flowables out on pages: what belongs together stands together, and no page is left empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import chain, count, pairwise
from typing import IO, Any, Final, NamedTuple

from reportlab.platypus.doctemplate import (
    BaseDocTemplate,
    FrameActionFlowable,
    FrameBreak,
    NextPageTemplate,
    NotAtTopPageBreak,
    PageTemplate,
)
from reportlab.platypus.flowables import Flowable, PageBreak
from reportlab.platypus.frames import Frame

from regdesk.sheets.pdf.canvas import Drawn, PageFinisher, TaggedCanvas
from regdesk.sheets.pdf.compose import Item
from regdesk.sheets.pdf.fields import SignatureFlowable
from regdesk.sheets.pdf.fonts import Weight, text_face
from regdesk.sheets.pdf.geometry import Geometry
from regdesk.sheets.pdf.tables import TableFlowable
from regdesk.sheets.theme import Palette

_SIGNED: Final = 0.35  # of a page; what is higher than that is not moved for the sake of the lines to sign below it


class RoomNeeded(FrameActionFlowable):
    """Begins a new page where less than `height` points are left of a page on which something stands already.

    `before` is the space above what needs the room; the space below what stands there already counts into it.
    """

    def __init__(self, height: float, before: float) -> None:
        self._height, self._before = height, before

    def frameAction(self, frame: Any) -> None:  # noqa: ANN401, N802 - reportlab's
        """Look at what is left of the frame."""
        gap = max(0.0, self._before - frame._prevASpace)
        if not frame._atTop and frame._y - frame._y1p < gap + self._height:
            frame.add_generated_content(FrameBreak)


class Section(NamedTuple):
    """A sheet's flowables and its page. `first_top` is the upper edge of the text on its first page."""

    items: Sequence[Item]
    page: Geometry
    first_top: float


def lay_out(
    sections: Sequence[Section],
    language: str,
    palette: Palette,
    finish_page: PageFinisher,
    go_on: Callable[[], object] = lambda: None,
) -> tuple[bytes, Drawn]:
    """Draw `sections` on as many pages as they need, each from the top of its own; `go_on` is called for each flowable.

    Gives the file, still without its structure, and what was drawn.
    """
    buffer = BytesIO()
    canvases: list[TaggedCanvas] = []

    def progress(what: str, _figure: int) -> None:
        if what == "PROGRESS":  # reportlab would make another error of what is raised at its other words
            go_on()

    def new_canvas(file: str | IO[bytes], /, **options: Any) -> TaggedCanvas:  # noqa: ANN401 - reportlab's
        canvases.append(TaggedCanvas(file, finish_page, palette, pdfVersion=(1, 7), **options))
        return canvases[-1]

    document = BaseDocTemplate(
        buffer,
        pagesize=sections[0].page.size,
        lang=language,
        invariant=1,
        pageCompression=0,
        enforceColorSpace="rgb",
        initialFontName=text_face(Weight.REGULAR).name,
    )
    document.setProgressCallBack(progress)
    for number, section in enumerate(sections):
        document.addPageTemplates(_templates(number, section))
    document.build(list(chain.from_iterable(map(_section, count(), sections))), canvasmaker=new_canvas)
    return buffer.getvalue(), canvases[0].drawn


def _templates(number: int, section: Section) -> list[PageTemplate]:
    """The first page of a section and the others, each of which notes whose it is."""
    first, later = f"first-{number}", f"later-{number}"

    def begin_page(canvas: Any, _document: object) -> None:  # noqa: ANN401 - reportlab's
        canvas.drawn.sheets.append(number)

    page = section.page
    return [
        PageTemplate(
            first, [_frame(page, section.first_top)], begin_page, autoNextPageTemplate=later, pagesize=page.size
        ),
        PageTemplate(later, [_frame(page, page.later_top)], begin_page, pagesize=page.size),
    ]


def _section(number: int, section: Section) -> Iterator[Flowable]:
    if number:
        yield NextPageTemplate(f"first-{number}")
        yield PageBreak()
    last = max((place for place, item in enumerate(section.items) if item.flowable is not None), default=-1)
    shown = section.items[: last + 1]  # a break at the end would leave an empty page
    yield from _story(list(_signed(shown, section.page)), section.page)


def _frame(page: Geometry, top: float) -> Frame:
    return Frame(
        page.left,
        page.bottom,
        page.width,
        top - page.bottom,
        leftPadding=0,
        bottomPadding=0,
        rightPadding=0,
        topPadding=0,
    )


def _signed(items: Sequence[Item], page: Geometry) -> Iterator[Item]:
    """The items, none of which leaves the lines to sign below it alone on the next page."""
    for above, below in pairwise(items):
        is_signed = above.flowable is not None and isinstance(below.flowable, SignatureFlowable)
        yield _with_lines(above, below, page) if is_signed else above
    yield from items[-1:]


def _with_lines(signed: Item, lines: Item, page: Geometry) -> Item:
    """What is signed, kept with the lines where it is low; of a table that is higher, its last rows."""
    height = _height([signed._replace(whole=True)], page)
    if isinstance(signed.flowable, TableFlowable):
        signed.flowable.stand_above(_height([signed, lines], page) - height)
    return signed._replace(keeps_next=True) if height <= _SIGNED * page.height else signed


def _story(items: Sequence[Item], page: Geometry) -> Iterator[Flowable]:
    held = grouped = False
    for place, item in enumerate(items):
        if item.flowable is None:
            yield NotAtTopPageBreak()
        elif not (held or grouped) and (item.keeps_next or item.grouped or item.whole):
            yield RoomNeeded(_room(items, place, page), item.flowable.spaceBefore)
        elif item.keeps_next and not held:  # within a group, which a page may be too low for
            yield RoomNeeded(_beginning(items, place, page), item.flowable.spaceBefore)
        if item.flowable is not None:
            yield item.flowable
        held, grouped = item.keeps_next, item.grouped


def _room(items: Sequence[Item], place: int, page: Geometry) -> float:
    """The height from `place` to the end of what is kept together; of its beginning, where no page can hold it."""
    end = place
    while end + 1 < len(items) and (items[end].keeps_next or items[end].grouped):
        end += 1
    whole = _height(items[place : end + 1], page)
    return whole if whole <= page.height else _beginning(items, place, page)


def _beginning(items: Sequence[Item], place: int, page: Geometry) -> float:
    """The least height of what stands at `place`, with what it is held to: a heading, the first lines below it."""
    end = place
    while end + 1 < len(items) and items[end].keeps_next:
        end += 1
    return min(_height(items[place : end + 1], page, least=True), page.height)


def _height(items: Sequence[Item], page: Geometry, *, least: bool = False) -> float:
    """The height of `items` with the spaces between them; of the last only what must stand with the others."""
    flowables = [item.flowable for item in items if item.flowable is not None]
    gaps = sum(max(above.spaceAfter, below.spaceBefore) for above, below in pairwise(flowables))
    heights = sum(flowable.height_in(page.width) for flowable in flowables[:-1])
    last = flowables[-1]
    is_whole = items[-1].whole and not least
    return gaps + heights + (last.height_in(page.width) if is_whole else last.least_height(page.width))
