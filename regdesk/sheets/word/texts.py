"""Texts as runs of Word: weights as styles, soft hyphens and line breaks as it has them, links that can be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import quote

from regdesk.sheets.blocks import Run, StatusCell, Text, TextCell, runs
from regdesk.sheets.characters import NO_BREAK_SPACE, SOFT_HYPHEN, is_address, printable
from regdesk.sheets.word import styles
from regdesk.sheets.word.elements import RELATION, paragraph, w, words_element
from regdesk.sheets.word.stylesheet import is_bold, is_italic

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PIECE: Final = re.compile(f"\n|{SOFT_HYPHEN}|[^\n{SOFT_HYPHEN}]+")
_BLANKS: Final = " \n"
_NO_ESCAPE: Final = re.compile("%(?![0-9A-Fa-f]{2})")
_ADDRESS_SIGNS: Final = "%/:=&?~+!$,;'@()*"


class Links(Protocol):
    """What knows the addresses that a part of the file points at."""

    def link(self, address: str) -> str:
        """The id that the part's relationship to `address` has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typist:
    """Types the texts of one sheet. `language` is named where it is not that of the whole file."""

    links: Links
    language: str = ""

    def paragraph(self, style: str, text: TextCell, *before: Element) -> Element:
        """A paragraph with `text`, after what stands `before` it."""
        return paragraph(style, *before, *self.content(text, style))

    def content(self, text: TextCell, style: str) -> Iterator[Element]:
        """What a paragraph in `style` holds to say `text`."""
        if isinstance(text, StatusCell):
            yield from self._status(text)
        else:
            yield from self._text(text, style)

    def run(self, text: str, *properties: Element) -> Element:
        """`text` in one look."""
        return w("r", *self._properties(*properties), *_pieces(printable(text)))

    def _text(self, text: Text, style: str) -> Iterator[Element]:
        for run in _trimmed(runs(text)):
            is_link = is_address(run.link)
            made = w("r", *self._properties(*_looks(run, style, is_link=is_link)), *_pieces(run.text))
            yield self._link(run.link, made) if is_link else made

    def _link(self, address: str, content: Element) -> Element:
        made = w("hyperlink", content, history=1)
        made.set(RELATION, self.links.link(_escaped(address)))
        return made

    def _status(self, status: StatusCell) -> Iterator[Element]:
        """Symbol and word on their tint, which reaches past them, and the note below."""
        verdict = (2 * NO_BREAK_SPACE).join(filter(None, (status.symbol.strip(), status.word.strip())))
        if printable(verdict):
            yield self.run(f"{NO_BREAK_SPACE}{verdict}{NO_BREAK_SPACE}", w("rStyle", val=styles.STATUSES[status.tone]))
        if printable(status.note).strip():
            yield w("r", w("br"))
            yield self.run(status.note)

    def _properties(self, *properties: Element) -> Iterator[Element]:
        spoken = [w("lang", val=self.language)] if self.language else []
        if properties or spoken:
            yield w("rPr", *properties, *spoken)


def _looks(run: Run, style: str, *, is_link: bool) -> Iterator[Element]:
    """The weight and colour of a run. A second weight stands beside the style: Word knows one style a run."""
    strong, emphasis = run.strong and not is_bold(style), run.emphasis and not is_italic(style)
    wanted = (
        (is_link, styles.LINK),
        (strong, styles.STRONG),
        (emphasis, styles.EMPHASIS),
        (run.quiet, styles.QUIET_TEXT),
    )
    chosen = next((name for is_wanted, name in wanted if is_wanted), "")
    if chosen:
        yield w("rStyle", val=chosen)
    if strong and chosen != styles.STRONG:
        yield w("b")
    if emphasis and chosen != styles.EMPHASIS:
        yield w("i")


def _trimmed(given: Sequence[Run]) -> list[Run]:
    """The runs as they can be printed, without blanks and empty lines at the beginning and the end of the text."""
    kept = [replace(run, text=printable(run.text)) for run in given]
    while kept and not kept[-1].text.strip(_BLANKS):
        kept.pop()
    while kept and not kept[0].text.strip(_BLANKS):
        kept.pop(0)
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(_BLANKS))
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(_BLANKS))
    return kept


def _pieces(text: str) -> Iterator[Element]:
    for piece in _PIECE.findall(text):
        if piece == "\n":
            yield w("br")
        elif piece == SOFT_HYPHEN:
            yield w("softHyphen")
        else:
            yield words_element("t", piece)


def _escaped(address: str) -> str:
    """The address in the signs that an address may hold: Word takes a file for damaged that has others."""
    front, sharp, place = address.partition("#")
    return sharp.join(quote(_NO_ESCAPE.sub("%25", part), _ADDRESS_SIGNS) for part in (front, place) if part)
