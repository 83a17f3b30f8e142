"""What Word fills in or lets a reader fill in: page numbers, places of headings, and fields with a name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Final

from regdesk.sheets.blocks import FieldKind
from regdesk.sheets.characters import NO_BREAK_SPACE, spoken
from regdesk.sheets.word import styles
from regdesk.sheets.word.elements import w, w14, words_element

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST_NAME: Final = 64  # letters that Word takes for the name of a control
_ROOM: Final = 8 * NO_BREAK_SPACE
_MOST_LINES: Final = 32  # that a page has room for
_UNTICKED: Final = "☐"
_SYMBOLS: Final = "Segoe UI Symbol"


def computed(instruction: str, shown: str) -> Element:
    """A field that Word works out; `shown` stands there until then."""
    return w("fldSimple", w("r", words_element("t", shown)), instr=f" {instruction} ")


def parts_of_field(instruction: str) -> tuple[Element, Element]:
    """What stands before and after the content of a field that reaches over several paragraphs."""
    code = words_element("instrText", f" {instruction} ")
    begin, separate, end = (w("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    return w("r", begin, code, separate), w("r", end)


class Controls:
    """Makes fields to fill in, each with a number of its own."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def control(self, name: str, tip: str, kind: FieldKind, lines: int) -> Element:
        """A field within a paragraph; `tip` is what Word shows and reads of it."""
        titled = (
            w("alias", val=_short(tip) or _short(name)),
            w("tag", val=_short(name)),
            w("id", val=next(self._numbers)),
        )
        if kind is FieldKind.TICK:
            return _tick(titled)
        return _words(titled, lines)


def _tick(titled: tuple[Element, ...]) -> Element:
    box = w14(
        "checkbox",
        w14("checked", val=0),
        w14("checkedState", val="2612", font=_SYMBOLS),
        w14("uncheckedState", val="2610", font=_SYMBOLS),
    )
    faces = w("rFonts", ascii=_SYMBOLS, hAnsi=_SYMBOLS, eastAsia=_SYMBOLS, cs=_SYMBOLS)
    content = w("r", w("rPr", w("rStyle", val=styles.TICK_BOX), faces), words_element("t", _UNTICKED))
    return w("sdt", w("sdtPr", *titled, box), w("sdtContent", content))


def _words(titled: tuple[Element, ...], lines: int) -> Element:
    """Room for words: blank lines for a pen, which give way to what is typed."""
    room = w("r", w("rPr", w("rStyle", val=styles.PLACEHOLDER)), *_room(lines))
    several = {"multiLine": 1} if lines > 1 else {}
    return w("sdt", w("sdtPr", *titled, w("showingPlcHdr"), w("text", **several)), w("sdtContent", room))


def _room(lines: int) -> Iterator[Element]:
    for line in range(min(max(lines, 1), _MOST_LINES)):
        if line:
            yield w("br")
        yield words_element("t", _ROOM)


def _short(name: str) -> str:
    return spoken(name)[:_LONGEST_NAME]
