"""A card is said in one go: the thing, its verdict, then what stands around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from regdesk.domain.codes import Verdict
from regdesk.services.assessing import assess
from regdesk.services.meetings import add_agenda_item, add_meeting, everything_to_assess, new_meeting
from regdesk.viewmodels.card_speech import spoken_card, spoken_verdict
from regdesk.viewmodels.meeting_mode import MeetingMode
from tests.registers import open_example


def test_a_card_is_said_with_all_that_stands_on_it(tmp_path: Path) -> None:
    session, plan = open_example(tmp_path)
    spring = add_meeting(session, new_meeting(date(2024, 5, 21)))
    assess(session, plan.number.id, Verdict.PARTLY, meeting_id=spring.id)
    meeting = add_meeting(session, new_meeting(date(2024, 9, 12)))
    add_agenda_item(session, meeting.id, "Uppföljning", section_no="64", subjects=everything_to_assess(session))
    mode = MeetingMode(session, meeting.id)
    assert mode.current
    assert spoken_card(mode.current) == (
        "Punkt 1 av 5. Indikator: Nöjda besökare. Bedömning: Ej bedömd. §\u00a064 Uppföljning. "
        "1 En region att lita på. 1.1 Vården är nära. Målnivå 2024: >45 %. Utfall 2023: 39 %. "
        "Förra bedömningen: Delvis, 2024-05-21."
    )
    mode.verdict(Verdict.YES, "Fler än i fjol.")
    assert spoken_verdict(mode.current) == "Ja. 1 av 5."
    assert "Bedömning: Ja. Fler än i fjol. §" in spoken_card(mode.current)
    mode.go_to(2)
    assert "Parameter: Övningar. Parameter 1 av 2: Beredskapen har stärkts." in spoken_card(mode.current)
    mode.go_to(4)
    assert "Övningar: Ej bedömd. Parameter 2: Ej bedömd." in spoken_card(mode.current)
    mode.close()
    session.close()
