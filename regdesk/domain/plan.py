"""A board's plan: levels and goals, states, links to other documents, footnotes, attachments and running text."""

from __future__ import annotations

from datetime import date, datetime

from regdesk.domain.codes import BodyKind, LevelKind, LinkKind, RegisterStatus, StateKind
from regdesk.domain.records import Record, record


@record("registers")
class Register(Record):
    """What the file is about; there is exactly one. Periods are years."""

    organisation: str
    board_id: str
    plan_title: str = ""
    period_start: int | None = None
    period_end: int | None = None
    dnr: str = ""
    doc_no: str = ""
    model: str = ""
    status: RegisterStatus = RegisterStatus.DRAFT


@record("bodies")
class Body(Record):
    """A body of the organisation: assembly, board, committee or administration."""

    kind: BodyKind = BodyKind.BOARD
    name: str
    name_key: str = ""
    short_name: str = ""
    position: int = 0


@record("org_units")
class OrgUnit(Record):
    """A part of the organisation that has its own values, such as RVN or RLF."""

    code: str
    name: str = ""
    position: int = 0


@record("levels")
class Level(Record):
    """A named level of the governing model; `position` 0 is the top."""

    kind: LevelKind
    position: int
    name: str
    name_plural: str = ""
    owner_body_id: str | None = None


@record("goals")
class Goal(Record):
    """A goal of any level. `heading` is the plan's heading to the letter; `printed_number` is data, not a counter.

    A financial goal is one for god ekonomisk hushållning (KL 11:6). What has a `closed_on`, here and in other kinds,
    belonged to an earlier plan and is no part of the present one.
    """

    level_id: str
    parent_id: str | None = None
    position: int = 0
    printed_number: str = ""
    number_inferred: bool = False
    title: str
    title_key: str = ""
    heading: str = ""
    text: str = ""
    owner_body_id: str | None = None
    is_financial: bool = False
    closed_on: date | None = None


@record("goal_states")
class GoalState(Record):
    """How things are, or are wished to be, in a year. Without a goal the state belongs to the plan as a whole."""

    goal_id: str | None = None
    kind: StateKind
    year: int | None = None
    position: int = 0
    label: str = ""
    text: str


@record("interim_goals")
class InterimGoal(Record):
    """A delmål: where a goal shall have come in a year."""

    goal_id: str
    year: int | None = None
    position: int = 0
    label: str = ""
    text: str


@record("regional_goals")
class RegionalGoal(Record):
    """A goal of the regional plan that this plan points at, known by its number and perhaps its title."""

    number: str
    title: str = ""
    position: int = 0


@record("governing_documents")
class GoverningDocument(Record):
    """A strategy, agreement or other governing document."""

    title: str
    title_key: str = ""
    doc_no: str = ""
    position: int = 0


@record("foundations")
class Foundation(Record):
    """A fundament or medel that goals rest on."""

    title: str
    title_key: str = ""
    position: int = 0


@record("agenda_goals")
class AgendaGoal(Record):
    """One of the 17 goals of Agenda 2030 under its Swedish short name."""

    number: int
    title: str


@record("links")
class Link(Record):
    """One item points at another; `raw` is what the plan says, `position` keeps the plan's order."""

    kind: LinkKind
    source_id: str
    target_id: str
    position: int = 0
    raw: str = ""


@record("aliases")
class Alias(Record):
    """Another name or spelling of an item."""

    item_id: str
    text: str


@record("footnotes")
class Footnote(Record):
    """A footnote with the item it was attached to; `mark` is its number in the plan."""

    item_id: str | None = None
    mark: str = ""
    text: str
    position: int = 0


@record("attachments")
class Attachment(Record):
    """A bilaga, a picture or another file. `sha256` points at the stored bytes where there are any."""

    item_id: str | None = None
    number: str = ""
    title: str
    text: str = ""
    included_in_decision: bool = True
    file_name: str = ""
    media_type: str = ""
    size: int = 0
    sha256: str | None = None
    alt_text: str = ""
    position: int = 0


@record("sections")
class Section(Record):
    """Running text of the plan under its heading; `level` is the heading's, 0 for text before any heading."""

    parent_id: str | None = None
    position: int = 0
    level: int = 0
    printed_number: str = ""
    heading: str = ""
    text: str = ""


@record("perspectives")
class Perspective(Record):
    """A view that runs across goals: barn, jämställdhet, miljö, intern kontroll …"""

    name: str
    position: int = 0
    question: str = ""


@record("function_holders")
class FunctionHolder(Record):
    """Who holds a function just now: a person's name for the secretary alone, which no sheet or export carries."""

    function: str
    name: str = ""
    position: int = 0


@record("plan_versions")
class PlanVersion(Record):
    """The plan as it was at a decision; `sha256` points at its records as JSON, packed by zlib."""

    number: int
    title: str
    decided_on: date | None = None
    section_no: str = ""
    dnr: str = ""
    made_at: datetime
    sha256: str
    history_hash: str = ""


@record("secrecy_markings")
class SecrecyMarking(Record):
    """A sekretessmarkering on an item (OSL 5:5: provision, date, authority)."""

    item_id: str
    provision: str
    marked_on: date
    authority: str


@record("imports")
class Import(Record):
    """A file that was read into the register."""

    file_name: str
    sha256: str
    imported_at: datetime


@record("preferences")
class Preference(Record):
    """A choice that belongs to the register; the id is its name, the value JSON."""

    value: str
