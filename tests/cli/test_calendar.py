"""The dates of a year from the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from icalendar import Calendar

from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.registers import opened
from tests.cli.conftest import Regdesk


def test_the_dates_of_a_year_are_listed(regdesk: Regdesk, register: Path) -> None:
    with opened(register) as session:
        add_meeting(session, new_meeting(date(2036, 11, 19), title="Mötet"))
    said = regdesk("calendar", register, "--year", 2036)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-6:] == [
        "2036-11-14  Kallelse: sammanträdet 2036-11-19",
        "2036-11-19  Mötet",
        "2036-11-28  Plan och budget i november",
        "2036-12-03  Justering: sammanträdet 2036-11-19",
        "2036-12-05  Anslag: sammanträdet 2036-11-19  Preliminärt",
        "2036-12-26  Laga kraft: sammanträdet 2036-11-19  Preliminärt",
    ]


def test_a_year_is_written_as_json(regdesk: Regdesk, register: Path) -> None:
    said = regdesk("calendar", register, "--year", "2036", "--json")
    told = json.loads(said.out)
    assert told["year"] == 2036
    last = told["entries"][-1]
    assert (last["day"], last["moved_from"], last["lane"], last["source_kind"]) == (
        "2036-11-28",
        "2036-11-30",
        "report",
        "deadline_rules",
    )
    assert last["why"][-1] == "Flyttat från söndag 30 november"


def test_a_year_is_written_to_a_file(regdesk: Regdesk, register: Path, tmp_path: Path) -> None:
    target = tmp_path / "året.ics"
    said = regdesk("calendar", register, "--year", 2036, "-o", target)
    assert (said.code, said.out) == (0, "")
    assert said.err == f"{target} är klar, med 3 datum.\n"
    assert len(list(Calendar.from_ical(target.read_bytes()).walk("VEVENT"))) == 3


def test_a_file_of_another_kind_is_refused(regdesk: Regdesk, register: Path, tmp_path: Path) -> None:
    said = regdesk("calendar", register, "-o", tmp_path / "året.txt")
    assert said.code == 2
    assert "året.txt slutar inte på .ics" in said.err
    assert not (tmp_path / "året.txt").exists()
