"""Tables of what is followed up: decided uppdrag, activities, controls, supervision and budget frames."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from regdesk.domain.codes import AssignmentKind, DueKind, FrameKind, WorkStatus
from regdesk.domain.model import (
    Activity,
    Assignment,
    Body,
    BudgetFrame,
    BudgetLine,
    Control,
    Forum,
    Perspective,
    Record,
    SupervisionEvent,
)
from regdesk.exchange.proposal import NodeKind, Proposal, Reason, to_records
from regdesk.store.mapping import R
from tests.exchange.word.files import heading, paragraph, table
from tests.exchange.word.proposals import all_of, codes, left, proposed


def of_kind(proposal: Proposal, kind: type[R], present: tuple[Record, ...] = ()) -> list[R]:
    return [record for record in to_records(proposal, present, str).records if isinstance(record, kind)]


def test_decided_assignments(tmp_path: Path) -> None:
    proposal = proposed(
        tmp_path,
        heading(1, "Uppdrag till förvaltningen"),
        table(
            ["Uppdrag", "Ursprung", "Ansvarig", "Klart senast", "Status", "Åtgärd"],
            [
                "Se över taxan ",
                "Regionstyrelsen 2024-03-05 § 27",
                "Ekonomichef",
                "1 maj 2024",
                "Pågår",
                "Klart",
            ],
            ["Följa upp avtalet", "2023-11-14 §\u00a0112", "", "Löpande", "Nästan klart", ""],
        ),
    )
    first, second = of_kind(proposal, Assignment)
    (body,) = of_kind(proposal, Body)
    assert (first.text, first.kind, first.source_body_id) == ("Se över taxan ", AssignmentKind.DECISION, body.id)
    assert (first.source_date, first.source_section, body.name) == (date(2024, 3, 5), "27", "Regionstyrelsen")
    assert (first.due_kind, first.due_on, first.status) == (DueKind.DATE, date(2024, 5, 1), WorkStatus.ONGOING)
    assert (first.receiver_function, first.status_reason) == ("Ekonomichef", "Klart")
    assert (second.source_body_id, second.due_kind, second.status) == (None, DueKind.ONGOING, WorkStatus.NOT_STARTED)
    assert left(proposal, Reason.CELL_UNREAD) == ["Nästan klart"]
    assert codes(next(node for node in all_of(proposal, NodeKind.GROUP))) == ["cell_unread"]


def test_a_body_that_the_register_knows_is_pointed_at(tmp_path: Path) -> None:
    known = Body(id="0" * 36, name="Regionstyrelsen")
    rows = ["Uppdrag", "Beslut"], ["Se över taxan", "regionstyrelsen 2024-03-05"]
    proposal = proposed(tmp_path, heading(1, "Uppdrag"), table(*rows))
    assert [each.source_body_id for each in of_kind(proposal, Assignment, (known,))] == [known.id]


def test_activities_with_days(tmp_path: Path) -> None:
    rows = ["Delaktivitet", "Börjar", "Klar senast", "Status"], ["Öva", "2026-02-01", "2026-06-30", "påbörjad"]
    proposal = proposed(tmp_path, heading(1, "Mål 1: Trygg vård"), table(*rows))
    (activity,) = of_kind(proposal, Activity)
    assert (activity.starts_on, activity.due_on, activity.status) == (
        date(2026, 2, 1),
        date(2026, 6, 30),
        WorkStatus.ONGOING,
    )


def test_an_internal_control_plan(tmp_path: Path) -> None:
    rows = (
        ["Kontrollmoment", "Metod", "Frekvens", "Ansvarig"],
        ["Attest av fakturor", "Stickprov", "Kvartalsvis", "Ekonomichef"],
        ["Behörigheter", "Genomgång", "Vid behov", "It-chef"],
    )
    first, second = of_kind(proposed(tmp_path, heading(1, "Intern kontroll"), table(*rows)), Control)
    assert (first.text, first.method, first.frequency) == ("Attest av fakturor", "Stickprov", "Kvartalsvis")
    assert (first.recurrence, first.responsible_function) == ("FREQ=MONTHLY;INTERVAL=3", "Ekonomichef")
    assert (second.frequency, second.recurrence, second.position) == ("Vid behov", "", 1)


def test_a_plan_of_supervision(tmp_path: Path) -> None:
    rows = (
        ["Uppsikt", "Perspektiv", "När", "Forum", "Verktyg"],
        ["Bolagens årsredovisningar", "Ekonomi", "Mars", "Ägardialog", "Frågor i förväg"],
        ["Nämndernas delårsrapporter", "Ekonomi", "Efter sommaren", "Ägardialog", ""],
    )
    proposal = proposed(tmp_path, heading(1, "Uppsiktsplan"), table(*rows))
    first, second = of_kind(proposal, SupervisionEvent)
    (perspective,), (forum,) = of_kind(proposal, Perspective), of_kind(proposal, Forum)
    assert (first.title, first.recurrence, first.tool) == (
        "Bolagens årsredovisningar",
        "FREQ=YEARLY;BYMONTH=3",
        "Frågor i förväg",
    )
    assert {first.perspective_id, second.perspective_id} == {perspective.id}
    assert {first.forum_id, second.forum_id} == {forum.id}
    assert left(proposal, Reason.CELL_UNREAD) == ["Efter sommaren"]


def test_budget_frames(tmp_path: Path) -> None:
    rows = (
        ["Verksamhet (mnkr)", "Budget 2024", "Plan 2025", "Plan 2026"],
        ["Vård", "1 234,5", "1\u00a0300", "−"],
        ["Kultur", "−12", "15", "16"],
    )
    proposal = proposed(tmp_path, heading(1, "Ekonomiska ramar"), table(*rows))
    lines, frames = of_kind(proposal, BudgetLine), of_kind(proposal, BudgetFrame)
    assert [line.name for line in lines] == ["Vård", "Kultur"]
    assert [(frame.line_id == lines[0].id, frame.kind, frame.year, frame.amount) for frame in frames] == [
        (True, FrameKind.BUDGET, 2024, Decimal("1234.5")),
        (True, FrameKind.PLAN, 2025, Decimal(1300)),
        (False, FrameKind.BUDGET, 2024, Decimal(-12)),
        (False, FrameKind.PLAN, 2025, Decimal(15)),
        (False, FrameKind.PLAN, 2026, Decimal(16)),
    ]
    assert {frame.measure_unit for frame in frames} == {"mnkr"}
    assert left(proposal, Reason.CELL_UNREAD) == ["−"]


def test_bare_years_are_of_the_budget_that_the_text_above_is_about(tmp_path: Path) -> None:
    rows = ["Nämnd", "2024", "2025"], ["Kulturnämnden", "15", "16"]
    above = paragraph("Nämndernas budget, belopp i tkr.")
    proposal = proposed(tmp_path, heading(1, "Pengar"), above, table(*rows))
    assert {(frame.kind, frame.measure_unit) for frame in of_kind(proposal, BudgetFrame)} == {(FrameKind.BUDGET, "tkr")}


def test_a_table_of_years_without_a_unit_of_money_is_no_budget(tmp_path: Path) -> None:
    rows = ["Nämnd", "2024", "2025"], ["Kulturnämnden", "15", "16"]
    proposal = proposed(tmp_path, heading(1, "Antal besök"), table(*rows))
    assert all_of(proposal, NodeKind.BUDGET_LINE) == []
