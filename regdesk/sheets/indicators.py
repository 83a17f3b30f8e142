"""The sheet "Indikatorförteckning": every indicator with its grounds, its values and the parameters of clusters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from regdesk.formats import format_list
from regdesk.i18n import _, current_language, mark, ngettext
from regdesk.sheets.blocks import Block, Heading, KeepTogether, Paragraph, ParagraphRole, Row, Run, Sheet, Table
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.status import stacked
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.indicator_directory import SORT, IndicatorChapter, IndicatorEntry, indicator_directory
from regdesk.viewmodels.sheet_options import PARAMETERS, Scope, choice, tick
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.top_goals import TOP_GOAL

_TITLE: Final = mark("Indikatorförteckning")

_INDEX: Final = tick("index", mark("Översi&kt i en tabell"))
_VALUES: Final = tick("values", mark("V&ärden och målnivåer"))

_TOGETHER, _EACH, _OUT = "together", "each", "out"
_MISSING: Final = choice(
    "missing",
    mark("De&t som saknas"),
    {_TOGETHER: mark("I en rad per indikator"), _EACH: mark("Uppgift för uppgift"), _OUT: mark("Visas inte")},
)

_DEEPEST: Final = 6
_NOTHING: Final = "–"

_NUMBER: Final = 6
"""Letters of what a narrow column for goals has room for."""


def indicators_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language."""
    blocks = _Maker(request).blocks(indicator_directory(request))
    return framed(request, blocks, document_type=_("Indikatorer"), title=_(_TITLE))


class _Maker:
    def __init__(self, request: SheetRequest) -> None:
        self._index = request.has(_INDEX)
        self._values = request.has(_VALUES)
        self._parameters = request.has(PARAMETERS)
        self._missing = request.answer(_MISSING)
        self._never: frozenset[str] = frozenset()

    def blocks(self, chapters: Sequence[IndicatorChapter]) -> Iterator[Block]:
        entries = [entry for chapter in chapters for entry in chapter.entries]
        yield Paragraph(text=_told(len(entries)), role=ParagraphRole.LEAD)
        if self._missing == _TOGETHER and len(entries) > 1:
            yield from self._known_of_none(entries)
        if entries and self._index:
            yield Heading(text=_("Översikt"))
            yield _overview(entries)
        for chapter in chapters:
            yield from self._chapter(chapter)

    def _known_of_none(self, entries: Sequence[IndicatorEntry]) -> Iterator[Block]:
        """What is missing of every indicator is said once."""
        known = [entry for entry in entries if entry.facts]
        named = [label for label in known[0].missing if all(label in entry.missing for entry in known)] if known else []
        self._never = frozenset(named)
        if named:
            facts = format_list([label.lower() for label in named], language=current_language())
            yield Paragraph(text=_("Det här saknas för alla indikatorer: {facts}.").format(facts=facts))

    def _chapter(self, chapter: IndicatorChapter) -> Iterator[Block]:
        level = min(2 + chapter.depth, _DEEPEST)
        if chapter.name:
            yield Heading(text=chapter.name, level=level)
            level = min(level + 1, _DEEPEST)
        for entry in chapter.entries:
            yield self._entry(entry, level)

    def _entry(self, entry: IndicatorEntry, level: int) -> Block:
        heading = Heading(text=entry.name, level=level)
        rows = tuple(self._rows(entry))
        if not rows:
            return heading
        table = Table(
            header=(_("Uppgift"), _("Innehåll")),
            rows=rows,
            widths=(24, 76),
            summary=_("Vad registret säger om {indicator}.").format(indicator=entry.name),
        )
        return KeepTogether(blocks=(heading, table))

    def _rows(self, entry: IndicatorEntry) -> Iterator[Row]:
        shown = {_("Värden"): self._values, _("Parametrar"): self._parameters}
        missing = [label for label in entry.missing if shown.get(label, True) and label not in self._never]
        yield from map(_row, entry.facts)
        if self._values:
            yield from map(_row, entry.values)
        if self._parameters and entry.parameters:
            yield Row(cells=(_("Parametrar"), stacked(*map(_parameter, entry.parameters))))
        if missing and self._missing == _TOGETHER:
            yield Row(cells=(_("Saknas"), (Run(text=", ".join(missing).lower(), quiet=True),)))
        if self._missing == _EACH:
            yield from (Row(cells=(label, (Run(text=_("saknas"), quiet=True),))) for label in missing)


def _told(count: int) -> str:
    if not count:
        return _("Inga indikatorer är upptagna.")
    return ngettext("{count} indikator.", "{count} indikatorer.", count).format(count=count)


def _overview(entries: Sequence[IndicatorEntry]) -> Block:
    """One line an indicator; a column for its number and one for its unit where any has one."""
    numbered, measured = any(each.number for each in entries), any(each.measure_unit for each in entries)
    goals = 9 if all(len(each.goal) <= _NUMBER for each in entries) else 24
    return Table(
        header=(
            *((_("Nr"),) if numbered else ()),
            _("Indikator"),
            _("Mål"),
            _("Bedöms"),
            *((_("Enhet"),) if measured else ()),
        ),
        rows=tuple(
            Row(
                cells=(
                    *((each.number or _NOTHING,) if numbered else ()),
                    each.title,
                    each.goal,
                    each.assessed,
                    *((each.measure_unit or _NOTHING,) if measured else ()),
                )
            )
            for each in entries
        ),
        widths=(*((9,) if numbered else ()), 46, goals, 24, *((13,) if measured else ())),
        summary=_("Alla indikatorer i korthet, en på varje rad."),
    )


def _row(fact: Fact) -> Row:
    return Row(cells=(fact.label, fact.text))


def _parameter(parameter: Fact) -> tuple[Run, ...]:
    """`Skyltar går att läsa: Alla entréer är inventerade`, the name strong."""
    criterion = (Run(text=f": {parameter.text}"),) if parameter.text else ()
    return (Run(text=parameter.label, strong=True), *criterion)


KIND: Final = SheetKind(
    code="indicators",
    source_title=_TITLE,
    group=Group.APPENDICES,
    scope=Scope.REGISTER,
    maker=indicators_sheet,
    options=(TOP_GOAL, SORT, _INDEX, _VALUES, PARAMETERS, _MISSING),
    appendix="1",
)
