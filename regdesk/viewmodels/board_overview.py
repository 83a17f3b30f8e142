"""The boards side by side: a row a register, and for one of them its counts by kind with what is known of the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from regdesk.domain.codes import Verdict
from regdesk.formats import format_iso_date, format_year_span
from regdesk.i18n import _, mark
from regdesk.services.overview import BoardRead, BoardState, Verdicts
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.problems import sentence
from regdesk.viewmodels.rows import Align, Cell, Column, GivenRows, Row, Tone
from regdesk.viewmodels.words import one_line, verdict_cell

_VERDICTS: Final = (*Verdict, None)
_SHORT: Final = {Verdict.CANNOT_ASSESS: mark("Kan ej"), None: mark("Ej bedömd")}
_OLD: Final = mark("Äldre version: det som finns där läses. Den blir som de andra när den öppnas i Regdesk.")
_HASH_SHOWN: Final = 12
_FIGURES: Final = 6
"""Letters that a symbol with a number takes."""


def board_columns() -> tuple[Column, ...]:
    """What is told of each board."""
    return (
        Column(key="board", title=_("Nämnd"), width=2.6, sortable=False, letters=14),
        _count("goals", many_of("goals")),
        *_verdict_columns(),
        _count("overdue", _("Försenade\nuppdrag")),
        _count("red", _("Röda\nrisker")),
        Column(key="meeting", title=_("Senaste\nmöte"), width=1.2, sortable=False, letters=10),
        Column(key="saved", title=_("Filen\nsparad"), width=1.2, sortable=False, letters=10),
    )


def board_rows(found: Sequence[BoardRead]) -> GivenRows:
    """A row for each file, also for one that could not be read: then the first cell is the sentence on why."""
    return GivenRows(board_columns(), [_row(each) for each in found])


def board_name(state: BoardState) -> str:
    """`Kulturnämnden, Region Norr`."""
    return one_line(", ".join(filter(None, (state.board, state.organisation))))


def board_title(read: BoardRead) -> str:
    """The board, or the file where it could not be read."""
    return board_name(read.state) if read.state else read.path.name


def kind_rows(state: BoardState) -> GivenRows:
    """How many of each kind have each verdict in force; kinds that the plan has none of are left out."""
    rows = [
        Row(id=plural, cells=(Cell(text=many_of(plural)), *_numbers(counted)))
        for plural, counted in state.verdicts.items()
        if counted
    ]
    return GivenRows(kind_columns(), rows)


def kind_columns() -> tuple[Column, ...]:
    """What is told of each kind."""
    return Column(key="kind", title=_("Slag"), width=2.0, sortable=False), *_verdict_columns()


def board_facts(read: BoardRead) -> tuple[Fact, ...]:
    """What is known of the file, and of the plan in it."""
    path = Fact(label=_("Fil"), text=str(read.path))
    if read.state is None:
        told = sentence(read.problem) if read.problem else ""
        return Fact(label=_("Kunde inte läsas"), text=told), path
    state = read.state
    head = _("Steg {seq}, kontrollsumma {hash}").format(seq=state.head.seq, hash=state.head.hash[:_HASH_SHOWN])
    facts = (
        Fact(label=_("Plan"), text=plan_words(state)),
        Fact(label=_("Historik"), text=head),
        path,
        Fact(label=_("Fil från en äldre Regdesk"), text=_(_OLD) if state.version == 1 else ""),
    )
    return tuple(fact for fact in facts if fact.text)


def verdict_name(verdict: Verdict | None) -> str:
    """`Kan ej` and `Ej bedömd`, as there is room for above a number."""
    return _(_SHORT[verdict]) if verdict in _SHORT else verdict_cell(verdict).text


def counted_words(verdicts: Verdicts) -> str:
    """`Ja 3, Delvis 1, Ej bedömd 2`; verdicts that nothing has are left out."""
    return ", ".join(f"{verdict_name(each)} {verdicts[each]}" for each in _VERDICTS if verdicts.get(each))


def plan_words(state: BoardState) -> str:
    """The plan's name and years."""
    first, last = state.period
    years = format_year_span(first, last) if first and last else ""
    return one_line(f"{state.plan} {years}")


def _row(read: BoardRead) -> Row:
    if read.state is None:
        told = sentence(read.problem) if read.problem else ""
        blank = [Cell(text="")] * (len(board_columns()) - 1)
        return Row(id=str(read.path), cells=(Cell(text=told, symbol="!", tone=Tone.BAD), *blank))
    state = read.state
    return Row(
        id=str(read.path),
        cells=(
            Cell(text=board_name(state)),
            Cell(text=str(state.goals)),
            *_numbers(state.followed_up()),
            _warning(state.overdue),
            _warning(state.red_risks),
            Cell(text=format_iso_date(state.last_meeting) if state.last_meeting else "–", spoken=_no_meeting(state)),
            Cell(text=format_iso_date(state.saved_at)),
        ),
    )


def _no_meeting(state: BoardState) -> str:
    return "" if state.last_meeting else _("inget möte än")


def _numbers(verdicts: Verdicts) -> list[Cell]:
    return [_number(each, verdicts.get(each, 0)) for each in _VERDICTS]


def _number(verdict: Verdict | None, count: int) -> Cell:
    """A count in the tone of its verdict; none of it is told quietly."""
    shown = verdict_cell(verdict)
    return Cell(
        text=str(count),
        symbol=shown.symbol if count else "",
        tone=shown.tone if count else Tone.MUTED,
        spoken=f"{shown.text}: {count}",
    )


def _warning(count: int) -> Cell:
    return Cell(text=str(count), symbol="!" if count else "", tone=Tone.BAD if count else Tone.MUTED)


def _verdict_columns() -> tuple[Column, ...]:
    return tuple(_count(each.value if each else "none", verdict_name(each)) for each in _VERDICTS)


def _count(key: str, title: str) -> Column:
    letters = 2 + max(len(line) for line in title.split("\n"))
    return Column(key=key, title=title, width=0.9, align=Align.RIGHT, sortable=False, letters=max(letters, _FIGURES))
