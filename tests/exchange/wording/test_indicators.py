"""Headers of indicator tables, and what stands in the name cell besides the name."""

from __future__ import annotations

import pytest

from regdesk.domain.codes import AssessmentMethod, TableKind, ValueKind
from regdesk.exchange.wording.indicators import (
    ColumnRole,
    cluster_size,
    is_about_cluster,
    method_of,
    read_column,
    read_indicator,
    table_kind_of,
)


@pytest.mark.parametrize(
    ("header", "kind", "year"),
    [
        ("Utfall 2021", ValueKind.OUTCOME, 2021),
        ("Utfall\n2021", ValueKind.OUTCOME, 2021),
        ("UTFALL T2 2024", ValueKind.OUTCOME, 2024),
        ("Resultat 2023", ValueKind.OUTCOME, 2023),
        ("Målnivå 2024", ValueKind.TARGET, 2024),
        ("Målvärde", ValueKind.TARGET, None),
        ("Mål 2024-2026", ValueKind.TARGET, 2026),
        ("Basvärde 2020", ValueKind.BASELINE, 2020),
        ("Nuläge (2022)", ValueKind.BASELINE, 2022),
        ("Prognos 2025", ValueKind.FORECAST, 2025),
        ("2023", ValueKind.OUTCOME, 2023),
    ],
)
def test_value_columns(header: str, kind: ValueKind, year: int | None) -> None:
    column = read_column(header)
    assert (column.role, column.kind, column.year, column.label) == (ColumnRole.VALUE, kind, year, header)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Indikator", ColumnRole.NAME),
        ("Indikator - kvantitativ", ColumnRole.NAME),
        ("Indikatorer (kvalitativa)", ColumnRole.NAME),
        ("Kvalitativa indikatorer", ColumnRole.NAME),
        ("Nyckeltal", ColumnRole.NAME),
        ("Mått", ColumnRole.NAME),
        ("Mål och indikatorer", ColumnRole.NAME),
        ("Mål", ColumnRole.GOAL),
        ("Resultatmål", ColumnRole.GOAL),
        ("Nr", ColumnRole.PRINTED_NUMBER),
        ("Källa", ColumnRole.SOURCE),
        ("Motivering till val", ColumnRole.JUSTIFICATION),
        ("Bedömningsgrund", ColumnRole.CRITERION),
        ("Ansvarig funktion", ColumnRole.RESPONSIBLE_FUNCTION),
        ("Kommentar", ColumnRole.UNKNOWN),
        ("", ColumnRole.UNKNOWN),
    ],
)
def test_other_columns(header: str, role: ColumnRole) -> None:
    assert read_column(header).role is role


def test_only_a_year_is_a_guess() -> None:
    assert read_column("2023").guessed
    assert not read_column("Utfall 2023").guessed


@pytest.mark.parametrize(
    ("raw", "title", "asks", "parameters"),
    [
        ("Väntetid i telefon", "Väntetid i telefon", False, None),
        ("Samverkan har ökat (ja/delvis/nej).", "Samverkan har ökat", True, None),
        ("Samverkan. (Ja/delvis/nej). Kluster som bedöms utifrån tre parametrar.", "Samverkan", True, 3),
        ("Samverkan (ja/nej)", "Samverkan", True, None),
        ("Samverkan.\nKluster som bedöms utifrån 12 olika parametrar", "Samverkan", False, 12),
        ("Samverkan. Kluster med flera parametrar.", "Samverkan", False, 0),
        ("(ja/delvis/nej)", "(ja/delvis/nej)", True, None),
    ],
)
def test_name_cells(raw: str, title: str, asks: bool, parameters: int | None) -> None:
    wording = read_indicator(raw)
    assert (wording.title, wording.asks_for_verdict, wording.parameters) == (title, asks, parameters)


def test_sentence_about_a_cluster() -> None:
    assert is_about_cluster("Kluster som bedöms utifrån sex parametrar.")
    assert not is_about_cluster("Kluster som bedöms utifrån sex parametrar finns i bilagan.")
    assert not is_about_cluster("Företagskluster i länet växer.")
    assert cluster_size("Företagskluster i länet växer med nya parametrar.") is None


def test_kind_of_table_is_not_the_method() -> None:
    assert table_kind_of("Indikator - kvalitativ") is TableKind.QUALITATIVE
    assert table_kind_of("Indikator - kvantitativ") is TableKind.QUANTITATIVE
    assert table_kind_of("Indikator") is None
    assert method_of(True, TableKind.QUANTITATIVE) is AssessmentMethod.VERDICT
    assert method_of(False, TableKind.QUALITATIVE) is AssessmentMethod.VERDICT
    assert method_of(False, TableKind.QUANTITATIVE) is AssessmentMethod.NUMERIC
