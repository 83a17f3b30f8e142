"""Versions and what differs between them, in the words of forms."""

from __future__ import annotations

from dataclasses import fields

import pytest

from regdesk.domain.codes import WorkStatus
from regdesk.domain.ids import new_id
from regdesk.domain.model import RECORDS, Body
from regdesk.services.editing import add, edit, write_value
from regdesk.services.session import Session
from regdesk.services.versions import COMPARED, Change, Difference, is_compared, take_version, versions_of
from regdesk.viewmodels.plan_versions import (
    NOW,
    comparables,
    difference_rows,
    field_word,
    new_version,
    usual_title,
    version_rows,
)
from tests.registers import Example


def told(session: Session, words: str = "") -> list[tuple[str, ...]]:
    rows = difference_rows(session, versions_of(session)[0].id, NOW)
    rows.set_filter(words)
    return [tuple(cell.text for cell in row.cells) for row in rows.page(None, 100)]


def test_a_version_is_asked_for_and_listed(session: Session) -> None:
    new = new_version(session)
    assert (
        new.form.values["title"] == "Verksamhetsplan (exempeldata), Regionstyrelsen 2024–2026" == usual_title(session)
    )
    assert new.store({**new.form.values, "title": ""}) == {"title": "Detta måste fyllas i."}
    assert new.store({**new.form.values, "decided_on": "2023-11-29", "section_no": "§ 64", "dnr": "23RS106"}) == {}
    (row,) = version_rows(session).page(None, 10)
    assert [cell.text for cell in row.cells][:3] == ["1", usual_title(session), "2023-11-29 §\u00a064 23RS106"]
    assert [choice.text for choice in comparables(session)] == [
        "Planen som den är nu",
        f"Version 1: {usual_title(session)}",
    ]


def test_what_differs_is_told_in_words(session: Session, example: Example) -> None:
    take_version(session, "Beslutad plan")
    council = add(session, Body(id=new_id(), name="Regionfullmäktige"))
    edit(session, example.goal, owner_body_id=council.id)
    edit(session, example.assignments[0], status=WorkStatus.DELAYED)
    edit(session, example.number, is_cluster=True)
    write_value(session, example.number.id, example.target.id, ">50 %")
    assert told(session) == [
        ("Ändrat", "Mål: Vården är nära", "Beslutat av", "–", "Regionfullmäktige"),
        ("Ändrat", "Indikator: Nöjda besökare", "Kluster som bedöms utifrån parametrar", "Nej", "Ja"),
        ("Ändrat", "Indikator: Nöjda besökare", "Målnivå 2024", ">45 %", ">50 %"),
        ("Ändrat", "Uppdrag: Följa hur väntetiderna utvecklas", "Status", "Ej påbörjad", "Försenad"),
    ]
    assert [row[2] for row in told(session, "besökare målnivå")] == ["Målnivå 2024"]
    assert told(session, "xyz") == []


@pytest.mark.parametrize("plural", [plural for plural in COMPARED if plural != "values"])
def test_every_field_that_is_compared_has_its_word(plural: str) -> None:
    for field in fields(RECORDS[plural]):
        if is_compared(plural, field.name):
            difference = Difference(change=Change.CHANGED, plural=plural, id="", title="", field=field.name)
            assert field_word(difference, {}, {}) != field.name, field.name
