"""How a plan begins that has nothing in it yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.context import Context
from regdesk.ui.empty import way
from regdesk.ui.text import button, label
from regdesk.ui.tokens import Space, Step
from regdesk.ui.verbs import Verb


class PlanStart(QWidget):
    """Two ways to fill a plan: to read it from a file, or to write it by hand from its first goal on."""

    def __init__(self, context: Context, add_goal: Callable[[], None]) -> None:
        super().__init__()
        card = QFrame()
        card.setProperty("card", True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, 0, Space.L, Space.L)
        outer.addWidget(card)
        ways = QHBoxLayout()
        ways.setSpacing(Space.M)
        ways.addWidget(way(context.actions, Verb.IMPORT_PLAN, "primary"))
        by_hand = button(_("&Skriv första målet"), "goal")
        by_hand.setAutoDefault(True)
        by_hand.clicked.connect(lambda: add_goal())
        ways.addWidget(by_hand)
        ways.addStretch()
        layout = QVBoxLayout(card)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(_("Planen är tom"), Step.TITLE))
        layout.addWidget(
            label(_("Läs in nämndens plan från Word, eller skriv in den mål för mål."), quiet=True, wrap=True)
        )
        layout.addLayout(ways)
