"""What stands around the text: the running head, the page count and the foot, and the paper of each sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from lxml import etree

from regdesk.sheets.blocks import Foot, Head, Orientation, Sheet
from regdesk.sheets.captions import foot_texts, page_label
from regdesk.sheets.characters import spoken
from regdesk.sheets.pdf.fonts import text_face, width_of
from regdesk.sheets.pdf.geometry import Geometry
from regdesk.sheets.pdf.styles import MARGINAL
from regdesk.sheets.theme import HAIRLINE
from regdesk.sheets.word import styles
from regdesk.sheets.word.elements import RELATION, give, paragraph, rule, twips, w
from regdesk.sheets.word.fields import computed
from regdesk.sheets.word.texts import Typist

if TYPE_CHECKING:
    from docx.package import Package
    from docx.parts.document import DocumentPart
    from lxml.etree import _Element as Element

_PAGE: Final = "\ue000"
_PAGES: Final = "\ue001"
_LABEL_PART: Final = re.compile(f"([{_PAGE}{_PAGES}])")
_FIELDS: Final = {_PAGE: "PAGE", _PAGES: "NUMPAGES"}

_RAISED: Final = 14.0  # points that the page count stands above the head of the first page
_AIR: Final = 5.0  # points between a text and its rule
_LABEL_SHARE: Final = 0.24  # of the text's width, kept free for the page count
_PLAN_SHARE: Final = 0.72
_KINDS: Final = {
    "header": ("hdr", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": ("ftr", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


class Margins:
    """Makes the heads and feet of a file; those that are alike are stored once."""

    def __init__(self, part: DocumentPart, package: Package) -> None:
        self._part, self._package = part, package
        self._relations: dict[bytes, str] = {}

    def section(self, sheet: Sheet, page: Geometry, typist: Typist) -> Element:
        """The properties of the pages that a sheet stands on."""
        first = _first_head(sheet, page, typist)
        later = _running_head(sheet.head, page, typist)
        feet = list(_feet(sheet.foot, page, typist))
        return w(
            "sectPr",
            self._reference("header", "first", first),
            self._reference("header", "default", later),
            self._reference("footer", "first", *feet),
            self._reference("footer", "default", *feet),
            w("type", val="nextPage"),
            _size(page, sheet.orientation),
            _measures(page, len(feet)),
            w("titlePg"),
        )

    def _reference(self, kind: str, pages: str, *content: Element) -> Element:
        made = w(f"{kind}Reference", type=pages)
        made.set(RELATION, self._relation(kind, content))
        return made

    def _relation(self, kind: str, content: tuple[Element, ...]) -> str:
        """The id of the part with that content."""
        root, content_type, relation = _KINDS[kind]
        element = parse_xml(f"<w:{root} {nsdecls('w')}/>")
        element.extend(map(deepcopy, content))
        written = etree.tostring(element)
        if written not in self._relations:
            name = PackURI(f"/word/{kind}{len(self._relations) + 1}.xml")
            made = XmlPart(name, content_type, element, self._package)
            self._relations[written] = self._part.relate_to(made, relation)
        return self._relations[written]


def _page_label(typist: Typist, appendix: str) -> Iterator[Element]:
    label = ", ".join(filter(None, (appendix, page_label(_PAGE, _PAGES))))
    for part in _LABEL_PART.split(label):
        if part in _FIELDS:
            yield computed(_FIELDS[part], "1")
        elif part:
            yield typist.run(part)


def _first_head(sheet: Sheet, page: Geometry, typist: Typist) -> Element:
    """The page count above the head of the sheet, or where other pages have it, above a chapter."""
    if not sheet.is_chapter:
        return give(paragraph(styles.HEADER, *_page_label(typist, "")), w("jc", val="right"))
    made = paragraph(styles.HEADER, *_page_label(typist, spoken(sheet.head.appendix)))
    after = page.top - page.later_top - MARGINAL.leading
    return give(made, w("spacing", before=twips(_RAISED), after=twips(after)), w("jc", val="right"))


def _running_head(head: Head, page: Geometry, typist: Typist) -> Element:
    title = _one_line(head.title, page.width * (1 - _LABEL_SHARE))
    label = _page_label(typist, spoken(head.appendix))
    made = paragraph(styles.HEADER, typist.run(title), w("r", w("tab")), *label)
    line = w("pBdr", rule("bottom", HAIRLINE, 4, round(_AIR)))
    after = page.top - page.later_top - MARGINAL.leading - _AIR
    return give(made, line, _right_tab(page), w("spacing", before=twips(_RAISED), after=twips(after)))


def _feet(foot: Foot, page: Geometry, typist: Typist) -> Iterator[Element]:
    """Plan to the left, the print date to the right, and the seal, if any, below the plan."""
    *left, printed = foot_texts(foot)
    texts = [_one_line(text, page.width * _PLAN_SHARE) for text in left] or [""]
    for place, text in enumerate(texts):
        right = [] if place else [w("r", w("tab")), typist.run(printed)]
        made = paragraph(styles.FOOTER, typist.run(text), *right)
        line = [] if place else [w("pBdr", rule("top", HAIRLINE, 4, round(_AIR)))]
        yield give(made, *line, _right_tab(page))


def _right_tab(page: Geometry) -> Element:
    return w("tabs", w("tab", val="right", pos=twips(page.width)))


def _size(page: Geometry, orientation: Orientation) -> Element:
    width, height = page.size
    turned = {"orient": "landscape"} if orientation is Orientation.LANDSCAPE else {}
    return w("pgSz", w=twips(width), h=twips(height), **turned)


def _measures(page: Geometry, lines_of_foot: int) -> Element:
    """The first page's text begins at the upper margin; a running head pushes that of the others down."""
    width, height = page.size
    foot = page.foot - _AIR - lines_of_foot * MARGINAL.leading
    points = {
        "top": height - page.top,
        "right": width - page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": height - page.top - _RAISED,
        "footer": max(foot, 0.0),
        "gutter": 0.0,
    }
    return w("pgMar", **{side: twips(measure) for side, measure in points.items()})


def _one_line(text: str, room: float) -> str:
    """`text` in about one line, with an ellipsis for what there is no room for."""
    told = spoken(text)
    width = width_of(told, text_face(MARGINAL.weight).name, MARGINAL.size)
    return told if width <= room else told[: int(len(told) * room / width) - 1].rstrip() + "…"
