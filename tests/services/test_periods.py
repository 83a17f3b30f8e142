"""Periods have the kind that their days give them, and the register keeps one of each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.codes import PeriodKind
from regdesk.domain.model import ReportingPeriod
from regdesk.services.periods import kept_period, period_kind, period_of
from tests.registers import open_example


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), PeriodKind.MONTH),
        (date(2024, 4, 1), date(2024, 6, 30), PeriodKind.QUARTER),
        (date(2024, 5, 1), date(2024, 8, 31), PeriodKind.FOUR_MONTHS),
        (date(2024, 1, 1), date(2024, 8, 31), PeriodKind.INTERIM),
        (date(2024, 1, 1), date(2024, 12, 31), PeriodKind.YEAR),
        (date(2024, 1, 2), date(2024, 1, 31), PeriodKind.INTERIM),
        (date(2024, 1, 1), date(2024, 1, 30), PeriodKind.INTERIM),
    ],
)
def test_the_kind_of_a_period_follows_from_its_months(first: date, last: date, kind: PeriodKind) -> None:
    assert period_kind(first, last) is kind


def test_the_same_days_are_the_same_period(tmp_path: Path) -> None:
    session, _plan = open_example(tmp_path)
    first = kept_period(session, period_of(date(2024, 1, 1), date(2024, 4, 30), "Tertial 1"))
    assert kept_period(session, period_of(date(2024, 1, 1), date(2024, 4, 30))) == first
    assert session.all(ReportingPeriod) == [first]
    session.close()
