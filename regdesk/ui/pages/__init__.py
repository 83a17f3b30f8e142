"""The pages of a register, in the order of the list at the window's left; each is imported when first gone to."""

from __future__ import annotations

from regdesk.ui.context import Context
from regdesk.ui.page import Page, PageSpec
from regdesk.ui.verbs import Verb


def _plan(context: Context) -> Page:
    from regdesk.ui.pages.plan import PlanPage

    return PlanPage(context)


def _indicators(context: Context) -> Page:
    from regdesk.ui.pages.lists import IndicatorsPage

    return IndicatorsPage(context)


def _assignments(context: Context) -> Page:
    from regdesk.ui.pages.assignments import AssignmentsPage

    return AssignmentsPage(context)


def _activities(context: Context) -> Page:
    from regdesk.ui.pages.activities import ActivitiesPage

    return ActivitiesPage(context)


def _risks(context: Context) -> Page:
    from regdesk.ui.pages.risks.page import RisksPage

    return RisksPage(context)


def _supervision(context: Context) -> Page:
    from regdesk.ui.pages.supervision.page import SupervisionPage

    return SupervisionPage(context)


def _economy(context: Context) -> Page:
    from regdesk.ui.pages.economy import EconomyPage

    return EconomyPage(context)


def _perspectives(context: Context) -> Page:
    from regdesk.ui.pages.perspectives import PerspectivesPage

    return PerspectivesPage(context)


def _meetings(context: Context) -> Page:
    from regdesk.ui.pages.meetings.page import MeetingsPage

    return MeetingsPage(context)


def _year(context: Context) -> Page:
    from regdesk.ui.pages.year.page import YearPage

    return YearPage(context)


def _rules(context: Context) -> Page:
    from regdesk.ui.pages.year.rules import RulesPage

    return RulesPage(context)


def _sheets(context: Context) -> Page:
    from regdesk.ui.pages.sheets.page import SheetsPage

    return SheetsPage(context)


def _history(context: Context) -> Page:
    from regdesk.ui.pages.history import HistoryPage

    return HistoryPage(context)


def _versions(context: Context) -> Page:
    from regdesk.ui.pages.versions import VersionsPage

    return VersionsPage(context)


def _basics(context: Context) -> Page:
    from regdesk.ui.pages.basics import BasicsPage

    return BasicsPage(context)


PAGES: tuple[PageSpec, ...] = (
    PageSpec(Verb.GO_PLAN, _plan),
    PageSpec(Verb.GO_INDICATORS, _indicators),
    PageSpec(Verb.GO_ASSIGNMENTS, _assignments),
    PageSpec(Verb.GO_ACTIVITIES, _activities),
    PageSpec(Verb.GO_RISKS, _risks),
    PageSpec(Verb.GO_SUPERVISION, _supervision),
    PageSpec(Verb.GO_ECONOMY, _economy),
    PageSpec(Verb.GO_PERSPECTIVES, _perspectives),
    PageSpec(Verb.GO_MEETINGS, _meetings),
    PageSpec(Verb.GO_YEAR, _year),
    PageSpec(Verb.GO_RULES, _rules),
    PageSpec(Verb.GO_SHEETS, _sheets),
    PageSpec(Verb.GO_HISTORY, _history),
    PageSpec(Verb.GO_VERSIONS, _versions),
    PageSpec(Verb.GO_BASICS, _basics),
)
