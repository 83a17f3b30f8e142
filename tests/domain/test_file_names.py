"""A file's name from outside becomes one that can be written down anywhere, and tells whether it may be opened."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regdesk.domain.file_names import FileKind, kind_of_file, may_be_opened, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Delårsrapport.pdf", "Delårsrapport.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Temp\\plan.docx", "plan.docx"),
        ("bud\x00get\n.xlsx. . ", "budget.xlsx"),
        ("rapport\u202efdp.exe", "rapportfdp.exe"),
        ("NUL.txt", "_NUL.txt"),
        ("com1", "_com1"),
        ('fråga?*<>|":.pdf', "fråga.pdf"),
        ("a\u030a.pdf", "å.pdf"),
        ("...", "bilaga"),
        ("", "bilaga"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name("protokoll " * 40 + ".pdf")
    assert len(name) <= 120
    assert name.endswith(".pdf")


@given(st.text(max_size=300))
def test_whatever_comes_the_name_is_safe_and_stays_so(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe == safe_name(safe)
    assert not set(safe) & set('/\\<>:"|?*')
    assert not any(unicodedata.category(sign)[0] == "C" for sign in safe)
    assert safe == safe.strip(". ")
    assert len(safe) <= 121


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Plan.PDF", FileKind.PDF),
        ("tabell.xlsx", FileKind.TABLE),
        ("karta.dwg", FileKind.OTHER),
        ("x.exe", FileKind.PROGRAM),
    ],
)
def test_the_ending_tells_what_a_file_is(name: str, kind: FileKind) -> None:
    assert kind_of_file(name) is kind


@pytest.mark.parametrize("name", ["kör.exe", "makro.xlsm", "lank.LNK", "sida.html", "utan ändelse", "a.pdf.scr"])
def test_what_may_run_is_not_opened(name: str) -> None:
    assert not may_be_opened(name)


def test_documents_are_opened() -> None:
    assert all(map(may_be_opened, ("a.pdf", "b.docx", "c.png", "ritning.dwg")))
