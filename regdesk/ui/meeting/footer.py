"""What stands below the card: what the rule suggests, the verdicts, the comment, and what the keys do just now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.ui.meeting.comment import CommentField
from regdesk.ui.meeting.key_line import KeyLine
from regdesk.ui.meeting.rows import sized
from regdesk.ui.meeting.sizes import Size
from regdesk.ui.meeting.verdicts import RING, VerdictRow
from regdesk.ui.text import button, label, rule, set_flag
from regdesk.ui.theme import Theme
from regdesk.ui.tokens import Space
from regdesk.viewmodels.cards import Card, Suggestion


class Footer(QFrame):
    """Always in sight, however long the card is. `accepted` comes of the button of a suggestion, `reported` of the
    one that reports an uppdrag back.
    """

    accepted = Signal()
    reported = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.verdicts = VerdictRow(theme)
        self.comment = CommentField()
        self._suggestion = _SuggestionStrip()
        self._suggestion.accepted.connect(self.accepted)
        self._report = button(_("Återrapportera (R)"), "assignment")
        self._report.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._report.clicked.connect(self.reported)
        self._keys = KeyLine(theme)
        self._words = sized(Size.CAPTION)
        self._words.hide()
        self._saved = label(quiet=True)
        self._saved.setProperty("large", Size.CAPTION.value)
        self._lay_out()
        self.verdicts.entered.connect(self._show_keys)
        self.comment.entered.connect(self._show_keys)
        self._closed = self._hidden = self._locked = False

    def show_card(self, card: Card) -> None:
        self._closed, self._hidden, self._locked = card.closed, card.hidden, bool(card.lock)
        self.verdicts.show_card(card)
        self.comment.show_card(card)
        self._suggestion.show_suggestion(_open_suggestion(card))
        self._report.setVisible(card.can_be_reported)
        self._saved.setText(_saved_words(card))
        self.tell("")

    def tell(self, words: str, *, bad: bool = False) -> None:
        """Say something in place of the keys, until the next card or verdict."""
        if words != self.told:
            self._words.setText(words)
            set_flag(self._words, "tone", "bad" if bad else "")
            self._words.setVisible(bool(words))
            self._keys.setVisible(not words)
        self._show_keys()

    @property
    def told(self) -> str:
        """What is said in place of the keys."""
        return self._words.text()

    @property
    def suggestion(self) -> str:
        """What the rule suggests, while that is shown."""
        return self._suggestion.words

    def _show_keys(self) -> None:
        self._keys.show_words(self._key_words())

    def _key_words(self) -> str:
        if self._hidden:
            return _("V visar det som omfattas av sekretess · Enter nästa · ← föregående · Esc lämnar")
        if self._closed:
            return _("Mötet är stängt och bedömningarna ändras inte. Enter nästa · ← föregående")
        if self.comment.hasFocus():
            return _("Enter sparar och går vidare · Skift+Enter ny rad · Esc tillbaka till J D N K")
        if self._locked:
            return _("V döljer igen · Enter nästa · ← föregående · Ctrl+Z ångrar · Tabb kommentar · Esc lämnar")
        return _("Enter nästa · ← föregående · Ctrl+Enter nästa obedömda · Ctrl+Z ångrar · Tabb kommentar · Esc lämnar")

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Space.L)
        line.addWidget(self._keys, 1)
        line.addWidget(self._words, 1)
        line.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._report, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout()
        # The buttons' edges are in line with all else; the ring around them stands outside.
        below.setContentsMargins(RING, 0, RING, 0)
        below.setSpacing(Space.S)
        below.addWidget(self.comment)
        below.addLayout(line)
        column = QVBoxLayout()
        column.setContentsMargins(Space.XL - RING, Space.S, Space.XL - RING, Space.M)
        column.setSpacing(Space.XS)
        column.addWidget(self._suggestion)
        column.addWidget(self.verdicts)
        column.addLayout(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(rule())
        layout.addLayout(column)


class _SuggestionStrip(QWidget):
    """Says what the rule suggests; a person takes it or not."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label()
        self._accept = button(_("Godta förslaget (S)"), "check")
        self._accept.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._accept.clicked.connect(self.accepted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(RING, 0, RING, 0)
        layout.setSpacing(Space.L)
        layout.addWidget(self._words)
        layout.addWidget(self._accept)
        layout.addStretch()

    @property
    def words(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        self.setVisible(suggestion is not None)
        if suggestion:
            self._words.setText(suggestion.text)


def _saved_words(card: Card) -> str:
    if not card.saved:
        return _("Kommentaren sparas när du bedömer")
    return _("✓ Sparat") if card.verdict is not None else ""


def _open_suggestion(card: Card) -> Suggestion | None:
    """What the rule suggests, until the board has said just that."""
    suggestion = card.suggestion
    return suggestion if suggestion and not card.closed and suggestion.verdict != card.verdict else None
