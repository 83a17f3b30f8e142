"""Nothing secret leaves a register in what anybody may read: every sheet and every export, from records of every kind.

What is made here has a word of its own in each text of each record, in two families of which one is marked secret.
"""

from __future__ import annotations

import contextlib
import dataclasses
import graphlib
import io
import types
import typing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

from regdesk.cli.program import main, program
from regdesk.domain.ids import new_id
from regdesk.domain.model import RECORDS, Record, plural_of
from regdesk.domain.risk_matrices import FOUR
from regdesk.domain.risk_matrix import write_matrix
from regdesk.exchange.withholding import NAMES
from regdesk.services.actions import Action
from regdesk.services.secrecy import BELOW, MARKABLE, Secrecy, mark_secret
from regdesk.services.session import Session
from regdesk.sheets.kinds import SHEETS
from regdesk.sheets.plain import plain_text
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.fields import YES, FieldKind
from regdesk.viewmodels.sheet_options import NAMES as NAMES_TICK
from regdesk.viewmodels.sheet_options import Scope
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.registers import make_register

DAY = date(2026, 3, 14)
SECRET, OPEN = "Hemlig", "Öppen"

EXPORTING = {"show", "list", "sheet", "calendar"}
"""The commands that write what a register holds, and have an edition for everybody; each is tried below."""

INWARD = {
    *(
        "new",
        "import",
        "add",
        "set",
        "remove",
        "meeting",
        "assess",
        "version",
        "roll",
        "check",
        "open",
        "demo",
        "example",
    ),
    *("meetings", "versions", "diff", "overview", "risks", "prints", "look"),
}
"""The commands that change a register or tell its own secretary how it stands."""

_ITEMS = {
    ("links", "target_id"): "governing_documents",
    ("supervision_events", "subject_id"): "legal_entities",
    ("supervision_answers", "subject_id"): "legal_entities",
    ("agenda_subjects", "item_id"): "indicators",
}
"""What stands where any item may, where that is not a goal."""

_TOPS = {"goals", "agenda_items", "supervision_events", "sections"}
_ONCE = {"registers", "agenda_goals", "secrecy_markings"}
_FIXED = {
    "internal": False,
    "sha256": "0" * 64,
    "history_hash": "0" * 64,
    "recurrence": "",
    "definition": write_matrix(FOUR),
}
_NO_WORDS = {*_FIXED, "report_recurrence", "title_key", "name_key", "text_key"}


@dataclass(frozen=True)
class Family:
    """Records of every kind that belong together, with the word in each of their texts."""

    name: str
    number: int
    records: dict[str, Record]
    words: dict[tuple[str, str], str]

    def names(self) -> set[str]:
        """The words that stand for people's names."""
        return {word for (plural, field), word in self.words.items() if NAMES.get(plural) == field}


@dataclass(frozen=True)
class Filled:
    """A register with both families in it."""

    path: Path
    secret: Family
    open: Family

    def hidden(self) -> set[str]:
        """Every word that nobody may read in public."""
        return {word for (plural, _), word in self.secret.words.items() if plural in BELOW or plural in MARKABLE}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    path = make_register(tmp_path_factory.mktemp("editions"))
    with Session.open(path, who="Testaren") as session:
        families = {name: make_family(session, name) for name in (OPEN, SECRET)}
        for plural in MARKABLE:
            if plural not in BELOW or plural in _TOPS:
                mark_secret(session, families[SECRET].records[plural].id, "OSL 18:13", DAY, "Region Exempel")
    return Filled(path, families[SECRET], families[OPEN])


def make_family(session: Session, name: str) -> Family:
    family = Family(name, (OPEN, SECRET).index(name) + 1, {}, {})
    with session.change(Action.ADD, "exempeldata") as change:
        blob = change.put_blob(b"bilaga")
        for plural in graphlib.TopologicalSorter(_needs(session)).static_order():
            if plural in RECORDS and plural not in _ONCE:
                family.records[plural] = change.insert(make_record(session, plural, family, blob))
    return family


def _keys(session: Session, plural: str) -> dict[str, str]:
    """By field: the list whose records it points at."""
    keys = session.repository.rows(f"PRAGMA foreign_key_list('{plural}')")
    return {
        key["from"]: _ITEMS.get((plural, key["from"]), "goals") if key["table"] == "items" else key["table"]
        for key in keys
    }


def _needs(session: Session) -> dict[str, set[str]]:
    """By list: the lists whose records must be there before."""
    return {plural: set(_keys(session, plural).values()) - {plural} for plural in RECORDS}


def make_record(session: Session, plural: str, family: Family, blob: str) -> Record:
    """A record with a word of its own in each text; what it points at is of the same family."""
    kind, keys = RECORDS[plural], _keys(session, plural)
    hints = typing.get_type_hints(kind)
    values: dict[str, object] = {"id": new_id()}
    for name in (field.name for field in dataclasses.fields(kind) if field.name != "id"):
        if name in keys:
            values[name] = blob if keys[name] == "blobs" else _id(family, keys[name], plural)
        elif name not in _NO_WORDS:
            word = f"{family.name}{plural}{name}ord".replace("_", "")
            values[name] = _value(hints[name], word, family.number)
            if values[name] == word:
                family.words[plural, name] = word
    values |= {name: value for name, value in _FIXED.items() if name in hints and name not in keys}
    return kind(**values)  # type: ignore[arg-type]


def _id(family: Family, table: str, plural: str) -> str | None:
    return family.records[table].id if table != plural else None


def _value(hint: object, word: str, number: int) -> object:
    kinds = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    kind = next(each for each in kinds if each is not types.NoneType)
    assert isinstance(kind, type)
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    plain: dict[type, object] = {
        str: word,
        bool: True,
        int: number,
        float: float(number),
        Decimal: Decimal(number),
        datetime: datetime(2026, 3, 14, 9, tzinfo=UTC),
        date: DAY,
    }
    return plain[kind]


def test_every_kind_that_can_be_secret_is_covered(filled: Filled) -> None:
    with Session.open(filled.path) as session:
        secrecy = Secrecy.read(session)
    covered = {plural for plural, record in filled.secret.records.items() if secrecy.is_secret(record.id)}
    assert covered == BELOW.keys() | MARKABLE
    assert not [plural for plural, record in filled.open.records.items() if secrecy.is_secret(record.id)]


def test_every_command_is_thought_of() -> None:
    assert set(program().commands) <= EXPORTING | INWARD


@pytest.fixture(scope="module")
def told(filled: Filled) -> dict[tuple[str, bool], str]:
    """What each export says, by its name and whether it is for everybody; made once."""
    path = str(filled.path)
    as_json = [("list", path, plural, "--json") for plural in ("goals", "comments", "attendances")]
    exports = [("show", path), ("show", path, "--json"), *(("list", path, plural) for plural in RECORDS), *as_json]
    exports += [("calendar", path, "--year", "2026"), ("calendar", path, "--year", "2026", "--json")]
    return {
        (" ".join(export), public): said_by(*export, *(("--public",) if public else ()))
        for export in exports
        for public in (True, False)
    }


def said_by(*arguments: str) -> str:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert main(arguments) == 0
    return said.getvalue()


def test_no_export_for_everybody_has_a_secret_word(filled: Filled, told: dict[tuple[str, bool], str]) -> None:
    hidden = filled.hidden()
    assert not {name for (name, public), said in told.items() for word in hidden if public and word in said}
    found = {word for (_name, public), said in told.items() for word in hidden if not public and word in said}
    assert found == hidden - filled.secret.names()


def test_an_export_for_everybody_has_what_is_open(filled: Filled, told: dict[tuple[str, bool], str]) -> None:
    shown = told[f"show {filled.path} --json", True]
    assert not [word for word in set(filled.open.words.values()) - filled.open.names() if word not in shown]


def test_no_export_has_a_name_that_was_not_asked_for(filled: Filled, told: dict[tuple[str, bool], str]) -> None:
    names = filled.open.names() | filled.secret.names()
    assert not {name for (name, _public), said in told.items() for word in names if word in said}
    asked = said_by("show", str(filled.path), "--json", "--names")
    assert not [word for word in names if word not in asked]


def test_a_calendar_file_is_for_everybody(filled: Filled, tmp_path: Path) -> None:
    file = tmp_path / "året.ics"
    said_by("calendar", str(filled.path), "--year", "2026", "-o", str(file))
    written = file.read_text(encoding="utf-8").replace("\n ", "")
    assert not [word for word in filled.hidden() | filled.open.names() if word in written]
    assert "Uppgifter omfattas av sekretess" in written


@pytest.mark.parametrize("code", SHEETS)
def test_no_sheet_for_everybody_has_a_secret_word(filled: Filled, code: str) -> None:
    found: set[str] = set()
    names = filled.open.names() | filled.secret.names()
    with Session.open(filled.path) as session:
        for meeting in _meetings(filled, SHEETS[code].scope):
            public, internal = (_sheet(code, session, meeting, edition) for edition in Edition)
            assert not [word for word in filled.hidden() | names if word in public]
            assert not [word for word in names if word in internal]
            found |= {word for word in filled.hidden() if word in internal}
    assert found, "no secret word was ever on the sheet: does this register reach it?"


def _meetings(filled: Filled, scope: Scope) -> list[str | None]:
    """The meetings that a sheet is tried with, and without one where it needs none."""
    meetings = [family.records["meetings"].id for family in (filled.open, filled.secret)]
    return [*meetings, *([] if scope is Scope.MEETING else [None])]


@pytest.mark.parametrize("code", ["attendance", "minutes", "assessments"])
def test_names_that_were_asked_for_are_those_of_what_is_open(filled: Filled, code: str) -> None:
    with Session.open(filled.path) as session:
        for meeting in _meetings(filled, Scope.MEETING):
            public = _sheet(code, session, meeting, Edition.PUBLIC, names=True)
            assert not [word for word in filled.hidden() | filled.secret.names() if word in public]
        shown = _sheet(code, session, filled.open.records["meetings"].id, Edition.PUBLIC, names=True)
    assert any(word in shown for word in filled.open.names())


def _sheet(code: str, session: Session, meeting: str | None, edition: Edition, *, names: bool = False) -> str:
    """The text of the sheet with every part that may be chosen on it, but people's names unless they are meant."""
    kind = SHEETS[code]
    ticks = [option.key for option in kind.options if option.kind is FieldKind.TICK]
    parts = {key: YES for key in ticks if names or key != NAMES_TICK.key}
    request = SheetRequest(session=session, printed_on=DAY, meeting_id=meeting, edition=edition, answers=parts)
    return plain_text(kind.build(request))


def test_every_record_of_the_families_is_known_to_this_test(filled: Filled) -> None:
    assert {plural_of(type(record)) for record in filled.secret.records.values()} == RECORDS.keys() - _ONCE
