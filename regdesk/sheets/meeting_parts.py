"""What the papers of a meeting are made of: their head, their facts, and the days that follow upon the meeting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from regdesk.i18n import _
from regdesk.sheets.blocks import (
    Block,
    FieldCell,
    Orientation,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Sheet,
    Table,
    Text,
    runs,
)
from regdesk.sheets.framing import framed
from regdesk.sheets.status import labelled
from regdesk.viewmodels.facts import Fact
from regdesk.viewmodels.follow_up_parts import CountRow
from regdesk.viewmodels.meeting_papers import DayLine, PaperLine, meeting_name, withheld_meeting
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.verdict_counts import verdict_words

_BLANK_LINES: Final = re.compile(r"\n\s*\n")


def meeting_sheet(
    request: SheetRequest,
    blocks: Callable[[SheetRequest], Iterable[Block]],
    *,
    document_type: str,
    title: str,
    turned: Orientation = Orientation.PORTRAIT,
) -> Sheet:
    """A paper of a meeting as a whole: it has no dnr of its own, since each item has; a secret meeting is one line."""
    line = withheld_meeting(request)
    made = (Paragraph(text=line),) if line else blocks(request)
    name = meeting_name(request)
    sheet = framed(request, made, document_type=document_type, title=title, subtitle=name, turned=turned)
    return replace(sheet, head=replace(sheet.head, dnr="", period=""))


def fact_lines(facts: Iterable[Fact]) -> Iterator[Block]:
    """A line a fact, its label strong; what comes after them stands off from the last."""
    texts = [labelled(fact.label, fact.text) for fact in facts]
    yield from (Paragraph(text=text, role=ParagraphRole.FACT) for text in texts[:-1])
    yield from (Paragraph(text=text) for text in texts[-1:])


def labelled_paragraphs(label: str, text: str) -> Iterator[Block]:
    """A text with its label before it, each of its paragraphs by itself."""
    first, *others = _BLANK_LINES.split(text.strip())
    yield Paragraph(text=labelled(label, first))
    yield from (Paragraph(text=each.strip("\n")) for each in others)


def fields_row(labels: Mapping[str, str], widths: tuple[float, ...], summary: str) -> Block:
    """Fields to fill in side by side, by their names, each under its label."""
    fields = tuple(FieldCell(name=name, tip=label) for name, label in labels.items())
    header = tuple(labels.values())
    return Table(header=header, rows=(Row(cells=fields),), widths=widths, summary=summary, row_headers=False)


def days_table(title: str, days: Sequence[DayLine], summary: str) -> Block:
    """The dates that follow upon the meeting, each with its rule."""
    return Table(
        header=(title, _("Dag"), _("Regel")),
        rows=tuple(day_rows(days)),
        widths=(17, 18, 65),
        summary=summary,
    )


def day_rows(days: Iterable[DayLine]) -> Iterator[Row]:
    """What, when and by which rule."""
    return (Row(cells=(line.title, _day(line), line.rule)) for line in days)


def counts_table(title: str, counts: Sequence[CountRow], summary: str) -> Block:
    """How many of each kind got which verdict."""
    verdicts = tuple(verdict_words().values())
    return Table(
        header=(title, *verdicts, _("Totalt")),
        rows=tuple(Row(cells=(row.kind, *map(str, row.numbers), str(row.total))) for row in counts),
        widths=(18, *(max(len(word), 5) + 2 for word in (*verdicts, _("Totalt")))),
        summary=summary,
    )


def paper_lines(papers: Iterable[PaperLine]) -> Iterator[tuple[Run, ...]]:
    """`Bilaga 4: Värderingsutlåtande`, with a word where it is not among what the decision rests on."""
    for paper in papers:
        note = _("ingår i beslutsunderlaget") if paper.included else _("ingår inte i beslutsunderlaget")
        yield (*labelled(paper.label, paper.title), Run(text=f" ({note})", quiet=True))


def lines(*texts: Text) -> tuple[Run, ...]:
    """Texts below each other in one cell; the empty ones left out."""
    made: list[Run] = []
    for each in filter(None, map(runs, texts)):
        made += [Run(text="\n"), *each] if made else each
    return tuple(made)


def _day(line: DayLine) -> str:
    return _("senast {day}").format(day=line.day) if line.is_latest else line.day
