"""Entries one below the other, or within the sentence where the house style runs lists on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nominate.documents import Block, Bullets, Item, Paragraph, Sentence
from nominate.prose.facts.editions import Standing, standing
from nominate.prose.facts.holders import Group, Holder, lead_of
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import as_place, is_only
from nominate.prose.stories.phrases.credits import also_credited, id_of, leaders, others_of
from nominate.prose.stories.phrases.outcomes import deed, list_word, outcome_of, verb_of
from nominate.prose.words import (
    agreed,
    bulleted,
    capitalised,
    counted,
    ended,
    listed,
    pluralised,
    sentence,
    titled,
)
from nominate.register.counting import count
from nominate.viewing.entry import Credit, Entry

__all__ = ["by_holder", "by_winner", "credited", "each_told", "listing", "told"]

_Line = tuple[str, tuple[str, ...]]
"""One of a list, with the ids of the records that it rests on."""

_FEW = 2


def listing(intro: str, lines: Sequence[_Line], desk: Desk, *, ids: Iterable[str]) -> Iterator[Block]:
    """A list after its introduction, which rests on `ids`, in the house style's punctuation."""
    if not desk.style.bullets.are_used:
        said = f"{intro}: {ended(listed(text for text, _ in lines))}"
        rests_on = dict.fromkeys((*(each for _, own in lines for each in own), *ids))
        yield Paragraph.of([Sentence(content=said, sources=tuple(rests_on))])
        return
    yield Paragraph.of([Sentence(content=f"{intro}:", sources=tuple(dict.fromkeys(ids)))])
    texts = bulleted([text for text, _ in lines], desk.style)
    yield Bullets(
        items=[
            Item.of([Sentence(content=text, sources=own)])
            for text, (_, own) in zip(texts, lines, strict=True)
        ]
    )


def by_holder(groups: tuple[Group, ...], noun: str, desk: Desk, *, is_past: bool) -> Iterator[Block]:
    """The entries of each holder under its name; `noun` is what it has, or had, several of."""
    if len(groups) == 1:
        yield from listing(f"The {pluralised(noun)} are", _lines(groups[0], desk), desk, ids=groups[0].ids)
    elif any(len(group.entries) > 1 for group in groups):
        for group in groups:
            yield from _of_holder(group, noun, desk, is_past=is_past)
    elif len(groups) > _FEW:
        lines = [_with_holder(group, group.entries[0], desk) for group in groups]
        ids = (entry.id for group in groups for entry in group.entries)
        yield from listing(f"The {pluralised(noun)} are", lines, desk, ids=ids)
    else:
        yield Paragraph.of(
            each for group in groups for each in _alone(group, group.entries[0], desk, is_past=is_past)
        )


def by_winner(groups: tuple[Group, ...], desk: Desk) -> Iterator[Block]:
    """With what each of several joint winners has won."""
    yield Paragraph.of(each for group in groups for each in _won_with(group, group.entries[0], desk))


def _won_with(group: Group, entry: Entry, desk: Desk) -> Iterator[Sentence]:
    if group.holder is not None:
        who = leaders(entry, group.holder, desk, named=desk.named(group.holder))
        said = sentence(who.said, "won with", titled(entry.title, desk.style))
        yield Sentence(content=said, sources=(entry.id, *who.ids))
        yield from also_credited(entry, desk)


def _of_holder(group: Group, noun: str, desk: Desk, *, is_past: bool) -> Iterator[Block]:
    entries, holder = group.entries, group.holder
    if holder is None:
        yield from listing(f"Further {pluralised(noun)}", _lines(group, desk), desk, ids=group.ids)
    elif len(entries) == 1:
        yield Paragraph.of(_alone(group, entries[0], desk, is_past=is_past))
    else:
        number = counted(count("nominations", entries), noun, desk.style)
        verb = desk.verb("had" if is_past else "has", holder)
        intro = capitalised(f"{desk.named(holder)} {verb} {number}")
        yield from listing(intro, _lines(group, desk), desk, ids=group.ids)


def _alone(group: Group, entry: Entry, desk: Desk, *, is_past: bool) -> Iterator[Sentence]:
    """The one entry of a holder among others: on a list it is there still, or was."""
    if _is_result(entry):
        return told(group, entry, desk)
    return told(group, entry, desk, verb=_is_listed(entry, verb="was" if is_past else "is"))


def _is_listed(entry: Entry, *, verb: str = "is") -> str:
    """That an entry is, or was, on a list, in the organiser's word."""
    outcome = entry.outcome
    return f"{verb} {list_word((entry,), outcome.value if outcome is not None else '')}"


def _lines(group: Group, desk: Desk) -> list[_Line]:
    """The entries as lines; each says its outcome where they differ."""
    outcomes = [outcome_of(entry, desk) for entry in group.entries]
    says = len(set(outcomes)) > 1
    return [
        (item(entry, desk, holder=group.holder, outcome=outcome if says else ""), credited(entry))
        for entry, outcome in zip(group.entries, outcomes, strict=True)
    ]


def credited(entry: Entry) -> tuple[str, ...]:
    """The ids of an entry, of all who are credited with it beside its holder, and of its edition."""
    if len(entry.nominees) == 1:
        return (entry.id, entry.edition_id)
    return (entry.id, *filter(None, map(id_of, others_of(entry))), entry.edition_id)


def _with_holder(group: Group, entry: Entry, desk: Desk) -> _Line:
    holder = group.holder
    is_honour = standing(entry) is Standing.HONOURED
    # Within a sentence that runs on, a colon already stands before the first.
    mark = ":" if desk.style.bullets.are_used else ","
    named = f"{desk.named(holder)}{mark} " if holder is not None else ""
    outcome = outcome_of(entry, desk) if is_honour else ""
    ids = (*credited(entry), *(holder.ids if holder is not None else ()))
    return named + item(entry, desk, holder=holder, outcome=outcome), ids


def each_told(
    entries: tuple[Entry, ...], desk: Desk, *, beside: str = "", is_present: bool = False
) -> Iterator[Block]:
    """The entries that come after those that lead: a sentence each, or a list of many.

    `beside` is a word such as "also" that joins them to what was said before. `is_present`: they are on
    their list still.
    """
    groups = desk.holders.grouped(entries)
    if len(entries) > _FEW:
        lines = [_with_holder(group, entry, desk) for group in groups for entry in group.entries]
        word = "recognised" if _is_result(entries[0]) else outcome_of(entries[0], desk)
        intro = capitalised(f"{beside or 'also'} {word}")
        yield from listing(intro, lines, desk, ids=(entry.id for entry in entries))
        return
    yield Paragraph.of(
        each
        for group in groups
        for entry in group.entries
        for each in told(group, entry, desk, verb=_is_listed(entry) if is_present else "", beside=beside)
    )


def told(group: Group, entry: Entry, desk: Desk, *, verb: str = "", beside: str = "") -> Iterator[Sentence]:
    """One entry of a holder as a sentence of its own, and who else is credited with it.

    `verb` is what it has reached, where the moment asks for another than that of news.
    """
    is_recent = _is_result(entry) and desk.is_recent(entry)
    verb = verb or verb_of(entry, desk, is_recent=is_recent)
    holder = group.holder
    if holder is None:
        said = sentence(f"{titled(entry.title, desk.style)} {_with(verb, beside)}")
        yield Sentence(content=said, sources=(entry.id, entry.edition_id))
        return
    who = leaders(entry, holder, desk, named=desk.named(holder))
    said = deed(entry, desk, verb=_with(agreed(verb, is_plural=who.is_plural), beside))
    yield Sentence(content=sentence(who.said, said), sources=(entry.id, *who.ids, entry.edition_id))
    yield from also_credited(entry, desk)


def _with(verb: str, beside: str) -> str:
    """A verb with an adverb behind its auxiliary: was also shortlisted."""
    first, space, rest = verb.partition(" ")
    return f"{first} {beside}{space}{rest}" if beside and rest else f"{beside} {verb}".strip()


def _is_result(entry: Entry) -> bool:
    return standing(entry) in {Standing.WON, Standing.HONOURED}


def item(entry: Entry, desk: Desk, *, holder: Holder | None = None, outcome: str = "") -> str:
    """An entry as one of a list: category, title, who beside the holder, and what else must be said.

    `outcome` is said before the category, where the entries of the list differ.
    """
    name = entry.category.name
    where = outcome if outcome and is_only(entry) else name
    if outcome and not is_only(entry):
        where = f"{outcome} in {as_place(name, desk.style)}"
    said = f"{where}, for {titled(entry.title, desk.style)}"
    lead = lead_of(entry)
    if (
        lead is not None
        and lead.organisation is not None
        and holder is not None
        and holder.id != lead.organisation.id
    ):
        said += f", by {desk.mention(desk.holders.name_of(lead))}"
    others = others_of(entry)
    if others:
        said += f", with {listed(_credit(each, desk) for each in others)}"
    beside = "; ".join(_remarks(entry, desk))
    return f"{said} ({beside})" if beside else said


def _credit(credit: Credit, desk: Desk) -> str:
    name = desk.mention(desk.holders.name_of(credit))
    return name if credit.is_lead or credit.role == "partner" else f"{name} as {credit.role}"


def _remarks(entry: Entry, desk: Desk) -> Iterator[str]:
    """What must be said beside an entry in a list, so that the list does not mislead."""
    if entry.nomination.category != entry.category_id:
        before = (each.name for each in entry.edition.categories if each.id == entry.nomination.category)
        yield from (f"entered in {as_place(name, desk.style)}" for name in before)
    if entry.history.is_declined:
        yield "declined"
