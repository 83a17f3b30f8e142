"""Texts in Swedish and English, chosen by the environment and looked up when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regdesk import i18n
from tools import catalogues


@pytest.fixture
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue of three texts, made by the project's own tool."""
    package, folder = tmp_path / "regdesk", tmp_path / "i18n" / "en" / "LC_MESSAGES"
    package.mkdir()
    folder.mkdir(parents=True)
    source = '_("Mål")\nngettext("{n} rad", "{n} rader", 2)\npgettext("verdict", "Nej")\n'
    (package / "texts.py").write_text(source, encoding="utf-8")
    catalogue = catalogues.extract(tmp_path)
    catalogue["Mål"].string = "Goal"
    catalogue["{n} rad"].string = ("{n} row", "{n} rows")
    no = catalogue.get("Nej", "verdict")
    assert no is not None
    no.string = "No"
    (folder / "regdesk.mo").write_bytes(catalogues.compiled(catalogue))
    monkeypatch.setattr(i18n, "data_folder", lambda name: tmp_path / name)
    i18n._catalogue.cache_clear()
    yield
    i18n._catalogue.cache_clear()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "sv"),
        ({"LANG": "C.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "sv_SE"}, "sv"),
        ({"LANG": "sv_SE", "LANGUAGE": "fi:en:sv"}, "en"),
        ({"LANG": "en_US", "LANGUAGE": ""}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "sv"),
    ],
)
def test_the_environment_chooses(environment: dict[str, str], language: str) -> None:
    assert i18n.language_of(environment) == language


def test_swedish_is_the_source() -> None:
    assert i18n.current_language() == "sv"
    assert i18n._("Mål") == "Mål"
    assert i18n.ngettext("{n} rad", "{n} rader", 1) == "{n} rad"
    assert i18n.ngettext("{n} rad", "{n} rader", 0) == "{n} rader"
    assert i18n.pgettext("verdict", "Nej") == "Nej"


@pytest.mark.usefixtures("english")
def test_a_text_follows_the_language_of_the_moment() -> None:
    marked = i18n.mark("Mål")
    i18n.set_language("en")
    assert i18n._(marked) == "Goal"
    assert i18n.ngettext("{n} rad", "{n} rader", 1) == "{n} row"
    assert i18n.ngettext("{n} rad", "{n} rader", 2) == "{n} rows"
    assert i18n.pgettext("verdict", "Nej") == "No"
    i18n.set_language("sv")
    assert i18n._(marked) == "Mål"


@pytest.mark.usefixtures("english")
def test_no_text_stays_no_text() -> None:
    i18n.set_language("en")
    assert i18n._("") == ""


def test_the_programs_own_english_catalogue_loads() -> None:
    i18n.set_language("en")
    assert i18n._("~") == "~"
