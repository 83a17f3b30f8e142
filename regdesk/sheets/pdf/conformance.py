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

    The check approves only what it knows, and what it has not heard of counts as a finding. It knows PDF/A-2b: so it
    is asked before the file claims more, and before it has structure and fields. The check looks at neither, but would
    take as long over the structure as over all the rest, and stop at the first field. Both are held against veraPDF in
    the tests.
    """
    from pikepdf import pdfa  # with what reads fonts and schemas, which nothing else needs

    with _widgets_aside(pdf):
        report = pdfa.check(pdf, "2b", **SAVING)
    if not report.passed:
        raise Problem(ProblemKind.SHEET_NOT_CONFORMING, title=title, findings=report.summary(_MOST_FINDINGS))


@contextmanager
def _widgets_aside(pdf: pikepdf.Pdf) -> Iterator[None]:
    """Leave out the annotations that are fields to fill in."""
    aside = []
    for page in pdf.pages:
        notes = page.obj.get("/Annots", ())
        if any(note.Subtype == "/Widget" for note in notes):
            aside.append((page.obj, notes))
            page.obj.Annots = pikepdf.Array(note for note in notes if note.Subtype != "/Widget")
    yield
    for owner, notes in aside:
        owner.Annots = notes
