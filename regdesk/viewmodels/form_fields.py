"""Which fields of which records a person can change, with their words; the table that forms are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
    ControlOutcome,
    DeadlineKind,
    DueKind,
    FreeDay,
    ItemKind,
    OccasionStatus,
    OffsetUnit,
    Party,
    PeriodKind,
    RegisterStatus,
    RiskCategory,
    RiskStatus,
    StateKind,
    TableKind,
    ValueKind,
    WorkStatus,
)
from regdesk.domain.model import (
    Activity,
    AgendaItem,
    AgendaTemplate,
    AgendaTemplateItem,
    Alias,
    Assignment,
    AssignmentReport,
    Attachment,
    Attendance,
    BoardRole,
    Body,
    BudgetLine,
    ClusterParameter,
    Comment,
    Control,
    ControlResult,
    DeadlineRule,
    Duty,
    EntityReview,
    Footnote,
    Forum,
    FunctionHolder,
    Goal,
    GoalState,
    Indicator,
    InterimGoal,
    LegalEntity,
    Level,
    Meeting,
    Milestone,
    OrgUnit,
    Perspective,
    PlanVersion,
    QuestionSet,
    Record,
    Recusal,
    Register,
    ReportingPeriod,
    Risk,
    RiskAction,
    Section,
    SupervisionEvent,
    SupervisionOccasion,
    ValueColumn,
)
from regdesk.i18n import mark
from regdesk.viewmodels import form_choices
from regdesk.viewmodels.form_choices import Choices
from regdesk.viewmodels.form_readers import (
    DATE,
    LINE,
    NUMBER,
    PERCENT,
    RECURRENCE,
    REFERENCE,
    SECTION,
    TICK,
    TIME,
    VERDICT,
    YEAR,
    Reader,
    choices_of,
    code_of,
    paragraphs,
    verdicts_or_none,
)
from regdesk.viewmodels.recurrences import recurrences
from regdesk.viewmodels.year_days import YEAR_DAY


@dataclass(frozen=True, slots=True)
class Spec:
    """A field of a record: its name there, its label and help as Swedish source texts, and how it is answered.

    `heading` stands above a field that begins a group.
    """

    key: str
    label: str
    reader: Reader = LINE
    help: str = ""
    required: bool = False
    choices: Choices | None = None
    counted_from: str = ""
    heading: str = ""


def _title(key: str, label: str) -> Spec:
    return Spec(key, label, paragraphs(2), required=True)


def _text(key: str, label: str, lines: int = 4, help_text: str = "") -> Spec:
    return Spec(key, label, paragraphs(lines), help_text)


def _code(key: str, label: str, kind: type[StrEnum], help_text: str = "") -> Spec:
    return Spec(key, label, code_of(kind), help_text, True, lambda _session, _record: choices_of(kind))


def _recurrence(key: str, label: str) -> Spec:
    """How often, from the first day that the field of the same name has."""
    first_day = key.replace("recurrence", "starts_on")
    return Spec(key, label, RECURRENCE, choices=recurrences(key), counted_from=first_day)


def _pointer(key: str, label: str, choices: Choices, help_text: str = "", *, required: bool = False) -> Spec:
    return Spec(key, label, REFERENCE, help_text, required, choices)


def _group(heading: str, first: Spec) -> Spec:
    """The field that a group begins with."""
    return replace(first, heading=heading)


_NUMBER: Final = Spec("printed_number", mark("Nummer i planen"))
_RESPONSIBLE: Final = Spec("responsible_function", mark("Ansvarig funktion"), help=mark("En funktion, inte en person."))
_LABEL: Final = Spec("label", mark("Planens egna ord före texten"))
_DNR: Final = Spec("dnr", mark("Diarienummer"))

FIELDS: Final[Mapping[type[Record], tuple[Spec, ...]]] = MappingProxyType(
    {
        Register: (
            Spec("organisation", mark("Organisation"), required=True),
            _pointer("board_id", mark("Nämnd"), form_choices.bodies, required=True),
            Spec("plan_title", mark("Planens namn")),
            Spec("period_start", mark("Planperiodens första år"), YEAR),
            Spec("period_end", mark("Planperiodens sista år"), YEAR),
            _DNR,
            Spec("doc_no", mark("Dokumentnummer")),
            _code("status", mark("Status"), RegisterStatus),
        ),
        Level: (
            Spec("name", mark("Nivåns namn"), required=True),
            Spec("name_plural", mark("I flertal"), help=mark("Till exempel Målområden.")),
            _pointer("owner_body_id", mark("Beslutas av"), form_choices.body_or_none),
        ),
        Body: (
            Spec("name", mark("Namn"), required=True),
            Spec("short_name", mark("Kort namn"), help=mark("Till exempel RS.")),
            _code("kind", mark("Slag av organ"), BodyKind),
        ),
        OrgUnit: (
            Spec(
                "code", mark("Kort namn i tabeller"), required=True, help=mark("Som planen skriver, till exempel RVN.")
            ),
            Spec("name", mark("Namn")),
        ),
        FunctionHolder: (
            Spec("function", mark("Funktion"), required=True, help=mark("Som den skrivs som ansvarig i planen.")),
            Spec("name", mark("Vem som har den nu"), help=mark("Stannar i registret och skrivs aldrig ut.")),
        ),
        PlanVersion: (
            _title("title", mark("Vad versionen kallas")),
            Spec("decided_on", mark("Beslutsdatum"), DATE),
            Spec("section_no", mark("Paragraf"), SECTION),
            _DNR,
        ),
        Goal: (
            _title("title", mark("Mål")),
            Spec("printed_number", mark("Nummer i planen"), help=mark("Som det trycks; det räknas inte om.")),
            _pointer("level_id", mark("Nivå"), form_choices.levels, required=True),
            _pointer("parent_id", mark("Hör under"), form_choices.goals_above),
            _pointer("owner_body_id", mark("Beslutat av"), form_choices.body_or_none),
            Spec("is_financial", mark("Finansiellt mål"), TICK, mark("Ett mål för god ekonomisk hushållning.")),
            _text("text", mark("Text"), 6),
        ),
        GoalState: (
            _code("kind", mark("Tillstånd"), StateKind),
            Spec("year", mark("År"), YEAR),
            _LABEL,
            Spec("text", mark("Text"), paragraphs(5), required=True),
        ),
        InterimGoal: (
            Spec("year", mark("År"), YEAR),
            _LABEL,
            Spec("text", mark("Delmål"), paragraphs(4), required=True),
        ),
        Indicator: (
            _title("title", mark("Indikator")),
            _NUMBER,
            _pointer("goal_id", mark("Mål"), form_choices.goals, required=True),
            _pointer("parent_id", mark("Del av"), form_choices.indicators_above, mark("Till exempel ett totalindex.")),
            _code("table_kind", mark("Tabell"), TableKind),
            _code("assessment_method", mark("Bedöms"), AssessmentMethod),
            Spec("is_cluster", mark("Kluster som bedöms utifrån parametrar"), TICK),
            _code(
                "cluster_rule",
                mark("Förslag till bedömning av klustret"),
                ClusterRule,
                mark("Regeln föreslår bara; nämnden bedömer."),
            ),
            Spec("measure_unit", mark("Måttenhet"), help=mark("Till exempel %, index eller antal.")),
            Spec("start_year", mark("Mäts från och med"), YEAR),
            _text("justification", mark("Motivering")),
            _text("interpretation", mark("Tolkning")),
            _text("criterion", mark("Bedömningsgrund")),
            _text("source", mark("Källa"), 2),
            _text("follow_up", mark("Uppföljning"), 2),
            _RESPONSIBLE,
        ),
        ValueColumn: (
            _code("kind", mark("Slag av värde"), ValueKind),
            Spec("year", mark("År"), YEAR, required=True),
            Spec("label", mark("Rubrik i planen"), help=mark("Om planen kallar kolumnen något annat.")),
        ),
        ClusterParameter: (
            Spec("name", mark("Parameter"), paragraphs(2)),
            _text("criterion", mark("Bedömningsgrund")),
        ),
        Activity: (
            _title("title", mark("Delaktivitet")),
            _pointer("goal_id", mark("Mål"), form_choices.goals, required=True),
            _pointer("interim_goal_id", mark("Delmål"), form_choices.interim_goals),
            _RESPONSIBLE,
            Spec("starts_on", mark("Börjar"), DATE),
            Spec("due_on", mark("Klar senast"), DATE),
            _code("status", mark("Status"), WorkStatus),
            _text("status_reason", mark("Varför"), 2),
            Spec("progress", mark("Framdrift i procent"), PERCENT),
        ),
        Assignment: (
            Spec("text", mark("Uppdrag"), paragraphs(3), required=True),
            _code("status", mark("Status"), WorkStatus),
            Spec("receiver_function", mark("Mottagare"), help=mark("En funktion, inte en person.")),
            _text("status_reason", mark("Varför"), 2),
            Spec("done_on", mark("Genomfört den"), DATE),
            _code("due_kind", mark("Ska vara klart"), DueKind),
            Spec("due_on", mark("Klart senast"), DATE),
            _group(mark("Beslutet"), _code("kind", mark("Slag av uppdrag"), AssignmentKind)),
            _pointer("source_body_id", mark("Beslutat av"), form_choices.body_or_none),
            Spec("source_date", mark("Beslutsdatum"), DATE),
            Spec("source_section", mark("Paragraf"), SECTION),
            _DNR,
            _group(mark("Återrapportering"), _recurrence("report_recurrence", mark("Hur ofta"))),
            Spec("report_starts_on", mark("Första återrapporteringen"), DATE),
            _pointer("report_body_id", mark("Rapporteras till"), form_choices.body_or_none),
            _text("report_plan", mark("Återrapporteras"), 2),
            _group(mark("I planen"), _pointer("goal_id", mark("Mål"), form_choices.goal_or_none)),
            _pointer("parent_id", mark("Del av uppdrag"), form_choices.assignments_above),
            _code("role", mark("Nämndens roll"), AssignmentRole),
            _text("lead_in", mark("Inledning i planen"), 2),
        ),
        AssignmentReport: (
            Spec("text", mark("Vad som rapporterades"), paragraphs(4), required=True),
            _code("status", mark("Status"), WorkStatus),
            Spec("reported_on", mark("Dag"), DATE, required=True),
            _pointer("meeting_id", mark("Sammanträde"), form_choices.meetings),
            _pointer("agenda_item_id", mark("Ärende"), form_choices.items_of_meeting),
        ),
        Milestone: (
            Spec("text", mark("Milstolpe"), paragraphs(2), required=True),
            Spec("due_on", mark("Senast"), DATE),
            Spec("reached_on", mark("Nådd"), DATE),
        ),
        Risk: (
            _title("title", mark("Risk")),
            _text("text", mark("Beskrivning"), 6),
            _code("category", mark("Kategori"), RiskCategory),
            _text("cause", mark("Orsak"), 2),
            _text("consequence", mark("Konsekvens"), 2),
            _RESPONSIBLE,
            _code("status", mark("Hantering"), RiskStatus),
        ),
        RiskAction: (
            Spec("text", mark("Åtgärd"), paragraphs(3), required=True),
            _RESPONSIBLE,
            Spec("due_on", mark("Klar senast"), DATE),
            _code("status", mark("Status"), WorkStatus),
        ),
        Control: (
            Spec("text", mark("Kontrollmoment"), paragraphs(3), required=True),
            _pointer("risk_id", mark("Risk"), form_choices.risk_or_none),
            Spec("frequency", mark("Hur ofta, med planens ord"), help=mark("Till exempel två gånger per år.")),
            _recurrence("recurrence", mark("Upprepas")),
            Spec("starts_on", mark("Första gången"), DATE, mark("Utan den räknas inget nästa datum ut.")),
            _text("method", mark("Hur det kontrolleras"), 2),
            _RESPONSIBLE,
        ),
        ControlResult: (
            Spec("checked_on", mark("Dag"), DATE, required=True),
            _code("outcome", mark("Resultat"), ControlOutcome),
            _text("text", mark("Vad som kontrollerades"), 2),
            _text("deviation", mark("Avvikelse"), 2),
            _text("action", mark("Vad som görs åt det"), 2),
            _pointer("meeting_id", mark("Sammanträde"), form_choices.meetings),
        ),
        LegalEntity: (
            Spec("name", mark("Namn"), required=True),
            Spec("entity_kind", mark("Typ av juridisk person")),
            _RESPONSIBLE,
            _text("municipal_purpose", mark("Ändamål"), 3),
            _text("owner_directive", mark("Ägardirektiv"), 3),
            Spec("enhanced_supervision", mark("Förstärkt uppsikt: beslut varje år (KL 6:9)"), TICK),
            Spec("closed_on", mark("Upphörde"), DATE),
        ),
        EntityReview: (
            Spec("year", mark("År"), YEAR, required=True),
            Spec(
                "verdict",
                mark("Inom ändamålet och befogenheterna"),
                VERDICT,
                choices=lambda _session, _record: verdicts_or_none(),
            ),
            _text("text", mark("Skäl"), 4),
            _text("proposal", mark("Förslag till fullmäktige"), 2),
            Spec("decided_on", mark("Beslutat"), DATE),
            _pointer("meeting_id", mark("Sammanträde"), form_choices.meetings),
            Spec("section_no", mark("Paragraf"), SECTION),
        ),
        Perspective: (
            Spec("name", mark("Perspektiv"), required=True),
            _text("question", mark("Fråga som perspektivet ställer"), 2),
        ),
        Forum: (Spec("name", mark("Mötesforum"), required=True),),
        QuestionSet: (
            Spec("title", mark("Namn"), required=True),
            Spec("questions", mark("Frågor"), paragraphs(8), mark("En fråga på varje rad."), required=True),
            Spec("source", mark("Källa")),
        ),
        SupervisionEvent: (
            _title("title", mark("Händelse")),
            _pointer("subject_id", mark("Vem uppsikten gäller"), form_choices.supervised),
            _pointer("perspective_id", mark("Perspektiv"), form_choices.perspectives),
            _pointer("forum_id", mark("Mötesforum"), form_choices.forums),
            Spec("tool", mark("Verktyg"), help=mark("Till exempel ägardialog, rapport eller enkät.")),
            _RESPONSIBLE,
            _pointer("question_set_id", mark("Frågor"), form_choices.question_sets),
            Spec("starts_on", mark("Första gången"), DATE),
            _recurrence("recurrence", mark("Upprepas")),
            Spec("closed_on", mark("Sista dag"), DATE),
        ),
        SupervisionOccasion: (
            _code("status", mark("Läge"), OccasionStatus),
            Spec("held_on", mark("Dag"), DATE, required=True),
            _text("concluded", mark("Slutsats"), 3),
            _text("decided", mark("Beslut"), 2),
            _pointer("meeting_id", mark("Sammanträde"), form_choices.meetings),
            Spec("section_no", mark("Paragraf"), SECTION),
        ),
        Comment: (
            _code("party", mark("Vem som säger det"), Party),
            Spec("text", mark("Kommentar"), paragraphs(4), required=True),
            _pointer("period_id", mark("Gäller perioden"), form_choices.periods),
            _pointer("meeting_id", mark("Sagt vid"), form_choices.meetings),
            Spec("internal", mark("Bara internt"), TICK, mark("Kommer aldrig med i det som är för alla.")),
        ),
        Footnote: (
            Spec("mark", mark("Nummer eller tecken")),
            Spec("text", mark("Fotnot"), paragraphs(3), required=True),
        ),
        Alias: (Spec("text", mark("Annat namn"), required=True),),
        BoardRole: (Spec("text", mark("Huvudroll"), paragraphs(3), required=True),),
        Duty: (Spec("text", mark("Uppgift enligt reglementet"), paragraphs(3), required=True), _RESPONSIBLE),
        BudgetLine: (Spec("name", mark("Rad i budgeten"), required=True),),
        Attachment: (
            _title("title", mark("Rubrik")),
            Spec("number", mark("Bilaga nummer")),
            Spec("included_in_decision", mark("Ingår i beslutet"), TICK),
            _text("text", mark("Text")),
            _text("alt_text", mark("Bildbeskrivning"), 2, mark("Läses upp för den som inte ser bilden.")),
        ),
        Section: (
            Spec("heading", mark("Rubrik"), paragraphs(2)),
            _NUMBER,
            Spec("level", mark("Rubriknivå"), NUMBER, mark("1 är högst; 0 för text före första rubriken."), True),
            _text("text", mark("Text"), 10),
        ),
        ReportingPeriod: (
            _code("kind", mark("Slag av period"), PeriodKind),
            Spec("label", mark("Eget namn"), help=mark("Till exempel Delår 1.")),
            Spec("starts_on", mark("Första dag"), DATE, required=True),
            Spec("ends_on", mark("Sista dag"), DATE, required=True),
        ),
        Meeting: (
            Spec("title", mark("Rubrik")),
            Spec("date", mark("Datum"), DATE, required=True),
            Spec("end_date", mark("Sista dag"), DATE, mark("Bara när sammanträdet varar mer än en dag.")),
            Spec("starts_at", mark("Börjar klockan"), TIME),
            Spec("ends_at", mark("Slutar klockan"), TIME),
            Spec("place", mark("Plats")),
            _pointer("body_id", mark("Nämnd"), form_choices.body_or_none),
            _pointer("period_id", mark("Följer upp"), form_choices.periods),
            Spec("approvers", mark("Justerare"), help=mark("Funktioner, inte personer.")),
        ),
        DeadlineRule: (
            Spec("title", mark("Regel"), required=True),
            _code("kind", mark("Slag av datum"), DeadlineKind),
            _code("anchor", mark("Räknas från"), Anchor),
            Spec("offset", mark("Antal"), NUMBER, mark("Med minus före för dagar innan."), True),
            _code("offset_unit", mark("Räknas i"), OffsetUnit),
            _code("free_day", mark("En ledig dag"), FreeDay),
            Spec(
                "recurrence",
                mark("Dag på året"),
                YEAR_DAY,
                mark("Till exempel 15 april. Bara för det som räknas från varje år."),
            ),
            _text("source", mark("Källa"), 3, mark("Lag, reglemente eller lokal vana.")),
            Spec("active", mark("Regeln gäller"), TICK),
        ),
        AgendaItem: (
            Spec("section_no", mark("Paragraf"), SECTION),
            _DNR,
            _title("title", mark("Ärende")),
            _code("kind", mark("Ärendetyp"), ItemKind),
            _code("outcome", mark("Utfall"), AgendaOutcome),
            _text("proposal", mark("Förslag till beslut"), 3),
            _text("decision", mark("Beslut")),
            Spec("approved_at_once", mark("Omedelbart justerad"), TICK),
            _text("notes", mark("Anteckningar"), 2),
        ),
        Attendance: (
            Spec("function", mark("Funktion"), required=True, help=mark("Till exempel Ledamot 3 eller Ordförande.")),
            _code("role", mark("Deltar som"), AttendanceRole),
            Spec("name", mark("Namn"), help=mark("Behövs inte; namn trycks inte.")),
            Spec("note", mark("Anteckning"), help=mark("Till exempel §§ 12–18, eller från kl. 10.15.")),
            Spec("present", mark("Närvarande"), TICK),
        ),
        Recusal: (
            _pointer("attendance_id", mark("Vem"), form_choices.attending, required=True),
            Spec("note", mark("Anteckning")),
        ),
        AgendaTemplate: (Spec("title", mark("Mallens namn"), required=True),),
        AgendaTemplateItem: (
            _title("title", mark("Ärende")),
            _code("kind", mark("Ärendetyp"), ItemKind),
            _code("pulls", mark("Tar upp"), AgendaPull, mark("Hämtas ur registret när dagordningen görs.")),
            _text("proposal", mark("Förslag till beslut"), 2),
        ),
    }
)
"""The fields of each kind of record in the order of its form."""

IN_ORDER: Final[Mapping[type[Record], tuple[str, str]]] = MappingProxyType(
    {
        Register: ("period_start", "period_end"),
        Activity: ("starts_on", "due_on"),
        ReportingPeriod: ("starts_on", "ends_on"),
        Meeting: ("date", "end_date"),
        SupervisionEvent: ("starts_on", "closed_on"),
    }
)
"""Two fields of which the second may not come before the first."""
