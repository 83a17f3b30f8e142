"""What was printed for a meeting, as the list tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from regdesk.domain.model import PrintedSheet
from regdesk.services.secrecy import mark_secret
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.printed import keep, print_rows, secrecy_warning
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.sheets.plans import goal_areas
from tests.sheets.plans.goal_areas import GoalAreas

INDEX = "Säkerhetsengagemang, index"


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[GoalAreas]:
    made = goal_areas.make(tmp_path)
    yield made
    made.session.close()


def kept(plan: GoalAreas, edition: Edition, content: str) -> PrintedSheet:
    request = SheetRequest(
        session=plan.session, printed_on=date(2024, 5, 20), meeting_id=plan.meeting.id, edition=edition
    )
    made = keep(request, "follow-up", file_name="blad.pdf", content=content, pdf=content.encode() + edition.encode())
    assert made is not None
    return made


def readers(plan: GoalAreas) -> list[str]:
    rows = print_rows(plan.session, plan.meeting.id)
    return [row.cells[3].text for row in rows.page(None, rows.count())]


def test_a_file_for_everybody_that_names_what_is_secret_now_says_so(plan: GoalAreas) -> None:
    telling = kept(plan, Edition.PUBLIC, f"Utfall för {INDEX}: 75")
    other = kept(plan, Edition.PUBLIC, "Inget är bedömt.")
    internal = kept(plan, Edition.INTERNAL, f"Utfall för {INDEX}: 75")
    assert readers(plan) == ["Internt", "För alla", "För alla"]
    assert not secrecy_warning(plan.session, telling.id)
    mark_secret(plan.session, plan.indicators[INDEX].id, "OSL 18:13", date(2024, 9, 1), "Region Exempel")
    assert readers(plan) == ["Internt", "För alla", "Nu sekretess"]
    assert "Pröva det före utlämnande" in secrecy_warning(plan.session, telling.id)
    assert not secrecy_warning(plan.session, other.id)
    assert not secrecy_warning(plan.session, internal.id)
