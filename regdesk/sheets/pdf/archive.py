"""Makes a drawn file one for archive and screen reader, PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf, String
from pikepdf import Name as PdfName

from regdesk import __version__
from regdesk.paths import data_folder
from regdesk.sheets.pdf.canvas import ANNOTATION_KEYS, Drawn
from regdesk.sheets.pdf.forms import write_form
from regdesk.sheets.pdf.structure import Annotation, Attributes, Element, MarkedContent, Name, Value

_PROGRAM: Final = f"Regdesk {__version__}"
_COLOUR_SPACE: Final = "sRGB IEC61966-2.1"
_ASTRAL: Final = re.compile(rb"(<[0-9A-F]{2}>) <([0-9A-F]{5,6})>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file says of itself. A file that `has_parts` opens with its bookmarks beside it."""

    title: str
    author: str
    subject: str
    language: str
    made: date
    has_parts: bool = False


def archived(drawn_pdf: bytes, drawn: Drawn, root: Element, metadata: Metadata) -> bytes:
    """The finished file. The same input gives the same bytes."""
    with pikepdf.open(BytesIO(drawn_pdf)) as pdf:
        write_form(pdf, drawn.fields)
        _write_structure(pdf, drawn, root)
        _write_metadata(pdf, metadata)
        _write_output_intent(pdf)
        _mend_unicode_maps(pdf)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _write_structure(pdf: Pdf, drawn: Drawn, root: Element) -> None:
    """Write the structure tree, and the parent tree that leads from content back to it."""
    pages = [page.obj for page in pdf.pages]
    objects = {element: pdf.make_indirect(Dictionary(S=PdfName("/" + element.tag))) for element in root.walk()}
    tree = pdf.make_indirect(Dictionary(Type=PdfName.StructTreeRoot, K=objects[root]))
    for element, written in objects.items():
        _write_element(element, written, objects, pages)
        written.P = objects[element.parent] if element.parent else tree
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
        written.Alt = String(element.alt)
    if element.language:
        written.Lang = String(element.language)
    if element.attributes:
        written.A = _attributes(element.attributes)
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
            return String(value)
        case list():
            return Array(value)
        case _:
            return value


def _write_metadata(pdf: Pdf, metadata: Metadata) -> None:
    """Write language, title bar and the same facts twice: in XMP, and in the dictionary that older viewers read."""
    pdf.Root.Lang = String(metadata.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if metadata.has_parts:
        pdf.Root.PageMode = PdfName.UseOutlines
    pdf.Root.Metadata = pdf.make_stream(_xmp(metadata), Type=PdfName.Metadata, Subtype=PdfName.XML)
    made = f"D:{metadata.made:%Y%m%d}000000Z"
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(metadata.title),
            Author=String(metadata.author),
            Subject=String(metadata.subject),
            Creator=String(_PROGRAM),
            Producer=String(_PROGRAM),
            CreationDate=String(made),
            ModDate=String(made),
        )
    )


def _xmp(metadata: Metadata) -> bytes:
    facts = {
        "title": metadata.title,
        "author": metadata.author,
        "subject": metadata.subject,
        "language": metadata.language,
        "program": _PROGRAM,
        "made": f"{metadata.made:%Y-%m-%d}T00:00:00Z",
    }
    return _XMP.format_map({name: escape(fact) for name, fact in facts.items()}).encode()


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


_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
