"""What each party says stands in a column of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from regdesk.domain.codes import Party
from regdesk.services.editing import add
from regdesk.services.meetings import add_meeting, new_meeting
from regdesk.services.periods import period_of
from regdesk.viewmodels.beginnings import new_record
from regdesk.viewmodels.comments import begun_comment, voices
from regdesk.viewmodels.new_meeting import plan_meeting
from tests.registers import open_example


def test_each_party_has_a_column_and_what_is_internal_is_asked_for(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        for party, text, internal in (
            (Party.UNION, "Vi vill se en plan.", True),
            (Party.ADMINISTRATION, "Bemannat sedan mars.", False),
            (Party.UNION, "Bra att det följs upp.", False),
        ):
            comment = begun_comment(session, example.goal.id)
            add(session, replace(comment, party=party, text=text, internal=internal))
        told = {voice.party: [remark.text for remark in voice.remarks] for voice in voices(session, example.goal.id)}
        outside = voices(session, example.goal.id, internal=False)
        inside = next(voice for voice in voices(session, example.goal.id) if voice.party is Party.UNION)
    assert told == {
        Party.ADMINISTRATION: ["Bemannat sedan mars."],
        Party.BOARD: [],
        Party.UNION: ["Vi vill se en plan.", "Bra att det följs upp."],
    }
    assert [len(voice.remarks) for voice in outside] == [1, 0, 1]
    assert inside.remarks[0].about.endswith(" · internt")


def test_a_comment_made_at_a_meeting_belongs_to_it_and_its_period(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        meeting = plan_meeting(
            session, new_meeting(date(2024, 9, 12)), period_of(date(2024, 1, 1), date(2024, 8, 31)), everything=True
        )
        comment = begun_comment(session, example.goal.id, meeting.id)
        assert (comment.party, comment.meeting_id, comment.period_id) == (Party.BOARD, meeting.id, meeting.period_id)
        other = add_meeting(session, new_meeting(date(2024, 10, 1)))
        assert begun_comment(session, example.goal.id, other.id).period_id is None


def test_nothing_but_words_is_asked_for(tmp_path: Path) -> None:
    session, example = open_example(tmp_path)
    with session:
        new = new_record(session, begun_comment(session, example.goal.id), "comments")
        assert list(new.store(new.form.values)) == ["text"]
        assert new.store({**new.form.values, "text": "På väg."}) == {}
        assert [voice.remarks[0].text for voice in voices(session, example.goal.id) if voice.remarks] == ["På väg."]
