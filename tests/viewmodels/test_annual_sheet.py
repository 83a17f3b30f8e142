"""The year on paper: the same dates as on the screen, numbered as in the wheel, and nothing of what is secret."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from regdesk.domain.codes import Lane
from regdesk.domain.ids import new_id
from regdesk.domain.model import Assignment, Risk, RiskAction, SecrecyMarking
from regdesk.services.editing import add
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.session import Session
from regdesk.viewmodels.annual_sheet import AnnualSheet, annual_sheet
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.sheet_request import SheetRequest

DAY = date(2026, 3, 1)
ALL = frozenset(Lane)


def shown(session: Session, lanes: frozenset[str] = ALL, edition: Edition = Edition.PUBLIC) -> AnnualSheet:
    return annual_sheet(SheetRequest(session=session, printed_on=DAY, asked_year=2026, edition=edition), lanes)


def told(sheet: AnnualSheet, month: str) -> list[tuple[str, str, int, str]]:
    (found,) = [each for each in sheet.months if each.name == month]
    return [(each.day, each.lane, each.number, each.what) for each in found.dates]


def test_a_month_has_its_dates_numbered_lane_by_lane(session: Session) -> None:
    add_meeting(session, new_meeting(date(2026, 6, 17), title="Junimötet"))
    assert told(shown(session), "Juni") == [
        ("ons 10", "Slutdatum", 1, "Handlingar klara: sammanträdet 2026-06-17"),
        ("fre 12", "Slutdatum", 2, "Kallelse: sammanträdet 2026-06-17"),
        ("ons 17", "Möten", 1, "Junimötet"),
        ("tis 30", "Rapporter", 1, "Plan och budget i juni"),
    ]


def test_what_a_date_is_does_not_repeat_its_lane(session: Session) -> None:
    asked = Assignment(id=new_id(), text="Minska hyrpersonalen", report_starts_on=date(2026, 5, 4))
    add(session, replace(asked, report_recurrence="FREQ=YEARLY"))
    assert told(shown(session), "Maj") == [("mån 4", "Återrapportering", 1, "Minska hyrpersonalen")]


def test_a_long_name_is_told_whole(session: Session) -> None:
    risk = Risk(id=new_id(), title="Det blir för dyrt")
    text = "Låta varje mottagning pröva nya öppettider, och jämföra dem med de gamla"
    add(session, risk)
    add(session, RiskAction(id=new_id(), risk_id=risk.id, text=text, due_on=date(2026, 5, 4)))
    assert told(shown(session), "Maj") == [("mån 4", "Uppsikt och kontroll", 1, f"Åtgärd mot risk: {text}")]


def test_each_date_says_why_it_is_there_in_sentences(session: Session) -> None:
    add_meeting(session, new_meeting(date(2026, 6, 24)))
    (june,) = [month for month in shown(session).months if month.name == "Juni"]
    kallelse = next(each for each in june.dates if each.what.startswith("Kallelse"))
    assert kallelse.why == "Senast 5 dagar före sammanträdet. Flyttat från fredag 19 juni"
    (rule,) = [each for each in shown(session).rules if each.title == "Kallelse"]
    assert rule.counted == "Senast 5 dagar före sammanträdet. En ledig dag flyttas till närmaste vardag före."
    assert rule.source.startswith("Lokal vana")


def test_every_mark_of_the_wheel_has_its_numbers(session: Session) -> None:
    for day in (date(2026, 6, 17), date(2026, 6, 18)):
        add_meeting(session, new_meeting(day))
    sheet = shown(session)
    keys = [key for mark in sheet.wheel.marks for key in mark.keys]
    assert sorted(keys) == sorted(sheet.numbers)
    assert sorted(each.key for month in sheet.months for each in month.dates) == sorted(keys)
    assert [sector.label.text for sector in sheet.wheel.sectors][:3] == ["jan", "feb", "mar"]


def test_a_meeting_of_two_days_has_both(session: Session) -> None:
    add_meeting(session, replace(new_meeting(date(2026, 6, 17)), end_date=date(2026, 6, 18)))
    assert told(shown(session, frozenset({"meeting"})), "Juni")[0][0] == "ons 17–tors 18"


def test_only_the_lanes_that_are_asked_for_are_told(session: Session) -> None:
    add_meeting(session, new_meeting(date(2026, 6, 17)))
    sheet = shown(session, frozenset({"meeting"}))
    assert {each.lane for month in sheet.months for each in month.dates} == {"Möten"}
    assert shown(session, frozenset()).months == ()


def test_of_what_is_secret_nothing_but_the_day_is_told(session: Session) -> None:
    secret = Assignment(id=new_id(), text="Utreda anmälan", due_on=date(2026, 9, 1))
    add(session, secret)
    add(
        session,
        SecrecyMarking(id=new_id(), item_id=secret.id, provision="18 kap. 13 §", marked_on=DAY, authority="Regionen"),
    )
    assert [row for row in told(shown(session), "September") if row[0] == "tis 1"] == [
        ("tis 1", "Slutdatum", 1, "Uppgifter omfattas av sekretess (18 kap. 13 §, 2026-03-01, Regionen)")
    ]
    assert any("Utreda anmälan" in row[3] for row in told(shown(session, edition=Edition.INTERNAL), "September"))
