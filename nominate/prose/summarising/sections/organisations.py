"""The entries by nominee: how many each organisation has, and then each one, organisations before people."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from nominate.documents import Block, Heading, Table
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import capitalised
from nominate.register.counting import count
from nominate.viewing.entry import Credit, Entry

__all__ = ["by_organisation", "totals_by_organisation"]

_Groups = dict[str, tuple[str, list[Entry]]]
_Nominee = tuple[str, str, list[Entry]]
_TOTALS = {"nominations": "Nominations", "shortlisted": "Shortlisted", "wins": "Wins so far"}


def by_organisation(telling: Telling) -> Iterator[Block]:
    """Totals for each organisation, and all entries in its order; nothing of a single nominee."""
    whom, nominees = _nominees(telling)
    yield from _totals(whom, nominees)
    if len(nominees) > 1:
        told = [(name, entry) for name, _, entries in nominees for entry in entries]
        yield Table(
            caption=f"Nominations of each {whom}",
            header=["Name", "Nomination", "Award", "Outcome"],
            rows=[(name, entry.title, entry.edition.name, _outcome(entry)) for name, entry in told],
            row_sources=tuple((entry.id,) for _, entry in told),
        )


def totals_by_organisation(telling: Telling) -> Iterator[Block]:
    """How many nominations each has, and how far they got, where there is more than one nominee."""
    yield from _totals(*_nominees(telling))


def _totals(whom: str, nominees: list[_Nominee]) -> Iterator[Block]:
    # Of a single one, the key figures tell the same.
    if len(nominees) < 2:
        return
    totals = {rule: [count(rule, entries) for *_, entries in nominees] for rule in _TOTALS}
    # What nobody has yet may still come.
    told = [rule for rule, numbers in totals.items() if any(numbers)]
    numbers = zip(*(map("{:,}".format, totals[rule]) for rule in told), strict=True)
    yield Heading(content=f"By {whom}")
    yield Table(
        caption=f"Totals for each {whom}",
        header=["Name", *map(_TOTALS.__getitem__, told)],
        rows=[(name, *row) for (name, *_), row in zip(nominees, numbers, strict=True)],
        has_row_headers=True,
        number_columns=tuple(range(1, len(told) + 1)),
        row_sources=tuple((identity,) for _, identity, _ in nominees),
    )


def _nominees(telling: Telling) -> tuple[str, list[_Nominee]]:
    """What they all are, and each by name and id with its entries, people last."""
    organisations, people = _grouped(telling)
    whom = [noun for noun, held in (("organisation", organisations), ("person", people)) if held]
    return " and ".join(whom), [*_sorted(organisations), *_sorted(people)]


def _grouped(telling: Telling) -> tuple[_Groups, _Groups]:
    """Names and entries by id: of organisations under today's name, and of people."""
    organisations: _Groups = {}
    people: _Groups = {}
    for entry in telling.view.entries:
        # An organisation that is credited twice has the entry once.
        for credit in {(each.counts_as or _person(each)): each for each in entry.nominees}.values():
            if credit.counts_as:
                organisation = telling.view.organisation(credit.counts_as)
                name = organisation.name if organisation is not None else credit.name
                organisations.setdefault(credit.counts_as, (name, []))[1].append(entry)
            else:
                people.setdefault(_person(credit), (credit.name, []))[1].append(entry)
    return organisations, people


def _person(credit: Credit) -> str:
    return credit.person.id if credit.person is not None else credit.name


def _sorted(groups: _Groups) -> list[_Nominee]:
    """In alphabetical order, where a letter with an accent stands beside the plain one."""
    named = [(name, identity, entries) for identity, (name, entries) in groups.items()]
    return sorted(named, key=lambda each: (_plain(each[0]), each[1]))


def _plain(name: str) -> str:
    folded = name.casefold()
    if folded.isascii():
        return folded
    apart = unicodedata.normalize("NFD", folded)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _outcome(entry: Entry) -> str:
    if entry.outcome is None:
        return "No decision yet"
    return capitalised(entry.outcome.value) + (" (declined)" if entry.history.is_declined else "")
