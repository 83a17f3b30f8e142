"""The basics of a register: its levels, bodies, units, periods and functions, a list of each with its purpose.

What is listed here stands under no other record; the rest of the register points at it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regdesk.domain.ids import new_id
from regdesk.domain.model import Body, FunctionHolder, Goal, Level, OrgUnit, ReportingPeriod
from regdesk.formats import format_iso_interval
from regdesk.i18n import _
from regdesk.services.levels import add_level, new_level, rename_level
from regdesk.services.periods import period_of
from regdesk.services.registers import register_of
from regdesk.services.session import Session
from regdesk.viewmodels.beginnings import NewRecord
from regdesk.viewmodels.below import Below, cells_of
from regdesk.viewmodels.forms import answered, form_for
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.labels import period_label
from regdesk.viewmodels.rows import Align, Cell, Column
from regdesk.viewmodels.words import one_line, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Basic:
    """One list: what its tab is called, and what it is for."""

    title: str
    about: str
    below: Below


def basics() -> tuple[Basic, ...]:
    """The lists in the order of their tabs."""
    return (
        Basic(
            title=many_of("levels"),
            about=_("Styrmodellens nivåer, uppifrån. Alt+↑ och Alt+↓ flyttar en nivå; en nivå utan mål är inget fel."),
            below=Below(
                kind=Level, owner="", columns=_level_columns, cells=cells_of(Level, _level_cells), begin=_level
            ),
        ),
        Basic(
            title=many_of("bodies"),
            about=_("Nämnder, utskott, fullmäktige och andra som mål, uppdrag och uppsikt pekar på."),
            below=Below(
                kind=Body,
                owner="",
                order="position, name_key, id",
                columns=lambda: (
                    Column(key="name", title=_("Namn"), width=3.0, sortable=False),
                    Column(key="short_name", title=_("Kort namn"), sortable=False),
                    Column(key="kind", title=_("Slag"), width=1.4, sortable=False),
                ),
                cells=cells_of(Body, _body_cells),
                begin=lambda _session, _owner: Body(id=new_id(), name=""),
            ),
        ),
        Basic(
            title=_("Enheter"),
            about=_("Delar av organisationen som har egna värden i tabellerna, som RVN 77, RLF 74."),
            below=Below(
                kind=OrgUnit,
                owner="",
                columns=lambda: (
                    Column(key="code", title=_("Kort namn"), sortable=False),
                    Column(key="name", title=_("Namn"), width=3.0, sortable=False),
                ),
                cells=cells_of(OrgUnit, lambda _session, unit: (Cell(text=unit.code), Cell(text=one_line(unit.name)))),
                begin=lambda _session, _owner: OrgUnit(id=new_id(), code=""),
            ),
        ),
        Basic(
            title=_("Perioder"),
            about=_("Perioder som sammanträden följer upp, som tertial, delår och år."),
            below=Below(
                kind=ReportingPeriod,
                owner="",
                order="starts_on DESC, ends_on, id",
                columns=lambda: (
                    Column(key="label", title=_("Period"), width=2.0, sortable=False),
                    Column(key="days", title=_("Dagar"), width=2.0, sortable=False),
                    Column(key="kind", title=_("Slag"), sortable=False),
                ),
                cells=cells_of(ReportingPeriod, _period_cells),
                begin=_period,
            ),
        ),
        Basic(
            title=many_of("function_holders"),
            about=_("Vem som har en funktion just nu. Namnen stannar i registret och skrivs aldrig ut."),
            below=Below(
                kind=FunctionHolder,
                owner="",
                columns=lambda: (
                    Column(key="function", title=_("Funktion"), width=2.0, sortable=False),
                    Column(key="name", title=_("Vem som har den nu"), width=2.0, sortable=False),
                ),
                cells=cells_of(
                    FunctionHolder, lambda _session, each: (Cell(text=one_line(each.function)), Cell(text=each.name))
                ),
                begin=lambda _session, _owner: FunctionHolder(id=new_id(), function=""),
            ),
        ),
    )


# Levels


def new_level_record(session: Session) -> NewRecord:
    """The questions about a lowest level that is about to be added."""
    blank = new_level(session)

    def store(answers: Mapping[str, str]) -> dict[str, str]:
        read = answered(session, blank, answers)
        if not read.faults and isinstance(read.record, Level):
            add_level(session, read.record)
        return dict(read.faults)

    return NewRecord(title=_("Lägg till en nivå"), record=blank, form=form_for(session, blank), store=store)


def change_level(session: Session, level_id: str, answers: Mapping[str, str]) -> dict[str, str]:
    """Give a level other words or another owner, as one step; gives a sentence for each answer that will not do."""
    read = answered(session, session.get(Level, level_id), answers)
    if not read.faults and isinstance(read.record, Level):
        rename_level(session, read.record)
    return dict(read.faults)


def _level_columns() -> tuple[Column, ...]:
    return (
        Column(key="name", title=_("Nivå"), width=2.0, sortable=False),
        Column(key="name_plural", title=_("I flertal"), width=2.0, sortable=False),
        Column(key="owner", title=_("Beslutas av"), width=2.0, sortable=False),
        Column(key="goals", title=many_of("goals"), width=0.6, align=Align.RIGHT, sortable=False),
    )


def _level_cells(session: Session, level: Level) -> tuple[Cell, ...]:
    owner = session.get(Body, level.owner_body_id).name if level.owner_body_id else ""
    count = len(session.all(Goal, level_id=level.id))
    words = (level.name, level.name_plural, owner)
    return (*(Cell(text=one_line(each)) for each in words), Cell(text=str(count) if count else "–"))


def _level(session: Session, _owner: str) -> Level:
    return new_level(session)


# The others


def _body_cells(_session: Session, body: Body) -> tuple[Cell, ...]:
    return Cell(text=one_line(body.name)), Cell(text=one_line(body.short_name)), Cell(text=word(body.kind))


def _period_cells(_session: Session, period: ReportingPeriod) -> tuple[Cell, ...]:
    days = format_iso_interval(period.starts_on, period.ends_on)
    return Cell(text=period_label(period)), Cell(text=days), Cell(text=word(period.kind))


def _period(session: Session, _owner: str) -> ReportingPeriod:
    """A new period is the year that the plan begins with, until somebody says another."""
    year = register_of(session).period_start or date.today().year
    return period_of(date(year, 1, 1), date(year, 12, 31))
