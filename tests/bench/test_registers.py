"""The registers that benches measure with are registers like any other."""

from __future__ import annotations

from pathlib import Path

from bench.registers import make_register, words
from regdesk.domain.model import Assessment, Goal, Indicator, Meeting, Value
from regdesk.services.registers import check_register, opened
from regdesk.services.tasks import progress_of_meetings


def test_a_register_has_the_size_that_was_asked_for_and_a_sound_history(tmp_path: Path) -> None:
    path = tmp_path / "stort.regdesk"
    make_register(path, indicators=10, assessments=25)
    with opened(path) as session:
        check_register(session)
        meetings = [meeting.id for meeting in session.all(Meeting, "date")]
        progress = progress_of_meetings(session, meetings)
        counts = [session.repository.count(kind) for kind in (Indicator, Value, Goal, Assessment)]
    assert counts == [10, 20, 4, 25]
    assert [(progress[meeting].done, progress[meeting].total) for meeting in meetings] == [(10, 10), (10, 10), (5, 5)]


def test_words_differ() -> None:
    assert len({words(number) for number in range(100)}) == 100
