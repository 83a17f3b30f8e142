"""The risk map: the matrix with how many risks stand in each cell, as a picture's data and as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from regdesk.domain.codes import RiskStage
from regdesk.domain.risk_matrices import FOUR
from regdesk.domain.risk_matrix import Matrix, ScaleStep, read_matrix
from regdesk.i18n import _, ngettext
from regdesk.services.risks import Placing, Withheld, matrices, matrix_in_force, placing
from regdesk.services.session import Session
from regdesk.viewmodels.fields import Choice
from regdesk.viewmodels.risk_values import level_cell, value_cell
from regdesk.viewmodels.rows import Cell
from regdesk.viewmodels.words import one_line, word

Place = tuple[int, int]
"""Likelihood and impact, each counted from 1."""

MAP_STAGES: Final = (RiskStage.CURRENT, RiskStage.INITIAL, RiskStage.RESIDUAL)
"""What the map can show, in the order that it is offered in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A step of a scale beside the map: `3 Stor`, and what that means."""

    text: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCell:
    """A cell: what it says of a risk, and which risks stand there. `acts` where something has to be done.

    `level` is the place of its level in the legend.
    """

    place: Place
    cell: Cell
    level: int
    acts: bool
    risks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """The map as it is seen: the highest likelihood in the first row, the lowest impact in the first column."""

    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: tuple[tuple[MapCell, ...], ...]
    legend: tuple[Cell, ...]
    limit: str
    placed: Placing

    def holds(self, place: Place) -> bool:
        """Whether there is such a cell."""
        likelihood, impact = place
        return 1 <= likelihood <= len(self.rows) and 1 <= impact <= len(self.columns)

    def cell_at(self, place: Place) -> MapCell:
        likelihood, impact = place
        return self.cells[len(self.rows) - likelihood][impact - 1]


def heat_map(
    session: Session, stage: RiskStage, matrix_id: str = "", withheld: Withheld = lambda _id: False
) -> HeatMap:
    """Where the risks stand at a stage, in one version of the matrix or else the one in force.

    Raises Problem(MATRIX_UNREADABLE).
    """
    versions = matrices(session)
    chosen = next((each for each in versions if each.id == matrix_id), next(iter(versions), None))
    matrix = read_matrix(chosen.definition) if chosen else matrix_in_force(session)
    return picture(matrix, placing(session, stage, chosen.id if chosen else None, withheld))


def empty_map() -> HeatMap:
    """The shipped matrix without risks, for a map that is about to be filled."""
    return picture(FOUR)


def picture(matrix: Matrix, placed: Placing | None = None) -> HeatMap:
    """A matrix as a map, with or without risks."""
    there = placed or Placing()
    downwards = range(len(matrix.likelihood), 0, -1)
    return HeatMap(
        rows=tuple(_heading(number, matrix.likelihood[number - 1]) for number in downwards),
        columns=tuple(_heading(number, step) for number, step in enumerate(matrix.impact, 1)),
        cells=tuple(
            tuple(_cell(matrix, (row, column), there) for column in range(1, len(matrix.impact) + 1))
            for row in downwards
        ),
        legend=tuple(level_cell(level) for level in matrix.levels),
        limit=_limit(matrix),
        placed=there,
    )


def _heading(number: int, step: ScaleStep) -> Heading:
    return Heading(text=one_line(f"{number} {step.label}"), help=one_line(step.help))


def _cell(matrix: Matrix, place: Place, placed: Placing) -> MapCell:
    return MapCell(
        place=place,
        cell=value_cell(matrix, *place),
        level=matrix.cells[place[0] - 1][place[1] - 1],
        acts=matrix.needs_action(*place),
        risks=tuple(placed.cells.get(place, ())),
    )


def _limit(matrix: Matrix) -> str:
    if not matrix.action_limit:
        return ""
    return _("Tjock kant: åtgärd krävs, från värde {limit}.").format(limit=matrix.action_limit)


# In words


def count_words(cell: MapCell) -> str:
    """`2 risker`; a cell without any says so too."""
    count = len(cell.risks)
    return ngettext("{count} risk", "{count} risker", count).format(count=count) if count else _("inga risker")


def cell_words(cell: MapCell) -> str:
    """What the list of a cell's risks is called: `2 risker: 12 Hög, sannolikhet 3 Stor, konsekvens 4 Allvarlig`."""
    return f"{count_words(cell).capitalize()}: {cell.cell.spoken}"


def spoken(cell: MapCell) -> str:
    """What a screen reader says of a cell: how many, and what their value is and is made of."""
    parts = (count_words(cell), cell.cell.spoken or cell.cell.text, _("åtgärd krävs") if cell.acts else "")
    return ", ".join(filter(None, parts))


def beside_words(placed: Placing) -> tuple[str, str]:
    """What stands beside the map: risks without a value, and those valued in another version; empty where none."""
    unscored, elsewhere = len(placed.unscored), len(placed.elsewhere)
    return (
        ngettext("{count} risk är inte värderad", "{count} risker är inte värderade", unscored).format(count=unscored)
        if unscored
        else "",
        ngettext(
            "{count} risk är värderad i en annan version", "{count} risker är värderade i en annan version", elsewhere
        ).format(count=elsewhere)
        if elsewhere
        else "",
    )


def version_choices(session: Session) -> tuple[Choice, ...]:
    """The versions of the matrix, the one in force first."""
    return tuple(
        Choice(
            each.id,
            (_("Version {version}, gäller") if place == 0 else _("Version {version}")).format(version=each.version),
        )
        for place, each in enumerate(matrices(session))
    )


def as_text(shown: HeatMap, stage: RiskStage) -> str:
    """The map as lines to read, search and copy: legend, every cell with risks, and what stands beside."""
    legend = ", ".join(f"{cell.symbol} {cell.text}" for cell in shown.legend)
    lines = [
        _("Riskkarta: {stage}").format(stage=word(stage).lower()),
        _("Nivåer: {levels}").format(levels=legend),
        *([shown.limit] if shown.limit else ()),
        "",
        *(f"{cell.cell.symbol} {spoken(cell)}" for row in shown.cells for cell in row if cell.risks),
        *filter(None, beside_words(shown.placed)),
    ]
    return "\n".join(lines)


def place_words(matrix: HeatMap, place: Place) -> str:
    """`Hög: sannolikhet 4 Mycket stor, konsekvens 3 Betydande`."""
    return matrix.cell_at(place).cell.spoken
