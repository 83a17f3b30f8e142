"""What a PDF says of itself, in XMP and in the dictionary that older viewers read, and which standards it claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final
from xml.sax.saxutils import escape

from pikepdf import Dictionary, Name, Pdf, String

from regdesk import __version__
from regdesk.sheets.pdf.limits import within_limit

_PROGRAM: Final = f"Regdesk {__version__}"

_FACTS: Final = """<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
</rdf:Description>
"""

_LEVEL: Final = """<rdf:Description rdf:about=""
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>{level}</pdfaid:conformance>
</rdf:Description>
"""

_ACCESSIBLE: Final = """<rdf:Description rdf:about=""
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
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
"""

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{descriptions}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


class Claim(Enum):
    """Which standards a file says it meets."""

    LASTING = _LEVEL.format(level="B")  # PDF/A-2b: it looks the same in thirty years
    LASTING_AND_READ_ALOUD = _LEVEL.format(level="A") + _ACCESSIBLE  # PDF/A-2a and PDF/UA-1


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file says of itself. Texts are cut where they are longer than a text in a PDF may be.

    A file that `has_parts` opens with its bookmarks beside it.
    """

    title: str
    author: str
    subject: str
    language: str
    made: date
    has_parts: bool = False


def write_metadata(pdf: Pdf, metadata: Metadata, claim: Claim) -> None:
    """Write language, title bar, the dictionary for older viewers, and the same facts with the claim in XMP."""
    pdf.Root.Lang = String(metadata.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if metadata.has_parts:
        pdf.Root.PageMode = Name.UseOutlines
    made = f"D:{metadata.made:%Y%m%d}000000Z"
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(within_limit(metadata.title)),
            Author=String(within_limit(metadata.author)),
            Subject=String(within_limit(metadata.subject)),
            Creator=String(_PROGRAM),
            Producer=String(_PROGRAM),
            CreationDate=String(made),
            ModDate=String(made),
        )
    )
    pdf.Root.Metadata = pdf.make_stream(_packet(metadata, claim), Type=Name.Metadata, Subtype=Name.XML)


def _packet(metadata: Metadata, claim: Claim) -> bytes:
    facts = {
        "title": within_limit(metadata.title),
        "author": within_limit(metadata.author),
        "subject": within_limit(metadata.subject),
        "language": metadata.language,
        "program": _PROGRAM,
        "made": f"{metadata.made:%Y-%m-%d}T00:00:00Z",
    }
    told = _FACTS.format_map({name: escape(fact) for name, fact in facts.items()})
    return _PACKET.format(descriptions=told + claim.value).encode()
