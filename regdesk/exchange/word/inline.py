"""Reads what stands inside a paragraph to the letter, with its footnote references, pictures and text boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from regdesk.exchange.word.document import LeftOut
from regdesk.exchange.word.xml import MATH, MC, VML, WP, XML, A, R, W, chosen, find, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_WITHOUT_TEXT = {
    *("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "rt", "fldData"),
    *("footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator"),
}
_DELETED = {"del", "moveFrom"}
_DRAWN = {"drawing", "pict", "object"}


@dataclass(slots=True)
class Drawing:
    """A picture in a paragraph: `relation` is the id of the part with its bytes, if there is one."""

    alt: str
    name: str
    relation: str


@dataclass(slots=True)
class Inline:
    """What a paragraph holds. Marks are the ids of notes ("f7", "e2") with the place in the text they stand at."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[str, int]] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def read_inline(paragraph: _Element, left_out: Counter[LeftOut]) -> Inline:
    """Read a paragraph, counting what is left out of it: tracked deletions, hidden text, placeholders."""
    inline = Inline()
    _read_children(paragraph, inline, left_out)
    return inline


def _read_children(parent: _Element, inline: Inline, left_out: Counter[LeftOut]) -> None:
    for element in parent:
        if isinstance(element.tag, str):
            _read(element, inline, left_out)


def _read(element: _Element, inline: Inline, left_out: Counter[LeftOut]) -> None:
    """Everything that is not known to be something else is a wrapper: hyperlink, ins, smartTag, fldSimple …"""
    namespace, _, name = element.tag.rpartition("}")
    if namespace + "}" == W:
        reader = _READERS.get(name, _read_children)
        reader(element, inline, left_out)
    elif element.tag == MC + "AlternateContent":
        branch = chosen(element)
        if branch is not None:
            _read_children(branch, inline, left_out)
    elif element.tag == MATH + "t":
        inline.write(element.text or "")
    else:
        _read_children(element, inline, left_out)


def _read_text(element: _Element, inline: Inline, _left_out: Counter[LeftOut]) -> None:
    """Word drops blanks at the ends of a text that does not ask for them to be kept."""
    text = element.text or ""
    inline.write(text if element.get(XML + "space") == "preserve" else text.strip(" \t\r\n"))


def _read_break(element: _Element, inline: Inline, _left_out: Counter[LeftOut]) -> None:
    if element.get(W + "type", "textWrapping") == "textWrapping":
        inline.write("\n")


def _read_character(element: _Element, inline: Inline, _left_out: Counter[LeftOut]) -> None:
    inline.write(_CHARACTERS[element.tag.rpartition("}")[2]])


def _read_symbol(element: _Element, inline: Inline, _left_out: Counter[LeftOut]) -> None:
    """A sign by its code; half of a surrogate pair is none."""
    sign = chr(int(element.get(W + "char", "0"), 16))
    inline.write("" if sign == "\0" or "\ud800" <= sign <= "\udfff" else sign)


def _read_run(element: _Element, inline: Inline, left_out: Counter[LeftOut]) -> None:
    if is_on(find(element, "rPr"), "vanish"):
        left_out[LeftOut.HIDDEN_TEXT] += 1
    else:
        _read_children(element, inline, left_out)


def _read_control(element: _Element, inline: Inline, left_out: Counter[LeftOut]) -> None:
    """A content control that nobody has filled in holds only a prompt."""
    if is_on(find(element, "sdtPr"), "showingPlcHdr"):
        left_out[LeftOut.PLACEHOLDER] += 1
    else:
        _read_children(element, inline, left_out)


def _read_deletion(_element: _Element, _inline: Inline, left_out: Counter[LeftOut]) -> None:
    left_out[LeftOut.TRACKED_DELETION] += 1


def _read_comment_mark(_element: _Element, _inline: Inline, left_out: Counter[LeftOut]) -> None:
    left_out[LeftOut.COMMENT] += 1


def _read_note_mark(element: _Element, inline: Inline, _left_out: Counter[LeftOut]) -> None:
    kind = element.tag.rpartition("}")[2][0]
    inline.marks.append((kind + element.get(W + "id", ""), inline.length))


def _read_drawing(element: _Element, inline: Inline, _left_out: Counter[LeftOut]) -> None:
    boxes = [box for box in element.iter(W + "txbxContent") if not _is_second(box, element)]
    inline.boxes += boxes
    drawing = _drawing(element)
    if drawing.relation or drawing.alt or not boxes:
        inline.drawings.append(drawing)


def _is_second(box: _Element, drawing: _Element) -> bool:
    """Whether a text box stands in another one or only repeats it for older programs."""
    between = takewhile(lambda parent: parent is not drawing, box.iterancestors())
    return any(parent.tag in {W + "txbxContent", MC + "Fallback"} for parent in between)


def _drawing(element: _Element) -> Drawing:
    """DrawingML names a picture in docPr, VML in the attributes of its shape."""
    properties = element.find(f".//{WP}docPr")
    blip, image = element.find(f".//{A}blip"), element.find(f".//{VML}imagedata")
    if properties is None:
        shape = element.find(f".//{VML}imagedata/..")
        alt, name = ("", "") if shape is None else (shape.get("alt", ""), shape.get("id", ""))
    else:
        alt, name = properties.get("descr") or properties.get("title") or "", properties.get("name", "")
    if blip is not None:
        return Drawing(alt, name, blip.get(R + "embed", ""))
    return Drawing(alt, name, "" if image is None else image.get(R + "id", ""))


def _read_nothing(_element: _Element, _inline: Inline, _left_out: Counter[LeftOut]) -> None:
    """What has no text of its own."""


_READERS: dict[str, Callable[[_Element, Inline, Counter[LeftOut]], None]] = {
    "t": _read_text,
    "br": _read_break,
    "sym": _read_symbol,
    "r": _read_run,
    "sdt": _read_control,
    "footnoteReference": _read_note_mark,
    "endnoteReference": _read_note_mark,
    "commentReference": _read_comment_mark,
    **dict.fromkeys(_CHARACTERS, _read_character),
    **dict.fromkeys(_WITHOUT_TEXT, _read_nothing),
    **dict.fromkeys(_DELETED, _read_deletion),
    **dict.fromkeys(_DRAWN, _read_drawing),
}
