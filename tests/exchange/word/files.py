"""Makes small Word files out of the XML that Word writes, so that a test can say exactly what stands in one."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Rubrik{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in range(1, 5)
) + (
    '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Regionens rubrik"/>'
    '<w:basedOn w:val="Rubrik2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Punktlista2"><w:name w:val="List Bullet 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lista"><w:name w:val="Egen lista"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/></w:style>'
)
BULLETS = (
    '<w:abstractNum w:abstractNumId="7">'
    + "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/></w:lvl>' for level in range(9))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)


def run(text: str) -> str:
    """A run of text to the letter; line breaks and tabs as Word writes them."""
    content = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return f'<w:r><w:t xml:space="preserve">{content}</w:t></w:r>'.replace("<w:t>", '<w:t xml:space="preserve">')


def note(number: int) -> str:
    """A reference to a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph; text is escaped, XML is taken as it is."""
    inner = content if content.startswith("<") else run(content)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{inner}</w:p>"


def heading(level: int, text: str) -> str:
    """A heading as Swedish Word writes it."""
    return paragraph(text, style=f"Rubrik{level}")


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    """An item of a list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=numbering)


def cell(content: str = "", properties: str = "") -> str:
    """A table cell; several paragraphs are parted by a form feed."""
    inner = content if content.startswith("<w:") else "".join(paragraph(part) for part in content.split("\f"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(cells: Iterable[str], header: bool = False) -> str:
    """A table row of cells or of their texts."""
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    made = (text if text.startswith("<w:tc>") else cell(text) for text in cells)
    return f"<w:tr>{properties}{''.join(made)}</w:tr>"


def table(*rows: Sequence[str]) -> str:
    """A table whose first row is its header."""
    made = (row(cells, header=index == 0) for index, cells in enumerate(rows))
    return f"<w:tbl><w:tblPr/>{''.join(made)}</w:tbl>"


def write_docx(
    path: Path,
    *body: str,
    styles: str = STYLES,
    numbering: str = BULLETS,
    footnotes: Sequence[tuple[int, str]] = (),
    parts: Sequence[tuple[str, str, bytes]] = (),
    main_type: str = _MAIN,
    main_name: str = "document.xml",
) -> Path:
    """A Word file with that body. `parts` are (relationship kind, name in word/, bytes), related as rId10 and on."""
    notes = "".join(f'<w:footnote w:id="{number}">{paragraph(" " + text)}</w:footnote>' for number, text in footnotes)
    own = [
        ("styles", "styles.xml", _part("styles", styles)),
        ("numbering", "numbering.xml", _part("numbering", numbering)),
        ("footnotes", "footnotes.xml", _part("footnotes", notes)),
    ]
    related = [(f"rId{index}", *part) for index, part in enumerate(own)]
    related += [(f"rId{10 + index}", *part) for index, part in enumerate(parts)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types(main_name, main_type))
        archive.writestr("_rels/.rels", _relations([("rId1", "officeDocument", f"word/{main_name}")]))
        archive.writestr(f"word/_rels/{main_name}.rels", _relations([part[:3] for part in related]))
        archive.writestr(f"word/{main_name}", _part("document", f"<w:body>{''.join(body)}<w:sectPr/></w:body>"))
        for _, _, name, content in related:
            archive.writestr(f"word/{name}", content)
    return path


def _part(root: str, content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{content}</w:{root}>'.encode()


def _content_types(main_name: str, main_type: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/{main_name}" ContentType="{main_type}"/></Types>'
    )


def _relations(relations: Iterable[tuple[str, str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}{kind}" Target="{target}"/>' for key, kind, target in relations
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'
