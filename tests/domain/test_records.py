"""What every record has in common: it is what its fields are, and says so."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from regdesk.domain.model import RECORDS, BoardRole, Duty, plural_of


def test_records_with_the_same_fields_are_the_same() -> None:
    duty = Duty(id="1", text="Ansvara för arkivet")
    assert duty == Duty(id="1", text="Ansvara för arkivet")
    assert hash(duty) == hash(replace(duty, position=3))
    assert duty != replace(duty, position=3)
    assert duty != BoardRole(id="1", text="Ansvara för arkivet")
    assert duty != "1"


def test_a_record_says_what_it_is() -> None:
    assert repr(BoardRole(id="1", text="Att leda")) == "BoardRole(id='1', position=0, text='Att leda')"


def test_a_record_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        Duty(id="1", text="").text = "Något annat"  # type: ignore[misc]


def test_every_kind_knows_its_plural() -> None:
    assert {plural_of(kind) for kind in RECORDS.values()} == set(RECORDS)
