"""What platypus places on pages: texts, columns of texts, rules and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from reportlab.lib.utils import ImageReader
from reportlab.platypus.flowables import Flowable

from regdesk.sheets.pdf.canvas import TaggedCanvas
from regdesk.sheets.pdf.structure import Element
from regdesk.sheets.pdf.texts import BoundText

_FEWEST_LINES: Final = 2  # of a text that are left at the foot of a page or carried to the next


class TaggedFlowable(Flowable):
    """A flowable of ours. Its canvas is tagged; `before` and `after` are the spaces around it in points."""

    canv: TaggedCanvas

    def __init__(self, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - reportlab's
        """Take the width that there is."""
        self.width, self.height = aW, self.height_in(aW)
        return self.width, self.height

    def height_in(self, width: float) -> float:
        """The height in points that it takes in a column of `width` points."""
        raise NotImplementedError

    def least_height(self, width: float) -> float:
        """The height of the smallest part that may stand at the foot of a page."""
        return self.height_in(width)


class TextFlowable(TaggedFlowable):
    """A paragraph, heading or list item; `label` hangs to the left of its first line."""

    def __init__(
        self,
        text: BoundText,
        *,
        indent: float = 0.0,
        label: BoundText | None = None,
        hang: float = 0.0,
        part: slice | None = None,
    ) -> None:
        continued = part is not None and part.start > 0
        super().__init__(0.0 if continued else text.style.before, text.style.after)
        self._text, self._indent, self._label, self._hang = text, indent, None if continued else label, hang
        self._part = part or slice(0, None)

    def height_in(self, width: float) -> float:
        """All lines of its part, and at least that of its label."""
        fewest = 0 if self._label is None else 1
        return max(fewest, len(self._lines(width))) * self._text.style.leading

    def least_height(self, width: float) -> float:
        """Two lines, or the whole of a text that could not be divided after them."""
        count = len(self._lines(width))
        fewest = _FEWEST_LINES if count >= 2 * _FEWEST_LINES else count
        return fewest * self._text.style.leading

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """Divide it so that no line stands alone, or not at all."""
        count = len(self._lines(aW))
        fitting = min(int(aH / self._text.style.leading + 0.01), count - _FEWEST_LINES)
        if fitting < _FEWEST_LINES:
            return []
        seam = self._part.start + fitting
        return [self._with(slice(self._part.start, seam)), self._with(slice(seam, self._part.stop))]

    def draw(self) -> None:
        """Draw label and text."""
        if self._label is not None:
            self._label.draw(self.canv, self._indent, self.height, self._hang)
        left = self._indent + self._hang
        self._text.draw(self.canv, left, self.height, self.width - left, self._part)

    def _lines(self, width: float) -> Sequence[object]:
        return self._text.lines(width - self._indent - self._hang)[self._part]

    def _with(self, part: slice) -> TextFlowable:
        return type(self)(self._text, indent=self._indent, label=self._label, hang=self._hang, part=part)


class HeadingFlowable(TextFlowable):
    """A heading, which is also a bookmark. `depth` 0 is the sheet's title."""

    def __init__(self, text: BoundText, *, title: str, depth: int, part: slice | None = None) -> None:
        super().__init__(text, part=part)
        self._title, self._depth = title, depth

    def least_height(self, width: float) -> float:
        """All of it."""
        return self.height_in(width)

    def draw(self) -> None:
        """Draw it; the bookmark leads to its first line."""
        if self._part.start == 0:
            self.canv.heading(self._title, self._depth, self.height)
        super().draw()

    def _with(self, part: slice) -> TextFlowable:
        return type(self)(self._text, title=self._title, depth=self._depth, part=part)


class ColumnsFlowable(TaggedFlowable):
    """Stacks of texts side by side, each as wide as its share of the whole. Not divided between pages."""

    def __init__(
        self,
        stacks: Sequence[Sequence[BoundText]],
        shares: Sequence[float],
        *,
        gap: float = 0.0,
        indent: float = 0.0,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(before, after)
        self._stacks, self._shares, self._gap, self._indent = stacks, shares, gap, indent

    def height_in(self, width: float) -> float:
        """The height of the tallest stack."""
        return max(sum(text.height(column) for text in stack) for stack, (_x, column) in self._placed(width))

    def draw(self) -> None:
        """Draw the stacks from left to right."""
        for stack, (x, width) in self._placed(self.width):
            top = self.height
            for text in stack:
                text.draw(self.canv, x, top, width)
                top -= text.height(width)

    def _placed(self, width: float) -> Iterator[tuple[Sequence[BoundText], tuple[float, float]]]:
        """Each stack with the left edge of its share and the width that the gap leaves of it."""
        widths = [(width - self._indent) * share / sum(self._shares) for share in self._shares]
        edges = accumulate(widths, initial=self._indent)
        columns = ((x, column - self._gap) for x, column in zip(edges, widths, strict=False))
        return zip(self._stacks, columns, strict=False)


class RuleFlowable(TaggedFlowable):
    """A line across the text."""

    def __init__(self, colour: str, thickness: float, *, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__(before, after)
        self._colour, self._thickness = colour, thickness

    def height_in(self, width: float) -> float:  # noqa: ARG002 - the same in any width
        """Its thickness."""
        return self._thickness

    def draw(self) -> None:
        """Draw it."""
        self.canv.rules([self._thickness / 2], self.width, self._colour, self._thickness)


class PictureFlowable(TaggedFlowable):
    """A picture, scaled down to what the column and the page hold. `width` is in points; 0 means the column's."""

    def __init__(self, image: ImageReader, element: Element, *, width: float, tallest: float, after: float = 6) -> None:
        super().__init__(before=6, after=after)
        self._image, self._element = image, element
        self._wanted, self._tallest = width, tallest

    def height_in(self, width: float) -> float:
        """In proportion to its width."""
        return self._size(width)[1]

    def draw(self) -> None:
        """Draw it, and tell its structure element where it is."""
        width, height = self._size(self.width)
        with self.canv.figure(self._element, (0, 0, width, height)):
            self.canv.drawImage(self._image, 0, 0, width, height, mask="auto")

    def _size(self, column: float) -> tuple[float, float]:
        across, down = self._image.getSize()
        width = min(self._wanted or column, column, self._tallest * across / down)
        return width, width * down / across
