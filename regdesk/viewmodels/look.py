"""The look of the sheets as a form and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from regdesk.domain.look import HeadFact, Look, NamePart, Typeface, check_look
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.i18n import _, mark
from regdesk.services.look import look_of, set_look
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


def look_fields() -> tuple[Field, ...]:
    """The questions about the look; the logo is asked for by itself."""
    parts = ", ".join(f"{{{part.value}}}" for part in NamePart)
    return (
        Field(
            key="accent",
            label=_("&Rubrikernas färg"),
            help=_("Skrivs som #0B5563. Den måste gå att läsa på vitt papper."),
            required=True,
        ),
        Field(
            key="typeface",
            label=_("&Typsnitt"),
            kind=FieldKind.CHOICE,
            choices=tuple(Choice(face.value, _(text)) for face, text in _TYPEFACES.items()),
        ),
        Field(key="logo_alt", label=_("&Logotypens beskrivning"), help=_("Läses upp i stället för bilden.")),
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


def store_look(session: Session, answers: Mapping[str, str], logo: bytes | None) -> dict[str, str]:
    """Keep the look as one step; a sentence for an answer that will not do, by key.

    `logo`: the bytes of a new picture, nothing of them for none, None for the one there is.
    """
    look = answered_look(look_of(session), answers)
    if logo is not None and not logo:
        look = replace(look, logo="")
    try:
        check_look(replace(look, logo="new") if logo else look)
        set_look(session, look, logo or None)
    except Problem as problem:
        if problem.kind not in _BLAMED:
            raise
        return {_BLAMED[problem.kind]: sentence(problem)}
    return {}
