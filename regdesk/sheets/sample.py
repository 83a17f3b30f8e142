"""A page that shows a look before it is chosen: the register's own head and foot around a little of everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regdesk.i18n import _
from regdesk.sheets.blocks import Block, BulletList, Heading, Paragraph, Row, Sheet, StatusCell, Table, Tone
from regdesk.sheets.framing import framed
from regdesk.viewmodels.look import colour_of, kept_logo, tried_look
from regdesk.viewmodels.sheet_head import tried_head
from regdesk.viewmodels.sheet_request import SheetRequest


def sample_sheet(request: SheetRequest, answers: Mapping[str, str], logo: bytes | None) -> Sheet | None:
    """The page in the look that is answered, or nothing while its colour is none; `logo` as for `store_look`."""
    if not colour_of(answers["accent"]):
        return None
    picture = kept_logo(request.session) if logo is None else logo
    head = tried_head(request, tried_look(request.session, answers, logo), picture)
    return framed(request, _blocks(), document_type=_("Uppföljning"), title=_("Så här ser bladen ut"), head=head)


def _blocks() -> Iterator[Block]:
    yield Paragraph(text=_("Texten på bladen är svart. Färgen har rubrikerna, tabellernas huvud och punkterna."))
    yield Heading(text=_("En rubrik i bladet"))
    yield BulletList.of(_("En punkt i en lista"), _("En punkt till"))
    yield Table(
        header=(_("Mål"), _("Bedömning")),
        rows=(
            Row(cells=(_("Ett mål som är uppfyllt"), StatusCell(word=_("Ja"), symbol="✓", tone=Tone.GOOD))),
            Row(cells=(_("Ett mål som inte är det"), StatusCell(word=_("Nej"), symbol="✗", tone=Tone.BAD))),
        ),
        widths=(3, 1),
        summary=_("Två mål med bedömningar, som exempel"),
    )
