"""The agendas that the program comes with. Their texts become the register's own, so they are Swedish as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import AgendaPull, ItemKind

_DECISION, _INFORMATION = ItemKind.DECISION, ItemKind.INFORMATION
_NOTIFICATION, _FORMALITY = ItemKind.NOTIFICATION, ItemKind.FORMALITY


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """An item of a template. One that pulls carried-over items stands for them and is none itself."""

    title: str
    kind: ItemKind = ItemKind.INFORMATION
    proposal: str = ""
    pulls: AgendaPull = AgendaPull.NOTHING


@dataclass(frozen=True, slots=True)
class Template:
    """A föredragningslista to begin from; `code` names a shipped one, an own one goes by its id."""

    code: str
    title: str
    items: tuple[TemplateItem, ...]


_OPENING: Final = (
    TemplateItem("Sammanträdet öppnas och upprop", _FORMALITY),
    TemplateItem("Val av justerare och tid för justering", _FORMALITY),
    TemplateItem("Fastställande av dagordningen", _FORMALITY, "Dagordningen fastställs."),
    TemplateItem("Anmälan om jäv", _FORMALITY),
)
_CLOSING: Final = TemplateItem("Sammanträdet avslutas", _FORMALITY)

_USUAL: Final = (
    TemplateItem(
        "Uppföljning av planen", _DECISION, "Nämnden fastställer bedömningarna.", pulls=AgendaPull.ASSESSMENTS
    ),
    TemplateItem(
        "Återrapportering av uppdrag", _DECISION, "Nämnden godkänner rapporterna.", pulls=AgendaPull.ASSIGNMENTS
    ),
    TemplateItem("Läget för delaktiviteterna", _INFORMATION, pulls=AgendaPull.ACTIVITIES),
    TemplateItem("Riskbilden", _INFORMATION, pulls=AgendaPull.RISKS),
    TemplateItem("Intern kontroll", _DECISION, pulls=AgendaPull.CONTROLS),
    TemplateItem("Uppsikt och ägarstyrning", _DECISION, pulls=AgendaPull.SUPERVISION),
)

CARRIED: Final = TemplateItem("Bordlagda och återremitterade ärenden", _DECISION, pulls=AgendaPull.CARRIED_OVER)

USUAL_ITEMS: Final[Mapping[AgendaPull, TemplateItem]] = MappingProxyType({item.pulls: item for item in _USUAL})
"""What an item is called that takes up things of a kind where the agenda has none for them, in this order."""

SHIPPED: Final[Mapping[str, Template]] = MappingProxyType(
    {
        template.code: template
        for template in (
            Template(
                "ordinary",
                "Ordinarie sammanträde",
                (
                    *_OPENING,
                    CARRIED,
                    TemplateItem("Information från förvaltningen", _INFORMATION),
                    _USUAL[1],
                    TemplateItem("Anmälan av delegationsbeslut", _NOTIFICATION, "Nämnden har tagit del av besluten."),
                    TemplateItem("Meddelanden", _NOTIFICATION),
                    TemplateItem("Övriga frågor", _INFORMATION),
                    _CLOSING,
                ),
            ),
            Template("follow_up", "Uppföljningssammanträde", (*_OPENING, CARRIED, *_USUAL[:2], *_USUAL[3:], _CLOSING)),
        )
    }
)
"""The shipped templates by code, in the order they are offered."""
