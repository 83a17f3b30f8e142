"""The left half of the page of sheets: which sheet, and what is asked of it. Answers are remembered per register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from regdesk.i18n import _
from regdesk.services.registers import register_of
from regdesk.services.session import Session
from regdesk.ui.answers import ChoiceBox
from regdesk.ui.forms import Form
from regdesk.ui.pages.sheets.making import sheet_kinds
from regdesk.ui.settings import Settings
from regdesk.ui.text import label
from regdesk.ui.tokens import Space, Step
from regdesk.viewmodels.fields import Field
from regdesk.viewmodels.sheet_form import first_answers, fitting, sheet_fields

if TYPE_CHECKING:
    from regdesk.sheets.kind import SheetKind

_NAME: Final = "sheets"
_NOT_REMEMBERED: Final = frozenset({"date"})


class KindBox(ChoiceBox):
    """A choice among kinds of sheets, each under the name of its group, which is no choice itself."""

    def __init__(self, kinds: Iterable[SheetKind]) -> None:
        super().__init__(())
        group = ""
        for kind in kinds:
            if kind.group_title != group:
                group = kind.group_title
                self._add_heading(group)
            self.addItem(kind.title, kind.code)
        self.setMaxVisibleItems(self.count())

    def _add_heading(self, text: str) -> None:
        heading = QStandardItem(text)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        heading.setFont(font)
        model = self.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101 - what a combo box has unless it is given another
        model.appendRow(heading)


class Questions(QWidget):
    """Sends `answered` when an answer has changed what is to be on the paper. `below` scrolls with the questions."""

    answered = Signal()

    def __init__(self, session: Session, settings: Settings, below: QWidget) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self._kinds = {kind.code: kind for kind in sheet_kinds()}
        self._box = KindBox(self._kinds.values())
        self._scroll, self._scrolled = _scroll_area(), QWidget()
        self._column = QVBoxLayout(self._scrolled)
        self._form = Form(())
        self._lay_out(below)
        self._box.set_text(self._remembered().code)
        self._ask()
        self._box.left.connect(self._other_kind)

    @property
    def kind(self) -> SheetKind:
        """The kind that is chosen."""
        return self._kinds[self._box.get_text()]

    @property
    def form(self) -> Form:
        """The questions of the kind."""
        return self._form

    def answers(self) -> dict[str, str]:
        """All answers, with the kind among them."""
        return {**self._form.values(), "kind": self.kind.code}

    def choose(self, code: str) -> None:
        """Ask for a sheet of another kind."""
        self._box.set_text(code)
        self._other_kind()

    def refresh(self) -> None:
        """Ask with what the register has now; what was answered stays where it is still an answer."""
        fields = sheet_fields(self._session, self.kind)
        answers = fitting(fields, self._form.values(), self._first())
        if self._form.fits(fields):
            self._form.refresh(answers, fields)
        else:
            self._set_form(fields, answers)

    def commit(self) -> None:
        self._form.commit()

    def _other_kind(self) -> None:
        self._ask()
        self._remember()
        self.answered.emit()

    def _ask(self) -> None:
        """Ask the questions of the kind, answered as they last were."""
        fields = sheet_fields(self._session, self.kind)
        self._set_form(fields, fitting(fields, self._settings.answers(self._place(self.kind.code)), self._first()))

    def _first(self) -> dict[str, str]:
        return first_answers(self._session, self.kind, date.today())

    def _set_form(self, fields: Sequence[Field], answers: Mapping[str, str]) -> None:
        former, self._form = self._form, Form(fields, answers)
        self._form.edited.connect(self._edited)
        self._column.replaceWidget(former, self._form)
        former.hide()
        former.deleteLater()  # it may be the one that is telling of a new answer
        self._scroll.setMinimumWidth(self._scrolled.minimumSizeHint().width() + Space.L)

    def _edited(self) -> None:
        self._remember()
        self.answered.emit()

    # What is remembered

    def _remembered(self) -> SheetKind:
        """The kind that was last made of this register."""
        code = self._settings.answers(self._place()).get("kind", "")
        return self._kinds.get(code) or next(iter(self._kinds.values()))

    def _remember(self) -> None:
        answers = {key: answer for key, answer in self.answers().items() if key not in _NOT_REMEMBERED}
        self._settings.set_answers(self._place(self.kind.code), answers)
        self._settings.set_answers(self._place(), {"kind": self.kind.code})

    def _place(self, kind: str = "") -> str:
        return "/".join(filter(None, (_NAME, register_of(self._session).id, kind)))

    # Made once

    def _lay_out(self, below: QWidget) -> None:
        caption = label(_("Slag av &blad"), Step.STRONG)
        caption.setBuddy(self._box)
        self._box.setAccessibleName(_("Slag av blad"))
        self._column.setContentsMargins(0, 0, Space.M, 0)
        self._column.setSpacing(Space.L)
        self._column.addWidget(self._form)
        self._column.addWidget(below)
        self._column.addStretch()
        self._scroll.setWidget(self._scrolled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(caption)
        column.addWidget(self._box)
        column.addSpacing(Space.S)
        column.addWidget(self._scroll, 1)


def _scroll_area() -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
