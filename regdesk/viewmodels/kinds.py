"""What each kind of record is called, by the plural that the register and the command line know it by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from regdesk.i18n import ngettext

# One and many are often the same word in Swedish but not in other languages.
_KINDS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        "activities": lambda count: ngettext("Delaktivitet", "Delaktiviteter", count),
        "agenda_goals": lambda count: ngettext("Globalt mål", "Globala mål", count),
        "agenda_items": lambda count: ngettext("Ärende", "Ärenden", count),
        "agenda_subjects": lambda count: ngettext("Punkt att bedöma", "Punkter att bedöma", count),
        "agenda_template_items": lambda count: ngettext("Ärende i mall", "Ärenden i mall", count),
        "agenda_templates": lambda count: ngettext("Mall för dagordning", "Mallar för dagordning", count),
        "aliases": lambda count: ngettext("Annat namn", "Andra namn", count),
        "assessments": lambda count: ngettext("Bedömning", "Bedömningar", count),
        "assignment_reports": lambda count: ngettext("Återrapportering", "Återrapporteringar", count),
        "assignments": lambda count: ngettext("Uppdrag", "Uppdrag", count),
        "attachments": lambda count: ngettext("Bilaga", "Bilagor", count),
        "attendances": lambda count: ngettext("Närvaro", "Närvaro", count),
        "board_roles": lambda count: ngettext("Huvudroll", "Huvudroller", count),
        "bodies": lambda count: ngettext("Organ", "Organ", count),
        "budget_frames": lambda count: ngettext("Ekonomisk ram", "Ekonomiska ramar", count),
        "budget_lines": lambda count: ngettext("Budgetrad", "Budgetrader", count),
        "cluster_parameters": lambda count: ngettext("Parameter", "Parametrar", count),
        "comments": lambda count: ngettext("Kommentar", "Kommentarer", count),
        "control_results": lambda count: ngettext("Kontrollresultat", "Kontrollresultat", count),
        "controls": lambda count: ngettext("Kontrollmoment", "Kontrollmoment", count),
        "deadline_rules": lambda count: ngettext("Regel för datum", "Regler för datum", count),
        "deadlines": lambda count: ngettext("Slutdatum", "Slutdatum", count),
        "duties": lambda count: ngettext("Uppgift enligt reglementet", "Uppgifter enligt reglementet", count),
        "entity_reviews": lambda count: ngettext("Årligt beslut", "Årliga beslut", count),
        "footnotes": lambda count: ngettext("Fotnot", "Fotnoter", count),
        "forums": lambda count: ngettext("Mötesforum", "Mötesforum", count),
        "foundations": lambda count: ngettext("Fundament", "Fundament", count),
        "function_holders": lambda count: ngettext("Funktion", "Funktioner", count),
        "goal_states": lambda count: ngettext("Tillstånd", "Tillstånd", count),
        "goals": lambda count: ngettext("Mål", "Mål", count),
        "governing_documents": lambda count: ngettext("Styrdokument", "Styrdokument", count),
        "imports": lambda count: ngettext("Import", "Importer", count),
        "indicators": lambda count: ngettext("Indikator", "Indikatorer", count),
        "interim_goals": lambda count: ngettext("Delmål", "Delmål", count),
        "items": lambda count: ngettext("Post", "Poster", count),  # anything that can be pointed at
        "legal_entities": lambda count: ngettext("Juridisk person", "Juridiska personer", count),
        "levels": lambda count: ngettext("Nivå", "Nivåer", count),
        "links": lambda count: ngettext("Koppling", "Kopplingar", count),
        "meetings": lambda count: ngettext("Sammanträde", "Sammanträden", count),
        "milestones": lambda count: ngettext("Milstolpe", "Milstolpar", count),
        "org_units": lambda count: ngettext("Enhet", "Enheter", count),
        "perspectives": lambda count: ngettext("Perspektiv", "Perspektiv", count),
        "plan_versions": lambda count: ngettext("Version av planen", "Versioner av planen", count),
        "preferences": lambda count: ngettext("Inställning", "Inställningar", count),
        "printed_sheets": lambda count: ngettext("Utskrivet blad", "Utskrivna blad", count),
        "question_sets": lambda count: ngettext("Frågeuppsättning", "Frågeuppsättningar", count),
        "recusals": lambda count: ngettext("Jäv", "Jäv", count),
        "regional_goals": lambda count: ngettext("Mål i regionplanen", "Mål i regionplanen", count),
        "registers": lambda count: ngettext("Register", "Register", count),
        "reporting_periods": lambda count: ngettext("Rapportperiod", "Rapportperioder", count),
        "risk_actions": lambda count: ngettext("Åtgärd", "Åtgärder", count),
        "risk_matrices": lambda count: ngettext("Riskmatris", "Riskmatriser", count),
        "risk_scores": lambda count: ngettext("Riskvärde", "Riskvärden", count),
        "risks": lambda count: ngettext("Risk", "Risker", count),
        "secrecy_markings": lambda count: ngettext("Sekretessmarkering", "Sekretessmarkeringar", count),
        "sections": lambda count: ngettext("Avsnitt", "Avsnitt", count),
        "supervision_answers": lambda count: ngettext("Svar", "Svar", count),
        "supervision_events": lambda count: ngettext("Uppsiktshändelse", "Uppsiktshändelser", count),
        "supervision_occasions": lambda count: ngettext("Tillfälle", "Tillfällen", count),
        "value_columns": lambda count: ngettext("Värdekolumn", "Värdekolumner", count),
        "value_parts": lambda count: ngettext("Del av värde", "Delar av värden", count),
        "values": lambda count: ngettext("Värde", "Värden", count),
    }
)

ASSESSED: Final = frozenset({"goals", "interim_goals", "indicators", "cluster_parameters", "activities", "assignments"})
"""The plurals of what a board gives verdicts on."""


def counted_of(plural: str, count: int) -> str:
    """`Indikator` or `Indikatorer`, as the count asks for; a plural that no record has is given back as it is."""
    return _KINDS[plural](count) if plural in _KINDS else plural


def one_of(plural: str) -> str:
    """`Indikator` for `indicators`."""
    return counted_of(plural, 1)


def many_of(plural: str) -> str:
    """`Indikatorer` for `indicators`."""
    return counted_of(plural, 2)
