"""What a post says beside its opening: partners, entries, prize, impact, what comes, wishes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nominate.documents import Sentence
from nominate.model.programme import Programme
from nominate.prose.facts.editions import EditionFacts, Standing, standing
from nominate.prose.facts.happenings import ceremony_of
from nominate.prose.facts.holders import Group, Relation
from nominate.prose.facts.prizes import prizes_won
from nominate.prose.facts.programmes import achievements
from nominate.prose.posts.passages import Passage
from nominate.prose.posts.platforms import Detail
from nominate.prose.posts.voice import Voice
from nominate.prose.stories.phrases.credits import also_credited, co_leads
from nominate.prose.stories.phrases.lists import credited, item
from nominate.prose.stories.phrases.outcomes import noun_of, outcome_of
from nominate.prose.stories.sections.coming import announcement
from nominate.prose.stories.sections.leads import own_programme
from nominate.prose.stories.sections.programmes import achievement_said
from nominate.prose.stories.sections.results import prize_said
from nominate.prose.words import Name, both, capitalised, pluralised, sentence
from nominate.viewing.entry import Entry

__all__ = ["coming", "entries", "impact", "others", "partners", "prize", "wishes"]

_MOST_WISHED = 3


def partners(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    """Who is credited beside those who lead the one entry."""
    if len(facts.main) == 1:
        group = voice.holders.grouped(facts.main)[0]
        said = tuple(also_credited(facts.main[0], voice, holder=group.holder))
        if said:
            yield Passage(detail=Detail.PARTNERS, sentences=said)


def entries(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    """The entries that the opening counts, one to a line; each says how it stands where they differ."""
    if len(facts.main) > 1:
        differ = len({outcome_of(entry, voice) for entry in facts.main}) > 1
        intro = f"the {pluralised(noun_of(facts.main))} are"
        is_named = len(voice.holders.grouped(facts.main)) > 1
        lines = _lines(facts.main, voice, is_named=is_named, says_outcome=differ)
        yield _listed(Detail.ENTRIES, intro, facts.main, lines)


def others(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    """The entries that did less well than those of the opening, which are news too."""
    for beside in (facts.honoured, facts.shortlisted, facts.longlisted):
        if beside and beside is not facts.main:
            is_honour = standing(beside[0]) is Standing.HONOURED
            word = "recognised" if is_honour else outcome_of(beside[0], voice)
            lines = _lines(beside, voice, is_named=True, says_outcome=is_honour)
            yield _listed(Detail.OTHERS, f"also {word}", beside, lines)


def _listed(detail: Detail, intro: str, told: tuple[Entry, ...], lines: Iterable[Sentence]) -> Passage:
    first = Sentence(content=f"{capitalised(intro)}:", sources=tuple(entry.id for entry in told))
    return Passage(detail=detail, sentences=(first,), lines=tuple(lines))


def _lines(
    told: tuple[Entry, ...], voice: Voice, *, is_named: bool, says_outcome: bool
) -> Iterator[Sentence]:
    for group in voice.holders.grouped(told):
        for entry in group.entries:
            named = f"{voice.named(group.holder)}: " if is_named and group.holder is not None else ""
            outcome = outcome_of(entry, voice) if says_outcome else ""
            said = item(entry, voice, holder=group.holder, outcome=outcome)
            yield Sentence(content=capitalised(f"{named}{said}"), sources=(*credited(entry), *_ids(group)))


def _ids(group: Group) -> tuple[str, ...]:
    return group.holder.ids if group.holder is not None else ()


def prize(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    """What winning brings or brought."""
    rewards = prizes_won(facts, ceremony_of(facts, voice.view))
    is_one = len(facts.won) == 1
    said = tuple(prize_said(each, voice, says_category=not is_one, is_ours=is_one) for each in rewards)
    if said:
        yield Passage(detail=Detail.PRIZE, sentences=said)


def impact(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    """What the work has achieved, hedges and all, where the post is about one piece of work."""
    work = [*facts.work.values()]
    if len(work) != 1:
        return
    programme, entry = work[0]
    told = achievements(programme, voice.view)
    subjects = [_work(programme, entry, voice), *[f"the {programme.noun}"] * (len(told) - 1)]
    said = tuple(achievement_said(each, who, voice) for each, who in zip(told, subjects, strict=False))
    if said:
        yield Passage(detail=Detail.IMPACT, sentences=said)


def _work(programme: Programme, entry: Entry, voice: Voice) -> str:
    """The work by its name; where the title of the entry does not say it, with how they belong together."""
    name = voice.mention(Name.of(programme))
    is_known = programme.name in entry.title or own_programme(entry, voice) is not None
    return name if is_known else f"the work behind the entry, {name},"


def coming(facts: EditionFacts, voice: Voice) -> Iterator[Passage]:
    """When and how the winners become known, where an entry may still win."""
    said = announcement(facts, voice) if facts.is_awaited and facts.pending else None
    if said is not None:
        yield Passage(detail=Detail.COMING, sentences=(said,))


def wishes(editions: Iterable[EditionFacts], voice: Voice) -> Iterator[Passage]:
    """Good wishes to those who may still win, else congratulations; the publisher sends none to itself."""
    if voice.publisher is None:
        return
    held = tuple(editions)
    pending = tuple(entry for facts in held if facts.is_awaited for entry in facts.pending)
    reached = tuple(entry for facts in held for entry in (*facts.won, *facts.honoured))
    groups = [group for group in voice.holders.grouped(pending or reached) if _is_wished(group)]
    if groups:
        whom = _whom(groups, voice)
        said = f"we wish {whom} the best of luck" if pending else f"congratulations to {whom}"
        ids = dict.fromkeys(name for group in groups for name in group.ids)
        yield Passage(detail=Detail.WISHES, sentences=(Sentence(content=sentence(said), sources=tuple(ids)),))


def _is_wished(group: Group) -> bool:
    return group.holder is not None and group.holder.relation is not Relation.OWN


def _whom(groups: list[Group], voice: Voice) -> str:
    """By name where they are few, and nobody leads an entry with them who is not named here."""
    is_shared = any(co_leads(entry) for group in groups for entry in group.entries)
    if is_shared or len(groups) > _MOST_WISHED:
        return "all of them"
    return both(voice.mention(group.holder.name) for group in groups if group.holder is not None)
