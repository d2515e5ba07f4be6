"""The sentences of a piece, and what the records that each rests on add up to, counted a second time.

In plain Python over the raw records, without the package's own rules of counting, standing or disclosure; for
the registers of `told_registers`, as they are at its `NOW`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import attrs
from made_up.told_registers import NOUNS, NOW

from nominate import Nomination, Outcome, Register, When
from nominate.documents import (
    Bullets,
    Document,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Quotation,
    Sentence,
    plain,
)

HONOURS = (Outcome.HIGHLY_COMMENDED, Outcome.COMMENDED)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{ten: 10 * place for place, ten in enumerate(_TENS, start=2)},
    **{f"{ten}-{_UNITS[one]}": 10 * n + one for n, ten in enumerate(_TENS, start=2) for one in range(1, 10)},
}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_SPELLED = "|".join(sorted((*WORDS, *ORDINALS), key=len, reverse=True))
NUMBER = re.compile(rf"(?<![\w£.,’-])(£?\d[\d,]*(?:st|nd|rd|th)?|{_SPELLED})(?![\w-])", re.IGNORECASE)
DATE = re.compile(
    rf"(?:(?:{'|'.join(DAYS)}) )?(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})"
    r"(?: (?P<year>\d{4}))?\b|\b(?:[Ii]n|round-up for) (?P<only>\d{4})\b"
)


@attrs.frozen(kw_only=True)
class Said:
    """A sentence, or what stands as one, with the ids of the records that it says it rests on."""

    words: str
    sources: tuple[str, ...]


def said_in(document: Document) -> Iterator[Said]:
    yield Said(words=document.title, sources=document.title_sources)
    yield from (Said(words=each, sources=document.title_sources) for each in document.short_titles)
    yield from map(_said, document.sentences)
    for block in document.blocks:
        match block:
            case Paragraph():
                yield from map(_said, block.sentences or (block,))
            case Heading():
                yield _said(block)
            case Bullets() | NumberedList():
                yield from (_said(each) for item in block.items for each in item.sentences or (item,))
            case Quotation():
                # The words of others are theirs.
                yield Said(words=plain(block.attribution), sources=block.sources)


def _said(part: Sentence | Paragraph | Heading | Item) -> Said:
    return Said(words=plain(part.content), sources=part.sources)


class Recount:
    """What the records of one sentence add up to."""

    def __init__(self, register: Register, sources: tuple[str, ...]) -> None:
        self._register = register
        self.entries = [each for each in register.nominations if each.id in sources]
        self.editions = [
            edition
            for award in register.awards
            for edition in award.editions
            if f"{award.id}/{edition.id}" in sources
        ]
        self.programmes = [each for each in register.programmes if each.id in sources]

    def of(self, *outcomes: Outcome) -> set[int]:
        return {sum(outcome_of(each) in outcomes for each in self.entries)}

    @property
    def all_entries(self) -> set[int]:
        return {len(self.entries)} | self.declared("entries")

    @property
    def categories(self) -> set[int]:
        return {len({(each.edition, each.category) for each in self.entries})} | self.declared("categories")

    @property
    def organisations(self) -> set[int]:
        return {len({name for name in map(self._holder, self.entries) if name != "ann"})}

    @property
    def others(self) -> set[int]:
        """All that hold an entry but the one that is named before them."""
        return {len(set(map(self._holder, self.entries))) - 1}

    @property
    def ordinals(self) -> set[int]:
        return {edition.ordinal for edition in self.editions if edition.ordinal is not None}

    @property
    def prizes(self) -> set[int]:
        categories = (each for edition in self.editions for each in edition.categories)
        return {int(each.prize.amount) for each in categories if each.prize and each.prize.amount}

    def declared(self, what: str) -> set[int]:
        return {edition.declared[what] for edition in self.editions if what in edition.declared}

    def impacts(self, unit: str) -> set[int]:
        impacts = (each for programme in self.programmes for each in programme.impacts)
        return {int(each.value) for each in impacts if each.unit == unit and each.value is not None}

    def _holder(self, entry: Nomination) -> str:
        lead = entry.nominees[0]
        name = lead.person or lead.organisation or ""
        parts = {each.id: each.part_of for each in self._register.organisations}
        while (above := parts.get(name)) is not None:
            name = above
        return name


def outcome_of(entry: Nomination) -> Outcome | None:
    """How an entry stands at `NOW`: there, a decision is open that has no embargo and whose day has come."""
    known = [each for each in entry.decisions if each.embargo is None and is_past(each.announced)]
    return known[-1].outcome if known else None


def is_past(when: When | None) -> bool:
    return when is not None and str(when) <= NOW[: len(str(when))]


Count = Callable[[Recount], set[int]]
# What a number counts, by the words that follow it; `@` stands for a name.
COUNTED: tuple[tuple[str, Count], ...] = (
    (r"wins?\b", lambda own: own.of(Outcome.WON)),
    (r"@ members?\b", lambda own: own.organisations),
    (r"(@|awards?\b)", lambda own: own.of(Outcome.WON)),
    (r"honours?\b", lambda own: own.of(*HONOURS)),
    (r"shortlisted entr(y|ies)\b", lambda own: own.of(Outcome.SHORTLISTED)),
    (r"longlisted entr(y|ies)\b", lambda own: own.of(Outcome.LONGLISTED)),
    (r"entr(y|ies)\b", lambda own: own.all_entries),
    (r"categor(y|ies)\b", lambda own: own.categories),
    (r"(member )?organisations?\b", lambda own: own.organisations),
    (r"(others|of its member organisations)\b", lambda own: own.others),
    (r"to be held\b", lambda own: own.ordinals),
    (r"rounds? of awards\b", lambda own: {len(own.editions)}),
    (r"(for each winning|grant|,? to be|\.|$)", lambda own: own.prizes),
    *((rf"{unit}\b", lambda own, unit=unit: own.impacts(unit)) for unit in NOUNS),
)


def miscounted(register: Register, said: Said) -> Iterator[str]:
    """Each number of a sentence that is none of what the sentence's records add up to."""
    words, own = DATE.sub("@", without_names(register, said.words)), Recount(register, said.sources)
    for found in NUMBER.finditer(words):
        rest = words[found.end() :].lstrip()
        counts = next((count for noun, count in COUNTED if re.match(noun, rest)), None)
        if counts is None or value_of(found[0]) not in counts(own):
            yield f"{found[0]!r} before {rest[:30]!r} in {said.words!r}, resting on {said.sources}"


def value_of(number: str) -> int:
    word = number.lower()
    if word in ORDINALS:
        return ORDINALS.index(word) + 1
    return WORDS[word] if word in WORDS else int(re.sub(r"\D", "", word))


def without_names(register: Register, words: str) -> str:
    """The words with `@` for each name that holds a number, or may stand between a number and its noun."""
    editions = [f"{edition.id} {award.name}" for award in register.awards for edition in award.editions]
    awards = [name for award in register.awards for name in (award.name, award.singular) if name]
    for name in (*editions, *awards, *(each.name for each in register.organisations), "NCN"):
        words = words.replace(name, "@")
    return words
