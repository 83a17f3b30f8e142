"""Writes the styles of a file, so that a reader changes a look in one place and Word knows what is a heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from regdesk.i18n import _
from regdesk.sheets.blocks import ParagraphRole, Tone
from regdesk.sheets.pdf.fonts import Weight
from regdesk.sheets.pdf.styles import Align, TextStyle
from regdesk.sheets.theme import ACCENT, FIELD_EDGE, HAIRLINE, INK, QUIET, TONES
from regdesk.sheets.word import styles
from regdesk.sheets.word.elements import hexadecimal, rule, twips, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BOLD: Final = frozenset({Weight.SEMIBOLD, Weight.BOLD, Weight.BOLD_ITALIC})
_ITALIC: Final = frozenset({Weight.ITALIC, Weight.BOLD_ITALIC})
_UNOFFERED: Final = 99
_TICK: Final = 11.0  # points, the most that does not make rows higher


@dataclass(frozen=True, slots=True)
class _Style:
    """A style of paragraphs: `name` is what Word knows it by, or ours; `below` what follows it when one types on."""

    name: str
    below: str = ""
    level: int = 0  # in the navigation pane; 0 is not there
    keeps: bool = False  # with the paragraph below it
    lined: bool = False  # above
    boxed: bool = False
    indent: float = 0.0
    priority: int = _UNOFFERED  # place in the gallery of styles, if it has one


def stylesheet(language: str, face: str) -> Element:
    """All styles, for a document in `language` and set in `face`."""
    paragraphs = (_paragraph_style(style, made) for style, made in _paragraph_styles().items())
    return w(
        "styles", _defaults(language, face), _latent(), _normal(), *paragraphs, *_character_styles(), *_table_styles()
    )


def is_bold(style: str) -> bool:
    """Whether paragraphs in that style are bold: a bold style of characters would make them plain there."""
    return styles.LOOKS[style].weight in _BOLD


def is_italic(style: str) -> bool:
    """Whether paragraphs in that style are italic; otherwise as `is_bold`."""
    return styles.LOOKS[style].weight in _ITALIC


def _paragraph_styles() -> dict[str, _Style]:
    body, roles = styles.PARAGRAPHS[ParagraphRole.BODY], styles.PARAGRAPHS
    headings = {
        style: _Style(f"heading {level}", body, level=level, keeps=True, priority=9)
        for level, style in styles.HEADINGS.items()
    }
    contents = {
        style: _Style(f"toc {level}", indent=(level - 1) * styles.CONTENTS_INDENT, priority=39)
        for level, style in styles.CONTENTS.items()
    }
    lists = {
        style: _Style(f"{name} {level}" if level > 1 else name, priority=20)
        for name, ids in (("List Bullet", styles.BULLETS), ("List Number", styles.NUMBERS))
        for level, style in enumerate(ids, 1)
    }
    return {
        styles.TITLE: _Style("Title", body, level=1, keeps=True, priority=10),
        styles.SUBTITLE: _Style("Subtitle", body, keeps=True, priority=11),
        **headings,
        body: _Style("Body Text", priority=1),
        roles[ParagraphRole.LEAD]: _Style(_("Ingress"), body, priority=2),
        roles[ParagraphRole.INTRODUCTION]: _Style(_("Inledning till lista"), body, keeps=True, priority=3),
        roles[ParagraphRole.FACT]: _Style(_("Sakuppgift"), body, keeps=True, priority=4),
        roles[ParagraphRole.NOTE]: _Style(_("Anmärkning"), body, priority=4),
        **lists,
        **contents,
        styles.PICTURE: _Style(_("Bild"), body),
        styles.CAPTION: _Style("caption", body, priority=35),
        styles.TABLE_TEXT: _Style(_("Tabelltext"), priority=30),
        styles.TABLE_NUMBER: _Style(_("Tabelltal"), priority=30),
        styles.TABLE_HEADER: _Style(_("Tabellhuvud"), keeps=True, priority=30),
        styles.TABLE_NUMBER_HEADER: _Style(_("Tabellhuvud över tal"), keeps=True, priority=30),
        styles.LEGEND_TITLE: _Style(_("Teckenförklaringens rubrik"), keeps=True),
        styles.LEGEND_STATUS: _Style(_("Teckenförklaringens tecken"), keeps=True),
        styles.LEGEND: _Style(_("Teckenförklaring")),
        styles.LOGO: _Style(_("Logotyp")),
        styles.HEAD_NAME: _Style(_("Avsändare")),
        styles.HEAD_KIND: _Style(_("Dokumenttyp")),
        styles.HEAD_APPENDIX: _Style(_("Bilagans nummer")),
        styles.FACT_LABEL: _Style(_("Uppgift"), styles.FACT_VALUE, keeps=True),
        styles.FACT_VALUE: _Style(_("Uppgiftens värde")),
        styles.FIELD_LABEL: _Style(_("Fältets namn"), styles.FIELD, keeps=True),
        styles.FIELD: _Style(_("Fält"), boxed=True),
        styles.TICK: _Style(_("Kryssruta"), indent=styles.TICK_HANG),
        styles.SIGNATURE: _Style("Signature", lined=True),
        styles.SEAM: _Style(_("Avstånd"), keeps=True),
        styles.HEADER: _Style("header"),
        styles.FOOTER: _Style("footer"),
    }


def _defaults(language: str, face: str) -> Element:
    look = TextStyle()
    fonts = w("rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face)
    spoken = w("lang", val=language, eastAsia=language, bidi="ar-SA")
    run = w("rPr", fonts, _colour(look.colour), *_sizes(look.size), spoken)
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr", _spacing(look))))


def _latent() -> Element:
    """Hides the hundreds of styles that Word knows and the file does not use."""
    return w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _normal() -> Element:
    properties = (w("name", val="Normal"), w("uiPriority", val=0), w("qFormat"))
    return w("style", *properties, type="paragraph", default=1, styleId="Normal")


def _paragraph_style(style: str, made: _Style) -> Element:
    look = styles.LOOKS[style]
    return _style(
        "paragraph",
        style,
        w("name", val=made.name),
        w("basedOn", val="Normal"),
        *([w("next", val=made.below)] if made.below else []),
        w("uiPriority", val=made.priority),
        *([w("qFormat")] if made.priority < _UNOFFERED else []),
        w("pPr", *_paragraph_properties(style, made, look)),
        w("rPr", *_weight(look.weight), _colour(look.colour), *_sizes(look.size)),
    )


def _paragraph_properties(style: str, made: _Style, look: TextStyle) -> Iterator[Element]:
    inset = round(styles.FIELD_INSET)
    if made.keeps:
        yield w("keepNext")
    if made.level:
        yield w("keepLines")
    if style in styles.BULLETS:
        yield w("numPr", w("ilvl", val=styles.BULLETS.index(style)), w("numId", val=1))
    if made.lined:
        yield w("pBdr", rule("top", INK, 5, 3))
    if made.boxed:
        yield w("pBdr", *(rule(side, FIELD_EDGE, 5, inset) for side in ("top", "left", "bottom", "right")))
    yield _spacing(look)
    if made.boxed:
        yield w("ind", left=twips(inset + 0.5), right=twips(inset + 0.5))  # the box is as wide as the text
    if made.indent:
        hanging = {"hanging": twips(made.indent)} if style == styles.TICK else {}
        yield w("ind", left=twips(made.indent), **hanging)
    if look.align is Align.RIGHT:
        yield w("jc", val="right")
    if made.level:
        yield w("outlineLvl", val=made.level - 1)


def _spacing(look: TextStyle) -> Element:
    line = twips(look.leading)
    return w("spacing", before=twips(look.before), after=twips(look.after), line=line, lineRule="atLeast")


def _weight(weight: Weight) -> Iterator[Element]:
    if weight in _BOLD:
        yield from (w("b"), w("bCs"))
    if weight in _ITALIC:
        yield from (w("i"), w("iCs"))


def _character_styles() -> Iterator[Element]:
    about = (w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"))
    yield w("style", *about, type="character", default=1, styleId="DefaultParagraphFont")
    yield _character_style(styles.STRONG, "Strong", w("b"), w("bCs"))
    yield _character_style(styles.EMPHASIS, "Emphasis", w("i"), w("iCs"))
    yield _character_style(styles.QUIET_TEXT, _("Dämpad text"), _colour(QUIET))
    yield _character_style(styles.LABEL, _("Listans nummer"), _colour(styles.LABEL_COLOUR))
    yield _character_style(styles.LINK, "Hyperlink", _colour(ACCENT), w("u", val="single"))
    yield _character_style(styles.TICK_BOX, _("Ruta att kryssa"), *_sizes(_TICK))
    yield _character_style(styles.PLACEHOLDER, "Placeholder Text", _colour(QUIET))
    for tone, name in _tone_names().items():
        tint = hexadecimal(TONES[tone].tint)
        shade = w("shd", val="clear", color="auto", fill=tint)
        yield _character_style(styles.STATUSES[tone], name, w("b"), w("bCs"), _colour(TONES[tone].text), shade)


def _tone_names() -> dict[Tone, str]:
    return {
        Tone.GOOD: _("Bedömning: god"),
        Tone.CAUTION: _("Bedömning: delvis"),
        Tone.SERIOUS: _("Bedömning: allvarlig"),
        Tone.BAD: _("Bedömning: dålig"),
        Tone.UNKNOWN: _("Bedömning: okänd"),
        Tone.NONE: _("Bedömning: ingen"),
    }


def _character_style(style: str, name: str, *properties: Element) -> Element:
    about = (w("name", val=name), w("uiPriority", val=22), w("qFormat"))
    return _style("character", style, *about, w("rPr", *properties))


def _table_styles() -> Iterator[Element]:
    about = (w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"))
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), _margins(0.0, 0.0))
    yield w("style", *about, properties, type="table", default=1, styleId="TableNormal")
    lines = w("tblBorders", rule("bottom", HAIRLINE, 4), rule("insideH", HAIRLINE, 4))
    lined = w("tblPr", lines, _margins(styles.CELL_MARGIN, styles.COLUMN_GAP))
    yield _table_style(styles.TABLE, _("Bladets tabell"), lined, *_conditions())
    apart = w("tblPr", _margins(0.0, styles.COLUMN_GAP))
    yield _table_style(styles.LAYOUT, _("Kolumner utan linjer"), apart)


def _conditions() -> Iterator[Element]:
    """The header row stands on a line; the first column names the rows."""
    cell = w("tcPr", w("tcBorders", rule("bottom", ACCENT, 8)), w("vAlign", val="bottom"))
    yield w("tblStylePr", cell, type="firstRow")
    yield w("tblStylePr", w("rPr", _colour(INK)), type="firstCol")


def _table_style(style: str, name: str, *properties: Element) -> Element:
    about = (w("name", val=name), w("basedOn", val="TableNormal"), w("uiPriority", val=59))
    return _style("table", style, *about, *properties)


def _margins(below: float, right: float) -> Element:
    sides = {"top": below, "left": 0.0, "bottom": below, "right": right}
    return w("tblCellMar", *(w(side, w=twips(points), type="dxa") for side, points in sides.items()))


def _style(kind: str, style: str, *parts: Element) -> Element:
    own = {"customStyle": 1} if style.startswith("Sheet") else {}
    return w("style", *parts, type=kind, styleId=style, **own)


def _colour(colour: str) -> Element:
    return w("color", val=hexadecimal(colour))


def _sizes(size: float) -> tuple[Element, Element]:
    """Word counts half points."""
    return w("sz", val=round(2 * size)), w("szCs", val=round(2 * size))
