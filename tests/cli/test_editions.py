"""Nothing secret leaves a register in what anybody may read: every sheet and every export, from records of every kind.

What is made here has a word of its own in each text of each record, in two families of which one is marked secret.
"""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from regdesk.cli.program import main, program
from regdesk.domain.model import RECORDS, plural_of
from regdesk.services.secrecy import BELOW, MARKABLE, Secrecy, mark_secret
from regdesk.services.session import Session
from regdesk.sheets.kinds import SHEETS
from regdesk.sheets.plain import plain_text
from regdesk.viewmodels.edition import Edition
from regdesk.viewmodels.fields import YES, FieldKind
from regdesk.viewmodels.sheet_options import NAMES as NAMES_TICK
from regdesk.viewmodels.sheet_options import Scope
from regdesk.viewmodels.sheet_request import SheetRequest
from tests.families import DAY, ONCE, Family, make_family
from tests.registers import make_register

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

_TOPS = {"goals", "agenda_items", "supervision_events", "sections"}


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
        families = {name: make_family(session, name, number) for number, name in enumerate((OPEN, SECRET), 1)}
        for plural in MARKABLE:
            if plural not in BELOW or plural in _TOPS:
                mark_secret(session, families[SECRET].records[plural].id, "OSL 18:13", DAY, "Region Exempel")
    return Filled(path, families[SECRET], families[OPEN])


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
    assert {plural_of(type(record)) for record in filled.secret.records.values()} == RECORDS.keys() - ONCE
