"""The dialog in which a comment is written: by whom, about which period and meeting, and for whom."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from regdesk.i18n import _
from regdesk.services.session import Session
from regdesk.ui.dialogs.form_dialog import FormDialog
from regdesk.viewmodels.beginnings import new_record
from regdesk.viewmodels.comments import begun_comment
from regdesk.viewmodels.forms import apply, form_of


class CommentDialog(FormDialog):
    """Made for a new comment, or for one that there is."""

    @classmethod
    def new(cls, session: Session, item_id: str, parent: QWidget, meeting_id: str = "") -> CommentDialog:
        new = new_record(session, begun_comment(session, item_id, meeting_id), "comments")
        return cls(_("Kommentera"), _("&Lägg till"), new.form.fields, new.form.values, new.store, parent)

    @classmethod
    def of(cls, session: Session, comment_id: str, parent: QWidget) -> CommentDialog:
        form = form_of(session, "comments", comment_id)

        def store(answers: Mapping[str, str]) -> Mapping[str, str]:
            changed = {key: text for key, text in answers.items() if text != form.values[key]}
            return apply(session, "comments", comment_id, changed) if changed else {}

        return cls(_("Ändra kommentaren"), _("&Spara"), form.fields, form.values, store, parent)
