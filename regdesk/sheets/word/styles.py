"""The styles that the text of a file is in, by their ids, and how those of paragraphs look: the type scale of the PDF.

Word knows some of them by name and shows them in the reader's language; those that begin with `Sheet` are ours.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from regdesk.sheets.blocks import ParagraphRole, Tone
from regdesk.sheets.pdf import styles as scale
from regdesk.sheets.pdf.pictures import LOGO_AFTER
from regdesk.sheets.pdf.styles import Align, TextStyle
from regdesk.sheets.theme import ACCENT

DEEPEST_LIST: Final = 5  # Word has list styles for five levels

TITLE: Final = "Title"
SUBTITLE: Final = "Subtitle"
HEADINGS: Final = {level: f"Heading{level}" for level in range(1, 7)}
PARAGRAPHS: Final = {
    ParagraphRole.BODY: "BodyText",
    ParagraphRole.LEAD: "SheetLead",
    ParagraphRole.INTRODUCTION: "SheetIntroduction",
    ParagraphRole.FACT: "SheetFact",
    ParagraphRole.NOTE: "SheetNote",
}
BULLETS: Final = ("ListBullet", *(f"ListBullet{level}" for level in range(2, DEEPEST_LIST + 1)))
NUMBERS: Final = ("ListNumber", *(f"ListNumber{level}" for level in range(2, DEEPEST_LIST + 1)))
CONTENTS: Final = {level: f"TOC{level}" for level in range(1, 7)}
PICTURE: Final = "SheetPicture"
CAPTION: Final = "Caption"
TABLE_TEXT: Final = "SheetTableText"
TABLE_NUMBER: Final = "SheetTableNumber"
TABLE_HEADER: Final = "SheetTableHeader"
TABLE_NUMBER_HEADER: Final = "SheetTableNumberHeader"
LEGEND_TITLE: Final = "SheetLegendTitle"
LEGEND_STATUS: Final = "SheetLegendStatus"
LEGEND: Final = "SheetLegend"
LOGO: Final = "SheetLogo"
HEAD_NAME: Final = "SheetHeadName"
HEAD_KIND: Final = "SheetHeadKind"
HEAD_APPENDIX: Final = "SheetHeadAppendix"
FACT_LABEL: Final = "SheetFactLabel"
FACT_VALUE: Final = "SheetFactValue"
FIELD_LABEL: Final = "SheetFieldLabel"
FIELD: Final = "SheetField"
TICK: Final = "SheetTick"
SIGNATURE: Final = "Signature"
SEAM: Final = "SheetSeam"  # between what Word would take for one table
HEADER: Final = "Header"
FOOTER: Final = "Footer"

STRONG: Final = "Strong"
EMPHASIS: Final = "Emphasis"
QUIET_TEXT: Final = "SheetQuiet"
LABEL: Final = "SheetLabel"
LINK: Final = "Hyperlink"
TICK_BOX: Final = "SheetTickBox"
PLACEHOLDER: Final = "PlaceholderText"
STATUSES: Final = {tone: f"SheetStatus{tone.capitalize()}" for tone in Tone}

TABLE: Final = "SheetTable"
LAYOUT: Final = "SheetLayout"

CELL_MARGIN: Final = 3.75  # points above and below the texts of a table; with the line between rows as in the PDF
COLUMN_GAP: Final = 11.0
LIST_HANG: Final = 13.0  # points from a bullet to its text
CONTENTS_INDENT: Final = 14.0  # points of a level
FIELD_INSET: Final = 3.0  # points from the edge of a field to what is written in it
TICK_HANG: Final = 19.0  # points from a box to its words

_NUMBER: Final = replace(scale.TABLE_CELL, align=Align.RIGHT)
_NUMBER_HEADER: Final = replace(scale.TABLE_HEADER, align=Align.RIGHT)

LOOKS: Final[dict[str, TextStyle]] = {
    TITLE: replace(scale.TITLE, before=13.0),  # below the lower edge of the facts
    SUBTITLE: scale.SUBTITLE,
    HEADINGS[1]: replace(scale.CHAPTER, before=0.0),
    **{HEADINGS[level]: look for level, look in scale.HEADINGS.items()},
    **{style: scale.PARAGRAPHS[role] for role, style in PARAGRAPHS.items()},
    **dict.fromkeys((*BULLETS, *NUMBERS), scale.LIST_ITEM),
    **{style: scale.CONTENTS[min(level, scale.DEEPEST_ENTRY)] for level, style in CONTENTS.items()},
    PICTURE: TextStyle(before=6, after=6),
    CAPTION: scale.NOTE,
    TABLE_TEXT: scale.TABLE_CELL,
    TABLE_NUMBER: _NUMBER,
    TABLE_HEADER: scale.TABLE_HEADER,
    TABLE_NUMBER_HEADER: _NUMBER_HEADER,
    LEGEND_TITLE: scale.LEGEND_TITLE,
    LEGEND_STATUS: scale.LEGEND_STATUS,
    LEGEND: scale.LEGEND,
    LOGO: TextStyle(after=LOGO_AFTER),
    HEAD_NAME: scale.HEAD_NAME,
    HEAD_KIND: scale.HEAD_KIND,
    HEAD_APPENDIX: scale.HEAD_APPENDIX,
    FACT_LABEL: replace(scale.FACT_LABEL, before=7.0),
    FACT_VALUE: scale.FACT_VALUE,
    FIELD_LABEL: replace(scale.FIELD_LABEL, after=5),
    FIELD: TextStyle(leading=20, after=9),
    TICK: scale.TICK_LABEL,
    SIGNATURE: replace(scale.SIGNATURE, before=43, after=8),
    SEAM: TextStyle(size=1, leading=1),
    HEADER: scale.MARGINAL,
    FOOTER: scale.MARGINAL,
}
"""How each style of paragraphs looks."""

LABEL_COLOUR: Final = ACCENT  # of bullets and numbers
