"""Problems as sentences: what happened and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from string import Formatter
from types import MappingProxyType
from typing import Final

from regdesk.domain.problems import Problem, ProblemKind
from regdesk.formats import format_iso_date, format_number, format_quantity
from regdesk.i18n import _, current_language, mark
from regdesk.viewmodels.kinds import one_of
from regdesk.viewmodels.proposal import node_word

# A kind's sentences, the one that says most first; the last one needs nothing but a file's name.
_SENTENCES: Final[Mapping[ProblemKind, tuple[str, ...]]] = MappingProxyType(
    {
        ProblemKind.REGISTER_MISSING: (mark("{path} finns inte: kontrollera namnet och mappen."),),
        ProblemKind.REGISTER_EXISTS: (mark("{path} finns redan och skrivs inte över: välj ett annat namn."),),
        ProblemKind.REGISTER_UNREADABLE: (
            mark("{name} går inte att läsa: kontrollera att disken är ansluten och att du har rätt till filen."),
        ),
        ProblemKind.NOT_A_REGISTER: (mark("{name} är inget register: välj en fil som slutar på .regdesk."),),
        ProblemKind.REGISTER_TOO_NEW: (
            mark("{name} är sparat av en nyare version av Regdesk: uppdatera programmet och öppna det igen."),
        ),
        ProblemKind.REGISTER_DAMAGED: (
            mark("{name} är skadat: öppna den senaste säkerhetskopian och behåll den skadade filen."),
        ),
        ProblemKind.REGISTER_FOREIGN_SCHEMA: (
            mark("{name} har byggts om av ett annat program: öppna den senaste säkerhetskopian."),
        ),
        ProblemKind.REGISTER_LOCKED: (mark("{name} används av ett annat program: stäng det där och försök igen."),),
        ProblemKind.REGISTER_READ_ONLY: (
            mark("{name} är skrivskyddat: ta bort skyddet eller kopiera filen till en egen mapp."),
        ),
        ProblemKind.DISK_FULL: (mark("Disken är full och inget sparades: frigör utrymme och försök igen."),),
        ProblemKind.HISTORY_BROKEN: (
            mark("Historiken är bruten vid steg {seq} av något utanför Regdesk: jämför med en säkerhetskopia."),
            mark("{kind} {id} har ändrats av något utanför Regdesk: jämför med en säkerhetskopia."),
            mark("Historiken har ändrats av något utanför Regdesk: jämför med en säkerhetskopia."),
        ),
        ProblemKind.CHANGED_BY_OTHER: (
            mark("{name} har ändrats av ett annat program: se hur det ser ut nu och gör om ändringen."),
        ),
        ProblemKind.ROW_MISSING: (
            mark("{kind} {id} finns inte i registret, kanske borttaget: välj något annat."),
            mark("Det som söktes finns inte i registret, kanske borttaget: välj något annat."),
        ),
        ProblemKind.ROW_IN_USE: (
            mark("Det går inte att ta bort så länge något hör till det, som en bedömning: ta bort det andra först."),
        ),
        ProblemKind.RULE_BROKEN: (
            mark("{child} kan inte stå under {parent}: välj ett annat slag eller ett annat ställe."),
            mark("{child} kan inte stå där: välj ett annat slag eller ett annat ställe."),
            mark("Ändringen bryter mot registrets regler ({detail}) och sparades inte: rätta den och försök igen."),
            mark("Ändringen bryter mot registrets regler och sparades inte: rätta den och försök igen."),
        ),
        ProblemKind.NOT_ASSESSABLE: (
            mark(
                "Det valda kan inte bedömas: välj ett mål, delmål, uppdrag, en indikator, parameter eller delaktivitet."
            ),
        ),
        ProblemKind.MATRIX_UNREADABLE: (mark("Riskmatrisen går inte att läsa: gör en ny under Riskkarta."),),
        ProblemKind.SCORE_OUTSIDE_MATRIX: (
            mark("Värdet finns inte i riskmatrisen: välj sannolikhet och konsekvens ur den."),
        ),
        ProblemKind.MEETING_CLOSED: (
            mark("Sammanträdet {meeting} är avslutat och ändras inte: gör en ny bedömning vid ett annat sammanträde."),
            mark("Sammanträdet är avslutat och ändras inte: gör en ny bedömning vid ett annat sammanträde."),
        ),
        ProblemKind.NOTHING_TO_UNDO: (mark("Det finns inget steg att ångra."),),
        ProblemKind.NOTHING_TO_REDO: (mark("Det finns inget steg att göra om."),),
        ProblemKind.TEXT_TOO_LONG: (mark("Texten är för lång för registret: korta den eller dela upp den."),),
        ProblemKind.AMOUNT_UNREADABLE: (
            mark("”{text}” är inget belopp: skriv till exempel 1 234,5 eller 25 mnkr."),
            mark("Det är inget belopp: skriv till exempel 1 234,5 eller 25 mnkr."),
        ),
        ProblemKind.AMOUNT_AMBIGUOUS: (
            mark("Punkten i ”{text}” kan dela tusental eller decimaler: skriv 1 234 eller 1,234."),
            mark("Punkten kan dela tusental eller decimaler: skriv 1 234 eller 1,234."),
        ),
        ProblemKind.BLOCK_TOO_LONG: (
            mark("Det som klistras in har fler rader än budgeten: börja i kolumnen Rad, så läggs raderna till."),
        ),
        ProblemKind.NAME_MISSING: (mark("Raden måste heta något: skriv ett namn, eller ta bort raden."),),
        ProblemKind.LEVEL_IN_USE: (
            mark("På nivån {level} står {count} mål: ge dem en annan nivå eller ta bort dem först."),
            mark("På nivån står mål: ge dem en annan nivå eller ta bort dem först."),
        ),
        ProblemKind.LAST_LEVEL: (mark("Planen behöver minst en nivå: lägg till en annan nivå först."),),
        ProblemKind.LEVELS_MISSING: (
            mark("Planen behöver minst en nivå: skriv till exempel Fokusområde, Inriktning."),
        ),
        ProblemKind.PERIOD_NOT_LATER: (
            mark("Den nya perioden måste börja efter {year}: ange ett senare första år."),
            mark("Den nya perioden måste börja efter den nuvarande: ange ett senare första år."),
        ),
        ProblemKind.FILE_MISSING: (mark("{path} finns inte: kontrollera namnet och mappen."),),
        ProblemKind.FILE_UNREADABLE: (
            mark("{name} går inte att läsa: stäng filen i andra program och kontrollera att du har rätt till den."),
        ),
        ProblemKind.FILE_TOO_LARGE: (
            mark("{name} är på {size}, mer än de {limit} som kan läsas: dela upp filen eller spara den utan bilder."),
            mark("{name} är för stor: dela upp filen eller spara den utan bilder."),
        ),
        ProblemKind.FILE_EMPTY: (mark("{name} är tom och bifogas inte: välj en annan fil."),),
        ProblemKind.FILE_ATTACHED: (
            mark("{name} är redan bifogad som {attachment}: ta bort den först om den ska bytas ut."),
            mark("{name} är redan bifogad: ta bort den först om den ska bytas ut."),
        ),
        ProblemKind.FILE_NOT_OPENED: (
            mark("{name} kan vara ett program och öppnas inte härifrån: spara filen om du vet vad den är."),
        ),
        ProblemKind.NOT_WORD: (mark("{name} är ingen Word-fil: välj planen som .docx."),),
        ProblemKind.NOT_EXCEL: (mark("{name} är ingen Excel-fil: välj listan som .xlsx."),),
        ProblemKind.SHEET_TOO_LARGE: (
            mark(
                "{name} har fler än {rows} rader eller {columns} kolumner i ett blad: ta bort det som inte är listan."
            ),
            mark("{name} har ett blad med för många rader eller kolumner: ta bort allt utom listan."),
        ),
        ProblemKind.WORD_OLD_FORMAT: (
            mark("{name} har ett äldre format: öppna filen i Word eller Excel och spara den som .docx eller .xlsx."),
        ),
        ProblemKind.WORD_ENCRYPTED: (
            mark("{name} är skyddad med lösenord: ta bort lösenordet i Word eller Excel och försök igen."),
        ),
        ProblemKind.WORD_DAMAGED: (
            mark("{name} är skadad eller inte hel: hämta filen på nytt, eller öppna och spara den igen."),
        ),
        ProblemKind.WORD_ZIP_BOMB: (
            mark("{name} rymmer orimligt mycket när den packas upp och läses inte: spara om filen i Word."),
        ),
        ProblemKind.WORD_EXTERNAL_ENTITIES: (
            mark("{name} hänvisar till annat utanför filen och läses inte: spara om den i Word."),
        ),
        ProblemKind.WORD_NO_HEADINGS: (
            mark("{name} har inga rubriker: ge dem formatmallarna Rubrik 1, 2 och 3 i Word och försök igen."),
        ),
        ProblemKind.CSV_MALFORMED: (
            mark("Rad {line} i {name} går inte att läsa: spara filen som CSV med rubriker i första raden."),
            mark("{name} går inte att läsa: spara filen som CSV med rubriker i första raden."),
        ),
        ProblemKind.CSV_UNKNOWN_VERDICT: (
            mark("”{text}” på rad {line} är ingen bedömning: skriv Ja, Delvis, Nej eller Kan ej bedömas."),
            mark("{name} har en bedömning som inte förstås: skriv Ja, Delvis, Nej eller Kan ej bedömas."),
        ),
        ProblemKind.CSV_UNKNOWN_ITEM: (
            mark("”{text}” på rad {line} finns inte i registret: skriv namnet som i planen, eller dess id."),
            mark("{name} nämner något som inte finns i registret: skriv namnet som i planen, eller dess id."),
        ),
        ProblemKind.CSV_AMBIGUOUS_ITEM: (
            mark("”{text}” på rad {line} kan vara flera saker i registret: skriv dess id i stället."),
            mark("{name} nämner något som kan vara flera saker i registret: skriv dess id i stället."),
        ),
        ProblemKind.FILE_NOT_WRITTEN: (
            mark("{path} kunde inte sparas: stäng filen i andra program och kontrollera att du får skriva i mappen."),
        ),
        ProblemKind.SHEET_UNKNOWN: (
            mark("Det finns inget blad som heter {sheet}: välj {sheets}."),
            mark("Det finns inget sådant blad: välj ett som finns."),
        ),
        ProblemKind.SHEET_NEEDS_MEETING: (
            mark("Bladet görs av ett sammanträde: lägg upp sammanträdet, eller säg vilket det gäller."),
        ),
        ProblemKind.SHEET_CHOICE_UNKNOWN: (
            mark("Bladet {sheet} har inget val {choice}: välj {choices}."),
            mark("Bladet har inget sådant val: välj ett som finns."),
        ),
        ProblemKind.SHEET_GLYPH_MISSING: (
            mark("Tecknet {character} finns inte i bladets teckensnitt: byt ut det i texten och skriv ut igen."),
            mark("Ett tecken finns inte i bladets teckensnitt: byt ut det i texten och skriv ut igen."),
        ),
        ProblemKind.COLOUR_UNKNOWN: (
            mark("”{colour}” är ingen färg: skriv den som #0B5563, med sex siffror eller bokstäver A–F."),
            mark("Det är ingen färg: skriv den som #0B5563, med sex siffror eller bokstäver A–F."),
        ),
        ProblemKind.COLOUR_UNREADABLE: (
            mark(
                "{colour} går inte att läsa på vitt papper: kontrasten är {contrast} och ska vara minst {least}. "
                "Välj en mörkare färg."
            ),
            mark("Färgen går inte att läsa på vitt papper: välj en mörkare."),
        ),
        ProblemKind.LOGO_UNREADABLE: (
            mark("{name} går inte att använda som logotyp: välj en PNG- eller JPEG-bild på högst {limit}."),
            mark("{name} går inte att använda som logotyp: välj en PNG- eller JPEG-bild."),
        ),
        ProblemKind.LOGO_WITHOUT_WORDS: (
            mark("Logotypen saknar beskrivning: skriv vad en skärmläsare ska säga, som Region Exempels logotyp."),
        ),
        ProblemKind.NAME_UNKNOWN: (
            mark("Filnamnet kan inte innehålla {part}: använd {parts}."),
            mark("Filnamnet innehåller något som inte går att fylla i: använd bara delar som finns."),
        ),
        ProblemKind.SHEET_FONT_MISSING: (
            mark("{name} saknas bland programmets egna filer: installera Regdesk på nytt."),
        ),
        ProblemKind.SHEET_NOT_CONFORMING: (
            mark(
                "Bladet {title} följer inte reglerna för arkiv och skärmläsare, och ingen fil har skrivits: kopiera "
                "felrapporten och skicka den till den som förvaltar programmet."
            ),
            mark(
                "Bladet följer inte reglerna för arkiv och skärmläsare, och ingen fil har skrivits: kopiera "
                "felrapporten och skicka den till den som förvaltar programmet."
            ),
        ),
        ProblemKind.PRINTING_FAILED: (
            mark("{printer} tog inte emot utskriften: kontrollera att skrivaren är på, eller spara bladet som PDF."),
            mark("Bladet kunde inte skrivas ut: kontrollera att skrivaren är på, eller spara bladet som PDF."),
        ),
        ProblemKind.MEETING_UNKNOWN: (
            mark("Det finns inget sammanträde {meeting}: ange dess datum eller id."),
            mark("Det finns inget sådant sammanträde: ange dess datum eller id."),
        ),
        ProblemKind.MEETING_AMBIGUOUS: (
            mark("{meeting} kan vara flera sammanträden: ange hela id."),
            mark("Det kan vara flera sammanträden: ange hela id."),
        ),
        ProblemKind.PERIOD_UNREADABLE: (
            mark("”{text}” är ingen planperiod: skriv till exempel 2024-2026."),
            mark("Planperioden går inte att läsa: skriv till exempel 2024-2026."),
        ),
        ProblemKind.MODEL_UNKNOWN: (
            mark("Det finns ingen styrmodell som heter {model}: välj {models}."),
            mark("Det finns ingen sådan styrmodell: välj en som finns."),
        ),
        ProblemKind.KIND_UNKNOWN: (
            mark("Det finns inget slag av poster som heter {text}: välj {kinds}."),
            mark("Det finns inget sådant slag av poster: välj ett som finns."),
        ),
        ProblemKind.RECORD_UNKNOWN: (
            mark("Det finns ingen post med id {text}: regdesk list räknar upp dem som finns."),
            mark("Det finns ingen sådan post: regdesk list räknar upp dem som finns."),
        ),
        ProblemKind.PRINT_UNKNOWN: (
            mark("Ingen utskrift till sammanträdet har id {text}: utan --get räknas de upp."),
            mark("Det finns ingen sådan utskrift till sammanträdet: utan --get räknas de upp."),
        ),
        ProblemKind.RECORD_AMBIGUOUS: (
            mark("{text} kan vara flera poster: ange hela id."),
            mark("Det kan vara flera poster: ange hela id."),
        ),
        ProblemKind.FIELD_UNKNOWN: (
            mark("Det finns inget fält som heter {text}: välj {fields}."),
            mark("Det finns inget sådant fält: välj ett som finns."),
        ),
        ProblemKind.ANSWER_REFUSED: (
            mark("Svaret på {field} går inte att spara: {words}"),
            mark("Ett svar går inte att spara: skriv ett annat."),
        ),
        ProblemKind.CANNOT_ADD: (
            mark("{kind} läggs inte till där: ange med --under vad det hör till, som ett mål eller uppdrag."),
            mark("Det läggs inte till där: ange med --under vad det hör till, som ett mål eller uppdrag."),
        ),
        ProblemKind.VERSION_UNKNOWN: (
            mark("Det finns ingen version {version} av planen: se efter med regdesk versions."),
            mark("Det finns ingen sådan version av planen: se efter med regdesk versions."),
        ),
        ProblemKind.EXAMPLE_UNKNOWN: (
            mark("Det finns inget exempel som heter {text}: välj {examples}."),
            mark("Det finns inget sådant exempel: välj ett som finns."),
        ),
        ProblemKind.WINDOW_UNAVAILABLE: (
            mark("Fönstret går inte att öppna ({detail}): installera det som saknas och försök igen."),
            mark("Fönstret går inte att öppna: installera Regdesk på nytt."),
        ),
        ProblemKind.CANCELLED: (mark("Arbetet avbröts och registret är som det var."),),
    }
)

OF_THE_PROGRAM: Final = frozenset({ProblemKind.SHEET_NOT_CONFORMING})
"""Problems that whoever looks after the program has to hear of: they are told with a report beside the sentence."""

_BYTES: Final = frozenset({"size", "limit"})
_OF_REGISTERS: Final = frozenset(
    {kind for kind in ProblemKind if kind.name.startswith("REGISTER_")} | {ProblemKind.CHANGED_BY_OTHER}
)
_MEGABYTE: Final = 1024 * 1024


def sentence(problem: Problem) -> str:
    """The sentence for a problem that says most with the parameters it came with."""
    given = _texts(problem)
    told = next(text for text in _SENTENCES[problem.kind] if _placeholders(text) <= given.keys())
    return _(told).format_map(given)


def _texts(problem: Problem) -> dict[str, str]:
    """Parameters as they are shown; those that say nothing are left out. A path has a name, a plural a kind."""
    given = {key: _text(key, value) for key, value in problem.params.items() if value is not None and value != ""}
    path, plural = problem.params.get("path"), problem.params.get("plural")
    if isinstance(path, PurePath):
        given.setdefault("name", path.name)
    if isinstance(plural, str):
        given["kind"] = one_of(plural)
    given |= {place: node_word(given[place]) for place in ("child", "parent") if place in given}
    unnamed = _("Registret") if problem.kind in _OF_REGISTERS else _("Filen")
    return {"path": unnamed, "name": unnamed} | given


def _text(key: str, value: object) -> str:
    if key in _BYTES and isinstance(value, int):
        return format_quantity(Decimal(value) / _MEGABYTE, "MB", decimals=0, language=current_language())
    if isinstance(value, Decimal):
        return format_number(value, language=current_language())
    return format_iso_date(value) if isinstance(value, date) else str(value)


def _placeholders(text: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name}
