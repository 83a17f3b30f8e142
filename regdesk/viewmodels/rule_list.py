"""The register's rules for dates as a list, and what can be done to them."""

from __future__ import annotations

from collections.abc import Sequence

from regdesk.domain.model import DeadlineRule
from regdesk.i18n import _, ngettext
from regdesk.services import deadlines
from regdesk.services.session import Session
from regdesk.viewmodels.rows import Cell, Column, Row, Tone
from regdesk.viewmodels.rule_words import rule_words
from regdesk.viewmodels.words import one_line


class RuleRows:
    """Every rule in its order; few enough to be read at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words: list[str] = []

    @property
    def columns(self) -> Sequence[Column]:
        return (
            Column(key="title", title=_("Regel"), width=2.2, letters=10, sortable=False),
            Column(key="words", title=_("I ord"), width=3.0, letters=12, sortable=False),
            Column(key="active", title=_("Läge"), width=1.1, letters=6, sortable=False),
        )

    def count(self) -> int:
        return len(self._shown())

    def page(self, after: Row | None, limit: int) -> list[Row]:
        rows = [Row(id=rule.id, cells=_cells(rule)) for rule in self._shown()]
        start = 1 + next(place for place, row in enumerate(rows) if row.id == after.id) if after else 0
        return rows[start : start + limit]

    def set_filter(self, text: str) -> None:
        self._words = text.casefold().split()

    def set_order(self, key: str, *, descending: bool) -> None:
        """There is but one."""

    def _shown(self) -> list[DeadlineRule]:
        return [rule for rule in self._session.all(DeadlineRule) if _holds(rule, self._words)]


def can_restore(session: Session, rule_id: str) -> bool:
    """Whether a rule says something else than it did from the beginning."""
    return deadlines.is_changed(session.get(DeadlineRule, rule_id))


def has_missing(session: Session) -> bool:
    """Whether any of the usual rules is not in the register."""
    return bool(deadlines.missing_rules(session))


def add_missing(session: Session) -> str:
    """Add the usual rules that are missing; gives a sentence about it."""
    added = deadlines.add_missing_rules(session)
    if not added:
        return _("Registret har redan alla de vanliga reglerna.")
    return ngettext("{count} regel lades till.", "{count} regler lades till.", added).format(count=added)


def _cells(rule: DeadlineRule) -> tuple[Cell, ...]:
    tone = Tone.NEUTRAL if rule.active else Tone.MUTED
    on = Cell(text=_("På"), symbol="✓", tone=Tone.GOOD) if rule.active else Cell(text=_("Av"), tone=Tone.MUTED)
    return Cell(text=one_line(rule.title), tone=tone), Cell(text=rule_words(rule), tone=tone), on


def _holds(rule: DeadlineRule, words: Sequence[str]) -> bool:
    text = f"{rule.title} {rule_words(rule)} {rule.source}".casefold()
    return all(word in text for word in words)
