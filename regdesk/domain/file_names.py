"""Names of files that come from outside: made safe to write down anywhere, and what kind of file each tells of."""

from __future__ import annotations

import unicodedata
from enum import StrEnum, auto
from typing import Final

_LONGEST: Final = 120
_FORBIDDEN: Final = frozenset('<>:"|?*')
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³")}
)


class FileKind(StrEnum):
    """What a file is, as far as its name tells."""

    PDF = auto()
    TEXT = auto()
    TABLE = auto()
    SLIDES = auto()
    PICTURE = auto()
    MAIL = auto()
    ARCHIVE = auto()
    PROGRAM = auto()
    OTHER = auto()


_SUFFIXES: Final = {
    FileKind.PDF: "pdf",
    FileKind.TEXT: "doc docx odt rtf txt md",
    FileKind.TABLE: "xls xlsx ods csv tsv",
    FileKind.SLIDES: "ppt pptx odp",
    FileKind.PICTURE: "png jpg jpeg gif tif tiff bmp webp heic svg",
    FileKind.MAIL: "eml msg",
    FileKind.ARCHIVE: "zip 7z rar tar gz",
    FileKind.PROGRAM: (
        "exe com bat cmd ps1 ps1xml psm1 psc1 vb vbe vbs js jse mjs ws wsf wsh wsc msi msp mst msc scr pif cpl hta "
        "htm html xhtml mht lnk reg jar jnlp sh bash zsh csh fish run app command desktop py pyw pyz pl rb php dll "
        "sys drv ocx inf url webloc website scf appimage deb rpm dmg pkg iso img vhd vhdx xll wll ade adp mde mda "
        "application appref-ms gadget chm hlp diagcab settingcontent-ms library-ms search-ms appx msix theme "
        "docm dotm xlsm xltm xlam pptm potm ppam ppsm sldm slk iqy"
    ),
}
_KINDS: Final = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}


def safe_name(name: str) -> str:
    """A file's name without folders, signs and endings that a system may take for something else; never empty."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C" and sign not in _FORBIDDEN)
    kept = " ".join(kept.split()).strip(". ")
    stem, dot, suffix = kept.rpartition(".")
    if dot and len(suffix) < _LONGEST // 2:
        kept = f"{stem[: _LONGEST - len(suffix) - 1].rstrip('. ')}.{suffix}"
    kept = kept[:_LONGEST].strip(". ")
    if kept.split(".", 1)[0].strip().casefold() in _RESERVED:
        kept = f"_{kept}"
    return kept or "bilaga"


def suffix_of(name: str) -> str:
    """`docx` for `Plan.DOCX`; nothing for a name without one."""
    return name.rpartition(".")[2].casefold() if "." in name else ""


def kind_of_file(name: str) -> FileKind:
    """What a file is by the end of its name."""
    return _KINDS.get(suffix_of(name), FileKind.OTHER)


def may_be_opened(name: str) -> bool:
    """Whether a file is let loose on the system: none that may run as a program, and none that tells not what it is."""
    return bool(suffix_of(name)) and kind_of_file(name) is not FileKind.PROGRAM
