"""What README and docs/ point at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.verbs import VERBS

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "resources" / "README.md"])


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    inner = [link for link in links if "://" not in link]
    assert [link for link in inner if not (page.parent / link).exists()] == []


def test_the_verbs_that_the_docs_name_are_there() -> None:
    named = {verb for page in PAGES for verb in re.findall(r"dev\.py ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert named <= VERBS.keys()
