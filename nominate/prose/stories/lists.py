"""Entries one below the other, or within the sentence where the house style runs lists on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nominate.documents import Block, Bullets, Item, Paragraph
from nominate.prose.facts.editions import Standing, standing
from nominate.prose.facts.holders import Group
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases import also_credited, deed, item, outcome_of, verb_of
from nominate.prose.words import bulleted, capitalised, counted, ended, listed, pluralised, sentence, titled
from nominate.register.counting import count
from nominate.viewing.entry import Entry

__all__ = ["by_holder", "each_told", "listing"]

_Line = tuple[str, tuple[str, ...]]
"""One of a list, with the ids of the records that it rests on."""

_FEW = 2


def listing(intro: str, lines: Sequence[_Line], desk: Desk, *, ids: tuple[str, ...] = ()) -> Iterator[Block]:
    """A list after its introduction, in the house style's punctuation."""
    if not desk.style.bullets.are_used:
        said = f"{intro}: {ended(listed(text for text, _ in lines))}"
        yield Paragraph(content=said, sources=(*ids, *(each for _, own in lines for each in own)))
        return
    yield Paragraph(content=f"{intro}:", sources=ids)
    texts = bulleted([text for text, _ in lines], desk.style)
    yield Bullets(
        items=[Item(content=text, sources=own) for text, (_, own) in zip(texts, lines, strict=True)]
    )


def by_holder(groups: tuple[Group, ...], noun: str, desk: Desk, *, verb: str = "has") -> Iterator[Block]:
    """The entries of each holder under its name; `noun` is what it has, or had, several of."""
    if len(groups) == 1:
        yield from listing(f"The {pluralised(noun)} are", _lines(groups[0], desk), desk)
    elif len(groups) > _FEW and all(len(group.entries) == 1 for group in groups):
        lines = [(_with_holder(group, group.entries[0], desk), group.ids) for group in groups]
        yield from listing(f"The {pluralised(noun)} are", lines, desk)
    else:
        for group in groups:
            yield from _of_holder(group, noun, desk, verb)


def _of_holder(group: Group, noun: str, desk: Desk, verb: str) -> Iterator[Block]:
    entries, holder = group.entries, group.holder
    if holder is None:
        yield from listing(f"Further {pluralised(noun)}", _lines(group, desk), desk)
        return
    if len(entries) == 1 and _is_result(entries[0]):
        yield Paragraph(content=told(group, entries[0], desk), sources=group.ids)
        return
    number = counted(count("nominations", entries), noun, desk.style)
    intro = capitalised(f"{desk.named(holder)} {desk.verb(verb, holder)} {number}")
    if len(entries) == 1:
        yield Paragraph(content=f"{intro}: {ended(item(entries[0], desk, holder=holder))}", sources=group.ids)
    else:
        yield from listing(intro, _lines(group, desk), desk, ids=(holder.id,))


def _lines(group: Group, desk: Desk) -> list[_Line]:
    """The entries as lines; each says its outcome where they differ."""
    outcomes = [outcome_of(entry, desk) for entry in group.entries]
    says = len(set(outcomes)) > 1
    return [
        (item(entry, desk, holder=group.holder, outcome=outcome if says else ""), (entry.id,))
        for entry, outcome in zip(group.entries, outcomes, strict=True)
    ]


def _with_holder(group: Group, entry: Entry, desk: Desk) -> str:
    is_honour = standing(entry) is Standing.HONOURED
    # Within a sentence that runs on, a colon already stands before the first.
    mark = ":" if desk.style.bullets.are_used else ","
    named = f"{desk.named(group.holder)}{mark} " if group.holder is not None else ""
    outcome = outcome_of(entry, desk) if is_honour else ""
    return named + item(entry, desk, holder=group.holder, outcome=outcome)


def each_told(entries: tuple[Entry, ...], desk: Desk, *, beside: str = "") -> Iterator[Block]:
    """The entries that come after those that lead: a sentence each, or a list of many.

    `beside` is a word such as "also" that joins them to what was said before.
    """
    groups = desk.holders.grouped(entries)
    if len(entries) > _FEW:
        lines = [
            (_with_holder(group, entry, desk), (entry.id,)) for group in groups for entry in group.entries
        ]
        word = "recognised" if _is_result(entries[0]) else outcome_of(entries[0], desk)
        yield from listing(capitalised(f"{beside} {word}".strip()), lines, desk)
        return
    said = [told(group, entry, desk, beside=beside) for group in groups for entry in group.entries]
    yield Paragraph(content=" ".join(said), sources=tuple(name for group in groups for name in group.ids))


def told(group: Group, entry: Entry, desk: Desk, *, beside: str = "") -> str:
    """One entry of a holder as a sentence of its own."""
    is_recent = _is_result(entry) and desk.is_recent(entry)
    verb = verb_of(entry, desk, is_recent=is_recent)
    if group.holder is None:
        return sentence(f"{titled(entry.title, desk.style)} {_with(verb, beside)}")
    verb = _with(desk.verb(verb, group.holder), beside)
    said = sentence(f"{desk.named(group.holder)} {deed(entry, desk, verb=verb)}")
    return f"{said} {also_credited(entry, desk)}".rstrip()


def _with(verb: str, beside: str) -> str:
    """A verb with an adverb behind its auxiliary: was also shortlisted."""
    first, space, rest = verb.partition(" ")
    return f"{first} {beside}{space}{rest}" if beside and rest else f"{beside} {verb}".strip()


def _is_result(entry: Entry) -> bool:
    return standing(entry) in {Standing.WON, Standing.HONOURED}
