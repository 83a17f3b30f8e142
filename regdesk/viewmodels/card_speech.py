"""Cards of the meeting mode as a screen reader says them, in the order that a room takes them in."""

from __future__ import annotations

from collections.abc import Iterator

from regdesk.i18n import _
from regdesk.viewmodels.cards import Card


def spoken_card(card: Card) -> str:
    """All that stands on a card, the verdict first of what is said about it."""
    return " ".join(part.rstrip(".") + "." for part in _parts(card) if part)


def spoken_verdict(card: Card) -> str:
    """What has just been decided, and how far one has come: `Delvis. 7 av 23.`"""
    return f"{card.cell.text}. {card.progress}."


def _parts(card: Card) -> Iterator[str]:
    subject = card.subject
    yield card.position
    yield f"{subject.kind_word}: {subject.title}"
    if subject.cluster:
        yield f"{subject.cluster.place}: {subject.cluster.title}"
    yield _("Bedömning: {verdict}").format(verdict=card.cell.text)
    yield card.justification
    yield " ".join(filter(None, (card.section, card.agenda_title)))
    yield from subject.path
    for value in (*subject.targets, *subject.outcomes):
        yield f"{value.label}: {value.cell.spoken or value.cell.text}"
    for fact in subject.facts:
        yield f"{fact.label}: {fact.text}"
    for parameter in card.parameters:
        yield f"{parameter.parameter.name}: {parameter.cell.text}"
    yield subject.criterion
    yield card.suggestion.text if card.suggestion else ""
    yield _("Förra bedömningen: {decision}").format(decision=card.previous.text) if card.previous else ""
