"""The file around the text: its parts, what it says of itself, and bytes that are the same for the same sheet."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml import etree

from regdesk import __version__
from regdesk.sheets.blocks import Head, Sheet
from regdesk.sheets.characters import spoken
from regdesk.sheets.word.elements import w
from regdesk.sheets.word.house import FACES, Face, dressed
from regdesk.sheets.word.stylesheet import stylesheet

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LONGEST: Final = 255  # letters that a property of a file may have
_COMPATIBILITY: Final = "http://schemas.microsoft.com/office/word"
_IGNORABLE: Final = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'  # by an older Word
)
_APP: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>Regdesk {__version__}</Application></Properties>"
)


class File:
    """A Word file that is being written, in the language and the look of its `first` sheet."""

    def __init__(self, first: Sheet) -> None:
        self._first, self.package = first, Package()
        face = FACES[first.style.family]
        root = parse_xml(f"<w:document {nsdecls('w', 'r', 'wp', 'w14')} {_IGNORABLE}><w:body/></w:document>")
        name = PackURI("/word/document.xml")
        self.document = DocumentPart(name, CONTENT_TYPE.WML_DOCUMENT_MAIN, root, self.package)
        self.package.relate_to(self.document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self.body: Element = root[0]
        self._add("styles", stylesheet(first.language, face.name), CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES)
        self._add("settings", _settings(first.language), CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS)
        self._add("fontTable", _fonts(face), CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE)

    def link(self, address: str) -> str:
        """The id that the text's relationship to `address` has."""
        return self.document.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def finished(self, numbering: Element, title: str) -> bytes:
        """The whole file, with the lists that its text uses and what it says of itself."""
        self._add("numbering", numbering, CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING)
        self._say(title)
        written = BytesIO()
        self.package.save(written)
        return _repeatable(written)

    def _add(self, name: str, element: Element, content_type: str, relation: str) -> None:
        root = parse_xml(etree.tostring(dressed(element, self._first.style)))
        part = XmlPart(PackURI(f"/word/{name}.xml"), content_type, root, self.package)
        self.document.relate_to(part, relation)

    def _say(self, title: str) -> None:
        first = self._first
        app = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, _APP.encode(), self.package)
        self.package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        made = datetime.combine(first.foot.printed, datetime.min.time())
        said = self.package.core_properties
        said.title = spoken(title)[:_LONGEST]
        said.author = said.last_modified_by = spoken(first.head.organisation)[:_LONGEST]
        said.subject = _subject(first.head)[:_LONGEST]
        said.language = first.language
        said.created = said.modified = made


def _subject(head: Head) -> str:
    return ", ".join(filter(None, map(spoken, (head.document_type, head.appendix, head.board))))


def _settings(language: str) -> Element:
    """As the Word of today lays out, which is asked to update no fields by itself: it would ask the reader first."""
    said = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    compatible = (w("compatSetting", name=name, uri=_COMPATIBILITY, val=value) for name, value in said.items())
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *compatible),
        w("themeFontLang", val=language),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _fonts(face: Face) -> Element:
    """What stands in for the typeface where it is not installed."""
    made = w(
        "font",
        w("altName", val=face.stand_in),
        w("panose1", val=face.build),
        w("charset", val="00"),
        w("family", val=face.family),
        w("pitch", val="variable"),
        name=face.name,
    )
    return w("fonts", made)


def _repeatable(written: BytesIO) -> bytes:
    """The same files without the time of their writing."""
    out = BytesIO()
    with ZipFile(written) as made, ZipFile(out, "w", ZIP_DEFLATED) as repeated:
        for name in made.namelist():
            about = ZipInfo(name)
            about.compress_type = ZIP_DEFLATED
            about.create_system = 0  # whatever the system at hand
            repeated.writestr(about, made.read(name))
    return out.getvalue()
