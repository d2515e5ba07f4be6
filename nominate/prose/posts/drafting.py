"""Which passages the facts call for, in reading order: those that there is room for, and those left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from nominate.documents import Block, Paragraph, Sentence
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.situations import Situation, situation_of
from nominate.prose.posts import details, openings
from nominate.prose.posts.passages import Passage
from nominate.prose.posts.platforms import NAMING, Detail
from nominate.prose.posts.voice import Voice
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.parts import taken_back
from nominate.prose.stories.pieces.calls import beside_new_deadline, call_lead
from nominate.prose.stories.pieces.corrections import corrected
from nominate.prose.stories.pieces.ended_categories import ended_lead
from nominate.prose.stories.pieces.moved_dates import moved
from nominate.prose.stories.tops.headlines import headlines
from nominate.prose.stories.tops.round_ups import round_up_top
from nominate.prose.stories.tops.standfirsts import standfirst
from nominate.prose.stories.tops.top import title_ids
from nominate.prose.words import sentence
from nominate.styles.style import Style
from nominate.viewing.view import View

__all__ = ["Draft", "Facts"]

Facts = tuple[EditionFacts, ...]
Part = Callable[[EditionFacts, Voice], Iterator[Passage]]
StoryPart = Callable[[EditionFacts, Desk], Iterator[Block]]

_PARTS: tuple[tuple[Detail, Part], ...] = (
    (Detail.CATEGORY, openings.whose_category),
    (Detail.TITLE, openings.whose_title),
    (Detail.NAMES, openings.whose_names),
    (Detail.PARTNERS, details.partners),
    (Detail.PRIZE, details.prize),
    (Detail.ENTRIES, details.entries),
    (Detail.OTHERS, details.others),
    (Detail.IMPACT, details.impact),
    (Detail.COMING, details.coming),
)


def _what_changed(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """What was put right, or taken back where nobody said when that was announced."""
    return corrected(facts, desk) if facts.corrections else taken_back(facts, desk)


# What is no news of entries alone is told as a piece of news tells it, under its headline where it needs one:
# the first sentence is what a post cannot do without.
_STORIES: Mapping[Situation, tuple[StoryPart, ...]] = {
    Situation.CORRECTION: (_what_changed,),
    Situation.NO_AWARD: (ended_lead,),
    Situation.MOVED_DATE: (moved, beside_new_deadline),
    Situation.CALL_TO_ENTER: (call_lead,),
}
_HEADED = frozenset({Situation.CORRECTION})


class Draft:
    """A post's whole material; asked by what there is no room for, it gives what is told and what is left."""

    def __init__(self, editions: Facts, view: View, style: Style) -> None:
        self._editions = editions
        self._view = view
        self._style = style
        self.kept = cache(self._kept)

    def _kept(self, dropped: frozenset[Detail]) -> tuple[Passage, ...]:
        """The passages of a post that has no room for those details."""
        return self._drafted(dropped, is_rest=False)

    def rest(self, dropped: frozenset[Detail]) -> tuple[Passage, ...]:
        """The passages that such a post leaves out; that names are long there is none."""
        return self._drafted(dropped - NAMING, is_rest=True)

    def _drafted(self, dropped: frozenset[Detail], *, is_rest: bool) -> tuple[Passage, ...]:
        voice = Voice(self._view, self._style, dropped=dropped, is_rest=is_rest)
        passages = tuple(_passages(self._editions, voice))
        if not voice.has_idle_introductions:
            return passages
        # An abbreviation that is not used again is not introduced.
        anew = Voice(self._view, self._style, dropped=dropped, is_rest=is_rest, once=voice.once)
        return tuple(_passages(self._editions, anew))


def _passages(editions: Facts, voice: Voice) -> Iterator[Passage]:
    if len(editions) > 1:
        yield from _round_up(editions, voice)
    else:
        yield from _of_edition(editions[0], voice)
    if voice.tells(Detail.WISHES) and not any(situation_of(each) in _STORIES for each in editions):
        yield from details.wishes(editions, voice)


def _of_edition(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    if situation_of(facts) in _STORIES:
        yield from _news(facts, voice)
        return
    if voice.tells(None):
        yield openings.opening(facts, voice)
    for detail, part in _PARTS:
        if voice.tells(detail):
            yield from part(facts, voice)


def _news(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    """What is no news of entries alone: first what it is, then in short what happened, then all of it."""
    first, short, rest = _story(facts, voice)
    for detail, said in ((None, (first,)), (Detail.SUMMARY, short), (Detail.PARTICULARS, rest)):
        if said and voice.tells(detail):
            yield Passage(detail=detail, sentences=said)


def _story(facts: EditionFacts, voice: Voice) -> tuple[Sentence, tuple[Sentence, ...], tuple[Sentence, ...]]:
    """The sentence that says most, what sums the news up, and the rest of it."""
    situation = situation_of(facts)
    parts = _STORIES[situation] if situation is not None else ()
    said = tuple(each for part in parts for each in _sentences(part(facts, voice)))
    if situation not in _HEADED:
        return said[0], said[1:2], said[2:]
    headline = Sentence(
        content=_headline(headlines(facts, situation, voice), voice), sources=title_ids(facts, voice)
    )
    # A part of what was put right may mislead: it is told whole, or summed up.
    is_short = bool(said) and not voice.keeps(Detail.PARTICULARS) and not voice.is_rest
    return headline, standfirst(facts, situation, voice) if is_short else (), said


def _headline(variants: tuple[str, ...], voice: Voice) -> str:
    """The fullest way to say it, or the shortest where there is no room."""
    return sentence(variants[0 if voice.keeps(Detail.SHORT_NAMES) else -1])


def _sentences(blocks: Iterable[Block]) -> Iterator[Sentence]:
    return (each for block in blocks if isinstance(block, Paragraph) for each in block.sentences)


def _round_up(editions: Facts, voice: Voice) -> Iterator[Passage]:
    """How many of each there are in all; then what each edition's own post would open with."""
    if voice.tells(None):
        yield Passage(detail=None, sentences=_totals(editions, voice))
    if voice.tells(Detail.ENTRIES):
        lines = tuple(_first(facts, voice) for facts in editions)
        yield Passage(detail=Detail.ENTRIES, lines=lines)


def _totals(editions: Facts, voice: Voice) -> tuple[Sentence, ...]:
    top = round_up_top(editions, voice)
    said = tuple(_sentences(top.lead)) if voice.keeps(Detail.NAMES) else ()
    return said or (Sentence(content=_headline(top.titles, voice), sources=top.title_sources),)


def _first(facts: EditionFacts, voice: Voice) -> Sentence:
    if situation_of(facts) in _STORIES:
        return _story(facts, voice)[0]
    return openings.opening(facts, voice).sentences[0]
