"""Sheets that tests draw: small ones of a single block, and one with every kind of block over several pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Cell,
    Contents,
    FieldCell,
    FieldKind,
    Figure,
    FigureCell,
    Foot,
    FormField,
    Head,
    Heading,
    KeepTogether,
    Legend,
    LegendEntry,
    ListItem,
    Orientation,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Sheet,
    Signature,
    StatusCell,
    Table,
    Tone,
)
from regdesk.sheets.drawings import Anchor, Area, Disc, Drawing, Hue, Label, Pattern, Sector, Stroke

YES = StatusCell(word="Ja", symbol="✓", tone=Tone.GOOD)
PARTLY = StatusCell(word="Delvis", symbol="◐", tone=Tone.CAUTION, note="Två av elva enheter återstår.")
NO = StatusCell(word="Nej", symbol="✗", tone=Tone.BAD)

HEAD = Head(
    organisation="Region Västerkust",
    board="Trafiknämnden",
    document_type="Uppföljning",
    appendix="Bilaga 1",
    dnr="TN 2026/17",
    date=date(2026, 11, 22),
    period="2024–2026",
    title="Uppföljning per mål",
    subtitle="Indikatorer och uppdrag",
)
FOOT = Foot(plan="Trafiknämndens plan 2024–2026", printed=date(2026, 11, 23), seal="Historik 3f9a")


def sheet_of(*blocks: Block) -> Sheet:
    """A sheet with the usual head and foot."""
    return Sheet(head=HEAD, foot=FOOT, blocks=blocks)


def table_of(*rows: tuple[Cell, ...], header: tuple[str, ...] = ("Indikator", "Utfall", "Bedömning")) -> Table:
    """A table of equal columns."""
    return Table(header=header, rows=tuple(Row(cells=cells) for cells in rows), widths=(1.0,) * len(header))


def long_table(rows: int) -> Table:
    """A table of numbered rows."""
    return table_of(*((f"Indikator {number}", f"{number},5", YES) for number in range(1, rows + 1)))


def bars() -> Drawing:
    """A chart with shapes of every kind."""
    names = ("Nämnden för trafik", "Regionen")
    return Drawing(
        width=120,
        height=60,
        shapes=(
            Stroke(points=((10, 45), (115, 45)), hue=Hue.HAIRLINE),
            Area.box(20, 20, 16, 25, Hue.ACCENT_TINT, Hue.ACCENT, Pattern.STRIPES),
            Area.box(50, 30, 16, 15, Hue.GOOD, pattern=Pattern.CROSSED),
            Area(points=((80, 45), (96, 45), (88, 25)), fill=Hue.BAD_TINT, edge=Hue.BAD, pattern=Pattern.DOTS),
            Stroke(points=((10, 30), (60, 12), (115, 22)), hue=Hue.BAD, thickness=0.5, dashed=True),
            Disc(centre=(105, 12), radius=6, fill=Hue.PAPER, edge=Hue.QUIET),
            Sector(centre=(105, 12), inner=0, outer=5, start=0, end=200, fill=Hue.CAUTION),
            Sector(centre=(105, 12), inner=2, outer=3, start=0, end=360, fill=Hue.PAPER, edge=Hue.INK),
            *(
                Label(at=(28 + 30 * place, 50), text=name, anchor=Anchor.MIDDLE, width=24, lines=2)
                for place, name in enumerate(names)
            ),
            Label(at=(10, 10), text="Andel i procent", strong=True),
            Label(at=(115, 44), text="mål", anchor=Anchor.END, hue=Hue.BAD, size=2),
        ),
    )


def line() -> Drawing:
    """A line of a table's height, with its last value."""
    way = Stroke(points=((0, 4), (8, 2), (16, 3)), hue=Hue.ACCENT, thickness=0.4)
    return Drawing(width=28, height=5, shapes=(way, Label(at=(18, 4), text="92,5", size=8)))


def full_sheet() -> Sheet:
    """Every kind of block except pictures, over several pages."""
    return sheet_of(
        Paragraph(text="Bladet visar läget för nämndens mål.", role=ParagraphRole.LEAD),
        Legend(title="Så läses bedömningen", entries=(LegendEntry(status=YES, meaning="Målnivån är nådd"),)),
        Heading(text="Målområde 1: Resor för alla"),
        Heading(text="Mål 1.1 Bussen går när den ska", level=3),
        Paragraph(text=(Run(text="Se "), Run(text="planen", link="https://example.org/plan"), Run(text=" för mer."))),
        table_of(("Punktlighet", "92,5 %", YES), ("Nöjda resenärer", "", PARTLY), ("Turer", "−5", NO)),
        Table(
            header=("Kluster", "Bedömning"),
            rows=(
                Row(cells=("Tillgänglighet", NO)),
                Row(cells=("Hållplatser", YES), level=1),
                Row(cells=((Run(text="Kommentar: ", strong=True), Run(text="Ombyggnad pågår.")),), level=1),
            ),
            widths=(3, 1),
            summary="Kluster med parametrar",
        ),
        Paragraph(text="Nämnden ska:", role=ParagraphRole.INTRODUCTION),
        BulletList(
            items=(
                ListItem(text="ta fram en plan för stationer", items=(ListItem(text="med tidplan", label="a)"),)),
                ListItem(text="följa upp avtalen"),
            )
        ),
        PageBreak(),
        Heading(text="Målområde 2: Hållbara resor"),
        KeepTogether(blocks=(Paragraph(text="Alla indikatorer i ordning."), long_table(3))),
        long_table(60),
        Figure(image=bars(), alt="Två staplar under målet", caption="Figur 1"),
        table_of(("Andel", FigureCell(drawing=line(), alt="Upp till 92,5"), NO)),
        table_of(("Nöjda resenärer", FieldCell(name="ja", tip="Ja för nöjda resenärer", kind=FieldKind.TICK), "")),
        FormField(name="skal", label="Skäl till bedömningen", lines=3),
        FormField(name="justerad", label="Omedelbart justerad", kind=FieldKind.TICK),
        Signature(roles=("Ordförande", "Sekreterare")),
        Paragraph(text="Källa: egen mätning.", role=ParagraphRole.NOTE),
    )


def chapter_of(title: str, *blocks: Block) -> Sheet:
    """A chapter of a paper."""
    return Sheet(head=replace(HEAD, title=title), foot=FOOT, blocks=blocks, is_chapter=True)


def full_paper() -> Paper:
    """A paper that opens with its contents, and has a sheet with a head and chapters upright and turned."""
    opening = sheet_of(Paragraph(text="Här är allt."), Heading(text="Innehåll"), Contents(depth=3))
    indicators = chapter_of("Alla indikatorer", Heading(text="I norr"), long_table(50), Heading(text="I söder"))
    risks = chapter_of("Riskerna", Paragraph(text="Tre risker."), Heading(text="Största risken"), PageBreak())
    turned = replace(indicators, orientation=Orientation.LANDSCAPE)
    return Paper(sheets=(opening, replace(full_sheet(), head=replace(HEAD, title="Målen")), turned, risks))
