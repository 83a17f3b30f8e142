"""The look of the sheets as a form and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from regdesk.domain.look import (
    READABLE,
    HeadFact,
    Look,
    NamePart,
    Typeface,
    check_colour,
    check_look,
    is_colour,
    least_contrast,
)
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.formats import format_number
from regdesk.i18n import _, current_language, mark
from regdesk.services.look import logo_of, look_of, set_look
from regdesk.services.session import Session
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.fields import YES, Choice, Field, FieldKind
from regdesk.viewmodels.problems import sentence

_TYPEFACES: Final = {
    Typeface.SANS: mark("Source Sans, utan seriffer"),
    Typeface.SERIF: mark("Source Serif, med seriffer"),
}
_HEAD: Final = {
    HeadFact.BOARD: mark("Nämnden i &huvudet"),
    HeadFact.DNR: mark("&Diarienumret i huvudet"),
    HeadFact.PERIOD: mark("&Perioden i huvudet"),
}
_NEW: Final = "new"
_BLAMED: Final = {
    ProblemKind.COLOUR_UNKNOWN: "accent",
    ProblemKind.COLOUR_UNREADABLE: "accent",
    ProblemKind.LOGO_WITHOUT_WORDS: "logo_alt",
    ProblemKind.NAME_UNKNOWN: "file_name",
}


def typefaces() -> Mapping[str, Typeface]:
    """The families of type by their codes."""
    return {typeface.value: typeface for typeface in Typeface}


def read_head(text: str) -> tuple[HeadFact, ...]:
    """`board, dnr` as facts, in the order they are printed; what is no fact is left out."""
    wanted = {part.strip().lower() for part in text.split(",")}
    return tuple(fact for fact in HeadFact if fact.value in wanted)


def look_facts(look: Look) -> tuple[Fact, ...]:
    """What was chosen, a line each."""
    facts = (
        Fact(label=_("Färg"), text=look.accent),
        Fact(label=_("Typsnitt"), text=_(_TYPEFACES[look.typeface])),
        Fact(label=_("Logotyp"), text=look.logo_alt if look.logo else _("ingen")),
        Fact(label=_("I huvudet"), text=", ".join(fact.value for fact in look.head) or "–"),
        Fact(label=_("I sidfoten"), text=look.foot or "–"),
        Fact(label=_("Kontrollsumma"), text=_("ja") if look.has_seal else _("nej")),
        Fact(label=_("Filnamn"), text=look.file_name),
    )
    return facts


def colour_of(text: str) -> str:
    """A colour as it is written, #0B5563; nothing for a text that is none."""
    colour = text.strip().upper()
    return colour if is_colour(colour) else ""


def colour_words(text: str) -> str:
    """How well texts in a colour can be read, while it is being chosen."""
    colour = colour_of(text)
    if not colour:
        return _("Skrivs som #0B5563, med sex siffror eller bokstäver A–F.")
    if fault := colour_fault(text):
        return f"⚠ {fault}"
    told = _("Kontrasten är {contrast}. Den ska vara minst {least}.")
    language = current_language()
    found, least = (format_number(number, language=language) for number in (least_contrast(colour), READABLE))
    return told.format(contrast=found, least=least)


def colour_fault(text: str) -> str:
    """Why a colour will not do, or nothing."""
    try:
        check_colour(text.strip().upper())
    except Problem as problem:
        return sentence(problem)
    return ""


def look_fields(accent: str) -> tuple[Field, ...]:
    """The questions about the look, with what is to be said of the colour; the logo is asked for by itself."""
    parts = ", ".join(f"{{{part.value}}}" for part in NamePart)
    return (
        Field(key="logo_alt", label=_("&Logotypens beskrivning"), help=_("Läses upp i stället för bilden.")),
        Field(
            key="accent",
            label=_("&Rubrikernas färg"),
            kind=FieldKind.COLOUR,
            help=colour_words(accent),
            required=True,
            check=colour_fault,
        ),
        Field(
            key="typeface",
            label=_("&Typsnitt"),
            kind=FieldKind.CHOICE,
            choices=tuple(Choice(face.value, _(text)) for face, text in _TYPEFACES.items()),
        ),
        Field(key="foot", label=_("&Egen rad i sidfoten"), hint=_("till exempel adress och webbplats")),
        Field(
            key="file_name",
            label=_("&Filnamn"),
            help=_("Delar som fylls i: {parts}.").format(parts=parts),
            required=True,
        ),
        *(Field(key=fact.value, label=_(text), kind=FieldKind.TICK) for fact, text in _HEAD.items()),
        Field(key="has_seal", label=_("&Kontrollsumma i sidfoten"), kind=FieldKind.TICK),
    )


def look_answers(look: Look) -> dict[str, str]:
    """The look as answers to those questions."""
    return {
        "accent": look.accent,
        "typeface": look.typeface.value,
        "logo_alt": look.logo_alt,
        "foot": look.foot,
        "file_name": look.file_name,
        **{fact.value: YES if fact in look.head else "" for fact in HeadFact},
        "has_seal": YES if look.has_seal else "",
    }


def answered_look(look: Look, answers: Mapping[str, str]) -> Look:
    """The look with the answers in it, as yet unchecked."""
    return replace(
        look,
        accent=answers["accent"].strip().upper(),
        typeface=Typeface(answers["typeface"]),
        logo_alt=answers["logo_alt"].strip(),
        foot=answers["foot"].strip(),
        file_name=answers["file_name"].strip(),
        head=tuple(fact for fact in HeadFact if answers[fact.value] == YES),
        has_seal=answers["has_seal"] == YES,
    )


def tried_look(session: Session, answers: Mapping[str, str], logo: bytes | None) -> Look:
    """The look as it would be; `logo` as for `store_look`, and a new one has no place in the register yet."""
    look = answered_look(look_of(session), answers)
    return look if logo is None else replace(look, logo=_NEW if logo else "")


def look_beginning(session: Session) -> dict[str, str]:
    """What the questions are answered with before anybody answers."""
    return look_answers(look_of(session))


def kept_logo(session: Session) -> bytes:
    """The bytes of the logo that was chosen; nothing where there is none."""
    return logo_of(session, look_of(session))


def store_look(session: Session, answers: Mapping[str, str], logo: bytes | None) -> dict[str, str]:
    """Keep the look as one step; a sentence for an answer that will not do, by key.

    `logo`: the bytes of a new picture, nothing of them for none, None for the one there is.
    """
    look = tried_look(session, answers, logo)
    try:
        check_look(look)
        set_look(session, look, logo or None)
    except Problem as problem:
        if problem.kind not in _BLAMED:
            raise
        return {_BLAMED[problem.kind]: sentence(problem)}
    return {}
