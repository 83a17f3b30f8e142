"""The fields that a text gives a node of each kind; recognition and a person's change of kind ask the same."""

from __future__ import annotations

from collections.abc import Callable

from regdesk.domain.codes import AssignmentRole, LevelKind, LinkKind, StateKind, TableKind
from regdesk.domain.models import LEVELS
from regdesk.domain.numerals import tidy
from regdesk.domain.problems import Problem, ProblemKind
from regdesk.exchange.proposal.nodes import Fields, FieldValue, NodeKind, ProposedNode
from regdesk.exchange.wording.attachments import read_attachment_heading
from regdesk.exchange.wording.goals import GoalWording, read_goal_heading
from regdesk.exchange.wording.indicators import method_of, read_indicator
from regdesk.exchange.wording.labels import read_label
from regdesk.exchange.wording.texts import first_sentence, years


def fields_for(kind: NodeKind, node: ProposedNode) -> dict[str, FieldValue]:
    """The fields of a node that becomes that kind. Raises Problem(RULE_BROKEN) for a value: it needs its column."""
    maker = _MAKERS.get(kind)
    if maker is None:
        raise Problem(ProblemKind.RULE_BROKEN, child=kind, parent=None)
    made = maker(node.text)
    kept = {name: value for name, value in node.fields.items() if name in _KEPT and name in made and value}
    return {**made, **kept}


_KEPT = {"printed_number", "number_inferred", "level", "year"}
"""What a text does not tell of itself, and a node keeps whatever it becomes."""


def goal_fields(wording: GoalWording, heading: str) -> dict[str, FieldValue]:
    """A goal as its heading words it."""
    return {
        "level_kind": wording.level_kind,
        "level_name": wording.level_name,
        "printed_number": wording.printed_number,
        "number_inferred": False,
        "title": wording.title,
        "heading": heading,
        "aliases": (),
    }


def plain_goal(title: str, level_kind: LevelKind = LevelKind.GOAL, level_name: str = "") -> GoalWording:
    """A goal whose heading is only its name."""
    return GoalWording(level_kind=level_kind, level_name=level_name or LEVELS[level_kind].name, title=tidy(title))


def indicator_fields(raw: str, table_kind: TableKind) -> dict[str, FieldValue]:
    """An indicator as its cell words it."""
    wording = read_indicator(raw)
    return {
        "title": wording.title,
        "raw": raw,
        "table_kind": table_kind,
        "assessment_method": method_of(wording.asks_for_verdict, table_kind),
        "is_cluster": wording.parameters is not None,
        "parent_id": None,
    }


def state_fields(kind: StateKind, label: str, text: str, year: int | None) -> dict[str, FieldValue]:
    """A state of affairs under its label."""
    return {"kind": kind, "year": year, "label": label, "text": text}


def link_fields(kind: LinkKind, raw: str, number: str = "", title: str | None = None) -> dict[str, FieldValue]:
    """A link as the plan writes it; what it points at is known by number, by title or by both."""
    return {"kind": kind, "raw": raw, "number": number, "title": tidy(raw) if title is None else title}


def _goal(text: str) -> dict[str, FieldValue]:
    return goal_fields(read_goal_heading(text) or plain_goal(text), text)


def _indicator(text: str) -> dict[str, FieldValue]:
    return indicator_fields(text, TableKind.QUALITATIVE)


def _labelled(text: str) -> dict[str, FieldValue]:
    label = read_label(text)
    year = (label.year if label else None) or next(iter(years(text)), None)
    return {"year": year, "label": label.text if label else "", "text": label.rest or text if label else text}


def _attachment(text: str) -> dict[str, FieldValue]:
    number, title = read_attachment_heading(text) or ("", tidy(text))
    return {"number": number, "title": title, "included_in_decision": True, "alt_text": ""}


_MAKERS: dict[NodeKind, Callable[[str], Fields]] = {
    NodeKind.SECTION: lambda text: {"heading": text, "level": 1, "printed_number": "", "number_inferred": False},
    NodeKind.PARAGRAPH: lambda _text: {"number": "", "level": 0},
    NodeKind.GROUP: lambda _text: {},
    NodeKind.GOAL: _goal,
    NodeKind.GOAL_STATE: lambda text: {"kind": StateKind.DESIRED, **_labelled(text)},
    NodeKind.INTERIM_GOAL: _labelled,
    NodeKind.INDICATOR: _indicator,
    NodeKind.CLUSTER_PARAMETER: lambda text: {"name": tidy(text)},
    NodeKind.ASSIGNMENT: lambda text: {"text": text, "role": AssignmentRole.OTHER, "lead_in": ""},
    NodeKind.ACTIVITY: lambda text: {"title": tidy(text), "year": None},
    NodeKind.LINK: lambda text: link_fields(LinkKind.STRATEGY, text),
    NodeKind.DUTY: lambda text: {"text": text},
    NodeKind.BOARD_ROLE: lambda text: {"text": text},
    NodeKind.LEGAL_ENTITY: lambda text: {"name": tidy(text), "entity_kind": "", "municipal_purpose": ""},
    NodeKind.RISK: lambda text: {"title": first_sentence(text), "text": text},
    NodeKind.RISK_ACTION: lambda text: {"text": text},
    NodeKind.CONTROL: lambda text: {"text": text},
    NodeKind.BUDGET_LINE: lambda text: {"name": tidy(text)},
    NodeKind.PERSPECTIVE: lambda text: {"name": tidy(text)},
    NodeKind.FORUM: lambda text: {"name": tidy(text)},
    NodeKind.SUPERVISION_EVENT: lambda text: {"title": tidy(text)},
    NodeKind.ATTACHMENT: _attachment,
    NodeKind.FOOTNOTE: lambda text: {"mark": "", "text": text},
}
