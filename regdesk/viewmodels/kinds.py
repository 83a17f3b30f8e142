"""What each kind of record is called, by the plural that the register and the command line know it by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from regdesk.i18n import _, mark


@dataclass(frozen=True, slots=True)
class KindWords:
    """One and several of a kind, as Swedish source texts."""

    one: str
    many: str


_KINDS: Final[Mapping[str, KindWords]] = MappingProxyType(
    {
        "activities": KindWords(mark("Delaktivitet"), mark("Delaktiviteter")),
        "agenda_goals": KindWords(mark("Globalt mål"), mark("Globala mål")),
        "agenda_items": KindWords(mark("Ärende"), mark("Ärenden")),
        "agenda_subjects": KindWords(mark("Punkt att bedöma"), mark("Punkter att bedöma")),
        "aliases": KindWords(mark("Annat namn"), mark("Andra namn")),
        "assessments": KindWords(mark("Bedömning"), mark("Bedömningar")),
        "assignment_reports": KindWords(mark("Återrapportering"), mark("Återrapporteringar")),
        "assignments": KindWords(mark("Uppdrag"), mark("Uppdrag")),
        "attachments": KindWords(mark("Bilaga"), mark("Bilagor")),
        "attendances": KindWords(mark("Närvaro"), mark("Närvaro")),
        "board_roles": KindWords(mark("Huvudroll"), mark("Huvudroller")),
        "bodies": KindWords(mark("Organ"), mark("Organ")),
        "budget_frames": KindWords(mark("Ekonomisk ram"), mark("Ekonomiska ramar")),
        "budget_lines": KindWords(mark("Budgetrad"), mark("Budgetrader")),
        "cluster_parameters": KindWords(mark("Parameter"), mark("Parametrar")),
        "comments": KindWords(mark("Kommentar"), mark("Kommentarer")),
        "controls": KindWords(mark("Kontrollmoment"), mark("Kontrollmoment")),
        "deadlines": KindWords(mark("Slutdatum"), mark("Slutdatum")),
        "duties": KindWords(mark("Uppgift enligt reglementet"), mark("Uppgifter enligt reglementet")),
        "footnotes": KindWords(mark("Fotnot"), mark("Fotnoter")),
        "forums": KindWords(mark("Mötesforum"), mark("Mötesforum")),
        "foundations": KindWords(mark("Fundament"), mark("Fundament")),
        "goal_states": KindWords(mark("Tillstånd"), mark("Tillstånd")),
        "goals": KindWords(mark("Mål"), mark("Mål")),
        "governing_documents": KindWords(mark("Styrdokument"), mark("Styrdokument")),
        "imports": KindWords(mark("Import"), mark("Importer")),
        "indicators": KindWords(mark("Indikator"), mark("Indikatorer")),
        "interim_goals": KindWords(mark("Delmål"), mark("Delmål")),
        "items": KindWords(mark("Post"), mark("Poster")),  # anything that can be pointed at
        "legal_entities": KindWords(mark("Juridisk person"), mark("Juridiska personer")),
        "levels": KindWords(mark("Nivå"), mark("Nivåer")),
        "links": KindWords(mark("Koppling"), mark("Kopplingar")),
        "meetings": KindWords(mark("Sammanträde"), mark("Sammanträden")),
        "org_units": KindWords(mark("Enhet"), mark("Enheter")),
        "perspectives": KindWords(mark("Perspektiv"), mark("Perspektiv")),
        "preferences": KindWords(mark("Inställning"), mark("Inställningar")),
        "printed_sheets": KindWords(mark("Utskrivet blad"), mark("Utskrivna blad")),
        "regional_goals": KindWords(mark("Mål i regionplanen"), mark("Mål i regionplanen")),
        "registers": KindWords(mark("Register"), mark("Register")),
        "reporting_periods": KindWords(mark("Rapportperiod"), mark("Rapportperioder")),
        "risk_actions": KindWords(mark("Åtgärd"), mark("Åtgärder")),
        "risk_matrices": KindWords(mark("Riskmatris"), mark("Riskmatriser")),
        "risk_scores": KindWords(mark("Riskvärde"), mark("Riskvärden")),
        "risks": KindWords(mark("Risk"), mark("Risker")),
        "secrecy_markings": KindWords(mark("Sekretessmarkering"), mark("Sekretessmarkeringar")),
        "sections": KindWords(mark("Avsnitt"), mark("Avsnitt")),
        "supervision_answers": KindWords(mark("Svar"), mark("Svar")),
        "supervision_events": KindWords(mark("Uppsiktshändelse"), mark("Uppsiktshändelser")),
        "value_columns": KindWords(mark("Värdekolumn"), mark("Värdekolumner")),
        "value_parts": KindWords(mark("Del av värde"), mark("Delar av värden")),
        "values": KindWords(mark("Värde"), mark("Värden")),
    }
)


def one_of(plural: str) -> str:
    """`Indikator` for `indicators`; a plural that no record has is given back as it is."""
    return _(_KINDS[plural].one) if plural in _KINDS else plural


def many_of(plural: str) -> str:
    """`Indikatorer` for `indicators`; a plural that no record has is given back as it is."""
    return _(_KINDS[plural].many) if plural in _KINDS else plural
