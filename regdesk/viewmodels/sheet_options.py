"""What may be chosen of a sheet: the questions that its kind asks beside those that all kinds ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from regdesk.i18n import _, mark
from regdesk.services.session import Session
from regdesk.viewmodels.fields import YES, Choice, Field, FieldKind


class Scope(StrEnum):
    """What a sheet is about, which decides what is asked first."""

    VERDICTS = auto()  # the newest verdicts, those of a meeting, or those of a period
    MEETING = auto()  # one meeting; without any there is no sheet
    YEAR = auto()
    REGISTER = auto()  # the register as it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One question. `source_label` and `source_help` are source texts; `first` is the answer before anybody chose.

    `choices` gives the answers there are in a register; a tick has none and is answered with YES or nothing.
    """

    key: str
    source_label: str
    source_help: str = ""
    first: str = ""
    kind: FieldKind = FieldKind.CHOICE
    choices: Callable[[Session], tuple[Choice, ...]] = lambda _session: ()

    def field(self, session: Session) -> Field:
        """The question in the current language, with the answers that the register has now."""
        text = _(self.source_help) if self.source_help else ""
        return Field(key=self.key, label=_(self.source_label), help=text, kind=self.kind, choices=self.choices(session))


def tick(key: str, source_label: str, *, first: bool = True) -> Option:
    """A part that may be left out."""
    return Option(key=key, source_label=source_label, kind=FieldKind.TICK, first=YES if first else "")


def choice(key: str, source_label: str, answers: Mapping[str, str]) -> Option:
    """One of a few answers, by code with their source texts; the first one stands until another is chosen."""
    return Option(
        key=key,
        source_label=source_label,
        first=next(iter(answers)),
        choices=lambda _session: tuple(Choice(code, _(text)) for code, text in answers.items()),
    )


COMMENTS: Final = tick("comments", mark("&Kommentarer"))
TREND: Final = tick("trend", mark("&Förändring sedan förra gången"))
CHARTS: Final = tick("charts", mark("Dia&gram"))
LEGEND: Final = tick("legend", mark("&Teckenförklaring"))
PARAMETERS: Final = tick("parameters", mark("Para&metrar i kluster"))
RECUSALS: Final = tick("recusals", mark("&Jäv"))
NAMES: Final = tick("names", mark("N&amn på dem som deltar"), first=False)
"""People's names stay in the register unless somebody asks for them on this very paper."""
