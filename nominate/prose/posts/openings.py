"""The clause that a post cannot do without: who reached what, where. As much of it as there is room for."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Sentence
from nominate.model.programme import Programme
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.holders import Group, Holder
from nominate.prose.posts.passages import Passage
from nominate.prose.posts.platforms import Detail
from nominate.prose.posts.voice import Voice
from nominate.prose.stories.phrases.categories import is_only, place_of, prize_of, winner_of
from nominate.prose.stories.phrases.credits import leaders
from nominate.prose.stories.phrases.editions import edition_name
from nominate.prose.stories.phrases.outcomes import verb_of
from nominate.prose.stories.sections.leads import common_verb, own_programme, sized
from nominate.prose.stories.tops.top import ids_of
from nominate.prose.words import Name, agreed, articled, counted, listed, sentence, titled
from nominate.register.counting import count
from nominate.viewing.entry import Entry

__all__ = ["opening", "whose_category", "whose_names", "whose_title"]

_MOST_NAMED = 3


def opening(facts: EditionFacts, voice: Voice) -> Passage:
    """The clause about the most honoured entries, with the category, title and names that have room."""
    entries = facts.main
    groups = voice.holders.grouped(entries)
    said = (
        _of_entry(groups[0], facts, voice)
        if len(entries) == 1
        else _of_entries(entries, groups, facts, voice)
    )
    ids = (*ids_of(entries, voice), facts.id)
    return Passage(detail=None, sentences=(Sentence(content=said, sources=ids),))


def _of_entry(group: Group, facts: EditionFacts, voice: Voice) -> str:
    entry = group.entries[0]
    verb = verb_of(entry, voice, is_recent=voice.is_recent(entry))
    programme = own_programme(entry, voice)
    if programme is not None:
        subject = f"our {voice.mention(Name.of(programme), article=False)} {programme.noun}"
        if entry.history.has_won:
            return sentence(subject, verb, *_award_for(programme, facts, voice), _declined(entry))
    elif group.holder is not None:
        who = leaders(entry, group.holder, voice, named=voice.subject(group.holder))
        subject, verb = who.said, agreed(verb, is_plural=who.is_plural)
    else:
        return sentence(titled(entry.title, voice.style), verb, *_where(entry, facts, voice))
    word = "with" if entry.history.has_won else "for"
    title = f"{word} {titled(entry.title, voice.style)}" if voice.keeps(Detail.TITLE) else ""
    return sentence(subject, verb, *_where(entry, facts, voice), title, _declined(entry))


def _award_for(programme: Programme, facts: EditionFacts, voice: Voice) -> Iterator[str]:
    """One of the awards by its name, and what the work is for."""
    yield articled(facts.award.singular) if facts.award.singular else _at(facts)
    if programme.purpose and voice.keeps(Detail.TITLE):
        yield f"for its work on {programme.purpose}"


def _where(entry: Entry, facts: EditionFacts, voice: Voice) -> Iterator[str]:
    is_win = entry.history.has_won
    if is_only(entry) and is_win:
        # The award has only the one category, which bears its name.
        yield edition_name(facts.award, facts.edition)
        return
    if not is_only(entry) and voice.keeps(Detail.CATEGORY):
        yield (prize_of if is_win else place_of)(entry, voice.style)
    yield _at(facts)


def _declined(entry: Entry) -> str:
    return "and has declined it" if entry.history.is_declined else ""


def _of_entries(
    entries: tuple[Entry, ...], groups: tuple[Group, ...], facts: EditionFacts, voice: Voice
) -> str:
    subject, is_plural = _subject(entries, groups, voice)
    if facts.is_tie:
        verb = "have been named" if any(map(voice.is_recent, entries)) else "were named"
        where = winner_of(entries[0], voice.style) if voice.keeps(Detail.CATEGORY) else ""
        return sentence(subject, verb, "joint winners", where, _at(facts))
    verb = agreed(common_verb(entries, voice), is_plural=is_plural)
    if all(entry.history.has_won for entry in entries):
        return sentence(subject, verb, counted(count("wins", entries), "award", voice.style), _at(facts))
    categories = counted(count("categories", entries), "category", voice.style)
    return sentence(subject, verb, f"in {categories}", _at(facts))


def _at(facts: EditionFacts) -> str:
    return f"at {edition_name(facts.award, facts.edition)}"


def _subject(entries: tuple[Entry, ...], groups: tuple[Group, ...], voice: Voice) -> tuple[str, bool]:
    holders = _holders(groups)
    if len(groups) == 1 and holders:
        return voice.subject(holders[0]), voice.takes_plural(holders[0])
    if _are_few(groups) and voice.keeps(Detail.NAMES):
        return voice.subjects(holders), True
    size = sized(entries, groups, voice)
    noun = "of our members" if size.are_members else size.noun
    many = noun if size.are_members else ""
    said = counted(size.number, noun, voice.style, many=many, starts_sentence=True)
    return said, size.number != 1


def _holders(groups: tuple[Group, ...]) -> list[Holder]:
    return [group.holder for group in groups if group.holder is not None]


def _are_few(groups: tuple[Group, ...]) -> bool:
    """Whether there are several holders, few enough to name them all in one clause."""
    return 1 < len(_holders(groups)) == len(groups) <= _MOST_NAMED


def whose_category(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    """The category of the one entry, where the opening does not hold it."""
    if len(facts.main) != 1 or is_only(facts.main[0]):
        return
    entry = facts.main[0]
    is_won_by_ours = own_programme(entry, voice) is not None and entry.history.has_won
    if is_won_by_ours:
        yield _passage(Detail.CATEGORY, f"it won {prize_of(entry, voice.style)}", (entry.id, facts.id))
    elif not voice.keeps(Detail.CATEGORY):
        name = titled(entry.category.name, voice.style)
        yield _passage(Detail.CATEGORY, f"the category is {name}", (entry.id, facts.id))


def whose_title(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    """The title of the one entry, where the opening holds neither it nor the work that bears it."""
    if len(facts.main) != 1 or not facts.main[0].nominees:
        return
    entry = facts.main[0]
    programme = own_programme(entry, voice)
    is_won_by_ours = programme is not None and entry.history.has_won
    is_named_so = programme is not None and programme.name == entry.title
    if (is_won_by_ours or not voice.keeps(Detail.TITLE)) and not is_named_so:
        yield _passage(Detail.TITLE, f"the entry is {titled(entry.title, voice.style)}", (entry.id,))


def whose_names(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    """Who they are, where the opening only counts them and they are few enough to name."""
    groups = voice.holders.grouped(facts.main)
    if _are_few(groups) and not voice.keeps(Detail.NAMES):
        holders = _holders(groups)
        ids = tuple(name for holder in holders for name in holder.ids)
        yield _passage(Detail.NAMES, f"they are {listed(map(voice.named, holders))}", ids)


def _passage(detail: Detail, said: str, ids: tuple[str, ...]) -> Passage:
    return Passage(detail=detail, sentences=(Sentence(content=sentence(said), sources=ids),))
