"""Asks of every file whether it keeps to PDF/A before anybody is given it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TypedDict

import pikepdf

from regdesk.domain.problems import Problem, ProblemKind


class _Saving(TypedDict):
    deterministic_id: bool
    object_stream_mode: pikepdf.ObjectStreamMode


SAVING: Final = _Saving(deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
"""How files are written, which is part of what is checked."""

_MOST_FINDINGS: Final = 20


def refuse_what_breaks_the_rules(pdf: pikepdf.Pdf, title: str) -> None:
    """Check `pdf` as it would be saved. Raises Problem(SHEET_NOT_CONFORMING, title, findings).

    The check knows PDF/A-2b, so it is asked while the file claims no more than that: what 2a and PDF/UA add, the
    structure tree, is made before the pages are and is held against veraPDF in the tests. It approves only what it
    knows; what it has not heard of counts as a finding.
    """
    from pikepdf import pdfa  # with what reads fonts and schemas, which nothing else needs

    with _forms_aside(pdf):
        report = pdfa.check(pdf, "2b", **SAVING)
    if not report.passed:
        raise Problem(ProblemKind.SHEET_NOT_CONFORMING, title=title, findings=report.summary(_MOST_FINDINGS))


@contextmanager
def _forms_aside(pdf: pikepdf.Pdf) -> Iterator[None]:
    """Fields to fill in are allowed, but the check stops at the first one: it is asked for all the rest of the file."""
    form = pdf.Root.get("/AcroForm")
    if form is None:
        yield
        return
    annotations = {page.objgen: page.obj.Annots for page in pdf.pages if "/Annots" in page.obj}
    for page in pdf.pages:
        if page.objgen in annotations:
            page.obj.Annots = pikepdf.Array(each for each in page.obj.Annots if each.Subtype != pikepdf.Name.Widget)
    del pdf.Root.AcroForm
    yield
    pdf.Root.AcroForm = form
    for page in pdf.pages:
        if page.objgen in annotations:
            page.obj.Annots = annotations[page.objgen]
