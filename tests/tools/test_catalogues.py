"""The catalogues' tool: what it extracts, what it calls stale, and that its output is stable."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools import catalogues

PO = Path("i18n/en/LC_MESSAGES/regdesk.po")

SOURCE = """
from regdesk.i18n import _, mark, ngettext, pgettext
TITLES = {"goal": mark("Mål")}
def texts(n, name):
    # Translators: the name is a file's.
    yield _("Kunde inte öppna {name}.").format(name=name)
    yield ngettext("Ett mål", "{n} mål", n).format(n=n)
    yield pgettext("verdict", "Nej")
"""

ENGLISH = {
    'msgid "Mål"\nmsgstr ""': 'msgid "Mål"\nmsgstr "Goal"',
    '{name}."\nmsgstr ""': '{name}."\nmsgstr "Could not open {name}."',
    'msgstr[0] ""\nmsgstr[1] ""': 'msgstr[0] "One goal"\nmsgstr[1] "{n} goals"',
    'msgid "Nej"\nmsgstr ""': 'msgid "Nej"\nmsgstr "No"',
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project, its catalogues fresh and in English."""
    (tmp_path / "regdesk").mkdir()
    (tmp_path / "regdesk" / "texts.py").write_text(SOURCE, encoding="utf-8")
    (tmp_path / PO).parent.mkdir(parents=True)
    (tmp_path / PO).touch()
    catalogues.update(tmp_path)
    for before, after in ENGLISH.items():
        replace(tmp_path / PO, before, after)
    catalogues.update(tmp_path)
    return tmp_path


def replace(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8", newline="\n")


def test_a_translated_project_is_fresh(project: Path) -> None:
    assert list(catalogues.check(project)) == []


def test_the_template_holds_every_kind_of_text_and_no_places_or_dates(project: Path) -> None:
    template = (project / "i18n" / "regdesk.pot").read_text(encoding="utf-8")
    assert [line for line in template.splitlines() if line.startswith(("msgid", "msgctxt", "#."))] == [
        'msgid ""',
        'msgid "Ett mål"',
        'msgid_plural "{n} mål"',
        "#. Translators: the name is a file's.",
        'msgid "Kunde inte öppna {name}."',
        'msgid "Mål"',
        'msgctxt "verdict"',
        'msgid "Nej"',
    ]
    assert "texts.py" not in template
    assert "Date" not in template


def test_updating_what_is_fresh_changes_nothing(project: Path) -> None:
    files = [path for path in (project / "i18n").rglob("*") if path.is_file()]
    before = [path.read_bytes() for path in files]
    catalogues.update(project)
    assert [path.read_bytes() for path in files] == before


def test_where_the_texts_stand_does_not_matter(project: Path) -> None:
    (project / "regdesk" / "ui").mkdir()
    shutil.move(project / "regdesk" / "texts.py", project / "regdesk" / "ui" / "moved.py")
    assert list(catalogues.check(project)) == []


def test_a_new_text_makes_the_catalogues_stale_until_it_is_translated(project: Path) -> None:
    (project / "regdesk" / "new.py").write_text('_("Spara")', encoding="utf-8")
    assert list(catalogues.check(project)) == [
        "i18n/regdesk.pot is stale: run `python3 dev.py texts`.",
        f"{PO.as_posix()}: not in the catalogue: 'Spara'",
    ]
    catalogues.update(project)
    assert f"{PO.as_posix()}: not translated: 'Spara'" in list(catalogues.check(project))


def test_a_text_that_is_gone_is_dropped(project: Path) -> None:
    replace(project / "regdesk" / "texts.py", 'mark("Mål")', '"Mål"')
    assert f"{PO.as_posix()}: no longer used: 'Mål'" in list(catalogues.check(project))
    catalogues.update(project)
    assert list(catalogues.check(project)) == []
    assert '"Mål"' not in (project / PO).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('"Could not open {name}."', '"Could not open {file}."', "other placeholders: 'Kunde inte öppna {name}.'"),
        ('"Could not open {name}."', '"Could not open it."', "other placeholders: 'Kunde inte öppna {name}.'"),
        ('"{n} goals"', '"goals"', "other placeholders: 'Ett mål'"),
        ('"One goal"', '"One {thing}"', "other placeholders: 'Ett mål'"),
        ('"Goal"', '""', "not translated: 'Mål'"),
        ('msgid "Mål"', '#, fuzzy\nmsgid "Mål"', "unsure: 'Mål'"),
    ],
)
def test_a_faulty_translation_is_found(project: Path, before: str, after: str, complaint: str) -> None:
    replace(project / PO, before, after)
    assert f"{PO.as_posix()}: {complaint}" in list(catalogues.check(project))


def test_a_translation_that_was_not_compiled_is_found(project: Path) -> None:
    replace(project / PO, '"Goal"', '"Aim"')
    assert list(catalogues.check(project)) == [
        f"{PO.as_posix()}: the compiled .mo is stale: run `python3 dev.py texts`."
    ]


def test_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert catalogues.main(["translate"]) == 1
    assert "update|check" in capsys.readouterr().out
