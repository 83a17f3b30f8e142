"""Whatever a register may hold: texts, tables and lists that try what every renderer must bear."""

from __future__ import annotations

from hypothesis import strategies as st

from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Cell,
    FieldCell,
    FieldKind,
    Figure,
    FigureCell,
    FormField,
    Heading,
    Legend,
    LegendEntry,
    ListItem,
    Paragraph,
    Row,
    Run,
    Signature,
    StatusCell,
    Table,
    Tone,
)
from regdesk.sheets.drawings import Drawing, Label, Stroke

HARD = [
    "",
    " \n ",
    "nul \x00 och \x1b[0m",
    "om x<y och y>z &amp; <b>inte fet</b> <img src='file:///etc/passwd'/>",
    "namn@exempel.se (se \\parentes)",
    "mjuk\u00adbindestreck" * 30,
    "utanblank" * 80,
    "🎉 😀 👩\u200d👧 漢字 \U0010ffff",
    "שלום עולם 12,5 مرحبا",
    "A\u030angstro\u0308m q\u0323\u0307",
    "12\u00a0345,5\u202f%",
    "rad\r\nrad\n\n\nrad",
]
hard_text = st.one_of(st.sampled_from(HARD), st.text(max_size=60))
hard_cell: st.SearchStrategy[Cell] = st.one_of(
    hard_text,
    st.builds(StatusCell, word=hard_text, symbol=st.sampled_from(["✓", "", "🎉"]), tone=st.sampled_from(Tone)),
    st.tuples(st.builds(Run, text=hard_text, strong=st.booleans(), link=hard_text), st.builds(Run, text=hard_text)),
)


@st.composite
def hard_tables(draw: st.DrawFn, cell: st.SearchStrategy[Cell] = hard_cell) -> Table:
    columns = draw(st.integers(1, 9))
    cells = st.one_of(st.tuples(cell), st.tuples(*[cell] * columns))
    rows = draw(st.lists(st.builds(Row, cells=cells, level=st.integers(0, 30)), max_size=4))
    return Table(
        header=draw(st.tuples(*[hard_text] * columns)),
        rows=tuple(rows),
        widths=(1.0,) * columns,
        summary=draw(hard_text),
    )


hard_items = st.recursive(
    st.builds(ListItem, text=hard_text, label=hard_text),
    lambda items: st.builds(ListItem, text=hard_text, items=st.lists(items, max_size=2).map(tuple)),
    max_leaves=4,
)
hard_blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, text=hard_text),
    st.builds(Paragraph, text=hard_text),
    st.builds(BulletList, items=st.lists(hard_items, max_size=3).map(tuple)),
    hard_tables(),
    st.builds(
        Legend,
        entries=st.lists(
            st.builds(LegendEntry, status=st.builds(StatusCell, word=hard_text), meaning=hard_text), max_size=7
        ).map(tuple),
    ),
)


def _drawing(text: str, size: float, width: float, place: tuple[float, float]) -> Drawing:
    """A small drawing with the same words twice: in a column of `width` mm, and as long as they are."""
    labels = (Label(at=place, text=text, size=size, width=width, lines=2), Label(at=place, text=text))
    return Drawing(width=30, height=20, shapes=(Stroke(points=(place, (0, 0))), *labels))


hard_drawings = st.builds(
    _drawing,
    text=hard_text,
    size=st.floats(0, 40),
    width=st.floats(0.01, 50),
    place=st.tuples(st.floats(-50, 90), st.floats(-50, 90)),
)
hard_alt = hard_text.filter(str.strip)
hard_figures: st.SearchStrategy[Block] = st.one_of(
    st.builds(Figure, image=hard_drawings, alt=hard_alt, caption=hard_text, width=st.sampled_from([0.0, 3.0, 500.0])),
    hard_tables(st.one_of(hard_cell, st.builds(FigureCell, drawing=hard_drawings, alt=hard_alt))),
)
hard_kind = st.sampled_from(FieldKind)
hard_count = st.sampled_from([-3, 0, 1, 2, 7, 10_000])
hard_fields: st.SearchStrategy[Block] = st.one_of(
    st.builds(FormField, name=hard_text, label=hard_text, kind=hard_kind, lines=hard_count),
    st.builds(Signature, roles=st.lists(hard_text, max_size=7).map(tuple)),
    hard_tables(
        st.one_of(hard_cell, st.builds(FieldCell, name=hard_text, tip=hard_text, kind=hard_kind, lines=hard_count))
    ),
)
