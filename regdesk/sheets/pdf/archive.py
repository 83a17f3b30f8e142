"""Makes a drawn file one for archive and screen reader, PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf, String
from pikepdf import Name as PdfName

from regdesk.paths import data_folder
from regdesk.sheets.pdf.canvas import ANNOTATION_KEYS, Drawn
from regdesk.sheets.pdf.conformance import SAVING, refuse_what_breaks_the_rules
from regdesk.sheets.pdf.forms import write_form
from regdesk.sheets.pdf.limits import within_limit
from regdesk.sheets.pdf.metadata import Claim, Metadata, write_metadata
from regdesk.sheets.pdf.structure import Annotation, Attributes, Element, MarkedContent, Name, Value

_COLOUR_SPACE: Final = "sRGB IEC61966-2.1"
_ASTRAL: Final = re.compile(rb"(<[0-9A-F]{2}>) <([0-9A-F]{5,6})>")


def archived(drawn_pdf: bytes, drawn: Drawn, root: Element, metadata: Metadata) -> bytes:
    """The finished file. The same input gives the same bytes. Raises Problem(SHEET_NOT_CONFORMING)."""
    with pikepdf.open(BytesIO(drawn_pdf)) as pdf:
        _tidy_pages(pdf)
        _write_output_intent(pdf)
        _mend_unicode_maps(pdf)
        write_metadata(pdf, metadata, Claim.LASTING)
        refuse_what_breaks_the_rules(pdf, metadata.title)
        write_form(pdf, drawn.fields)
        _write_structure(pdf, drawn, root)
        write_metadata(pdf, metadata, Claim.LASTING_AND_READ_ALOUD)
        out = BytesIO()
        pdf.save(out, **SAVING)
    return out.getvalue()


def _tidy_pages(pdf: Pdf) -> None:
    """Take away what reportlab writes on every page and no reader has use for, and share what pages have alike."""
    shared: dict[bytes, Object] = {}
    for page in pdf.pages:
        del page.obj.Trans
        del page.obj.Resources.ProcSet
        resources = page.obj.Resources.unparse()
        if resources not in shared:
            shared[resources] = pdf.make_indirect(page.obj.Resources)
        page.obj.Resources = shared[resources]


def _write_structure(pdf: Pdf, drawn: Drawn, root: Element) -> None:
    """Write the structure tree, and the parent tree that leads from content back to it."""
    pages = [page.obj for page in pdf.pages]
    objects = {element: pdf.make_indirect(Dictionary(S=PdfName("/" + element.tag))) for element in root.walk()}
    tree = pdf.make_indirect(Dictionary(Type=PdfName.StructTreeRoot, K=objects[root]))
    for element, written in objects.items():
        _write_element(element, written, objects, pages)
        written.P = objects[element.parent] if element.parent else tree
    _write_attributes(pdf, objects)
    owners: list[Object | int] = []
    for number, (page, contents) in enumerate(zip(pages, drawn.pages, strict=True)):
        page.StructParents, page.Tabs = number, PdfName.S
        owners += [number, pdf.make_indirect(Array([objects[owner] for owner in contents]))]
    for key, owner in enumerate(drawn.annotations, ANNOTATION_KEYS):
        owners += [key, objects[owner]]
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(owners)))
    tree.ParentTreeNextKey = ANNOTATION_KEYS + len(drawn.annotations)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _write_element(
    element: Element, written: Object, objects: Mapping[Element, Object], pages: Sequence[Object]
) -> None:
    if element.page is not None:
        written.Pg = pages[element.page]
    if element.alt:
        written.Alt = String(within_limit(element.alt))
    if element.language:
        written.Lang = String(element.language)
    kids = [_kid(kid, element, objects, pages) for kid in element.kids]
    if kids:
        written.K = kids[0] if len(kids) == 1 else Array(kids)


def _kid(
    kid: Element | MarkedContent | Annotation,
    element: Element,
    objects: Mapping[Element, Object],
    pages: Sequence[Object],
) -> Object | int:
    match kid:
        case Element():
            return objects[kid]
        case MarkedContent(page, number) if page == element.page:
            return number
        case MarkedContent(page, number):
            return Dictionary(Type=PdfName.MCR, Pg=pages[page], MCID=number)
        case Annotation(page, place):
            return Dictionary(Type=PdfName.OBJR, Pg=pages[page], Obj=pages[page].Annots[place])


def _write_attributes(pdf: Pdf, objects: Mapping[Element, Object]) -> None:
    """Write attributes that elements share, as the header cells of a table do, once."""
    shared: dict[int, Object] = {}
    for element, written in objects.items():
        if element.attributes:
            key = id(element.attributes)
            if key not in shared:
                shared[key] = pdf.make_indirect(_attributes(element.attributes))
            written.A = shared[key]


def _attributes(attributes: Attributes) -> Object:
    """One dictionary an owner."""
    return Array(
        Dictionary({"/O": PdfName("/" + owner), **{f"/{name}": _value(value) for name, value in values.items()}})
        for owner, values in attributes.items()
    )


def _value(value: Value) -> Object | int | float:
    match value:
        case Name():
            return PdfName(value)
        case str():
            return String(within_limit(value))
        case list():
            return Array(value)
        case _:
            return value


def _write_output_intent(pdf: Pdf) -> None:
    """Say which colours the numbers in the file mean."""
    profile = (data_folder("resources") / "icc" / "sRGB.icc").read_bytes()
    intent = Dictionary(
        Type=PdfName.OutputIntent,
        S=PdfName.GTS_PDFA1,
        OutputConditionIdentifier=String(_COLOUR_SPACE),
        Info=String(_COLOUR_SPACE),
        DestOutputProfile=pdf.make_stream(profile, N=3),
    )
    pdf.Root.OutputIntents = Array([intent])


def _mend_unicode_maps(pdf: Pdf) -> None:
    """Write characters beyond U+FFFF as pairs of UTF-16, which reportlab writes as five digits."""
    for font in pdf.objects:
        if isinstance(font, Dictionary) and "/ToUnicode" in font:
            content = font.ToUnicode.read_bytes()
            if _ASTRAL.search(content):
                font.ToUnicode.write(_ASTRAL.sub(_as_utf16, content))


def _as_utf16(match: re.Match[bytes]) -> bytes:
    pair = chr(int(match[2], 16)).encode("utf-16-be").hex().upper()
    return match[1] + b" <" + pair.encode() + b">"
