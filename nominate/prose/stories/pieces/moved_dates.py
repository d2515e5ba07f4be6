"""A date that has moved: what it is now, what it was before, and whose entries it concerns; never why."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Paragraph, Sentence
from nominate.model.award import Certainty
from nominate.model.embargo import DateKind
from nominate.model.when import When
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.happenings import Happening, still_to_come
from nominate.prose.facts.moved_dates import Move, MovedDate
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import as_place
from nominate.prose.stories.phrases.dates import SUBJECTS
from nominate.prose.stories.phrases.editions import adverb, edition_name, where_and_when
from nominate.prose.stories.phrases.lists import each_told
from nominate.prose.words import agreed, counted, pluralised, sentence, titled

__all__ = ["concerned", "moved", "moved_date_headlines", "moved_date_standfirst", "results_still"]

_DEADLINES = frozenset(
    {
        DateKind.INTENTION_TO_ENTER,
        DateKind.EARLY_BIRD,
        DateKind.ENTRY_DEADLINE,
        DateKind.LATE_DEADLINE,
        DateKind.PUBLIC_VOTE_CLOSES,
    }
)
_SHORT = {
    DateKind.CEREMONY: "{} ceremony",
    DateKind.ENTRY_DEADLINE: "deadline for {}",
    DateKind.LATE_DEADLINE: "late deadline for {}",
    DateKind.EARLY_BIRD: "early-bird deadline for {}",
    DateKind.ENTRIES_OPEN: "opening of {}",
    DateKind.LAUNCH: "launch of {}",
    DateKind.SHORTLIST_ANNOUNCED: "{} shortlist",
    DateKind.LONGLIST_ANNOUNCED: "{} longlist",
    DateKind.JUDGING: "{} judging",
    DateKind.RESULTS_PUBLISHED: "{} results",
}
# Beside one of these, the move of a judging day is no headline.
_WEIGHTY = frozenset(
    {DateKind.ENTRIES_OPEN, DateKind.ENTRY_DEADLINE, DateKind.CEREMONY, DateKind.RESULTS_PUBLISHED}
)
_CHANGES = {Move.CANCELLED: "cancellation", Move.POSTPONED: "postponement"}
_NO_NEW_DATE = "a new date has yet to be confirmed"


def moved(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """A paragraph for each date that moved; the first names the edition."""
    for number, each in enumerate(facts.moved):
        said = [_lead(each, facts, desk, is_first=number == 0), _earlier(each, desk), _place(each, desk)]
        if each.move is Move.POSTPONED:
            said.append(sentence(_NO_NEW_DATE))
        if each.since is not None:
            said.append(
                sentence(f"the {_CHANGES.get(each.move, 'change')} was announced", desk.day(each.since))
            )
        yield Paragraph.of(Sentence(content=text, sources=_ids(each, facts)) for text in said if text)


def results_still(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """When the results are published all the same, where the ceremony is off."""
    if not any(each.is_off and each.date.what is DateKind.CEREMONY for each in facts.moved):
        return
    for each in _results_ahead(facts, desk):
        said = _published(each, desk, beside="still")
        yield Paragraph.of([Sentence(content=said, sources=each.sources)])


def _results_ahead(facts: EditionFacts, desk: Desk) -> list[Happening]:
    return [
        each
        for each in still_to_come(facts, desk.view)
        if each.date.what is DateKind.RESULTS_PUBLISHED and each.is_firm and each.date.when is not None
    ]


def _published(each: Happening, desk: Desk, *, beside: str = "") -> str:
    verb = "will" if each.is_sure else "are expected to"
    day = desk.day(each.date.when) if each.date.when is not None else ""
    return sentence("the results", verb, beside, "be published", day)


def concerned(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The entries that wait for what has moved, as far as they are public."""
    if facts.is_awaited and facts.pending:
        for entries in (facts.shortlisted, facts.longlisted):
            if entries:
                yield from each_told(entries, desk, is_present=True)


def _ids(each: MovedDate, facts: EditionFacts) -> tuple[str, ...]:
    target = each.date.for_
    return (target.nomination, facts.id) if target is not None and target.nomination else (facts.id,)


def _lead(each: MovedDate, facts: EditionFacts, desk: Desk, *, is_first: bool) -> str:
    what, is_plural = _subject(each)
    of = _of(each, facts, desk, is_first=is_first)
    is_deadline = each.date.what in _DEADLINES
    if each.move is Move.CANCELLED and is_deadline:
        return sentence(what, of, "no longer applies")
    has = agreed("has", is_plural=is_plural)
    if each.is_off:
        return sentence(what, of, has, "been", each.move.value)
    when = f"to {_bare(each.date.when, desk)}"
    if _is_told_in_one(each) and each.before is not None:
        when = f"from {_bare(each.before, desk)} {when}"
    if each.date.certainty is not Certainty.CONFIRMED:
        is_ = agreed("is", is_plural=is_plural)
        return sentence(
            what, of, is_, "now expected", desk.exactly(each.date.when) if each.date.when is not None else ""
        )
    if each.move is Move.EARLIER:
        return sentence(what, of, has, "been brought forward", when)
    return sentence(what, of, has, f"been {'extended' if is_deadline else 'moved'}", when)


def _is_told_in_one(each: MovedDate) -> bool:
    """Whether one sentence says from when to when it moved; "from 3 to 5 May to June" is none."""
    new, old = each.date.when, each.before
    is_sure = not each.is_off and each.date.certainty is Certainty.CONFIRMED
    return is_sure and new is not None and old is not None and new.end is None and old.end is None


def _subject(each: MovedDate) -> tuple[str, bool]:
    name = each.date.name
    return SUBJECTS.get(each.date.what) or (name if each.is_off else f"the date of {name}", False)


def _of(each: MovedDate, facts: EditionFacts, desk: Desk, *, is_first: bool) -> str:
    """Of which edition, and of which part of it where the date is not for all."""
    target = each.date.for_
    part = ""
    if target is not None and target.category is not None:
        names = (one.name for one in facts.edition.categories if one.id == target.category)
        part = "".join(f"in {as_place(name, desk.style)}" for name in names)
    elif target is not None:
        titles = (entry.title for entry in facts.told if entry.id == target.nomination)
        part = "".join(f"for {titled(title, desk.style)}" for title in titles)
    edition = f"{_link(each)} {edition_name(facts.award, facts.edition)}" if is_first else ""
    return " ".join(filter(None, (part, edition)))


def _link(each: MovedDate) -> str:
    return "to" if each.date.what in {DateKind.ENTRY_DEADLINE, DateKind.LATE_DEADLINE} else "of"


def _earlier(each: MovedDate, desk: Desk) -> str:
    """What the date was before, where the lead does not say it; nothing where nobody noted it."""
    if each.before is None or _is_told_in_one(each):
        return ""
    if each.date.what in _DEADLINES:
        return sentence("it had been set for", _bare(each.before, desk))
    is_plural = _subject(each)[1]
    planned = "they had been planned" if is_plural else "it had been planned"
    return sentence(planned, "for", _bare(each.before, desk))


def _place(each: MovedDate, desk: Desk) -> str:
    """Where and how a ceremony is held, as far as it is known."""
    if each.is_off or each.date.what is not DateKind.CEREMONY:
        return ""
    how = " ".join(
        part for part in (adverb(each.date.mode), where_and_when(each.date, desk)[0].rstrip(",")) if part
    )
    return sentence("it will take place", how) if how else ""


def _bare(when: When | None, desk: Desk) -> str:
    return desk.exactly(when, preposition=False) if when is not None else ""


def moved_date_headlines(facts: EditionFacts, desk: Desk) -> Iterator[str]:
    """The headline of a piece about moved dates, the fullest variant first."""
    award = facts.award.name
    first = [each for each in facts.moved if each.date.what in _WEIGHTY] or facts.moved
    if len(first) == 1:
        (each,) = first
        for name in filter(None, (award, facts.award.short_name, facts.award.abbreviation)):
            yield f"{_SHORT.get(each.date.what, 'date of {}').format(name)} {_outcome(each, desk)}"
    noun = "date" if len(facts.moved) == 1 else pluralised("date")
    word = (
        f"{pluralised('change') if len(facts.moved) > 1 else 'change'} to {noun}"
        if any(each.is_off for each in facts.moved)
        else f"new {noun}"
    )
    yield f"{word} of {award}"
    yield f"{word}: {facts.edition.name}"
    yield f"{word} of awards"


def _outcome(each: MovedDate, desk: Desk) -> str:
    if each.is_off or each.date.when is None:
        return each.move.value
    if each.date.certainty is not Certainty.CONFIRMED:
        return f"now expected {desk.headline_day(each.date.when)}"
    day = desk.headline_day(each.date.when, preposition=False)
    if each.move is Move.EARLIER:
        return f"brought forward to {day}"
    return f"{'extended' if each.date.what in _DEADLINES else 'moved'} to {day}"


def moved_date_standfirst(facts: EditionFacts, desk: Desk) -> str:
    """The new date beside the one before, in other words than those of the lead; how many, of several."""
    if len(facts.moved) != 1:
        dates = counted(len(facts.moved), "date", desk.style, starts_sentence=True)
        return sentence(f"{dates} of {edition_name(facts.award, facts.edition)} have changed")
    (each,) = facts.moved
    if each.move is Move.POSTPONED:
        return sentence("no new date is known yet")
    if each.is_off and each.date.what is DateKind.CEREMONY:
        return next((_published(one, desk) for one in _results_ahead(facts, desk)), _planned(each, desk))
    if each.is_off or each.date.when is None or each.before is None:
        return _planned(each, desk)
    if each.date.what is DateKind.ENTRY_DEADLINE:
        return sentence("entries now close", desk.exactly(each.date.when))
    new, old = (desk.day(when, preposition=False) for when in (each.date.when, each.before))
    if new == old:
        new, old = _bare(each.date.when, desk), _bare(each.before, desk)
    return sentence(f"the new date is {new}, not {old}")


def _planned(each: MovedDate, desk: Desk) -> str:
    if each.before is None:
        return ""
    return sentence(_subject(each)[0], "had been planned for", _bare(each.before, desk))
