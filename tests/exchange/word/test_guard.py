"""A file that is no harmless Word file is refused with the reason, before anything in it is understood."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.word import guard
from regdesk.exchange.word.guard import read_parts
from regdesk.exchange.word.reader import read_document
from tests.exchange.word.files import heading, write_docx

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def _refused(path: Path) -> ProblemKind:
    with pytest.raises(Problem) as caught:
        read_document(path)
    assert caught.value.params["path"] == path
    return caught.value.kind


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _zip(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", ProblemKind.WORD_DAMAGED),
        (b"Bara text", ProblemKind.NOT_WORD),
        (b"%PDF-1.7 ...", ProblemKind.NOT_WORD),
        (b"{\\rtf1 text}", ProblemKind.NOT_WORD),
        (b"PK\x03\x04 och sedan inget", ProblemKind.WORD_DAMAGED),
        (_OLE + bytes(1024), ProblemKind.WORD_OLD_FORMAT),
        (_OLE + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(96), ProblemKind.WORD_ENCRYPTED),
        (_OLE + bytes(1018) + "EncryptedPackage".encode("utf-16-le") + bytes(94), ProblemKind.WORD_OLD_FORMAT),
    ],
)
def test_beginning(tmp_path: Path, data: bytes, kind: ProblemKind) -> None:
    assert _refused(_write(tmp_path / "plan.docx", data)) is kind


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert _refused(tmp_path / "ingen.docx") is ProblemKind.FILE_MISSING
    assert _refused(tmp_path) is ProblemKind.NOT_WORD


def test_locked_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_docx(tmp_path / "plan.docx", heading(1, "Mål"))

    def locked(_path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert _refused(path) is ProblemKind.FILE_UNREADABLE


def test_other_office_files(tmp_path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(tmp_path / "blad.docx")
    assert _refused(tmp_path / "blad.docx") is ProblemKind.NOT_WORD
    assert _refused(_zip(tmp_path / "arkiv.docx", **{"bild.png": b"x"})) is ProblemKind.NOT_WORD


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_truncated(tmp_path: Path, kept: float) -> None:
    whole = write_docx(tmp_path / "plan.docx", heading(1, "Mål")).read_bytes()
    assert _refused(_write(tmp_path / "halv.docx", whole[: int(len(whole) * kept)])) is ProblemKind.WORD_DAMAGED


def test_damaged_within(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "plan.docx", heading(1, "Mål") * 50)
    data = bytearray(path.read_bytes())
    at = data.index(b"word/document.xml") + 40
    data[at : at + 8] = os.urandom(8)
    assert _refused(_write(path, bytes(data))) is ProblemKind.WORD_DAMAGED


def test_broken_xml(tmp_path: Path) -> None:
    assert _refused(write_docx(tmp_path / "plan.docx", "<w:p>")) is ProblemKind.WORD_DAMAGED


def test_xml_too_deep_for_the_parser(tmp_path: Path) -> None:
    depth = 5000
    body = "<w:smartTag>" * depth + "</w:smartTag>" * depth
    assert _refused(write_docx(tmp_path / "plan.docx", body)) is ProblemKind.WORD_DAMAGED


def test_nonsense_for_a_number(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:sym w:char="zz"/></w:r></w:p>'
    assert _refused(write_docx(tmp_path / "plan.docx", body)) is ProblemKind.WORD_DAMAGED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["comments.xml", "customXml/item1.xml", "_rels/styles.xml.rels"])
def test_document_type(tmp_path: Path, name: str, encoding: str) -> None:
    hostile = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    )
    path = write_docx(tmp_path / "plan.docx", heading(1, "Mål"), parts=[("other", name, hostile.encode(encoding))])
    assert _refused(path) is ProblemKind.WORD_EXTERNAL_ENTITIES


def test_document_type_in_a_main_part_of_another_name(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "plan.docx", heading(1, "Mål"), main_name="document.bin")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.bin"] = b"<!DOCTYPE x><x/>"
    assert _refused(_zip(tmp_path / "ond.docx", **parts)) is ProblemKind.WORD_EXTERNAL_ENTITIES


def test_bomb_by_ratio(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "plan.docx", heading(1, "Mål"), parts=[("image", "a.png", bytes(20_000_000))])
    assert path.stat().st_size < 100_000
    assert _refused(path) is ProblemKind.WORD_ZIP_BOMB


def test_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "plan.docx", heading(1, "Mål"), parts=[("image", "a.png", bytes(20_000_000))])
    data = path.read_bytes().replace((20_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert _refused(_write(path, data)) in {ProblemKind.WORD_ZIP_BOMB, ProblemKind.WORD_DAMAGED}


def test_bomb_by_total_and_by_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_docx(tmp_path / "plan.docx", heading(1, "Mål"), parts=[("image", "a.png", os.urandom(5000))])
    monkeypatch.setattr(guard, "TOTAL_LIMIT", 4000)
    assert _refused(path) is ProblemKind.WORD_ZIP_BOMB
    monkeypatch.setattr(guard, "TOTAL_LIMIT", 100_000)
    monkeypatch.setattr(guard, "ENTRY_LIMIT", 3)
    assert _refused(path) is ProblemKind.WORD_ZIP_BOMB
    monkeypatch.setattr(guard, "FILE_LIMIT", 1000)
    assert _refused(path) is ProblemKind.FILE_TOO_LARGE


def test_zip_with_a_password(tmp_path: Path) -> None:
    data = bytearray(write_docx(tmp_path / "plan.docx", heading(1, "Mål")).read_bytes())
    at = data.index(b"PK\x01\x02") + 8
    data[at] |= 1
    assert _refused(_write(tmp_path / "plan.docx", bytes(data))) is ProblemKind.WORD_ENCRYPTED


def test_unusual_compression(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert _refused(path) is ProblemKind.WORD_DAMAGED


def test_every_byte_is_given_back(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "plan.docx", heading(1, "Mål"))
    told: list[float] = []
    data, parts = read_parts(path, told.append)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert parts == {name: archive.read(name) for name in archive.namelist()}
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_cancel(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "plan.docx", heading(1, "Mål") * 5)

    def cancel_late(share: float) -> None:
        if share > 0.5:
            raise Problem(ProblemKind.CANCELLED)

    with pytest.raises(Problem) as caught:
        read_document(path, cancel_late)
    assert caught.value.kind is ProblemKind.CANCELLED
