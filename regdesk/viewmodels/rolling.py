"""Rolling the plan to its next period, told before it is done: the questions, the tick list and what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from regdesk.domain.model import plural_of
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.formats import format_list, format_year_span, parse_year_span
from regdesk.i18n import _, current_language
from regdesk.services.closing import CLOSABLE, closed_with, open_counts
from regdesk.services.registers import register_of
from regdesk.services.rolling import Roll, check_roll, finished, new_target_years, next_target_years, retired_targets
from regdesk.services.session import Session
from regdesk.viewmodels.fields import Field, FieldKind
from regdesk.viewmodels.kinds import many_of, one_of
from regdesk.viewmodels.plan_tree import CLOSED, plan_tree
from regdesk.viewmodels.plan_versions import usual_title
from regdesk.viewmodels.problems import sentence
from regdesk.viewmodels.tree import TreeNode
from regdesk.viewmodels.values import column_label

KEEPABLE: Final = frozenset(CLOSABLE)
"""Kinds that a person lets go on into the next period, or not."""

PERIOD: Final = "period"
TARGETS: Final = "targets"
VERSION: Final = "version"


@dataclass(frozen=True, slots=True)
class RollAnswers:
    """What was answered, as a roll, or a sentence for each answer that will not do, by key."""

    roll: Roll | None
    faults: Mapping[str, str]


def roll_questions() -> tuple[Field, ...]:
    """What is asked beside the tick list."""
    return (
        Field(key=PERIOD, label=_("&Nästa period"), required=True, check=_period_fault, hint="2027–2029"),
        Field(
            key=TARGETS,
            label=_("År som får &målnivåer"),
            check=_years_fault,
            help=_("Åtskilda med komma; tomt om planen inte har målnivåer."),
        ),
        Field(
            key=VERSION,
            label=_("Den nuvarande planen &sparas som"),
            kind=FieldKind.TEXT,
            lines=1,
            required=True,
        ),
    )


def roll_beginning(session: Session) -> dict[str, str]:
    """The answers that mostly are right: a period as long as this one, right after it."""
    register = register_of(session)
    first, last = register.period_start, register.period_end
    if first is None or last is None:
        return {PERIOD: "", TARGETS: "", VERSION: usual_title(session)}
    start, end = last + 1, last + 1 + last - first
    years = ", ".join(map(str, next_target_years(session, start)))
    return {PERIOD: format_year_span(start, end), TARGETS: years, VERSION: usual_title(session)}


def read_roll(session: Session, answers: Mapping[str, str], closing: Collection[str]) -> RollAnswers:
    """The answers and the ids of what does not go on."""
    faults = {field.key: field.check(answers[field.key]) for field in roll_questions()}
    faults = {key: fault for key, fault in faults.items() if fault}
    years = parse_year_span(answers[PERIOD])
    if faults or years is None:
        return RollAnswers(None, faults)
    roll = roll_of(years, _years(answers[TARGETS]) or [], closing, answers[VERSION].strip())
    try:
        check_roll(session, roll)
    except Problem as problem:
        return RollAnswers(None, {PERIOD: sentence(problem)})
    return RollAnswers(roll, {})


def roll_of(years: tuple[int, int], targets: Iterable[int], closing: Iterable[str], title: str) -> Roll:
    """A roll to a period, called by its years."""
    return Roll(
        start=years[0],
        end=years[1],
        target_years=tuple(targets),
        closing=frozenset(closing),
        title=title,
        years=format_year_span(*years),
    )


def keep_tree(session: Session) -> tuple[TreeNode, ...]:
    """The plan with nothing but what can go on, and what that stands under."""
    return tuple(_keepable(node for node in plan_tree(session) if node.id != CLOSED))


def kept_at_first(session: Session) -> frozenset[str]:
    """What goes on unless somebody says otherwise: all but the work that is done or dropped."""
    return frozenset(everything_kept(session) - finished(session))


def everything_kept(session: Session) -> set[str]:
    """Ids of all that can go on."""
    return {node.id for top in keep_tree(session) for node in top.walk() if node.kind in KEEPABLE}


def told_before(session: Session, roll: Roll) -> list[str]:
    """What a roll will come to, a sentence for each thing."""
    closed = Counter(plural_of(type(each)) for each in closed_with(session, roll.closing))
    kept = Counter(open_counts(session)) - closed
    years = [str(year) for year in new_target_years(session, roll.target_years)]
    retired = [column_label(each) for each in retired_targets(session, roll.start)]
    none = _("inget")
    return [
        _("Planen som den är nu sparas som versionen {title}.").format(title=roll.title),
        _("Följer med till {years}: {parts}.").format(years=roll.years, parts=_counted(kept) or none),
        _("Avslutas: {parts}.").format(parts=_counted(closed) or none),
        _("Nya målnivåer: {years}.").format(years=_listed(years) or _("inga")),
        _("Behålls men visas inte längre: {columns}.").format(columns=_listed(retired) or _("inga")),
    ]


def _keepable(nodes: Iterable[TreeNode]) -> list[TreeNode]:
    pruned = (replace(node, children=tuple(_keepable(node.children))) for node in nodes)
    return [node for node in pruned if node.children or node.kind in KEEPABLE]


def _counted(numbers: Mapping[str, int]) -> str:
    """`2 mål och 1 uppdrag`."""
    words = [f"{numbers[plural]} {_word(plural, numbers[plural])}" for plural in CLOSABLE if numbers.get(plural)]
    return _listed(words)


def _word(plural: str, count: int) -> str:
    return (one_of(plural) if count == 1 else many_of(plural)).lower()


def _listed(words: list[str]) -> str:
    return format_list(words, language=current_language()) if words else ""


def _period_fault(text: str) -> str:
    return "" if parse_year_span(text) else sentence(Problem(ProblemKind.PERIOD_UNREADABLE, text=text.strip()))


def _years_fault(text: str) -> str:
    return "" if _years(text) is not None else _("Skriv år med fyra siffror, åtskilda med komma.")


def _years(text: str) -> list[int] | None:
    """Years between commas; None for anything else."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return [int(part) for part in parts] if all(len(part) == 4 and part.isdecimal() for part in parts) else None
