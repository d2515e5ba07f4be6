"""What stands above the sections of a round-up: headline, standfirst and lead, with the totals over all."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Paragraph, Sentence
from nominate.model.when import When
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.holders import Holder, key_of
from nominate.prose.facts.periods import period_of, told_days
from nominate.prose.stories.desk import Desk, brief
from nominate.prose.stories.headlines import fitting
from nominate.prose.stories.leads import subject_of
from nominate.prose.stories.phrases import edition_name, noun_of
from nominate.prose.words import agreed, counted, listed, sentence
from nominate.register.counting import count
from nominate.viewing.entry import Entry

__all__ = ["round_up_headlines", "round_up_lead", "round_up_standfirst"]

_MOST_NAMED = 3

Editions = tuple[EditionFacts, ...]


def round_up_headlines(editions: Editions, desk: Desk) -> tuple[str, ...]:
    """What there is of each kind, over all editions, and when; then shorter ways to say it."""
    return fitting(_variants(editions, desk))


def _variants(editions: Editions, desk: Desk) -> Iterator[str]:
    """Who and how many of each, and when; then without the name; then without the least of the counts."""
    holder, period = _only_holder(editions, desk), _period(editions, desk)
    when = desk.day(period) if period is not None else ""
    counts = tuple(_counts(editions, desk))
    said = listed(counts)
    names = [brief(holder.name), holder.name.abbreviation] if holder is not None else []
    if said:
        yield from (f"{' '.join(filter(None, (name, when)))}: {said}" for name in filter(None, names))
    if said and desk.publisher is not None:
        about = f"awards {when}" if when else "awards round-up"
        for name in filter(None, (brief(desk.publisher), desk.publisher.abbreviation)):
            yield f"{name} {about}: {said}"
    for most in range(len(counts), 0, -1):
        yield f"{f'awards {when}' if when else 'awards round-up'}: {listed(counts[:most])}"
    yield f"awards round-up {when}".rstrip()


def round_up_standfirst(editions: Editions, desk: Desk) -> tuple[Sentence, ...]:
    """Which awards a round-up tells of, or how many where they are too many to name."""
    ids = tuple(each.id for each in editions)
    if len(editions) <= _MOST_NAMED:
        named = listed(edition_name(each.award, each.edition) for each in editions)
        return (Sentence(content=sentence(f"news of {named}"), sources=ids),)
    number = counted(len(editions), "round of awards", desk.style)
    ends = (edition_name(each.award, each.edition) for each in (editions[0], editions[-1]))
    return (Sentence(content=sentence(f"news of {number}, from {' to '.join(ends)}"), sources=ids),)


def round_up_lead(editions: Editions, desk: Desk) -> Iterator[Block]:
    """Who has been recognised, when, and with how many of each kind."""
    entries = tuple(entry for facts in editions for entry in _counted_entries(facts))
    counts = listed(_counts(editions, desk))
    if not entries:
        return
    period = _period(editions, desk)
    subject, is_plural = subject_of(entries, desk, starts_sentence=period is None)
    verb = agreed("was recognised" if period is not None else "has been recognised", is_plural=is_plural)
    when = f"{desk.day(period)}," if period is not None else ""
    groups = desk.holders.grouped(entries)
    ids = (name for group in groups for name in (*group.ids, *desk.network(group.holder)))
    said = sentence(when, f"{subject} {verb} with {counts}")
    yield Paragraph.of([Sentence(content=said, sources=tuple(dict.fromkeys(ids)))])


def _only_holder(editions: Editions, desk: Desk) -> Holder | None:
    """The one that all is about, None where there are several."""
    leads = {key_of(entry) for facts in editions for entry in facts.told}
    told = next((facts.told for facts in editions if facts.told), ())
    return desk.holders.grouped(told)[0].holder if len(leads) == 1 else None


def _period(editions: Editions, desk: Desk) -> When | None:
    return period_of(told_days(editions), desk.view.zone)


def _counted_entries(facts: EditionFacts) -> tuple[Entry, ...]:
    return (*facts.won, *facts.honoured, *facts.shortlisted, *facts.longlisted)


def _counts(editions: Editions, desk: Desk) -> Iterator[str]:
    """How many of each, none of them nought."""
    won = count("wins", (entry for facts in editions for entry in facts.won))
    if won:
        yield counted(won, "win", desk.style)
    honoured = count("nominations", (entry for facts in editions for entry in facts.honoured))
    if honoured:
        yield counted(honoured, "honour", desk.style)
    for listed_ in (
        tuple(entry for facts in editions for entry in facts.shortlisted),
        tuple(entry for facts in editions for entry in facts.longlisted),
    ):
        if listed_:
            yield counted(count("nominations", listed_), noun_of(listed_), desk.style)
