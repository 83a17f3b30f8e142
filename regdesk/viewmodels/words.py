"""Codes of the field's vocabularies as words, made when asked for so that they follow the language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from regdesk.domain.codes import (
    AgendaOutcome,
    AgendaPull,
    Anchor,
    AssessmentMethod,
    AssignmentKind,
    AssignmentRole,
    AttendanceRole,
    BodyKind,
    ClusterRule,
    Comparator,
    ControlOutcome,
    DeadlineKind,
    DueKind,
    EntryKind,
    FrameKind,
    FreeDay,
    ItemKind,
    Lane,
    LevelKind,
    LinkKind,
    MeetingStatus,
    OccasionStatus,
    OffsetUnit,
    Party,
    PeriodKind,
    RegisterStatus,
    RiskCategory,
    RiskStage,
    RiskStatus,
    Sex,
    StateKind,
    TableKind,
    ValueKind,
    ValueState,
    Verdict,
    WorkStatus,
)
from regdesk.domain.notation import ValueWarning
from regdesk.i18n import _, mark
from regdesk.viewmodels.counts import days_text
from regdesk.viewmodels.rows import Cell, Tone

Words = Mapping[StrEnum, str]

_BREAKS: Final = re.compile(r"[ \t\r\n\v\f\u2028\u2029]+")  # fixed spaces are kept

# Members of different enums may be equal as texts, so there is one table a kind.
_WORDS: Final[Mapping[type[StrEnum], Words]] = MappingProxyType(
    {
        Verdict: {
            Verdict.YES: mark("Ja"),
            Verdict.PARTLY: mark("Delvis"),
            Verdict.NO: mark("Nej"),
            Verdict.CANNOT_ASSESS: mark("Kan ej bedömas"),
        },
        ValueState: {
            ValueState.BLANK: mark("inget angivet"),
            ValueState.DASH: mark("streck: inget värde"),
            ValueState.NEW_INDICATOR: mark("ny indikator"),
            ValueState.PENDING: mark("ska utarbetas"),
            ValueState.PARSED: mark("värde"),
            ValueState.TEXT: mark("fri text"),
        },
        ValueWarning: {
            ValueWarning.REPEATED_VERDICT: mark("samma bedömning står flera gånger och räknas som en"),
            ValueWarning.AMBIGUOUS_DOT: mark("punkten kan dela tusental eller decimaler: skriv 1 234 eller 1,234"),
        },
        Comparator: {
            Comparator.EQUAL: mark("lika med"),
            Comparator.GREATER: mark("större än"),
            Comparator.AT_LEAST: mark("minst"),
            Comparator.LESS: mark("mindre än"),
            Comparator.AT_MOST: mark("högst"),
            Comparator.MAINTAIN_OR_INCREASE: mark("bibehålla eller öka"),
            Comparator.MAINTAIN_OR_DECREASE: mark("bibehålla eller minska"),
            Comparator.HIGHER_THAN_PREVIOUS: mark("högre än föregående"),
            Comparator.LOWER_THAN_PREVIOUS: mark("lägre än föregående"),
            Comparator.NO_LATER_THAN: mark("senast"),
            Comparator.WITHIN: mark("inom"),
        },
        Sex: {Sex.WOMEN: mark("Kvinnor"), Sex.MEN: mark("Män"), Sex.TOTAL: mark("Totalt")},
        ValueKind: {
            ValueKind.OUTCOME: mark("Utfall"),
            ValueKind.TARGET: mark("Målnivå"),
            ValueKind.BASELINE: mark("Basvärde"),
            ValueKind.FORECAST: mark("Prognos"),
        },
        TableKind: {TableKind.QUANTITATIVE: mark("Kvantitativ"), TableKind.QUALITATIVE: mark("Kvalitativ")},
        AssessmentMethod: {
            AssessmentMethod.NUMERIC: mark("Mot en målnivå"),
            AssessmentMethod.VERDICT: mark("Ja, Delvis eller Nej"),
        },
        ClusterRule: {
            ClusterRule.NONE: mark("Inget förslag"),
            ClusterRule.ALL_YES: mark("Ja när alla är Ja, Nej när alla är Nej, annars Delvis"),
            ClusterRule.MAJORITY: mark("Det som mer än hälften har fått"),
            ClusterRule.WORST: mark("Den sämsta bedömningen"),
        },
        LevelKind: {
            LevelKind.GOAL_AREA: mark("Målområde"),
            LevelKind.GOAL: mark("Mål"),
            LevelKind.OUTCOME_GOAL: mark("Effektmål"),
            LevelKind.SUB_AREA: mark("Delområde"),
            LevelKind.RESULT_GOAL: mark("Resultatmål"),
            LevelKind.STRATEGIC_AREA: mark("Strategiskt område"),
        },
        StateKind: {
            StateKind.CURRENT: mark("Nuvarande tillstånd"),
            StateKind.DESIRED: mark("Önskat tillstånd"),
        },
        BodyKind: {
            BodyKind.ASSEMBLY: mark("Fullmäktige"),
            BodyKind.EXECUTIVE_BOARD: mark("Styrelse"),
            BodyKind.BOARD: mark("Nämnd"),
            BodyKind.COMMITTEE: mark("Utskott"),
            BodyKind.ADMINISTRATION: mark("Förvaltning"),
            BodyKind.OTHER: mark("Annat organ"),
        },
        LinkKind: {
            LinkKind.REGIONAL_GOAL: mark("Regionplanens mål"),
            LinkKind.STRATEGY: mark("Strategier och överenskommelser"),
            LinkKind.FOUNDATION: mark("Fundament och medel"),
            LinkKind.BOARD: mark("Nämnder"),
            LinkKind.AGENDA_2030: mark("Agenda 2030"),
            LinkKind.GOAL: mark("Andra mål"),
            LinkKind.DUTY: mark("Reglemente"),
            LinkKind.PERSPECTIVE: mark("Perspektiv som berörs"),
        },
        AssignmentRole: {
            AssignmentRole.LEAD_AND_COORDINATE: mark("Leda och samordna"),
            AssignmentRole.BOARD_FOR_ADMINISTRATION: mark("Nämnd för förvaltningen"),
            AssignmentRole.OTHER: mark("Annan roll"),
        },
        AssignmentKind: {
            AssignmentKind.PLAN: mark("Ur planen"),
            AssignmentKind.DECISION: mark("Ur ett beslut"),
            AssignmentKind.MEMBER_MOTION: mark("Motion"),
            AssignmentKind.INITIATIVE: mark("Initiativ"),
        },
        WorkStatus: {
            WorkStatus.NOT_STARTED: mark("Ej påbörjad"),
            WorkStatus.ONGOING: mark("Pågår"),
            WorkStatus.DONE: mark("Genomförd"),
            WorkStatus.DELAYED: mark("Försenad"),
            WorkStatus.DROPPED: mark("Avförd"),
        },
        RiskCategory: {
            RiskCategory.UNSPECIFIED: mark("Ej angiven"),
            RiskCategory.EXTERNAL: mark("Omvärld"),
            RiskCategory.OPERATIONS: mark("Verksamhet"),
            RiskCategory.LEGAL: mark("Juridik"),
            RiskCategory.IT: mark("It"),
            RiskCategory.REPORTING: mark("Rapportering"),
            RiskCategory.OVERARCHING: mark("Övergripande"),
        },
        RiskStatus: {
            RiskStatus.OPEN: mark("Ej hanterad"),
            RiskStatus.MITIGATED: mark("Åtgärdas"),
            RiskStatus.CONTROLLED: mark("Kontrolleras"),
            RiskStatus.ACCEPTED: mark("Accepteras"),
            RiskStatus.CLOSED: mark("Avslutad"),
        },
        RiskStage: {
            RiskStage.INITIAL: mark("Ursprunglig"),
            RiskStage.CURRENT: mark("Nuvarande"),
            RiskStage.RESIDUAL: mark("Kvarstående"),
        },
        MeetingStatus: {
            MeetingStatus.PLANNED: mark("Planerat"),
            MeetingStatus.OPEN: mark("Pågående"),
            MeetingStatus.CLOSED: mark("Avslutat"),
        },
        ItemKind: {
            ItemKind.DECISION: mark("Beslutsärende"),
            ItemKind.INFORMATION: mark("Informationsärende"),
            ItemKind.NOTIFICATION: mark("Anmälningsärende"),
            ItemKind.FORMALITY: mark("Procedurfråga"),
        },
        AgendaOutcome: {
            AgendaOutcome.OPEN: mark("Ej behandlat"),
            AgendaOutcome.DECIDED: mark("Beslutat"),
            AgendaOutcome.NOTED: mark("Noterat"),
            AgendaOutcome.TABLED: mark("Bordlagt"),
            AgendaOutcome.REFERRED_BACK: mark("Återremitterat"),
            AgendaOutcome.WITHDRAWN: mark("Utgår"),
        },
        AgendaPull: {
            AgendaPull.NOTHING: mark("Inget"),
            AgendaPull.ASSESSMENTS: mark("Allt som ska bedömas"),
            AgendaPull.ASSIGNMENTS: mark("Uppdrag som ska återrapporteras"),
            AgendaPull.ACTIVITIES: mark("Öppna delaktiviteter"),
            AgendaPull.RISKS: mark("Öppna risker"),
            AgendaPull.CONTROLS: mark("Kontrollmoment"),
            AgendaPull.SUPERVISION: mark("Uppsikt på tur"),
            AgendaPull.CARRIED_OVER: mark("Bordlagda och återremitterade ärenden"),
        },
        AttendanceRole: {
            AttendanceRole.CHAIR: mark("Ordförande"),
            AttendanceRole.MEMBER: mark("Ledamot"),
            AttendanceRole.SERVING_SUBSTITUTE: mark("Tjänstgörande ersättare"),
            AttendanceRole.SUBSTITUTE: mark("Ersättare"),
            AttendanceRole.OFFICIAL: mark("Tjänsteperson"),
        },
        ControlOutcome: {
            ControlOutcome.NO_DEVIATION: mark("Utan avvikelse"),
            ControlOutcome.DEVIATION: mark("Avvikelse"),
            ControlOutcome.NOT_DONE: mark("Ej utförd"),
        },
        OccasionStatus: {
            OccasionStatus.PLANNED: mark("Planerat"),
            OccasionStatus.HELD: mark("Avslutat"),
            OccasionStatus.CANCELLED: mark("Inställt"),
        },
        Anchor: {
            Anchor.MEETING: mark("sammanträdet"),
            Anchor.APPROVAL: mark("justeringen"),
            Anchor.NOTICE_POSTING: mark("anslaget"),
            Anchor.PERIOD_END: mark("rapportperiodens slut"),
            Anchor.ASSIGNMENT_SOURCE: mark("dagen då det väcktes"),
            Anchor.YEAR: mark("varje år"),
        },
        OffsetUnit: {
            OffsetUnit.DAYS: mark("dagar"),
            OffsetUnit.WORKING_DAYS: mark("arbetsdagar"),
            OffsetUnit.WEEKS: mark("veckor"),
            OffsetUnit.MONTHS: mark("månader"),
            OffsetUnit.YEARS: mark("år"),
        },
        FreeDay: {
            FreeDay.KEEP: mark("Flyttas inte"),
            FreeDay.BEFORE: mark("Närmaste vardag före"),
            FreeDay.AFTER: mark("Närmaste vardag efter"),
        },
        PeriodKind: {
            PeriodKind.MONTH: mark("Månad"),
            PeriodKind.QUARTER: mark("Kvartal"),
            PeriodKind.FOUR_MONTHS: mark("Tertial"),
            PeriodKind.INTERIM: mark("Delår"),
            PeriodKind.YEAR: mark("År"),
        },
        DeadlineKind: {
            DeadlineKind.NOTICE: mark("Kallelse"),
            DeadlineKind.MATERIAL: mark("Handlingar klara"),
            DeadlineKind.APPROVAL: mark("Justering"),
            DeadlineKind.NOTICE_POSTING: mark("Anslag"),
            DeadlineKind.LEGAL_FORCE: mark("Laga kraft"),
            DeadlineKind.MEMBER_MOTION: mark("Motion"),
            DeadlineKind.INTERIM_REPORT: mark("Delårsrapport"),
            DeadlineKind.ANNUAL_REPORT: mark("Årsredovisning"),
            DeadlineKind.BUDGET: mark("Plan och budget"),
            DeadlineKind.REPORT_BACK: mark("Återrapportering"),
            DeadlineKind.SUPERVISION: mark("Uppsikt"),
            DeadlineKind.OTHER: mark("Annat datum"),
        },
        Party: {
            Party.ADMINISTRATION: mark("Förvaltningen"),
            Party.BOARD: mark("Nämnden"),
            Party.UNION: mark("Facklig organisation"),
        },
        DueKind: {
            DueKind.UNSPECIFIED: mark("Ej angivet"),
            DueKind.DATE: mark("Ett datum"),
            DueKind.ONGOING: mark("Löpande"),
        },
        FrameKind: {
            FrameKind.BUDGET: mark("Budget"),
            FrameKind.PLAN: mark("Plan"),
            FrameKind.FORECAST: mark("Prognos"),
            FrameKind.OUTCOME: mark("Utfall"),
        },
        Lane: {
            Lane.MEETING: mark("Möten"),
            Lane.DEADLINE: mark("Slutdatum"),
            Lane.REPORT_BACK: mark("Återrapportering"),
            Lane.SUPERVISION: mark("Uppsikt och kontroll"),
            Lane.REPORT: mark("Rapporter"),
        },
        EntryKind: {
            EntryKind.MEETING: mark("Sammanträde"),
            EntryKind.RULE: mark("Datum efter regel"),
            EntryKind.PERIOD: mark("Rapportperiod slutar"),
            EntryKind.DUE: mark("Ska vara klart"),
            EntryKind.MILESTONE: mark("Milstolpe"),
            EntryKind.REPORT_BACK: mark("Återrapportering"),
            EntryKind.ACTION: mark("Åtgärd mot risk"),
            EntryKind.CONTROL: mark("Kontrollmoment"),
            EntryKind.SUPERVISION: mark("Uppsikt"),
            EntryKind.OWN: mark("Eget datum"),
        },
        RegisterStatus: {
            RegisterStatus.DRAFT: mark("Under arbete"),
            RegisterStatus.ADOPTED: mark("Fastställd"),
            RegisterStatus.CLOSED: mark("Avslutad"),
        },
    }
)

_VERDICT_MARKS: Final[Mapping[Verdict, tuple[str, Tone]]] = MappingProxyType(
    {
        Verdict.YES: ("✓", Tone.GOOD),
        Verdict.PARTLY: ("◐", Tone.PARTLY),
        Verdict.NO: ("✗", Tone.BAD),
        Verdict.CANNOT_ASSESS: ("?", Tone.UNKNOWN),
    }
)

_STATUS_MARKS: Final[Mapping[WorkStatus, tuple[str, Tone]]] = MappingProxyType(
    {
        WorkStatus.NOT_STARTED: ("○", Tone.MUTED),
        WorkStatus.ONGOING: ("▸", Tone.NEUTRAL),
        WorkStatus.DONE: ("✓", Tone.GOOD),
        WorkStatus.DELAYED: ("!", Tone.BAD),
        WorkStatus.DROPPED: ("×", Tone.MUTED),
    }
)


_OUTCOME_MARKS: Final[Mapping[AgendaOutcome, tuple[str, Tone]]] = MappingProxyType(
    {
        AgendaOutcome.OPEN: ("○", Tone.MUTED),
        AgendaOutcome.DECIDED: ("✓", Tone.GOOD),
        AgendaOutcome.NOTED: ("✓", Tone.NEUTRAL),
        AgendaOutcome.TABLED: ("→", Tone.PARTLY),
        AgendaOutcome.REFERRED_BACK: ("←", Tone.PARTLY),
        AgendaOutcome.WITHDRAWN: ("×", Tone.MUTED),
    }
)


def word(code: StrEnum) -> str:
    """The word for a code of domain/codes.py, or for a warning of a value cell."""
    return _(_WORDS[type(code)][code])


def verdict_cell(verdict: Verdict | None) -> Cell:
    """A verdict as word, symbol and tone; None is an item that nobody has assessed."""
    if verdict is None:
        return Cell(text=_("Ej bedömd"), symbol="–", tone=Tone.MUTED)
    symbol, tone = _VERDICT_MARKS[verdict]
    return Cell(text=word(verdict), symbol=symbol, tone=tone)


def review_cell(verdict: Verdict | None) -> Cell:
    """Whether a company kept to its purpose and powers; None where nothing was decided."""
    return verdict_cell(verdict) if verdict else Cell(text=_("Inte beslutat än"), symbol="–", tone=Tone.MUTED)


def status_cell(status: WorkStatus) -> Cell:
    """Where a piece of work stands, as word, symbol and tone."""
    symbol, tone = _STATUS_MARKS[status]
    return Cell(text=word(status), symbol=symbol, tone=tone)


def secret_word() -> str:
    """What a lock says where it stands alone."""
    return _("sekretess")


def outcome_cell(outcome: AgendaOutcome) -> Cell:
    """What became of an item of business, as word, symbol and tone."""
    symbol, tone = _OUTCOME_MARKS[outcome]
    return Cell(text=word(outcome), symbol=symbol, tone=tone)


def late_cell(due: date, today: date, *, is_open: bool, note: str = "") -> Cell:
    """A day that something shall be done by, marked once it has passed with the thing undone; `note` says whose day."""
    day = due.isoformat()
    if not is_open or due >= today:
        return Cell(text=" ".join(filter(None, (day, note))))
    late = _("försenat {days}").format(days=days_text((today - due).days))
    return Cell(text=day, symbol="!", tone=Tone.BAD, spoken=", ".join(filter(None, (day, note, late))))


def one_line(text: str) -> str:
    """Stored text on one line, as lists and trees show it; the text itself stays as it is."""
    return _BREAKS.sub(" ", text).strip(" ")
