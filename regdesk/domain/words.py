"""The Swedish words and signs that value cells are written with, in lower case, and what each stands for."""

from __future__ import annotations

from regdesk.domain.codes import Comparator, Sex, Verdict

DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
"""Every dash that, alone in a cell, says that there is no value."""

VERDICTS = {
    "ja": Verdict.YES,
    "j": Verdict.YES,
    "delvis": Verdict.PARTLY,
    "d": Verdict.PARTLY,
    "nej": Verdict.NO,
    "n": Verdict.NO,
    "kan ej bedömas": Verdict.CANNOT_ASSESS,
    "kan inte bedömas": Verdict.CANNOT_ASSESS,
    "k": Verdict.CANNOT_ASSESS,
}

PENDING = frozenset(
    f"{modal}{verb}" for modal in ("", "ska ", "skall ") for verb in ("utarbetas", "tas fram", "fastställas")
) | {"under utarbetande", "under framtagande"}

COMPARATOR_SIGNS = {
    "=": Comparator.EQUAL,
    ">": Comparator.GREATER,
    ">=": Comparator.AT_LEAST,
    "=>": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "<": Comparator.LESS,
    "<=": Comparator.AT_MOST,
    "=<": Comparator.AT_MOST,
    "≤": Comparator.AT_MOST,
}

COMPARATOR_WORDS = {
    "över": Comparator.GREATER,
    "mer än": Comparator.GREATER,
    "fler än": Comparator.GREATER,
    "högre än": Comparator.GREATER,
    "minst": Comparator.AT_LEAST,
    "lägst": Comparator.AT_LEAST,
    "under": Comparator.LESS,
    "mindre än": Comparator.LESS,
    "färre än": Comparator.LESS,
    "lägre än": Comparator.LESS,
    "högst": Comparator.AT_MOST,
    "max": Comparator.AT_MOST,
    "maximalt": Comparator.AT_MOST,
    "upp till": Comparator.AT_MOST,
}
"""Before the number: `minst 80 %`."""

COMPARATOR_AFTERWORDS = {
    "eller högre": Comparator.AT_LEAST,
    "eller mer": Comparator.AT_LEAST,
    "eller fler": Comparator.AT_LEAST,
    "eller lägre": Comparator.AT_MOST,
    "eller mindre": Comparator.AT_MOST,
    "eller färre": Comparator.AT_MOST,
}
"""After the number: `fem procent eller lägre`."""

CHANGES = {
    "öka": Comparator.HIGHER_THAN_PREVIOUS,
    "ökas": Comparator.HIGHER_THAN_PREVIOUS,
    "minska": Comparator.LOWER_THAN_PREVIOUS,
    "minskas": Comparator.LOWER_THAN_PREVIOUS,
}
"""Verbs that say enough when they stand alone: the comparison is with the previous outcome."""

COMPARED = CHANGES | {
    "ökad": Comparator.HIGHER_THAN_PREVIOUS,
    "ökat": Comparator.HIGHER_THAN_PREVIOUS,
    "ökning": Comparator.HIGHER_THAN_PREVIOUS,
    "högre": Comparator.HIGHER_THAN_PREVIOUS,
    "fler": Comparator.HIGHER_THAN_PREVIOUS,
    "minskad": Comparator.LOWER_THAN_PREVIOUS,
    "minskat": Comparator.LOWER_THAN_PREVIOUS,
    "minskning": Comparator.LOWER_THAN_PREVIOUS,
    "lägre": Comparator.LOWER_THAN_PREVIOUS,
    "färre": Comparator.LOWER_THAN_PREVIOUS,
}
"""Words that need "jämfört med" and what they are compared with."""

MAINTAINED = {
    phrase: comparator
    for change, comparator in (
        ("öka", Comparator.MAINTAIN_OR_INCREASE),
        ("minska", Comparator.MAINTAIN_OR_DECREASE),
    )
    for keep in ("bibehålla", "behålla")
    for phrase in (f"{keep}/{change}", f"{change}/{keep}", f"{keep}s/{change}s", f"{change}s/{keep}s")
}

PREVIOUS = frozenset(
    f"{previous} {what}"
    for previous in ("föregående", "förra")
    for what in ("år", "året", "period", "perioden", "mätning", "mätningen", "utfall", "utfallet", "års utfall")
)

DURATIONS = {
    "minut": "minuter",
    "minuter": "minuter",
    "timme": "timmar",
    "timmar": "timmar",
    "dag": "dagar",
    "dagar": "dagar",
    "arbetsdag": "arbetsdagar",
    "arbetsdagar": "arbetsdagar",
    "dygn": "dygn",
    "vecka": "veckor",
    "veckor": "veckor",
    "månad": "månader",
    "månader": "månader",
    "år": "år",
}

# What indicators count; a noun that is not here leaves the cell as text.
_COUNTED = (
    *("aktiviteter", "anställda", "beslut", "besök", "deltagare", "elever", "enheter", "insatser", "invånare"),
    *("kommuner", "medarbetare", "möten", "patienter", "personer", "platser", "utbildningar", "verksamheter"),
    *("vårdplatser", "ärenden", "poäng", "ton", "kg", "km", "mil", "liter"),
)

MEASURE_UNITS = (
    DURATIONS
    | {word: word for word in _COUNTED}
    | {
        "%": "%",
        "procent": "%",
        "‰": "‰",
        "promille": "‰",
        "procentenhet": "procentenheter",
        "procentenheter": "procentenheter",
        "kr": "kr",
        "kronor": "kr",
        "tkr": "tkr",
        "tusen kronor": "tkr",
        "mnkr": "mnkr",
        "mkr": "mnkr",
        "miljoner kronor": "mnkr",
        "mdkr": "mdkr",
        "miljarder kronor": "mdkr",
        "st": "st",
        "st.": "st",
        "stycken": "st",
        "kwh": "kWh",
        "mwh": "MWh",
        "gwh": "GWh",
        "m2": "m²",
        "m²": "m²",
    }
)
"""Units as written, and the one form they are kept in."""

SEX_LETTERS = {"K": Sex.WOMEN, "M": Sex.MEN, "T": Sex.TOTAL}
SEX_WORDS = {"kvinnor": Sex.WOMEN, "män": Sex.MEN, "totalt": Sex.TOTAL, "total": Sex.TOTAL}

NOT_ORG_UNITS = frozenset(
    (
        *("index", "andel", "antal", "nivå", "steg", "punkt", "avsnitt", "kapitel", "bilaga", "sida", "nr", "kl"),
        *("mål", "målnivå", "målvärde", "utfall", "prognos", "budget", "plan", "ja", "delvis", "nej", "ca", "cirka"),
        *("öka", "ökning", "minska", "minskning", "från", "till", "mellan", "senast", "inom"),
        *("iso", "sfs", "fn", "eu", "co2", "sek", "eur", "usd", "år", "ht", "vt", "vår", "sommar", "höst", "vinter"),
        *("kv", "kvartal", "tertial", "delår", "helår", "januari", "februari", "mars", "april", "maj", "juni"),
        *("juli", "augusti", "september", "oktober", "november", "december"),
    )
)
"""First words of what often stands before a figure and names no unit of the organisation."""
