"""Labels in their many spellings."""

from __future__ import annotations

import pytest

from regdesk.exchange.wording.labels import Subject, read_label


@pytest.mark.parametrize(
    ("text", "subject", "year"),
    [
        ("Nuvarande tillstånd 2024", Subject.CURRENT_STATE, 2024),
        ("Nuvarande tillstånd 2024:", Subject.CURRENT_STATE, 2024),
        ("Nuläge", Subject.CURRENT_STATE, None),
        ("Tillståndet 2027:", Subject.DESIRED_STATE, 2027),
        ("Tillstånd 2027:", Subject.DESIRED_STATE, 2027),
        ("Tillståndet\u00a02027", Subject.DESIRED_STATE, 2027),
        ("Önskat tillstånd 2027", Subject.DESIRED_STATE, 2027),
        ("Delmål 2026 :", Subject.INTERIM_GOAL, 2026),
        ("DELMÅL 2026", Subject.INTERIM_GOAL, 2026),
        ("Delmål 1:", Subject.INTERIM_GOAL, None),
        ("Delaktiviteter 2026", Subject.ACTIVITIES, 2026),
        ("Aktiviteter", Subject.ACTIVITIES, None),
        ("Särskilda uppdrag 2026", Subject.ASSIGNMENTS, 2026),
        ("Uppdrag till förvaltningen:", Subject.ASSIGNMENTS, None),
        ("Regionplanens mål", Subject.REGIONAL_GOALS, None),
        ("Strategier och överenskommelser:", Subject.STRATEGIES, None),
        ("Styrdokument", Subject.STRATEGIES, None),
        ("Berör fundament/medel", Subject.FOUNDATIONS, None),
        ("Fundament", Subject.FOUNDATIONS, None),
        ("Nämnder som genom resultatmål bidrar till målet:", Subject.BOARDS, None),
        ("Berörda nämnder", Subject.BOARDS, None),
        ("Agenda 2030", Subject.AGENDA_2030, None),
    ],
)
def test_labels(text: str, subject: Subject, year: int | None) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.subject, label.year, label.rest) == (subject, year, "")
    assert label.text == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Delmålet är att nå fler",
        "Tillståndet är gott",
        "Nuvarande tillstånd 2024 är gott",
        "Uppdraget är stort",
        "Mål",
        "Nämnder",
        "Aktiviteter pågår i hela länet under året",
        "Delmål " + "x" * 300 + ": text",
    ],
)
def test_no_labels(text: str) -> None:
    assert read_label(text) is None


def test_text_that_runs_on() -> None:
    label = read_label("Delmål 2026: Fler kommer i tid.\nOch fler stannar.")
    assert label is not None
    assert (label.text, label.rest) == ("Delmål 2026:", "Fler kommer i tid.\nOch fler stannar.")


def test_what_leaves_no_doubt() -> None:
    telling = ["Nuvarande tillstånd 2024", "Tillstånd 2027", "Delmål 2026", "Delaktiviteter"]
    vague = ["Nuläge", "Målbild", "Delmål 1", "Aktiviteter", "Styrdokument"]
    assert [label.is_telling for label in map(read_label, telling) if label] == [True] * len(telling)
    assert [label.is_telling for label in map(read_label, vague) if label] == [False] * len(vague)
