"""What happens next: only what lies ahead, or may, and nothing that a known result contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nominate.documents import Block, Link, Paragraph
from nominate.model.award import Certainty
from nominate.model.embargo import DateKind
from nominate.prose.facts.dates import Coming, Tense, coming, is_firm
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.holders import Relation
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases import adverb, at_ceremony, edition_name, where_and_when
from nominate.prose.words import agreed, both, listed, sentence, titled

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
_UNSURE = frozenset({Certainty.PROVISIONAL, Certainty.ESTIMATED})
_MOST_WISHED = 3
_LINKS = {
    "winners": "See all the winners of {}",
    "shortlist": "See the full shortlist of {}",
    "longlist": "See the full longlist of {}",
}


def what_happens_next(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The steps up to the announcement, in the order of the file, and the announcement itself."""
    steps = (_step(each, facts, desk) for each in coming(facts.edition, desk.view))
    said = " ".join(part for part in (*steps, announcement(facts, desk)) if part)
    if said:
        yield Paragraph(content=said, sources=(facts.id,))


def announcement(facts: EditionFacts, desk: Desk, *, in_short: bool = False) -> str:
    """When and how the winners become known; `in_short` leaves the place out."""
    found = [each for each in coming(facts.edition, desk.view) if each.date.what in _ANNOUNCING]
    if not found:
        return ""
    first = found[0]
    if not is_firm(first.date):
        return sentence(f"{_ANNOUNCING[first.date.what]} has been {first.date.certainty.value}")
    verb = _future(first, is_plural=True)
    if in_short:
        day = desk.day(first.date.when) if first.date.when is not None else ""
        return sentence(f"the winners {verb} be announced", day)
    if first.date.what is DateKind.CEREMONY:
        return sentence(f"the winners {verb} be announced {at_ceremony(first.date, desk)}")
    day = desk.day(first.date.when) if first.date.when is not None else ""
    return sentence(f"the results {verb} be published", day)


def _future(each: Coming, *, is_plural: bool) -> str:
    """Will, or is expected or due to: as sure as the date is."""
    if each.date.certainty in _UNSURE:
        return agreed("is expected to", is_plural=is_plural)
    is_vague = each.tense is Tense.OPEN and each.date.when is not None
    return agreed("is due to", is_plural=is_plural) if is_vague else "will"


def _step(each: Coming, facts: EditionFacts, desk: Desk) -> str:
    date = each.date
    if date.what in _VOTE:
        return _vote(each, facts, desk)
    if date.what is DateKind.SHORTLIST_ANNOUNCED and not facts.shortlisted and date.when is not None:
        return sentence(f"the shortlist {_future(each, is_plural=False)} be announced", desk.day(date.when))
    if date.what not in _STEPS or not _concerns(each, facts):
        return ""
    what, is_plural = _STEPS[date.what]
    if date.for_ is not None and date.for_.category:
        what += f" in {_category(each, facts, desk)}"
    if not is_firm(date):
        return sentence(f"{what} {agreed('has been', is_plural=is_plural)} {date.certainty.value}")
    how = " ".join(part for part in (adverb(date.mode), *where_and_when(date, desk)) if part)
    return sentence(f"{what} {_future(each, is_plural=is_plural)} take place {how}") if how else ""


def _vote(each: Coming, facts: EditionFacts, desk: Desk) -> str:
    """The opening and the closing of a vote in one sentence, at the place of the first that lies ahead."""
    votes = [
        other.date
        for other in coming(facts.edition, desk.view)
        if other.date.what in _VOTE and other.date.when is not None and is_firm(other.date)
    ]
    if not votes or votes[0] is not each.date:
        return ""
    deeds = (f"{_VOTE[date.what]} {desk.day(date.when)}" for date in votes if date.when is not None)
    return sentence(f"the public vote {listed(deeds)}")


def _concerns(each: Coming, facts: EditionFacts) -> bool:
    target = each.date.for_
    if target is None:
        return True
    return any(
        entry.id == target.nomination or entry.category_id == target.category for entry in facts.pending
    )


def _category(each: Coming, facts: EditionFacts, desk: Desk) -> str:
    target = each.date.for_
    name = next(
        (category.name for category in facts.edition.categories if target and category.id == target.category),
        "",
    )
    return f"the category {titled(name, desk.style)}"


def good_wishes(editions: Iterable[EditionFacts], desk: Desk) -> Iterator[Block]:
    """The publisher's wishes to those who may still win; it sends none to itself."""
    entries = tuple(entry for facts in editions if facts.is_awaited for entry in facts.pending)
    holders = [
        group.holder
        for group in desk.holders.grouped(entries)
        if group.holder is not None and group.holder.relation is not Relation.OWN
    ]
    if not holders or desk.publisher is None:
        return
    wishes = agreed("wishes", is_plural=desk.publisher.is_plural or desk.style.has_plural_collectives)
    publisher = desk.mention(desk.publisher)
    whom = both(map(desk.named, holders)) if len(holders) <= _MOST_WISHED else "all of them"
    ids = tuple(dict.fromkeys(holder.id for holder in holders))
    yield Paragraph(content=sentence(f"{publisher} {wishes} {whom} the best of luck"), sources=ids)


def read_on(facts: EditionFacts) -> Iterator[Block]:
    """A link to the list that fits what is told, in words that say where it goes."""
    order = ("winners", "shortlist", "longlist") if facts.has_results else ("shortlist", "longlist")
    name = edition_name(facts.award, facts.edition)
    for key in order:
        if key in facts.edition.links:
            link = Link(text=_LINKS[key].format(name), url=facts.edition.links[key])
            yield Paragraph(content=link, sources=(facts.id,))
            return
    if facts.award.url is not None:
        link = Link(text=f"Visit the website of {name}", url=facts.award.url)
        yield Paragraph(content=link, sources=(facts.id,))
