"""Looks an Office file over before anything in it is understood: is it one, is it whole, does it fit in memory."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from regdesk.domain.problems import Problem, ProblemKind

FILE_LIMIT = 100_000_000
TOTAL_LIMIT = 200_000_000
XML_LIMIT = 50_000_000
RATIO_LIMIT = 200
RATIO_APPLIES_FROM = 5_000_000
ENTRY_LIMIT = 10_000
_CHUNK = 1 << 18

_ZIP, _OLE = b"PK", bytes.fromhex("D0CF11E0A1B11AE1")
_CONTENT_TYPES = "[Content_Types].xml"
_WORD_TYPE = re.compile(
    rb"(wordprocessingml\.(document|template)|ms-word\.(document|template)\.macroEnabled)\.main\+xml"
)
_OLE_ENTRY_SIZE = 128
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError),
    *(EOFError, LookupError, NotImplementedError, OSError, ValueError),
)

Parts = dict[str, bytes]
Progress = Callable[[float], None]


def read_parts(
    path: Path, progress: Progress, wanted: re.Pattern[bytes] = _WORD_TYPE, other: ProblemKind = ProblemKind.NOT_WORD
) -> tuple[bytes, Parts]:
    """The file's bytes and the parts in it by name, every one inflated and found harmless.

    Raises Problem with FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE, WORD_OLD_FORMAT, WORD_ENCRYPTED, WORD_DAMAGED,
    WORD_ZIP_BOMB or WORD_EXTERNAL_ENTITIES, each with the file's `path`, or `other` for a file whose content type is
    not `wanted`.
    """
    data = _read_file(path, other)
    try:
        _check_beginning(data, other)
        parts = _inflate(data, progress)
        if not wanted.search(parts.get(_CONTENT_TYPES, b"")):
            raise Problem(other)
    except Problem as problem:
        problem.params.setdefault("path", path)
        raise
    except _DAMAGED as error:
        raise Problem(ProblemKind.WORD_DAMAGED, path=path) from error
    return data, parts


def _read_file(path: Path, other: ProblemKind) -> bytes:
    try:
        if path.is_dir():
            raise Problem(other, path=path)
        size = path.stat().st_size
        if size > FILE_LIMIT:
            raise Problem(ProblemKind.FILE_TOO_LARGE, path=path, size=size, limit=FILE_LIMIT)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Problem(ProblemKind.FILE_MISSING, path=path) from error
    except OSError as error:
        raise Problem(ProblemKind.FILE_UNREADABLE, path=path) from error


def _check_beginning(data: bytes, other: ProblemKind) -> None:
    """A Word file is a zip. Older and encrypted ones are OLE containers [MS-CFB, MS-OFFCRYPTO 2.3.4.4]."""
    if not data:
        raise Problem(ProblemKind.WORD_DAMAGED)
    if data.startswith(_OLE):
        encrypted = _has_ole_entry(data, "EncryptedPackage")
        raise Problem(ProblemKind.WORD_ENCRYPTED if encrypted else ProblemKind.WORD_OLD_FORMAT)
    if not data.startswith(_ZIP):
        raise Problem(other)


def _has_ole_entry(data: bytes, name: str) -> bool:
    """Whether a directory entry of an OLE container has that name; entries are 128 bytes and begin with it."""
    pattern = re.compile(re.escape(name.encode("utf-16-le") + b"\0\0"))
    return any(found.start() % _OLE_ENTRY_SIZE == 0 for found in pattern.finditer(data))


def _inflate(data: bytes, progress: Progress) -> Parts:
    """Every part of the zip. What the zip says of its sizes is not believed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > ENTRY_LIMIT:
            raise Problem(ProblemKind.WORD_ZIP_BOMB)
        parts: Parts = {}
        room = TOTAL_LIMIT
        for done, entry in enumerate(entries, start=1):
            parts[entry.filename] = _inflate_entry(archive, entry, room)
            room -= len(parts[entry.filename])
            progress(done / len(entries))
    return parts


def _inflate_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    if entry.flag_bits & 1:
        raise Problem(ProblemKind.WORD_ENCRYPTED)
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise zipfile.BadZipFile(entry.filename)
    watch = refuse_entities() if entry.filename.lower().endswith((".xml", ".rels")) else None
    limit = min(room, XML_LIMIT) if watch else room
    blob = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            blob += chunk
            if len(blob) > limit or _is_blown_up(len(blob), entry.compress_size):
                raise Problem(ProblemKind.WORD_ZIP_BOMB)
            if watch:
                watch(chunk, False)
    if watch:
        watch(b"", True)
    return bytes(blob)


def _is_blown_up(size: int, compressed: int) -> bool:
    return size > RATIO_APPLIES_FROM and size > compressed * RATIO_LIMIT


def refuse_entities() -> Callable[[bytes, bool], object]:
    """A reader to feed XML to, piece by piece, with True at the end.

    It raises Problem(WORD_EXTERNAL_ENTITIES) at a document type, which no Office file has and every attack by
    entities needs, and ExpatError where the XML is not well-formed.
    """

    def refuse(*_details: object) -> None:
        raise Problem(ProblemKind.WORD_EXTERNAL_ENTITIES)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    return parser.Parse
