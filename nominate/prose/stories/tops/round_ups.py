"""What stands above the sections of a round-up: headline, standfirst and lead, with the totals over all."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Paragraph, Sentence
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.round_ups import RoundUp, round_up_of
from nominate.prose.stories.desk import Desk, brief
from nominate.prose.stories.phrases.editions import edition_name
from nominate.prose.stories.phrases.outcomes import noun_of
from nominate.prose.stories.sections.leads import subject_of
from nominate.prose.stories.tops.headlines import fitting
from nominate.prose.stories.tops.top import Top, ids_of
from nominate.prose.words import agreed, counted, listed, sentence
from nominate.register.counting import count

__all__ = ["round_up_top"]

_MOST_NAMED = 3


def round_up_top(editions: tuple[EditionFacts, ...], desk: Desk) -> Top:
    """The top of a piece about several editions: with the totals over all, and when all of it was told."""
    whole = round_up_of(editions, desk.view.zone)
    counts = tuple(_counts(whole, desk))
    ids = ids_of(whole.entries, desk)
    return Top(
        titles=fitting(_variants(whole, counts, desk)),
        title_sources=(*ids, *whole.ids),
        standfirst=_standfirst(whole, desk),
        lead=(Paragraph.of([Sentence(content=_lead(whole, counts, desk), sources=ids)]),) if counts else (),
    )


def _variants(whole: RoundUp, counts: tuple[str, ...], desk: Desk) -> Iterator[str]:
    """Who, when, and how many of each; then without the name; then without the least of the counts."""
    period = whole.period
    when = desk.day(period) if period is not None else ""
    about = f"awards {when}" if when else "awards round-up"
    told = f"awards round-up for {desk.day(period, preposition=False)}" if period is not None else about
    said = listed(counts)
    for name, is_publisher in _names(whole, desk) if said else ():
        subject = f"{name} {told}" if is_publisher else f"{name} {when}".rstrip()
        yield f"{subject}: {said}"
    for most in range(len(counts), 0, -1):
        yield f"{about}: {listed(counts[:most])}"
    yield f"awards round-up {when}".rstrip()


def _names(whole: RoundUp, desk: Desk) -> Iterator[tuple[str, bool]]:
    """Who alone it is about, by name and abbreviation; then in whose voice."""
    groups = desk.holders.grouped(whole.entries)
    holder = groups[0].holder if len(groups) == 1 else None
    if holder is not None:
        yield from ((name, False) for name in (brief(holder.name), holder.name.abbreviation) if name)
    if desk.publisher is not None:
        yield brief(desk.publisher), True


def _standfirst(whole: RoundUp, desk: Desk) -> tuple[Sentence, ...]:
    """Which awards a round-up tells of, or how many where they are too many to name."""
    names = [edition_name(each.award, each.edition) for each in whole.editions]
    if len(names) <= _MOST_NAMED:
        said = f"news of {listed(names)}"
    else:
        number = counted(len(names), "round of awards", desk.style)
        said = f"news of {number}, among them {names[0]} and {names[-1]}"
    return (Sentence(content=sentence(said), sources=whole.ids),)


def _lead(whole: RoundUp, counts: tuple[str, ...], desk: Desk) -> str:
    """Who has been recognised, when, and with how many of each kind."""
    groups = desk.holders.grouped(whole.entries)
    has_people = any(group.holder is None or group.holder.is_person for group in groups)
    say = _brought if has_people and len(groups) > 1 else _recognised
    return say(whole, listed(counts), desk)


def _recognised(whole: RoundUp, counts: str, desk: Desk) -> str:
    period = whole.period
    subject, is_plural = subject_of(whole.entries, desk, starts_sentence=period is None)
    verb = agreed("was recognised" if period is not None else "has been recognised", is_plural=is_plural)
    when = f"{desk.day(period)}," if period is not None else ""
    return sentence(when, f"{subject} {verb} with {counts}")


def _brought(whole: RoundUp, counts: str, desk: Desk) -> str:
    """What there was, where people are among those who were recognised, and no noun fits them all."""
    is_plural = len(whole.entries) > 1
    if whole.period is None:
        return sentence(f"there {agreed('has been', is_plural=is_plural)} {counts}")
    return sentence(f"{desk.day(whole.period)}, there {agreed('was', is_plural=is_plural)} {counts}")


def _counts(whole: RoundUp, desk: Desk) -> Iterator[str]:
    """How many of each, none of them nought."""
    if whole.won:
        yield counted(count("wins", whole.won), "win", desk.style)
    for entries in (whole.honoured, whole.shortlisted, whole.longlisted):
        if entries:
            yield counted(count("nominations", entries), noun_of(entries), desk.style)
