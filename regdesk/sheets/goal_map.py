"""The sheet "Målkarta": the goals as boxes on one page, and then the same as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from regdesk.i18n import _, mark, ngettext
from regdesk.sheets.blocks import (
    Block,
    Family,
    Figure,
    Heading,
    KeepTogether,
    Orientation,
    PageBreak,
    Paragraph,
    Row,
    Sheet,
    Table,
)
from regdesk.sheets.framing import framed, notice_room
from regdesk.sheets.goal_boxes import Facts, Room, drawings_of
from regdesk.sheets.kind import Group, SheetKind
from regdesk.viewmodels.goal_map import NOTHING, GoalMap, MapGoal, Named, goal_map
from regdesk.viewmodels.sheet_head import sheet_head
from regdesk.viewmodels.sheet_options import Scope, tick
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.top_goals import TOP_GOAL

_MAP: Final = tick("map", mark("&Karta"))
_BOARDS: Final = tick("boards", mark("Nä&mnder som bidrar"))
_GLOBAL_GOALS: Final = tick("agenda", mark("A&genda 2030"))
_TABLE: Final = tick("table", mark("&Tabell"))

_ROOMS: Final = {
    Orientation.LANDSCAPE: Room(width=259, first=113, later=122),
    Orientation.PORTRAIT: Room(width=165, first=198, later=203),
}
"""In mm: what pages hold beside head, foot and title."""


def goal_map_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language."""
    turned = Orientation(request.orientation) if request.orientation else Orientation.LANDSCAPE
    shown = goal_map(request, request.answer(TOP_GOAL))
    room, head = _ROOMS[turned], sheet_head(request)
    room = room._replace(first=room.first - notice_room(request))
    blocks = _blocks(request, shown, room, Family(head.typeface))
    return framed(request, blocks, document_type=_("Översikt"), title=_(_TITLE), subtitle="", turned=turned, head=head)


def _blocks(request: SheetRequest, shown: GoalMap, room: Room, family: Family) -> Iterator[Block]:
    if not shown.goals:
        yield Paragraph(text=_("Planen har inga mål."))
        return
    facts = Facts(boards=request.has(_BOARDS), global_goals=request.has(_GLOBAL_GOALS))
    if request.has(_MAP):
        yield from _map(shown, facts, room, family)
    if request.has(_TABLE):
        table = _table(shown, facts)
        below = KeepTogether(blocks=(Heading(text=_("Målen som tabell")), table))
        yield below if request.has(_MAP) else table


def _map(shown: GoalMap, facts: Facts, room: Room, family: Family) -> Iterator[Block]:
    """The map; one that is larger than a page goes on on others."""
    for place, (part, drawing) in enumerate(drawings_of(shown, facts, room, family)):
        if place:
            yield PageBreak()
        yield Figure(image=drawing, alt=_alt(shown, part))


def _alt(shown: GoalMap, part: str) -> str:
    count = sum(not goal.is_empty for _depth, goal in shown.all())
    told = ngettext("Målkarta med {count} mål", "Målkarta med {count} mål", count).format(count=count)
    levels = _("Nivåer: {levels}").format(levels=", ".join(shown.levels))
    return ". ".join(filter(None, (part, told, levels))) + "."


def _table(shown: GoalMap, facts: Facts) -> Block:
    """The goals; what none of them points at has no column."""
    boards = facts.boards and any(goal.boards for _depth, goal in shown.all())
    global_goals = facts.global_goals and any(goal.global_goals for _depth, goal in shown.all())
    pointed = Facts(boards=boards, global_goals=global_goals)
    return Table(
        header=(
            _("Mål"),
            _("Nivå"),
            *((_("Nämnder"),) if boards else ()),
            *((_("Agenda 2030"),) if global_goals else ()),
        ),
        rows=tuple(_row(goal, depth, pointed) for depth, goal in shown.all()),
        widths=(38, 15, *((24,) if boards else ()), *((34,) if global_goals else ())),
        summary=_("Planens mål med sin nivå; ett mål som hör till ett annat står indraget under det."),
    )


def _row(goal: MapGoal, depth: int, pointed: Facts) -> Row:
    nothing = "" if goal.is_empty else NOTHING
    boards = (_full(goal.boards) or nothing,) if pointed.boards else ()
    global_goals = (_full(goal.global_goals) or nothing,) if pointed.global_goals else ()
    return Row(cells=(goal.title, goal.level_name, *boards, *global_goals), level=depth)


def _full(names: tuple[Named, ...]) -> str:
    return "; ".join(name.full for name in names)


_TITLE: Final = mark("Målkarta")

KIND: Final = SheetKind(
    code="goal-map",
    source_title=_TITLE,
    group=Group.OVERVIEW,
    scope=Scope.REGISTER,
    maker=goal_map_sheet,
    options=(TOP_GOAL, _MAP, _BOARDS, _GLOBAL_GOALS, _TABLE),
)
