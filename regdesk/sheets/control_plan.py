"""The internal-control plan as a table: what is checked, how often, by whom, and what it showed last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from regdesk.i18n import _
from regdesk.sheets.blocks import Block, Cell, Paragraph, Row, Run, Table
from regdesk.sheets.status import aside, stacked, status, told
from regdesk.viewmodels.control_plan import ControlLine

_NOTHING: Final = "–"


def control_table(lines: Sequence[ControlLine]) -> Block:
    """The plan; a sentence where there is none."""
    if not lines:
        return Paragraph(text=_("Inga kontrollmoment är upptagna."))
    return Table(
        header=(_("Kontrollmoment"), _("Hur ofta"), _("Ansvarig"), _("Nästa gång"), _("Senaste resultat")),
        rows=tuple(row for line in lines for row in _rows(line)),
        widths=(34, 15, 17, 15, 19),
        summary=_("Internkontrollplanen. Det som en kontroll visade står under den."),
    )


def _rows(line: ControlLine) -> Iterator[Row]:
    """A kontrollmoment, and across the whole table what it showed."""
    if line.is_withheld:
        yield Row(cells=((Run(text=line.text, quiet=True),),))
        return
    name = stacked((Run(text=line.text),), aside(line.facts))
    last: Cell = status(line.last, line.last_day) if line.last else _NOTHING
    yield Row(cells=(name, line.often or _NOTHING, line.responsible or _NOTHING, _due(line), last))
    if line.told:
        yield Row(cells=(told(line.told),), level=1)


def _due(line: ControlLine) -> Cell:
    if line.due is None:
        return _NOTHING
    return status(line.due) if line.due.symbol else line.due.text
