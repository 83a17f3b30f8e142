"""`regdesk list`, `add`, `set` and `remove`: single records, for scripts and for those who like to type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from regdesk.cli.choices import opened_register, register_argument
from regdesk.cli.speech import Argument, Command, Option
from regdesk.cli.telling import put
from regdesk.domain.model import RECORDS, Attendance, Comment, FunctionHolder, Record
from regdesk.exchange.json_out import as_text
from regdesk.exchange.withholding import shown_objects
from regdesk.i18n import _
from regdesk.services.editing import remove
from regdesk.services.finding import records_with
from regdesk.services.session import Session, name_of
from regdesk.viewmodels.edition import Disclosure, Edition
from regdesk.viewmodels.kinds import many_of
from regdesk.viewmodels.record_state import state_words
from regdesk.viewmodels.typed import add_record, change_record, kind_of, record_of
from regdesk.viewmodels.words import one_line


def list_command() -> Command:
    """`list` in the present language."""
    return Command(
        "list",
        show_all,
        _("Räkna upp posterna av ett slag, som assignments eller uppdrag."),
        register_argument(),
        _kind(),
        Option(["--filter", "text"], default="", metavar=_("ORD"), help=_("Bara de som innehåller orden.")),
        Option(["--json", "as_json"], is_flag=True, help=_("Som JSON.")),
        Option(["--public"], is_flag=True, help=_("Utan det som är sekretessmarkerat eller internt.")),
        Option(["--names"], is_flag=True, help=_("Med namn på personer, som annars utelämnas.")),
    )


def add_command() -> Command:
    """`add` in the present language."""
    return Command(
        "add",
        add,
        _("Lägg till en post och skriv ut dess id."),
        register_argument(),
        _kind(),
        _answers(),
        Option(["--under", "owner"], metavar=_("ID"), help=_("Det som posten hör till, som ett mål eller uppdrag.")),
    )


def set_command() -> Command:
    """`set` in the present language."""
    return Command(
        "set",
        change,
        _("Ändra en post: fält för fält, i ett steg som kan ångras."),
        register_argument(),
        _id(),
        _answers(),
    )


def remove_command() -> Command:
    """`remove` in the present language."""
    return Command("remove", take_out, _("Ta bort en post med allt under den."), register_argument(), _id())


def show_all(register: Path, kind: str, text: str, as_json: bool, public: bool, names: bool) -> None:
    """Print the records of a kind, in their order."""
    plural = kind_of(kind)
    with opened_register(register) as session:
        found = _listed(session, plural, text, public=public)
        if as_json:
            ids = {record.id for record in found}
            put(as_text({plural: shown_objects(session, plural, ids, public=public, names=names)}))
        elif found:
            shows = Disclosure.of(session, Edition.PUBLIC if public else Edition.INTERNAL)
            put("\n".join(_line(record, state_words(session, record), shows, names=names) for record in found))
        else:
            put(_("Registret har inga poster av slaget {kind}.").format(kind=many_of(plural).lower()))


def add(register: Path, kind: str, answers: Sequence[str], owner: str | None) -> None:
    """Add a record as one step."""
    plural, typed = kind_of(kind), _typed(answers)
    with opened_register(register) as session:
        put(add_record(session, plural, record_of(session, owner) if owner else None, typed))


def change(register: Path, record: str, answers: Sequence[str]) -> None:
    """Change a record as one step."""
    typed = _typed(answers)
    with opened_register(register) as session:
        change_record(session, record_of(session, record), typed)


def take_out(register: Path, record: str) -> None:
    """Remove a record as one step."""
    with opened_register(register) as session:
        remove(session, record_of(session, record))


def _listed(session: Session, plural: str, text: str, *, public: bool) -> list[Record]:
    """In public nothing is found by words that are secret."""
    found: list[Record] = list(records_with(session, RECORDS[plural], text))
    if not public:
        return found
    shown = [record for record in found if not (isinstance(record, Comment) and record.internal)]
    return Disclosure.of(session, Edition.PUBLIC).shown(shown) if text.strip() else shown


def _line(record: Record, state: str, shows: Disclosure, *, names: bool) -> str:
    if shows.withholds(record.id):
        return f"{record.id}  {shows.text(record.id, '')}"
    called = record.function if isinstance(record, Attendance | FunctionHolder) and not names else name_of(record)
    return "  ".join(filter(None, (record.id, shows.text(record.id, one_line(called)), state)))


def _typed(answers: Iterable[str]) -> dict[str, str]:
    typed: dict[str, str] = {}
    for answer in answers:
        key, equals, text = answer.partition("=")
        if not equals or not key:
            raise click.UsageError(_("{answer} är inget fält med sitt svar, skriv FÄLT=SVAR").format(answer=answer))
        typed[key.strip()] = text
    return typed


def _kind() -> Argument:
    words = _("Slaget, på engelska i plural som i show --json, eller på svenska.")
    return Argument("kind", _("SLAG"), words, click.STRING)


def _id() -> Argument:
    words = _("Postens id eller minst åtta tecken av det; register för registret.")
    return Argument("record", _("ID"), words, click.STRING)


def _answers() -> Argument:
    words = _("Vad fälten ska säga, som status=ongoing eller status=Pågår.")
    made = Argument("answers", _("FÄLT=SVAR …"), words, click.STRING, required=False)
    made.nargs = -1
    return made
