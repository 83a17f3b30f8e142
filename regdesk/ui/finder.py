"""The palette that answers "Hur går det med …?": what is found has its standing beside it, and Enter goes to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QWidget

from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.ui.context import Context
from regdesk.ui.delegates import HitDelegate
from regdesk.ui.palette import FilterModel, Palette
from regdesk.ui.roles import Role
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.finder import Hit, hits
from regdesk.viewmodels.rows import Tone

Index = QModelIndex | QPersistentModelIndex

_PAGES: Final[Mapping[str, Verb]] = MappingProxyType(
    {
        "activities": Verb.GO_ACTIVITIES,
        "agenda_items": Verb.GO_MEETINGS,
        "assignments": Verb.GO_ASSIGNMENTS,
        "legal_entities": Verb.GO_SUPERVISION,
        "meetings": Verb.GO_MEETINGS,
        "risks": Verb.GO_RISKS,
    }
)
"""Where each kind has a page of its own; what has none is shown in the plan."""

_ICONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "activities": "list",
        "agenda_items": "agenda",
        "assignments": "assignment",
        "goals": "goal",
        "indicators": "indicator",
        "interim_goals": "goal",
        "legal_entities": "legal-entity",
        "meetings": "meeting",
        "risks": "risk",
    }
)


class HitList(FilterModel):
    """What the register has that holds every word that was typed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._hits: list[Hit] = []

    def set_filter(self, text: str) -> None:
        self.beginResetModel()
        self._hits = hits(self._session, text, date.today())
        self.endResetModel()

    def hit(self, index: Index) -> Hit:
        return self._hits[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self.hit(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return hit.spoken
            case Role.ID:
                return hit.id
            case Role.KIND:
                return hit.plural
            case Role.PARTS:
                return hit.parts
            case Role.SECRET:
                return hit.secret
            case Role.TONE:
                return Tone.NEUTRAL
        return None


class Finder(Palette):
    """Before anything is typed it shows what is most pressing."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context = context
        self._found = HitList(context.session)
        nothing = _("Inget i registret innehåller orden, eller så är inget försenat eller ska återrapporteras.")
        super().__init__(self._found, _("Hur går det med …?"), _("Hur går det med …?"), nothing, parent, letters=104)

    def delegate(self, view: QListView) -> QStyledItemDelegate:
        return HitDelegate(self._context.theme, _ICONS, view)

    def take(self, index: QModelIndex) -> None:
        hit = self._found.hit(index)
        self.close()
        self._context.go(_PAGES.get(hit.plural, Verb.GO_PLAN), hit.id)
