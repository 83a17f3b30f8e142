"""The dialog "Upprepas": a rule made by hand, with the sentence that says it and the next dates it gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from regdesk.i18n import _
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.ui.text import label
from regdesk.ui.tokens import Step
from regdesk.viewmodels.recurrence_form import answers_for, asked, chosen, day_of, recurrence_fields


class RecurrenceDialog(FormDialog):
    """`chosen` tells the rule. It counts from `first_day` where that is a date, or else from today."""

    chosen = Signal(str)

    def __init__(self, rule: str, first_day: str, today: date, parent: QWidget) -> None:
        self._first, self._today = day_of(first_day) or today, today
        fields = recurrence_fields()
        self._keys = [field.key for field in fields]
        self._sentence = label(step=Step.STRONG, wrap=True)
        self._dates = label(wrap=True)
        super().__init__(_("Upprepas"), _("&Använd"), fields, answers_for(rule, self._first), self._store, parent)
        self.add_below(self._sentence)
        self.add_below(self._dates)
        for key in self._keys:
            self.form.answer(key).altered.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Ask what there is to ask, and show what the answers come to."""
        answers = self.form.values()
        shown = asked(answers)
        for key in self._keys:
            self.form.show_question(key, key in shown)
        made = chosen(answers, self._first, self._today)
        self._sentence.setText(made.sentence or "⚠ " + next(iter(made.faults.values()), ""))
        self._dates.setText("\n".join((_("De närmaste gångerna:"), *made.dates)))
        self._dates.setVisible(bool(made.dates))

    def _store(self, answers: Mapping[str, str]) -> Mapping[str, str]:
        made = chosen(answers, self._first, self._today)
        if not made.faults:
            self.chosen.emit(made.rule)
        return made.faults
