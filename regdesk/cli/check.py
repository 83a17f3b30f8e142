"""`regdesk check`: does the register hold what its history says?"""

from __future__ import annotations

from pathlib import Path

from regdesk.cli.choices import opened_register, register_argument
from regdesk.cli.speech import Command
from regdesk.cli.telling import put
from regdesk.domain.model import RECORDS
from regdesk.formats import format_number
from regdesk.i18n import _, current_language, ngettext
from regdesk.services.registers import check_register


def command() -> Command:
    """The command in the present language."""
    return Command(
        "check", check, _("Kontrollera att registret är helt och stämmer med sin historik."), register_argument()
    )


def check(register: Path) -> None:
    """Check, and say what was checked. Raises Problem(HISTORY_BROKEN), Problem(REGISTER_DAMAGED)."""
    with opened_register(register) as session:
        check_register(session)
        rows = sum(session.repository.count(kind) for kind in RECORDS.values())
        head = session.head
    told = ngettext(
        "Registret stämmer: {rows} rader har hållits mot historikens enda steg.",
        "Registret stämmer: {rows} rader har hållits mot historikens {steps} steg.",
        head.seq,
    )
    language = current_language()
    put(told.format(rows=format_number(rows, language=language), steps=format_number(head.seq, language=language)))
    put(_("Historikens kontrollsumma är {hash}.").format(hash=head.hash))
