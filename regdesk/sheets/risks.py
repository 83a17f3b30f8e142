"""The sheet "Riskbild": the matrix with its words, the risks with their values and actions, and the control plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from regdesk.i18n import _, mark
from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Cell,
    Heading,
    KeepTogether,
    Legend,
    LegendEntry,
    Orientation,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Sheet,
    Table,
    Text,
)
from regdesk.sheets.control_plan import control_table
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.risk_matrix import risk_matrix
from regdesk.sheets.status import aside, labelled, stacked, status, told
from regdesk.viewmodels.control_plan import control_plan
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.heat_map import Heading as Step
from regdesk.viewmodels.heat_map import HeatMap
from regdesk.viewmodels.risk_parts import ActionLine, RiskPart, RiskPicture, StageValue
from regdesk.viewmodels.risk_picture import SORT, STAGE, risk_picture, stage_words, values_of
from regdesk.viewmodels.sheet_options import COMMENTS, LEGEND, Scope, tick
from regdesk.viewmodels.sheet_request import SheetRequest

_NOTHING: Final = "–"

_MATRIX: Final = tick("matrix", mark("&Matris"))
_PROSE: Final = tick("prose", mark("Beskrivning, orsak och konsekvens"))
_ACTIONS: Final = tick("actions", mark("Åt&gärder"))
_CONTROLS: Final = tick("controls", mark("&Internkontrollplan"))


def risks_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language."""
    return framed(request, _blocks(request, risk_picture(request)), document_type=_("Risker"), title=_(_TITLE))


def _blocks(request: SheetRequest, found: RiskPicture) -> Iterator[Block]:
    yield Paragraph(text=found.told or _("Inga risker är upptagna."), role=ParagraphRole.LEAD)
    if request.has(_MATRIX):
        turned = request.orientation == Orientation.LANDSCAPE
        yield from _matrix(found, legend=request.has(LEGEND), turned=turned)
    yield from _lists(found)
    yield from _details(request, found)
    if request.has(_CONTROLS):
        yield Heading(text=_("Internkontrollplan"))
        yield control_table(control_plan(request))


# The matrix


def _matrix(found: RiskPicture, *, legend: bool, turned: bool) -> Iterator[Block]:
    if found.is_unreadable:
        yield Paragraph(text=_("Riskmatrisen kan inte läsas. Öppna Ändra riskmatris och gör den på nytt."))
    if not found.shown:
        return
    heading = Heading(text=_("Riskmatris: {values}").format(values=found.stage.lower()))
    yield KeepTogether(blocks=(heading, risk_matrix(found.shown, found.numbers, found.stage, turned=turned)))
    beside = " ".join(f"{text}." for text in found.beside)
    yield Paragraph(text=" ".join(filter(None, (found.shown.limit, beside))), role=ParagraphRole.NOTE)
    if found.filled:
        yield _filled(found)
    if legend:
        yield from _legend(found.shown)


def _filled(found: RiskPicture) -> Block:
    """The cells with risks as a table, with the names that the drawing has no room for."""
    return Table(
        header=(_("Ruta"), _("Sannolikhet"), _("Konsekvens"), _("Risker")),
        rows=tuple(
            Row(cells=(status(each.cell.cell), each.likelihood, each.impact, "\n".join(each.risks)))
            for each in found.filled
        ),
        widths=(17, 17, 17, 49),
        summary=_("Rutorna i matrisen som det står risker i, de med högst värde först."),
    )


def _legend(shown: HeatMap) -> Iterator[Block]:
    entries = tuple(LegendEntry(status=status(level), meaning=values) for level, values in values_of(shown))
    yield Legend(title=_("Så läses nivåerna"), entries=entries)
    steps = zip_longest(reversed(shown.rows), shown.columns)
    scales = Table(
        header=(_("Sannolikhet"), _("Konsekvens")),
        rows=tuple(Row(cells=(_step(likely), _step(grave))) for likely, grave in steps),
        widths=(1, 1),
        row_headers=False,
        summary=_("Vad varje steg av sannolikhet och konsekvens betyder."),
    )
    yield KeepTogether(blocks=(scales,))


def _step(step: Step | None) -> Text:
    """Its name and what that means; nothing where one scale has more steps than the other."""
    return stacked((Run(text=step.text),), (Run(text=step.help, quiet=True),) if step.help else ()) if step else ""


# The lists


def _lists(found: RiskPicture) -> Iterator[Block]:
    if found.valued:
        yield Heading(text=_("Värderade risker"))
        yield Paragraph(
            text=_("Värdet är sannolikhet × konsekvens, och nivån är rutans i matrisen."),
            role=ParagraphRole.INTRODUCTION,
        )
        yield _valued(found.valued, _("Värderade risker med ursprungligt, nuvarande och kvarstående värde."))
    if found.unvalued:
        yield Heading(text=_("Risker som inte är värderade"))
        yield Table(
            header=(_("Risk"), _("Kategori"), _("Ansvarig"), _("Hantering")),
            rows=tuple(map(_unvalued, found.unvalued)),
            widths=(46, 18, 18, 18),
            summary=_("Risker som inte är värderade, med kategori, ansvarig och hantering."),
        )
    if found.closed:
        yield Heading(text=_("Avslutade risker"))
        yield _valued(found.closed, _("Avslutade risker med de värden som de hade."))
    if found.withheld:
        yield Heading(text=_("Risker som omfattas av sekretess"))
        yield BulletList.of(*found.withheld)


def _valued(parts: Sequence[RiskPart], summary: str) -> Block:
    return Table(
        header=(_("Risk"), *stage_words()),
        rows=tuple(Row(cells=(_named(part), *map(_value, part.stages))) for part in parts),
        widths=(43, 19, 19, 19),
        summary=summary,
    )


def _named(part: RiskPart) -> tuple[Run, ...]:
    facts = (Fact(label=_("Kategori"), text=part.category), Fact(label=_("Hantering"), text=part.handling))
    return stacked((Run(text=part.name, strong=True),), aside(fact for fact in facts if fact.text), _goals(part))


def _unvalued(part: RiskPart) -> Row:
    name = stacked((Run(text=part.name, strong=True),), _goals(part))
    return Row(cells=(name, part.category or _NOTHING, part.responsible or _NOTHING, part.handling))


def _goals(part: RiskPart) -> tuple[Run, ...]:
    if not part.goals:
        return ()
    goals = "; ".join(part.goals)
    return (Run(text=_("Rör {goals}").format(goals=goals), quiet=True),)


def _value(value: StageValue | None) -> Cell:
    return status(value.cell, value.note) if value else _NOTHING


# Each risk


def _details(request: SheetRequest, found: RiskPicture) -> Iterator[Block]:
    """What is said of each risk, and what is done about it; risks with nothing of either are left out."""
    prose, comments, actions = request.has(_PROSE), request.has(COMMENTS), request.has(_ACTIONS)
    made = {part.name: tuple(_detail(part, prose=prose, comments=comments, actions=actions)) for part in found.parts()}
    if any(made.values()):
        yield Heading(text=_("Risk för risk"))
    for name, blocks in made.items():
        if blocks:
            yield KeepTogether(blocks=(Heading(text=name, level=3), *blocks))


def _detail(part: RiskPart, *, prose: bool, comments: bool, actions: bool) -> Iterator[Block]:
    if prose:
        yield from (Paragraph(text=labelled(fact.label, fact.text)) for fact in part.prose)
    if prose and part.responsible and part.prose:
        yield Paragraph(text=labelled(_("Ansvarig"), part.responsible))
    if comments and part.remarks:
        yield Paragraph(text=told(part.remarks))
    if actions and part.actions:
        yield _actions(part)


def _actions(part: RiskPart) -> Block:
    return Table(
        header=(_("Åtgärd"), _("Ansvarig"), _("Klart senast"), _("Läge")),
        rows=tuple(map(_action, part.actions)),
        widths=(44, 20, 18, 18),
        summary=_("Åtgärder mot risken {risk}.").format(risk=part.name),
    )


def _action(line: ActionLine) -> Row:
    if line.status is None:
        return Row(cells=((Run(text=line.text, quiet=True),),))
    return Row(cells=(line.text, line.responsible or _NOTHING, _due(line), status(line.status)))


def _due(line: ActionLine) -> Cell:
    if line.due is None:
        return _NOTHING
    return status(line.due, line.due_note) if line.due.symbol else line.due.text


_TITLE: Final = mark("Riskbild")

KIND: Final = SheetKind(
    code="risks",
    source_title=_TITLE,
    group=Group.WORK,
    scope=Scope.REGISTER,
    maker=risks_sheet,
    options=(STAGE, SORT, _MATRIX, LEGEND, _PROSE, _ACTIONS, COMMENTS, _CONTROLS),
)
