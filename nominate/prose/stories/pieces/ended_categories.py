"""Categories that gave no award, were cancelled or went into another, where an entry of ours was in one."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Paragraph, Sentence
from nominate.model.award import AwardCategory, CategoryResult, CategoryResultKind
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import as_headline, as_place, as_prize, is_award
from nominate.prose.stories.phrases.editions import edition_name
from nominate.prose.stories.phrases.lists import each_told
from nominate.prose.words import agreed, listed, pluralised, sentence, titled

__all__ = ["ended_categories", "ended_headlines", "ended_lead", "ended_standfirst"]

_TOGETHER = (CategoryResultKind.NO_AWARD, CategoryResultKind.CANCELLED)

Ended = tuple[tuple[AwardCategory, CategoryResult], ...]


def ended_categories(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """What became of them, beside other news of the edition."""
    if not facts.ended:
        return
    said = (*_said(facts, desk, perfect=False),)
    if said:
        yield Paragraph.of(said)


def ended_lead(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The same where it is the news, then the entries that were in those categories."""
    yield Paragraph.of(_said(facts, desk, perfect=True))
    for entries in (facts.shortlisted, facts.longlisted):
        if entries:
            yield from each_told(entries, desk)


def _said(facts: EditionFacts, desk: Desk, *, perfect: bool) -> Iterator[Sentence]:
    """A sentence for all that ended alike, and one for each that went into another."""
    where = f"at {edition_name(facts.award, facts.edition)}" if perfect else ""
    for kind in _TOGETHER:
        names = [each.name for each, result in _ended(facts) if result.is_ is kind]
        if names:
            said = _together(kind, names, where, desk, perfect=perfect)
            yield Sentence(content=said, sources=(facts.id,))
            where = ""
    for each, result in _ended(facts):
        if result.is_ is CategoryResultKind.MERGED:
            was = "has been" if perfect else "was"
            into = _into(result, facts)
            other = f"into {as_prize(into.name, desk.style)}" if into is not None else "with another"
            said = sentence(as_prize(each.name, desk.style), where, was, "merged", other)
            yield Sentence(content=said, sources=(facts.id,))
            where = ""


def _together(kind: CategoryResultKind, names: list[str], where: str, desk: Desk, *, perfect: bool) -> str:
    is_none = kind is CategoryResultKind.NO_AWARD
    if len(names) == 1:
        which = (as_place if is_none else as_prize)(names[0], desk.style)
    else:
        which = f"the {pluralised('category')} {listed(titled(name, desk.style) for name in names)}"
    if is_none:
        return sentence(f"no award was made in {which}", where)
    was = agreed("has been" if perfect else "was", is_plural=len(names) > 1)
    return sentence(which, where, was, "cancelled")


def _ended(facts: EditionFacts) -> Ended:
    return tuple((each, each.result) for each in facts.ended if each.result is not None)


def _into(result: CategoryResult, facts: EditionFacts) -> AwardCategory | None:
    return next((each for each in facts.edition.categories if each.id == result.into), None)


def ended_headlines(facts: EditionFacts, desk: Desk) -> Iterator[str]:
    """The headline where it is the news, the fullest variant first."""
    award = facts.award.name
    kinds = {result.is_ for _, result in _ended(facts)}
    if len(facts.ended) == 1:
        for each, result in _ended(facts):
            name = as_headline(each.name, desk.style)
            if result.is_ is CategoryResultKind.NO_AWARD:
                said = f"No {name} made" if is_award(each.name) else f"No award made in {name}"
                yield f"{said} at {award}"
                yield said
            else:
                yield f"{name} at {award} {result.is_.value}"
                yield f"{name} {result.is_.value}"
    if kinds == {CategoryResultKind.NO_AWARD}:
        yield f"Categories without an award at {award}"
    yield f"Changes to categories of {award}"
    yield f"News of {facts.edition.name}"


def ended_standfirst(facts: EditionFacts, desk: Desk) -> str:
    """When it was announced, where there is one day to tell."""
    what = f"the {'change' if len(facts.ended) == 1 else pluralised('change')}"
    if {result.is_ for _, result in _ended(facts)} == {CategoryResultKind.NO_AWARD}:
        what = f"the {'decision' if len(facts.ended) == 1 else pluralised('decision')}"
    days = {result.announced for _, result in _ended(facts)}
    day = days.pop() if len(days) == 1 else None
    return (
        sentence(what, agreed("was announced", is_plural=len(facts.ended) > 1), desk.day(day))
        if day is not None
        else ""
    )
