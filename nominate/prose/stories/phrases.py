"""The phrases that several parts of a story share: outcomes, entries, categories, editions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from nominate.documents import Sentence
from nominate.model.award import Award, CategoryResultKind, Edition, KeyDate, Mode
from nominate.model.decision import Outcome
from nominate.prose.facts.editions import Standing, standing
from nominate.prose.facts.holders import Holder, Relation, lead_of
from nominate.prose.stories.categories import as_place, is_only, place_of, prize_of
from nominate.prose.stories.desk import Desk
from nominate.prose.words import agreed, articled, listed, ordinal, pluralised, ranked, sentence, titled
from nominate.viewing.entry import Credit, Entry

__all__ = [
    "ENDINGS",
    "Leaders",
    "adverb",
    "also_credited",
    "as_participle",
    "at_ceremony",
    "co_leads",
    "deed",
    "edition_name",
    "id_of",
    "item",
    "leaders",
    "list_word",
    "noun_of",
    "others_of",
    "outcome_of",
    "verb_of",
    "where_and_when",
]

_VERBS = {
    Outcome.WON: ("has won", "won"),
    Outcome.HIGHLY_COMMENDED: ("has been highly commended", "was highly commended"),
    Outcome.COMMENDED: ("has been commended", "was commended"),
    Outcome.SPECIAL_MENTION: ("has received a special mention", "received a special mention"),
    Outcome.RUNNER_UP: ("has been named runner-up", "was named runner-up"),
    Outcome.PLACED: ("has come", "came"),
}
_ADJECTIVES = {Mode.VIRTUAL: "virtual", Mode.HYBRID: "hybrid"}
_ADVERBS = {
    Mode.VIRTUAL: "virtually",
    Mode.HYBRID: "in person and online",
    Mode.IN_PERSON: "in person",
}
ENDINGS = {
    CategoryResultKind.NO_AWARD: "no award was made",
    CategoryResultKind.CANCELLED: "the category was cancelled",
    CategoryResultKind.MERGED: "the category was merged",
}
"""What became of a category, as a clause."""

_VERB = re.compile(r"[a-z]+ed")


def list_word(entries: Iterable[Entry], usual: str) -> str:
    """How being on a list is called: the organiser's own word where all entries carry it, else the usual."""
    labels = {entry.decision.label for entry in entries if entry.decision is not None}
    label = labels.pop() if len(labels) == 1 else ""
    return as_participle(label, usual)


def as_participle(label: str, usual: str) -> str:
    """The organiser's own word where it looks like a verb, else the usual one.

    >>> as_participle("nominated", "shortlisted"), as_participle("finalist", "shortlisted")
    ('nominated', 'shortlisted')
    """
    return label if _VERB.fullmatch(label) else usual


def noun_of(entries: tuple[Entry, ...]) -> str:
    """What there are several of, where these entries are told together, as in wins or nominations."""
    match standing(entries[0]):
        case Standing.WON:
            return "win"
        case Standing.HONOURED:
            return "honour"
    outcomes = {entry.outcome for entry in entries if entry.outcome is not None}
    if len(outcomes) > 1:
        return "entry in the running"
    word = list_word(entries, min(each.value for each in outcomes))
    return "nomination" if word == "nominated" else f"{word} entry"


def edition_name(award: Award, edition: Edition, *, article: bool = True) -> str:
    """The edition's full name after the award's article.

    >>> edition_name(Award(id="hsj", name="HSJ Awards"), Edition(id="2020", name="2020 HSJ Awards"))
    'the 2020 HSJ Awards'
    """
    return f"{award.article} {edition.name}" if article and award.article else edition.name


def verb_of(entry: Entry, desk: Desk, *, is_recent: bool) -> str:
    """What an entry has reached, as a verb of the third person: in the perfect while it is news."""
    decision = entry.decision
    if entry.history.has_won or decision is None:
        return _VERBS[Outcome.WON][not is_recent]
    if decision.outcome not in _VERBS:
        word = as_participle(decision.label, decision.outcome.value)
        return f"has been {word}" if is_recent else f"was {word}"
    said = _VERBS[decision.outcome][not is_recent]
    if decision.outcome is not Outcome.PLACED:
        return said
    place = ranked(decision.place, desk.style) if decision.place else "among the places"
    # A second place needs no word that it is the second.
    is_told = decision.label in {"", place, ordinal(decision.place) if decision.place else ""}
    return f"{said} {place}" if is_told else f"{said} {place} ({decision.label})"


def outcome_of(entry: Entry, desk: Desk) -> str:
    """What an entry has reached, as a remark beside it."""
    decision = entry.decision
    if entry.history.has_won or decision is None:
        return Outcome.WON.value
    if decision.outcome is Outcome.PLACED and decision.place:
        return f"{ranked(decision.place, desk.style)} place"
    if decision.outcome is Outcome.RUNNER_UP:
        return "runner-up"
    return list_word((entry,), decision.outcome.value)


def deed(entry: Entry, desk: Desk, *, verb: str, place: str = "") -> str:
    """What an entry reached, where and with what, as what is said of its holder.

    `place` is the edition, said behind the category.
    """
    won = entry.history.has_won
    where = (prize_of if won else place_of)(entry, desk.style)
    if where:
        said = [verb, where, f"at {place}" if place else ""]
    else:
        said = [verb, place if won or not place else f"in {place}"]
    said.append(f"{'with' if won else 'for'} {titled(entry.title, desk.style)}")
    if entry.history.is_declined:
        said.append("and has declined it")
    return " ".join(filter(None, said))


@attrs.frozen(kw_only=True)
class Leaders:
    """Those who lead an entry, as the subject of a sentence; `ids` are theirs.

    >>> Leaders(said="AWP and the RUH", is_plural=True, ids=("awp", "ruh")).is_plural
    True
    """

    said: str
    is_plural: bool
    ids: tuple[str, ...]


def leaders(entry: Entry, holder: Holder, desk: Desk, *, named: str) -> Leaders:
    """The holder, said as `named`, and whoever else is credited as lead with it."""
    beside = co_leads(entry)
    if not beside:
        return Leaders(said=named, is_plural=desk.takes_plural(holder), ids=holder.ids)
    # A holder that is told to be a member has a comma behind it, which the list would double.
    others = [desk.holders.of(entry, each) for each in beside]
    names = [named.partition(",")[0], *map(desk.named_beside, others)]
    ids = (name for each in (holder, *others) for name in each.ids)
    return Leaders(said=listed(names), is_plural=True, ids=tuple(ids))


def also_credited(entry: Entry, desk: Desk, *, holder: Holder | None = None) -> Iterator[Sentence]:
    """Who is credited beside those who lead an entry, and as what; nothing where nobody is.

    Where the holder is none of the publisher's members, a partner that is one is told to be.
    """
    # Most entries have one nominee, and every entry that is told is asked.
    others = [each for each in others_of(entry) if not each.is_lead] if len(entry.nominees) > 1 else []
    if not others:
        return
    roles: dict[str, list[str]] = {}
    network: tuple[str, ...] = ()
    for each in others:
        name = desk.mention(desk.holders.name_of(each))
        if holder is not None and holder.relation is Relation.OTHER and len(others) == 1:
            network = _network(each, entry, desk)
            name += f", a member of {desk.mention(desk.publisher)}," if network and desk.publisher else ""
        roles.setdefault(each.role, []).append(name)
    (first, names), *rest = roles.items()
    is_plural = len(names) > 1 or desk.is_plural(
        desk.holders.name_of(others[0]), is_person=others[0].person is not None
    )
    verb = agreed("is", is_plural=is_plural)
    said = [f"{listed(names)} {verb} credited {_as_role(first, names)}"]
    said += [f"{listed(own)} {_as_role(role, own)}" for role, own in rest]
    ids = (entry.id, *filter(None, map(id_of, others)), *network)
    yield Sentence(content=sentence(listed(said)), sources=ids)


def co_leads(entry: Entry) -> list[Credit]:
    """The nominees that lead an entry together with the one that it goes by."""
    if len(entry.nominees) == 1:
        return []
    lead = lead_of(entry)
    return [each for each in entry.nominees if each.is_lead and each is not lead]


def _as_role(role: str, names: list[str]) -> str:
    return f"as {articled(role) if len(names) == 1 else pluralised(role)}"


def others_of(entry: Entry) -> list[Credit]:
    """The nominees beside the one that the entry goes by."""
    lead = lead_of(entry)
    return [each for each in entry.nominees if each is not lead]


def id_of(credit: Credit) -> str:
    """The id of the organisation or person that is credited; empty where it is only a name."""
    record = credit.organisation or credit.person
    return record.id if record is not None else ""


def _network(credit: Credit, entry: Entry, desk: Desk) -> tuple[str, ...]:
    """The id of the publisher, where who is credited is one of its members."""
    publisher = desk.view.publisher
    if publisher is None or not credit.counts_as:
        return ()
    is_member = desk.holders.relation(entry, credit.counts_as) is Relation.MEMBER
    return (publisher.id,) if is_member else ()


def _credit(credit: Credit, desk: Desk) -> str:
    name = desk.mention(desk.holders.name_of(credit))
    return name if credit.is_lead or credit.role == "partner" else f"{name} as {credit.role}"


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


def _remarks(entry: Entry, desk: Desk) -> Iterator[str]:
    """What must be said beside an entry in a list, so that the list does not mislead."""
    if entry.nomination.category != entry.category_id:
        before = (each.name for each in entry.edition.categories if each.id == entry.nomination.category)
        yield from (f"entered in {as_place(name, desk.style)}" for name in before)
    if entry.history.is_declined:
        yield "declined"


def adverb(mode: Mode | None) -> str:
    """How people meet, as a verb takes it; empty where nobody said."""
    return _ADVERBS[mode] if mode is not None else ""


def at_ceremony(date: KeyDate, desk: Desk) -> str:
    """At a ceremony of that mode, in that place, then: as far as each is known."""
    adjective = _ADJECTIVES.get(date.mode, "") if date.mode is not None else ""
    parts = (f"at {articled(f'{adjective} ceremony'.strip())}", *where_and_when(date, desk))
    return " ".join(part for part in parts if part)


def where_and_when(date: KeyDate, desk: Desk) -> tuple[str, str]:
    """The venue and the day, each with its preposition, each empty where it is not known."""
    day = desk.day(date.when) if date.when is not None else ""
    venue = f"at {_lowered(date.venue)}" if date.venue else ""
    # "At the Pier Pavilion, Porth Arian, on Thursday": what has a comma within needs one behind.
    return f"{venue}," if day and "," in venue else venue, day


def _lowered(venue: str) -> str:
    """A venue within a sentence: its article loses the capital that it has in a table."""
    return re.sub(r"^(?:The|An?)(?= )", lambda found: found[0].lower(), venue)
