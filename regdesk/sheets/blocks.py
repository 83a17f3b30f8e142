"""The blocks of a sheet: what is said, in which order and with which weight, never how it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import TypeAlias

from regdesk.sheets.drawings import Drawing


class Tone(StrEnum):
    """The mood of a status. It adds to the word and the symbol, and never stands alone."""

    GOOD = auto()
    CAUTION = auto()
    SERIOUS = auto()
    BAD = auto()
    UNKNOWN = auto()
    NONE = auto()


class ParagraphRole(StrEnum):
    """What a paragraph does in the text; the renderer chooses size, colour and what it is kept with."""

    BODY = auto()
    LEAD = auto()  # opens the sheet or a chapter, somewhat larger
    INTRODUCTION = auto()  # introduces the list or table below and is never left alone at the foot of a page
    FACT = auto()  # a short line that stands close to the next, and on its page
    NOTE = auto()  # footnotes, sources, remarks about the sheet itself


class Orientation(StrEnum):
    """How the A4 page is turned."""

    PORTRAIT = auto()
    LANDSCAPE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text in one weight. A `\\n` is a line break; all characters are taken to the letter."""

    text: str
    strong: bool = False
    emphasis: bool = False
    quiet: bool = False
    link: str = ""  # an http, https or mailto address


Text: TypeAlias = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCell:
    """A status as word, symbol and tone: it reads in colour, in grey and aloud. `note` follows in plain."""

    word: str
    symbol: str = ""
    tone: Tone = Tone.NONE
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCell:
    """A small drawing in a table, with the words for those who do not see it. It is scaled down to its column."""

    drawing: Drawing
    alt: str

    def __post_init__(self) -> None:
        _require_alt(self.alt)


class FieldKind(StrEnum):
    """What is filled in: words, or a box that is ticked."""

    WORDS = auto()
    TICK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCell:
    """Room in a table to fill in, by pen or in the file. `name` is unique in the paper; `tip` is read aloud."""

    name: str
    tip: str
    kind: FieldKind = FieldKind.WORDS
    lines: int = 1


TextCell: TypeAlias = Text | StatusCell
Cell: TypeAlias = TextCell | FigureCell | FieldCell


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One table row. A row with a single cell spans the whole table.

    `level` 1 and up: the row belongs to the row above it and is indented.
    """

    cells: tuple[Cell, ...]
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the sheet. Level 2 stands directly below the sheet's title (which is level 1)."""

    text: Text
    level: int = 2

    def __post_init__(self) -> None:
        if not 2 <= self.level <= 6:
            raise ValueError(f"heading level {self.level} is not within 2–6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text. An empty paragraph is drawn as nothing."""

    text: Text
    role: ParagraphRole = ParagraphRole.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item, with its own label where the plan prints one ("1.", "a)") and items below it."""

    text: Text
    label: str = ""
    items: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """Items in order; those without a label of their own get a bullet."""

    items: tuple[ListItem, ...]

    @classmethod
    def of(cls, *texts: Text) -> BulletList:
        """Make a flat list of texts."""
        return cls(items=tuple(ListItem(text=text) for text in texts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a header row that is repeated on every page it reaches.

    `widths` are shares of the text's width, one a column. A column whose filled cells are all numbers is
    aligned on the decimal comma. `row_headers`: the first cell of each row names the row. `summary` is read
    aloud before the table.
    """

    header: tuple[Text, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    row_headers: bool = True
    summary: str = ""

    def __post_init__(self) -> None:
        columns = len(self.header)
        if not columns or len(self.widths) != columns or min(self.widths) <= 0:
            raise ValueError("a table needs one width above 0 for each column")
        for number, row in enumerate(self.rows):
            if len(row.cells) not in (1, columns):
                raise ValueError(f"row {number} has {len(row.cells)} cells of {columns}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One status and what it means."""

    status: StatusCell
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """Explains every symbol that the sheet uses."""

    entries: tuple[LegendEntry, ...]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture (PNG or JPEG bytes) or a drawing, with the words for those who do not see it. `width` is in mm."""

    image: bytes | Drawing
    alt: str
    width: float = 0.0  # 0: a picture is as wide as the text, a drawing as wide as it says
    caption: str = ""

    def __post_init__(self) -> None:
        _require_alt(self.alt)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A labelled line or box to fill in, by pen or in the file. `name` is unique in the paper."""

    name: str
    label: str
    kind: FieldKind = FieldKind.WORDS
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Lines to sign on, side by side, each above the words for who signs."""

    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The headings of the whole paper with their pages, each a link to its place, down to level `depth`."""

    depth: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepTogether:
    """Blocks that stand on one page when a page can hold them."""

    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | BulletList
    | Table
    | Legend
    | Figure
    | FormField
    | Signature
    | Contents
    | PageBreak
    | KeepTogether
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands at the top of the first page. Empty texts are left out together with their labels."""

    organisation: str
    board: str
    document_type: str  # "Uppföljning"
    title: str
    date: date
    appendix: str = ""  # "Bilaga 1"
    dnr: str = ""
    period: str = ""  # "2024–2026"
    subtitle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at the foot of every page."""

    plan: str
    printed: date
    note: str = ""  # what the organisation has at every foot, such as an address
    seal: str = ""  # ties the paper to the register's history


class Family(StrEnum):
    """A family of type."""

    SANS = auto()
    SERIF = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """How the organisation's papers look. Colours are #RRGGBB; the accent reads on its tint and on white at 4.5:1.

    `logo` is a PNG or JPEG picture, or nothing; `logo_alt` has the words for those who do not see it.
    """

    accent: str = "#0B5563"
    accent_tint: str = "#DCEBEE"
    family: Family = Family.SANS
    logo: bytes = b""
    logo_alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document, or a part of a paper. `language` is a BCP 47 tag.

    A chapter has its title instead of a whole head: the paper's first sheet says who speaks and of what.
    """

    head: Head
    foot: Foot
    blocks: tuple[Block, ...]
    language: str = "sv-SE"
    orientation: Orientation = Orientation.PORTRAIT
    style: HouseStyle = HouseStyle()
    is_chapter: bool = False

    def __post_init__(self) -> None:
        above = 1
        for heading in _headings(self.blocks):
            if heading.level > above + 1:
                raise ValueError(f"heading level {heading.level} follows level {above}")
            above = heading.level


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Sheets in one file, each from the top of a page of its own, counted through from the first page to the last.

    The head of the first sheet, or `title` where it is given, names the file.
    """

    sheets: tuple[Sheet, ...]
    title: str = ""

    def __post_init__(self) -> None:
        if not self.sheets:
            raise ValueError("a paper needs a sheet")


def _require_alt(alt: str) -> None:
    if not alt.strip():
        raise ValueError("a figure needs words that replace it")


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, KeepTogether):
            yield from _headings(block.blocks)


def runs(text: Text) -> tuple[Run, ...]:
    """The runs of a text that may be a plain string; empty runs are left out."""
    given = (Run(text=text),) if isinstance(text, str) else text
    return tuple(run for run in given if run.text)


def sheets_of(document: Sheet | Paper) -> tuple[Sheet, ...]:
    """The sheets of a paper, or the one that stands alone."""
    return document.sheets if isinstance(document, Paper) else (document,)


def headings(document: Sheet | Paper, depth: int) -> Iterator[tuple[int, str]]:
    """Level and words of each heading of a document down to level `depth`; a sheet's title is of level 1."""
    for sheet in sheets_of(document):
        yield 1, sheet.head.title
        for heading in _headings(sheet.blocks):
            if heading.level <= depth:
                yield heading.level, words(heading.text)


def words(text: Text) -> str:
    """The text without its weights."""
    return text if isinstance(text, str) else "".join(run.text for run in text)
