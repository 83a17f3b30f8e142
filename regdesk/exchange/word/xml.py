"""The names in Word's XML and the few questions asked of its elements all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
XML = "{http://www.w3.org/XML/1998/namespace}"

_OFF = {"0", "false", "off"}


def find(element: _Element | None, path: str) -> _Element | None:
    """The element at a path of Word's own names, such as `pPr/numPr/ilvl`."""
    return None if element is None else element.find("/".join(W + name for name in path.split("/")))


def value(element: _Element | None, path: str) -> str | None:
    """The `w:val` of the element at a path, None where there is none."""
    found = find(element, path)
    return None if found is None else found.get(W + "val")


def number(element: _Element | None, path: str) -> int | None:
    """The whole number at a path, None where there is none or it is no number."""
    text = value(element, path) or ""
    return int(text) if text.isascii() and text.removeprefix("-").isdigit() else None


def is_on(element: _Element | None, path: str) -> bool:
    """Whether a switch is set: it is there and does not say that it is off."""
    found = find(element, path)
    return found is not None and found.get(W + "val", "1") not in _OFF


def chosen(alternatives: _Element) -> _Element | None:
    """The branch of an mc:AlternateContent that is read: the first choice, since all say the same."""
    choice = alternatives.find(MC + "Choice")
    return choice if choice is not None else alternatives.find(MC + "Fallback")
