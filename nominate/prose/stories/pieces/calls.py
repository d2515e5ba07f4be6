"""The call to enter: until when, who may, in which categories, what winning brings, and where to go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nominate.documents import Block, Link, Paragraph, Sentence
from nominate.model.award import Certainty, KeyDate
from nominate.model.embargo import DateKind
from nominate.model.when import When
from nominate.prose.facts.calls import Call
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.prizes import Reward
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import as_listed
from nominate.prose.stories.phrases.editions import edition_name
from nominate.prose.stories.phrases.lists import listing
from nominate.prose.stories.sections.coming import read_on
from nominate.prose.stories.sections.results import prize_said
from nominate.prose.words import Name, agreed, counted, listed, sentence
from nominate.styles.style import RelativeDays

__all__ = [
    "beside_new_deadline",
    "call_headlines",
    "call_lead",
    "call_standfirst",
    "categories_to_enter",
    "dates_for_entrants",
    "how_to_enter",
    "open_to",
    "what_winning_brings",
]

_NAMES = {
    DateKind.INTENTION_TO_ENTER: "deadline for saying that you will enter",
    DateKind.EARLY_BIRD: "early-bird deadline",
    DateKind.ENTRY_DEADLINE: "deadline for entries",
    DateKind.LATE_DEADLINE: "deadline for late entries",
    DateKind.LONGLIST_ANNOUNCED: "longlist",
    DateKind.SHORTLIST_ANNOUNCED: "shortlist",
    DateKind.CEREMONY: "ceremony",
}
# Who may enter is a thing that entry is open to, unless it is said in a clause of its own.
_CLAUSE = re.compile(
    r"(?<!who )(?<!that )(?<!which )\b(?:may|can|could|must|should|will|is|are|was|were|enter|apply)\b"
    r"|[.!?:;]."
)
# These lose their capital within a sentence; any other first word may be a name.
_EVERYDAY = re.compile(
    r"(?:all|any\w*|charities|companies|each|every\w*|groups|health|hospitals|individuals|members|nurses"
    r"|organisations|partnerships|people|projects|providers|public|schools|services|staff|students|teams|those"
    r"|trusts|universities|voluntary|volunteers)\b",
    re.IGNORECASE,
)
_LINKS = ("enter", "entry", "entries", "entry form", "how to enter", "apply", "nominate")
# So many need no list of their own.
_FEW = 2
# A month is as far as people count days.
_COUNTED = range(2, 32)


def call_lead(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """That it can be entered, until when, what the awards are for, who may enter, and how long is left."""
    call = facts.call
    if call is not None:
        first, deadline = _openness(call, facts, desk)
        # What the awards are for begins with "they", which must be the awards.
        last = (deadline, _left(call, desk))
        yield Paragraph.of((*_resting([first], facts), *_purpose(facts), *_resting(last, facts)))


def beside_new_deadline(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The same where the deadline has been told as one that moved."""
    call = facts.call
    if call is None:
        return
    name = edition_name(facts.award, facts.edition)
    said = ""
    if call.has_opened:
        said = sentence(f"{name} {_are(facts)} open for entries")
    elif call.opens is not None:
        said = sentence(name, _will_open(call.opens, facts), "for entries", _on(call.opens.when, desk))
    purpose = (*_purpose(facts),)
    if said or purpose:
        yield Paragraph.of((*_resting([said], facts), *purpose, *_resting([_left(call, desk)], facts)))


def _resting(said: Iterable[str], facts: EditionFacts) -> Iterator[Sentence]:
    return (Sentence(content=text, sources=(facts.id, facts.award.id)) for text in said if text)


def _purpose(facts: EditionFacts) -> Iterator[Sentence]:
    about = " ".join(facts.award.about.split())
    if about:
        yield Sentence(content=about, sources=(facts.award.id,))
    yield from open_to(facts, is_past=False)


def open_to(facts: EditionFacts, *, is_past: bool, names_edition: bool = False) -> Iterator[Sentence]:
    """Who may enter, in the organiser's words; nothing where nobody said."""
    who = " ".join(facts.award.eligibility.split())
    if not who:
        return
    if _EVERYDAY.match(who) and not _CLAUSE.search(who):
        to = f" to {edition_name(facts.award, facts.edition)}" if names_edition else ""
        said = f"entry{to} {'was' if is_past else 'is'} open to {who[0].lower()}{who[1:]}"
    else:
        what = f" {edition_name(facts.award, facts.edition)}" if names_edition else ""
        said = f"who {'could' if is_past else 'can'} enter{what}: {who}"
    ids = (facts.award.id, facts.id) if names_edition else (facts.award.id,)
    yield Sentence(content=sentence(said), sources=ids)


def _openness(call: Call, facts: EditionFacts, desk: Desk) -> tuple[str, str]:
    """That it is open or will be, and the deadline in a sentence of its own where it is not in the first."""
    name, closes = edition_name(facts.award, facts.edition), call.closes
    is_told = closes is not None and call.is_firm
    if call.has_opened and not call.is_late:
        until = f"until {_bare(closes.when, desk)}" if closes is not None and is_told else ""
        first = sentence(f"{name} {_are(facts)} open for entries", until)
        return first, "" if is_told else _deadline(call, desk)
    if call.opens is not None and not call.has_opened:
        is_told = is_told and call.opens.certainty is Certainty.CONFIRMED
        close = f"and close {_on(closes.when, desk)}" if closes is not None and is_told else ""
        opens = _on(call.opens.when, desk)
        first = sentence(name, _will_open(call.opens, facts), "for entries", opens, close)
        return first, "" if is_told else _deadline(call, desk)
    which = "late entries" if call.is_late else "entries"
    return _deadline(call, desk, what=f"the deadline for {which} to {name}"), ""


def _are(facts: EditionFacts) -> str:
    return agreed("is", is_plural=Name.of(facts.award).is_plural)


def _will_open(opens: KeyDate, facts: EditionFacts) -> str:
    if opens.certainty is not Certainty.CONFIRMED:
        return f"{_are(facts)} expected to open"
    return "will open"


def _deadline(call: Call, desk: Desk, *, what: str = "the deadline") -> str:
    """The deadline in a sentence of its own, as sure as it is."""
    if call.closes is None:
        return ""
    verb = "is expected" if call.closes.certainty is not Certainty.CONFIRMED else "is"
    return sentence(f"{what} {verb}", _of_deadline(call, desk))


def _of_deadline(call: Call, desk: Desk) -> str:
    """When it is, as "the deadline is" wants it: a day without its preposition, a month with it."""
    when = call.closes.when if call.closes is not None else None
    return _bare(when, desk) if call.is_firm else _on(when, desk)


def _left(call: Call, desk: Desk) -> str:
    """How many days are left, where the house counts from the day of publication."""
    closes = call.closes.when if call.closes is not None else None
    today = desk.view.as_of.date
    is_counted = desk.style.dates.relative_days is not RelativeDays.NEVER
    if not call.has_opened or not call.is_firm or closes is None or closes.date is None or today is None:
        return ""
    days = (closes.date - today).days
    if not is_counted or days not in _COUNTED:
        return ""
    return sentence(f"there are {counted(days, 'day', desk.style)} left to enter")


def _on(when: When | None, desk: Desk) -> str:
    return desk.exactly(when) if when is not None else ""


def _bare(when: When | None, desk: Desk) -> str:
    return desk.exactly(when, preposition=False) if when is not None else ""


def what_winning_brings(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The prizes of the categories that can be entered."""
    if facts.call is None:
        return
    rewards = (
        Reward(prize=each.prize, category=each, sources=(facts.id,))
        for each in facts.call.categories
        if each.prize is not None
    )
    prizes = [prize_said(each, desk, says_category=True) for each in rewards]
    if prizes:
        yield Paragraph.of(prizes)


def categories_to_enter(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The categories by name; all of them only where the organiser's own number says that they are all."""
    call = facts.call
    if call is None or not call.categories:
        return
    names = [each.name for each in call.categories]
    if len(names) == 1 and names[0] in {facts.award.name, facts.edition.name}:
        return
    is_whole = facts.edition.declared.get("categories") == len(facts.edition.categories)
    intro = f"The categories {'are' if is_whole else 'include'}"
    if desk.style.bullets.are_used and len(names) > _FEW:
        yield from listing(intro, [(name, (facts.id,)) for name in names], desk, ids=(facts.id,))
    else:
        said = sentence(intro, listed(as_listed(name, desk.style) for name in names))
        yield Paragraph.of([Sentence(content=said, sources=(facts.id,))])


def dates_for_entrants(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The other dates to note: deadlines, lists and the ceremony, in the order of the calendar."""
    call = facts.call
    if call is None:
        return
    told_already = [call.closes, *(each.date for each in facts.moved)]
    lines = [(_date_line(each, desk), (facts.id,)) for each in call.dates if each not in told_already]
    if len(lines) == 1:
        text, ids = lines[0]
        yield Paragraph.of([Sentence(content=sentence(f"another date to note: {text}"), sources=ids)])
    elif lines:
        yield from listing("Dates to note", lines, desk, ids=(facts.id,))


def _date_line(date: KeyDate, desk: Desk) -> str:
    certainty = "" if date.certainty is Certainty.CONFIRMED else f" ({date.certainty.value})"
    return f"{_NAMES[date.what]} {_on(date.when, desk)}{certainty}"


def how_to_enter(facts: EditionFacts, _: Desk) -> Iterator[Block]:
    """A link to where entries are made, else to the award's own pages, in words that say where it goes."""
    call, links = facts.call, facts.edition.links
    key = next((each for each in _LINKS if each in links), None)
    if call is None or key is None:
        yield from read_on(facts)
        return
    name = edition_name(facts.award, facts.edition)
    words = f"Enter {name}" if call.has_opened else f"Find out how to enter {name}"
    yield Paragraph.of([Sentence(content=Link(text=words, url=links[key]), sources=(facts.id,))])


def call_headlines(facts: EditionFacts, desk: Desk) -> Iterator[str]:
    """The headline of a call to enter, the fullest variant first."""
    call, award = facts.call, facts.award
    names = (*filter(None, (facts.edition.name, award.name, award.short_name, award.abbreviation)),)
    for name in names:
        if call is not None and not call.has_opened and call.opens is not None:
            day = desk.headline_day(call.opens.when) if call.opens.when is not None else "soon"
            yield f"{name} {agreed('opens', is_plural=Name.of(award).is_plural)} for entries {day}"
        else:
            yield f"Call for entries: {name}"
    yield "Call for entries"


def call_standfirst(facts: EditionFacts, desk: Desk) -> str:
    """When entries close, as far as that is sure."""
    call = facts.call
    if call is None or call.closes is None or not call.is_firm:
        return ""
    return sentence("late entries close" if call.is_late else "entries close", _on(call.closes.when, desk))
