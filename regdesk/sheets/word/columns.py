"""Stacks of paragraphs side by side: the head, the legend and the places to sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from regdesk.sheets.theme import HAIRLINE
from regdesk.sheets.word import styles
from regdesk.sheets.word.elements import paragraph, rule, twips, w
from regdesk.sheets.word.tables import look

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def columns(
    rows: Iterable[Element], widths: Sequence[float], *, gap: float = styles.COLUMN_GAP, lined: float = 0.0
) -> Element:
    """Rows over columns of these widths, which count the gap at their right.

    With lines between the rows, so many points below their texts, if any.
    """
    lines = [w("tblBorders", rule("insideH", HAIRLINE, 4))] if lined else []
    sides = {"bottom": lined, "right": gap}
    air = [w("tblCellMar", *(w(side, w=twips(points), type="dxa") for side, points in sides.items()))]
    properties = w(
        "tblPr",
        w("tblStyle", val=styles.LAYOUT),
        w("tblW", w=twips(sum(widths)), type="dxa"),
        *lines,
        w("tblLayout", type="fixed"),
        *air,
        look(first_row=False, first_column=False),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths)), *rows)


def row(stacks: Sequence[Sequence[Element]], widths: Sequence[float], spans: Sequence[int] = ()) -> Element:
    """A row of stacks, each over one column or as many as `spans` says; the rest of the row has no cells."""
    over = spans or [1] * len(stacks)
    edges = list(accumulate(over, initial=0))
    cells = [
        _cell(stack, sum(widths[start:end]), end - start)
        for stack, (start, end) in zip(stacks, pairwise(edges), strict=True)
    ]
    left = len(widths) - edges[-1]
    after = [w("gridAfter", val=left), w("wAfter", w=twips(sum(widths[edges[-1] :])), type="dxa")] if left else []
    return w("tr", w("trPr", *after, w("cantSplit")), *cells)


def _cell(stack: Sequence[Element], width: float, span: int) -> Element:
    spanning = [w("gridSpan", val=span)] if span > 1 else []
    content = stack or [paragraph(styles.TABLE_TEXT)]
    return w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa"), *spanning), *content)
