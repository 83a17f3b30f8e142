"""Keeps i18n/ in step with the texts in regdesk/: `update` rewrites its files, `check` says what is stale.

They hold no dates, places or versions and are sorted by text, so that two people's new texts merge calmly.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"_": None, "mark": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def main(arguments: list[str]) -> int:
    """Run the verb; 1 when something is stale or the verb is unknown."""
    match arguments:
        case ["update"]:
            update(ROOT)
            return 0
        case ["check"]:
            complaints = list(check(ROOT))
            print("\n".join(complaints) or "The catalogues are fresh.")
            return 1 if complaints else 0
        case _:
            print("usage: python -m tools.catalogues update|check")
            return 1


def update(root: Path) -> None:
    """Extract the texts anew, drop unused translations, leave new ones empty, and compile."""
    template = extract(root)
    _template(root).write_bytes(written(template))
    for path in _translations(root):
        catalogue = _read(path)
        catalogue.update(template, no_fuzzy_matching=True)
        path.write_bytes(written(catalogue))
        path.with_suffix(".mo").write_bytes(compiled(catalogue))


def check(root: Path) -> Iterator[str]:
    """One sentence for each thing that `update` or a translator has to mend."""
    template = extract(root)
    if not _template(root).is_file() or _template(root).read_bytes() != written(template):
        yield "i18n/regdesk.pot is stale: run `python3 dev.py texts`."
    for path in _translations(root):
        name = path.relative_to(root).as_posix()
        yield from (f"{name}: {complaint}" for complaint in _complaints(path, template))


def extract(root: Path) -> Catalog:
    """Every text of the package, with the comments that begin "Translators:"."""
    catalogue = Catalog(charset="utf-8", fuzzy=False)
    for path in sorted((root / "regdesk").rglob("*.py")):
        found = extract_from_file("python", path, KEYWORDS, ("Translators:",))
        for _line, text, comments, context in found:
            catalogue.add(text, auto_comments=comments, context=context)
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a .po or .pot file."""
    header = ["Project-Id-Version: Regdesk", "Content-Type: text/plain; charset=utf-8", "MIME-Version: 1.0"]
    header += ["Content-Transfer-Encoding: 8bit"]
    if catalogue.locale:
        header += [f"Language: {catalogue.locale}", f"Plural-Forms: {catalogue.plural_forms}"]
    lines = ['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in header), "", ""]
    body = BytesIO("\n".join(lines).encode())
    body.seek(0, 2)
    for message in catalogue:
        message.flags.discard("python-format")  # "100 % av målen" holds no placeholder
    write_po(body, catalogue, 100, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return body.getvalue().rstrip() + b"\n"


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as a .mo file."""
    catalogue.creation_date = catalogue.revision_date = EPOCH
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def _complaints(path: Path, template: Catalog) -> Iterator[str]:
    catalogue = _read(path)
    wanted, present = _keys(template), _keys(catalogue)
    yield from (f"not in the catalogue: {forms[0]!r}" for _context, forms in sorted(wanted - present, key=str))
    yield from (f"no longer used: {forms[0]!r}" for _context, forms in sorted(present - wanted, key=str))
    yield from (f"obsolete: {message.id!r}" for message in catalogue.obsolete.values())
    for message in catalogue:
        if message.id:
            yield from _faults(message)
    binary = path.with_suffix(".mo")
    if not binary.is_file() or binary.read_bytes() != compiled(catalogue):
        yield "the compiled .mo is stale: run `python3 dev.py texts`."


def _faults(message: Message) -> Iterator[str]:
    sources, targets = _forms(message.id), _forms(message.string)
    if message.fuzzy:
        yield f"unsure: {sources[0]!r}"
    if not targets or not all(targets):
        yield f"not translated: {sources[0]!r}"
        return
    # The last form is the one for many; the others may say "one" in words, but invent no placeholder.
    if _placeholders(targets[-1]) != _placeholders(sources[-1]) or any(
        not _placeholders(target) <= _placeholders(sources[-1]) for target in targets
    ):
        yield f"other placeholders: {sources[0]!r}"


def _placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def _keys(catalogue: Catalog) -> set[tuple[str | None, tuple[str, ...]]]:
    return {(message.context, _forms(message.id)) for message in catalogue if message.id}


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _read(path: Path) -> Catalog:
    return read_po(BytesIO(path.read_bytes()), locale=path.parents[1].name, charset="utf-8", abort_invalid=True)


def _template(root: Path) -> Path:
    return root / "i18n" / "regdesk.pot"


def _translations(root: Path) -> list[Path]:
    return sorted((root / "i18n").glob("*/LC_MESSAGES/regdesk.po"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
