"""The words of the program: Swedish in the source, other languages from the catalogues in i18n/.

Texts are looked up when they are asked for, so a language set later holds for everything made after it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from gettext import NullTranslations, translation
from typing import Final, Literal, TypeGuard, get_args

from regdesk.paths import data_folder

Language = Literal["sv", "en"]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
SOURCE_LANGUAGE: Final[Language] = "sv"

_ENVIRONMENT: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str]) -> Language:
    """The first language that the first set locale variable names and the program has; otherwise Swedish."""
    chosen = next((environment[name] for name in _ENVIRONMENT if environment.get(name)), "")
    codes = (locale.split("_")[0].split(".")[0].lower() for locale in chosen.split(":"))
    return next((code for code in codes if _is_language(code)), SOURCE_LANGUAGE)


def set_language(language: Language) -> None:
    """Make every later look-up answer in `language`."""
    global _language
    _language = language


def current_language() -> Language:
    """The language that look-ups answer in now; at start the one of the environment."""
    return _language


def _(text: str) -> str:
    """`text`, a Swedish source text, in the current language."""
    return _catalogue(_language).gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many` in the current language, by its own rule for `count`."""
    return _catalogue(_language).ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Like `_` for a text that means different things in different places; `context` tells which."""
    return _catalogue(_language).pgettext(context, text)


def mark(text: str) -> str:
    """`text` itself, put into the catalogues; for tables of texts that are looked up with `_` when used."""
    return text


def _is_language(code: str) -> TypeGuard[Language]:
    return code in LANGUAGES


@cache
def _catalogue(language: Language) -> NullTranslations:
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    return translation("regdesk", data_folder("i18n"), [language])


_language: Language = language_of(os.environ)
