"""The few words that every sheet carries around its blocks: the labels of its head, its foot and its page count."""

from __future__ import annotations

from regdesk.i18n import _
from regdesk.sheets.blocks import Foot, Head


def head_facts(head: Head) -> tuple[tuple[str, str], ...]:
    """Label and value of what identifies the document, in the order they are read; the empty ones left out."""
    facts = (
        (_("Nämnd"), head.board),
        (_("Datum"), head.date.isoformat()),
        (_("Diarienummer"), head.dnr),
        (_("Period"), head.period),
    )
    return tuple((label, value) for label, value in facts if value)


def foot_texts(foot: Foot) -> tuple[str, ...]:
    """Plan, the organisation's own line, seal and print date; the empty ones left out."""
    printed = _("Utskriven {date}").format(date=foot.printed.isoformat())
    return tuple(text for text in (foot.plan, foot.note, foot.seal, printed) if text)


def page_label(page: int | str, pages: int | str) -> str:
    """Page of pages, as Swedish public documents count: "sida 1(4)"."""
    return _("sida {page}({pages})").format(page=page, pages=pages)


def link_label(address: str) -> str:
    """What a screen reader says of a link's place on the page."""
    return _("Länk till {address}").format(address=address)
