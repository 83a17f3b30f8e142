"""What administration, board and unions say of a record, side by side within its detail."""

from __future__ import annotations

from collections.abc import Mapping

from regdesk.domain.problems import Problem
from regdesk.i18n import _
from regdesk.ui.actions import Handler
from regdesk.ui.context import Context
from regdesk.ui.dialogs.comment import CommentDialog
from regdesk.ui.pages.verb_part import VerbPart
from regdesk.ui.pages.voices_view import VoicesView
from regdesk.ui.text import button
from regdesk.ui.verbs import Verb
from regdesk.viewmodels.comments import voices
from regdesk.viewmodels.places import remove


class CommentsPart(VerbPart):
    """Nothing has to be said; what is, is added with a key and changed where it stands."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._id = ""
        self.view = VoicesView(can_change=True)
        self.view.changing.connect(self._change)
        self.view.removing.connect(self._remove)
        self.add_button = button(_("Kommentera …"), "comment")
        self.add_button.clicked.connect(self._add)
        self.lay_out_under(_("Kommentarer"), self.add_button, self.view)

    def answers(self) -> Mapping[Verb, Handler]:
        return {Verb.COMMENT: self._add}

    def show_record(self, record_id: str) -> None:
        self._id = record_id
        self.refresh()

    def refresh(self) -> None:
        self.view.show_voices(voices(self._context.session, self._id))

    def _add(self) -> None:
        CommentDialog.new(self._context.session, self._id, self).open()

    def _change(self, comment_id: str) -> None:
        CommentDialog.of(self._context.session, comment_id, self).open()

    def _remove(self, comment_id: str) -> None:
        try:
            remove(self._context.session, "comments", comment_id)
        except Problem as problem:
            self._context.messages.failed(problem)
