"""Every kind of record is called something."""

from __future__ import annotations

import pytest

from regdesk.domain.model import RECORDS
from regdesk.viewmodels.kinds import many_of, one_of


@pytest.mark.parametrize("plural", sorted(RECORDS))
def test_every_kind_of_record_has_words_for_one_and_many(plural: str) -> None:
    assert plural not in {one_of(plural), many_of(plural)}


def test_an_unknown_kind_is_called_by_its_code() -> None:
    assert one_of("blobs") == many_of("blobs") == "blobs"
