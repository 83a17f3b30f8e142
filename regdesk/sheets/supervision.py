"""The sheet "Uppsiktsuppföljning": per board and juridisk person what was asked, answered and decided in a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from regdesk.formats import format_law, format_list
from regdesk.i18n import _, current_language, mark
from regdesk.sheets.blocks import (
    Block,
    BulletList,
    Cell,
    Heading,
    KeepTogether,
    ListItem,
    Paragraph,
    ParagraphRole,
    Row,
    Run,
    Sheet,
    Table,
    Text,
)
from regdesk.sheets.framing import framed
from regdesk.sheets.kind import Group, SheetKind
from regdesk.sheets.status import aside, labelled, stacked, status, told
from regdesk.viewmodels.sheet_options import COMMENTS, Scope, choice, tick
from regdesk.viewmodels.sheet_request import SheetRequest
from regdesk.viewmodels.supervision_follow_up import (
    AnswerLine,
    OccasionPart,
    ReviewLine,
    SupervisionFollowUp,
    WatchedPart,
    supervision_follow_up,
    waiting,
)

_NOTHING: Final = "–"
_FULL: Final = "full"

_BOARDS: Final = tick("boards", mark("Nä&mnder"))
_ENTITIES: Final = tick("entities", mark("&Juridiska personer"))
_QUESTIONS: Final = choice(
    "questions", mark("&Frågor och svar"), {_FULL: mark("Frågorna med svar"), "answers": mark("Bara svaren")}
)


def supervision_sheet(request: SheetRequest) -> Sheet:
    """The sheet in the current language."""
    found = supervision_follow_up(request)
    return framed(request, _blocks(request, found), document_type=_("Uppsikt"), title=_(_TITLE))


def _blocks(request: SheetRequest, found: SupervisionFollowUp) -> Iterator[Block]:
    lead = found.told or _("Ingen uppsikt är planerad eller genomförd {year}.").format(year=found.year)
    yield Paragraph(text=lead, role=ParagraphRole.LEAD)
    boards = found.boards if request.has(_BOARDS) else ()
    entities = found.entities if request.has(_ENTITIES) else ()
    shown = (*boards, *entities, *found.others)
    yield from _waiting(shown)
    maker = _Maker(request, placed=any(occasion.where for part in shown for occasion in part.occasions))
    if request.has(_BOARDS):
        nothing = _("Inga tillfällen gäller nämnder {year}.").format(year=found.year)
        yield from maker.group(_("Nämnder"), boards, nothing)
    if request.has(_ENTITIES):
        nothing = _("Inga tillfällen gäller juridiska personer {year}.").format(year=found.year)
        yield from maker.group(_("Juridiska personer"), entities, nothing)
        if found.idle:
            idle = format_list(found.idle, language=current_language())
            yield Paragraph(text=_("Inget {year} om {names}.").format(year=found.year, names=idle))
    if found.others:
        yield from maker.group(_("Övrig uppsikt"), found.others, "")
    if request.has(_ENTITIES):
        yield from _reviews(found)


def _waiting(parts: Sequence[WatchedPart]) -> Iterator[Block]:
    """What has been asked and not answered, once for all."""
    rows = [
        Row(cells=(name, f"{occasion.day} {occasion.title}", "\n".join(occasion.unanswered)))
        for name, occasion in waiting(parts)
    ]
    if rows:
        yield Heading(text=_("Det som inte är besvarat"))
        yield Table(
            header=(_("Vem"), _("Tillfälle"), _("Frågor utan svar")),
            rows=tuple(rows),
            widths=(26, 30, 44),
            summary=_("Frågor som är ställda och inte besvarade."),
        )


class _Maker:
    """Makes the parts; `placed`: some occasion of the sheet was taken up at a meeting."""

    def __init__(self, request: SheetRequest, *, placed: bool) -> None:
        self._comments, self._placed = request.has(COMMENTS), placed
        self._full = request.answer(_QUESTIONS) == _FULL

    def group(self, title: str, parts: Sequence[WatchedPart], nothing: str) -> Iterator[Block]:
        yield Heading(text=title)
        if not parts:
            yield Paragraph(text=nothing)
        for part in parts:
            yield from self._part(part)

    def _part(self, part: WatchedPart) -> Iterator[Block]:
        yield Heading(text=part.name, level=3)
        if part.facts:
            yield Paragraph(text=aside(part.facts), role=ParagraphRole.INTRODUCTION)
        if part.occasions:
            yield self._occasions(part)
        for occasion in part.occasions:
            if occasion.answers:
                yield from self._answers(occasion)
        if self._comments and part.remarks:
            yield Paragraph(text=told(part.remarks))

    def _occasions(self, part: WatchedPart) -> Block:
        placed = (_("Sammanträde"),) if self._placed else ()
        return Table(
            header=(_("Tillfälle"), _("Dag"), _("Läge"), *placed),
            rows=tuple(row for occasion in part.occasions for row in self._occasion(occasion)),
            widths=(42, 19, 19, 20) if placed else (56, 22, 22),
            summary=_("Årets uppsikt över {name}. Slutsats och beslut står under varje tillfälle.").format(
                name=part.name
            ),
        )

    def _occasion(self, occasion: OccasionPart) -> Iterator[Row]:
        """An occasion, and across the whole table what it came to."""
        if occasion.state is None:
            yield Row(cells=((Run(text=occasion.title, quiet=True),),))
            return
        setting = (Run(text=occasion.setting, quiet=True),) if occasion.setting else ()
        planned = (Run(text=_("planerat {day}").format(day=occasion.planned), quiet=True),) if occasion.planned else ()
        name, day = stacked((Run(text=occasion.title),), setting), stacked((Run(text=occasion.day),), planned)
        placed = (occasion.where or _NOTHING,) if self._placed else ()
        yield Row(cells=(name, day, status(occasion.state), *placed))
        concluded = labelled(_("Slutsats"), occasion.concluded) if occasion.concluded else ()
        decided = labelled(_("Beslut"), occasion.decided) if occasion.decided else ()
        if came_to := stacked(concluded, decided):
            yield Row(cells=(came_to,), level=1)

    def _answers(self, occasion: OccasionPart) -> Iterator[Block]:
        lead = Paragraph(
            text=_("Svar {day}: {title}").format(day=occasion.day, title=occasion.title),
            role=ParagraphRole.INTRODUCTION,
        )
        yield lead
        if self._full:
            yield Table(
                header=(_("Fråga"), _("Svar")),
                rows=tuple(Row(cells=(line.question, _answer(line))) for line in occasion.answers),
                widths=(42, 58),
                summary=_("Frågor och svar vid {title} {day}.").format(title=occasion.title, day=occasion.day),
            )
        else:
            yield BulletList(
                items=tuple(
                    ListItem(text=_answer(line), label=f"{number}.") for number, line in enumerate(occasion.answers, 1)
                )
            )


def _answer(line: AnswerLine) -> Text:
    return line.answer or (Run(text=_("Inte besvarad"), quiet=True),)


# The yearly decision


def _reviews(found: SupervisionFollowUp) -> Iterator[Block]:
    heading = Heading(text=_("Årliga beslut om bolagen"))
    law = format_law("kommunallagen", "2017:725", 9, chapter=6)
    asked = _("Har bolaget under året hållit sig inom sitt kommunala ändamål och sina befogenheter ({law})?")
    explained = Paragraph(text=asked.format(law=law), role=ParagraphRole.INTRODUCTION)
    if not found.reviews:
        yield heading
        yield Paragraph(text=_("Inga bolag är satta under förstärkt uppsikt."))
        return
    table = Table(
        header=(_("Bolag"), _("Avser"), _("Bedömning"), _("Beslutat")),
        rows=tuple(row for line in found.reviews for row in _review(line)),
        widths=(40, 12, 26, 22),
        summary=_("Årliga beslut om bolagen. Skäl och förslag till fullmäktige står under varje beslut."),
    )
    yield KeepTogether(blocks=(heading, explained, table))


def _review(line: ReviewLine) -> Iterator[Row]:
    if line.verdict is None:
        yield Row(cells=((Run(text=line.name, quiet=True),),))
        return
    verdict: Cell = status(line.verdict)
    yield Row(cells=(line.name, line.year, verdict, line.where or _NOTHING))
    if line.texts:
        yield Row(cells=(told(line.texts),), level=1)


_TITLE: Final = mark("Uppsiktsuppföljning")

KIND: Final = SheetKind(
    code="supervision",
    source_title=_TITLE,
    group=Group.APPENDICES,
    scope=Scope.YEAR,
    maker=supervision_sheet,
    options=(_BOARDS, _ENTITIES, _QUESTIONS, COMMENTS),
    appendix="2",
)
