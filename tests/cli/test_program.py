"""The command line as a whole: help, mistakes, problems and bugs, each told in the program's language."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from regdesk.cli import check, choices, faults
from regdesk.cli.program import program
from tests.cli.conftest import Regdesk
from tests.exchange.word.files import heading, write_docx

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = sorted(program().commands)
HEAVY = {"PySide6", "reportlab", "docx", "openpyxl", "pikepdf", "pypdfium2"}


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m regdesk` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "regdesk", *arguments],
        cwd=ROOT,
        env={**os.environ, "LANG": "sv_SE.UTF-8", "LANGUAGE": "", "LC_ALL": "", **environment},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_swedish(regdesk: Regdesk, name: str) -> None:
    said = regdesk(name, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Användning: regdesk {name}")
    assert "Visa den här hjälpen." in said.out
    assert not [word for word in ("Usage", "Options", "Show", "required", "default") if word in said.out]


def test_the_help_of_all_names_every_command(regdesk: Regdesk) -> None:
    said = regdesk("--help")
    assert said.code == 0
    listed = [line.split()[0] for line in said.out.partition("Kommandon:")[2].splitlines() if line.strip()]
    assert sorted(listed) == COMMANDS


def test_help_is_made_in_the_language_of_the_moment(regdesk: Regdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "_", lambda text: text.upper())
    assert "KONTROLLERA" in regdesk("check", "--help").out


def test_without_a_command_there_is_help_and_a_failure(regdesk: Regdesk) -> None:
    said = regdesk()
    assert said.code == 2
    assert "Kommandon:" in said.err


def test_the_version_is_told(regdesk: Regdesk) -> None:
    from regdesk import __version__

    assert regdesk("--version").out == f"Regdesk {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["shew"], "Det finns inget kommando shew (menade du show?)"),
        (["show"], "Argumentet REGISTER saknas"),
        (["show", "a", "b"], "Argumentet b är ett för mycket"),
        (["show", "a", "b", "c"], "Argumenten b c är för många"),
        (["show", "a", "--jsno"], "Det finns inget val --jsno (menade du --json?)"),
        (["show", "a", "--xyz"], "Det finns inget val --xyz"),
        (["show", "a", "--json=ja"], "Valet --json tar inget värde"),
        (["new", "a", "--board"], "Valet --board saknar sitt värde"),
        (["new", "a", "--board", "x", "--period", "2024"], "Valet --organisation saknas"),
        (["meeting", "a", "--date", "snart"], "Datumet snart går inte att läsa, skriv till exempel 2024-05-14"),
        (
            ["meeting", "a", "--date", "2024-05-14", "--time", "25"],
            "Klockslaget 25 går inte att läsa, skriv till exempel 9.30",
        ),
    ],
)
def test_a_command_line_that_is_wrong_is_told_in_one_sentence(
    regdesk: Regdesk, arguments: list[str], fault: str
) -> None:
    said = regdesk(*arguments)
    assert (said.code, said.out) == (2, "")
    command = "regdesk" if arguments[0] == "shew" else f"regdesk {arguments[0]}"
    assert said.err == f"{fault}; {command} --help visar hur kommandot skrivs.\n"


def test_a_problem_is_told_in_one_sentence(regdesk: Regdesk, tmp_path: Path) -> None:
    missing = tmp_path / "borta.regdesk"
    said = regdesk("show", missing)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"{missing} finns inte: kontrollera namnet och mappen.\n"


def test_a_bug_is_told_in_one_sentence_and_kept_in_a_report(
    regdesk: Regdesk, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "check_register", lambda _session: 1 // 0)
    said = regdesk("check", register)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Det här är ett fel i Regdesk")
    assert "Traceback" not in said.err
    report = Path(said.err.partition("rapporten ")[2].partition(" visar")[0])
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_a_bug_is_told_also_where_nothing_can_be_saved(
    regdesk: Regdesk, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reports").write_text("en fil där mappen skulle ligga")
    monkeypatch.setattr(check, "check_register", lambda _session: 1 // 0)
    monkeypatch.setattr(faults, "state_folder", lambda: tmp_path)
    said = regdesk("check", register)
    assert said.code == 1
    assert said.err.endswith("ZeroDivisionError('integer division or modulo by zero')\n")


def test_an_interrupted_command_says_so(regdesk: Regdesk, register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_session: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check_register", interrupted)
    said = regdesk("check", register)
    assert said.code == 130
    assert said.err.strip() == "Avbrutet."


def test_the_program_starts_for_real(tmp_path: Path) -> None:
    path = tmp_path / "riktig"
    made = started("new", str(path), "--organisation", "Region Å", "--board", "Regionstyrelsen", "--period", "2024")
    assert (made.returncode, made.stderr) == (0, "")
    assert path.with_suffix(".regdesk").is_file()
    shown = started("show", str(path))
    assert shown.stdout.startswith("Region Å, Regionstyrelsen\n2024\n")
    again = started("new", str(path), "--organisation", "Å", "--board", "B", "--period", "2024")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr.endswith(" finns redan och skrivs inte över: välj ett annat namn.\n")


def test_swedish_comes_out_whole_where_the_system_has_another_encoding(tmp_path: Path) -> None:
    said = started("show", str(tmp_path / "å"), PYTHONIOENCODING="ascii:strict")
    assert said.returncode == 1
    assert said.stderr.endswith("å.regdesk finns inte: kontrollera namnet och mappen.\n")


@pytest.mark.parametrize("words", ["--help", "import --help", "new {} --organisation R --board N --period 2024"])
def test_help_and_small_commands_load_nothing_heavy(tmp_path: Path, words: str) -> None:
    arguments = words.format(tmp_path / "plan").split()
    probe = (
        "import sys; from regdesk.cli import main; main(sys.argv[1:]); "
        f"print(*sorted({{name.partition('.')[0] for name in sys.modules}} & {HEAVY!r}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", probe, *arguments]
    seen = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8")
    assert seen.stderr.split() == []


def test_registers_open_for_a_user_without_a_folder_of_their_own(
    regdesk: Regdesk, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_folder() -> Path:
        raise PermissionError

    monkeypatch.setattr(choices, "state_folder", no_folder)
    assert regdesk("show", register).code == 0


def test_whoever_stops_reading_is_no_bug(register: Path) -> None:
    command = [sys.executable, "-m", "regdesk", "show", str(register), "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reader:
        assert reader.stdout
        assert reader.stderr
        reader.stdout.close()
        assert reader.stderr.read() == b""
        assert reader.wait() == 1


@pytest.mark.parametrize("name", ["", ".", "/", "x" * 300, "rad\nbryt", "borta"])
def test_registers_that_are_none_are_told_in_a_sentence(regdesk: Regdesk, name: str) -> None:
    said = regdesk("check", name)
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith("finns inte: kontrollera namnet och mappen.\n")


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
def test_names_of_files_that_are_no_text(regdesk: Regdesk, tmp_path: Path) -> None:
    """As an old zip leaves them: bytes of another encoding."""
    register, verdicts = tmp_path / os.fsdecode(b"n\xe4mnden.regdesk"), tmp_path / os.fsdecode(b"bed\xf6mt.csv")
    verdicts.write_text("Indikator;Bedömning\n", encoding="utf-8")
    new = started("new", str(register), "--organisation", "X", "--board", "Y", "--period", "2024")
    assert (new.returncode, new.stderr) == (0, "")
    assert new.stdout == f"{tmp_path}/n\\udce4mnden.regdesk är klart att använda.\n"
    plan = write_docx(tmp_path / os.fsdecode(b"bil\xe5ga.docx"), heading(1, "Mål 1: Trygg vård"))
    assert regdesk("import", register, plan).code == 0
    assert regdesk("meeting", register, "--date", "2026-05-14").code == 0
    assert regdesk("assess", register, "--meeting", "2026-05-14", "--from", verdicts).code == 0
    assert json.loads(regdesk("show", register, "--json").out)["imports"][0]["file_name"] == "bil\ufffdga.docx"
    assert regdesk("check", register).code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_output_to_a_full_disk(register: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        shown = subprocess.run(
            [sys.executable, "-m", "regdesk.cli", "show", str(register)],
            cwd=ROOT,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert shown.returncode != 0
    assert shown.stderr.count("\n") == 1
    assert shown.stderr.startswith("Disken är full")
