"""`regdesk show`: the whole register, as an outline to read or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click

from regdesk.cli.choices import opened_register, register_argument
from regdesk.cli.speech import Command, Option
from regdesk.cli.telling import counts, put
from regdesk.domain.codes import WorkStatus
from regdesk.domain.model import RECORDS, Assignment, Goal, Indicator, Record
from regdesk.exchange.json_out import as_text
from regdesk.exchange.withholding import shown_lists
from regdesk.formats import format_year_span
from regdesk.i18n import _
from regdesk.services.assessing import latest_assessments
from regdesk.services.outline import Outline
from regdesk.services.registers import board_of, register_of
from regdesk.services.session import Session
from regdesk.viewmodels.edition import Disclosure, Edition
from regdesk.viewmodels.values import column_label
from regdesk.viewmodels.words import one_line, verdict_cell, word

_STEP = "    "
_TOLD_IN_OUTLINE = frozenset(
    {
        *("registers", "levels", "goals", "indicators", "cluster_parameters", "values", "value_columns", "value_parts"),
        *("interim_goals", "activities", "assignments"),
    }
)
_ALWAYS_THERE = frozenset({"agenda_goals"})


def command() -> Command:
    """The command in the present language."""
    return Command(
        "show",
        show,
        _("Visa hela registret."),
        register_argument(),
        Option(["--json", "as_json"], is_flag=True, help=_("Som JSON, med en lista för varje slag.")),
        Option(["--public"], is_flag=True, help=_("Utan det som är sekretessmarkerat eller internt.")),
        Option(["--names"], is_flag=True, help=_("Med namn på personer, som annars utelämnas; bara i JSON.")),
    )


def show(register: Path, as_json: bool, public: bool, names: bool) -> None:
    """Print the register."""
    if public and names:
        raise click.UsageError(_("ett exemplar för alla har inga namn: välj --public eller --names"))
    with opened_register(register) as session:
        if as_json:
            put(as_text(shown_lists(session, public=public, names=names)))
        else:
            edition = Edition.PUBLIC if public else Edition.INTERNAL
            put("\n".join(_Sketch(session, Disclosure.of(session, edition)).lines()))


class _Sketch:
    """The plan as indented lines, with values as they are written and the verdicts in force."""

    def __init__(self, session: Session, disclosure: Disclosure) -> None:
        self._session = session
        self._shows = disclosure
        self._outline = Outline.read(session)
        self._verdicts = {each.item_id: each for each in disclosure.shown(latest_assessments(session).values())}
        self._work: dict[tuple[str, str | None], list[Assignment]] = {}
        for assignment in chain.from_iterable(self._outline.assignments.values()):
            self._work.setdefault((assignment.goal_id or "", assignment.parent_id), []).append(assignment)

    def lines(self) -> Iterator[str]:
        yield from self._head()
        for goal in self._outline.children.get("", ()):
            yield ""
            yield from self._goal(goal, "")
        loose = list(self._assignments(""))
        yield from ("", *loose) if loose else ()
        others = {
            plural: self._session.repository.count(kind)
            for plural, kind in RECORDS.items()
            if plural not in _TOLD_IN_OUTLINE | _ALWAYS_THERE
        }
        yield ""
        yield from counts(others)

    def _head(self) -> Iterator[str]:
        register = register_of(self._session)
        yield f"{register.organisation}, {board_of(self._session).name}"
        years = (register.period_start, register.period_end)
        span = format_year_span(years[0], years[1]) if years[0] and years[1] else ""
        yield " ".join(filter(None, (register.plan_title, span)))

    def _goal(self, goal: Goal, indent: str) -> Iterator[str]:
        level = self._outline.levels[goal.level_id].name
        name = f"{level} {goal.printed_number}".rstrip()
        yield f"{indent}{name}: {self._told(goal, goal.title)}"
        if self._shows.withholds(goal.id):
            return
        for line in self._below(goal):
            yield f"{indent}{_STEP}{line}"
        for child in self._outline.children.get(goal.id, ()):
            yield from self._goal(child, indent + _STEP)

    def _below(self, goal: Goal) -> Iterator[str]:
        outline = self._outline
        for indicator in outline.indicators.get(goal.id, ()):
            yield from self._indicator(indicator)
        for interim in outline.interim_goals.get(goal.id, ()):
            yield _("Delmål: {text}").format(text=self._told(interim, interim.text))
        for activity in outline.activities.get(goal.id, ()):
            words = self._told(activity, activity.title, activity.status)
            yield _("Delaktivitet: {text}").format(text=words)
        yield from self._assignments(goal.id)

    def _assignments(self, goal_id: str, parent_id: str | None = None, indent: str = "") -> Iterator[str]:
        """Those of a goal that stand below another, in their order, each with those below it."""
        for assignment in self._work.get((goal_id, parent_id), ()):
            text = self._told(assignment, assignment.text, assignment.status)
            yield indent + _("Uppdrag: {text}").format(text=text)
            yield from self._assignments(goal_id, assignment.id, indent + _STEP)

    def _indicator(self, indicator: Indicator) -> Iterator[str]:
        labels = {column.id: column_label(column) for column in self._outline.columns}
        yield _("Indikator: {text}").format(text=self._told(indicator, indicator.title))
        if self._shows.withholds(indicator.id):
            return
        for value in self._outline.values.get(indicator.id, ()):
            if value.raw.strip():
                yield f"{_STEP}{labels[value.column_id]}: {one_line(value.raw)}"
        for parameter in self._outline.parameters.get(indicator.id, ()):
            name = one_line(parameter.name) or str(parameter.position + 1)
            yield _STEP + _("Parameter: {text}").format(text=self._told(parameter, name))

    def _told(self, record: Record, text: str, status: WorkStatus | None = None) -> str:
        """The words of a record, how its work stands, and the verdict in force; a single line for what is withheld."""
        words = self._shows.text(record.id, one_line(text))
        if self._shows.withholds(record.id):
            return words
        return words + (f" ({word(status)})" if status else "") + self._verdict(record.id)

    def _verdict(self, item_id: str) -> str:
        """The verdict in force after an arrow; nothing where there is none."""
        found = self._verdicts.get(item_id)
        return f" → {verdict_cell(found.verdict).text}" if found else ""
