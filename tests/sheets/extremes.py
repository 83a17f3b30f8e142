"""Sheets at the edge of what a register can hold, by their names: too long, too many, empty, or in strange letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from regdesk.sheets.blocks import (
    BulletList,
    FieldKind,
    Figure,
    Foot,
    FormField,
    Heading,
    Legend,
    LegendEntry,
    Orientation,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Sheet,
    Signature,
    StatusCell,
    Table,
)
from regdesk.sheets.drawings import Label
from tests.sheets.examples import FOOT, HEAD, bars, long_table, sheet_of, table_of
from tests.sheets.hostile import HARD

_LONG = "x" * 40_000
_MARKS = "a" + "\u0301" * 40_000


def _hard_texts() -> Sheet:
    return sheet_of(
        *(Paragraph(text=text) for text in HARD),
        Heading(text=HARD[3]),
        table_of(*((text, text, text) for text in HARD), header=(HARD[4], HARD[7], HARD[8])),
        BulletList.of(*HARD),
    )


def _empty_texts() -> Sheet:
    head = replace(
        HEAD, organisation="", board="", document_type="", title="", appendix="", dnr="", period="", subtitle=""
    )
    blocks = (
        Paragraph(text=""),
        Heading(text=""),
        BulletList(items=()),
        BulletList.of(""),
        table_of(("", "", ""), header=("", "", "")),
        Table(header=("",), rows=(), widths=(1,)),
        Legend(entries=(LegendEntry(status=StatusCell(word=""), meaning=""),)),
        PageBreak(),
    )
    return Sheet(head=head, foot=Foot(plan="", printed=FOOT.printed), blocks=blocks)


def _long_texts() -> Sheet:
    """Texts that the file keeps as one string each, and may not keep so long."""
    head = replace(HEAD, title=_LONG, subtitle="ord " * 10_000, dnr=_LONG, appendix=_LONG)
    link = Run(text="en lång länk " * 300, link="https://example.org/" + "a" * 1_900)
    labelled = replace(bars(), shapes=(Label(at=(1, 1), text="lång etikett " * 500),))
    blocks = (
        Heading(text=_LONG),
        Paragraph(text=(link, Run(text="för lång", link="https://example.org/" + "a" * 40_000))),
        Table(header=("A", "B"), rows=(Row(cells=("1", "2")),), widths=(1, 1), summary=_LONG),
        Figure(image=bars(), alt=_LONG),
        Figure(image=labelled, alt="Diagram"),
        FormField(name=_LONG, label=_LONG, lines=99),
    )
    return Sheet(head=head, foot=FOOT, blocks=blocks)


def _fields() -> Sheet:
    named = [FormField(name=text or "namn", label=text) for text in HARD]
    return sheet_of(*named, FormField(name="ja", label="Ja", kind=FieldKind.TICK), Signature(roles=tuple(HARD)))


def _narrow_columns() -> Sheet:
    texts = tuple(f"kolumn {number}" for number in range(80))
    return sheet_of(table_of(texts, header=texts))


def _right_to_left() -> Sheet:
    rows = [("שלום", "12,5", "مرحبا بالعالم")] * 50
    return sheet_of(Paragraph(text="שלום עולם 12,5 مرحبا " * 200), table_of(*rows))


SMALL: Mapping[str, Callable[[], Sheet]] = {
    "hard-texts": _hard_texts,
    "empty-texts": _empty_texts,
    "long-texts": _long_texts,
    "fields": _fields,
    "narrow-columns": _narrow_columns,
    "right-to-left": _right_to_left,
    "marks": lambda: sheet_of(Paragraph(text=_MARKS), table_of((_MARKS, "", ""))),
    "emoji": lambda: sheet_of(Paragraph(text="".join(map(chr, range(0x1F300, 0x1F700))))),
    "levels": lambda: sheet_of(
        Table(header=("A", "B"), rows=tuple(Row(cells=("x", "y"), level=level) for level in range(60)), widths=(1, 1))
    ),
}
"""Of a few pages each, or some dozens."""

LARGE: Mapping[str, Callable[[], Sheet]] = {
    "megabyte-in-a-cell": lambda: sheet_of(table_of(("Kommentar", "", "ord och mera text " * 56_000))),
    "megabyte-without-blank": lambda: sheet_of(Paragraph(text="x" * 1_000_000)),
    "ten-thousand-rows": lambda: replace(sheet_of(long_table(10_000)), orientation=Orientation.LANDSCAPE),
    "most-letters-there-are": lambda: sheet_of(Paragraph(text=" ".join(map(chr, range(1, 0xD800, 3))))),
}
"""Of hundreds of pages."""
