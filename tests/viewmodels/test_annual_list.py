"""The year as a list, with the words for each of its dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from regdesk.domain.codes import Lane
from regdesk.domain.ids import new_id
from regdesk.domain.model import Activity, Milestone, Risk, RiskAction, SupervisionEvent, SupervisionOccasion
from regdesk.services.annual_entries import Entry
from regdesk.services.deadlines import add_date, set_minutes_day
from regdesk.services.editing import add, edit
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.viewmodels.annual_list import Look, Year, read_year, year_rows
from regdesk.viewmodels.annual_words import day_words, leads_to, status_cell, why
from regdesk.viewmodels.date_forms import DAY, NOTE, TITLE, adding, can_move, can_remove, counted, move, moving
from regdesk.viewmodels.date_forms import add as add_own
from regdesk.viewmodels.rows import Tone
from tests.registers import Example
from tests.viewmodels.lists import all_rows

TODAY = date(2026, 11, 20)


def told(year: Year, look: Look) -> list[str]:
    """The rows, a line each."""
    return [" | ".join(cell.text for cell in row.cells) for row in all_rows(year_rows(year, look, TODAY), 50)]


def titled(year: Year, title: str) -> Entry:
    (found,) = [entry for entry in year.entries if year.titles[entry.key] == title]
    return found


def test_a_month_with_its_holidays_and_weeks(session: Session) -> None:
    add_meeting(session, new_meeting(date(2026, 6, 17), title="Junimötet"))
    assert told(read_year(session, 2026), Look(year=2026, month=6)) == [
        "Juni |  |  | ",
        "lör 6 | v.\u00a023 | Nationaldagen | ",
        "ons 10 | v.\u00a024 | ▲ Handlingar klara: sammanträdet 2026-06-17 | ",
        "fre 12 |  | ▲ Kallelse: sammanträdet 2026-06-17 | ",
        "ons 17 | v.\u00a025 | ● Junimötet | ",
        "fre 19 |  | Midsommarafton | ",
        "lör 20 |  | Midsommardagen | ",
        "tis 30 | v.\u00a027 | ★ Plan och budget i juni | ",
    ]


def test_what_was_moved_off_a_free_day_says_from_where(session: Session) -> None:
    add_meeting(session, new_meeting(date(2026, 6, 24)))
    year = read_year(session, 2026)
    rows = told(year, Look(year=2026, month=6, words="kallelse"))
    assert rows[1].endswith("▲ Kallelse: sammanträdet 2026-06-24, flyttat från fredag 19 juni | ")
    kallelse = titled(year, "Kallelse: sammanträdet 2026-06-24")
    assert "Flyttat från fredag 19 juni" in why(kallelse)
    assert day_words(kallelse) == "torsdag den 18 juni 2026, v.\u00a025"


def test_only_what_is_looked_at_is_shown(session: Session) -> None:
    add_meeting(session, new_meeting(date(2026, 6, 17)))
    year = read_year(session, 2026)
    assert {entry.lane for entry in year.seen(Look(year=2026, lanes=frozenset({"meeting"})))} == {Lane.MEETING}
    assert len(year.seen(Look(year=2026, words="budget JUNI"))) == 1
    assert told(year, Look(year=2026, words="finns inte")) == []
    assert counted(year.seen(Look(year=2026)), Look(year=2026, month=6)) == "4 datum"


def test_how_a_date_stands(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2026, 10, 28)))
    year = read_year(session, 2026)
    cells = {
        name: status_cell(titled(year, f"{name}: sammanträdet 2026-10-28"), TODAY)
        for name in ("Kallelse", "Justering", "Anslag", "Laga kraft")
    }
    assert {name: cell.text for name, cell in cells.items()} == {
        "Kallelse": "",
        "Justering": "Försenat",
        "Anslag": "Försenat",
        "Laga kraft": "Preliminärt",
    }
    assert (cells["Justering"].symbol, cells["Justering"].tone) == ("!", Tone.BAD)
    set_minutes_day(session, meeting.id, "approved_on", date(2026, 11, 4))
    approval = titled(read_year(session, 2026), "Justering: sammanträdet 2026-10-28")
    assert status_cell(approval, TODAY).text == "Klart"
    assert "Dagen då det skedde; regeln sade onsdag 11 november." in why(approval)


def test_a_date_leads_to_what_it_is_about(session: Session, example: Example) -> None:
    activity = add(session, Activity(id=new_id(), goal_id=example.goal.id, title="Öva", due_on=date(2026, 9, 1)))
    add(session, Milestone(id=new_id(), activity_id=activity.id, text="Halva", due_on=date(2026, 5, 1)))
    risk = add(session, Risk(id=new_id(), title="Brist"))
    add(session, RiskAction(id=new_id(), risk_id=risk.id, text="Utbilda", due_on=date(2026, 6, 1)))
    event = add(session, SupervisionEvent(id=new_id(), title="Bolaget"))
    add(session, SupervisionOccasion(id=new_id(), event_id=event.id, held_on=date(2026, 5, 4)))
    assignment = edit(session, example.assignments[0], due_on=date(2026, 2, 2))
    year = read_year(session, 2026)
    assert {year.titles[entry.key]: leads_to(entry) for entry in year.entries if not entry.rule} == {
        "Ska vara klart: Öva": ("activities", activity.id),
        "Milstolpe: Halva": ("activities", activity.id),
        "Åtgärd mot risk: Utbilda": ("risks", risk.id),
        "Uppsikt: Bolaget": ("supervision_events", event.id),
        "Ska vara klart: Följa hur väntetiderna utvecklas": ("assignments", assignment.id),
    }


def test_what_comes_round_says_how_often(session: Session, example: Example) -> None:
    edit(
        session, example.assignments[0], report_starts_on=date(2026, 1, 15), report_recurrence="FREQ=MONTHLY;INTERVAL=3"
    )
    edit(session, example.assignments[1], report_starts_on=date(2026, 3, 1))
    told = [why(entry) for entry in read_year(session, 2026).entries if entry.lane is Lane.REPORT_BACK]
    assert told == [("Varje kvartal från och med 15 januari 2026.",), (), *[told[0]] * 3]


def test_a_date_is_moved_by_answers(session: Session) -> None:
    add_meeting(session, new_meeting(date(2026, 11, 18)))
    kallelse = titled(read_year(session, 2026), "Kallelse: sammanträdet 2026-11-18")
    form = moving(kallelse)
    assert form.values == {DAY: "2026-11-13", NOTE: ""}
    assert form.fields[0].help.startswith("Senast 5 dagar före sammanträdet.")
    assert move(session, kallelse, {DAY: "i morgon", NOTE: ""})[DAY].startswith("Det är inget datum.")
    assert move(session, kallelse, {DAY: "", NOTE: ""}) == {DAY: "Detta måste fyllas i."}
    assert move(session, kallelse, {DAY: "12 nov 2026", NOTE: "Helg"}) == {}
    moved = titled(read_year(session, 2026), "Kallelse: sammanträdet 2026-11-18")
    assert why(moved)[-2:] == ("Flyttat för hand från fredag 13 november.", "Helg")
    assert status_cell(moved, TODAY).text == "Flyttat"
    assert moving(moved).values == {DAY: "2026-11-12", NOTE: "Helg"}


def test_what_has_happened_is_not_moved_here(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2026, 10, 28)))
    set_minutes_day(session, meeting.id, "approved_on", date(2026, 11, 4))
    assert not can_move(titled(read_year(session, 2026), "Justering: sammanträdet 2026-10-28"))


def test_a_date_of_ones_own(session: Session) -> None:
    form = adding(date(2026, 5, 4))
    assert form.values[DAY] == "2026-05-04"
    assert set(add_own(session, {DAY: "snart", TITLE: " ", NOTE: ""})) == {DAY, TITLE}
    assert add_own(session, {DAY: "2026-05-05", TITLE: "Presidiet", NOTE: "Ta med planen"}) == {}
    own = titled(read_year(session, 2026), "Presidiet")
    assert can_remove(own)
    assert why(own) == ("Ta med planen",)
    assert leads_to(own)[0] == "deadlines"
    assert moving(own).values == {TITLE: "Presidiet", DAY: "2026-05-05", NOTE: "Ta med planen"}
    assert move(session, own, {TITLE: "", DAY: "2026-05-06", NOTE: ""}) == {TITLE: "Detta måste fyllas i."}
    assert move(session, own, {TITLE: "Presidiet träffas", DAY: "2026-05-06", NOTE: ""}) == {}
    assert titled(read_year(session, 2026), "Presidiet träffas").day == date(2026, 5, 6)


def test_a_meeting_over_new_year_stands_in_january(session: Session) -> None:
    add_meeting(session, replace(new_meeting(date(2025, 12, 31), title="Nyår"), end_date=date(2026, 1, 2)))
    rows = told(read_year(session, 2026), Look(year=2026, month=1, words="nyår"))
    assert rows == ["Januari |  |  | ", "tors 1 | v.\u00a01 | ● Nyår | "]


def test_an_own_date_at_a_meeting_leads_there(session: Session) -> None:
    meeting = add_meeting(session, new_meeting(date(2026, 11, 18)))
    own = add_date(session, date(2026, 11, 17), "Genomgång")
    edit(session, own, meeting_id=meeting.id)
    assert leads_to(titled(read_year(session, 2026), "Genomgång")) == ("meetings", meeting.id)
