"""Indicators, the parameters of clusters, and values as they were written beside what was understood of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from regdesk.domain.codes import (
    AssessmentMethod,
    ClusterRule,
    Comparator,
    Sex,
    TableKind,
    ValueKind,
    ValueState,
    Verdict,
)
from regdesk.domain.records import Record, record


@record("indicators")
class Indicator(Record):
    """What a goal is followed up by. `raw` is the plan's cell to the letter; `parent_id` may cross goals (HME)."""

    goal_id: str
    parent_id: str | None = None
    position: int = 0
    printed_number: str = ""
    title: str
    title_key: str = ""
    raw: str = ""
    table_kind: TableKind = TableKind.QUANTITATIVE
    assessment_method: AssessmentMethod = AssessmentMethod.NUMERIC
    is_cluster: bool = False
    cluster_rule: ClusterRule = ClusterRule.NONE
    measure_unit: str = ""
    justification: str = ""
    interpretation: str = ""
    criterion: str = ""
    source: str = ""
    responsible_function: str = ""
    start_year: int | None = None
    follow_up: str = ""
    closed_on: date | None = None


@record("cluster_parameters")
class ClusterParameter(Record):
    """One of the parameters that a cluster is assessed from; plans often leave its name to an appendix."""

    indicator_id: str
    position: int = 0
    name: str = ""
    criterion: str = ""


@record("value_columns")
class ValueColumn(Record):
    """A year that the plan gives outcomes or targets for; the two are independent lists. `label` is the plan's."""

    kind: ValueKind
    year: int | None = None
    label: str = ""
    position: int = 0
    closed_on: date | None = None


@record("values")
class Value(Record):
    """One cell of an indicator: `raw` to the letter, `state` what it says, `sort_number` its first number."""

    indicator_id: str
    column_id: str
    kind: ValueKind
    year: int | None = None
    position: int = 0
    raw: str
    state: ValueState = ValueState.BLANK
    start_year: int | None = None
    sort_number: float | None = None


@record("value_parts")
class ValuePart(Record):
    """One number, verdict or date within a cell, for one unit of the organisation and one sex where it says so."""

    value_id: str
    position: int = 0
    comparator: Comparator = Comparator.EQUAL
    number: Decimal | None = None
    measure_unit: str = ""
    org_unit_id: str | None = None
    sex: Sex | None = None
    verdict: Verdict | None = None
    year: int | None = None
