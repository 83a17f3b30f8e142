"""A sheet that was printed before says so: which edition it is, which one it replaces, and what has changed since."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from regdesk.i18n import _, ngettext
from regdesk.sheets.blocks import Block, BulletList, Paper, Paragraph, ParagraphRole, Run, Sheet, Text, sheets_of
from regdesk.sheets.plain import content_text, is_room
from regdesk.viewmodels.printed import Earlier

_MOST: Final = 12
"""Changes that are told one by one."""

_LONGEST: Final = 160
"""Letters of a changed line that are told."""


def later_edition(document: Sheet | Paper, earlier: Earlier) -> Sheet | Paper:
    """The document with a note, first of all, of the edition that it replaces and what differs from that."""
    blocks = (*_note(earlier, content_text(document)),)
    first, *others = sheets_of(document)
    noted = dataclasses.replace(first, blocks=(*blocks, *first.blocks))
    return dataclasses.replace(document, sheets=(noted, *others)) if isinstance(document, Paper) else noted


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """The lines that differ, in order: each as it was and as it is, empty where there was or is none."""
    old, new = before.splitlines(), after.splitlines()
    changes: list[tuple[str, str]] = []
    for kind, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            changes += _paired(old[start:end], new[begin:stop])
    return [(was, now) for was, now in changes if was.strip() or now.strip()]


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Line for line as far as both go, then what only one of them has."""
    for place in range(max(len(old), len(new))):
        yield old[place] if place < len(old) else "", new[place] if place < len(new) else ""


def _note(earlier: Earlier, content: str) -> Iterator[Block]:
    changes = changed_lines(_said(earlier.content), _said(content))
    told = _("Utgåva {number}. Den ersätter utgåva {earlier}, som skrevs ut {printed}.").format(
        number=earlier.number + 1, earlier=earlier.number, printed=earlier.printed
    )
    reason = _("Det här har ändrats:") if changes else _("Innehållet är detsamma; utformningen skiljer.")
    yield Paragraph(text=(Run(text=told, strong=True), Run(text=f" {reason}")), role=ParagraphRole.INTRODUCTION)
    if changes:
        yield BulletList.of(*map(_change, changes[:_MOST]), *_rest(len(changes) - _MOST))


def _said(content: str) -> str:
    """A content without its room to write: what is filled in there is told by what it says."""
    return "\n".join(line for line in content.splitlines() if not is_room(line))


def _change(change: tuple[str, str]) -> Text:
    was, now = map(_shortened, change)
    if not was:
        return (Run(text=_("Nytt: "), strong=True), Run(text=now))
    if not now:
        return (Run(text=_("Borttaget: "), strong=True), Run(text=was))
    return (Run(text=now), Run(text=" – " + _("förut: {text}").format(text=was), quiet=True))


def _rest(count: int) -> tuple[Text, ...]:
    if count <= 0:
        return ()
    return (ngettext("och {count} ändring till", "och {count} ändringar till", count).format(count=count),)


def _shortened(line: str) -> str:
    text = line.strip().lstrip("#").strip()
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
