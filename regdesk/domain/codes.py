"""The field's fixed vocabularies as codes: what is stored in a register; the words for them are made in view-models."""

from __future__ import annotations

from enum import StrEnum, auto


class Verdict(StrEnum):
    """What a board decides of a thing. "Ej bedömd" is no verdict but the absence of an assessment."""

    YES = auto()
    PARTLY = auto()
    NO = auto()
    CANNOT_ASSESS = auto()


class ValueState(StrEnum):
    """What a value cell says; the first four are four different ways of holding no value."""

    BLANK = auto()
    DASH = auto()
    NEW_INDICATOR = auto()
    PENDING = auto()
    PARSED = auto()
    TEXT = auto()


class Comparator(StrEnum):
    """How a target or outcome relates to its number."""

    EQUAL = auto()
    GREATER = auto()
    AT_LEAST = auto()
    LESS = auto()
    AT_MOST = auto()
    MAINTAIN_OR_INCREASE = auto()
    MAINTAIN_OR_DECREASE = auto()
    HIGHER_THAN_PREVIOUS = auto()
    LOWER_THAN_PREVIOUS = auto()
    NO_LATER_THAN = auto()
    WITHIN = auto()


class Sex(StrEnum):
    """Split of a value by sex, with Kolada's letters: kvinnor, män, totalt."""

    WOMEN = "K"
    MEN = "M"
    TOTAL = "T"


class ValueKind(StrEnum):
    """Which list of years a value stands in."""

    OUTCOME = auto()
    TARGET = auto()
    BASELINE = auto()
    FORECAST = auto()


class TableKind(StrEnum):
    """Which kind of table an indicator was printed in; says nothing of how it is assessed."""

    QUANTITATIVE = auto()
    QUALITATIVE = auto()


class AssessmentMethod(StrEnum):
    """How an indicator is assessed: against a number, or as Ja/Delvis/Nej by its criteria."""

    NUMERIC = auto()
    VERDICT = auto()


class ClusterRule(StrEnum):
    """How a cluster's parameters may suggest a verdict; the suggestion is never set by itself."""

    NONE = auto()
    ALL_YES = auto()
    MAJORITY = auto()
    WORST = auto()


class LevelKind(StrEnum):
    """The glossary's kinds of level in a governing model."""

    GOAL_AREA = auto()
    GOAL = auto()
    OUTCOME_GOAL = auto()
    SUB_AREA = auto()
    RESULT_GOAL = auto()
    STRATEGIC_AREA = auto()


class StateKind(StrEnum):
    """A text on how things are or shall be, tied to a year."""

    CURRENT = auto()
    DESIRED = auto()


class BodyKind(StrEnum):
    """Kinds of bodies that own goals, give assignments and are supervised."""

    ASSEMBLY = auto()
    EXECUTIVE_BOARD = auto()
    BOARD = auto()
    COMMITTEE = auto()
    ADMINISTRATION = auto()
    OTHER = auto()


class LinkKind(StrEnum):
    """Why one item points at another."""

    REGIONAL_GOAL = auto()
    STRATEGY = auto()
    FOUNDATION = auto()
    BOARD = auto()
    AGENDA_2030 = auto()
    GOAL = auto()
    DUTY = auto()
    PERSPECTIVE = auto()


class AssignmentKind(StrEnum):
    """Where an assignment comes from: a board's plan, a decision, or a member's motion (KL 5:35) or initiative."""

    PLAN = auto()
    DECISION = auto()
    MEMBER_MOTION = auto()
    INITIATIVE = auto()


class AssignmentRole(StrEnum):
    """In which of its roles a board takes on an assignment."""

    LEAD_AND_COORDINATE = auto()
    BOARD_FOR_ADMINISTRATION = auto()
    OTHER = auto()


class WorkStatus(StrEnum):
    """Where an assignment, an activity or an action stands."""

    NOT_STARTED = auto()
    ONGOING = auto()
    DONE = auto()
    DELAYED = auto()
    DROPPED = auto()


class RiskCategory(StrEnum):
    """Kinds of risk; UNSPECIFIED where the plan says nothing."""

    UNSPECIFIED = auto()
    EXTERNAL = auto()
    OPERATIONS = auto()
    LEGAL = auto()
    IT = auto()
    REPORTING = auto()
    OVERARCHING = auto()


class RiskStatus(StrEnum):
    """How a risk is handled."""

    OPEN = auto()
    MITIGATED = auto()
    CONTROLLED = auto()
    ACCEPTED = auto()
    CLOSED = auto()


class RiskStage(StrEnum):
    """When in its handling a risk was scored."""

    INITIAL = auto()
    CURRENT = auto()
    RESIDUAL = auto()


class ControlOutcome(StrEnum):
    """What a kontrollmoment showed when it was done."""

    NO_DEVIATION = auto()
    DEVIATION = auto()
    NOT_DONE = auto()


class OccasionStatus(StrEnum):
    """Whether an occasion of supervision has been held."""

    PLANNED = auto()
    HELD = auto()
    CANCELLED = auto()


class MeetingStatus(StrEnum):
    """After a meeting is closed its records are corrected by new ones only."""

    PLANNED = auto()
    OPEN = auto()
    CLOSED = auto()


class ItemKind(StrEnum):
    """Kinds of items of business on an agenda."""

    DECISION = auto()
    INFORMATION = auto()
    NOTIFICATION = auto()
    FORMALITY = auto()


class AgendaOutcome(StrEnum):
    """What became of an item of business; tabled and referred back ones come again."""

    OPEN = auto()
    DECIDED = auto()
    NOTED = auto()
    TABLED = auto()
    REFERRED_BACK = auto()
    WITHDRAWN = auto()


class AgendaPull(StrEnum):
    """What an item of an agenda template takes up of what the register holds that day."""

    NOTHING = auto()
    ASSESSMENTS = auto()
    ASSIGNMENTS = auto()
    ACTIVITIES = auto()
    RISKS = auto()
    CONTROLS = auto()
    SUPERVISION = auto()
    CARRIED_OVER = auto()


class AttendanceRole(StrEnum):
    """In what role somebody attends a meeting."""

    CHAIR = auto()
    MEMBER = auto()
    SERVING_SUBSTITUTE = auto()
    SUBSTITUTE = auto()
    OFFICIAL = auto()


class PeriodKind(StrEnum):
    """Lengths of a reporting period; which ones a board uses is data."""

    MONTH = auto()
    QUARTER = auto()
    FOUR_MONTHS = auto()
    INTERIM = auto()
    YEAR = auto()


class DeadlineKind(StrEnum):
    """Dates that follow from law or rule."""

    NOTICE = auto()
    MATERIAL = auto()
    APPROVAL = auto()
    NOTICE_POSTING = auto()
    LEGAL_FORCE = auto()
    MEMBER_MOTION = auto()
    INTERIM_REPORT = auto()
    ANNUAL_REPORT = auto()
    BUDGET = auto()
    REPORT_BACK = auto()
    SUPERVISION = auto()
    OTHER = auto()


class Anchor(StrEnum):
    """What a deadline rule counts from."""

    MEETING = auto()
    APPROVAL = auto()
    NOTICE_POSTING = auto()
    PERIOD_END = auto()
    ASSIGNMENT_SOURCE = auto()
    YEAR = auto()


class OffsetUnit(StrEnum):
    """What a deadline rule counts in."""

    DAYS = auto()
    WORKING_DAYS = auto()
    WEEKS = auto()
    MONTHS = auto()
    YEARS = auto()


class FreeDay(StrEnum):
    """Where a date goes that falls on a Saturday, a Sunday or another holiday."""

    KEEP = auto()
    BEFORE = auto()
    AFTER = auto()


class Party(StrEnum):
    """Whose comment it is; the three are kept apart."""

    ADMINISTRATION = auto()
    BOARD = auto()
    UNION = auto()


class DueKind(StrEnum):
    """When an assignment is due: on a date, all the time, or not said."""

    UNSPECIFIED = auto()
    DATE = auto()
    ONGOING = auto()


class FrameKind(StrEnum):
    """Whether an amount is a decided budget, a plan for a later year, a forecast or what it came to."""

    BUDGET = auto()
    PLAN = auto()
    FORECAST = auto()
    OUTCOME = auto()


class RegisterStatus(StrEnum):
    """Where the register's plan stands."""

    DRAFT = auto()
    ADOPTED = auto()
    CLOSED = auto()


class Lane(StrEnum):
    """In which part of the board's year a date is shown."""

    MEETING = auto()
    DEADLINE = auto()
    REPORT_BACK = auto()
    SUPERVISION = auto()
    REPORT = auto()


class EntryKind(StrEnum):
    """What falls on a day of the board's year; RULE is a date that a rule gives, OWN one that a person set."""

    MEETING = auto()
    RULE = auto()
    PERIOD = auto()
    DUE = auto()
    MILESTONE = auto()
    REPORT_BACK = auto()
    ACTION = auto()
    CONTROL = auto()
    SUPERVISION = auto()
    OWN = auto()
