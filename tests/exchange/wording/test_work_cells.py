"""What cells of lists of work say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.almanac import is_rule
from regdesk.domain.codes import WorkStatus
from regdesk.exchange.wording.work_cells import Decision, read_day, read_decision, read_recurrence, read_status

MARCH = date(2024, 3, 5)


@pytest.mark.parametrize("text", ["2024-03-05", "5 mars 2024", " den 5 mars\u00a02024 ", "Senast 5 Mars 2024"])
def test_days(text: str) -> None:
    assert read_day(text) == MARCH


@pytest.mark.parametrize("text", ["", "2026", "mars 2024", "kvartal 2", "2024-02-30", "30 februari 2024", "våren"])
def test_what_is_no_whole_day(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pågår", WorkStatus.ONGOING),
        ("ej påbörjat.", WorkStatus.NOT_STARTED),
        ("GENOMFÖRT", WorkStatus.DONE),
        ("Försenad", WorkStatus.DELAYED),
        ("Avskriven", WorkStatus.DROPPED),
        ("Klart i huvudsak", None),
        ("", None),
    ],
)
def test_statuses(text: str, status: WorkStatus | None) -> None:
    assert read_status(text) is status


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Kvartalsvis", "FREQ=MONTHLY;INTERVAL=3"),
        ("två gånger per år", "FREQ=MONTHLY;INTERVAL=6"),
        ("Årligen", "FREQ=YEARLY"),
        ("Mars", "FREQ=YEARLY;BYMONTH=3"),
        ("i mars, juni och september", "FREQ=YEARLY;BYMONTH=3,6,9"),
        ("vid behov", None),
        ("mars 2026", None),
    ],
)
def test_how_often(text: str, rule: str | None) -> None:
    assert read_recurrence(text) == rule
    assert rule is None or is_rule(rule)


@pytest.mark.parametrize(
    ("text", "body", "day", "section", "dnr"),
    [
        ("Regionstyrelsen 2024-03-05 § 27", "Regionstyrelsen", MARCH, "27", ""),
        ("2024-03-05, §27", "", MARCH, "27", ""),
        ("Kulturnämnden den 5 mars 2024 §\u00a0127/2024, dnr 24RS106", "Kulturnämnden", MARCH, "127/2024", "24RS106"),
        ("§ 9", "", None, "9", ""),
        ("Dnr: KS/2024:12", "", None, "", "KS/2024:12"),
    ],
)
def test_where_it_was_decided(text: str, body: str, day: date | None, section: str, dnr: str) -> None:
    assert read_decision(text) == Decision(body=body, day=day, section=section, dnr=dnr)


@pytest.mark.parametrize("text", ["", "Regionplanen", "2024", "2024-13-05"])
def test_what_is_no_decision(text: str) -> None:
    assert read_decision(text) is None


@given(st.text(max_size=200))
def test_no_cell_is_too_odd(text: str) -> None:
    for read in (read_day, read_status, read_recurrence, read_decision):
        read(text)
    found = read_decision(f"Nämnden 2024-03-05 § 1 {text}")
    assert found is not None
    assert found.day is not None
