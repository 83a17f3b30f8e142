"""The thing in front of the board, from its goals down to what was said of it before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.lock_line import LockLine
from regdesk.ui.meeting.figures import Figures
from regdesk.ui.meeting.rows import FactRows, ParameterRows, sized
from regdesk.ui.meeting.sizes import Size, title_size
from regdesk.ui.pages.voices_view import VoicesView
from regdesk.ui.text import set_flag
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.viewmodels.cards import Card
from regdesk.viewmodels.facts import Fact

_ARROW: Final = " \u203a "
_SCROLL: Final = 3


class CardView(QScrollArea):
    """Scrolls where a plan is wordy; the keyboard never stands here, since its keys are the mode's."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._item_id = ""
        self._path = sized(Size.CAPTION, quiet=True)
        self._kind = sized(Size.CAPTION, quiet=True)
        self._title = sized(Size.TITLE)
        self._cluster = sized(Size.CLUSTER)
        self._figures = Figures(theme)
        self._parameters = ParameterRows(theme)
        self._facts = FactRows()
        self._lock = LockLine()
        self._voices = VoicesView(can_change=False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._lay_out())

    @property
    def title(self) -> str:
        """What stands here in large type."""
        return self._title.text()

    @property
    def cluster(self) -> str:
        """The cluster that is named above a parameter."""
        return self._cluster.text()

    def show_card(self, card: Card) -> None:
        subject = card.subject
        self._path.setText(_ARROW.join(subject.path))
        kind = subject.cluster.place if subject.cluster else subject.kind_word
        self._kind.setText(" · ".join((card.position, kind)))
        self._title.setText(subject.title)
        set_flag(self._title, "large", title_size(subject.title).value)
        self._cluster.setText(subject.cluster.title if subject.cluster else "")
        self._cluster.setVisible(subject.cluster is not None)
        self._figures.show_subject(subject)
        self._parameters.show_parameters(card.parameters)
        self._facts.show_facts(tuple(_facts(card)))
        self._lock.show_words(card.lock)
        self._voices.show_voices(card.voices)
        if subject.item_id != self._item_id:
            self._item_id = subject.item_id
            self.verticalScrollBar().setValue(0)

    def scroll_by(self, steps: int) -> None:
        """Down by some lines of text, up when negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + steps * _SCROLL * self.fontMetrics().height())

    def _lay_out(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.M)
        layout.setSpacing(Space.XS)
        for part in (self._path, self._kind, self._cluster, self._title, self._lock):
            layout.addWidget(part)
        for block in (self._figures, self._parameters, self._facts, self._voices):
            layout.addSpacing(Space.M)
            layout.addWidget(block)
        layout.addStretch()
        return holder


def _facts(card: Card) -> Iterator[Fact]:
    """All that is said in words, with its label."""
    subject = card.subject
    yield from subject.facts
    if card.reported:
        yield Fact(label=_("Rapporterat vid mötet"), text=card.reported)
    if subject.criterion:
        yield Fact(label=_("Bedömningsgrund"), text=subject.criterion)
    if subject.cluster and subject.cluster.criterion:
        yield Fact(label=_("Klustrets bedömningsgrund"), text=subject.cluster.criterion)
    if subject.interpretation:
        yield Fact(label=_("Tolkning"), text=subject.interpretation)
    if card.previous:
        words = "\n".join(filter(None, (card.previous.text, card.previous.justification)))
        yield Fact(label=_("Förra bedömningen"), text=f"{card.previous.cell.symbol} {words}")
