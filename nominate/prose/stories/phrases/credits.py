"""Who is credited with an entry: those who lead it, and whoever stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.documents import Sentence
from nominate.prose.facts.holders import Holder, Relation, lead_of
from nominate.prose.stories.desk import Desk
from nominate.prose.words import agreed, articled, listed, pluralised, sentence
from nominate.viewing.entry import Credit, Entry


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


def others_of(entry: Entry) -> list[Credit]:
    """The nominees beside the one that the entry goes by."""
    lead = lead_of(entry)
    return [each for each in entry.nominees if each is not lead]


def id_of(credit: Credit) -> str:
    """The id of the organisation or person that is credited; empty where it is only a name."""
    record = credit.organisation or credit.person
    return record.id if record is not None else ""


def _as_role(role: str, names: list[str]) -> str:
    return f"as {articled(role) if len(names) == 1 else pluralised(role)}"


def _network(credit: Credit, entry: Entry, desk: Desk) -> tuple[str, ...]:
    """The id of the publisher, where who is credited is one of its members."""
    publisher = desk.view.publisher
    if publisher is None or not credit.counts_as:
        return ()
    is_member = desk.holders.relation(entry, credit.counts_as) is Relation.MEMBER
    return (publisher.id,) if is_member else ()
