"""Makes the fields of a file ones that can be filled in, in a font that the file brings along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pikepdf import Array, Dictionary, Object, Pdf, String
from pikepdf import Name as PdfName
from reportlab.pdfbase import pdfmetrics

from regdesk.sheets.blocks import FieldCell, FieldKind
from regdesk.sheets.characters import spoken
from regdesk.sheets.pdf.canvas import operands
from regdesk.sheets.pdf.fonts import Weight, file_of, text_face
from regdesk.sheets.pdf.limits import within_limit
from regdesk.sheets.theme import INK, rgb

_FONT: Final = "/SourceSans"
_SIZE: Final = 10.5
_LINE: Final = 1.3 * _SIZE
_MULTILINE: Final = 1 << 12
_NONSYMBOLIC: Final = 1 << 5
_FIRST_CODE, _LAST_CODE = 32, 255
_NO_NAME: Final = "…"


def write_form(pdf: Pdf, fields: Sequence[FieldCell]) -> None:
    """Complete the annotations of `fields`, which are in their order, and make a form of them."""
    if not fields:
        return
    widgets = [note for page in pdf.pages for note in page.obj.get("/Annots", ()) if note.Subtype == "/Widget"]
    resources = pdf.make_indirect(Dictionary(Font=Dictionary({_FONT: _font(pdf)})))
    for widget, field, name in zip(widgets, fields, _unique_names(fields), strict=True):
        widget.T, widget.TU = String(name), String(within_limit(spoken(field.tip) or name))
        if field.kind is FieldKind.TICK:
            _complete_tick(pdf, widget)
        else:
            _complete_words(pdf, widget, resources)
    pdf.Root.AcroForm = Dictionary(Fields=Array(widgets), DR=resources, DA=String(_appearance()))


def _complete_words(pdf: Pdf, widget: Object, resources: Object) -> None:
    widget.FT, widget.DA = PdfName.Tx, String(_appearance())
    if _size(widget)[1] > 2 * _LINE:
        widget.Ff = _MULTILINE
    widget.AP = Dictionary(N=_drawn(pdf, widget, "/Tx BMC EMC", resources))


def _complete_tick(pdf: Pdf, widget: Object) -> None:
    """Give it a tick of two strokes, which needs no font."""
    width, height = _size(widget)
    points = ((0.22, 0.52), (0.42, 0.28), (0.8, 0.76))
    begin, turn, end = (operands(x * width, y * height) for x, y in points)
    tick = f"q {operands(*rgb(INK))} RG 1.5 w 1 J 1 j {begin} m {turn} l {end} l S Q"
    widget.FT, widget.V, widget.AS = PdfName.Btn, PdfName.Off, PdfName.Off
    widget.AP = Dictionary(N=Dictionary(Yes=_drawn(pdf, widget, tick), Off=_drawn(pdf, widget, "")))


def _drawn(pdf: Pdf, widget: Object, content: str, resources: Object | None = None) -> Object:
    """What a widget looks like."""
    return pdf.make_stream(
        content.encode(),
        Type=PdfName.XObject,
        Subtype=PdfName.Form,
        BBox=Array([0, 0, *(round(length, 2) for length in _size(widget))]),
        Resources=resources if resources is not None else Dictionary(),
    )


def _size(widget: Object) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in widget.Rect)
    return right - left, top - bottom


def _appearance() -> str:
    return f"{_FONT} {_SIZE:g} Tf {operands(*rgb(INK))} rg"


def _unique_names(fields: Sequence[FieldCell]) -> Iterator[str]:
    """Names without full stops, which divide the names of fields; a number after each that was there before."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    for field in fields:
        base = name = within_limit(spoken(field.name).replace(".", "_")) or _NO_NAME
        while name in taken:
            numbers[base] = numbers.get(base, 1) + 1
            name = f"{base} ({numbers[base]})"
        taken.add(name)
        yield name


def _font(pdf: Pdf) -> Object:
    """The text face, whole: whoever fills in a field may write any letter."""
    name = text_face(Weight.REGULAR).name
    font: Any = pdfmetrics.getFont(name)
    metrics = font.face
    data = file_of(name).read_bytes()
    descriptor = Dictionary(
        Type=PdfName.FontDescriptor,
        FontName=PdfName(f"/{name}"),
        Flags=_NONSYMBOLIC,
        FontBBox=Array([round(edge) for edge in metrics.bbox]),
        ItalicAngle=0,
        Ascent=round(metrics.ascent),
        Descent=round(metrics.descent),
        CapHeight=round(metrics.capHeight),
        StemV=round(metrics.stemV),
        FontFile2=pdf.make_stream(data, Length1=len(data)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=PdfName.Font,
            Subtype=PdfName.TrueType,
            BaseFont=PdfName(f"/{name}"),
            Encoding=PdfName.WinAnsiEncoding,
            FirstChar=_FIRST_CODE,
            LastChar=_LAST_CODE,
            Widths=Array([_width(code, metrics) for code in range(_FIRST_CODE, _LAST_CODE + 1)]),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


def _width(code: int, metrics: Any) -> float:  # noqa: ANN401 - reportlab's
    """Of a code of WinAnsiEncoding: Windows-1252, a bullet for a code without a sign, and two signs drawn as others."""
    sign = bytes([code]).decode("cp1252", errors="replace").translate(_DRAWN_AS)
    return round(float(metrics.charWidths[ord(sign)]), 2)


_DRAWN_AS: Final = str.maketrans({"\ufffd": "•", "\x7f": "•", "\u00a0": " ", "\u00ad": "-"})
