"""The last look at a sheet that anybody may read: no text of it names what is secret."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from regdesk.sheets.blocks import Paper, Sheet


def without(document: Sheet | Paper, tells: Callable[[str], bool], instead: str) -> Sheet | Paper:
    """The document with other words in the place of every text, however deep, that `tells` something secret."""
    cleared = _without(document, tells, instead)
    assert isinstance(cleared, (Sheet, Paper))  # noqa: S101 - what goes in comes out as the same
    return cleared


def _without(part: object, tells: Callable[[str], bool], instead: str) -> object:
    if type(part) is str:
        return instead if tells(part) else part
    if isinstance(part, tuple):
        return tuple(_without(each, tells, instead) for each in part)
    if not dataclasses.is_dataclass(part) or isinstance(part, type):
        return part
    said = {field.name: getattr(part, field.name) for field in dataclasses.fields(part) if field.init}
    kept = {name: _without(value, tells, instead) for name, value in said.items()}
    return dataclasses.replace(part, **kept)
