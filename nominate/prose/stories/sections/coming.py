"""What happens next: only what lies ahead, or may, and nothing that a known result contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from nominate.documents import Block, Link, Paragraph, Sentence
from nominate.model.embargo import DateKind
from nominate.prose.facts.dates import Tense
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.happenings import Happening, announcement_of, still_to_come
from nominate.prose.facts.holders import Relation
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import as_place
from nominate.prose.stories.phrases.editions import adverb, at_ceremony, edition_name, where_and_when
from nominate.prose.words import agreed, both, listed, sentence

__all__ = ["announcement", "good_wishes", "read_on", "what_happens_next"]

_STEPS = {
    DateKind.INTERVIEW: ("interviews", True),
    DateKind.PRESENTATION: ("presentations to the judges", True),
    DateKind.SITE_VISIT: ("site visits", True),
    DateKind.JUDGING: ("judging", False),
}
_VOTE = {DateKind.PUBLIC_VOTE_OPENS: "opens", DateKind.PUBLIC_VOTE_CLOSES: "closes"}
_ANNOUNCING = {
    DateKind.CEREMONY: "the ceremony",
    DateKind.RESULTS_PUBLISHED: "the announcement of the results",
}
_MOST_WISHED = 3
_LINKS = {
    "winners": "See all the winners of {}",
    "shortlist": "See the full shortlist of {}",
    "longlist": "See the full longlist of {}",
}


def what_happens_next(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The steps up to the announcement, in the order of the file, and the announcement itself."""
    ahead = still_to_come(facts, desk.view)
    steps = (_step(each, ahead, facts, desk) for each in ahead)
    said = [each for each in (*steps, announcement(facts, desk)) if each is not None]
    if said:
        yield Paragraph.of(said)


def announcement(facts: EditionFacts, desk: Desk, *, in_short: bool = False) -> Sentence | None:
    """When and how the winners become known; `in_short` leaves the place out. None where nobody said."""
    first = announcement_of(facts, desk.view)
    if first is None:
        return None
    return Sentence(content=_announced(first, desk, in_short=in_short), sources=first.sources)


def _announced(first: Happening, desk: Desk, *, in_short: bool) -> str:
    if not first.is_firm:
        return sentence(f"{_ANNOUNCING[first.date.what]} has been {first.date.certainty.value}")
    verb = _future(first, is_plural=True)
    if first.date.what is DateKind.CEREMONY and not in_short:
        return sentence(f"the winners {verb} be announced {at_ceremony(first.date, desk)}")
    day = desk.day(first.date.when) if first.date.when is not None else ""
    if in_short:
        return sentence(f"the winners {verb} be announced", day)
    return sentence(f"the results {verb} be published", day)


def _future(each: Happening, *, is_plural: bool) -> str:
    """Will, or is expected or due to: as sure as the date is."""
    if not each.is_sure:
        return agreed("is expected to", is_plural=is_plural)
    is_vague = each.tense is Tense.OPEN and each.date.when is not None
    return agreed("is due to", is_plural=is_plural) if is_vague else "will"


def _step(each: Happening, ahead: Sequence[Happening], facts: EditionFacts, desk: Desk) -> Sentence | None:
    date = each.date
    if date.what in _VOTE:
        return _vote(each, ahead, desk)
    if date.what is DateKind.SHORTLIST_ANNOUNCED and not facts.shortlisted and date.when is not None:
        said = f"the shortlist {_future(each, is_plural=False)} be announced"
        return Sentence(content=sentence(said, desk.day(date.when)), sources=each.sources)
    if date.what not in _STEPS or not _concerns(each, facts):
        return None
    what, is_plural = _STEPS[date.what]
    if each.category is not None:
        what += f" in {as_place(each.category.name, desk.style)}"
    if not each.is_firm:
        said = f"{what} {agreed('has been', is_plural=is_plural)} {date.certainty.value}"
        return Sentence(content=sentence(said), sources=each.sources)
    how = " ".join(part for part in (adverb(date.mode), *where_and_when(date, desk)) if part)
    if not how:
        return None
    said = f"{what} {_future(each, is_plural=is_plural)} take place {how}"
    return Sentence(content=sentence(said), sources=each.sources)


def _vote(each: Happening, ahead: Sequence[Happening], desk: Desk) -> Sentence | None:
    """The opening and the closing of a vote in one sentence, at the place of the first that lies ahead."""
    votes = [
        other.date
        for other in ahead
        if other.date.what in _VOTE and other.date.when is not None and other.is_firm
    ]
    if not votes or votes[0] is not each.date:
        return None
    deeds = (f"{_VOTE[date.what]} {desk.day(date.when)}" for date in votes if date.when is not None)
    return Sentence(content=sentence(f"the public vote {listed(deeds)}"), sources=each.sources)


def _concerns(each: Happening, facts: EditionFacts) -> bool:
    target = each.date.for_
    if target is None:
        return True
    return any(
        entry.id == target.nomination or entry.category_id == target.category for entry in facts.pending
    )


def good_wishes(editions: Iterable[EditionFacts], desk: Desk) -> Iterator[Block]:
    """The publisher's wishes to those who may still win; it sends none to itself."""
    publisher = desk.view.publisher
    entries = tuple(entry for facts in editions if facts.is_awaited for entry in facts.pending)
    groups = [
        (group.holder, group)
        for group in desk.holders.grouped(entries)
        if group.holder is not None and group.holder.relation is not Relation.OWN
    ]
    if not groups or publisher is None or desk.publisher is None:
        return
    wishes = desk.agreed("wishes", desk.publisher)
    wisher = desk.mention(desk.publisher)
    is_few = len(groups) <= _MOST_WISHED
    whom = both(desk.named(holder) for holder, _ in groups) if is_few else "all the nominees"
    ids = (name for _, group in groups for name in group.ids)
    said = sentence(f"{wisher} {wishes} {whom} the best of luck")
    yield Paragraph.of([Sentence(content=said, sources=tuple(dict.fromkeys((publisher.id, *ids))))])


def read_on(facts: EditionFacts) -> Iterator[Block]:
    """A link to the list that fits what is told, in words that say where it goes."""
    order = ("winners", "shortlist", "longlist") if facts.has_results else ("shortlist", "longlist")
    name = edition_name(facts.award, facts.edition)
    for key in order:
        if key in facts.edition.links:
            yield _link(_LINKS[key].format(name), facts.edition.links[key], facts.id)
            return
    if facts.award.url is not None:
        award = f"{facts.award.article} {facts.award.name}".strip()
        yield _link(f"Visit the website of {award}", facts.award.url, facts.award.id, facts.id)


# Every piece that tells of an edition links to the same page.
@lru_cache(maxsize=256)
def _link(text: str, url: str, *sources: str) -> Paragraph:
    return Paragraph.of([Sentence(content=Link(text=text, url=url), sources=sources)])
