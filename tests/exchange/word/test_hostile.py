"""Files that no word processor wrote: each is read, or refused in a sentence, and nothing of it is lost or endless."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.proposal import NodeKind, to_lists, to_records
from regdesk.exchange.propose import propose
from regdesk.exchange.word.document import Table
from regdesk.exchange.word.reader import read_document
from tests.exchange.word.files import cell, heading, item, note, paragraph, row, run, table, write_docx
from tests.exchange.word.proposals import all_of, proposed

_REFUSED = {
    ProblemKind.NOT_WORD,
    ProblemKind.WORD_DAMAGED,
    ProblemKind.WORD_ENCRYPTED,
    ProblemKind.WORD_EXTERNAL_ENTITIES,
    ProblemKind.WORD_NO_HEADINGS,
    ProblemKind.WORD_ZIP_BOMB,
}
_GOAL = heading(1, "Mål 1: Trygg vård")
_MUCH = 100_000

Parts = dict[str, bytes]
Mutation = Callable[[random.Random, Parts, str], None]


# Files that were changed at random -------------------------------------------------------------------------------


def _flip(dice: random.Random, parts: Parts, name: str) -> None:
    content = bytearray(parts[name])
    for _ in range(dice.choice([1, 3, 20])):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    parts[name] = bytes(content)


def _cut(dice: random.Random, parts: Parts, name: str) -> None:
    parts[name] = parts[name][: dice.randrange(len(parts[name]))]


def _drop(_dice: random.Random, parts: Parts, name: str) -> None:
    del parts[name]


def _swap(dice: random.Random, parts: Parts, name: str) -> None:
    other = dice.choice(list(parts))
    parts[name], parts[other] = parts[other], parts[name]


def _renumber(dice: random.Random, parts: Parts, name: str) -> None:
    """Other values in attributes: signs, figures without end, words where numbers belong."""
    pieces = parts[name].split(b'"')
    for place in range(1, len(pieces), 2):
        if dice.random() < 0.02:
            pieces[place] = dice.choice([b"-1", b"0", b"", b"9" * 5_000, b"1.5", b"true", "å".encode(), b"2147483647"])
    parts[name] = b'"'.join(pieces)


def _shuffle(dice: random.Random, parts: Parts, name: str) -> None:
    """Paragraphs, rows and cells in places where none belong."""
    pieces = parts[name].split(b"<w:p>")
    tail = pieces[1:]
    dice.shuffle(tail)
    parts[name] = b"<w:p>".join([pieces[0], *tail])


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """The parts of a small plan with something of everything."""
    path = write_docx(
        tmp_path_factory.mktemp("plan") / "plan.docx",
        _GOAL,
        paragraph(run("En text med fotnot.") + note(1)),
        table(
            ["Indikator", "Utfall 2023", "Målvärde 2024"],
            ["Nöjda besökare", "39 % ", ">45 %"],
            [cell("Sammanslagen", '<w:gridSpan w:val="2"/>'), "x"],
        ),
        paragraph("Som ansvarig nämnd för vården ska nämnden:"),
        item("följa väntetiderna"),
        item("och mer", level=1),
        heading(2, "Delmål 2026"),
        paragraph("Alla får svar i tid."),
        paragraph("Agenda 2030: 3 God hälsa och välbefinnande, 5 Jämställdhet"),
        paragraph("<w:r><w:drawing><wp:inline><wp:docPr descr='En karta'/></wp:inline></w:drawing></w:r>"),
        heading(1, "Bilaga 1: Reglemente"),
        footnotes=[(1, "En fotnot.")],
    )
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _write(path: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _is_read_or_refused(path: Path) -> None:
    try:
        proposal = propose(path)
    except Problem as problem:
        kind = problem.kind
    else:
        assert (proposal.missing(), proposal.repeated()) == (frozenset(), frozenset())
        assert to_records(proposal).records
        assert to_lists(proposal)
        return
    assert kind in _REFUSED


@pytest.mark.parametrize("mutation", [_flip, _cut, _drop, _swap, _renumber, _shuffle])
def test_a_file_that_was_changed_at_random(tmp_path: Path, plan: Parts, mutation: Mutation) -> None:
    dice = random.Random(mutation.__name__)  # noqa: S311 - the same files every time
    for number in range(60):
        parts = dict(plan)
        mutation(dice, parts, dice.choice(["word/document.xml", *parts]))
        _is_read_or_refused(_write(tmp_path / f"{number}.docx", parts))


def test_a_zip_that_was_changed_at_random(tmp_path: Path, plan: Parts) -> None:
    dice = random.Random("zip")  # noqa: S311 - the same files every time
    whole = _write(tmp_path / "plan.docx", plan).read_bytes()
    for number in range(60):
        parts = {"zip": whole}
        _flip(dice, parts, "zip")
        path = tmp_path / f"{number}.docx"
        path.write_bytes(parts["zip"])
        _is_read_or_refused(path)


# Files without end -----------------------------------------------------------------------------------------------

_ENDLESS: dict[str, Sequence[str]] = {
    "paragraphs": [paragraph(f"Stycke {number}") for number in range(10_000)],
    "items": [item(f"Punkt {number}", level=number % 9) for number in range(10_000)],
    "headings": [heading(1 + number % 4, f"Rubrik {number}") for number in range(5_000)],
    "lists of goals": [
        *(part for n in range(1_000) for part in (paragraph("Det finns följande mål:"), item(f"Rubrik {n}"))),
        *(heading(2, f"Rubrik {number}") for number in range(1_000)),
    ],
    "lists of parts": [
        *(part for n in range(1_000) for part in (paragraph(f"Inom målet rubrik {n} ingår:"), item(f"Rubrik {n}"))),
        *(heading(2, f"Rubrik {number}") for number in range(1_000)),
    ],
    "runs": ["<w:p>", *(run(f"ord {number} ") for number in range(_MUCH)), "</w:p>"],
    "paragraphs of a cell": ["<w:tbl><w:tr><w:tc>", "<w:p/>" * 50_000, "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"],
    "footnotes": ["<w:p>", *(note(number) for number in range(10_000)), "</w:p>"],
    "a lead-in": [paragraph("reglemente " * _MUCH), item("x")],
    "an appendix": [paragraph("Bilaga" + " " * _MUCH + "x"), heading(1, "Bilaga" + " " * _MUCH + "x")],
    "a heading": [heading(1, "Mål 1: " + "ord " * _MUCH)],
    "a name": [table(["Indikator", "Utfall 2023"], ["(ja/delvis/nej) " * 30_000, "1"])],
    "numbers": [paragraph("Mål 1. " * _MUCH)],
    "spaces": [paragraph("Mål" + " " * _MUCH + "x"), paragraph("Strategier" + " " * _MUCH + "x")],
    "a word": [paragraph("x" * 1_000_000)],
}


@pytest.mark.parametrize("what", _ENDLESS)
def test_what_has_no_end_is_read_in_its_turn(tmp_path: Path, what: str) -> None:
    """Each of these once took minutes, since its time grew by the square of its length."""
    notes = [(number, "not") for number in range(10_000)] if what == "footnotes" else []
    proposal = propose(write_docx(tmp_path / "plan.docx", _GOAL, "".join(_ENDLESS[what]), footnotes=notes))
    assert (proposal.missing(), proposal.repeated()) == (frozenset(), frozenset())


def test_cells_beyond_the_last_column_join_it(tmp_path: Path) -> None:
    header = ["Indikator", *(f"Utfall {number}" for number in range(2_000))]
    read = read_document(
        write_docx(tmp_path / "plan.docx", _GOAL, table(header, [str(number) for number in range(2_001)]))
    )
    (found,) = (block for block in read.blocks if isinstance(block, Table))
    assert all(str(number) in "\t".join(found.rows[1].texts).split("\t") for number in range(2_001))


def test_a_long_text_in_a_merged_cell_is_kept_once(tmp_path: Path) -> None:
    long = "lång text " * 10_000
    merged = cell(long, '<w:gridSpan w:val="30"/><w:vMerge w:val="restart"/>')
    below = [row([cell("", '<w:gridSpan w:val="30"/><w:vMerge/>'), str(number)]) for number in range(500)]
    body = f"<w:tbl>{row([merged, 'x'])}{''.join(below)}</w:tbl>"
    (found,) = (b for b in read_document(write_docx(tmp_path / "p.docx", _GOAL, body)).blocks if isinstance(b, Table))
    assert found.rows[0].cells[0].text == long
    assert sum(len(text) for each in found.rows for text in each.texts) < 200 * len(long)


@pytest.mark.parametrize(
    ("body", "depth"),
    [
        ("<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>", 60),
        ("<w:tbl><w:tr><w:tc>{}<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", 60),
        (
            "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
            30,
        ),
        ("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", 100),
    ],
    ids=["frames", "tables", "text boxes", "content controls"],
)
def test_what_stands_deep_inside_is_found(tmp_path: Path, body: str, depth: int) -> None:
    inner = paragraph("längst in")
    for _ in range(depth):
        inner = body.format(inner)
    proposal = proposed(tmp_path, _GOAL, inner)
    left = (node for entry in proposal.unplaced for node in entry.node.walk())
    assert any(node.text.startswith("längst in") for node in (*proposal.walk(), *left))


def test_what_stands_deeper_than_xml_is_read_is_refused(tmp_path: Path) -> None:
    inner = "<w:smartTag>" * 2_000 + run("x") + "</w:smartTag>" * 2_000
    with pytest.raises(Problem) as caught:
        propose(write_docx(tmp_path / "plan.docx", _GOAL, f"<w:p>{inner}</w:p>"))
    assert caught.value.kind is ProblemKind.WORD_DAMAGED


def test_half_a_sign_is_none(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, _GOAL, paragraph('<w:r><w:t>före</w:t><w:sym w:char="D83D"/><w:t>efter</w:t></w:r>'))
    assert [node.text for node in all_of(proposal, NodeKind.PARAGRAPH)] == ["föreefter"]
