"""Reads a board's verdicts from CSV, as a secretary keeps them in a spreadsheet.

The first row names the columns, in any order and case; Swedish and English names are known:

| column | names |
|---|---|
| id | Id, Id-nummer, Item id |
| kind | Typ, Slag, Kind, Type: Mål, Delmål, Indikator, Parameter, Delaktivitet, Aktivitet, Uppdrag, or the code |
| goal | Mål, Målområde, Goal |
| name | Indikator, Namn, Delaktivitet, Aktivitet, Uppdrag, Indicator, Name, Activity, Assignment |
| parameter | Parameter, Klusterparameter, Cluster parameter: its name, or its number in the cluster |
| verdict | Bedömning, Utfall, J/D/N, Ja/Delvis/Nej, Verdict, Assessment |
| justification | Motivering, Kommentar, Anteckning, Justification, Comment |
| section_no | §, Paragraf, Section |

Verdicts are written in Swedish, as in plans, or as Yes, Partly, No, Cannot be assessed.
Columns of other names are passed over. UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252;
parted by semicolon, comma or tab. Rows without a verdict, or "Ej bedömd", say nothing and are passed over.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from regdesk.domain.codes import Verdict
from regdesk.domain.notation import parse_verdict
from regdesk.domain.numerals import tidy
from regdesk.domain.problems import Problem, ProblemKind

SIZE_LIMIT = 5_000_000
ROW_LIMIT = 20_000

_NAMES = {
    "item_id": ("id", "id-nummer", "item id", "item_id"),
    "kind": ("typ", "slag", "kind", "type"),
    "goal": ("mål", "målområde", "goal"),
    "name": (
        *("indikator", "namn", "delaktivitet", "aktivitet", "uppdrag"),
        *("indicator", "name", "activity", "assignment", "title"),
    ),
    "parameter": ("parameter", "klusterparameter", "cluster parameter", "cluster_parameter"),
    "verdict": ("bedömning", "utfall", "j/d/n", "ja/delvis/nej", "verdict", "assessment"),
    "justification": ("motivering", "kommentar", "anteckning", "justification", "comment"),
    "section_no": ("§", "paragraf", "section", "section_no"),
}
_COLUMNS = {name: column for column, names in _NAMES.items() for name in names}

_KINDS = {
    **dict.fromkeys(("mål", "målområde", "goal"), "goal"),
    **dict.fromkeys(("delmål", "interim goal", "interim_goal"), "interim_goal"),
    **dict.fromkeys(("indikator", "kluster", "indicator", "cluster"), "indicator"),
    **dict.fromkeys(("parameter", "klusterparameter", "cluster parameter", "cluster_parameter"), "cluster_parameter"),
    **dict.fromkeys(("aktivitet", "delaktivitet", "activity"), "activity"),
    **dict.fromkeys(("uppdrag", "assignment"), "assignment"),
}
_ENGLISH_VERDICTS = {
    "yes": Verdict.YES,
    "partly": Verdict.PARTLY,
    "no": Verdict.NO,
    "cannot be assessed": Verdict.CANNOT_ASSESS,
}
_NOT_ASSESSED = {"", "-", "–", "ej bedömd", "inte bedömd", "not assessed"}
_DELIMITERS = ";,\t"
_FORMULA_SIGNS = "=+-@"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRow:
    """A verdict with what its row says of the thing it is about; `line` is the row's first line in the file.

    `kind` is the code of what can be assessed (goal, interim_goal, indicator, cluster_parameter, activity,
    assignment), empty where the file does not say. One of `item_id`, `name`, `parameter` and `goal` is not empty.
    """

    line: int
    verdict: Verdict
    item_id: str = ""
    kind: str = ""
    goal: str = ""
    name: str = ""
    parameter: str = ""
    justification: str = ""
    section_no: str = ""


def read_verdicts(path: Path) -> list[VerdictRow]:
    """The verdicts of a file, in its order.

    Raises Problem with FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE, CSV_MALFORMED (`line`) or CSV_UNKNOWN_VERDICT
    (`line`, `text`), each with the file's `path`.
    """
    try:
        return list(_read(_decode(_load(path))))
    except Problem as problem:
        problem.params.setdefault("path", path)
        raise


def _load(path: Path) -> bytes:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise Problem(ProblemKind.FILE_TOO_LARGE, size=path.stat().st_size, limit=SIZE_LIMIT)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Problem(ProblemKind.FILE_MISSING) from error
    except OSError as error:
        raise Problem(ProblemKind.FILE_UNREADABLE) from error


def _decode(data: bytes) -> str:
    """Excel for Windows writes UTF-8 only when asked to."""
    by_mark = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if by_mark else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Problem(ProblemKind.CSV_MALFORMED)


def _read(text: str) -> Iterator[VerdictRow]:
    """The rows below the header. `sep=;` on a first line of its own is Excel's way of naming the delimiter."""
    lines = text.splitlines(keepends=True)
    skipped = 1 if lines and lines[0].lower().startswith("sep=") else 0
    delimiter, columns = _read_header(lines[skipped] if len(lines) > skipped else "")
    reader = csv.reader(io.StringIO("".join(lines[skipped + 1 :])), delimiter=delimiter, strict=True)
    line = skipped + 1
    try:
        for count, cells in enumerate(reader, start=1):
            if count > ROW_LIMIT:
                raise Problem(ProblemKind.FILE_TOO_LARGE)
            said = {column: _plain(cells[place]) for place, column in columns.items() if place < len(cells)}
            row = _row(said, line + 1)
            line = skipped + 1 + reader.line_num
            if row:
                yield row
    except csv.Error as error:
        raise Problem(ProblemKind.CSV_MALFORMED, line=line + 1) from error


def _read_header(header: str) -> tuple[str, Mapping[int, str]]:
    """The delimiter that makes most of the header, and the known columns by their place."""
    found = {delimiter: _known(header, delimiter) for delimiter in _DELIMITERS}
    delimiter = max(found, key=lambda candidate: len(found[candidate]))
    columns = found[delimiter]
    if "verdict" not in columns.values() or not {"item_id", "name", "parameter", "goal"} & set(columns.values()):
        raise Problem(ProblemKind.CSV_MALFORMED, line=1)
    return delimiter, columns


def _known(header: str, delimiter: str) -> dict[int, str]:
    names = next(csv.reader([header], delimiter=delimiter), [])
    columns: dict[int, str] = {}
    for place, name in enumerate(names):
        column = _COLUMNS.get(tidy(name).casefold())
        if column and column not in columns.values():
            columns[place] = column
    return columns


def _plain(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:2] and text[1] in _FORMULA_SIGNS else text


def _row(said: dict[str, str], line: int) -> VerdictRow | None:
    """The verdict of a row; None where it gives none."""
    text = said.pop("verdict", "")
    folded = tidy(text).casefold()
    if folded in _NOT_ASSESSED:
        return None
    verdict = _ENGLISH_VERDICTS.get(folded) or parse_verdict(text)
    if verdict is None:
        raise Problem(ProblemKind.CSV_UNKNOWN_VERDICT, line=line, text=text)
    kind = _KINDS.get(tidy(said.pop("kind", "")).casefold(), "")
    row = VerdictRow(line=line, verdict=verdict, kind=kind, **said)
    if not (row.item_id or row.name or row.parameter or row.goal):
        raise Problem(ProblemKind.CSV_MALFORMED, line=line)
    return row
