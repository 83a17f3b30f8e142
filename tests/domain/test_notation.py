"""Value cells as they stand in plans, to the letter."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from regdesk.domain.codes import Comparator, Sex, ValueState, Verdict
from regdesk.domain.notation import ParsedValue, PartRead, ValueWarning, parse_value, parse_verdict


def number(
    figures: str | int,
    measure_unit: str | None = None,
    *,
    comparator: Comparator = Comparator.EQUAL,
    org_unit: str | None = None,
    sex: Sex | None = None,
    year: int | None = None,
) -> PartRead:
    return PartRead(
        number=Decimal(figures),
        measure_unit=measure_unit,
        comparator=comparator,
        org_unit=org_unit,
        sex=sex,
        year=year,
    )


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("75", [number(75)]),
        ("100 %", [number(100, "%")]),
        ("100%", [number(100, "%")]),
        ("39 % ", [number(39, "%")]),
        ("\n42\u00a0%", [number(42, "%")]),
        ("12,5 procent", [number("12.5", "%")]),
        ("1 234,5", [number("1234.5")]),
        ("−5", [number(-5)]),
        ("–5", [number(-5)]),
        ("−1\u00a0234,5 mnkr", [number("-1234.5", "mnkr")]),
        ("25 mnkr", [number(25, "mnkr")]),
        ("200 miljoner kronor", [number(200, "mnkr")]),
        ("25 MKR", [number(25, "mnkr")]),
        ("8 700 anställda", [number(8700, "anställda")]),
        ("16 kommuner", [number(16, "kommuner")]),
        ("sex kommuner", [number(6, "kommuner")]),
        ("20 gwh", [number(20, "GWh")]),
        ("15 m2", [number(15, "m²")]),
        ("fem", [number(5)]),
        ("6,3 procent (2021)", [number("6.3", "%", year=2021)]),
        ("80,4 (2022)", [number("80.4", year=2022)]),
        ("1\u00ad00 %", [number(100, "%")]),
    ],
)
def test_numbers_and_their_units(raw: str, parts: list[PartRead]) -> None:
    assert parse_value(raw) == ParsedValue(raw=raw, state=ValueState.PARSED, parts=tuple(parts))


@pytest.mark.parametrize(
    ("raw", "comparator", "figures", "measure_unit"),
    [
        (">75", Comparator.GREATER, 75, None),
        ("> 75", Comparator.GREATER, 75, None),
        ("över 75", Comparator.GREATER, 75, None),
        ("Mer än 75 %", Comparator.GREATER, 75, "%"),
        (">=75", Comparator.AT_LEAST, 75, None),
        ("≥75", Comparator.AT_LEAST, 75, None),
        ("minst 80 %", Comparator.AT_LEAST, 80, "%"),
        ("80 procent eller högre", Comparator.AT_LEAST, 80, "%"),
        ("tre eller fler", Comparator.AT_LEAST, 3, None),
        ("<5", Comparator.LESS, 5, None),
        ("färre än tio", Comparator.LESS, 10, None),
        ("≤ 5 %", Comparator.AT_MOST, 5, "%"),
        ("<= 5", Comparator.AT_MOST, 5, None),
        ("högst 5 %", Comparator.AT_MOST, 5, "%"),
        ("fem procent eller lägre", Comparator.AT_MOST, 5, "%"),
        ("Högst −2 mnkr", Comparator.AT_MOST, -2, "mnkr"),
        ("= 3", Comparator.EQUAL, 3, None),
        ("inom fyra veckor", Comparator.WITHIN, 4, "veckor"),
        ("inom en vecka", Comparator.WITHIN, 1, "veckor"),
        ("Inom 2 månader", Comparator.WITHIN, 2, "månader"),
        ("inom 90 dagar", Comparator.WITHIN, 90, "dagar"),
    ],
)
def test_comparators(raw: str, comparator: Comparator, figures: int, measure_unit: str | None) -> None:
    value = parse_value(raw)
    assert value.state is ValueState.PARSED
    assert value.parts == (number(figures, measure_unit, comparator=comparator),)


@pytest.mark.parametrize(
    ("raw", "comparator", "year"),
    [
        ("Bibehålla/öka", Comparator.MAINTAIN_OR_INCREASE, None),
        ("bibehålla / öka", Comparator.MAINTAIN_OR_INCREASE, None),
        ("Bibeha\u030alla/o\u0308ka", Comparator.MAINTAIN_OR_INCREASE, None),
        ("öka eller bibehålla", Comparator.MAINTAIN_OR_INCREASE, None),
        ("Bibehålla/minska", Comparator.MAINTAIN_OR_DECREASE, None),
        ("Öka", Comparator.HIGHER_THAN_PREVIOUS, None),
        ("ska minska", Comparator.LOWER_THAN_PREVIOUS, None),
        ("minska jämfört med föregående år", Comparator.LOWER_THAN_PREVIOUS, None),
        ("öka jämfört med föregående år", Comparator.HIGHER_THAN_PREVIOUS, None),
        ("Högre än föregående mätning", Comparator.HIGHER_THAN_PREVIOUS, None),
        ("öka jämfört med 2022", Comparator.HIGHER_THAN_PREVIOUS, 2022),
        ("lägre än utfallet 2022", Comparator.LOWER_THAN_PREVIOUS, 2022),
        ("senast 2045", Comparator.NO_LATER_THAN, 2045),
        ("Senast vid utgången av år 2026", Comparator.NO_LATER_THAN, 2026),
    ],
)
def test_what_is_measured_against_a_year_or_the_one_before(raw: str, comparator: Comparator, year: int | None) -> None:
    assert parse_value(raw).parts == (PartRead(comparator=comparator, year=year),)


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("RVN 77, RLF 74", [number(77, org_unit="RVN"), number(74, org_unit="RLF")]),
        ("RVN 77,5, RLF 74,2", [number("77.5", org_unit="RVN"), number("74.2", org_unit="RLF")]),
        ("RVN 77\nRLF 74", [number(77, org_unit="RVN"), number(74, org_unit="RLF")]),
        ("RVN 77,\r\nRLF 74\n", [number(77, org_unit="RVN"), number(74, org_unit="RLF")]),
        ("RVN: 77 %; RLF: 74 %", [number(77, "%", org_unit="RVN"), number(74, "%", org_unit="RLF")]),
        ("RVN 77/RLF 74", [number(77, org_unit="RVN"), number(74, org_unit="RLF")]),
        ("Norra 5 och Södra 6", [number(5, org_unit="Norra"), number(6, org_unit="Södra")]),
        ("RVN 77", [number(77, org_unit="RVN")]),
        ("K 77, M 74", [number(77, sex=Sex.WOMEN), number(74, sex=Sex.MEN)]),
        ("Kvinnor 77, män 74", [number(77, sex=Sex.WOMEN), number(74, sex=Sex.MEN)]),
        ("T 75, K 77, M 74", [number(75, sex=Sex.TOTAL), number(77, sex=Sex.WOMEN), number(74, sex=Sex.MEN)]),
        ("K 5,2 M 6,1", [number("5.2", sex=Sex.WOMEN), number("6.1", sex=Sex.MEN)]),
        ("K: 12 %, M: 14 %", [number(12, "%", sex=Sex.WOMEN), number(14, "%", sex=Sex.MEN)]),
        ("K: 12 % M: 14 %", [number(12, "%", sex=Sex.WOMEN), number(14, "%", sex=Sex.MEN)]),
        ("kvinnor 5, män 6", [number(5, sex=Sex.WOMEN), number(6, sex=Sex.MEN)]),
        ("Kvinnor 5 Män 6 Totalt 11", [number(5, sex=Sex.WOMEN), number(6, sex=Sex.MEN), number(11, sex=Sex.TOTAL)]),
        ("5,2 (K), 6,1 (M)", [number("5.2", sex=Sex.WOMEN), number("6.1", sex=Sex.MEN)]),
        ("RVN K 77, RVN M 7", [number(77, org_unit="RVN", sex=Sex.WOMEN), number(7, org_unit="RVN", sex=Sex.MEN)]),
        (
            "RVN Ja, RLF Nej",
            [PartRead(org_unit="RVN", verdict=Verdict.YES), PartRead(org_unit="RLF", verdict=Verdict.NO)],
        ),
    ],
)
def test_several_values_in_one_cell(raw: str, parts: list[PartRead]) -> None:
    assert parse_value(raw) == ParsedValue(raw=raw, state=ValueState.PARSED, parts=tuple(parts))


@pytest.mark.parametrize(
    "raw",
    [
        "RVN 77, 74",
        "RVN 77, RVN 74",
        "RVN 77, totalt 75",
        "Utfall 77, Mål 80",
        "Minst 5, Högst 10",
        "Folktandvården 77",
        "Utfall 77",
        "ISO 9001",
        "RVN",
        "RVN, RLF",
        "12 K 5",
        "K 5 K 6",
        "RVN K 77 M 74",
        "K 5 M",
    ],
)
def test_a_label_that_may_be_something_else_leaves_the_cell_as_text(raw: str) -> None:
    assert parse_value(raw) == ParsedValue(raw=raw, state=ValueState.TEXT)


@pytest.mark.parametrize(
    ("raw", "verdict"),
    [("Ja", Verdict.YES), ("\nJa", Verdict.YES), ("delvis", Verdict.PARTLY), ("NEJ", Verdict.NO)],
)
def test_a_verdict_is_a_target_too(raw: str, verdict: Verdict) -> None:
    assert parse_value(raw) == ParsedValue(raw=raw, state=ValueState.PARSED, parts=(PartRead(verdict=verdict),))


@pytest.mark.parametrize("raw", ["Ja Ja", "Ja\n\nJa", "Ja, ja"])
def test_a_repeated_verdict_counts_once_and_is_pointed_out(raw: str) -> None:
    value = parse_value(raw)
    assert value.parts == (PartRead(verdict=Verdict.YES),)
    assert value.warnings == (ValueWarning.REPEATED_VERDICT,)


@pytest.mark.parametrize(
    ("raw", "state", "start_year"),
    [
        ("Ny indikator 2024", ValueState.NEW_INDICATOR, 2024),
        ("Ny indikator", ValueState.NEW_INDICATOR, None),
        ("ny indikator (2025)", ValueState.NEW_INDICATOR, 2025),
        ("Ny indikator från 2025", ValueState.NEW_INDICATOR, 2025),
        ("Ska utarbetas", ValueState.PENDING, None),
        ("tas fram", ValueState.PENDING, None),
        ("-", ValueState.DASH, None),
        ("–", ValueState.DASH, None),
        (" — ", ValueState.DASH, None),
        ("", ValueState.BLANK, None),
        (" \u00a0\n\t", ValueState.BLANK, None),
        (" " * 1_000_000, ValueState.BLANK, None),
    ],
)
def test_the_four_ways_of_holding_no_value(raw: str, state: ValueState, start_year: int | None) -> None:
    assert parse_value(raw) == ParsedValue(raw=raw, state=state, start_year=start_year)


@pytest.mark.parametrize(
    "raw",
    [
        "Ja Nej",
        "Ja/Nej",
        "5–10 %",
        "12 34",
        "2.1.2",
        "75*",
        "75 i riket",
        "ca 75",
        "<> 5",
        "minst 5 eller mer",
        "minst fler",
        "inom 5 %",
        "inom kort",
        "senast våren 2026",
        "före 2045",
        "öka jämfört med riket",
        "högre",
        "överst",
        "Ny indikator 24",
        "(2024)",
        "Ja (2024)",
        "--",
        "75\x00",
        "🙂",
        "x" * 1_000_000,
        "RVN 77, " * 200_000,
    ],
)
def test_what_cannot_be_understood_stays_text(raw: str) -> None:
    assert parse_value(raw) == ParsedValue(raw=raw, state=ValueState.TEXT)


@pytest.mark.parametrize("raw", ["1.234", "1.234 kr", "≥ 1.234", "RVN 1.234, RLF 2"])
def test_a_dot_that_may_mean_two_things_is_never_read_silently(raw: str) -> None:
    expected = ParsedValue(raw=raw, state=ValueState.TEXT, warnings=(ValueWarning.AMBIGUOUS_DOT,))
    assert parse_value(raw) == expected


def test_a_dot_in_prose_is_nothing_to_ask_about() -> None:
    assert parse_value("enligt avsnitt 1.234").warnings == ()


PIECES = st.sampled_from(
    (
        *("75", "1.234", "5,5", "2024", "–", "−", "%", ">", "≤", "/", ",", ";", "(", ")", "\n", "\u00a0"),
        *("RVN", "K", "M", "Ja", "Nej", "och", "eller lägre", "inom", "veckor", "senast", "öka"),
    )
)


@given(st.text() | st.lists(PIECES, max_size=12).map("".join) | st.lists(PIECES, max_size=12).map(" ".join))
@example("\x00")
@example("\ud800")
@example("ᾂ" * 200)
def test_any_text_is_answered_and_kept(raw: str) -> None:
    value = parse_value(raw)
    assert value.raw == raw
    assert (value.state is ValueState.BLANK) == (not raw.strip())
    assert bool(value.parts) == (value.state is ValueState.PARSED)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Ja", Verdict.YES),
        ("j", Verdict.YES),
        (" DELVIS ", Verdict.PARTLY),
        ("d", Verdict.PARTLY),
        ("Nej", Verdict.NO),
        ("N", Verdict.NO),
        ("Kan ej bedömas", Verdict.CANNOT_ASSESS),
        ("kan inte  bedo\u0308mas", Verdict.CANNOT_ASSESS),
        ("K", Verdict.CANNOT_ASSESS),
        ("", None),
        ("Ej bedömd", None),
        ("Jaa", None),
        ("ja" * 1_000_000, None),
    ],
)
def test_verdicts_by_word_and_letter(text: str, verdict: Verdict | None) -> None:
    assert parse_verdict(text) is verdict


_FIGURES = st.decimals(-9999, 9999, allow_nan=False, places=1)
_LABELS = {
    Sex.WOMEN: st.sampled_from(["K", "K:", "kvinnor", "Kvinnor:"]),
    Sex.MEN: st.sampled_from(["M", "M:", "män", "Män:"]),
    Sex.TOTAL: st.sampled_from(["T", "T:", "totalt", "Totalt:"]),
}


@given(
    sexes=st.permutations(list(Sex)).flatmap(lambda order: st.integers(1, 3).map(lambda count: order[:count])),
    between=st.sampled_from([" ", ", ", "; ", "\n", " och "]),
    unit=st.sampled_from(["", " %", " procent"]),
    data=st.data(),
)
def test_values_split_by_sex_are_read_whatever_stands_between(
    sexes: list[Sex], between: str, unit: str, data: st.DataObject
) -> None:
    figures = [data.draw(_FIGURES) for _sex in sexes]
    pieces = [
        f"{data.draw(_LABELS[sex])} {str(figure).replace('.', ',')}{unit}"
        for sex, figure in zip(sexes, figures, strict=True)
    ]
    value = parse_value(between.join(pieces))
    assert value.raw == between.join(pieces)
    assert [(part.sex, part.number) for part in value.parts] == list(zip(sexes, figures, strict=True))


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_a_cell_that_is_split_by_sex_names_each_but_once(raw: str) -> None:
    labels = [(part.org_unit, part.sex) for part in parse_value(raw).parts]
    assert len(set(labels)) == len(labels)
