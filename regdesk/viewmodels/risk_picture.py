"""The picture of the risks, "Riskbild": the map and what stands in it, each risk with its values, actions and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from regdesk.domain.codes import LinkKind, RiskCategory, RiskStage, RiskStatus, WorkStatus
from regdesk.domain.model import Link, Record, Risk, RiskAction, RiskScore
from regdesk.domain.problems import Problem
from regdesk.formats import format_list
from regdesk.i18n import _, current_language, mark, ngettext
from regdesk.services.risks import matrices, score_at, score_before, scores_by_risk
from regdesk.viewmodels.counts import days_text
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up_verdicts import comments_by_item, comments_of, said_by
from regdesk.viewmodels.heat_map import HeatMap, beside_words, heat_map
from regdesk.viewmodels.link_list import target_names
from regdesk.viewmodels.risk_parts import ActionLine, FilledCell, RiskPart, RiskPicture, StageValue
from regdesk.viewmodels.risk_values import matrix_of, value_cell
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.sheet_options import choice
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.words import late_cell, one_line, status_cell, word

R = TypeVar("R", bound=Record)

_STAGES: Final = (RiskStage.INITIAL, RiskStage.CURRENT, RiskStage.RESIDUAL)
"""The moments that a risk is valued at, in the order of its handling."""

_VALUES: Final = {
    RiskStage.CURRENT.value: mark("Nuvarande värden"),
    RiskStage.INITIAL.value: mark("Ursprungliga värden"),
    RiskStage.RESIDUAL.value: mark("Kvarstående värden"),
}

STAGE: Final = choice("stage", mark("I mat&risen"), _VALUES)

_VALUE: Final = "value"
SORT: Final = choice("sort", mark("&Ordning"), {_VALUE: mark("Högst värde först"), "number": mark("Efter nummer")})

_OPEN: Final = frozenset({WorkStatus.NOT_STARTED, WorkStatus.ONGOING, WorkStatus.DELAYED})


def risk_picture(request: SheetRequest) -> RiskPicture:
    """The risks as they stand, the map at one moment; the highest value first, or in the plan's order."""
    session, disclosure = request.session, request.disclosure
    stage = RiskStage(request.answer(STAGE))
    risks = session.all(Risk)
    numbers = {risk.id: number for number, risk in enumerate(risks, 1)}
    reader = _Reader(request, stage, numbers)
    parts = [(risk, reader.part(risk)) for risk in disclosure.shown(risks)]
    standing = [part for risk, part in parts if risk.status is not RiskStatus.CLOSED]
    closed = [part for risk, part in parts if risk.status is RiskStatus.CLOSED]
    valued = [part for part in standing if any(part.stages)]
    unvalued = [part for part in standing if not any(part.stages)]
    shown = _map(request, stage) if valued else None
    return RiskPicture(
        told=_told(valued, unvalued, closed),
        stage=_(_VALUES[stage.value]),
        shown=shown,
        is_unreadable=bool(valued) and shown is None,
        numbers=numbers,
        filled=tuple(_filled(shown, numbers, {part.number: part for part in valued})) if shown else (),
        beside=tuple(_beside(shown)) if shown else (),
        valued=tuple(sorted(valued, key=_by_value) if request.answer(SORT) == _VALUE else valued),
        unvalued=tuple(unvalued),
        closed=tuple(closed),
        withheld=tuple(disclosure.text(risk.id, "") for risk in risks if disclosure.withholds(risk.id)),
    )


def stage_words() -> tuple[str, ...]:
    """What the values of a risk are called, in the order of its handling."""
    return tuple(map(word, _STAGES))


def _by_value(part: RiskPart) -> tuple[int, int]:
    """The highest first; what has no value at the moment that was asked for stands last."""
    return -(part.value or 0), part.number


def _told(valued: Sequence[RiskPart], unvalued: Sequence[RiskPart], closed: Sequence[RiskPart]) -> str:
    """How many there are of each; counted, never weighed."""
    counts = (
        ngettext("{count} är värderad", "{count} är värderade", len(valued)).format(count=len(valued)),
        ngettext("{count} är inte värderad", "{count} är inte värderade", len(unvalued)).format(count=len(unvalued)),
        ngettext("{count} är avslutad", "{count} är avslutade", len(closed)).format(count=len(closed)),
    )
    told = [text for text, found in zip(counts, (valued, unvalued, closed), strict=True) if found]
    if not told:
        return ""
    total = len(valued) + len(unvalued) + len(closed)
    risks = ngettext("{count} risk är upptagen", "{count} risker är upptagna", total).format(count=total)
    return f"{risks}: {format_list(told, language=current_language())}."


# The map


def _map(request: SheetRequest, stage: RiskStage) -> HeatMap | None:
    """In the matrix that is in force; nothing where it cannot be read."""
    try:
        return heat_map(request.session, stage, withheld=request.disclosure.withholds)
    except Problem:
        return None


def _beside(shown: HeatMap) -> Iterator[str]:
    """What does not stand in the matrix."""
    count = len(shown.placed.unscored)
    if count:
        yield ngettext("{count} risk har inget sådant värde", "{count} risker har inget sådant värde", count).format(
            count=count
        )
    yield from filter(None, beside_words(shown.placed)[1:])


def _filled(shown: HeatMap, numbers: Mapping[str, int], parts: Mapping[int, RiskPart]) -> Iterator[FilledCell]:
    """The cells with risks, those of the highest values first."""
    cells = [cell for row in shown.cells for cell in row if cell.risks]
    for cell in sorted(cells, key=lambda cell: (-cell.place[0] * cell.place[1], -cell.place[1])):
        likelihood, impact = cell.place
        yield FilledCell(
            cell=cell,
            likelihood=shown.rows[len(shown.rows) - likelihood].text,
            impact=shown.columns[impact - 1].text,
            risks=tuple(parts[numbers[risk_id]].name for risk_id in cell.risks),
        )


def values_of(shown: HeatMap) -> tuple[tuple[Cell, str], ...]:
    """Each level with the values of its cells: `● Hög` and `värde 9, 12 och 16`."""
    found: list[set[int]] = [set() for _level in shown.legend]
    for cell in (cell for row in shown.cells for cell in row):
        likelihood, impact = cell.place
        found[cell.level].add(likelihood * impact)
    return tuple((level, _values(sorted(values))) for level, values in zip(shown.legend, found, strict=True))


def _values(values: Sequence[int]) -> str:
    if not values:
        return _("ingen ruta i matrisen")
    told = format_list(list(map(str, values)), language=current_language())
    return ngettext("värde {values}", "värden {values}", len(values)).format(values=told)


# The risks


class _Reader:
    """Reads what stands below each risk once, as the edition shows it."""

    def __init__(self, request: SheetRequest, stage: RiskStage, numbers: Mapping[str, int]) -> None:
        session = request.session
        self._shows, self._today, self._stage, self._numbers = request.disclosure, request.printed_on, stage, numbers
        self._versions = {version.id: version for version in matrices(session)}
        self._scores = scores_by_risk(session, self._shows.withholds)
        self._goals = target_names(session, LinkKind.GOAL)
        self._links = _grouped(
            session.repository.select(Link, "WHERE kind = ? ORDER BY position, id", (LinkKind.GOAL,)),
            lambda link: link.source_id,
        )
        self._actions = _grouped(session.all(RiskAction), lambda action: action.risk_id)
        self._comments = comments_by_item(self._shows.shown(comments_of(session, self._shows)))

    def part(self, risk: Risk) -> RiskPart:
        scores = self._scores.get(risk.id, [])
        held = score_at(scores, self._stage)
        return RiskPart(
            number=self._numbers[risk.id],
            title=self._shows.text(risk.id, one_line(risk.title) or one_line(risk.text)),
            category="" if risk.category is RiskCategory.UNSPECIFIED else word(risk.category),
            responsible=one_line(risk.responsible_function),
            goals=tuple(self._goal(link) for link in self._links.get(risk.id, ())),
            handling=word(risk.status),
            stages=tuple(self._value(scores, stage) for stage in _STAGES),
            value=held.likelihood * held.impact if held else None,
            prose=tuple(self._prose(risk)),
            remarks=tuple(
                Fact(label=said_by(comment), text=comment.text.strip()) for comment in self._comments.get(risk.id, ())
            ),
            actions=tuple(map(self._action, self._actions.get(risk.id, ()))),
        )

    def _goal(self, link: Link) -> str:
        return self._shows.text(link.id, self._goals.get(link.target_id) or one_line(link.raw))

    def _prose(self, risk: Risk) -> Iterator[Fact]:
        """The words of the plan; those that already stand for a title are not said again."""
        said = (
            ("", risk.text if risk.title.strip() else ""),
            (_("Orsak"), risk.cause),
            (_("Konsekvens"), risk.consequence),
        )
        yield from (Fact(label=label, text=text.strip()) for label, text in said if text.strip())

    def _value(self, scores: Sequence[RiskScore], stage: RiskStage) -> StageValue | None:
        score = score_at(scores, stage)
        if score is None:
            return None
        before = score_before(scores, score)
        notes = (
            f"{score.likelihood} × {score.impact}",
            _("ingen senare värdering") if score.stage is not stage else "",
            _trend(score, before) if before else "",
        )
        return StageValue(cell=self._cell(score), note=", ".join(filter(None, notes)))

    def _cell(self, score: RiskScore) -> Cell:
        version = self._versions[score.matrix_id]
        old = 0 if version is next(iter(self._versions.values())) else version.version
        return value_cell(matrix_of(version.definition), score.likelihood, score.impact, old)

    def _action(self, action: RiskAction) -> ActionLine:
        text = self._shows.text(action.id, one_line(action.text))
        if self._shows.withholds(action.id):
            return ActionLine(text=text)
        is_open, due = action.status in _OPEN, action.due_on
        late = (self._today - due).days if due and is_open else 0
        return ActionLine(
            text=text,
            responsible=one_line(action.responsible_function),
            due=late_cell(due, self._today, is_open=is_open) if due else None,
            due_note=_("försenat {days}").format(days=days_text(late)) if late > 0 else "",
            status=status_cell(action.status),
        )


def _trend(now: RiskScore, before: RiskScore) -> str:
    """Whether the value rose or fell, with an arrow beside the word."""
    value, then = now.likelihood * now.impact, before.likelihood * before.impact
    if value == then:
        return _("→ oförändrat")
    told = _("↓ lägre än {then}") if value < then else _("↑ högre än {then}")
    return told.format(then=then)


def _grouped(records: Iterable[R], key: Callable[[R], str]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for record in records:
        found.setdefault(key(record), []).append(record)
    return found
