"""Recognises indicator tables: a row an indicator, with the places of its parameters, below goals where it has them."""

from __future__ import annotations

from dataclasses import replace

from regdesk.domain.codes import TableKind
from regdesk.exchange.proposal.fields import goal_fields, plain_goal
from regdesk.exchange.proposal.nodes import NodeKind, ProposedNode, Reason, Unplaced, WarningCode
from regdesk.exchange.word.document import Paragraph, Row, Source, Table, sources_of
from regdesk.exchange.word.indicator_rows import IndicatorRows, parameters
from regdesk.exchange.word.recognise_base import Run, Scope, Taken, block_at, left_over, made_of
from regdesk.exchange.word.table_layout import Layout, is_across, is_blank, read_layout
from regdesk.exchange.wording.goals import read_goal_heading
from regdesk.exchange.wording.indicators import ColumnRole, cluster_size, is_about_cluster, table_kind_of


def take_indicator_table(run: Run, at: int, scope: Scope) -> Taken | None:
    """An indicator table, with the sentence about a cluster that may follow it."""
    table = block_at(run, at, Table)
    layout = read_layout(table) if table else None
    if table is None or layout is None:
        return None
    if not scope.in_goal and not layout.all(ColumnRole.GOAL):
        return Taken(end=at + 1, unplaced=(left_over(table, Reason.NO_GOAL),))
    reader = _TableReader(table, layout, scope.in_goal)
    group = reader.read()
    after = block_at(run, at + 1, Paragraph)
    if after and is_about_cluster(after.text):
        return Taken(end=at + 2, nodes=(_with_cluster(group, after),), unplaced=tuple(reader.unplaced))
    return Taken(end=at + 1, nodes=(group,), unplaced=tuple(reader.unplaced))


def needs_goal(table: Table) -> bool:
    """Whether a table has indicators but not the goals they belong to."""
    layout = read_layout(table)
    return layout is not None and not layout.all(ColumnRole.GOAL)


class _TableReader:
    """Reads one table, row by row, into a group."""

    def __init__(self, table: Table, layout: Layout, in_goal: bool) -> None:
        self.unplaced: list[Unplaced] = []
        self._table, self._layout, self._in_goal = table, layout, in_goal
        values = layout.all(ColumnRole.VALUE)
        by_columns = TableKind.QUANTITATIVE if values else TableKind.QUALITATIVE
        self._kind = table_kind_of(layout.columns[layout.name].label) or by_columns
        self._rows = IndicatorRows(layout, self._kind, self.unplaced)
        self._children: list[ProposedNode] = []
        self._holder: tuple[ProposedNode, list[ProposedNode]] | None = None

    def read(self) -> ProposedNode:
        """The table as a group. Rows that hold nothing, or the header again, are the group's own."""
        sources = sources_of(self._table)
        headers = self._table.rows[: self._layout.header_rows]
        own: list[Source] = []
        for row, source in zip(self._table.rows, sources, strict=True):
            if is_blank(row) or any(row.texts == header.texts for header in headers):
                own.append(source)
            else:
                self._read_row(row, source)
        self._close_holder()
        group = ProposedNode(
            kind=NodeKind.GROUP,
            text="\n".join("\t".join(cell.text for cell in row.cells if cell.is_origin) for row in headers),
            fields={"holds": NodeKind.INDICATOR, "table_kind": self._kind},
            children=tuple(self._children),
            sources=tuple(own),
        )
        return group.warned(WarningCode.NAME_COLUMN_GUESSED) if self._layout.name_is_guessed else group

    def _read_row(self, row: Row, source: Source) -> None:
        """A row across the table, or a new goal in the goal column, holds the indicators that come after it."""
        if is_across(row):
            self._open_holder(_heading_in_table(row.texts[0], source))
            return
        goal = self._goal_text(row)
        if goal:
            self._open_holder(_goal_in_table(goal, source))
        indicator = self._rows.read(row, source) if self._in_goal or self._holder else None
        if indicator is None:
            node = ProposedNode(kind=NodeKind.PARAGRAPH, text="\t".join(row.texts), sources=(source,))
            self.unplaced.append(Unplaced(node=node, reason=Reason.NO_GOAL))
        elif self._holder:
            self._holder[1].append(indicator)
        else:
            self._children.append(indicator)

    def _goal_text(self, row: Row) -> str:
        """What a goal column says in the row where it says it first."""
        cells = [row.cells[index] for index in self._layout.all(ColumnRole.GOAL)]
        return next((cell.text for cell in cells if cell.is_origin and cell.text.strip()), "")

    def _open_holder(self, holder: ProposedNode) -> None:
        self._close_holder()
        self._holder = (holder, [])

    def _close_holder(self) -> None:
        if self._holder:
            holder, children = self._holder
            self._children.append(replace(holder, children=tuple(children)))
        self._holder = None


def _heading_in_table(text: str, source: Source) -> ProposedNode:
    if read_goal_heading(text):
        return _goal_in_table(text, source)
    return ProposedNode(kind=NodeKind.GROUP, text=text, sources=(source,))


def _goal_in_table(text: str, source: Source) -> ProposedNode:
    wording = read_goal_heading(text) or plain_goal(text)
    return ProposedNode(kind=NodeKind.GOAL, text=text, fields=goal_fields(wording, text), sources=(source,))


def _with_cluster(group: ProposedNode, sentence: Paragraph) -> ProposedNode:
    """Put a sentence about a cluster under the last indicator that says nothing of one itself."""
    indicators = [node for node in group.walk() if node.kind is NodeKind.INDICATOR]
    open_ones = [node for node in indicators if not node.fields["is_cluster"]]
    if not open_ones:
        return replace(group, children=(*group.children, made_of(sentence, NodeKind.GROUP)))
    places = parameters(cluster_size(sentence.text) or 0, sources_of(sentence))
    below = made_of(sentence, NodeKind.GROUP, places, holds=NodeKind.CLUSTER_PARAMETER)
    chosen = open_ones[-1]
    made = replace(chosen, children=(*chosen.children, below)).with_fields(is_cluster=True)
    made = made.warned(WarningCode.PARAMETERS_UNNAMED) if places else made
    made = made.warned(WarningCode.CLUSTER_GUESSED) if len(indicators) > 1 else made
    return _swapped(group, chosen, made)


def _swapped(node: ProposedNode, old: ProposedNode, new: ProposedNode) -> ProposedNode:
    if node is old:
        return new
    return replace(node, children=tuple(_swapped(child, old, new) for child in node.children))
