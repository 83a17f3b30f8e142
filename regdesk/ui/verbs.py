"""What a person can do in the window, as verbs, with the words, icon and condition of each. Menus are made of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Flag, StrEnum, auto
from types import MappingProxyType
from typing import Final

from regdesk.i18n import mark


class Verb(StrEnum):
    """One name an action, whatever menu, bar or key it is reached by."""

    NEW_REGISTER = auto()
    OPEN_REGISTER = auto()
    OPEN_EXAMPLE = auto()
    CLOSE_REGISTER = auto()
    IMPORT_PLAN = auto()
    TAKE_VERSION = auto()
    ROLL_PLAN = auto()
    SAVE_PDF = auto()
    SAVE_WORD = auto()
    SAVE_SEPARATELY = auto()
    SHOW_PRINTS = auto()
    OPEN_SAVED = auto()
    SHOW_AS_TEXT = auto()
    EDIT_LOOK = auto()
    PRINT = auto()
    QUIT = auto()
    UNDO = auto()
    REDO = auto()
    FIND = auto()
    ASK = auto()
    ADD = auto()
    EDIT = auto()
    MOVE_OUT = auto()
    MOVE_IN = auto()
    MOVE_UP = auto()
    EDIT_LEVELS = auto()
    RENUMBER = auto()
    REOPEN = auto()
    MOVE_DOWN = auto()
    REMOVE = auto()
    SCORE_RISK = auto()
    EDIT_MATRIX = auto()
    COMMENT = auto()
    MARK_SECRET = auto()
    REPORT_BACK = auto()
    SWITCH_DONE = auto()
    GO_PLAN = auto()
    GO_INDICATORS = auto()
    GO_ASSIGNMENTS = auto()
    GO_ACTIVITIES = auto()
    GO_RISKS = auto()
    GO_SUPERVISION = auto()
    GO_ECONOMY = auto()
    GO_PERSPECTIVES = auto()
    GO_MEETINGS = auto()
    GO_YEAR = auto()
    GO_RULES = auto()
    GO_SHEETS = auto()
    GO_HISTORY = auto()
    GO_VERSIONS = auto()
    GO_BASICS = auto()
    SHOW_IN_PLAN = auto()
    EDIT_LISTS = auto()
    NEW_MEETING = auto()
    ASSESS = auto()
    CLOSE_MEETING = auto()
    TAKE_UP = auto()
    TAKE_UP_ALL = auto()
    PULL_DUE = auto()
    CARRY_OVER = auto()
    SET_OUTCOME = auto()
    MAKE_ASSIGNMENT = auto()
    ATTACH = auto()
    NUMBER_AGENDA = auto()
    KEEP_AGENDA = auto()
    EDIT_TEMPLATES = auto()
    PREVIOUS_YEAR = auto()
    NEXT_YEAR = auto()
    MOVE_DATE = auto()
    RESTORE_DATE = auto()
    SWITCH_RULE = auto()
    RESTORE_RULE = auto()
    ADD_RULES = auto()
    EXPORT_CALENDAR = auto()
    OPEN_PALETTE = auto()
    LARGER_TEXT = auto()
    SMALLER_TEXT = auto()
    NORMAL_TEXT = auto()
    FOLLOW_SYSTEM = auto()
    USE_LIGHT = auto()
    USE_DARK = auto()
    SPEAK_SWEDISH = auto()
    SPEAK_ENGLISH = auto()
    FULL_SCREEN = auto()
    ABOUT = auto()


class Given(Flag):
    """What may be at hand; an action is offered when all that it needs is."""

    NOTHING = 0
    REGISTER = auto()
    SELECTION = auto()
    UNDOABLE = auto()
    REDOABLE = auto()


@dataclass(frozen=True, slots=True)
class Spec:
    """An action's words (Swedish source texts, `&` before the mnemonic), icon file and condition."""

    text: str
    tip: str
    icon: str = ""
    needs: Given = Given.NOTHING
    checkable: bool = False


def _page(text: str, tip: str, icon: str) -> Spec:
    return Spec(text, tip, icon, Given.REGISTER, checkable=True)


SPECS: Final[Mapping[Verb, Spec]] = MappingProxyType(
    {
        Verb.NEW_REGISTER: Spec(mark("&Nytt register …"), mark("Börja ett register för en nämnd"), "new"),
        Verb.OPEN_REGISTER: Spec(mark("&Öppna register …"), mark("Öppna ett register som finns"), "open"),
        Verb.OPEN_EXAMPLE: Spec(
            mark("Öppna ett e&xempel …"), mark("Prova programmet i ett register med påhittat innehåll"), "archive"
        ),
        Verb.CLOSE_REGISTER: Spec(
            mark("&Stäng registret"),
            mark("Stäng registret men låt programmet vara igång"),
            "close",
            Given.REGISTER,
        ),
        Verb.IMPORT_PLAN: Spec(
            mark("&Importera plan …"), mark("Läs in nämndens plan eller listor från Word eller Excel"), "import"
        ),
        Verb.TAKE_VERSION: Spec(
            mark("&Fastställ en version …"), mark("Spara planen som den är vid ett beslut"), "lock", Given.REGISTER
        ),
        Verb.ROLL_PLAN: Spec(
            mark("R&ulla till nästa period …"),
            mark("Ta planen vidare till nästa planperiod"),
            "forward",
            Given.REGISTER,
        ),
        Verb.SAVE_PDF: Spec(mark("S&para som PDF …"), mark("Spara bladet som en PDF-fil"), "save", Given.REGISTER),
        Verb.SAVE_WORD: Spec(
            mark("Spara som &Word …"), mark("Spara bladet som en Word-fil att skriva vidare i"), "save", Given.REGISTER
        ),
        Verb.OPEN_SAVED: Spec(mark("Visa spara&d fil"), mark("Öppna filen som sparades senast"), "external"),
        Verb.SAVE_SEPARATELY: Spec(
            mark("Spara varje blad &för sig …"), mark("Spara bladen som en fil var i en mapp"), "folder", Given.REGISTER
        ),
        Verb.SHOW_PRINTS: Spec(
            mark("Utskrivna exe&mplar …"),
            mark("Se vad som har skrivits ut till sammanträdet, och skriv ut det igen"),
            "history",
            Given.REGISTER,
        ),
        Verb.SHOW_AS_TEXT: Spec(
            mark("Visa bladet som &text"), mark("Läs det som en skärmläsare läser"), "document", Given.REGISTER
        ),
        Verb.EDIT_LOOK: Spec(
            mark("&Bladens utseende …"),
            mark("Välj bladens logotyp, färg och typsnitt, och vad som står i huvud och fot"),
            "settings",
            Given.REGISTER,
        ),
        Verb.PRINT: Spec(mark("Skriv &ut …"), mark("Skriv ut bladet på papper"), "print", Given.REGISTER),
        Verb.QUIT: Spec(mark("&Avsluta"), mark("Avsluta Regdesk; allt är redan sparat")),
        Verb.UNDO: Spec(mark("&Ångra"), mark("Ta tillbaka det senaste steget"), "undo", Given.UNDOABLE),
        Verb.REDO: Spec(mark("&Gör om"), mark("Gör om det som ångrades"), "redo", Given.REDOABLE),
        Verb.FIND: Spec(mark("&Sök på sidan"), mark("Visa bara rader som innehåller orden"), "search", Given.REGISTER),
        Verb.ASK: Spec(
            mark("&Hur går det med …?"),
            mark("Sök i hela registret och se hur det står till"),
            "help",
            Given.REGISTER,
        ),
        Verb.ADD: Spec(mark("&Lägg till …"), mark("Lägg till något under eller efter det valda"), "add"),
        Verb.EDIT: Spec(mark("Än&dra …"), mark("Ändra det valda"), "edit"),
        Verb.MOVE_OUT: Spec(mark("Flytta u&t"), mark("Ställ det valda efter det som det står under"), "outdent"),
        Verb.MOVE_IN: Spec(mark("Flytta &in"), mark("Ställ det valda under det som står före"), "indent"),
        Verb.MOVE_UP: Spec(mark("Flytta &upp"), mark("Ställ det valda före det som står ovanför"), "up"),
        Verb.EDIT_LEVELS: Spec(
            mark("St&yrmodell …"), mark("Ändra målens nivåer: namn, ordning och antal"), "indent", Given.REGISTER
        ),
        Verb.RENUMBER: Spec(
            mark("Numrera &om målen …"), mark("Ge målen nummer efter den ordning de står i"), "sort", Given.REGISTER
        ),
        Verb.REOPEN: Spec(mark("Återö&ppna"), mark("Ta med det avslutade i planen igen"), "unlock"),
        Verb.MOVE_DOWN: Spec(mark("Flytta &ned"), mark("Ställ det valda efter det som står nedanför"), "down"),
        Verb.REMOVE: Spec(mark("Ta &bort"), mark("Ta bort det valda"), "delete"),
        Verb.SCORE_RISK: Spec(
            mark("&Värdera risk …"), mark("Ge den valda risken sannolikhet och konsekvens"), "assess"
        ),
        Verb.EDIT_MATRIX: Spec(
            mark("Ändra risk&matris …"), mark("Ändra riskmatrisens ord, storlek och nivåer"), "columns", Given.REGISTER
        ),
        Verb.COMMENT: Spec(
            mark("&Kommentera …"), mark("Skriv vad förvaltningen, nämnden eller facket säger om det valda"), "comment"
        ),
        Verb.MARK_SECRET: Spec(
            mark("S&ekretessmarkera …"), mark("Säg att det valda omfattas av sekretess, och enligt vad"), "lock"
        ),
        Verb.REPORT_BACK: Spec(
            mark("&Rapportera …"), mark("Skriv vad som har rapporterats om uppdraget, och hur det står till"), "comment"
        ),
        Verb.SWITCH_DONE: Spec(
            mark("Kl&art, eller öppna igen"), mark("Märk det valda som genomfört, eller öppna det igen"), "check"
        ),
        Verb.GO_PLAN: _page(mark("&Plan"), mark("Mål, uppdrag och allt annat i planen"), "plan"),
        Verb.GO_INDICATORS: _page(mark("&Indikatorer"), mark("Alla indikatorer i en lista"), "indicator"),
        Verb.GO_ASSIGNMENTS: _page(mark("&Uppdrag"), mark("Alla uppdrag i en lista"), "assignment"),
        Verb.GO_ACTIVITIES: _page(mark("&Delaktiviteter"), mark("Alla delaktiviteter i en lista"), "list"),
        Verb.GO_RISKS: _page(mark("&Risker"), mark("Alla risker i en lista"), "risk"),
        Verb.GO_SUPERVISION: _page(
            mark("Uppsi&kt"), mark("Uppsiktsplan, årets tillfällen, bolag och andra nämnder"), "supervision"
        ),
        Verb.GO_ECONOMY: _page(mark("Eko&nomi"), mark("Budgeten år för år och de finansiella målen"), "money"),
        Verb.GO_PERSPECTIVES: _page(
            mark("P&erspektiv"), mark("Perspektiv och annat som löper tvärs genom planen, med allt som berörs"), "link"
        ),
        Verb.GO_MEETINGS: _page(mark("&Möten"), mark("Sammanträden, dagordningar och bedömning"), "meeting"),
        Verb.GO_YEAR: _page(mark("År&shjul"), mark("Nämndens år: möten, slutdatum, rapporter och uppsikt"), "calendar"),
        Verb.GO_RULES: _page(mark("Da&tumregler"), mark("Reglerna som ger årets datum"), "deadline"),
        Verb.GO_SHEETS: _page(mark("&Blad"), mark("Granska och skriv ut uppföljningen"), "sheet"),
        Verb.GO_HISTORY: _page(mark("&Historik"), mark("Allt som har ändrats, när och av vem"), "history"),
        Verb.GO_VERSIONS: _page(mark("Versi&oner"), mark("Planen vid olika beslut, och vad som skiljer"), "copy"),
        Verb.GO_BASICS: _page(
            mark("&Grunduppgifter"), mark("Registret, styrmodell, organ, enheter, perioder och funktioner"), "settings"
        ),
        Verb.SHOW_IN_PLAN: Spec(mark("&Visa i planen"), mark("Gå till det valda i planen"), "plan"),
        Verb.EDIT_LISTS: Spec(
            mark("Uppsiktens &listor …"),
            mark("Ändra perspektiv, mötesforum och frågor som uppsikten väljer bland"),
            "list",
        ),
        Verb.NEW_MEETING: Spec(
            mark("&Nytt möte …"), mark("Planera ett möte med dagordning"), "meeting", Given.REGISTER
        ),
        Verb.ASSESS: Spec(
            mark("&Börja bedöma"), mark("Gå igenom det som mötet ska bedöma, en sak i taget"), "meeting-mode"
        ),
        Verb.CLOSE_MEETING: Spec(mark("&Stäng mötet …"), mark("Avsluta mötet för gott"), "lock"),
        Verb.TAKE_UP: Spec(mark("&Välj vad som bedöms …"), mark("Välj vad i planen som ärendet tar upp"), "assess"),
        Verb.TAKE_UP_ALL: Spec(
            mark("Lägg till &allt som ska bedömas"), mark("Låt ärendet ta upp allt i planen som ska bedömas"), "list"
        ),
        Verb.PULL_DUE: Spec(
            mark("Lägg till allt som ska &följas upp"),
            mark("Låt dagordningen ta upp allt som är på tur mötets dag, vart och ett en gång"),
            "refresh",
        ),
        Verb.CARRY_OVER: Spec(
            mark("&Hämta bordlagda och återremitterade"),
            mark("Låt det som tidigare möten sköt upp komma igen"),
            "forward",
        ),
        Verb.SET_OUTCOME: Spec(mark("&Utfall …"), mark("Säg vad som blev av ärendet"), "check"),
        Verb.MAKE_ASSIGNMENT: Spec(
            mark("&Gör uppdrag av beslutet …"), mark("Lägg till ett uppdrag som beslutet gav"), "assignment"
        ),
        Verb.ATTACH: Spec(mark("B&ifoga filer …"), mark("Lägg filer som bilagor till ärendet"), "attachment"),
        Verb.NUMBER_AGENDA: Spec(
            mark("Numrera &paragrafer"), mark("Ge ärendena paragrafer efter årets senaste"), "list"
        ),
        Verb.KEEP_AGENDA: Spec(
            mark("Spara &dagordningen som mall …"), mark("Börja nästa dagordning som den här"), "save"
        ),
        Verb.EDIT_TEMPLATES: Spec(
            mark("&Mallar för dagordning …"), mark("Se och ändra mallarna"), "agenda", Given.REGISTER
        ),
        Verb.PREVIOUS_YEAR: Spec(mark("&Föregående år"), mark("Visa året före"), "chevron-left"),
        Verb.NEXT_YEAR: Spec(mark("&Nästa år"), mark("Visa året efter"), "chevron-right"),
        Verb.MOVE_DATE: Spec(mark("Flytta &datumet …"), mark("Sätt en annan dag än den som visas"), "calendar"),
        Verb.RESTORE_DATE: Spec(
            mark("&Återställ regeln"), mark("Låt regeln ge datumet i stället för dagen som sattes för hand"), "undo"
        ),
        Verb.SWITCH_RULE: Spec(
            mark("Slå &på eller av regeln"), mark("Låt regeln ge datum, eller inte längre"), "check"
        ),
        Verb.RESTORE_RULE: Spec(
            mark("Återställ &ursprunget"), mark("Låt regeln säga det som den sade från början"), "refresh"
        ),
        Verb.ADD_RULES: Spec(
            mark("Lägg till de &vanliga reglerna"), mark("Lägg till de regler som registret saknar"), "add"
        ),
        Verb.EXPORT_CALENDAR: Spec(
            mark("&Exportera till kalender …"), mark("Skriv årets datum till en fil för Outlook med flera"), "export"
        ),
        Verb.OPEN_PALETTE: Spec(mark("&Kommandon …"), mark("Sök bland allt som kan göras och gör det"), "keyboard"),
        Verb.LARGER_TEXT: Spec(mark("S&törre text"), mark("Visa all text större"), "zoom-in"),
        Verb.SMALLER_TEXT: Spec(mark("&Mindre text"), mark("Visa all text mindre"), "zoom-out"),
        Verb.NORMAL_TEXT: Spec(mark("&Vanlig textstorlek"), mark("Visa texten i programmets egen storlek")),
        Verb.FOLLOW_SYSTEM: Spec(
            mark("&Som systemet"), mark("Ljust eller mörkt som datorns inställning"), checkable=True
        ),
        Verb.USE_LIGHT: Spec(mark("&Ljust"), mark("Mörk text på ljus botten"), "light", checkable=True),
        Verb.USE_DARK: Spec(mark("&Mörkt"), mark("Ljus text på mörk botten"), "dark", checkable=True),
        Verb.SPEAK_SWEDISH: Spec(mark("&Svenska"), mark("Visa programmet på svenska"), checkable=True),
        Verb.SPEAK_ENGLISH: Spec(mark("&English"), mark("Visa programmet på engelska"), checkable=True),
        Verb.FULL_SCREEN: Spec(mark("&Helskärm"), mark("Låt fönstret fylla skärmen"), "full-screen", checkable=True),
        Verb.ABOUT: Spec(mark("&Om Regdesk"), mark("Visa version och licens"), "info"),
    }
)


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu's title and content: verbs, other menus, and None for a line between."""

    title: str
    content: tuple[Verb | Menu | None, ...]


MENUS: Final[tuple[Menu, ...]] = (
    Menu(
        mark("&Arkiv"),
        (
            Verb.NEW_REGISTER,
            Verb.OPEN_REGISTER,
            Verb.OPEN_EXAMPLE,
            Verb.IMPORT_PLAN,
            None,
            Verb.SAVE_PDF,
            Verb.SAVE_WORD,
            Verb.OPEN_SAVED,
            Verb.SAVE_SEPARATELY,
            Verb.SHOW_PRINTS,
            Verb.SHOW_AS_TEXT,
            Verb.EDIT_LOOK,
            Verb.PRINT,
            None,
            Verb.CLOSE_REGISTER,
            Verb.QUIT,
        ),
    ),
    Menu(
        mark("&Redigera"),
        (
            Verb.UNDO,
            Verb.REDO,
            None,
            Verb.ADD,
            Verb.EDIT,
            Verb.MOVE_UP,
            Verb.MOVE_DOWN,
            Verb.MOVE_IN,
            Verb.MOVE_OUT,
            Verb.REMOVE,
            None,
            Verb.COMMENT,
            Verb.MARK_SECRET,
            None,
            Verb.FIND,
            Verb.ASK,
        ),
    ),
    Menu(
        mark("&Visa"),
        (
            Verb.OPEN_PALETTE,
            None,
            Verb.LARGER_TEXT,
            Verb.SMALLER_TEXT,
            Verb.NORMAL_TEXT,
            None,
            Menu(mark("&Utseende"), (Verb.FOLLOW_SYSTEM, Verb.USE_LIGHT, Verb.USE_DARK)),
            Menu(mark("S&pråk"), (Verb.SPEAK_SWEDISH, Verb.SPEAK_ENGLISH)),
            Verb.FULL_SCREEN,
        ),
    ),
    Menu(
        mark("&Gå till"),
        (
            Verb.GO_PLAN,
            Verb.GO_INDICATORS,
            Verb.GO_ASSIGNMENTS,
            Verb.GO_ACTIVITIES,
            Verb.GO_RISKS,
            Verb.GO_SUPERVISION,
            Verb.GO_ECONOMY,
            Verb.GO_PERSPECTIVES,
            None,
            Verb.GO_MEETINGS,
            Verb.GO_YEAR,
            Verb.GO_RULES,
            Verb.GO_SHEETS,
            None,
            Verb.GO_HISTORY,
            Verb.GO_VERSIONS,
            Verb.GO_BASICS,
            None,
            Verb.SHOW_IN_PLAN,
        ),
    ),
    Menu(
        mark("&Uppföljning"),
        (
            Verb.REPORT_BACK,
            Verb.SWITCH_DONE,
            None,
            Verb.SCORE_RISK,
            Verb.EDIT_MATRIX,
            Verb.EDIT_LISTS,
            None,
            Verb.TAKE_VERSION,
            Verb.ROLL_PLAN,
            Verb.REOPEN,
            None,
            Verb.EDIT_LEVELS,
            Verb.RENUMBER,
        ),
    ),
    Menu(
        mark("&Möte"),
        (
            Verb.NEW_MEETING,
            Verb.ASSESS,
            Verb.CLOSE_MEETING,
            None,
            Verb.TAKE_UP,
            Verb.TAKE_UP_ALL,
            Verb.PULL_DUE,
            Verb.CARRY_OVER,
            None,
            Verb.SET_OUTCOME,
            Verb.MAKE_ASSIGNMENT,
            Verb.ATTACH,
            Verb.NUMBER_AGENDA,
            None,
            Verb.KEEP_AGENDA,
            Verb.EDIT_TEMPLATES,
        ),
    ),
    Menu(
        mark("År&shjul"),
        (
            Verb.PREVIOUS_YEAR,
            Verb.NEXT_YEAR,
            None,
            Verb.MOVE_DATE,
            Verb.RESTORE_DATE,
            None,
            Verb.SWITCH_RULE,
            Verb.RESTORE_RULE,
            Verb.ADD_RULES,
            None,
            Verb.EXPORT_CALENDAR,
        ),
    ),
    Menu(mark("&Hjälp"), (Verb.ABOUT,)),
)

TOOLBAR: Final[tuple[Verb | None, ...]] = (Verb.IMPORT_PLAN, None, Verb.UNDO, Verb.REDO, None, Verb.ASK)
