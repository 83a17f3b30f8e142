"""What leaves a register without its secrets and without people's names; None stands where something was withheld."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from regdesk.exchange.json_out import Json, Lists, register_lists
from regdesk.services.secrecy import Secrecy, telling
from regdesk.services.session import Session

NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {"attendances": "name", "function_holders": "name", "assessments": "recorded_by"}
)
"""The fields that name people, by list."""

_KEPT: Final = re.compile(r"id|position|.*_id")
"""What is left of a secret record: where it stands and what it belongs to."""


def shown_lists(session: Session, *, public: bool = False, names: bool = False) -> Lists:
    """Every record of the register; people's names only when asked for, secrets not in a public edition.

    There a secret record keeps its ids and its place, under the `secrecy` that covers it; a text elsewhere that names
    one in several words to the letter is withheld too, and comments for the inside are not there at all.
    """
    lists = register_lists(session)
    if not names:
        for plural, field in NAMES.items():
            for entry in _objects(lists[plural]):
                entry[field] = None
    if public:
        _withhold_secrets(lists, session)
    return lists


def shown_objects(
    session: Session, plural: str, ids: Collection[str], *, public: bool = False, names: bool = False
) -> list[Json]:
    """Those of a kind that have these ids, just as they are among all."""
    shown = shown_lists(session, public=public, names=names)[plural]
    return [each for each in shown if isinstance(each, dict) and each["id"] in ids]


def _withhold_secrets(lists: Lists, session: Session) -> None:
    secrecy = Secrecy.read(session)
    lists["comments"] = [entry for entry in lists["comments"] if isinstance(entry, dict) and not entry["internal"]]
    tells = telling(session, secrecy)
    for plural in lists.keys() - {"secrecy_markings"}:
        for entry in _objects(lists[plural]):
            marking = secrecy.marking_of(str(entry["id"]))
            if marking:
                _empty(entry)
                entry["secrecy"] = {
                    "provision": marking.provision,
                    "marked_on": marking.marked_on.isoformat(),
                    "authority": marking.authority,
                }
            else:
                entry.update({name: None for name, value in entry.items() if isinstance(value, str) and tells(value)})


def _empty(entry: dict[str, Json]) -> None:
    """Nothing but ids and places, in what stands within too, such as the parts of a value."""
    for name, value in entry.items():
        if isinstance(value, list):
            for below in _objects(value):
                _empty(below)
        elif not _KEPT.fullmatch(name):
            entry[name] = None


def _objects(entries: list[Json]) -> Iterator[dict[str, Json]]:
    return (entry for entry in entries if isinstance(entry, dict))
