"""The sheet "Uppsiktsplan": why there is uppsikt, over whom, what comes round when in the year, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Heading,
    KeepTogether,
    ListItem,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Sheet,
    Table,
    Text,
)
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.status import aside, stacked, told
from regdesk.sheets.year_strip import year_strip
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.sheet_options import Scope, tick
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.supervision_plan import (
    DayLine,
    EventLine,
    QuestionPart,
    SupervisionPlan,
    WatchedLine,
    numbers_of,
    supervision_plan,
)

_NOTHING: Final = "–"

_STRIP: Final = tick("strip", mark("Årets månader som bild"))
_ENTITIES: Final = tick("entities", mark("&Juridiska personer"))
_QUESTIONS: Final = tick("questions", mark("&Frågor som ställs"))


def supervision_plan_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language."""
    found = supervision_plan(request)
    return framed(request, _blocks(request, found), document_type=_("Uppsikt"), title=_(_TITLE))


def _blocks(request: SheetRequest, found: SupervisionPlan) -> Iterator[Block]:
    yield Paragraph(
        text=found.told or _("Inga uppsiktshändelser är upptagna för {year}.").format(year=found.year),
        role=ParagraphRole.LEAD,
    )
    yield from _purpose(found)
    yield Heading(text=_("Vilka uppsikten gäller"))
    yield from _boards(found)
    if request.has(_ENTITIES):
        yield from _entities(found)
    yield from _year(found, strip=request.has(_STRIP))
    if found.events:
        yield Heading(text=_("Återkommande händelser"))
        yield _events(found)
    if request.has(_QUESTIONS) and found.questions:
        yield Heading(text=_("Frågor som ställs"))
        for part in found.questions:
            yield from _questions(part)


def _purpose(found: SupervisionPlan) -> Iterator[Block]:
    """The plan's own words, and the perspectives with what each asks."""
    for fact in found.purpose:
        yield Heading(text=fact.label)
        yield from (Paragraph(text=line) for line in fact.text.splitlines() if line.strip())
    if any(row.question for row in found.strip):
        yield Heading(text=_("Perspektiv"))
        yield Table(
            header=(_("Perspektiv"), _("Fråga"), _("Händelser")),
            rows=tuple(
                Row(cells=(row.perspective, row.question or _NOTHING, _numbers(numbers_of(row.months))))
                for row in found.strip
            ),
            widths=(26, 56, 18),
            summary=_("Uppsiktens perspektiv med sina frågor och händelsernas nummer."),
        )


def _numbers(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers)) or _NOTHING


# Whom


def _boards(found: SupervisionPlan) -> Iterator[Block]:
    if not found.boards:
        yield Paragraph(text=_("Planen har inga händelser som gäller nämnder."))
        return
    kinds = len({line.kind for line in found.boards}) > 1  # a column that says the same of all says nothing
    yield Table(
        header=(_("Nämnd"), *((_("Slag"),) if kinds else ()), _("I årets plan")),
        rows=tuple(Row(cells=(line.name, *((line.kind,) if kinds else ()), line.times)) for line in found.boards),
        widths=(54, 23, 23) if kinds else (77, 23),
        summary=_("Nämnder under uppsikt, med hur många tillfällen året har för var och en."),
    )


def _entities(found: SupervisionPlan) -> Iterator[Block]:
    if not found.entities:
        yield Paragraph(text=_("Inga juridiska personer är upptagna."))
        return
    yield Table(
        header=(_("Juridisk person"), _("Typ"), _("Ansvarig"), _("I årets plan")),
        rows=tuple(row for line in found.entities for row in _entity(line)),
        widths=(38, 20, 23, 19),
        summary=_("Juridiska personer med typ och ansvarig. Ändamål och ägardirektiv står under var och en."),
    )


def _entity(line: WatchedLine) -> Iterator[Row]:
    if line.is_withheld:
        yield Row(cells=(_quiet(line.name),))
        return
    name = (Run(text=line.name, strong=True),)
    yield Row(cells=(name, line.kind or _NOTHING, line.responsible or _NOTHING, line.times))
    if line.texts:
        yield Row(cells=(told(line.texts),), level=1)


# When


def _year(found: SupervisionPlan, *, strip: bool) -> Iterator[Block]:
    if not found.months:
        return
    heading = Heading(text=_("Året {year}").format(year=found.year))
    if strip and found.strip:
        numbers = Paragraph(
            text=_("Siffrorna är händelsernas nummer, som står i listorna nedan."), role=ParagraphRole.NOTE
        )
        yield KeepTogether(blocks=(heading, year_strip(found.year, found.strip), numbers))
    else:
        yield heading
    yield Table(
        header=(_("Månad"), _("Dag"), _("Nr"), _("Händelse"), _("Vem")),
        rows=tuple(_day(part.name, line) for part in found.months for line in part.days),
        widths=(14, 14, 6, 39, 27),
        summary=_("Årets tillfällen månad för månad."),
    )


def _day(month: str, line: DayLine) -> Row:
    number = "" if line.number is None else str(line.number)
    return Row(cells=((Run(text=month, strong=True),), line.day, number, line.title, line.subject or _NOTHING))


def _events(found: SupervisionPlan) -> Block:
    return Table(
        header=(_("Händelse"), _("Hur ofta"), _("Forum och verktyg"), _("Ansvarig")),
        rows=tuple(map(_event, found.events)),
        widths=(34, 17, 30, 19),
        summary=_("Händelserna med sin regel i ord, forum, verktyg och ansvarig."),
    )


def _event(line: EventLine) -> Row:
    title = f"{line.number}\u00a0{line.title}"
    if line.is_withheld:
        return Row(cells=(_quiet(title),))
    facts = (Fact(label="", text=line.subject), Fact(label="", text=line.perspective))
    name = stacked((Run(text=title, strong=True),), aside(fact for fact in facts if fact.text))
    first = aside((Fact(label=_("Från"), text=line.first),)) if line.first else ()
    tools = (Fact(label="", text=line.tool), Fact(label=_("Frågor"), text=line.questions))
    means = stacked((Run(text=line.forum),) if line.forum else (), told(fact for fact in tools if fact.text))
    return Row(cells=(name, stacked((Run(text=line.rule),), first), means or _NOTHING, line.responsible or _NOTHING))


# What is asked


def _questions(part: QuestionPart) -> Iterator[Block]:
    yield Heading(text=part.title, level=3)
    if part.questions:
        yield BulletList(
            items=tuple(ListItem(text=text, label=f"{number}.") for number, text in enumerate(part.questions, 1))
        )
    if part.source:
        yield Paragraph(text=_("Källa: {source}").format(source=part.source), role=ParagraphRole.NOTE)


def _quiet(text: str) -> Text:
    return (Run(text=text, quiet=True),)


_TITLE: Final = mark("Uppsiktsplan")

KIND: Final = SheetKind(
    code="supervision-plan",
    source_title=_TITLE,
    group=Group.APPENDICES,
    scope=Scope.YEAR,
    maker=supervision_plan_sheet,
    options=(_STRIP, _ENTITIES, _QUESTIONS),
    appendix="2",
)
